"""From a path of a workspace to the full document behind it, ready to be printed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dvk.documents import MODELS
from dvk.errors import CannotGoOn
from dvk.kinds import FILED, KINDS, kind_of
from dvk.printing.contents.plans import plan_data
from dvk.printing.contents.registrations import registration_data
from dvk.printing.contents.reports import report_data
from dvk.printing.data import Data
from dvk.textfile import read_text
from dvk.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Printable:
    """A kind of document that is printed: the name of its template, what its result is called, what fills it."""

    template: str
    name: str
    fill: Callable[[Workspace, Any], dict[str, Data]]


PRINTABLE: dict[str, Printable] = {
    "plan": Printable("plan.docx", "ke-hoach", plan_data),
    "registration": Printable("registration.docx", "dang-ky", registration_data),
    "report": Printable("report.docx", "bao-cao", report_data),
}
"""The kinds of documents that are printed; a roll-up has no document."""

ROLLUP = "rollup.docx", "tong-hop"


def kind_to_print(path: str) -> str:
    """The kind of the document at a path.

    Raises:
        CannotGoOn: DVK923 where it is of a kind that has no printed form.
    """
    kind = kind_of(path)
    if kind not in FILED:
        raise CannotGoOn("DVK923", path=path)
    return kind


def data_of(workspace: Workspace, path: str) -> dict[str, Data]:
    """What the template of a document is filled with.

    Raises:
        CannotGoOn: DVK924 where the document has mistakes of form, so that half of it would be printed.
    """
    kind = kind_to_print(path)
    if workspace.filing(path) is None:
        raise CannotGoOn("DVK924", path=path)
    text = read_text(workspace.snapshot.read(path), front_matter=KINDS[kind].front_matter)
    try:
        document = MODELS[kind].model_validate(text.tree)
    except ValueError:  # changed since it was read
        raise CannotGoOn("DVK924", path=path) from None
    return PRINTABLE[kind].fill(workspace, document)


def result_name(path: str) -> str:
    """The name of the Word file: kind, unit and file, and the year where the file does not say it."""
    kind, (_, year, *folders, file) = kind_to_print(path), path.split("/")
    stem = file.removesuffix(".yaml")
    parts = [PRINTABLE[kind].name, folders[-1], stem]
    return "-".join(parts if year in stem else [*parts, year]) + ".docx"


def rollup_name(unit: str, year: int) -> str:
    """The name of the Word file of a roll-up."""
    return f"{ROLLUP[1]}-{unit}-{year}.docx"
