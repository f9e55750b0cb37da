"""Which totals move: a table for each year, from the unit up to the root."""

from collections.abc import Sequence
from itertools import groupby

from dvk.movements import Movement
from dvk.output.cells import for_people, is_right
from dvk.output.markdown_text import as_rows, plain
from dvk.output.summary.naming import Reviewed
from dvk.views.movements import movements_table


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
    columns, rows = for_people(movements_table(movements, reviewed.named, ""), reviewed.language)
    cells = [[plain(cell) for cell in row] for row in rows]
    return as_rows([plain(column.title) for column in columns], [is_right(column) for column in columns], cells)
