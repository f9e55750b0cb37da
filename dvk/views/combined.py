"""Yearbooks of several exports as one answer, laid out as ``dvk rollup`` lays out those of one workspace."""

from collections.abc import Sequence
from dataclasses import replace

from dvk.combining.models import together
from dvk.messages import Language
from dvk.views.model_tables import all_models
from dvk.views.rollup import rollup_json
from dvk.views.rollup_tables import rollup_tables
from dvk.views.table import Table
from dvk.yearbook import Yearbook

Asked = Sequence[tuple[Yearbook, str]]
"""The units asked about, each with the yearbook that it stands in."""


def combined_json(asked: Asked, only: frozenset[str]) -> list[dict[str, object]]:
    """One object a unit, as ``dvk rollup --format json`` has it."""
    return [row for book, unit in asked for row in rollup_json(book, (unit,), only)]


def combined_tables(asked: Asked, only: frozenset[str], depth: int, language: Language) -> list[Table]:
    """The tables of each unit, and the models of all of them where more than one has any."""
    found = [table for book, unit in asked for table in rollup_tables(book, (unit,), only, depth, language)]
    if only and len(asked) > 1:
        return [table for table in found if table.rows]
    with_models = [(unit, book.funnel) for book, unit in asked if book.funnel.of(unit)]
    if not only and len(with_models) > 1:
        first = asked[0][0]
        all_of_them = replace(first, funnel=together(with_models, first.rollup.year))
        found.append(all_models(all_of_them, tuple(unit for unit, _ in with_models), language))
    return found
