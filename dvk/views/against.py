"""A year as known then beside the same year as known now, at each level, with what was restated."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dvk.messages.of_summary import told
from dvk.movements import MODEL_COUNTS, Movement, YearSide
from dvk.movements.reasons import Changed, Reasons
from dvk.shown import number
from dvk.views.movements import (
    STANDING,
    Named,
    as_json,
    shown_coverage,
    shown_value,
    signed,
    standing_cells,
    standing_json,
)
from dvk.views.table import Cell, Column, Nested, Table
from dvk.yearbook import Yearbook

_MOST_NAMED = 3


@dataclass(frozen=True)
class Beside:
    """Two years beside each other: the same year of two states of the files.

    Args:
        then: the year as known then.
        now: the year as known now.
        labels: how the two were asked for.
        named: names in the language asked for.
    """

    then: Yearbook
    now: Yearbook
    labels: tuple[str, str]
    named: Named

    @cached_property
    def reasons(self) -> Reasons:
        """What became of each figure."""
        return Reasons(*(YearSide(book.rollup, book.funnel) for book in (self.then, self.now)))

    @property
    def roots(self) -> tuple[str, ...]:
        """The roots with an obligation, a figure or a model on either side."""
        return tuple(dict.fromkeys([*self.now.roots, *self.then.roots]))

    @property
    def year(self) -> int:
        """The year."""
        return self.now.rollup.year

    def names(self, unit: str, only: frozenset[str]) -> list[str]:
        """What is shown for a unit: the indicators of either side, and the counts of models where there are any."""
        books = (self.now, self.then)
        rows = [row.indicator.id for book in books if _holds(book, unit) for row in book.rows(unit, only)]
        counts = (name for name in MODEL_COUNTS if not only and self._is_any(unit, name))
        return list(dict.fromkeys([*rows, *counts]))

    def _is_any(self, unit: str, name: str) -> bool:
        """Whether there is anything of it on either side; nobody reads counts of no models."""
        movement = self.movement(unit, name)
        return bool(movement.before.value or movement.after.value)

    def below(self, unit: str) -> list[str]:
        """The units directly below, of either side."""
        books = (self.now, self.then)
        return list(dict.fromkeys(u for book in books for u in book.rollup.tree.children.get(unit, ())))

    def below_with(self, unit: str, name: str) -> list[str]:
        """Those of them that a table shows: of models only those that have any."""
        return [child for child in self.below(unit) if name not in MODEL_COUNTS or self._is_any(child, name)]

    def movement(self, unit: str, name: str, level: int = 0) -> Movement:
        """A figure then and now, whether it moves or not."""
        sides = (self.reasons.then, self.reasons.now)
        return Movement(self.year, unit, name, level, *(side.standing(unit, name) for side in sides))


def _holds(book: Yearbook, unit: str) -> bool:
    return unit in book.rollup.tree.parents


def against_json(beside: Beside, units: tuple[str, ...], only: frozenset[str]) -> list[dict[str, object]]:
    """The two as documented in docs/output.md: one object for each root, or for the unit asked for."""
    return [
        {
            "year": beside.year,
            "unit": unit,
            "then": beside.labels[0],
            "now": beside.labels[1],
            "rows": [_row_json(beside, unit, name) for name in beside.names(unit, only)],
        }
        for unit in units
    ]


def _row_json(beside: Beside, unit: str, name: str) -> dict[str, object]:
    movement = beside.movement(unit, name)
    return {
        "unit": unit,
        "id": name,
        "name": beside.named.indicator(name),
        "unit_of_measure": beside.named.unit_of_measure(name),
        "then": standing_json(movement.before),
        "now": standing_json(movement.after),
        "change": as_json(movement.change),
        "moves": movement.moves,
        "why": list(beside.reasons.of(movement)),
        "changed": [_changed_json(changed) for changed in beside.reasons.changed(unit, name)],
        "children": [_row_json(beside, child, name) for child in beside.below(unit)],
    }


def _changed_json(changed: Changed) -> dict[str, object]:
    return {
        "unit": changed.unit,
        "indicator": changed.indicator,
        "section": changed.section,
        "period": str(changed.period),
        "then": as_json(changed.then),
        "now": as_json(changed.now),
        "file": changed.path,
        "reason": changed.reason,
    }


def against_tables(beside: Beside, units: tuple[str, ...], only: frozenset[str], depth: int) -> list[Table]:
    """A table for each root: then, now, change and why, with the units below down to ``depth``."""
    return [_table(beside, unit, only, depth) for unit in units]


def _table(beside: Beside, unit: str, only: frozenset[str], depth: int) -> Table:
    language = beside.named.language
    standing = [f"{side}_{what}" for side in ("then", "now") for what in STANDING]
    keys = ("year", "unit", "unit_name", "indicator", *standing, "change", "reasons")
    columns = (
        *(Column(key, key, reader="machine") for key in keys),
        Column("name", told("col_indicator", language), reader="people"),
        Column("then", beside.labels[0], "number", reader="people"),
        Column("now", beside.labels[1], "number", reader="people"),
        Column("change_words", told("col_change", language), "number", reader="people"),
        Column("coverage", "n/N", "number", reader="people"),
        Column("why", told("col_why", language)),
    )
    rows = [row for name in beside.names(unit, only) for row in _rows(beside, unit, name, (0, depth))]
    title = f"{beside.named.unit(unit, beside.year)} · {told('year', language).lower()} {beside.year}"
    table = Table(f"{title} · {told('against', language, *beside.labels)}", columns, rows)
    movements = [beside.movement(unit, name) for name in beside.names(unit, only)]
    if not any(movement.moves for movement in movements):
        table.notes.append(told("nothing_differs", language))
    if any(beside.reasons.restated(unit, movement.name) for movement in movements):
        table.notes.append(told("restated_mark", language))
    return table


def _rows(beside: Beside, unit: str, name: str, levels: tuple[int, int]) -> Iterator[tuple[Cell, ...]]:
    level, depth = levels
    language = beside.named.language
    movement = beside.movement(unit, name)
    before, after = movement.before, movement.after
    restated = beside.reasons.restated(unit, name)
    change = signed(movement.change, language)
    yield (
        movement.year,
        unit,
        beside.named.unit(unit, beside.year),
        name,
        *standing_cells(before),
        *standing_cells(after),
        movement.change,
        " ".join(beside.reasons.of(movement)),
        Nested(beside.named.unit(unit, beside.year), level) if level else beside.named.indicator(name),
        shown_value(before, language, "–"),
        shown_value(after, language, "–"),
        f"{change or ''}{' *' if restated else ''}".strip() or None,
        shown_coverage(before, after),
        _why(beside, movement),
    )
    if level < depth:
        for child in beside.below_with(unit, name):
            yield from _rows(beside, child, name, (level + 1, depth))


def _why(beside: Beside, movement: Movement) -> str:
    """The reasons, and for each the first figures with their periods: those of units below, and what was restated."""
    changed = beside.reasons.changed(movement.unit, movement.name)
    parts = []
    for reason in beside.reasons.of(movement):
        told_of = [one for one in changed if one.reason == reason]
        named = [one for one in told_of if reason == "restated" or one.unit != movement.unit]
        parts.append(f"{told(reason, beside.named.language)}{_named(beside, named)}")
    return "; ".join(parts)


def _named(beside: Beside, changed: list[Changed]) -> str:
    """“: Huyện đoàn Càng Long 5 → 7 (2021-H1)”; nothing for none."""
    shown = [
        f"{beside.named.unit(one.unit, beside.year)} {_shown(beside, one)} ({one.period})"
        for one in changed[:_MOST_NAMED]
    ]
    return f": {', '.join([*shown, '…'] if len(changed) > _MOST_NAMED else shown)}" if shown else ""


def _shown(beside: Beside, one: Changed) -> str:
    values = ("–" if value is None else number(value, beside.named.language) for value in (one.then, one.now))
    return " → ".join(values)
