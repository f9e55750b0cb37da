"""A report of somebody else: its tables of figures and models, and its text."""

import re
from collections.abc import Iterator, Sequence

from dvk.importing.outline import Outline
from dvk.importing.paper import Block, Grid, Line, Paper
from dvk.importing.quoted import Draft, Quoted
from dvk.importing.tables.chapters import grids_in
from dvk.importing.tables.figures import figure_drafts, figure_table
from dvk.importing.tables.grids import table_of
from dvk.importing.tables.labels import MODELS_OF_REPORT
from dvk.importing.tables.model_results import model_results
from dvk.importing.tables.named import Named
from dvk.importing.tables.narrative import narrative_of
from dvk.importing.tables.written import plain_words

SECTION_GUESSED = "section_guessed"
"""The doubt of figures that may be a unit's own or those of all its system."""
_OF_TABLE = re.compile(r"(?:ĐVT|Đơn vị tính)\s*:\s*([^():;,]+)", re.IGNORECASE)

Fields = dict[str, Draft]


def foreign_report(paper: Paper, outline: Outline, named: Named, year: int | None) -> Fields:
    """The tables of figures and of models in a report of somebody else, and its text by the titles of its sections.

    Args:
        paper: the report.
        outline: the same taken apart.
        named: what its names mean.
        year: its year; None where it does not say.
    """
    made: Fields = {}
    figures: list[Fields] = []
    spent: set[int] = set()
    for grid, above in zip(grids_in(paper.blocks), _above(paper.blocks), strict=True):
        models = _of_models(grid)
        table = None if models else figure_table(grid, year)
        found = list(figure_drafts(table, named, _measure(above))) if table else []
        figures += found
        spent |= {next(grid.lines).number} if models or found else set()
    if figures:
        made |= _in_section(figures, named)
    made |= model_results(paper.blocks, named, year or named.known.day.year)
    told = narrative_of(outline, named, year or named.known.day.year, spent)
    models_told = [*_listed(made.get("models", ())), *_listed(told.get("models", ()))]
    return made | told | ({"models": models_told} if models_told else {})


def _listed(draft: Draft) -> Sequence[Draft]:
    return draft if isinstance(draft, Sequence) else ()


def _above(blocks: Sequence[Block]) -> Iterator[str]:
    """The words of the line above each table."""
    for before, block in zip([None, *blocks], blocks, strict=False):
        if isinstance(block, Grid):
            yield plain_words(before.text) if isinstance(before, Line) else ""


def _measure(words: str) -> str:
    """The unit of measure that ``(ĐVT: triệu đồng)`` above a table names."""
    found = _OF_TABLE.search(words)
    return found[1].strip() if found else ""


def _in_section(figures: list[Fields], named: Named) -> Fields:
    """Own figures of a unit with none below it; of any other those of all its system, the first to be looked at."""
    if not named.has_units_below:
        return {"own": list(figures)}
    first = next((place for place, figure in enumerate(figures) if not _is_doubtful(figure["indicator"])), 0)
    marked = [
        figure | {"indicator": _doubtful(figure["indicator"])} if place == first else figure
        for place, figure in enumerate(figures)
    ]
    return {"consolidated": marked}


def _is_doubtful(indicator: Draft) -> bool:
    return isinstance(indicator, Quoted) and bool(indicator.doubt)


def _doubtful(indicator: Draft) -> Draft:
    if not isinstance(indicator, Quoted) or indicator.doubt:
        return indicator
    return Quoted(indicator.value, indicator.line, indicator.phrase, SECTION_GUESSED)


def _of_models(grid: Grid) -> bool:
    return table_of(grid, MODELS_OF_REPORT, ("name", "results")) is not None
