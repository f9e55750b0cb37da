"""DVK312: nobody said how an indicator is added."""

from collections.abc import Iterator

from dvk.document_checks.entries import Entries
from dvk.document_checks.ratio_parts import is_ratio
from dvk.documents.indicators import IndicatorsDocument
from dvk.findings import Mistake

_OPERATORS = {"over_time", "over_units"}


def operators(catalogue: IndicatorsDocument) -> Iterator[Mistake]:
    """Indicators that leave out an operator; ``none``, if written, is an answer, and a ratio needs none."""
    entries = Entries("indicators", catalogue.indicators)
    for position, indicator in enumerate(catalogue.indicators):
        missing = sorted(_OPERATORS - indicator.model_fields_set)
        if missing and not is_ratio(indicator):
            args = {"indicator": indicator.id, "missing": ", ".join(missing)}
            yield Mistake("DVK312", f"{entries[position]}.id", args)
