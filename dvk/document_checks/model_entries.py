"""DVK320: an entry of a report's models does not say which model it is, or says it twice."""

from collections.abc import Iterator

from dvk.document_checks.entries import Entries
from dvk.documents.report import ReportDocument
from dvk.findings import Mistake


def model_entries(report: ReportDocument) -> Iterator[Mistake]:
    """Each entry is of a registered model, by ``model``, or of one that was never registered, by ``name``."""
    entries = Entries("models", report.models)
    for position, part in enumerate(report.models):
        if part.model is None and part.name is None:
            yield Mistake("DVK320", entries[position], {"problem": "neither_key"})
        elif part.model is not None and part.name is not None:
            yield Mistake("DVK320", f"{entries[position]}.name", {"problem": "both_keys"})
