"""Why a total is what it is, as tables and as JSON: one line for each figure, down to file and line."""

from collections.abc import Callable, Iterator

from dvk.explanation import Explanation
from dvk.messages import Language
from dvk.messages.words import word
from dvk.shown import json_number, number
from dvk.views.table import Cell, Column, Table
from dvk.yearbook import Yearbook
from dvk.yearly import Given

FindLine = Callable[[str, str], int]
"""The line of a field of a file."""


def why_json(found: Explanation, line_of: FindLine) -> dict[str, object]:
    """Every addend with file and line, and every figure that was set aside with its reason."""
    return {
        "unit": found.unit,
        "indicator": found.indicator,
        "year": found.year,
        "value": None if found.value is None else json_number(found.value),
        "basis": found.basis,
        "illustrative": found.illustrative,
        "addends": [*_addends_json(found, line_of), *_parts_json(found)],
        "overlaps": [{"model": model, "value": -1} for model in found.overlaps],
        "set_aside": [
            {
                "unit": aside.unit,
                "file": aside.given.path,
                "line": _line(aside.given, line_of),
                "period": str(aside.given.period),
                "value": None if aside.given.value is None else json_number(aside.given.value),
                "reason": aside.reason,
            }
            for aside in found.set_aside
        ],
    }


def _addends_json(found: Explanation, line_of: FindLine) -> Iterator[dict[str, object]]:
    for addend in found.addends:
        yield {
            "unit": addend.unit,
            "value": json_number(addend.value),
            "file": addend.given.path,
            "line": _line(addend.given, line_of),
            "field": addend.given.field,
            "period": str(addend.given.period),
            "part": addend.part,
        }


def _parts_json(found: Explanation) -> Iterator[dict[str, object]]:
    for part in found.parts:
        yield {"unit": part.unit, "value": part.number, "file": None, "line": None, "field": None, "period": None}


def why_tables(book: Yearbook, found: Explanation, line_of: FindLine, language: Language) -> list[Table]:
    """The addends with their places, and below them what was set aside."""
    en = language == "en"
    columns = (
        Column("name", "unit" if en else "đơn vị"),
        Column("value", "value" if en else "giá trị", "number"),
        Column("period", "period" if en else "kỳ"),
        Column("part", "kind" if en else "loại"),
        Column("place", "place" if en else "ở đâu"),
    )
    rows = list(_rows(book, found, line_of, language))
    entering = Table(_title(book, found, language), columns, rows, name="Added" if en else "Đã cộng")
    aside: list[tuple[Cell, ...]] = [
        (
            book.name(aside.unit),
            aside.given.value,
            str(aside.given.period),
            word(f"aside_{aside.reason}", language),
            f"{aside.given.path}:{_line(aside.given, line_of)}",
        )
        for aside in found.set_aside
    ]
    if not aside:
        return [entering]
    reason = Column("reason", "why" if en else "vì sao")
    return [entering, Table("Not added" if en else "Không cộng", (*columns[:3], reason, columns[4]), aside)]


def _rows(book: Yearbook, found: Explanation, line_of: FindLine, language: Language) -> Iterator[tuple[Cell, ...]]:
    for addend in found.addends:
        place = f"{addend.given.path}:{_line(addend.given, line_of)}"
        yield book.name(addend.unit), addend.value, str(addend.given.period), word(addend.part, language), place
    for part in found.parts:
        yield book.name(part.unit), part.number, None, None, None
    for model in found.overlaps:
        label = "counted in more than one part" if language == "en" else "có ở nhiều đơn vị"
        yield label, -1, None, None, model


def _line(given: Given, line_of: FindLine) -> int:
    return line_of(given.path, f"{given.field}.value")


def _title(book: Yearbook, found: Explanation, language: Language) -> str:
    name = found.name.to(language) if found.name else found.indicator
    shown = number(found.value, language) if found.value is not None else word("missing", language)
    parts = [book.name(found.unit), name, f"{found.year} = {shown}"]
    if found.basis:
        parts.append(word(found.basis, language))
    if found.illustrative:
        parts.append(word("illustrative", language))
    return " · ".join(parts)
