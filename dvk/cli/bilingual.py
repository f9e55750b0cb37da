"""Help in two languages: both stand side by side in the code, and one is chosen when help is printed."""

import re
from typing import Any

from typer.core import TyperCommand

from dvk.cli.plain_values import WithPlainValues
from dvk.messages import Language

_BETWEEN = "\x1f"
_VALUE = re.compile(r"-(?:[\s\d].*)?", re.DOTALL)
"""A word that is no option: a dash alone, or before a blank or a digit."""


def both(vi: str, en: str) -> str:
    """A help text in both languages."""
    return f"{vi}{_BETWEEN}{en}"


HEADINGS = {
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


class InTwoLanguages:
    """Prints usage, options and help in the language of the session."""

    help: str | None

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """How the command is called."""
        formatter.write_usage(ctx.command_path, " ".join(self.pieces(ctx)), prefix=HEADINGS["usage"][language_of(ctx)])

    def pieces(self, ctx: Any) -> list[str]:
        """The words of a call after the command's name."""
        parameters = self.get_params(ctx)  # type: ignore[attr-defined]
        return ["[OPTIONS]", *(p.metavar for p in parameters if p.param_type_name == "argument")]

    def format_help_text(self, ctx: Any, formatter: Any) -> None:
        """What the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(chosen(self.help, language_of(ctx)))

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Its arguments and options."""
        language = language_of(ctx)
        rows: dict[str, list[tuple[str, str]]] = {"arguments": [], "options": []}
        for parameter in self.get_params(ctx):  # type: ignore[attr-defined]
            if getattr(parameter, "hidden", False):
                continue
            kind = "arguments" if parameter.param_type_name == "argument" else "options"
            rows[kind].append((spelling(parameter), help_of(parameter, language)))
        for kind, lines in rows.items():
            if lines:
                with formatter.section(HEADINGS[kind][language]):
                    formatter.write_dl(lines)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """What holds for every command."""
        formatter.write_paragraph()
        formatter.write_text(GENERAL[language_of(ctx)])


class DvkCommand(InTwoLanguages, WithPlainValues, TyperCommand):
    """A command with help in two languages, which takes ``- a line`` and ``-5`` for values."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words of a call."""
        return super().parse_args(ctx, args if ctx.resilient_parsing else self._values_last(ctx, args))

    def _values_last(self, ctx: Any, args: list[str]) -> list[str]:
        """The same words, options first and then ``--``, where one of the others looks like an option."""
        if not any(_VALUE.fullmatch(word) for word in args):
            return args
        with_value = {name for p in self.get_params(ctx) if not getattr(p, "is_flag", True) for name in p.opts}
        options: list[str] = []
        others: list[str] = []
        rest = iter(args)
        for word in rest:
            if word == "--":
                others.extend(rest)
            elif not word.startswith("-") or _VALUE.fullmatch(word):
                others.append(word)
            else:
                value = next(rest, None) if word in with_value else ""
                if value is None:
                    return [*options, word]
                options += [word, value] if word in with_value else [word]
        return [*options, "--", *others]


def language_of(ctx: Any) -> Language:
    """The language of the session that a call runs in."""
    session = ctx.find_root().obj
    return session.language if session is not None else "vi"


def spelling(parameter: Any) -> str:
    """How a parameter is typed: ``--unit UNIT``."""
    if parameter.param_type_name == "argument":
        return str(parameter.metavar)
    metavar = "" if parameter.is_flag or not parameter.metavar else f" {parameter.metavar}"
    return ", ".join(parameter.opts) + metavar


def help_of(parameter: Any, language: Language) -> str:
    """What a parameter is for."""
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
        return _missing(asked, about, language)
    if language == "vi" and name in {"BadParameter", "BadOptionUsage", "BadArgumentUsage"}:
        return f"{about}: giá trị không dùng được (xem --help)."
    if language == "vi" and name == "UsageError":
        return "Lệnh có từ thừa hoặc sai chỗ (xem --help)."
    return str(error.format_message())


def _missing(asked: Any, about: str, language: Language) -> str:
    """``Thiếu từ cần tìm: WORD… (xem --help).``: the first words of the help say what is missing."""
    first = re.split(r"[,.;:(]", help_of(asked, language), maxsplit=1)[0].strip() if asked is not None else ""
    if asked is not None and asked.param_type_name == "option":
        about = f"{about} {asked.metavar or ''}".rstrip()
    named = f"{first[:1].lower()}{first[1:]}: {about}" if first else about
    return f"Thiếu {named} (xem --help)." if language == "vi" else f"Missing {named} (see --help)."


def _name_of(parameter: Any) -> str:
    return str(parameter.metavar if parameter.param_type_name == "argument" else parameter.opts[0])
