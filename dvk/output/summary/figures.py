"""Which totals move: a table for each year, from the unit up to the root."""

from collections.abc import Sequence
from itertools import groupby

from dvk.movements import Movement
from dvk.output.cells import words
from dvk.output.markdown_text import as_rows, plain
from dvk.output.summary.naming import Reviewed
from dvk.views.movements import remark, shown_coverage, shown_value, signed
from dvk.views.table import Cell, Column


def figures(reviewed: Reviewed) -> list[str]:
    """What moves, the most important of it if not all of it fits."""
    moved = reviewed.summary.movements
    if not moved:
        has_data = reviewed.summary.touched.documents or reviewed.summary.touched.lists
        return [reviewed.say("no_movement")] if has_data else []
    shown = _most_important(moved, reviewed.most)
    lines: list[str] = []
    for year, movements in groupby(shown, key=lambda movement: movement.year):
        above = [""] if lines else []
        lines += [*above, f"**{reviewed.say('year')} {year}**", "", *_table(reviewed, list(movements))]
    known = set(shown)
    left = [movement for movement in moved if movement not in known]
    if left:
        units, names = {movement.unit for movement in left}, {movement.name for movement in left}
        lines += ["", f"… {reviewed.say('more_lines', len(left), len(units), len(names))}"]
    return lines


def _most_important(moved: Sequence[Movement], most: int) -> list[Movement]:
    """Those that a superior sees first: figures before what they stand on, roots before the units below them."""
    order = sorted(range(len(moved)), key=lambda at: (not moved[at].is_of_value, moved[at].level, at))
    return [moved[at] for at in sorted(order[:most])]


def _table(reviewed: Reviewed, movements: list[Movement]) -> list[str]:
    """A row a movement; an indicator is named in its first row only, a root stands out."""
    *titles, remarks = (_heading(reviewed, name) for name in ("indicator", "unit", "before_after", "remark"))
    rows: list[list[str]] = []
    above = ""
    for movement in movements:
        name = "" if movement.name == above else plain(reviewed.named.indicator(movement.name))
        rows.append([name, *_cells(reviewed, movement)])
        above = movement.name
    return as_rows([*titles, "n/N", remarks], [False, False, True, True, False], rows)


def _heading(reviewed: Reviewed, name: str) -> str:
    said = reviewed.say(f"col_{name}")
    return said[:1].upper() + said[1:]


def _cells(reviewed: Reviewed, movement: Movement) -> list[str]:
    """Unit, “120 → 135 (+15)”, n/N before and after, and what it stands on."""
    before, after, language = movement.before, movement.after, reviewed.language
    unit = plain(reviewed.named.unit(movement.unit, movement.year))
    missing = reviewed.say("none_left" if before.value is not None else "none_yet")
    was = _shown(reviewed, shown_value(before, language, reviewed.say("none_yet")))
    now = _shown(reviewed, shown_value(after, language, missing))
    change = signed(movement.change, language)
    moves = f"{was} → {now}{f' ({change})' if change else ''}" if movement.is_of_value else now
    cells = [unit, moves] if movement.level else [f"**{unit}**", f"**{moves}**"]
    return [*cells, shown_coverage(before, after) or "–", plain(remark(movement, language))]


def _shown(reviewed: Reviewed, value: Cell) -> str:
    return plain(words(value, Column("value", "", "number"), reviewed.language))
