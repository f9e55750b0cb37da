"""What a command is run with: language and today; and how it prints."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dvk.errors import CannotGoOn
from dvk.messages import Language

if TYPE_CHECKING:
    from dvk.views.table import Table

_NOTHING = {"vi": "Không có gì để in.", "en": "There is nothing to show."}


@dataclass(frozen=True, slots=True)
class Session:
    """One run of the command line; the only place that knows the clock.

    Args:
        language: of its answers.
        today: the day of the call.
        began: when it began, in ns since 1970.
        listener: is told each remark as well.
    """

    language: Language
    today: date
    began: int = 0
    listener: Callable[[str], object] | None = None

    def day_of(self, on: str | None, at: str | None) -> date:
        """The day asked about: ``--on``, else the day of ``--at`` where it is one, else today."""
        from dvk.vietnamese.dates import parse_date
        from dvk.vietnamese.misread import Misread

        if on is None and at is not None:
            try:
                return min(parse_date(at), self.today)
            except Misread:
                return self.today
        return self.day("--on", on)

    def day(self, option: str, text: str | None) -> date:
        """The day of an option, or today.

        Raises:
            CannotGoOn: where the text is no day.
        """
        if text is None:
            return self.today
        from dvk.vietnamese.dates import parse_date
        from dvk.vietnamese.misread import Misread

        try:
            return parse_date(text)
        except Misread as wrong:
            raise CannotGoOn("DVK908", option=option, typed=text, clear=" / ".join(wrong.clear)) from None

    def print(self, result: str | bytes) -> None:
        """Print one result."""
        if isinstance(result, bytes):
            sys.stdout.flush()
            sys.stdout.buffer.write(result)
        elif result:
            sys.stdout.write(result + "\n")

    def remark(self, text: str) -> None:
        """Say something beside the result."""
        sys.stderr.write(text + "\n")
        if self.listener is not None:
            self.listener(text)

    def in_form(self, tables: "Sequence[Table]", form: str) -> str | bytes:
        """Tables in one of the formats; where there is none, people are told so."""
        from dvk.output.tables import FORMATS
        from dvk.views.table import Table

        nothing = _NOTHING[self.language]
        if tables or form == "csv":
            return FORMATS[form].render(tables, self.language)
        if FORMATS[form].binary:
            return FORMATS[form].render([Table(nothing, ())], self.language)
        return nothing

    def print_tables(self, tables: "Sequence[Table]", form: str) -> None:
        """Print tables in one of the formats."""
        self.print(self.in_form(tables, form))
