"""DVK402–404: units, indicators and documents that are not there, with the nearest ones that are."""

from collections.abc import Iterator
from itertools import chain

from dvk.entries import listed
from dvk.facts import Filing, Plan, Registration, Report, Story, UnitsFile
from dvk.figures import numbered
from dvk.findings import Mistake
from dvk.naming import Known
from dvk.values import Reference
from dvk.workspace import Workspace
from dvk.workspace_checks.books import Books, Found, is_unread


def units(books: Books) -> Found:
    """DVK402: a unit that is not declared: its file would enter no total."""
    known = Known(books.workspace.organisation.units)
    if is_unread(books.workspace, "units"):
        return
    for path, document in books.workspace.documents():
        for field, unit in _units_named(document):
            if unit not in known:
                yield path, Mistake("DVK402", field, {"unit": unit, "near": known.near(unit)})


def _units_named(document: Filing | Story) -> Iterator[tuple[str, str]]:
    yield "unit", document.unit
    if isinstance(document, Registration):
        for at, model in listed("models", document.models):
            for position, owner in enumerate(model.owners[1:]):
                yield f"{at}.owners[{position}]", owner
    if isinstance(document, Plan):
        for at, obligation in listed("obligations", document.obligations):
            yield from ((f"{at}.who.units", unit) for unit in sorted(obligation.who.units))
            yield from ((f"{row}.unit", e.unit) for row, e in listed(f"{at}.except", obligation.exemptions))
            yield from ((f"{at}.extensions", unit) for e in obligation.extensions for unit in sorted(e.units))
            yield from ((f"{at}.unlocks", unit) for u in obligation.unlocks for unit in sorted(u.units))


def units_of_units(books: Books) -> Found:
    """DVK402: a parent or an event of the organisation names a unit that is not declared."""
    known = Known(books.workspace.organisation.units)
    if is_unread(books.workspace, "units"):
        return
    for path, file in books.workspace.unit_files.items():
        for field, name in chain(_links(file), _of_events(file)):
            if name not in known:
                yield path, Mistake("DVK402", field, {"unit": name, "near": known.near(name)})


def _links(file: UnitsFile) -> Iterator[tuple[str, str]]:
    for at, unit in listed("units", file.units):
        yield from ((f"{at}.parent", link.value) for link in unit.parents)
        yield from ((f"{at}.answers_to", link.value) for link in unit.answers_to)


def _of_events(file: UnitsFile) -> Iterator[tuple[str, str]]:
    for at, event in listed("events", file.events):
        yield from ((f"{at}.from", name) for name in event.sources)
        yield from ((f"{at}.into", name) for name in event.targets)


def indicators(books: Books) -> Found:
    """DVK403: an indicator that the catalogue does not have."""
    known = Known(books.workspace.indicators)
    if is_unread(books.workspace, "indicators"):
        return
    for path, filing in books.workspace.filings():
        if isinstance(filing, Report) and all(fact.indicator in books.workspace.indicators for fact in filing.figures):
            continue
        for field, name in _indicators_named(filing):
            if name not in known:
                yield path, Mistake("DVK403", field, {"indicator": name, "near": known.near(name)})


def _indicators_named(filing: Filing) -> Iterator[tuple[str, str]]:
    if isinstance(filing, Report):
        yield from ((f"{field}.indicator", fact.indicator) for field, fact in numbered(filing.figures))
    if isinstance(filing, Registration):
        for at, model in listed("models", filing.models):
            yield from ((f"{row}.indicator", t.indicator) for row, t in listed(f"{at}.targets", model.targets))
    if isinstance(filing, Plan):
        yield from ((f"indicators[{i}]", name) for i, name in enumerate(filing.indicators))
        yield from ((f"{at}.indicator", t.indicator) for at, t in listed("targets", filing.targets))
        for at, obligation in listed("obligations", filing.obligations):
            yield from ((f"{at}.indicators[{i}]", name) for i, name in enumerate(obligation.indicators))


def documents(books: Books) -> Found:
    """DVK404: an obligation, a plan, a model or an exemplar that is not there."""
    workspace = books.workspace
    lost = _Lost(workspace)
    for path, filing in workspace.filings():
        yield from ((path, mistake) for mistake in lost.obligations(filing))
        if isinstance(filing, Plan):
            yield from ((path, mistake) for mistake in lost.plans(filing))
    for path, document in workspace.documents():
        for field, reference in _models_named(document):
            yield from ((path, mistake) for mistake in lost.among(lost.models, field, reference))
    for path, story in workspace.stories.items():
        for position, reference in enumerate(story.exemplars):
            found = lost.among(lost.exemplars, f"exemplars[{position}]", reference)
            yield from ((path, mistake) for mistake in found)


def _models_named(document: Filing | Story) -> Iterator[tuple[str, Reference | None]]:
    if isinstance(document, Registration):
        yield from ((f"{at}.replicated_from", model.replicated_from) for at, model in listed("models", document.models))
    if isinstance(document, Report):
        yield from ((f"{at}.model", result.model) for at, result in listed("models", document.models))
        for at, exemplar in listed("exemplars", document.exemplars):
            yield f"{at}.model", exemplar.model
            yield f"{at}.replicated_from", exemplar.replicated_from
    if isinstance(document, Story):
        yield from ((f"models[{i}]", model) for i, model in enumerate(document.models))


class _Lost:
    """Finds references that lead nowhere; what stands in a file that could not be read may well be there."""

    def __init__(self, workspace: Workspace) -> None:
        registrations, reports = workspace.registrations.items(), workspace.reports.items()
        models = (Reference(path, model.id) for path, file in registrations for model in file.models)
        exemplars = (Reference(path, exemplar.id) for path, file in reports for exemplar in file.exemplars)
        self._workspace = workspace
        self._unread = frozenset(workspace.unread)
        self._plans = Known(workspace.plans)
        self._obligations: dict[str, Known] = {}
        self.models = Known(dict.fromkeys(map(str, models)))
        self.exemplars = Known(dict.fromkeys(map(str, exemplars)))

    def among(self, known: Known, field: str, reference: Reference | None) -> Iterator[Mistake]:
        """A reference that is none of those known."""
        if reference is not None and str(reference) not in known and reference.path not in self._unread:
            yield Mistake("DVK404", field, {"reference": str(reference), "near": known.near(str(reference))})

    def obligations(self, filing: Filing) -> Iterator[Mistake]:
        """What a filing answers, and what the deadlines of a plan count from, where it is no obligation."""
        for position, reference in enumerate(filing.answers):
            yield from self.among(self._obligations_of(reference.path), f"answers[{position}]", reference)
        for at, obligation in listed("obligations", filing.obligations if isinstance(filing, Plan) else ()):
            for key, name in (("of", obligation.due.of), ("embedded_in", obligation.due.embedded_in)):
                if name and "#" in name:
                    path, _, item = name.rpartition("#")
                    yield from self.among(self._obligations_of(path), f"{at}.{key}", Reference(path, item))

    def _obligations_of(self, path: str) -> Known:
        """What a plan asks; of a plan that is not there, the paths of those that are."""
        plan = self._workspace.plans.get(path)
        if plan is None:
            return self._plans
        if path not in self._obligations:
            self._obligations[path] = Known([str(Reference(path, obligation.id)) for obligation in plan.obligations])
        return self._obligations[path]

    def plans(self, plan: Plan) -> Iterator[Mistake]:
        """What a plan replaces or carries out, where it is no plan."""
        for position, path in enumerate(plan.supersedes):
            yield from self.among(self._plans, f"supersedes[{position}]", Reference(path))
        if plan.superior_plan is not None:
            yield from self.among(self._plans, "superior_plan", Reference(plan.superior_plan))
