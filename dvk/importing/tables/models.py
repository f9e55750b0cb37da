"""A model of a registration by the labels of its rows, dvk's own and those of forms that others use."""

from collections.abc import Callable
from dataclasses import replace

from dvk.importing.quoted import Quoted
from dvk.importing.tables.entry import Entry, Fields
from dvk.importing.tables.markdown import markdown_of
from dvk.importing.tables.model_cells import (
    crossed,
    department_of,
    field_of,
    owners_of,
    targets_of,
    type_of,
    unit_of,
    years_of,
)
from dvk.importing.tables.model_means import (
    budget_of,
    forces_of,
    replicated_from_of,
    resources_of,
    stages_of,
    timetable_of,
)
from dvk.importing.tables.named import Named
from dvk.naming import FreeIds
from dvk.vietnamese.text import slug

PROSE = ("situation", "goal", "content", "method", "area", "beneficiaries", "output", "upkeep", "replication", "note")
"""The keys of a model whose text is Markdown."""
_LATE = {"targets"}
"""What may go on with what another cell says."""


def model_of(entry: Entry, name: Quoted, named: Named, ids: FreeIds) -> Fields:
    """A model in the keys of its schema; a row that says nothing gives no key."""
    made: Fields = {"id": Quoted(ids.new(slug(name.value)[:60].strip("-") or "muc"), name.line), "name": name}
    for key in sorted(entry.cells, key=lambda key: key in _LATE):
        read = _READERS.get(key, _nothing)(entry, named)
        made |= read | _notes(made, read)
    return made


def _notes(made: Fields, read: Fields) -> Fields:
    """Two notes of one model, one below the other."""
    first, second = made.get("note"), read.get("note")
    if not isinstance(first, Quoted) or not isinstance(second, Quoted):
        return {}
    return {"note": replace(first, value=f"{first.value}\n\n{second.value}", doubt=first.doubt or second.doubt)}


def _nothing(_entry: Entry, _named: Named) -> Fields:
    return {}


def _prose(key: str) -> Callable[[Entry, Named], Fields]:
    def read(entry: Entry, _named: Named) -> Fields:
        lines = list(entry.lines(key))
        return {key: Quoted(markdown_of(lines), lines[0].number)}

    return read


_READERS: dict[str, Callable[[Entry, Named], Fields]] = {
    "type": type_of,
    "collective": crossed("collective"),
    "individual": crossed("individual"),
    "field": field_of,
    "unit": unit_of,
    "owners": lambda entry, named: owners_of(entry.words("owners"), entry.lines("owners")[0], named),
    "department": department_of,
    "years": years_of,
    "targets": targets_of,
    "forces": forces_of,
    "budget": budget_of,
    "resources": resources_of,
    "timetable": timetable_of,
    "replicated_from": replicated_from_of,
    "stages": stages_of,
    **{key: _prose(key) for key in PROSE},
}
"""Each key of a row, and what reads it."""
