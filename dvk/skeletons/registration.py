"""A new registration: one or more models of a unit, with what they are asked by."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dvk.facts import Bound, Indicator, Term
from dvk.kinds import KINDS
from dvk.periods import Period
from dvk.skeletons.owing import debts, owed_for
from dvk.skeletons.rendering import NewFile, Remark, filled_in
from dvk.skeletons.scalars import shortened
from dvk.skeletons.units_then import check_open, day_within, departments_on, levels_of, period_words
from dvk.values import Reference
from dvk.vietnamese.money import format_money
from dvk.vietnamese.text import fold, slug
from dvk.workspace import Workspace

_EXAMPLE = Indicator("ma-chi-tieu", "Tên chỉ tiêu", "", "đơn vị tính")


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
    check_open(workspace, wishes.unit, wishes.period)
    organisation = workspace.organisation
    day = day_within(workspace, wishes.unit, wishes.period, wishes.today)
    owed = debts(workspace, owed_for(workspace, wishes.unit, "registration", wishes.period))
    above = {workspace.plans[debt.reference.path].unit for debt in owed if not debt.why_not}
    models = _models(wishes.names)
    first, last = wishes.years or (0, 0)
    values = {
        "unit": wishes.unit,
        "unit_name": organisation.name_on(wishes.unit, day),
        "level": next(iter(levels_of(workspace, [wishes.unit], day)), "commune"),
        "period": str(wishes.period),
        "period_words": period_words(wishes.period),
        "year": wishes.period.year,
        "today": day.isoformat(),
        "addressee": organisation.name_on(above.pop(), day) if len(above) == 1 else "",
        "answers": [debt for debt in owed if not debt.why_not],
        "others": [debt for debt in owed if debt.why_not],
        "fields": workspace.settings.fields,
        "models": models,
        "model_field": wishes.field,
        "model_type": wishes.type,
        "area": wishes.area,
        "owners": [{"id": o, "name": organisation.name_on(o, day)} for o in wishes.owners if o != wishes.unit],
        "years": f"{first}-{last}" if first != last else str(first or ""),
        "budget": wishes.budget,
        "departments": departments_on(workspace, wishes.unit, day),
        "example": next(iter(workspace.indicators.values()), _EXAMPLE),
    }
    name = wishes.file or shortened(models[0].id)
    path = f"{KINDS['registration'].folder}/{wishes.period.year}/{organisation.folder_of(wishes.unit)}/{name}.yaml"
    to_fill = f"models[id={models[0].id}].goal"
    return NewFile(path, filled_in("registration", path, values), to_fill, tuple(_remarks(workspace, wishes)))


def _models(names: tuple[str, ...]) -> list[_Model]:
    """Each with an id from its name; of two equal ids the second is numbered."""
    models: dict[str, _Model] = {}
    for name in names:
        wanted = slug(name)
        numbered = (f"{wanted}-{number}" for number in range(2, len(names) + 2))
        free = wanted if wanted not in models else next(each for each in numbered if each not in models)
        models[free] = _Model(free, name)
    return list(models.values())


def _remarks(workspace: Workspace, wishes: RegistrationWishes) -> Iterator[Remark]:
    """Names that the unit has registered already, by any spelling."""
    known: dict[str, str] = {}
    for path, registration in workspace.registrations.items():
        if registration.unit == wishes.unit and registration.state != "withdrawn":
            for model in registration.models:
                known.setdefault(fold(model.name), str(Reference(path, model.id)))
    for name in wishes.names:
        if fold(name) in known:
            yield Remark("registered_already", (name, known[fold(name)]))
        known.setdefault(fold(name), name)
