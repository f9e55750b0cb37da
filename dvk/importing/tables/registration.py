"""A registration of models that stands in tables with labels or titles, dvk's own or somebody else's."""

from collections.abc import Iterator, Sequence

from dvk.importing.known import Known
from dvk.importing.paper import Block, Grid, Line, Paper
from dvk.importing.quoted import Draft, Quoted, quoted
from dvk.importing.tables.chapters import body_of, lines_in, opened, opening_of
from dvk.importing.tables.entry import Entry
from dvk.importing.tables.grids import cell_text, labelled, table_of
from dvk.importing.tables.head import lead_in
from dvk.importing.tables.labels import MODEL
from dvk.importing.tables.markdown import markdown_of, unnumbered
from dvk.importing.tables.models import model_of
from dvk.importing.tables.named import Named
from dvk.importing.tables.written import period_of, plain_words
from dvk.naming import FreeIds

_NO_CELL = {"number"}

Fields = dict[str, Draft]


def registration_of(paper: Paper, known: Known) -> Fields:
    """The models of a registration from its tables, its period, and the text in front of them; not its head and foot.

    Args:
        paper: the registration.
        known: what its names mean.
    """
    named = Named(known)
    body = body_of(paper)
    made: Fields = {}
    blocks = list(body.blocks if body else paper.blocks)
    models, first = _models(blocks, named)
    opening = opening_of(body, "registration") if body else None
    if opening:
        period = period_of(opened(opening, "registration"))
        made |= {"period": quoted(period, opening)} if period else {}
        made |= _text([*(lead_in(body) if body else ()), *blocks[:first]])
    return made | ({"models": models} if models else {})


def _words(line: Line) -> str:
    return plain_words(line.text)


def _text(blocks: Sequence[Block]) -> Fields:
    text = markdown_of(blocks)
    line = next((line.number for line in lines_in(blocks)), 0)
    return {"text": Quoted(text, line)} if text else {}


def _models(blocks: Sequence[Block], named: Named) -> tuple[list[Draft], int]:
    """The models in the tables of a paper, and where the first of them begins."""
    models: list[Draft] = []
    first = len(blocks)
    ids = FreeIds()
    for place, block in enumerate(blocks):
        if isinstance(block, Grid):
            found = [model_of(entry, name, named, ids) for entry, name in _entries(block, blocks[:place])]
            begins = place - _titled_above(block, blocks[:place])
            first = min(first, begins) if found else first
            models += found
    return models, first


def _titled_above(grid: Grid, before: Sequence[Block]) -> int:
    """1 where the line above a table of one model is its name."""
    named = any(key == "name" for key, _, _ in labelled(grid, MODEL))
    return int(bool(labelled(grid, MODEL)) and not named and bool(before) and isinstance(before[-1], Line))


def _entries(grid: Grid, before: Sequence[Block]) -> Iterator[tuple[Entry, Quoted]]:
    """The models of a table: one, where its rows bear labels; one a row, where its columns bear titles."""
    rows = labelled(grid, MODEL)
    if rows:
        titles = {key: cell_text(label).rstrip(" :") for key, label, _ in rows if key}
        entry = Entry({key: value for key, _, value in rows if key and value}, rows[0][1][0], titles)
        name = _name(entry, before)
        if name:
            yield entry, name
        return
    table = table_of(grid, MODEL, ("name",))
    for row in table.rows if table and len(table.keys) > 1 else ():
        if "name" in row.cells:
            cells = {key: cell for key, cell in row.cells.items() if key not in _NO_CELL}
            yield Entry(cells, row.first, row.titles), quoted(row.text("name"), row.line("name"))


def _name(entry: Entry, before: Sequence[Block]) -> Quoted | None:
    """The name of a model: in its row, else in the line above its table."""
    if entry.words("name"):
        return quoted(entry.words("name"), entry.lines("name")[0])
    above = before[-1] if before else None
    return quoted(unnumbered(_words(above)), above) if isinstance(above, Line) else None
