"""DVK316: one day stands twice in holidays.yaml."""

from collections.abc import Iterator
from datetime import date

from dvk.document_checks.entries import Entries
from dvk.documents.holidays import HolidaysDocument
from dvk.findings import Mistake
from dvk.vietnamese.dates import format_date


def repeated_days(holidays: HolidaysDocument) -> Iterator[Mistake]:
    """Every entry after the first of its day; only the first holds."""
    entries = Entries("days", holidays.days)
    seen: set[date] = set()
    for position, entry in enumerate(holidays.days):
        if entry.date in seen:
            yield Mistake("DVK316", f"{entries[position]}.date", {"day": format_date(entry.date)})
        seen.add(entry.date)
