"""Why a total is what it is, as a table and as JSON: one line for each figure, down to file and line."""

from collections.abc import Callable
from fractions import Fraction

from dvk.facts import Exact, Indicator
from dvk.messages import Language
from dvk.messages.words import word
from dvk.models import COUNTS
from dvk.shown import json_number, number
from dvk.views.table import Column, Table
from dvk.why import ALL_UNITS, addends, models_why, set_aside
from dvk.yearbook import Yearbook

FindLine = Callable[[str, str], int]
MODELS_PREFIX = "models."


def why_json(book: Yearbook, unit: str, indicator: Indicator, line_of: FindLine) -> dict[str, object]:
    """Every addend with file and line, and every figure that was set aside with its reason."""
    units = book.roots if unit == ALL_UNITS else (unit,)
    totals = (book.rollup.ratios if indicator.is_ratio else book.rollup.totals)[indicator.id]
    value = book.rollup.together(units, indicator) if unit == ALL_UNITS else book.rollup.value(unit, indicator)
    stated = any(totals[top].stated_up for top in units)
    return {
        "unit": unit,
        "indicator": indicator.id,
        "year": book.rollup.year,
        "value": None if value is None else json_number(value),
        "basis": None if value is None else "stated" if stated else "computed",
        "illustrative": any(
            found.given.path in book.rollup.figures.illustrative
            for top in units
            for found in addends(book.rollup, top, indicator)
        ),
        "addends": [
            {
                "unit": found.unit,
                "value": json_number(found.value),
                "file": found.given.path,
                "line": line_of(found.given.path, f"{found.given.field}.value"),
                "field": found.given.field,
                "period": str(found.given.period),
                "part": found.part,
            }
            for top in units
            for found in addends(book.rollup, top, indicator)
        ],
        "overlaps": [],
        "set_aside": [
            {
                "unit": aside.unit,
                "file": aside.given.path,
                "line": line_of(aside.given.path, f"{aside.given.field}.value"),
                "period": str(aside.given.period),
                "value": None if aside.given.value is None else json_number(aside.given.value),
                "reason": aside.reason,
            }
            for top in units
            for aside in set_aside(book.rollup, top, indicator)
        ],
    }


def models_json(book: Yearbook, unit: str, count: str) -> dict[str, object]:
    """How a count of models comes about: the parts below, and the models that stand in more than one."""
    parts, own = _parts(book, unit, count)
    counts, overlaps = models_why(book.funnel, parts, own, count)
    units = (*parts, unit)
    models = book.funnel.all_of(book.roots) if unit == ALL_UNITS else book.funnel.of(unit)
    return {
        "unit": unit,
        "indicator": f"{MODELS_PREFIX}{count}",
        "year": book.rollup.year,
        "value": sum(model.counts_as(count) for model in models),
        "basis": "computed",
        "illustrative": any(model.illustrative for model in models),
        "addends": [
            {"unit": part, "value": number, "file": None, "line": None, "field": None, "period": None}
            for part, number in zip(units, counts, strict=True)
            if number
        ],
        "overlaps": [{"model": model, "value": -1} for model in overlaps],
        "set_aside": [],
    }


def _parts(book: Yearbook, unit: str, count: str) -> tuple[tuple[str, ...], list[str]]:
    if unit == ALL_UNITS:
        return book.roots, []
    own = [str(model.reference) for model in book.funnel.own(unit) if model.counts_as(count)]
    return book.rollup.tree.children[unit], own


def counts_of_models() -> tuple[str, ...]:
    """What ``dvk why UNIT models.…`` can be asked."""
    return tuple(MODELS_PREFIX + count for count in COUNTS)


def why_tables(book: Yearbook, found: dict[str, object], language: Language) -> list[Table]:
    """The addends with their places, and below them what was set aside."""
    en = language == "en"
    columns = (
        Column("name", "unit" if en else "đơn vị"),
        Column("value", "value" if en else "giá trị", "number"),
        Column("period", "period" if en else "kỳ"),
        Column("part", "kind" if en else "loại"),
        Column("place", "place" if en else "ở đâu"),
    )
    table = Table(_title(book, found, language), columns)
    for row in _dicts(found["addends"]):
        table.rows.append(
            (
                book.name(str(row["unit"])),
                _exact(row["value"]),
                _text(row["period"]),
                word(str(row["part"]), language) if "part" in row else None,
                f"{row['file']}:{row['line']}" if row["file"] else None,
            )
        )
    for overlap in _dicts(found["overlaps"]):
        label = "counted in more than one part" if en else "có ở nhiều đơn vị"
        table.rows.append((label, _exact(overlap["value"]), None, None, str(overlap["model"])))
    tables = [table]
    aside = [
        (
            book.name(str(row["unit"])),
            _exact(row["value"]),
            str(row["period"]),
            word(f"aside_{row['reason']}", language),
            f"{row['file']}:{row['line']}",
        )
        for row in _dicts(found["set_aside"])
    ]
    if aside:
        why = Column("reason", "why" if en else "vì sao")
        tables.append(Table("Not added" if en else "Không cộng", (*columns[:3], why, columns[4]), list(aside)))
    return tables


def _title(book: Yearbook, found: dict[str, object], language: Language) -> str:
    value = _exact(found["value"])
    shown = number(value, language) if value is not None else word("missing", language)
    basis = f" · {word(str(found['basis']), language)}" if found["basis"] else ""
    marked = f" · {word('illustrative', language)}" if found["illustrative"] else ""
    return f"{book.name(str(found['unit']))} · {found['indicator']} · {found['year']} = {shown}{basis}{marked}"


def _dicts(rows: object) -> list[dict[str, object]]:
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _exact(value: object) -> Exact | None:
    if isinstance(value, float):
        return Fraction(str(value))
    return value if isinstance(value, int) else None


def _text(value: object) -> str | None:
    return None if value is None else str(value)
