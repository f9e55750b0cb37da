"""Which indicator a number belongs to: by its name, else by its unit of measure and the words around."""

from dvk.facts import Indicator
from dvk.importing.known import Known
from dvk.importing.orders.amounts import Amount
from dvk.importing.orders.words import syllables
from dvk.naming import compared
from dvk.vietnamese.text import slug

_LONGEST_ID = 48
_ENOUGH = 0.3
"""Share of the words of an indicator's name that must stand around where several have the same unit of measure."""
_ALL = 0.8


def indicator_of(amount: Amount, words: str, known: Known, *, person: str = "", behind: str = "") -> tuple[str, str]:
    """The id, and a doubt where it is a reading, or where the workspace has no such indicator.

    Args:
        amount: the number.
        words: what stands around it.
        known: the indicators.
        person: who reaches it each, for a number per person: ``đoàn viên``.
        behind: what stands behind it, by which one without a unit of its own is called.
    """
    if named := known.indicator(amount.unit):
        return named, ""
    of_unit = [each for each in known.workspace.indicators.values() if _is_counted_in(each, amount, person)]
    scores = {each.id: _overlap(each, words) for each in of_unit}
    best = sorted(scores, key=lambda name: -scores[name])
    if len(best) == 1 and (scores[best[0]] > 0 or amount.is_money or person):
        return best[0], "indicator_by_words"
    if best and scores[best[0]] >= _ENOUGH and scores[best[0]] > scores[best[1]]:
        return best[0], "indicator_by_words"
    called = syllables(amount.unit or behind or words)[:_SLUG_WORDS]
    return slug(" ".join(called))[:_LONGEST_ID].strip("-") or "chi-tieu", "indicator_unknown"


_SLUG_WORDS = 5


def indicator_named_in(words: str, known: Known) -> str | None:
    """The indicator of which nearly the whole name stands in the words; None where none or several do."""
    found = [
        each.id for each in known.workspace.indicators.values() if not each.is_ratio and _overlap(each, words) >= _ALL
    ]
    return found[0] if len(found) == 1 else None


def _is_counted_in(indicator: Indicator, amount: Amount, person: str) -> bool:
    unit = compared(indicator.unit_of_measure)
    if person:
        return indicator.is_ratio and unit == compared(f"{_first_word_of(amount.unit, indicator)}/{person}")
    if amount.is_money:
        return indicator.type == "money"
    if amount.is_percent:
        return indicator.type == "percent"
    return not indicator.is_ratio and f"{compared(amount.unit)} ".startswith(f"{unit} ")


def _first_word_of(unit: str, indicator: Indicator) -> str:
    """The first words of a unit, as many as the indicator's numerator has."""
    number = len(indicator.unit_of_measure.split("/")[0].split())
    return " ".join(unit.split()[:number])


def _overlap(indicator: Indicator, words: str) -> float:
    """The share of the words of its name that stand among the words; those of its unit count for nothing."""
    unit = set(compared(indicator.unit_of_measure).split())
    name = [word for word in compared(" ".join(syllables(indicator.name))).split() if word not in unit]
    around = set(compared(" ".join(syllables(words))).split())
    return sum(word in around for word in name) / len(name) if name else 0.0
