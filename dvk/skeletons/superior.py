"""The superior's plan as a new plan takes it over: what its record leaves out is read from the file itself."""

from dataclasses import dataclass
from datetime import date

from dvk import wording
from dvk.documents.plan import PlanDocument
from dvk.facts import Plan
from dvk.textfile import read_text
from dvk.vietnamese.document_types import PLAN_TYPES
from dvk.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Superior:
    """A plan that another one carries out.

    Args:
        path: its file.
        plan: its record.
        issuer: the name of the unit that issued it, on that day.
        programme: the movement; "".
        tasks: the work that it gives, each with the level that it is given to ("" for a department).
    """

    path: str
    plan: Plan
    issuer: str
    programme: str
    tasks: tuple[tuple[str, str], ...]

    @property
    def number(self) -> str:
        """Its number; "" without one."""
        return self.plan.number or ""

    @property
    def date(self) -> str:
        """Its day of issue; "" without one."""
        return self.plan.issued.isoformat() if self.plan.issued else ""

    @property
    def title(self) -> str:
        """Type and subject as one cites them: ``Kế hoạch thực hiện phong trào …``."""
        return f"{PLAN_TYPES[self.plan.type]} {wording.going_on(self.plan.subject)}"


def superior_of(workspace: Workspace, path: str, day: date) -> Superior:
    """The plan at a path of the workspace; ``day`` stands in where it has no day of issue."""
    plan = workspace.plans[path]
    document = PlanDocument.model_validate(read_text(workspace.snapshot.read(path)).tree)
    return Superior(
        path=path,
        plan=plan,
        issuer=_name(workspace, plan, day),
        programme=document.programme or "",
        tasks=tuple((task.level or "", task.task) for task in document.tasks),
    )


def _name(workspace: Workspace, plan: Plan, day: date) -> str:
    """The issuer's name on the day of issue; one that is not declared stands for itself."""
    if plan.unit not in workspace.organisation.units:
        return plan.unit
    return workspace.organisation.name_on(plan.unit, plan.issued or plan.start or day)
