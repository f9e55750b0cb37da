"""DVK306: a figure is null, and nobody says why."""

from collections.abc import Iterator

from dvk.document_checks.entries import Entries
from dvk.documents.report import FigurePart, ReportDocument
from dvk.findings import Mistake


def nulls(report: ReportDocument) -> Iterator[Mistake]:
    """Nulls without a reason among own and consolidated figures and the results of models.

    Not in a draft: what is half filled in is work, and whoever submits it is told.
    """
    if report.state == "draft":
        return
    yield from _without_reason("own", report.own)
    yield from _without_reason("consolidated", report.consolidated)
    models = Entries("models", report.models)
    for position, model in enumerate(report.models):
        if model.results:
            yield from _without_reason(f"{models[position]}.results", model.results)


def _without_reason(path: str, figures: list[FigurePart]) -> Iterator[Mistake]:
    entries = Entries(path, figures)
    for position, figure in enumerate(figures):
        if figure.value is None and figure.reason is None:
            yield Mistake("DVK306", f"{entries[position]}.value", {"indicator": figure.indicator})
