"""Checks of documents together: each a function (Books) → mistakes with their files; here is their table."""

from collections.abc import Callable

from dvk.workspace_checks import control_totals, figures, models, places, plans, references, tree
from dvk.workspace_checks.books import Books, Found

WORKSPACE_CHECKS: tuple[Callable[[Books], Found], ...] = (
    places.folders,
    places.unread_files,
    references.units,
    references.units_of_units,
    references.indicators,
    references.documents,
    references.departments,
    references.fields,
    references.terms,
    tree.open_then,
    tree.declared_once,
    tree.circles,
    tree.outlives_parent,
    tree.events,
    figures.given_twice,
    figures.forms,
    figures.ratios,
    control_totals.differs,
    control_totals.year_and_parts,
    control_totals.predecessors,
    models.reported_by_lead,
    models.in_the_units_figures,
    models.counted,
    plans.answers,
    plans.days_off,
    plans.allocations,
)
"""Every check of a workspace, in the order in which they run."""
