"""A total explained: what it is, what it stands on, and what was left out; for an indicator or a count of models."""

from dataclasses import dataclass

from dvk.facts import Exact, Indicator
from dvk.messages import Phrase
from dvk.models import COUNTS
from dvk.why import Addend, SetAside, addends, models_why, set_aside
from dvk.yearbook import Yearbook

ALL_UNITS = "all"
MODELS_PREFIX = "models."
COUNTS_OF_MODELS = tuple(MODELS_PREFIX + count for count in COUNTS)
"""What can be asked about besides the indicators of the catalogue."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a count of models: a child, a root, or what the unit owns itself."""

    unit: str
    number: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a total is what it is.

    Args:
        unit: whose total; ``all`` for all roots together.
        indicator: what is counted: an id of the catalogue, or ``models.registered`` …
        name: the same in words; None where the id says it.
        year: of the periods.
        value: the total; None where there is none.
        basis: ``computed`` or ``stated``; None without a total.
        illustrative: whether a figure in it is.
        addends: every figure that enters, down to its file; for models ``parts`` instead.
        set_aside: figures of the subtree that do not enter.
        parts: for models, what each part counts.
        overlaps: for models, each that stands in one part too many, by reference.
    """

    unit: str
    indicator: str
    name: Phrase | None
    year: int
    value: Exact | None
    basis: str | None
    illustrative: bool
    addends: tuple[Addend, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    parts: tuple[Part, ...] = ()
    overlaps: tuple[str, ...] = ()


def explain_total(book: Yearbook, unit: str, indicator: Indicator) -> Explanation:
    """Why an indicator of a unit, or of all roots together, has its total."""
    rollup = book.rollup
    tops = book.roots if unit == ALL_UNITS else (unit,)
    totals = (rollup.ratios if indicator.is_ratio else rollup.totals)[indicator.id]
    value = rollup.together(tops, indicator) if unit == ALL_UNITS else rollup.value(unit, indicator)
    stated = any(totals[top].stated_up for top in tops)
    entering = tuple(addend for top in tops for addend in addends(rollup, top, indicator))
    return Explanation(
        unit=unit,
        indicator=indicator.id,
        name=Phrase(indicator.name, indicator.name_en),
        year=rollup.year,
        value=value,
        basis=None if value is None else "stated" if stated else "computed",
        illustrative=any(addend.given.path in rollup.figures.illustrative for addend in entering),
        addends=entering,
        set_aside=tuple(aside for top in tops for aside in set_aside(rollup, top, indicator)),
    )


def explain_models(book: Yearbook, unit: str, count: str) -> Explanation:
    """How a count of models comes about: the parts below, and the models that stand in more than one."""
    everywhere = unit == ALL_UNITS
    below = book.roots if everywhere else book.rollup.tree.children[unit]
    owned = [] if everywhere else book.funnel.own(unit)
    own = [str(model.reference) for model in owned if model.counts_as(count)]
    counts, overlaps = models_why(book.funnel, below, own, count)
    models = book.funnel.all_of(book.roots) if everywhere else book.funnel.of(unit)
    return Explanation(
        unit=unit,
        indicator=MODELS_PREFIX + count,
        name=None,
        year=book.rollup.year,
        value=sum(model.counts_as(count) for model in models),
        basis="computed",
        illustrative=any(model.illustrative for model in models),
        parts=tuple(Part(part, number) for part, number in zip((*below, unit), counts, strict=True) if number),
        overlaps=tuple(overlaps),
    )
