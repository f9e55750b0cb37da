"""DVK305: a report gives one indicator twice in the same section."""

from collections.abc import Iterator

from dvk.document_checks.entries import Entries
from dvk.documents.report import FigurePart, ReportDocument
from dvk.findings import Mistake


def repeated_indicators(report: ReportDocument) -> Iterator[Mistake]:
    """Every figure after the first of its indicator; only the first is added."""
    yield from _repeated("own", report.own)
    yield from _repeated("consolidated", report.consolidated)


def _repeated(key: str, figures: list[FigurePart]) -> Iterator[Mistake]:
    entries = Entries(key, figures)
    seen: set[str] = set()
    for position, figure in enumerate(figures):
        if figure.indicator in seen:
            args = {"indicator": figure.indicator, "key": key}
            yield Mistake("DVK305", f"{entries[position]}.indicator", args)
        seen.add(figure.indicator)
