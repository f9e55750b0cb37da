"""DVK425, DVK427, DVK428, DVK433: departments, fields, levels and kinds that are not on the lists."""

from collections.abc import Iterator
from datetime import date

from dvk.entries import listed
from dvk.facts import Debtors, Department, Filing, Plan, Registration, Report, Story, UnitsFile
from dvk.findings import Mistake
from dvk.naming import Known
from dvk.vietnamese.dates import format_date
from dvk.workspace_checks.books import Books, Found, is_unread


def departments(books: Books) -> Found:
    """DVK425, DVK433: a department that the unit does not have, or did not have on the day of the document."""
    known = books.workspace.organisation.units
    for path, filing in books.workspace.filings():
        if filing.unit not in known:
            continue
        day = _day_of(filing)
        mine: dict[str, list[Department]] = {}
        for department in known[filing.unit].departments:
            mine.setdefault(department.id, []).append(department)
        answers = Known({key: rows[-1] for key, rows in mine.items()})
        for field, name in _departments_named(filing):
            args = {"department": name, "unit": books.name(filing.unit, day)}
            if name not in mine:
                yield path, Mistake("DVK425", field, args | {"near": answers.near(name)})
            elif not any(department.holds(day) for department in mine[name]):
                yield path, Mistake("DVK433", field, args | _life(mine[name][0], day))


def _day_of(filing: Filing) -> date:
    """The day on which a document speaks: of its issue, of its effect or of its sending, else the end of its period."""
    start = filing.start if isinstance(filing, Plan) else None
    return filing.issued or start or (filing.declared.day if filing.declared else filing.period.end)


def _life(department: Department, day: date) -> dict[str, str]:
    """On which side of its life a day falls, and where that begins or ends."""
    is_before = department.start is not None and day < department.start
    limit = department.start if is_before else department.end
    return {
        "day": format_date(day),
        "problem": "there_only_from" if is_before else "there_only_until",
        "limit": format_date(limit or day),
    }


def _departments_named(filing: Filing) -> Iterator[tuple[str, str]]:
    if isinstance(filing, Plan):
        for at, obligation in listed("obligations", filing.obligations):
            if obligation.department:
                yield f"{at}.channel.department", obligation.department
        yield from ((f"{at}.department", task.department) for at, task in listed("tasks", filing.tasks))
    if isinstance(filing, Registration):
        for at, model in listed("models", filing.models):
            if model.department:
                yield f"{at}.department", model.department


def fields(books: Books) -> Found:
    """DVK427: a field that the policy does not list."""
    known = Known({term.id: term for term in books.workspace.settings.fields})
    if is_unread(books.workspace, "settings"):
        return
    for path, document in books.workspace.documents():
        for place, field in _fields_named(document):
            if field is not None and field not in known:
                yield path, Mistake("DVK427", place, {"field": field, "near": known.near(field)})


def _fields_named(document: Filing | Story) -> Iterator[tuple[str, str | None]]:
    if isinstance(document, Story):
        yield "field", document.field
    if isinstance(document, Registration):
        yield from ((f"{at}.field", model.field) for at, model in listed("models", document.models))
    if isinstance(document, Report):
        yield from ((f"by_field[{i}].field", field) for i, field in enumerate(document.fields))
        yield from ((f"{at}.field", result.field) for at, result in listed("models", document.models))
        yield from ((f"{at}.field", exemplar.field) for at, exemplar in listed("exemplars", document.exemplars))


def terms(books: Books) -> Found:
    """DVK428: a line, level or kind that the policy does not list: no obligation would mean the unit, or no unit it."""
    settings = books.workspace.settings
    known = {
        "line": [term.id for term in settings.lines],
        "level": [term.id for term in settings.levels],
        "kind": [term.id for term in settings.kinds],
    }
    for path, place, key, value in _terms_named(books):
        if known[key] and value not in known[key]:
            args = {"key": key, "typed": value, "choices": ", ".join(known[key])}
            yield path, Mistake("DVK428", place, args)


def _terms_named(books: Books) -> Iterator[tuple[str, str, str, str]]:
    """Path, field, key and value of every line, level and kind."""
    for path, file in books.workspace.unit_files.items():
        yield from ((path, f"{at}.{key}", key, value) for at, key, value in _of_units(file))
    for path, filing in books.workspace.filings():
        yield from ((path, f"{at}.{key}", key, value) for at, key, value in _of_filing(filing))


def _of_units(file: UnitsFile) -> Iterator[tuple[str, str, str]]:
    for at, unit in listed("units", file.units):
        yield at, "line", unit.line
        yield from ((at, "level", level.value) for level in unit.levels)
        yield from ((at, "kind", kind.value) for kind in unit.kinds)


def _of_filing(filing: Filing) -> Iterator[tuple[str, str, str]]:
    if isinstance(filing, Plan):
        for at, obligation in listed("obligations", filing.obligations):
            yield from _of_debtors(f"{at}.who", obligation.who)
        for at, target in listed("targets", filing.targets):
            yield from _of_debtors(f"{at}.who", target.who)
    if isinstance(filing, Registration):
        for at, model in listed("models", filing.models):
            stages = listed(f"{at}.stages", model.stages)
            yield from ((of_stage, "level", stage.level) for of_stage, stage in stages if stage.level)
    if isinstance(filing, Report):
        yield from ((at, "level", e.level) for at, e in listed("exemplars", filing.exemplars) if e.level)


def _of_debtors(at: str, who: Debtors) -> Iterator[tuple[str, str, str]]:
    yield from ((at, "level", level) for level in sorted(who.levels))
    yield from ((at, "kind", kind) for kind in sorted(who.kinds))
