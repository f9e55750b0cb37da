"""``plans/<year>/<folder>/<slug>.yaml``: the document that orders work and sets deadlines and targets."""

from typing import Literal

from pydantic import Field

from dvk.documents.head import FilingPart
from dvk.documents.scalars import (
    Date,
    Day,
    Days,
    EndDate,
    EndDay,
    FigureValue,
    MomentValue,
    Part,
    PeriodOrPart,
    PeriodValue,
    ReferenceValue,
    Rows,
    Slug,
    Text,
    YesNo,
)
from dvk.facts import Bound, Debtors, Due, Exemption, Extension, Obligation, Plan, Target, TargetKind, Task, Unlock


class WhoPart(Part):
    """Units below the issuer in its own line: by level and kind together, or by name."""

    level: Rows[Slug] = Field(default_factory=list)
    kind: Rows[Slug] = Field(default_factory=list)
    units: Rows[Slug] = Field(default_factory=list)

    def facts(self) -> Debtors:
        """The same, as sets."""
        return Debtors(frozenset(self.level), frozenset(self.kind), frozenset(self.units))


class ExceptPart(Part):
    """A unit that need not file, why, and until when (included; for due days up to then)."""

    unit: Slug
    reason: Text
    until: EndDate | None = None


class ExtensionPart(Part):
    """A later due day for named units."""

    units: Rows[Slug]
    period: PeriodValue | None = None
    before: MomentValue | None = None
    by: MomentValue | None = None
    reason: Text


class UnlockPart(Part):
    """Named units may file after the lock, until a day that is included."""

    units: Rows[Slug]
    period: PeriodValue | None = None
    unlocked_until: EndDate
    reason: Text


class ChannelPart(Part):
    """How and through which department it is sent."""

    department: Slug | None = None
    by: Text | None = None
    address: Text | None = None


class ObligationPart(Part):
    """Something that units owe, for a period, by a date or without one."""

    id: Slug
    kind: Literal["plan", "registration", "report"]
    title: Text | None = None
    who: WhoPart
    period: PeriodOrPart
    every_year: YesNo = False
    before: Day | None = None
    by: Day | None = None
    in_: Literal["next_year"] | None = Field(None, alias="in")
    days_after: Days | None = None
    of: Text | None = None
    embedded_in: Text | None = None
    lock: EndDay | None = None
    cut_off: EndDay | None = None
    open_on: Literal["reference_day", "any_day"] = "reference_day"
    indicators: Rows[Slug] = Field(default_factory=list)
    channel: ChannelPart | None = None
    except_: Rows[ExceptPart] = Field(default_factory=list, alias="except")
    extensions: Rows[ExtensionPart] = Field(default_factory=list)
    unlocks: Rows[UnlockPart] = Field(default_factory=list)
    phrase: Text | None = None
    inferred: Rows[Slug] = Field(default_factory=list)

    def facts(self) -> Obligation:
        """The obligation as deadlines see it."""
        return Obligation(
            id=self.id,
            kind=self.kind,
            title=self.title or "",
            who=self.who.facts(),
            period=self.period,
            every_year=self.every_year,
            due=Due(self.before, self.by, self.in_ is not None, self.days_after, self.of, self.embedded_in),
            lock=self.lock,
            cut_off=self.cut_off,
            any_day=self.open_on == "any_day",
            indicators=tuple(self.indicators),
            department=self.channel.department if self.channel else None,
            exemptions=tuple(Exemption(e.unit, e.reason, e.until) for e in self.except_),
            extensions=tuple(
                Extension(frozenset(e.units), e.period, e.before, e.by, e.reason) for e in self.extensions
            ),
            unlocks=tuple(Unlock(frozenset(u.units), u.period, u.unlocked_until) for u in self.unlocks),
            phrase=self.phrase or "",
        )


class TargetPart(Part):
    """A value, or a range, to be reached by someone."""

    indicator: Slug
    kind: TargetKind
    value: FigureValue
    upper: FigureValue | None = None
    bound: Bound = "at_least"
    who: WhoPart | None = None
    year: PeriodValue | None = None
    every_year: YesNo = False
    phrase: Text | None = None
    inferred: Rows[Slug] = Field(default_factory=list)

    def facts(self) -> Target:
        """The target as sums see it."""
        return Target(
            indicator=self.indicator,
            kind=self.kind,
            value=self.value.value,
            upper=self.upper.value if self.upper else None,
            bound=self.bound,
            who=self.who.facts() if self.who else Debtors(),
            year=self.year.year if self.year else None,
            every_year=self.every_year,
        )


class TaskPart(Part):
    """A piece of work and the department or level that it is assigned to."""

    department: Slug | None = None
    level: Slug | None = None
    task: Text


class PlanEventPart(Part):
    """A dated event of the plan that deadlines may count from."""

    id: Slug
    date: Date
    name: Text | None = None


class PlanDocument(FilingPart):
    """A plan, guideline or programme."""

    schema_: Literal["plan/v1"] = Field(alias="schema")
    state: Literal["draft", "issued", "withdrawn"]
    type: Literal["KH", "HD", "CTr", "CT", "TB", "QĐ", "CV", "TTr", "ĐA"]
    subject: Text
    programme: Text | None = None
    effective: Date | None = None
    until: EndDate | None = None
    supersedes: Rows[ReferenceValue] = Field(default_factory=list)
    superior_plan: ReferenceValue | None = None
    events: Rows[PlanEventPart] = Field(default_factory=list)
    indicators: Rows[Slug] = Field(default_factory=list)
    obligations: Rows[ObligationPart] = Field(default_factory=list)
    targets: Rows[TargetPart] = Field(default_factory=list)
    tasks: Rows[TaskPart] = Field(default_factory=list)
    text: Text | None = None

    def facts(self) -> Plan:
        """The plan as deadlines and sums see it."""
        return Plan(
            profile=self.profile,
            state=self.state,
            revision=self.revision,
            changes=tuple(part.facts() for part in self.changes),
            unit=self.unit,
            type=self.type,
            number=self.number,
            issued=self.date,
            subject=self.subject,
            period=self.period,
            start=self.effective or self.date,
            until=self.until,
            supersedes=tuple(ref.path for ref in self.supersedes),
            superior_plan=self.superior_plan.path if self.superior_plan else None,
            answers=tuple(self.answers),
            declared=self.submitted,
            events=tuple((event.id, event.date) for event in self.events),
            indicators=tuple(self.indicators),
            obligations=tuple(part.facts() for part in self.obligations),
            targets=tuple(part.facts() for part in self.targets),
            tasks=tuple(Task(task.department) for task in self.tasks if task.department),
            illustrative=self.illustrative,
        )
