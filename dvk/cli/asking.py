"""Questions to a person at a terminal, for what a call leaves out; a pipe is never asked anything."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

import typer

from dvk.cli.bilingual import chosen
from dvk.cli.session import Session
from dvk.errors import CannotGoOn
from dvk.output.stops import stop_text
from dvk.shown import printable
from dvk.vietnamese.text import fold

T = TypeVar("T")

MOST_LISTED = 20
_LONGEST_NUMBER = 4
_STOPPED = {"vi": "Đã dừng, chưa ghi gì.", "en": "Stopped; nothing was written."}
_MORE = {"vi": "      … và {0} nữa; gõ một phần tên để tìm", "en": "      … and {0} more; type a part of a name"}


class Choice(NamedTuple):
    """Something to choose from: what it is for dvk, and how it is shown."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Question(Generic[T]):
    """What is asked, and how an answer is read.

    Args:
        words: the question in both languages.
        read: an answer, or the text of an option, as a value; raises CannotGoOn with the remedy.
        choices: what may be chosen by number, or found by a part of its label.
    """

    words: str
    read: Callable[[str], T]
    choices: Sequence[Choice] = ()


def at_terminal() -> bool:
    """Whether somebody can be asked: both ends are a terminal."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


@dataclass(frozen=True, slots=True)
class Questions:
    """The questions of one call.

    Args:
        session: the language.
        are_asked: whether something is missing that only a person can say, and there is one.
    """

    session: Session
    are_asked: bool

    def needed(self, option: str, typed: str | None, question: Question[T]) -> T:
        """What an option says, else the answer of a person.

        Raises:
            CannotGoOn: DVK919 if nobody can be asked; or what the reader raises for the option.
        """
        if typed is not None:
            return question.read(typed)
        if not self.are_asked:
            raise CannotGoOn("DVK919", option=option)
        shown = self._listed(question.choices)
        while (answer := self._answer(question, shown)) is None:
            pass
        return answer

    def wished(self, typed: str | None, question: Question[T]) -> T | None:
        """The same for what may be left out: None where there is nobody to ask, or nothing is answered."""
        if typed is not None:
            return question.read(typed)
        return self._answer(question, self._listed(question.choices)) if self.are_asked else None

    def _answer(self, question: Question[T], shown: Sequence[Choice]) -> T | None:
        """One usable answer; an unusable one is told why and asked again, an empty one gives None."""
        while True:
            typed = self._typed(chosen(question.words, self.session.language)).strip()
            if not typed:
                return None
            found = _meant(typed, shown, question.choices)
            if len(found) > 1:
                shown = self._listed(found)
                continue
            try:
                return question.read(found[0].value if found else typed)
            except CannotGoOn as stop:
                self.session.print(stop_text(stop, self.session.language))

    def _listed(self, choices: Sequence[Choice]) -> Sequence[Choice]:
        """Show choices with their numbers, as many as one reads, and give those shown."""
        shown = choices[:MOST_LISTED]
        for number, choice in enumerate(shown, start=1):
            self.session.print(f"  {number:>3}  {printable(choice.label)}")
        if len(choices) > len(shown):
            self.session.print(_MORE[self.session.language].format(len(choices) - len(shown)))
        return shown

    def _typed(self, words: str) -> str:
        """The line that a person types.

        Raises:
            KeyboardInterrupt: for Ctrl-C and for the end of input alike.
        """
        try:
            return str(typer.prompt(words, default="", show_default=False))
        except typer.Abort:
            self.session.remark("\n" + _STOPPED[self.session.language])
            raise KeyboardInterrupt from None


def _meant(typed: str, shown: Sequence[Choice], choices: Sequence[Choice]) -> Sequence[Choice]:
    """The choices that an answer may mean: by its number, exactly, or by a part of its label."""
    if typed.isdecimal() and len(typed) <= _LONGEST_NUMBER and 1 <= int(typed) <= len(shown):
        return (shown[int(typed) - 1],)
    wanted = fold(typed)
    exact = [choice for choice in choices if wanted in {fold(choice.value), fold(choice.label)}]
    return exact[:1] or [choice for choice in choices if wanted in fold(choice.label)]
