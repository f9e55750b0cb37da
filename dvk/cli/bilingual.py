"""Help in two languages: both stand side by side in the code, and one is chosen when help is printed."""

from typing import Any

from typer.core import TyperCommand, TyperGroup

from dvk.errors import CannotGoOn
from dvk.messages import Language
from dvk.vietnamese.text import nearest

_BETWEEN = "\x1f"


def both(vi: str, en: str) -> str:
    """A help text in both languages."""
    return f"{vi}{_BETWEEN}{en}"


_WORDS = {
    "usage": {"vi": "Cách dùng: ", "en": "Usage: "},
    "arguments": {"vi": "Tham số", "en": "Arguments"},
    "options": {"vi": "Tuỳ chọn", "en": "Options"},
    "commands": {"vi": "Lệnh", "en": "Commands"},
}
_OF_TYPER = {
    "--help": both("In trợ giúp này.", "Show this help."),
    "--install-completion": both("Cài gợi ý khi bấm Tab cho shell này.", "Install completion for this shell."),
    "--show-completion": both("In đoạn gợi ý để tự cài.", "Print the completion, to install it yourself."),
}
GENERAL = {
    "vi": "Dùng được với mọi lệnh: --lang vi|en (hoặc biến DVK_LANG). Trang của một mã lỗi: dvk explain DVK204.",
    "en": "With every command: --lang vi|en (or DVK_LANG). The page of a code: dvk explain DVK204.",
}


def chosen(text: str | None, language: Language) -> str:
    """The half of a help text for the language."""
    vi, between, en = (text or "").partition(_BETWEEN)
    return (en if language == "en" and between else vi).strip()


class _InTwoLanguages:
    """Prints usage, options and help in the language of the session."""

    help: str | None

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        pieces = self.collect_usage_pieces(ctx)  # type: ignore[attr-defined]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=_WORDS["usage"][_language(ctx)])

    def format_help_text(self, ctx: Any, formatter: Any) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(chosen(self.help, _language(ctx)))

    def format_options(self, ctx: Any, formatter: Any) -> None:
        language = _language(ctx)
        rows: dict[str, list[tuple[str, str]]] = {"arguments": [], "options": []}
        for parameter in self.get_params(ctx):  # type: ignore[attr-defined]
            if getattr(parameter, "hidden", False):
                continue
            kind = "arguments" if parameter.param_type_name == "argument" else "options"
            rows[kind].append((_spelling(parameter), _help_of(parameter, language)))
        for kind, lines in rows.items():
            if lines:
                with formatter.section(_WORDS[kind][language]):
                    formatter.write_dl(lines)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        formatter.write_paragraph()
        formatter.write_text(GENERAL[_language(ctx)])


class DvkCommand(_InTwoLanguages, TyperCommand):
    """A command with help in two languages."""


class DvkGroup(_InTwoLanguages, TyperGroup):
    """The group of commands: help lines from a table, a module imported when its command is called."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Names in the order of the table."""
        from dvk.cli.app import COMMANDS

        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command itself, its module imported now."""
        from dvk.cli.app import COMMANDS, load

        del ctx
        return load(cmd_name) if cmd_name in COMMANDS else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that the first word names.

        Raises:
            CannotGoOn: with the nearest commands, if there is none of that name.
        """
        from dvk.cli.app import COMMANDS

        if args and not args[0].startswith("-") and args[0] not in COMMANDS and not ctx.resilient_parsing:
            near = " / ".join(nearest(args[0], list(COMMANDS)))
            raise CannotGoOn("DVK907", what="command", name=args[0], near=near)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        from dvk.cli.app import COMMANDS

        _InTwoLanguages.format_options(self, ctx, formatter)
        language = _language(ctx)
        with formatter.section(_WORDS["commands"][language]):
            formatter.write_dl([(name, chosen(entry.help, language)) for name, entry in COMMANDS.items()])


def _language(ctx: Any) -> Language:
    session = ctx.find_root().obj
    return session.language if session is not None else "vi"


def _spelling(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return str(parameter.metavar)
    metavar = "" if parameter.is_flag or not parameter.metavar else f" {parameter.metavar}"
    return ", ".join(parameter.opts) + metavar


def _help_of(parameter: Any, language: Language) -> str:
    ours = next((_OF_TYPER[name] for name in parameter.opts if name in _OF_TYPER), parameter.help)
    return chosen(ours, language)


def usage_error(error: Any, language: Language) -> str:
    """What is wrong with the words of a call, in the language."""
    name = type(error).__name__
    asked = getattr(error, "param", None)
    about = _name_of(asked) if asked is not None else str(getattr(error, "option_name", ""))
    if language == "vi" and name == "NoSuchOption":
        near = f" Có phải ý là: {', '.join(error.possibilities)}?" if error.possibilities else ""
        return f"Không có tuỳ chọn {error.option_name}.{near}"
    if name == "MissingParameter":
        return f"Thiếu {about}." if language == "vi" else f"Missing {about}."
    if language == "vi" and name in {"BadParameter", "BadOptionUsage", "BadArgumentUsage"}:
        return f"{about}: giá trị không dùng được (xem --help)."
    return str(error.format_message())


def _name_of(parameter: Any) -> str:
    return str(parameter.metavar if parameter.param_type_name == "argument" else parameter.opts[0])
