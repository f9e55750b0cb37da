"""What moves, as tables and as JSON: a figure of a unit before and after, and what it stands on."""

from collections.abc import Sequence
from datetime import date

from dvk.facts import Exact
from dvk.messages import Language
from dvk.messages.of_summary import told
from dvk.messages.words import word
from dvk.movements import MODEL_COUNTS, Movement, Standing
from dvk.shown import json_number, number
from dvk.views.table import Cell, Column, Table
from dvk.workspace import Workspace

STANDING = ("value", "basis", "n", "N")
"""How a figure stands, for machines; ``standing_cells`` gives the cells."""


class Named:
    """Names of what two workspaces speak of; what the later one has not, the earlier one names."""

    def __init__(self, before: Workspace, after: Workspace, language: Language) -> None:
        self._sides = (after, before)
        self.language = language

    def unit(self, unit: str, year: int) -> str:
        """The name of a unit at the end of a year; an unknown id stands for itself."""
        return self.unit_on(unit, date(year, 12, 31))

    def unit_on(self, unit: str, day: date) -> str:
        """The name of a unit on a day."""
        known = next((side for side in self._sides if unit in side.organisation.units), None)
        return known.organisation.name_on(unit, day) if known else unit

    def indicator(self, name: str) -> str:
        """What is counted, with its unit of measure: ``Nhà Nhân ái (căn)``."""
        if name in MODEL_COUNTS:
            count = word(name.removeprefix("models."), self.language)
            models = told("models", self.language)
            return f"{models}: {count}".capitalize()
        found = next((side.indicators[name] for side in self._sides if name in side.indicators), None)
        if found is None:
            return name
        return f"{found.name_en if self.language == 'en' else found.name} ({found.unit_of_measure})"

    def unit_of_measure(self, name: str) -> str:
        """In what it is counted; of models nothing is said."""
        return next((side.indicators[name].unit_of_measure for side in self._sides if name in side.indicators), "")

    def obligation(self, plan: str, name: str) -> str:
        """The title of an obligation; its id where it has none."""
        found = (o for side in self._sides if plan in side.plans for o in side.plans[plan].obligations if o.id == name)
        known = next(found, None)
        return known.title or word(known.kind, self.language) if known else name


def movements_json(movements: Sequence[Movement], named: Named) -> list[dict[str, object]]:
    """Movements as documented in docs/output.md."""
    return [
        {
            "year": movement.year,
            "unit": movement.unit,
            "level": movement.level,
            "id": movement.name,
            "name": named.indicator(movement.name),
            "unit_of_measure": named.unit_of_measure(movement.name),
            "before": standing_json(movement.before),
            "after": standing_json(movement.after),
            "change": as_json(movement.change),
        }
        for movement in movements
    ]


def standing_json(standing: Standing) -> dict[str, object]:
    """How a figure stands."""
    return {
        "value": as_json(standing.value),
        "basis": standing.basis,
        "n": standing.given,
        "N": standing.expected,
        "illustrative": standing.illustrative,
    }


def as_json(value: Exact | None) -> int | float | None:
    """A number for JSON, null where there is none."""
    return None if value is None else json_number(value)


def movements_table(movements: Sequence[Movement], named: Named, title: str) -> Table:
    """A row a movement; an indicator is named in its first row only, for people."""
    language = named.language
    machine = ("year", "unit", "level", "indicator")
    sides = [f"{side}_{what}" for side in ("before", "after") for what in STANDING]
    columns = (
        *(Column(key, key, reader="machine") for key in (*machine, *sides, "change")),
        Column("name", told("col_indicator", language), reader="people"),
        Column("unit_name", told("col_unit", language)),
        Column("before", told("col_before", language), "number", reader="people"),
        Column("after", told("col_after", language), "number", reader="people"),
        Column("change_words", told("col_change", language), "number", reader="people"),
        Column("coverage", "n/N", "number", reader="people"),
        Column("remark", told("col_remark", language)),
    )
    rows: list[tuple[Cell, ...]] = []
    above: tuple[int, str] | None = None
    for movement in movements:
        first = (movement.year, movement.name) != above
        above = (movement.year, movement.name)
        rows.append(_row(movement, named, is_first=first))
    return Table(title, columns, rows, name=told("figures", language))


def _row(movement: Movement, named: Named, *, is_first: bool) -> tuple[Cell, ...]:
    before, after = movement.before, movement.after
    language = named.language
    return (
        movement.year,
        movement.unit,
        movement.level,
        movement.name,
        *standing_cells(before),
        *standing_cells(after),
        movement.change,
        named.indicator(movement.name) if is_first else "",
        named.unit(movement.unit, movement.year),
        shown_value(before, language, told("none_yet", language)),
        shown_value(after, language, told("none_left" if before.value is not None else "none_yet", language)),
        signed(movement.change, language),
        shown_coverage(before, after),
        remark(movement, language),
    )


def standing_cells(standing: Standing) -> tuple[Cell, ...]:
    """Value, basis, n and N."""
    return standing.value, standing.basis, standing.given, standing.expected


def shown_value(standing: Standing, language: Language, nothing: str) -> Cell:
    """A figure; where there is none, whether only nulls came in, or what to say."""
    if standing.value is None:
        return word("no_figure", language) if standing.basis == "null" else nothing
    return standing.value


def signed(change: Exact | None, language: Language) -> str | None:
    """A change with its sign; nothing where nothing can be said or nothing changes."""
    if not change:
        return None
    return f"{'+' if change > 0 else '−'}{number(change if change > 0 else -change, language)}"


def shown_coverage(before: Standing, after: Standing) -> str | None:
    """n/N, before and after where they differ; nothing where nobody is expected."""
    was, now = (f"{side.given}/{side.expected}" for side in (before, after))
    if not before.expected and not after.expected:
        return None
    return now if was == now else f"{was} → {now}"


def remark(movement: Movement, language: Language) -> str:
    """What a figure stands on where that is not adding up, or is not what it was; whether it is illustrative."""
    before, after = movement.before, movement.after
    parts = []
    bases = {"stated", "computed"}
    if before.basis != after.basis and {before.basis, after.basis} <= bases:
        parts.append(f"{word(before.basis or '', language)} → {word(after.basis or '', language)}")
    elif after.basis == "stated":
        parts.append(word("stated", language))
    if not movement.is_of_value and before.value is not None:
        parts.append(told("only_coverage", language))
    if before.illustrative or after.illustrative:
        parts.append(word("illustrative", language))
    return "; ".join(parts)
