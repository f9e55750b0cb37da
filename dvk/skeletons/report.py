"""A new report: what is asked of the unit for the period, with empty figures beside what is known of each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dvk.coverage import expected_units
from dvk.deadlines import FilingLine
from dvk.facts import Indicator, Section
from dvk.kinds import KINDS
from dvk.messages.words import word
from dvk.models import ModelOfYear, funnel
from dvk.obligations import Owed
from dvk.periods import Period
from dvk.skeletons.owing import Debt, debts, owed_among, owed_by, owed_for
from dvk.skeletons.past_figures import PastFigures, bounded
from dvk.skeletons.registration import Budget
from dvk.skeletons.rendering import NewFile, Remark, filled_in
from dvk.skeletons.units_then import check_open, day_within, levels_of, period_words
from dvk.values import Reference
from dvk.workspace import Workspace

_EXAMPLE = Indicator("ma-chi-tieu", "Tên chỉ tiêu", "", "đơn vị tính")


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
    check_open(workspace, wishes.unit, wishes.period)
    chosen, unasked = _chosen(workspace, wishes)
    report = _Report(workspace, wishes, chosen)
    owed = debts(workspace, chosen)
    day = day_within(workspace, wishes.unit, wishes.period, wishes.today)
    values = {
        "unit": wishes.unit,
        "unit_name": workspace.organisation.name_on(wishes.unit, day),
        "level": next(iter(levels_of(workspace, [wishes.unit], day)), "commune"),
        "period": str(wishes.period),
        "period_words": period_words(wishes.period),
        "year": wishes.period.year,
        "today": day.isoformat(),
        "answers": [debt for debt in owed if not debt.why_not],
        "others": [debt for debt in owed if debt.why_not],
        "own": report.entries(report.missing, "own"),
        "unasked": report.unasked(),
        "given": report.given,
        "ratios": [indicator for indicator in report.asked if indicator.is_ratio],
        "consolidated": report.entries(report.consolidated, "consolidated"),
        "models": [report.model_lines(model) for model in report.models],
        "id_width": max((len(indicator.id) for indicator in report.asked), default=0),
        "fields": workspace.settings.fields,
        "example": next(iter(workspace.indicators.values()), _EXAMPLE),
    }
    remarks = (*(Remark("not_asked", (str(named),)) for named in unasked), *report.remarks(owed))
    return NewFile(report.path, filled_in("report", report.path, values), report.to_fill, remarks)


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

    @property
    def path(self) -> str:
        """Where it belongs."""
        period, topic = self.wishes.period, self.wishes.topic
        name = f"{period}-{topic}" if topic else str(period)
        folder = self.workspace.organisation.folder_of(self.wishes.unit)
        return f"{KINDS['report'].folder}/{period.year}/{folder}/{name}.yaml"

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
        if not owed and self.wishes.plan is not None:
            yield Remark("plan_asks_nothing", (self.wishes.plan, self.wishes.unit, str(self.wishes.period)))
        elif not owed:
            year = self.wishes.period.year
            periods = {o.period for o in owed_by(self.workspace, self.wishes.unit, "report", year)}
            name = "owes_other_periods" if periods else "owes_nothing"
            said = ", ".join(str(period) for period in sorted(periods, key=lambda p: (p.end, p.start)))
            yield Remark(name, (self.wishes.unit, str(self.wishes.period), said or str(year)))
        elif all(debt.why_not for debt in owed):
            yield Remark("nothing_left", (self.wishes.unit, str(self.wishes.period)))
