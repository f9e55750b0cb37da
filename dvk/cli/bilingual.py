"""Help in two languages: both stand side by side in the code, and one is chosen when help is printed."""

from collections.abc import Sequence
from typing import Any

from typer import Context
from typer.core import TyperCommand, TyperGroup

from dvk.messages import Language

_BETWEEN = "\x1f"
_WORDS = {
    "usage": {"vi": "Cách dùng: ", "en": "Usage: "},
    "arguments": {"vi": "Tham số", "en": "Arguments"},
    "options": {"vi": "Tuỳ chọn", "en": "Options"},
    "commands": {"vi": "Lệnh", "en": "Commands"},
}
_HELP = {"vi": "In trợ giúp này.", "en": "Show this help."}
GENERAL = {
    "vi": "Dùng được với mọi lệnh: --lang vi|en (hoặc biến DVK_LANG). Trang của một mã lỗi: dvk explain DVK204.",
    "en": "With every command: --lang vi|en (or DVK_LANG). The page of a code: dvk explain DVK204.",
}


def both(vi: str, en: str) -> str:
    """A help text in both languages."""
    return f"{vi}{_BETWEEN}{en}"


def chosen(text: str | None, language: Language) -> str:
    """The half of a help text for the language."""
    vi, between, en = (text or "").partition(_BETWEEN)
    return (en if language == "en" and between else vi).strip()


class _InTwoLanguages:
    """Prints usage, options and help in the language of the session."""

    help: str | None

    def format_usage(self, ctx: Context, formatter: Any) -> None:
        pieces = self.collect_usage_pieces(ctx)  # type: ignore[attr-defined]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=_WORDS["usage"][_language(ctx)])

    def format_help_text(self, ctx: Context, formatter: Any) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(chosen(self.help, _language(ctx)))

    def format_options(self, ctx: Context, formatter: Any) -> None:
        language = _language(ctx)
        rows: dict[str, list[tuple[str, str]]] = {"arguments": [], "options": []}
        for parameter in self.get_params(ctx):  # type: ignore[attr-defined]
            if getattr(parameter, "hidden", False):
                continue
            kind = "arguments" if parameter.param_type_name == "argument" else "options"
            rows[kind].append((_spelling(parameter, ctx), _help_of(parameter, language)))
        for kind, lines in rows.items():
            if lines:
                with formatter.section(_WORDS[kind][language]):
                    formatter.write_dl(lines)

    def format_epilog(self, ctx: Context, formatter: Any) -> None:
        formatter.write_paragraph()
        formatter.write_text(GENERAL[_language(ctx)])


class DvkCommand(_InTwoLanguages, TyperCommand):
    """A command with help in two languages."""


class DvkGroup(_InTwoLanguages, TyperGroup):
    """The group of commands: help lines from a table, a module imported when its command is called."""

    def list_commands(self, ctx: Context) -> list[str]:
        """Names in the order of the table."""
        from dvk.cli.app import COMMANDS

        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: Context, cmd_name: str) -> Any:
        """The command itself, its module imported now."""
        from dvk.cli.app import COMMANDS, load

        del ctx
        return load(cmd_name) if cmd_name in COMMANDS else None

    def format_options(self, ctx: Context, formatter: Any) -> None:
        from dvk.cli.app import COMMANDS

        _InTwoLanguages.format_options(self, ctx, formatter)
        language = _language(ctx)
        with formatter.section(_WORDS["commands"][language]):
            formatter.write_dl([(name, chosen(entry.help, language)) for name, entry in COMMANDS.items()])


def _language(ctx: Context) -> Language:
    session = ctx.find_root().obj
    return session.language if session is not None else "vi"


def _spelling(parameter: Any, ctx: Context) -> str:
    if parameter.param_type_name == "argument":
        return str(parameter.make_metavar(ctx))
    metavar = "" if parameter.is_flag else f" {parameter.make_metavar(ctx)}"
    return ", ".join(parameter.opts) + metavar


def _help_of(parameter: Any, language: Language) -> str:
    if "--help" in parameter.opts:
        return _HELP[language]
    return chosen(parameter.help, language)


def usage_error(error: Any, language: Language) -> str:
    """What is wrong with the words of a call, in the language."""
    if language == "en":
        return str(error.format_message())
    name = type(error).__name__
    if name == "NoSuchOption":
        near = f" Có phải ý là: {', '.join(error.possibilities)}?" if error.possibilities else ""
        return f"Không có tuỳ chọn {error.option_name}.{near}"
    if name == "MissingParameter":
        return f"Thiếu {_parameter_name(error)}."
    if name in {"BadParameter", "BadOptionUsage", "BadArgumentUsage"}:
        return f"Giá trị không dùng được: {_parameter_name(error)}. {error.message}".strip()
    return str(error.format_message())


def _parameter_name(error: Any) -> str:
    parameter = getattr(error, "param", None)
    if parameter is None:
        return str(getattr(error, "option_name", ""))
    return str(parameter.opts[0] if parameter.param_type_name == "option" else parameter.human_readable_name)


def first_command(args: Sequence[str]) -> str | None:
    """The first word of a call that is not an option."""
    return next((arg for arg in args if not arg.startswith("-")), None)
