"""DVK426, DVK439, DVK440: typed percentages beside the numerator and denominator that they come from."""

from collections.abc import Mapping
from fractions import Fraction

from dvk.facts import FigureFact, Indicator, Section
from dvk.figures import fits, numbered
from dvk.findings import Mistake
from dvk.ratios import divided
from dvk.vietnamese.numbers import MOST_DIGITS, format_number
from dvk.workspace_checks.books import Books, Found

_SHOWN_PLACES = 2
_Given = Mapping[tuple[Section, str], FigureFact]


def typed_ratios(books: Books) -> Found:
    """DVK426, DVK439, DVK440: a ratio typed without its parts, one that is not what they give, or over nothing.

    A typed ratio is never added; beside both parts it is a control value, and one that agrees is no mistake.
    """
    indicators = books.workspace.indicators
    for path, report in books.workspace.reports.items():
        if not any(fact.indicator in indicators and indicators[fact.indicator].is_ratio for fact in report.figures):
            continue
        given = {(fact.section, fact.indicator): fact for fact in reversed(report.figures)}
        for field, fact in numbered(report.figures):
            ratio = indicators.get(fact.indicator)
            if ratio is not None and ratio.is_ratio:
                mistake = _judged(field, fact, ratio, _parts(given, fact.section, ratio, indicators))
                if mistake is not None:
                    yield path, mistake


def _parts(
    given: _Given, section: Section, ratio: Indicator, indicators: Mapping[str, Indicator]
) -> tuple[FigureFact, FigureFact] | None:
    """Numerator and denominator of the same section, if both are numbers that may be added."""
    found = [given.get((section, name or "")) for name in (ratio.numerator, ratio.denominator)]
    parts = [part for part in found if part is not None and part.value is not None and _is_added(part, indicators)]
    return (parts[0], parts[1]) if len(parts) == len(found) else None


def _is_added(part: FigureFact, indicators: Mapping[str, Indicator]) -> bool:
    return part.indicator in indicators and fits(part, indicators[part.indicator])


def _judged(
    field: str, fact: FigureFact, ratio: Indicator, parts: tuple[FigureFact, FigureFact] | None
) -> Mistake | None:
    if fact.value is None or parts is None:
        args = {
            "indicator": ratio.id,
            "numerator": ratio.numerator or "",
            "denominator": ratio.denominator or "",
        }
        return Mistake("DVK426", f"{field}.indicator", args)
    numerator, denominator = (part.value or 0 for part in parts)
    computed = divided(ratio, numerator, denominator)
    typed, places = _as_typed(fact.value, fact.form, ratio)
    args = {"indicator": ratio.id, "typed": _shown(typed, places, ratio)}
    if computed is None:
        return Mistake("DVK440", f"{field}.value", {**args, "denominator": ratio.denominator or ""})
    if abs(Fraction(computed) - typed) * 2 <= Fraction(1, 10**places):
        return None
    args["computed"] = _shown(computed, max(places, _SHOWN_PLACES), ratio)
    args["numerator"], args["denominator"] = format_number(numerator), format_number(denominator)
    return Mistake("DVK439", f"{field}.value", args)


def _as_typed(value: int | Fraction, form: str, ratio: Indicator) -> tuple[Fraction, int]:
    """The figure in the ratio's unit of measure, and how many decimals it was typed with, zeros at the end aside."""
    typed = Fraction(value)
    if form == "percent" and ratio.unit_of_measure != "%":
        typed /= 100
    places = next((n for n in range(2 * MOST_DIGITS) if (typed * 10**n).denominator == 1), 2 * MOST_DIGITS)
    return typed, places


def _shown(value: int | Fraction, places: int, ratio: Indicator) -> str:
    return format_number(value, places) + (" %" if ratio.unit_of_measure == "%" else "")
