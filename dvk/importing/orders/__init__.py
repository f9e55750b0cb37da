"""What a plan of running text orders: obligations, targets and models, work and departments."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from dvk.importing.known import Known
from dvk.importing.orders.addressees import Addressing
from dvk.importing.orders.body import MOST_CLAUSES, Body
from dvk.importing.orders.covering import Told, parts_told, tables_told
from dvk.importing.orders.joining import with_tables
from dvk.importing.orders.left import left_over
from dvk.importing.orders.models import drafts_of, models_in
from dvk.importing.orders.obligations import obligations_of
from dvk.importing.orders.reminding import is_reminder, reminded
from dvk.importing.orders.targets import targets_of
from dvk.importing.orders.tasks import tasks_of
from dvk.importing.orders.wishes import wishes_in
from dvk.importing.outline import Outline, Section
from dvk.importing.paper import Grid
from dvk.importing.quoted import Aside, Draft, Quoted, leaves, names_doubted_once

__all__ = ["Ordered", "is_reminder", "orders_of", "reminded", "with_tables"]


@dataclass(frozen=True, slots=True)
class Ordered:
    """What a plan orders.

    Args:
        draft: ``obligations``, ``targets``, ``tasks`` and ``events`` in the keys of a plan.
        models: models that the plan names: ``name``, ``value``, ``unit``, ``bound``, ``budget``, ``field``.
        standing: the id of the department that is the standing one, if it is said.
        aside: days that are no deadlines, and numbers that are no targets.
        told: the parts of the paper that obligations and tasks say every paragraph of.
        tables: the tables that say nothing more than obligations, targets and tasks.
    """

    draft: dict[str, Draft]
    models: list[dict[str, Draft]] = field(default_factory=list)
    standing: Quoted | None = None
    aside: tuple[Aside, ...] = ()
    told: tuple[Section, ...] = ()
    tables: tuple[Grid, ...] = ()

    @property
    def told_from(self) -> frozenset[int]:
        """The first lines of the parts and the tables that need not stand in the text."""
        tables = (next(grid.lines).number for grid in self.tables)
        return frozenset((*(part.title.number for part in self.told), *tables))


_NOTHING: Mapping[str, Draft] = {}


def orders_of(outline: Outline, known: Known, year: int | None, tables: Mapping[str, Draft] = _NOTHING) -> Ordered:
    """What a plan orders.

    Args:
        outline: its parts.
        known: the workspace that it is read into, its issuer and day.
        year: the year that it is for, None where it does not say.
        tables: what tables of the paper were read as already; their lines order nothing once more.
    """
    addressing = Addressing(known)
    body = Body(outline, addressing, frozenset(leaf.line for _, leaf in leaves(tables)) - {0})
    clauses = list(islice(body.clauses(), MOST_CLAUSES))
    prose = [clause for clause in clauses if clause.due_line is None]
    wishes, aside = wishes_in(clauses, known, addressing)
    filed = obligations_of(wishes, year)
    models = models_in(prose, known)
    targets, numbers = targets_of(prose, models, addressing, year)
    told = Told(filed.obligations)
    told.add_rows(item for draft in tables.values() for item in _items(draft))
    tasks, standing = tasks_of(prose, addressing, told)
    draft: dict[str, Draft] = {
        "events": filed.events,
        "obligations": filed.obligations,
        "targets": targets,
        "tasks": tasks,
    }
    aside += left_over(clauses, body.beside, draft, aside)
    return Ordered(
        draft=names_doubted_once(draft),
        models=list(drafts_of(models)),
        standing=standing,
        told=tuple(parts_told(outline, told)),
        tables=tuple(tables_told(outline.sections, told)),
        aside=tuple(sorted((*aside, *numbers), key=lambda one: one.line)),
    )


def _items(draft: Draft) -> Sequence[Draft]:
    return draft if isinstance(draft, Sequence) else ()
