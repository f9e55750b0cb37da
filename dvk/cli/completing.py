"""What Tab offers: ids, paths and words for the parameter under the cursor, from what is remembered.

The parameter's metavar says what it takes. No workspace is opened and nothing heavy imported; whatever goes wrong, the
shell is given nothing rather than an error.
"""

import os
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

from typer._click.core import Parameter
from typer._click.shell_completion import (
    CompletionItem,
    _resolve_context,
    _resolve_incomplete,
    get_completion_class,
)

from dvk.cli.bilingual import both, chosen
from dvk.messages import LANGUAGES, Language
from dvk.messages.words import word
from dvk.remembered import Names, cache_folder, recall
from dvk.vietnamese.text import fold

Choices: TypeAlias = Mapping[str, str]
"""What may stand there, each with what it is called; "" where it needs no other name."""

_SETTINGS_FILE = "dvk.yaml"
_LANGUAGE = "--lang"
_LANGUAGE_HELP = both("Ngôn ngữ: vi, en.", "The language: vi, en.")
# What a shell would run, split or expand is not offered: names of files come from anybody.
_PLAIN = re.compile(r"[\w./,+-]+")
_NOT_PLAIN = re.compile(r"[^\w .,()/…–-]+")
_ARGUMENT = re.compile(r"\{\w+\}")
_LONGEST_HELP = 70
_WITH_HELP = {"zsh": '"{}":"{}"', "fish": "{}\t{}", "powershell": "{}:::{}", "pwsh": "{}:::{}"}


def answer(cli: Any, ctx_args: dict[str, Any], shell: str) -> int:
    """Answer a shell that asks what may stand under the cursor; the words of the call are in its variables."""
    base = get_completion_class(shell)
    if base is None:
        return 1
    offering = type("Offering", (_Offering, base), {})(cli, ctx_args, cli.name, "")
    try:
        sys.stdout.write(offering.complete() + "\n")
    except Exception:  # noqa: BLE001 - in the middle of typing, nobody wants to read a trace
        return 1
    return 0


def choices_of(metavar: str, names: Names, language: Language) -> Choices:
    """What a parameter takes, by its metavar; nothing where that is free."""
    if "|" in metavar and metavar.islower():
        return dict.fromkeys(metavar.strip("[]…").split("|"), "")
    found = OFFERED.get(metavar.strip("[]…."))
    return found(names, language) if found else {}


def fitting(choices: Choices, typed: str) -> Choices:
    """The choices that begin with what was typed; else those that hold it, or whose name does, accents optional."""
    found = {value: name for value, name in choices.items() if value.startswith(typed)}
    if found or not typed:
        return found
    wanted = fold(typed)
    return {v: name for v, name in choices.items() if wanted in fold(v) or wanted in fold(name)}


def _states(names: Names, language: Language) -> Choices:
    from dvk.filing_states import STATES

    del names
    return {state: word(state, language) for state in STATES}


def _kinds(names: Names, language: Language) -> Choices:
    from dvk.kinds import KINDS

    del names
    return {kind: word(kind, language) for kind in KINDS}


def _codes(names: Names, language: Language) -> Choices:
    from dvk.codes import CODES

    del names
    return {code: _ARGUMENT.sub("…", found.message.sentence.to(language)) for code, found in CODES.items()}


def _documents(names: Names, language: Language) -> Choices:
    """Paths from the root; in a folder below it those from here come first."""
    del language
    here = Path.cwd()
    inside = f"{here.relative_to(names.root).as_posix()}/" if here.is_relative_to(names.root) else "./"
    near = [path.removeprefix(inside) for path in names.documents if path.startswith(inside)]
    return dict.fromkeys((*near, *names.documents), "")


OFFERED: dict[str, Callable[[Names, Language], Choices]] = {
    "UNIT": lambda names, _: names.units,
    "INDICATOR": lambda names, _: names.indicators,
    "PLAN": lambda names, _: names.plans,
    "PATH": _documents,
    "REV|DATE|PATH": _documents,
    "PATH|REV": _documents,
    "UNIT=REASON": lambda names, _: names.units,
    "YEAR": lambda names, _: dict.fromkeys(reversed(names.years), ""),
    "STATE": _states,
    "KIND": _kinds,
    "CODE": _codes,
    "LOGIN": lambda names, _: dict.fromkeys(names.people, ""),
    "REV": lambda _, language: {
        "main": chosen(both("nhánh chính", "the main branch"), language),
        "HEAD": chosen(both("commit cuối ở đây", "the last commit here"), language),
    },
    "now|REV|DATE": lambda _, language: {"now": chosen(both("các tệp trên đĩa", "the files on disk"), language)},
}
"""What stands for what: the metavar of a parameter, as help shows it, and what is offered for it."""


class _Offering:
    """Laid over typer's class of a shell: how the words arrive and how the answer is written is typer's."""

    cli: Any
    ctx_args: dict[str, Any]
    prog_name: str
    name: str

    def get_completion_args(self) -> tuple[list[str], str]:
        """The finished words and the one under the cursor, ``--lang`` taken out and heeded."""
        args, incomplete = super().get_completion_args()  # type: ignore[misc]
        args = [arg for arg in args if arg != "="]  # bash makes a word of it: --unit = hu
        incomplete = "" if incomplete == "=" else incomplete
        words = iter(args)
        kept = []
        for arg in words:
            name, _, value = arg.partition("=")
            if name != _LANGUAGE:
                kept.append(arg)
            elif (asked := value or next(words, "")) in LANGUAGES:
                self.ctx_args["obj"] = replace(self.ctx_args["obj"], language=asked)
            elif not asked:
                kept.append(arg)
        return kept, incomplete

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        """What may stand under the cursor, each with what it is called."""
        language: Language = self.ctx_args["obj"].language
        if args[-1:] == [_LANGUAGE]:
            return [CompletionItem(name) for name in LANGUAGES if name.startswith(incomplete)]
        context = _resolve_context(self.cli, self.ctx_args, self.prog_name, args)
        asked, typed = _resolve_incomplete(context, list(args), incomplete)
        if isinstance(asked, Parameter):
            names = recall(_root(context), cache_folder(os.environ))
            found = fitting(_plain(choices_of(str(asked.metavar or ""), names, language)), typed)
            option = incomplete.removesuffix(typed) if incomplete.endswith(f"={typed}") else ""
            return [CompletionItem(option + value, help=name) for value, name in self._kept(found, typed).items()]
        items = [*asked.shell_complete(context, typed)]
        if typed and _LANGUAGE.startswith(typed):
            items.append(CompletionItem(_LANGUAGE, help=_LANGUAGE_HELP))
        return [CompletionItem(item.value, help=_told(chosen(item.help, language))) for item in items]

    def format_completion(self, item: CompletionItem) -> str:
        """One line of the answer; its help is plain text already."""
        pattern = _WITH_HELP.get(self.name) if item.help else None
        return pattern.format(item.value, item.help) if pattern else super().format_completion(item)  # type: ignore[misc]

    def _kept(self, found: Choices, typed: str) -> Choices:
        """All of it; of bash, which puts the common beginning in place of what was typed, nothing that undoes it."""
        common = os.path.commonprefix(list(found))  # noqa: RUF071 - letter by letter is what bash does
        undone = self.name == "bash" and len(found) > 1 and common and fold(typed) not in fold(common)
        return {} if undone else found


def _root(context: Any) -> Path:
    """The workspace that the call means, found as a command finds it."""
    given = context.params.get("root")
    start = (Path(given) if given else Path.cwd()).resolve()
    return next((folder for folder in (start, *start.parents) if (folder / _SETTINGS_FILE).is_file()), start)


def _plain(choices: Choices) -> Choices:
    return {value: _told(name) for value, name in choices.items() if _PLAIN.fullmatch(value)}


def _told(text: str) -> str:
    """A help text without anything that means something to a shell."""
    return " ".join(_NOT_PLAIN.sub(" ", text).split())[:_LONGEST_HELP]
