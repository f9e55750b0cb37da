"""From a path of a workspace to the full document behind it, ready to be printed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dvk.errors import CannotGoOn
from dvk.kinds import FILED, kind_of
from dvk.printing.contents.full_documents import document_at
from dvk.printing.contents.plans import plan_data
from dvk.printing.contents.registrations import registration_data
from dvk.printing.contents.reports import report_data
from dvk.printing.contents.targets_beside import Years
from dvk.printing.data import Data
from dvk.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Printable:
    """A kind of document that is printed: the name of its template, what its result is called, what fills it."""

    template: str
    name: str
    fill: Callable[[Workspace, Any, Years], dict[str, Data]]


PRINTABLE: dict[str, Printable] = {
    "plan": Printable("plan.docx", "ke-hoach", lambda workspace, plan, _: plan_data(workspace, plan)),
    "registration": Printable(
        "registration.docx", "dang-ky", lambda workspace, registration, _: registration_data(workspace, registration)
    ),
    "report": Printable("report.docx", "bao-cao", report_data),
}
"""The kinds of documents that are printed; a roll-up has no document."""

ROLLUP = "rollup.docx", "tong-hop"
REMINDER = "reminder.docx", "don-doc"
EXEMPLARS = "exemplars.docx", "dien-hinh"
CALLED = {printable.name: printable.template for printable in PRINTABLE.values()} | {
    name: template for template, name in (ROLLUP, REMINDER, EXEMPLARS)
}
"""What printed documents are called, and the template of each."""


def kind_to_print(path: str) -> str:
    """The kind of the document at a path.

    Raises:
        CannotGoOn: DVK923 where it is of a kind that has no printed form.
    """
    kind = kind_of(path)
    if kind not in FILED:
        raise CannotGoOn("DVK923", path=path)
    return kind


def data_of(workspace: Workspace, path: str, years: Years | None = None) -> dict[str, Data]:
    """What the template of a document is filled with.

    Args:
        workspace: where it stands.
        path: the document.
        years: what it is compared with, where it is known already.

    Raises:
        CannotGoOn: DVK924 where the document has mistakes of form, so that half of it would be printed.
    """
    fill = PRINTABLE[kind_to_print(path)].fill
    return fill(workspace, document_at(workspace, path), years or Years(workspace))


def result_name(path: str) -> str:
    """The name of the Word file: kind, unit and file, and the year where the file does not say it."""
    kind, (_, year, *folders, file) = kind_to_print(path), path.split("/")
    stem = file.removesuffix(".yaml")
    parts = [PRINTABLE[kind].name, folders[-1], stem]
    return "-".join(parts if year in stem else [*parts, year]) + ".docx"


def exemplars_name(unit: str, year: int) -> str:
    """The name of the Word file of a year's recognised models and exemplars."""
    return f"{EXEMPLARS[1]}-{unit}-{year}.docx"


def rollup_name(unit: str, year: int) -> str:
    """The name of the Word file of a roll-up."""
    return f"{ROLLUP[1]}-{unit}-{year}.docx"
