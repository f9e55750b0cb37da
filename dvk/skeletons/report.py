"""A new report: what is asked of the unit for the period, with empty figures beside what is known of each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dvk.coverage import expected_units
from dvk.deadlines import FilingLine
from dvk.facts import Indicator, Section
from dvk.messages.words import word
from dvk.models import ModelOfYear, funnel
from dvk.obligations import Owed
from dvk.periods import Period
from dvk.skeletons.frame import common, frame_of, path_of
from dvk.skeletons.owing import Debt, debts, owed_among, owed_by, owed_for, to_answer
from dvk.skeletons.past_figures import PastFigures, bounded
from dvk.skeletons.registration import Budget
from dvk.skeletons.rendering import NewFile, Remark, filled_in
from dvk.values import Reference
from dvk.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Entry:
    """A line for a figure: its indicator, and what is said beside it."""

    indicator: str
    words: str


@dataclass(frozen=True, slots=True)
class Given:
    """An indicator that another report of the same unit and period gives."""

    indicator: str
    name: str
    path: str


@dataclass(frozen=True, slots=True)
class ModelLines:
    """A model that the unit leads, with a line for each of its own targets."""

    reference: Reference
    words: str
    results: tuple[Entry, ...]
    budget: str


@dataclass(frozen=True, slots=True)
class ReportWishes:
    """What a caller wants.

    Args:
        unit: whose report.
        period: for which months.
        today: the day of the call.
        plan: only what this plan asks.
        answers: only these obligations, whether they ask the unit or not.
        topic: the end of its name where it is one of several for the period; "".
    """

    unit: str
    period: Period
    today: date
    plan: str | None = None
    answers: tuple[Reference, ...] = ()
    topic: str = ""


def new_report(workspace: Workspace, wishes: ReportWishes) -> NewFile:
    """A report with a line for each figure that is asked and not given yet.

    Raises:
        CannotGoOn: DVK920 if the unit was not open in the period.
    """
    frame = frame_of(workspace, wishes.unit, wishes.period, wishes.today)
    chosen, unasked = _chosen(workspace, wishes)
    report = _Report(workspace, wishes, chosen)
    owed = debts(workspace, chosen)
    path = path_of(workspace, "report", frame, "-".join(filter(None, (str(wishes.period), wishes.topic))))
    text = filled_in("report", path, {**common(workspace, frame), **to_answer(owed), **report.values()})
    remarks = (*(Remark("not_asked", {"obligation": str(named)}) for named in unasked), *report.remarks(owed))
    return NewFile(path, text, report.to_fill, remarks)


def _chosen(workspace: Workspace, wishes: ReportWishes) -> tuple[tuple[Owed, ...], tuple[Reference, ...]]:
    """The obligations that it is to answer; and those of them that do not ask the unit."""
    if wishes.answers:
        return owed_among(workspace, wishes.unit, wishes.period, wishes.answers)
    owed = owed_for(workspace, wishes.unit, "report", wishes.period)
    return tuple(one for one in owed if wishes.plan in {None, one.plan}), ()


@dataclass(frozen=True)
class _Report:
    """One new report in the making."""

    workspace: Workspace
    wishes: ReportWishes
    owed: tuple[Owed, ...]

    @cached_property
    def beside(self) -> PastFigures:
        """What is said beside its figures."""
        return PastFigures(self.workspace, self.wishes.unit, self.wishes.period)

    def values(self) -> dict[str, object]:
        """The figures and models that it has a line for."""
        return {
            "own": self.entries(self.missing, "own"),
            "unasked": self.unasked(),
            "given": self.given,
            "ratios": [indicator for indicator in self.asked if indicator.is_ratio],
            "consolidated": self.entries(self.consolidated, "consolidated"),
            "models": [self.model_lines(model) for model in self.models],
            "id_width": max((len(indicator.id) for indicator in self.asked), default=0),
        }

    @cached_property
    def asked(self) -> list[Indicator]:
        """The indicators that the obligations ask of the unit, with the parts of ratios; in the catalogue's order."""
        lines = [FilingLine(owed, "waived" if owed.waiver else "open") for owed in self.owed]
        expected = expected_units(self.workspace, lines)
        wanted = {name for name, units in expected.items() if self.wishes.unit in units}
        for indicator in self.workspace.indicators.values():
            if indicator.is_ratio and indicator.id in wanted:
                wanted |= {indicator.numerator or "", indicator.denominator or ""}
        return [indicator for indicator in self.workspace.indicators.values() if indicator.id in wanted]

    @cached_property
    def given(self) -> list[Given]:
        """What of it another report of the same period gives."""
        found = self._elsewhere("own")
        return [Given(i.id, i.name, found[i.id]) for i in self.asked if i.id in found]

    def _elsewhere(self, section: Section) -> dict[str, str]:
        """Indicators that another report of the unit and period has, with its path."""
        found: dict[str, str] = {}
        for path, report in self.workspace.reports.items():
            same = report.unit == self.wishes.unit and report.period == self.wishes.period
            if same and report.state != "withdrawn":
                for fact in report.figures:
                    if fact.section == section:
                        found.setdefault(fact.indicator, path)
        return found

    @cached_property
    def missing(self) -> list[Indicator]:
        """What is left to give."""
        given = {entry.indicator for entry in self.given}
        return [indicator for indicator in self.asked if not indicator.is_ratio and indicator.id not in given]

    @property
    def to_fill(self) -> str:
        """The first field that waits for something."""
        return f"own[indicator={self.missing[0].id}].value" if self.missing else "text"

    @property
    def consolidated(self) -> list[Indicator]:
        """What a unit with units below it may state as a total of all of them."""
        children = self.workspace.trees.of(self.wishes.period.year).children[self.wishes.unit]
        stated = self._elsewhere("consolidated")
        return [i for i in self.asked if children and i.over_units == "sum" and i.id not in stated]

    @cached_property
    def models(self) -> list[ModelOfYear]:
        """The models that the unit leads in the year of the period, those dropped aside."""
        all_models = funnel(self.beside.admission, self.wishes.period.year).models
        return [model for model in all_models if model.lead == self.wishes.unit and not model.dropped]

    def entries(self, indicators: Iterable[Indicator], section: Section) -> list[Entry]:
        """A line for each."""
        return [Entry(indicator.id, self.beside.words(indicator, section)) for indicator in indicators]

    def unasked(self) -> list[Entry]:
        """Lines that may be useful though nobody asks for them: of models, or all where nothing is asked."""
        rest = [i for i in self.workspace.indicators.values() if not i.is_ratio and i not in self.asked]
        if self.asked:
            aims = {target.indicator for model in self.models for target in model.model.targets}
            rest = [indicator for indicator in rest if indicator.id in aims]
        return self.entries(rest, "own")

    def model_lines(self, made: ModelOfYear) -> ModelLines:
        """A model with a line for each result to be given."""
        results = []
        for target in made.model.targets:
            indicator = self.workspace.indicators.get(target.indicator)
            if indicator is not None and not indicator.is_ratio:
                aim = bounded(target.value, target.upper, target.bound)
                words = f"{indicator.name} ({indicator.unit_of_measure}). Mục tiêu: {aim}"
                results.append(Entry(indicator.id, words))
        budget = "" if made.model.budget is None else Budget(made.model.budget, made.model.budget_bound).said
        words = f"{made.model.name}. Đến nay: {word(made.stage, 'vi')}"
        return ModelLines(made.reference, words, tuple(results), budget)

    def remarks(self, owed: tuple[Debt, ...]) -> Iterator[Remark]:
        """What the caller may not expect: that nothing is owed, or that it is answered already."""
        about = {"unit": self.wishes.unit, "period": str(self.wishes.period)}
        if not owed and self.wishes.plan is not None:
            yield Remark("plan_asks_nothing", about | {"plan": self.wishes.plan})
        elif not owed:
            yield self._nothing_owed(about)
        elif all(debt.why_not for debt in owed):
            yield Remark("nothing_left", about)

    def _nothing_owed(self, about: dict[str, str]) -> Remark:
        """That nobody asks for this period, with those of the year that are asked for."""
        year = self.wishes.period.year
        periods = {o.period for o in owed_by(self.workspace, self.wishes.unit, "report", year)}
        said = ", ".join(str(period) for period in sorted(periods, key=lambda p: (p.end, p.start)))
        return Remark("owes_other_periods" if said else "owes_nothing", about | {"asked": said, "year": str(year)})
