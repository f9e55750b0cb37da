"""A new plan: an empty one of the unit, or one that carries out a superior's plan."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from dvk.errors import CannotGoOn
from dvk.facts import FilingKind
from dvk.periods import Period
from dvk.skeletons.frame import Frame, common, frame_of, path_of
from dvk.skeletons.handed_obligations import HandedObligation, handed_obligations
from dvk.skeletons.handed_targets import HandedTargets, handed_targets
from dvk.skeletons.owing import debts, owed_by, owed_for
from dvk.skeletons.own_obligations import WantedFiling, with_wanted
from dvk.skeletons.rendering import NewFile, Remark, filled_in
from dvk.skeletons.scalars import shortened
from dvk.skeletons.superior import Superior, superior_of
from dvk.skeletons.units_then import (
    check_open,
    departments_on,
    directly_below,
    kinds_of,
    level_below,
    levels_of,
    not_open,
)
from dvk.vietnamese.dates import format_date
from dvk.vietnamese.document_types import PLAN_TYPES
from dvk.vietnamese.text import slug
from dvk.workspace import Workspace

_MOST_INDICATORS = 40


@dataclass(frozen=True, slots=True)
class PlanWishes:
    """What a caller wants; "" and None are left to be filled in.

    Args:
        unit: the issuer.
        today: the day of the call.
        period: by default that of the superior's plan, else this year.
        superior: the path of the plan that it carries out.
        type: a key of ``PLAN_TYPES``.
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
    asked: tuple[WantedFiling, ...] = ()


def new_plan(workspace: Workspace, wishes: PlanWishes) -> NewFile:
    """A draft of a plan with everything that is known.

    Raises:
        CannotGoOn: DVK918 if the superior's plan is of no concern to the unit, DVK920 if the unit was not open then,
            DVK919 if there is nothing to name the file by, DVK908 for days that cannot stand together.
    """
    frame = _frame(workspace, wishes)
    superior = _superior(workspace, wishes.superior, frame) if wishes.superior else None
    subject = wishes.subject or (superior.plan.subject if superior else "")
    programme = wishes.programme or (superior.programme if superior else "")
    file = wishes.file or shortened(slug(programme) or _name_of(wishes.superior) or slug(subject))
    if not file:
        raise CannotGoOn("DVK919", option="--name")
    obligations = with_wanted(_obligations(workspace, superior, frame), wishes.asked, frame.period)
    values = {
        **common(workspace, frame),
        **_head(wishes),
        "subject": subject,
        "programme": programme,
        "superior": superior,
        **_owed(workspace, wishes, frame),
        **_indicators(workspace, superior),
        **_units(workspace, frame),
        **_handed_down(workspace, superior, frame),
        "obligations": obligations,
    }
    path = path_of(workspace, "plan", frame, file)
    to_fill = _to_fill(wishes, obligations)
    return NewFile(path, filled_in("plan", path, values), to_fill, tuple(_remarks(workspace, superior, frame)))


def _to_fill(wishes: PlanWishes, obligations: Iterable[HandedObligation]) -> str:
    """What is left to be filled in first: a day of an obligation, then the head, in the end who signs."""
    empty = next((one.id for one in obligations if one.to_do and not one.before), None)
    if empty is not None:
        return f"obligations[id={empty}].before"
    head = {"number": wishes.number, "date": wishes.issued, "place": wishes.place}
    return next((key for key, given in head.items() if not given), "signatory.name")


def _name_of(path: str | None) -> str:
    """The name of a file without its ending."""
    return PurePosixPath(path).stem if path else ""


def _frame(workspace: Workspace, wishes: PlanWishes) -> Frame:
    """The frame of the plan; the organisation is looked at on the day of issue, or on one within the period."""
    above = workspace.plans[wishes.superior].period if wishes.superior else None
    period = wishes.period or above or Period(wishes.today.year)
    if wishes.issued is None:
        return frame_of(workspace, wishes.unit, period, wishes.today)
    check_open(workspace, wishes.unit, period)
    if not workspace.organisation.is_open(wishes.unit, wishes.issued):
        raise not_open(workspace, wishes.unit, format_date(wishes.issued))
    return Frame(wishes.unit, period, wishes.issued)


def _superior(workspace: Workspace, path: str, frame: Frame) -> Superior:
    superior = superior_of(workspace, path, frame.day)
    issuer, year = superior.plan.unit, superior.plan.period.year
    kinds: tuple[FilingKind, ...] = ("plan", "registration", "report")
    asking = {owed.plan for kind in kinds for owed in owed_by(workspace, frame.unit, kind, year)}
    if issuer not in workspace.organisation.above_on(frame.unit, frame.day) and path not in asking:
        day = format_date(frame.day)
        raise CannotGoOn("DVK918", unit=frame.unit, plan=path, issuer=superior.issuer, day=day)
    return superior


def _head(wishes: PlanWishes) -> dict[str, object]:
    return {
        "type": wishes.type,
        "type_name": PLAN_TYPES[wishes.type],
        "types": ", ".join(PLAN_TYPES),
        "number": wishes.number,
        "date": wishes.issued.isoformat() if wishes.issued else "",
        "place": wishes.place,
    }


def _owed(workspace: Workspace, wishes: PlanWishes, frame: Frame) -> dict[str, object]:
    """The plans that the unit owes: those asked for by the superior's plan are answered, the others are named."""
    owed = debts(workspace, owed_for(workspace, frame.unit, "plan", frame.period))
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
    }


def _units(workspace: Workspace, frame: Frame) -> dict[str, object]:
    children = directly_below(workspace, frame.unit, frame.day)
    levels = levels_of(workspace, children, frame.day)
    example = level_below(workspace, frame.unit, frame.day)
    return {
        "levels": levels,
        "example_levels": levels or ([example] if example else []),
        "kinds": kinds_of(workspace, children, frame.day),
        "units_below": children,
        "first_below": children[0] if children else "ma-don-vi",
        "has_units_below": bool(children),
        "departments": departments_on(workspace, frame.unit, frame.day),
    }


def _handed_down(workspace: Workspace, superior: Superior | None, frame: Frame) -> dict[str, object]:
    """Targets and tasks of the superior's plan as the new one has them."""
    targets = handed_targets(workspace, superior, frame) if superior else HandedTargets()
    level = set(levels_of(workspace, [frame.unit], frame.day))
    return {
        "targets": targets.set,
        "totals": targets.to_share,
        "target_notes": targets.notes,
        "superior_tasks": [task for to, task in superior.tasks if to in level] if superior else [],
    }


def _obligations(workspace: Workspace, superior: Superior | None, frame: Frame) -> list[HandedObligation]:
    """What the superior's plan hands down; nothing where nobody is below to do it."""
    if superior is None or not directly_below(workspace, frame.unit, frame.day):
        return []
    return handed_obligations(workspace, superior, frame)


def _remarks(workspace: Workspace, superior: Superior | None, frame: Frame) -> Iterator[Remark]:
    """A superior's plan that orders nothing, or nothing any more."""
    if superior is None:
        return
    plan = {"plan": superior.path}
    if superior.plan.is_draft:
        yield Remark("superior_draft", plan)
    elif not superior.plan.is_issued:
        yield Remark("superior_not_in_force", plan | {"state": superior.plan.state})
    for by, other in workspace.plans.items():
        started = other.start is not None and other.start.year <= frame.year
        if superior.path in other.supersedes and other.is_issued and started:
            yield Remark("superior_replaced", plan | {"by": by})
