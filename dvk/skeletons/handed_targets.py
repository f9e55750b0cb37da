"""What of a superior's targets is handed down: to whom, how much, and what is left to be shared out."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from dvk.facts import Bound, Debtors, Indicator, Target, TargetKind
from dvk.obligations import Orders
from dvk.shown import number
from dvk.skeletons.frame import Frame
from dvk.skeletons.past_figures import bounded
from dvk.skeletons.scalars import figure
from dvk.skeletons.superior import Superior
from dvk.skeletons.units_then import below, directly_below, in_order, kinds_of, levels_of
from dvk.targets import allocated, in_force
from dvk.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Who:
    """Units by level, kind and name, in the order in which they are written."""

    levels: tuple[str, ...]
    kinds: tuple[str, ...]
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HandedTarget:
    """A target of the new plan.

    Args:
        indicator: its id; ``name`` is the name and the unit of measure.
        name: what is said beside it.
        kind: what is compared with the value.
        value: as written into the file; ``upper`` likewise, "" without one.
        upper: the upper end of a range.
        bound: at least, about or exactly.
        who: for ``each`` and ``per``.
        every_year: whether it holds every year.
        note: what the superior says.
    """

    indicator: str
    name: str
    kind: TargetKind
    value: str
    upper: str
    bound: Bound
    who: Who | None
    every_year: bool
    note: str = ""


@dataclass
class HandedTargets:
    """What the superior's targets come to.

    Args:
        set: targets of the new plan.
        to_share: totals of the superior, of which the unit's part is still to be filled in.
        notes: what is not handed down, and why.
    """

    set: list[HandedTarget] = field(default_factory=list)
    to_share: list[HandedTarget] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def handed_targets(workspace: Workspace, superior: Superior, frame: Frame) -> HandedTargets:
    """The targets of the superior's plan that hold in the year, as the unit's own plan has them.

    The plan is named by its author: as long as it is a draft, it hands down what it will set once it is issued.

    ``each`` and ``per`` go on to those meant that stand below the unit; what is asked of the unit itself becomes the
    total of its subtree, with which the superior compares it. A ``total`` is left to be shared out. ``own`` stays.
    """
    sharing, orders = _Sharing(workspace, superior, frame), _as_issued(workspace, superior, frame)
    found = HandedTargets()
    own, others = [], []
    for target in superior.plan.targets:
        indicator = workspace.indicators.get(target.indicator)
        if indicator is None or not in_force(orders, superior.path, target, frame.year):
            continue
        if target.kind == "total":
            found.to_share.append(sharing.total(target, indicator))
        elif target.kind == "own":
            own.append(indicator.name)
        elif parts := list(sharing.parts(target, indicator)):
            found.set.extend(parts)
        else:
            others.append(indicator.name)
    if own:
        found.notes.append(f"Chỉ tiêu {superior.issuer} tự làm, không giao xuống: {', '.join(own)}.")
    if others:
        found.notes.append(f"Chỉ tiêu {superior.issuer} giao cho đơn vị khác: {', '.join(others)}.")
    return found


def _as_issued(workspace: Workspace, superior: Superior, frame: Frame) -> Orders:
    """What the plans of the workspace order, the superior's taken as issued."""
    issued = replace(superior.plan, state="issued", start=superior.plan.start or frame.period.start)
    return replace(workspace.orders, plans=workspace.plans | {superior.path: issued})


@dataclass(frozen=True)
class _Sharing:
    """Hands down the targets of one plan."""

    workspace: Workspace
    superior: Superior
    frame: Frame

    @property
    def unit(self) -> str:
        """Who hands down."""
        return self.frame.unit

    @property
    def day(self) -> date:
        """The day on which the organisation is looked at."""
        return self.frame.day

    def parts(self, target: Target, indicator: Indicator) -> Iterator[HandedTarget]:
        """The unit's own share of a target for each of several units, and what goes on to those below it."""
        meant = self.workspace.organisation.debtors(self.superior.plan.unit, target.who, None, self.day)
        if self.unit in meant:
            note = f"{self.superior.issuer} giao cho mỗi đơn vị như đơn vị mình; tính cả kết quả của cấp dưới."
            yield self._as("total", target, indicator, note)
        members = set(meant).intersection(below(self.workspace, self.unit, self.day))
        if members:
            yield self._as(target.kind, target, indicator, who=self._narrowed(target.who, members))

    def total(self, target: Target, indicator: Indicator) -> HandedTarget:
        """The superior's total with those who share it."""
        words = f"{bounded(target.value, target.upper, target.bound)} {indicator.unit_of_measure}"
        note = f"{self.superior.issuer} giao chung {words}; cùng làm: {self._sharers(target.indicator)}."
        return self._as("total", target, indicator, f"{note} Điền phần của đơn vị rồi bỏ dấu #:")

    def _sharers(self, indicator: str) -> str:
        """The units beside this one below the superior, with what each has taken over already."""
        organisation = self.workspace.organisation
        mine = {self.unit, *organisation.above_on(self.unit, self.day)}
        taken: dict[str, list[str]] = {}
        for unit, value in allocated(self.workspace.orders, self.superior.path, indicator, self.frame.year):
            taken.setdefault(unit, []).append(number(value, "vi"))
        others = [u for u in directly_below(self.workspace, self.superior.plan.unit, self.day) if u not in mine]
        names = []
        for other in others:
            share = f" (đã nhận {'; '.join(taken[other])})" if other in taken else ""
            names.append(organisation.name_on(other, self.day) + share)
        return ", ".join(names) or "không có đơn vị nào khác"

    def _narrowed(self, who: Debtors, members: set[str]) -> Who:
        """The levels, kinds and names that still mean someone below the unit."""
        units = sorted(members)
        return Who(
            tuple(level for level in levels_of(self.workspace, units, self.day) if level in who.levels),
            tuple(kind for kind in kinds_of(self.workspace, units, self.day) if kind in who.kinds),
            tuple(in_order(who.units & members, ())),
        )

    def _as(
        self, kind: TargetKind, target: Target, indicator: Indicator, note: str = "", who: Who | None = None
    ) -> HandedTarget:
        return HandedTarget(
            indicator=indicator.id,
            name=f"{indicator.name} ({indicator.unit_of_measure})",
            kind=kind,
            value=figure(target.value),
            upper="" if target.upper is None else figure(target.upper),
            bound=target.bound,
            who=who,
            every_year=target.every_year,
            note=note,
        )
