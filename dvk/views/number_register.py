"""The numbers of a unit's documents in a year as tables, one for each type, and as JSON."""

from collections.abc import Iterable
from datetime import date

from dvk.facts import Plan
from dvk.messages import Language
from dvk.messages.words import word
from dvk.number_register import Entry, NumberRegister, Series, gaps, highest
from dvk.vietnamese.document_types import TYPES
from dvk.views.table import Cell, Column, Table

_MOST_GAPS = 12


def register_json(register: NumberRegister, unit: str, year: int) -> list[dict[str, object]]:
    """One object for each type, as documented in docs/output.md."""
    return [
        {
            "unit": unit,
            "type": series.type_code,
            "year": year,
            "highest": highest(entries),
            "next": register.next(series),
            "gaps": [{"first": first, "last": last} for first, last in gaps(entries)],
            "documents": [_document(entry) for entry in entries],
        }
        for series, entries in register.of_unit(unit, year).items()
    ]


def _document(entry: Entry) -> dict[str, object]:
    filing = entry.filing
    return {
        "number": str(entry.number),
        "date": filing.issued.isoformat() if filing.issued else None,
        "kind": filing.kind,
        "period": str(filing.period),
        "subject": filing.subject if isinstance(filing, Plan) else None,
        "state": filing.state,
        "file": entry.path,
    }


def register_tables(register: NumberRegister, unit: str, year: int, language: Language) -> list[Table]:
    """One table for each type, with the gaps and the next number below it."""
    return [_table(register, series, entries, language) for series, entries in register.of_unit(unit, year).items()]


def _table(register: NumberRegister, series: Series, entries: list[Entry], language: Language) -> Table:
    en = language == "en"
    columns = (
        Column("unit", "unit", reader="machine"),
        Column("year", "year", reader="machine"),
        Column("type", "type", reader="machine"),
        Column("number", "number" if en else "số, ký hiệu"),
        Column("date", "date" if en else "ngày"),
        Column("subject", "subject" if en else "trích yếu"),
        Column("state", "state", reader="machine"),
        Column("state_words", "state" if en else "tình trạng", reader="people"),
        Column("file", "file" if en else "tệp"),
    )
    name = register.workspace.organisation.name_or_id(series.unit, date(series.year, 12, 31))
    kind = TYPES.get(series.type_code)
    title = f"{name} · {series.type_code}{f' ({kind})' if kind and not en else ''} · {series.year}"
    following = f"{'next number' if en else 'số tiếp theo'}: {register.next(series):02}"
    notes = [*gap_words(entries, language), following]
    rows = [_row(series, entry, language) for entry in entries]
    return Table(title, columns, rows, notes, name=f"{series.type_code} {series.year}")


def _row(series: Series, entry: Entry, language: Language) -> tuple[Cell, ...]:
    filing = entry.filing
    return (
        series.unit,
        series.year,
        series.type_code,
        str(entry.number),
        filing.issued,
        filing.subject if isinstance(filing, Plan) else f"{word(filing.kind, language)} {filing.period}",
        filing.state,
        word(filing.state, language),
        entry.path,
    )


def gap_words(entries: Iterable[Entry], language: Language) -> list[str]:
    """A line on the numbers below the highest that no document of the workspace has; nothing where there are none."""
    ranges = [f"{first:02}" if first == last else f"{first:02}–{last:02}" for first, last in gaps(entries)]
    if not ranges:
        return []
    shown = ", ".join([*ranges[:_MOST_GAPS], "…"] if len(ranges) > _MOST_GAPS else ranges)
    said = "numbers of no document here" if language == "en" else "số chưa thấy văn bản"
    return [f"{said}: {shown}"]
