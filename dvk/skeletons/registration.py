"""A new registration: one or more models of a unit, with what they are asked by."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dvk.facts import Bound, Term
from dvk.naming import FreeIds, compared
from dvk.periods import Period
from dvk.skeletons.frame import Frame, common, frame_of, path_of
from dvk.skeletons.owing import debts, owed_for, to_answer
from dvk.skeletons.rendering import NewFile, Remark, filled_in
from dvk.skeletons.scalars import shortened
from dvk.skeletons.units_then import departments_on
from dvk.values import Reference
from dvk.vietnamese.money import format_money
from dvk.vietnamese.text import slug
from dvk.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Budget:
    """Planned money in đồng, and whether it is about, at least or exactly that."""

    value: int
    bound: Bound = "exactly"

    @property
    def said(self) -> str:
        """``khoảng 600.000.000 đ``."""
        bounds: dict[Bound, str] = {"about": "khoảng ", "at_least": "ít nhất ", "exactly": ""}
        return bounds[self.bound] + format_money(self.value)


@dataclass(frozen=True, slots=True)
class RegistrationWishes:
    """What a caller wants; field, type, area, years, owners and budget hold for each of the models.

    Args:
        unit: who registers and leads.
        period: for which year or months.
        today: the day of the call.
        names: of the models, at least one; each gives an id.
        file: the name of the file without its ending; by default that of the first model.
        field: one of the policy's.
        type: whose undertaking it is.
        area: where.
        years: first and last, both included.
        owners: other units that own them.
        budget: of each model.
    """

    unit: str
    period: Period
    today: date
    names: tuple[str, ...]
    file: str = ""
    field: Term | None = None
    type: Literal["collective", "individual"] = "collective"
    area: str = ""
    years: tuple[int, int] | None = None
    owners: tuple[str, ...] = ()
    budget: Budget | None = None


@dataclass(frozen=True, slots=True)
class _Model:
    id: str
    name: str


def new_registration(workspace: Workspace, wishes: RegistrationWishes) -> NewFile:
    """A registration of the models, which answers what the unit owes for the period.

    Raises:
        CannotGoOn: DVK920 if the unit was not open in the period.
    """
    frame = frame_of(workspace, wishes.unit, wishes.period, wishes.today)
    models = _models(wishes.names)
    path = path_of(workspace, "registration", frame, wishes.file or shortened(models[0].id))
    values = {**common(workspace, frame), **_asked(workspace, frame), **_wished(workspace, wishes, frame)}
    text = filled_in("registration", path, values | {"models": models})
    return NewFile(path, text, f"models[id={models[0].id}].goal", tuple(_remarks(workspace, wishes)))


def _asked(workspace: Workspace, frame: Frame) -> dict[str, object]:
    """What it answers, and whom it goes to: the issuer of what it answers, where there is only one."""
    asked = to_answer(debts(workspace, owed_for(workspace, frame.unit, "registration", frame.period)))
    above = {workspace.plans[debt.reference.path].unit for debt in asked["answers"]}
    addressee = workspace.organisation.name_on(above.pop(), frame.day) if len(above) == 1 else ""
    return {**asked, "addressee": addressee}


def _wished(workspace: Workspace, wishes: RegistrationWishes, frame: Frame) -> dict[str, object]:
    """What the caller says of each model."""
    first, last = wishes.years or (0, 0)
    owners = [owner for owner in wishes.owners if owner != wishes.unit]
    return {
        "model_field": wishes.field,
        "model_type": wishes.type,
        "area": wishes.area,
        "owners": [{"id": owner, "name": workspace.organisation.name_on(owner, frame.day)} for owner in owners],
        "years": f"{first}-{last}" if first != last else str(first or ""),
        "budget": wishes.budget,
        "departments": departments_on(workspace, wishes.unit, frame.day),
    }


def _models(names: tuple[str, ...]) -> list[_Model]:
    """Each with an id from its name; of two equal ids the second is numbered."""
    ids = FreeIds()
    return [_Model(ids.new(slug(name)), name) for name in names]


def _remarks(workspace: Workspace, wishes: RegistrationWishes) -> Iterator[Remark]:
    """Names that the unit has registered already, by any spelling."""
    known: dict[str, str] = {}
    for path, registration in workspace.registrations.items():
        if registration.unit == wishes.unit and not registration.is_withdrawn:
            for model in registration.models:
                known.setdefault(compared(model.name), str(Reference(path, model.id)))
    for name in wishes.names:
        if compared(name) in known:
            yield Remark("registered_already", {"name": name, "where": known[compared(name)]})
        known.setdefault(compared(name), name)
