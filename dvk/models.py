"""The funnel of models: how many of a subtree were registered, carried out, recognised … by the end of a year."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dvk.admission import Admission
from dvk.facts import Exact, Model, ModelResult, Report, StageName
from dvk.values import Reference
from dvk.year_tree import Tree
from dvk.yearly import Given, over_the_year

STAGES: tuple[StageName, ...] = ("carried_out", "recognised", "typical", "rewarded")
COUNTS = ("registered", *STAGES, "dropped", "new", "kept_up")


@dataclass(frozen=True, slots=True)
class ModelOfYear:
    """A model as it stands at the end of a year.

    Args:
        reference: its registration and id.
        model: what was registered.
        rank: stages reached: 0 registered, 1 carried out, 2 recognised, 3 typical, 4 rewarded.
        dropped: whether it was dropped in the year.
        is_new: whether this is its first year.
        homes: the units of the year's tree that its owners' figures go to.
        results: what the lead reported for the year, by indicator.
        spent: money spent in the year, in đồng.
        illustrative: whether the registration says so.
    """

    reference: Reference
    model: Model
    rank: int
    dropped: bool
    is_new: bool
    homes: frozenset[str]
    results: dict[str, Exact]
    spent: Exact | None
    illustrative: bool

    @property
    def lead(self) -> str:
        """The unit that registered it."""
        return self.model.owners[0]

    @property
    def stage(self) -> str:
        """The last stage reached."""
        return ("registered", *STAGES)[self.rank]

    def counts_as(self, count: str) -> bool:
        """Whether it enters a count of the funnel: those that reached the stage or a later one."""
        if count in STAGES:
            return self.rank > STAGES.index(count)
        return {
            "registered": True,
            "dropped": self.dropped,
            "new": self.is_new,
            "kept_up": not self.is_new,
        }[count]


@dataclass(frozen=True)
class Funnel:
    """The models of a year, and in which units' totals each counts once."""

    tree: Tree
    models: tuple[ModelOfYear, ...]

    @cached_property
    def _below(self) -> dict[str, set[int]]:
        """Unit → the models that count in its total, as positions in ``models``."""
        found: dict[str, set[int]] = {unit: set() for unit in self.tree.parents}
        for position, model in enumerate(self.models):
            for home in model.homes:
                found[home].add(position)
        for unit in self.tree.bottom_up():
            for child in self.tree.children[unit]:
                found[unit] |= found[child]
        return found

    def of(self, unit: str) -> list[ModelOfYear]:
        """The models with an owner in the unit's subtree, each once, in the order of their files."""
        return [self.models[position] for position in sorted(self._below[unit])]

    def own(self, unit: str) -> list[ModelOfYear]:
        """The models that the unit itself owns."""
        return [model for model in self.models if unit in model.homes]

    def all_of(self, units: tuple[str, ...]) -> list[ModelOfYear]:
        """The models of several subtrees together, each once."""
        positions = set().union(*(self._below[unit] for unit in units)) if units else set()
        return [self.models[position] for position in sorted(positions)]

    def count(self, unit: str, count: str) -> int:
        """How many models of the unit's subtree enter a count of the funnel."""
        return sum(model.counts_as(count) for model in self.of(unit))


def funnel(admission: Admission, year: int) -> Funnel:
    """The models that count in a year. Source: design, “models”; rules 20.

    A dropped model counts in the year in which it was dropped and leaves the funnel after it.
    """
    tree = admission.workspace.trees.of(year)
    reported = _reported(admission, year)
    models = []
    for path, registration in admission.registrations().items():
        for model in registration.models:
            reference = Reference(path, model.id)
            if model.first_year <= year <= model.last_year:
                made = _in_year(admission, reference, model, (year, reported.get(reference, [])))
                if made is not None:
                    models.append(made)
    return Funnel(tree, tuple(models))


_Reported = list[tuple[str, Report, ModelResult]]


def _reported(admission: Admission, year: int) -> dict[Reference, _Reported]:
    """What reports up to the end of the year say of each model."""
    found: dict[Reference, _Reported] = {}
    years = {report.period.year for report in admission.workspace.reports.values() if report.models}
    for other in sorted(y for y in years if y <= year):
        for path, report in admission.reports(other).items():
            for result in report.models:
                if result.model is not None:
                    found.setdefault(result.model, []).append((path, report, result))
    return found


def _in_year(
    admission: Admission, reference: Reference, model: Model, known: tuple[int, _Reported]
) -> ModelOfYear | None:
    year, reported = known
    by_lead = [entry for entry in reported if entry[1].unit == model.owners[0]]
    stages = [(stage.stage, stage.day) for stage in model.stages]
    stages += [(result.stage, report.period.end) for _, report, result in by_lead if result.stage]
    reached = [(name, day) for name, day in stages if day <= date(year, 12, 31)]
    drops = [day for name, day in reached if name == "dropped"]
    if drops and min(drops).year < year:
        return None
    organisation = admission.workspace.organisation
    homes = {admission.workspace.trees.home(owner, year) for owner in model.owners if owner in organisation.units}
    registration = admission.workspace.registrations[reference.path]
    return ModelOfYear(
        reference=reference,
        model=model,
        rank=max((STAGES.index(name) + 1 for name, _ in reached if name != "dropped"), default=0),
        dropped=bool(drops),
        is_new=model.first_year == year,
        homes=frozenset(home for home in homes if home is not None),
        results=_results(admission, model, by_lead, year),
        spent=_spent(admission, model, by_lead, year),
        illustrative=registration.illustrative or any(r.illustrative for _, r, _ in by_lead),
    )


def _results(admission: Admission, model: Model, by_lead: _Reported, year: int) -> dict[str, Exact]:
    given: dict[str, list[Given]] = {}
    for path, report, result in by_lead:
        for indicator, value in result.results:
            given.setdefault(indicator, []).append(Given(report.period, value, path, "models"))
    found = {indicator: _over_year(admission, model, values, (indicator, year)) for indicator, values in given.items()}
    return {indicator: value for indicator, value in found.items() if value is not None}


def _spent(admission: Admission, model: Model, by_lead: _Reported, year: int) -> Exact | None:
    given = [Given(r.period, result.spent, path, "models") for path, r, result in by_lead if result.spent is not None]
    return _over_year(admission, model, given, ("", year))


def _over_year(admission: Admission, model: Model, given: list[Given], what: tuple[str, int]) -> Exact | None:
    indicator, year = what
    known = admission.workspace.indicators.get(indicator)
    organisation = admission.workspace.organisation
    if model.owners[0] not in organisation.units:
        return None
    first = {figure.period: figure for figure in reversed(given) if figure.period.year == year}
    life = organisation.months(model.owners[0], year)
    return over_the_year(list(first.values()), known.over_time if known else "sum", life).value
