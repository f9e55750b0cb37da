"""The filing matrix as known then beside the matrix as known now."""

from collections.abc import Iterable

from dvk.deadlines import FilingLine
from dvk.messages.of_summary import told
from dvk.messages.words import word
from dvk.movements.filings import FilingMovement, filing_movements, key_of
from dvk.views.deadlines import deadlines_json
from dvk.views.movements import Named
from dvk.views.table import Cell, Column, Table
from dvk.workspace import Workspace


def deadlines_against_json(
    sides: tuple[tuple[Workspace, list[FilingLine]], tuple[Workspace, list[FilingLine]]],
) -> list[dict[str, object]]:
    """One object for each obligation, unit and period of either side: the line then, the line now, null for none."""
    then, now = (
        {key_of(line): row for line, row in zip(lines, deadlines_json(workspace, lines), strict=True)}
        for workspace, lines in sides
    )
    return [
        {
            "plan": key[0],
            "obligation": key[1],
            "unit": key[2],
            "period": str(key[3]),
            "then": then.get(key),
            "now": now.get(key),
            "moves": _state(then.get(key)) != _state(now.get(key)),
        }
        for key in dict.fromkeys([*now, *then])
    ]


def _state(row: dict[str, object] | None) -> object:
    return row["state"] if row else None


def deadlines_against_table(
    lines: tuple[Iterable[FilingLine], Iterable[FilingLine]], labels: tuple[str, str], named: Named
) -> Table:
    """A row for each obligation of a unit that stands otherwise: its state then, its state now."""
    language = named.language
    keys = ("plan", "obligation", "unit", "then_state", "now_state")
    columns = (
        *(Column(key, key, reader="machine") for key in keys),
        Column("title", told("col_obligation", language), reader="people"),
        Column("period", told("col_period", language)),
        Column("unit_name", told("col_unit", language)),
        Column("due", told("col_due", language)),
        Column("then", labels[0], reader="people"),
        Column("now", labels[1], reader="people"),
    )
    moved = filing_movements(*lines)
    notes = [] if moved else [told("nothing_differs_in_states", language)]
    return Table(told("against", language, *labels), columns, [_row(one, named) for one in moved], notes)


def _row(one: FilingMovement, named: Named) -> tuple[Cell, ...]:
    owed, language = one.owed, named.language
    return (
        owed.plan,
        owed.obligation.id,
        owed.unit,
        one.was,
        one.now,
        named.obligation(owed.plan, owed.obligation.id),
        str(owed.period),
        named.unit_on(owed.unit, owed.reference),
        owed.due.day if owed.due else None,
        word(one.was, language) if one.was else None,
        word(one.now, language) if one.now else None,
    )
