"""A new plan: an empty one of the unit, or one that carries out a superior's plan."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from dvk.errors import CannotGoOn
from dvk.facts import Indicator
from dvk.kinds import KINDS
from dvk.periods import Period
from dvk.skeletons.handed_obligations import HandedObligation, handed_obligations
from dvk.skeletons.handed_targets import HandedTargets, handed_targets
from dvk.skeletons.owing import debts, owed_by, owed_for
from dvk.skeletons.own_obligations import Asked, with_asked
from dvk.skeletons.rendering import NewFile, Remark, filled_in
from dvk.skeletons.scalars import shortened
from dvk.skeletons.superior import TYPES, Superior, superior_of
from dvk.skeletons.units_then import (
    check_open,
    day_within,
    departments_on,
    directly_below,
    kinds_of,
    level_below,
    levels_of,
    not_open,
    period_words,
)
from dvk.vietnamese.dates import format_date
from dvk.vietnamese.text import slug
from dvk.workspace import Workspace

_EXAMPLE = Indicator("ma-chi-tieu", "Tên chỉ tiêu", "", "đơn vị tính")
_MOST_INDICATORS = 40


@dataclass(frozen=True, slots=True)
class PlanWishes:
    """What a caller wants; "" and None are left to be filled in.

    Args:
        unit: the issuer.
        today: the day of the call.
        period: by default that of the superior's plan, else this year.
        superior: the path of the plan that it carries out.
        type: a key of ``TYPES``.
        subject: by default that of the superior's plan.
        programme: likewise.
        issued: its day of issue.
        number: of the document.
        place: of issue.
        file: the name of the file without its ending; by default from programme, superior or subject.
        asked: what the units below have to file, and before which day.
    """

    unit: str
    today: date
    period: Period | None = None
    superior: str | None = None
    type: str = "KH"
    subject: str = ""
    programme: str = ""
    issued: date | None = None
    number: str = ""
    place: str = ""
    file: str = ""
    asked: tuple[Asked, ...] = ()


def new_plan(workspace: Workspace, wishes: PlanWishes) -> NewFile:
    """A draft of a plan with everything that is known.

    Raises:
        CannotGoOn: DVK918 if the superior's plan is of no concern to the unit, DVK920 if the unit was not open then,
            DVK919 if there is nothing to name the file by.
    """
    period = wishes.period or (
        workspace.plans[wishes.superior].period if wishes.superior else Period(wishes.today.year)
    )
    day = _day(workspace, wishes, period)
    superior = _superior(workspace, wishes, day) if wishes.superior else None
    subject = wishes.subject or (superior.plan.subject if superior else "")
    programme = wishes.programme or (superior.programme if superior else "")
    file = wishes.file or shortened(slug(programme) or _name_of(wishes.superior) or slug(subject))
    if not file:
        raise CannotGoOn("DVK919", option="--name")
    path = f"{KINDS['plan'].folder}/{period.year}/{workspace.organisation.folder_of(wishes.unit)}/{file}.yaml"
    handed = _handed_down(workspace, superior, wishes.unit, (period.year, day))
    obligations = with_asked(_obligations(workspace, superior, wishes.unit, (period.year, day)), wishes.asked, period)
    values = {
        **_head(wishes, period, day),
        "subject": subject,
        "programme": programme,
        "superior": superior,
        **_owed(workspace, wishes, period),
        **_indicators(workspace, superior),
        **_units(workspace, wishes.unit, day),
        **handed,
        "obligations": obligations,
    }
    return NewFile(
        path, filled_in("plan", path, values), "place" if wishes.issued else "date", tuple(_remarks(superior))
    )


def _name_of(path: str | None) -> str:
    """The name of a file without its ending."""
    return PurePosixPath(path).stem if path else ""


def _day(workspace: Workspace, wishes: PlanWishes, period: Period) -> date:
    """The day on which the organisation is looked at: that of issue, or one within the period."""
    check_open(workspace, wishes.unit, period)
    if wishes.issued is None:
        return day_within(workspace, wishes.unit, period, wishes.today)
    if not workspace.organisation.is_open(wishes.unit, wishes.issued):
        raise not_open(workspace, wishes.unit, format_date(wishes.issued))
    return wishes.issued


def _superior(workspace: Workspace, wishes: PlanWishes, day: date) -> Superior:
    superior = superior_of(workspace, wishes.superior or "", day)
    issuer, year = superior.plan.unit, superior.plan.period.year
    asked = (
        owed for kind in ("plan", "registration", "report") for owed in owed_by(workspace, wishes.unit, kind, year)
    )
    if issuer not in workspace.organisation.above_on(wishes.unit, day) and superior.path not in {o.plan for o in asked}:
        raise CannotGoOn("DVK918", unit=wishes.unit, plan=superior.path, issuer=superior.issuer, day=format_date(day))
    return superior


def _head(wishes: PlanWishes, period: Period, day: date) -> dict[str, object]:
    return {
        "unit": wishes.unit,
        "type": wishes.type,
        "type_name": TYPES[wishes.type],
        "types": ", ".join(TYPES),
        "number": wishes.number,
        "date": wishes.issued.isoformat() if wishes.issued else "",
        "place": wishes.place,
        "period": str(period),
        "period_words": period_words(period),
        "year": period.year,
        "today": day.isoformat(),
    }


def _owed(workspace: Workspace, wishes: PlanWishes, period: Period) -> dict[str, object]:
    """The plans that the unit owes: those asked for by the superior's plan are answered, the others are named."""
    owed = debts(workspace, owed_for(workspace, wishes.unit, "plan", period))
    answers = [debt for debt in owed if debt.reference.path == wishes.superior and not debt.why_not]
    return {"answers": answers, "others": [debt for debt in owed if debt not in answers]}


def _indicators(workspace: Workspace, superior: Superior | None) -> dict[str, object]:
    """Those that the superior's plan asks for, then the rest of the catalogue, as far as one reads it."""
    taken = superior.plan.indicators if superior else ()
    chosen = [workspace.indicators[name] for name in taken if name in workspace.indicators]
    others = [indicator for indicator in workspace.indicators.values() if indicator not in chosen]
    return {
        "indicators": chosen,
        "other_indicators": others[:_MOST_INDICATORS],
        "id_width": max((len(indicator.id) for indicator in workspace.indicators.values()), default=0),
        "left_out": max(len(others) - _MOST_INDICATORS, 0),
        "example": next(iter(workspace.indicators.values()), _EXAMPLE),
    }


def _units(workspace: Workspace, unit: str, day: date) -> dict[str, object]:
    children = directly_below(workspace, unit, day)
    levels = levels_of(workspace, children, day)
    return {
        "unit_name": workspace.organisation.name_on(unit, day),
        "levels": levels,
        "example_levels": levels or [level_below(workspace, unit, day)],
        "kinds": kinds_of(workspace, children, day),
        "units_below": children,
        "first_below": children[0] if children else "ma-don-vi",
        "has_units_below": bool(children),
        "departments": departments_on(workspace, unit, day),
    }


def _handed_down(workspace: Workspace, superior: Superior | None, unit: str, on: tuple[int, date]) -> dict[str, object]:
    """Targets and tasks of the superior's plan as the new one has them."""
    targets = handed_targets(workspace, superior, unit, on) if superior else HandedTargets()
    level = set(levels_of(workspace, [unit], on[1]))
    return {
        "targets": targets.set,
        "totals": targets.to_share,
        "target_notes": targets.notes,
        "superior_tasks": [task for to, task in superior.tasks if to in level] if superior else [],
    }


def _obligations(
    workspace: Workspace, superior: Superior | None, unit: str, on: tuple[int, date]
) -> list[HandedObligation]:
    """What the superior's plan hands down; nothing where nobody is below to do it."""
    handed = superior is not None and directly_below(workspace, unit, on[1])
    return handed_obligations(workspace, superior, unit, on) if superior and handed else []


def _remarks(superior: Superior | None) -> Iterator[Remark]:
    """A superior's plan that orders nothing."""
    if superior is not None and superior.plan.state != "issued":
        yield Remark(f"superior_{superior.plan.state}", (superior.path,))
