"""DVK311: a ratio lacks a part, or has one that does not add over units."""

from collections.abc import Iterator

from dvk.document_checks.entries import Entries
from dvk.documents.indicators import IndicatorPart, IndicatorsDocument
from dvk.findings import Mistake
from dvk.naming import Known

NOT_GIVEN = "–"


def ratio_parts(catalogue: IndicatorsDocument) -> Iterator[Mistake]:
    """Each part that is not given, not in the catalogue, a ratio itself, or without ``over_units: sum``."""
    known: dict[str, IndicatorPart] = {}
    for indicator in catalogue.indicators:
        known.setdefault(indicator.id, indicator)
    usable = [name for name, part in known.items() if _adds(part)]
    entries, near = Entries("indicators", catalogue.indicators), Known(usable)
    for position, ratio in enumerate(catalogue.indicators):
        if not is_ratio(ratio):
            continue
        for part, name in (("numerator", ratio.numerator), ("denominator", ratio.denominator)):
            if name is None or name not in known or not _adds(known[name]):
                field = f"{entries[position]}.{part}" if name else entries[position]
                args = {"indicator": ratio.id, "part": part, "key": part, "name": name or NOT_GIVEN}
                args["near"] = near.near(name) if name and name not in known else ""
                yield Mistake("DVK311", field, args)


def is_ratio(indicator: IndicatorPart) -> bool:
    """Whether it is meant as a ratio: one part is enough to say so."""
    return indicator.numerator is not None or indicator.denominator is not None


def _adds(part: IndicatorPart) -> bool:
    return part.over_units == "sum" and not is_ratio(part)
