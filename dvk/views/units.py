"""The organisation on a day as a table and as JSON."""

from collections.abc import Iterable, Iterator
from datetime import date

from dvk.facts import Term
from dvk.messages import Language
from dvk.organisation import Organisation
from dvk.vietnamese.dates import format_date
from dvk.views.table import Column, Nested, Table
from dvk.workspace import Workspace
from dvk.year_tree import cut_circles


def units_json(workspace: Workspace, units: list[tuple[int, str]], on: date) -> list[dict[str, object]]:
    """One object a unit open on that day, each above what is below it."""
    organisation = workspace.organisation
    return [
        {
            "id": unit,
            "name": organisation.name_on(unit, on),
            "line": organisation.units[unit].line,
            "level": value_on(organisation, unit, "levels", on),
            "kind": value_on(organisation, unit, "kinds", on),
            "parent": organisation.parent_on(unit, on),
            "answers_to": value_on(organisation, unit, "answers_to", on),
            "from": _day(organisation.units[unit].start),
            "to": _day(organisation.end_of(unit)),
            "depth": depth,
        }
        for depth, unit in units
    ]


def units_table(workspace: Workspace, units: list[tuple[int, str]], on: date, language: Language) -> Table:
    """The same, names indented by depth."""
    en = language == "en"
    organisation, settings = workspace.organisation, workspace.settings
    columns = (
        Column("id", "id"),
        Column("name", "name" if en else "tên"),
        Column("line", "line" if en else "hệ thống"),
        Column("level", "level" if en else "cấp"),
        Column("kind", "kind" if en else "loại"),
        Column("from", "from" if en else "từ"),
        Column("to", "to" if en else "đến"),
    )
    rows = [
        (
            unit,
            Nested(organisation.name_on(unit, on), depth),
            _words(settings.lines, organisation.units[unit].line, language),
            _words(settings.levels, value_on(organisation, unit, "levels", on), language),
            _words(settings.kinds, value_on(organisation, unit, "kinds", on), language),
            organisation.units[unit].start,
            organisation.end_of(unit),
        )
        for depth, unit in units
    ]
    day = format_date(on)
    number = f"{len(rows)} unit{'' if len(rows) == 1 else 's'}"
    count = f"{number} open on {day}" if en else f"{len(rows)} đơn vị hoạt động ngày {day}"
    return Table(count, columns, list(rows), name="Units" if en else "Đơn vị")


def open_units(workspace: Workspace, on: date, top: str | None) -> list[tuple[int, str]]:
    """Units open on the day with their depth, each above what is below it; only a subtree if asked."""
    organisation = workspace.organisation
    here = {unit: None for unit in organisation.units if organisation.is_open(unit, on)}
    parents = {unit: above if (above := organisation.parent_on(unit, on)) in here else None for unit in here}
    cut_circles(parents)
    children: dict[str | None, list[str]] = {}
    for unit, above in parents.items():
        children.setdefault(above, []).append(unit)
    tops = children.get(None, []) if top is None else [top] if top in parents else []
    return list(_walk(children, [(0, unit) for unit in reversed(tops)]))


def _walk(children: dict[str | None, list[str]], waiting: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    while waiting:
        depth, unit = waiting.pop()
        yield depth, unit
        waiting.extend((depth + 1, child) for child in reversed(children.get(unit, [])))


def value_on(organisation: Organisation, unit: str, what: str, on: date) -> str | None:
    """A dated value of a unit on a day: of ``levels``, ``kinds`` or ``answers_to``."""
    values = getattr(organisation.units[unit], what)
    return next((value.value for value in values if value.holds(on)), None)


def _words(terms: Iterable[Term], value: str | None, language: Language) -> str | None:
    """The name of a term of the policy; an id that it does not list stands for itself."""
    if value is None:
        return None
    term = next((term for term in terms if term.id == value), None)
    return (term.name_en if language == "en" else term.name) if term else value


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
