"""DVK402–404, DVK425, DVK427: names that lead nowhere, with the nearest ones that exist."""

from collections.abc import Container, Iterable, Iterator
from itertools import chain
from typing import TypeGuard

from dvk.facts import Filing, Plan, Registration, Report, UnitsFile
from dvk.figures import numbered
from dvk.findings import Mistake
from dvk.kinds import kind_of
from dvk.values import Reference
from dvk.vietnamese.text import nearest
from dvk.workspace import Workspace
from dvk.workspace_checks.books import Books, Found, known_name


def units(books: Books) -> Found:
    """DVK402: a unit that is not declared: its file would enter no total."""
    known = books.workspace.organisation.units
    if _unread(books.workspace, "units"):
        return
    for path, filing in books.workspace.filings():
        for field, unit in _units_named(filing):
            if unit not in known:
                yield path, Mistake("DVK402", field, {"unit": unit, "near": _near(unit, known)})


def _units_named(filing: Filing) -> Iterator[tuple[str, str]]:
    yield "unit", filing.unit
    if isinstance(filing, Registration):
        for model in filing.models:
            for position, owner in enumerate(model.owners[1:]):
                yield f"models[id={model.id}].owners[{position}]", owner
    if isinstance(filing, Plan):
        for obligation in filing.obligations:
            at = f"obligations[id={obligation.id}]"
            yield from ((f"{at}.who.units", unit) for unit in sorted(obligation.who.units))
            yield from ((f"{at}.except[unit={e.unit}].unit", e.unit) for e in obligation.exemptions)
            yield from ((f"{at}.extensions", unit) for e in obligation.extensions for unit in sorted(e.units))
            yield from ((f"{at}.unlocks", unit) for u in obligation.unlocks for unit in sorted(u.units))


def units_of_units(books: Books) -> Found:
    """DVK402: a parent or an event of the organisation names a unit that is not declared."""
    known = books.workspace.organisation.units
    if _unread(books.workspace, "units"):
        return
    for path, file in books.workspace.unit_files.items():
        for field, name in chain(_links(file), _of_events(file)):
            if name not in known:
                yield path, Mistake("DVK402", field, {"unit": name, "near": _near(name, known)})


def _links(file: UnitsFile) -> Iterator[tuple[str, str]]:
    for unit in file.units:
        yield from ((f"units[id={unit.id}].parent", link.value) for link in unit.parents)
        yield from ((f"units[id={unit.id}].answers_to", link.value) for link in unit.answers_to)


def _of_events(file: UnitsFile) -> Iterator[tuple[str, str]]:
    for position, event in enumerate(file.events):
        yield from ((f"events[{position}].from", name) for name in event.sources)
        yield from ((f"events[{position}].into", name) for name in event.targets)


def indicators(books: Books) -> Found:
    """DVK403: an indicator that the catalogue does not have."""
    known = books.workspace.indicators
    if _unread(books.workspace, "indicators"):
        return
    for path, filing in books.workspace.filings():
        for field, name in _indicators_named(filing):
            if name not in known:
                yield path, Mistake("DVK403", field, {"indicator": name, "near": _near(name, known)})


def _indicators_named(filing: Filing) -> Iterator[tuple[str, str]]:
    if isinstance(filing, Report):
        yield from ((f"{field}.indicator", fact.indicator) for field, fact in numbered(filing.figures))
    if isinstance(filing, Registration):
        for model in filing.models:
            for target in model.targets:
                yield f"models[id={model.id}].targets[indicator={target.indicator}].indicator", target.indicator
    if isinstance(filing, Plan):
        yield from ((f"indicators[{i}]", name) for i, name in enumerate(filing.indicators))
        yield from ((f"targets[indicator={t.indicator}].indicator", t.indicator) for t in filing.targets)
        for obligation in filing.obligations:
            for position, name in enumerate(obligation.indicators):
                yield f"obligations[id={obligation.id}].indicators[{position}]", name


def documents(books: Books) -> Found:
    """DVK404: an obligation, a plan or a model that is not there."""
    workspace = books.workspace
    models = dict.fromkeys(str(Reference(p, m.id)) for p, r in workspace.registrations.items() for m in r.models)
    for path, filing in workspace.filings():
        for position, reference in enumerate(filing.answers):
            if workspace.obligation(reference) is None and reference.path not in workspace.unread:
                yield path, _not_found(f"answers[{position}]", reference, _obligations(workspace, reference))
        if isinstance(filing, Plan):
            yield from ((path, mistake) for mistake in _plans_named(filing, workspace))
        if isinstance(filing, Report):
            for position, result in enumerate(filing.models):
                if _is_lost(result.model, models, workspace):
                    yield path, _not_found(f"models[{position}].model", result.model, models)


def _is_lost(reference: Reference | None, models: Container[str], workspace: Workspace) -> TypeGuard[Reference]:
    return reference is not None and str(reference) not in models and reference.path not in workspace.unread


def _obligations(workspace: Workspace, reference: Reference) -> list[str]:
    plan = workspace.plans.get(reference.path)
    if plan is None:
        return list(workspace.plans)
    return [str(Reference(reference.path, obligation.id)) for obligation in plan.obligations]


def _plans_named(plan: Plan, workspace: Workspace) -> Iterator[Mistake]:
    for position, path in enumerate(plan.supersedes):
        if path not in workspace.plans and path not in workspace.unread:
            yield _not_found(f"supersedes[{position}]", Reference(path), workspace.plans)
    if plan.superior_plan is not None and plan.superior_plan not in {*workspace.plans, *workspace.unread}:
        yield _not_found("superior_plan", Reference(plan.superior_plan), workspace.plans)
    for obligation in plan.obligations:
        for key, name in (("of", obligation.due.of), ("embedded_in", obligation.due.embedded_in)):
            if name and "#" in name:
                path, _, item = name.rpartition("#")
                reference = Reference(path, item)
                if workspace.obligation(reference) is None and path not in workspace.unread:
                    field = f"obligations[id={obligation.id}].{key}"
                    yield _not_found(field, reference, _obligations(workspace, reference))


def _not_found(field: str, reference: Reference, choices: Iterable[str]) -> Mistake:
    return Mistake("DVK404", field, {"reference": str(reference), "near": _near(str(reference), choices)})


def departments(books: Books) -> Found:
    """DVK425: a department that the unit does not have."""
    known = books.workspace.organisation.units
    for path, filing in books.workspace.filings():
        if filing.unit in known:
            mine = [department.id for department in known[filing.unit].departments]
            for field, name in _departments_named(filing):
                if name not in mine:
                    unit = known_name(books, filing.unit, filing.period.end)
                    args = {"department": name, "unit": unit, "near": _near(name, mine)}
                    yield path, Mistake("DVK425", field, args)


def _departments_named(filing: Filing) -> Iterator[tuple[str, str]]:
    if isinstance(filing, Plan):
        for obligation in filing.obligations:
            if obligation.department:
                yield f"obligations[id={obligation.id}].channel.department", obligation.department
        yield from ((f"tasks[department={name}].department", name) for name in filing.departments)
    if isinstance(filing, Registration):
        for model in filing.models:
            if model.department:
                yield f"models[id={model.id}].department", model.department


def terms(books: Books) -> Found:
    """DVK428: a line, level or kind of a unit that the policy does not list: no obligation would mean the unit."""
    settings = books.workspace.settings
    known = {
        "line": [term.id for term in settings.lines],
        "level": [term.id for term in settings.levels],
        "kind": [term.id for term in settings.kinds],
    }
    for path, file in books.workspace.unit_files.items():
        for unit in file.units:
            used = [("line", unit.line)]
            used += [("level", value.value) for value in unit.levels]
            used += [("kind", value.value) for value in unit.kinds]
            for key, value in used:
                if known[key] and value not in known[key]:
                    args = {"key": key, "typed": value, "choices": ", ".join(known[key])}
                    yield path, Mistake("DVK428", f"units[id={unit.id}].{key}", args)


def fields(books: Books) -> Found:
    """DVK427: a field that the policy does not list."""
    known = [term.id for term in books.workspace.settings.fields]
    if _unread(books.workspace, "settings"):
        return
    for path, registration in books.workspace.registrations.items():
        for model in registration.models:
            if model.field is not None and model.field not in known:
                args = {"field": model.field, "near": _near(model.field, known)}
                yield path, Mistake("DVK427", f"models[id={model.id}].field", args)


def _unread(workspace: Workspace, kind: str) -> bool:
    """Whether a file of that kind could not be read: what it declares is not known, so nothing can be missed."""
    return any(kind_of(path) == kind for path in workspace.unread)


def _near(name: str, choices: Iterable[str]) -> str:
    return " / ".join(nearest(name, list(choices)))
