"""DVK314: a document that went out lacks its number or the name of who signed it."""

from collections.abc import Iterator

from dvk.documents.head import FilingPart
from dvk.documents.plan import PlanDocument
from dvk.documents.registration import RegistrationDocument
from dvk.documents.report import ReportDocument
from dvk.findings import Mistake

_OUT = {"approved", "published"}


def plan_issued_without(plan: PlanDocument) -> Iterator[Mistake]:
    """A plan from its issue on."""
    if plan.state == "issued":
        yield from _missing(plan)


def registration_issued_without(registration: RegistrationDocument) -> Iterator[Mistake]:
    """A registration that was approved or published; what was only sent in may have no number yet."""
    if registration.state in _OUT:
        yield from _missing(registration)


def report_issued_without(report: ReportDocument) -> Iterator[Mistake]:
    """A report that was approved or published; what was only sent in may have no number yet."""
    if report.state in _OUT:
        yield from _missing(report)


def _missing(document: FilingPart) -> Iterator[Mistake]:
    """One mistake each, unless ``inferred:`` says that the source does not show it."""
    if document.number is None and "number" not in document.inferred:
        yield Mistake("DVK314", "state", {"what": "number", "mark": "number"})
    signatory = document.signatory
    if (signatory is None or signatory.name is None) and "signatory" not in document.inferred:
        field = "state" if signatory is None else "signatory"
        yield Mistake("DVK314", field, {"what": "signatory.name", "mark": "signatory"})
