"""The figures of a year: one for each unit, indicator, section and period, from the reports that count."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from dvk.facts import FigureFact, Indicator, Report, Section
from dvk.organisation import Organisation
from dvk.periods import Period
from dvk.textfile.paths import entry_names
from dvk.yearly import Given

FITTING = {
    "count": {"count"},
    "decimal": {"count", "decimal"},
    "money": {"count", "money"},
    "percent": {"count", "decimal", "percent"},
}


@dataclass(frozen=True, slots=True)
class Key:
    """What a figure is of: a second one for the same key is an error and is not added."""

    unit: str
    indicator: str
    section: Section
    period: Period


@dataclass(frozen=True, slots=True)
class Repeated:
    """A figure that another file (or an earlier entry of the same file) gives already."""

    key: Key
    path: str
    field: str
    first_path: str


@dataclass
class Figures:
    """All figures of a year, and those that are not added.

    ``unused`` counts, file by file, the figures that are of no known indicator, do not fit theirs, or repeat another:
    not the typed ratios, which are recomputed, nor what reports left out as a whole give.
    """

    by_unit: dict[tuple[str, str, Section], list[Given]] = field(default_factory=dict)
    repeated: list[Repeated] = field(default_factory=list)
    unused: Counter[str] = field(default_factory=Counter)
    illustrative: set[str] = field(default_factory=set)

    def of(self, unit: str, indicator: str, section: Section) -> list[Given]:
        """What the reports of a unit give for an indicator, one figure for each period."""
        return self.by_unit.get((unit, indicator, section), [])

    def take(self, key: tuple[str, str, Section], given: Given) -> None:
        """Add a figure to those of its unit, indicator and section, unless there is one for its period already."""
        others = self.by_unit.setdefault(key, [])
        first = next((other for other in others if other.period == given.period), None)
        if first is None:
            others.append(given)
        else:
            self.repeated.append(Repeated(Key(*key, given.period), given.path, given.field, first.path))
            self.unused[given.path] += 1

    def pairs(self, unit: str, ratio: Indicator) -> list[tuple[Given, Given]]:
        """Numerator and denominator of a unit's own figures, for the periods for which both are given."""
        below = {given.period: given for given in self.of(unit, ratio.denominator or "", "own")}
        above = self.of(unit, ratio.numerator or "", "own")
        return [(given, below[given.period]) for given in above if given.period in below]


def figures_of(reports: dict[str, Report], indicators: dict[str, Indicator], organisation: Organisation) -> Figures:
    """The figures of the reports, which come in order of precedence: the first to give a figure stands.

    A figure of an unknown indicator, of a ratio, of a form that does not fit its indicator, or of a period in which
    the unit was not open is not added; checks name them.
    """
    figures = Figures()
    for path, report in reports.items():
        if not was_open(organisation, report):
            continue
        if report.illustrative:
            figures.illustrative.add(path)
        for name, fact in numbered(report.figures):
            indicator = indicators.get(fact.indicator)
            if indicator is not None and indicator.is_ratio:
                continue
            if indicator is None or not fits(fact, indicator):
                figures.unused[path] += 1
                continue
            given = Given(report.period, fact.value, path, name, fact.reason, report.covers_predecessors)
            figures.take((report.unit, fact.indicator, fact.section), given)
    return figures


def was_open(organisation: Organisation, report: Report) -> bool:
    """Whether the unit of a report is known and was open on any day of its period."""
    period = report.period
    return report.unit in organisation.units and organisation.open_in(report.unit, period.start, period.end)


def fits(fact: FigureFact, indicator: Indicator) -> bool:
    """Whether a figure is written in a form that its indicator can have; a null fits everywhere."""
    return fact.value is None or fact.form in FITTING[indicator.type]


def numbered(facts: Iterable[FigureFact]) -> list[tuple[str, FigureFact]]:
    """Each figure with its stable field path, ``own[indicator=houses]``, section by section as in the file."""
    figures = list(facts)
    return [(name, figures[at]) for name, at in _names(tuple([(fact.section, fact.indicator) for fact in figures]))]


@lru_cache(maxsize=1_000)
def _names(figures: tuple[tuple[Section, str], ...]) -> tuple[tuple[str, int], ...]:
    """Field path and position of each figure of a report: most reports give the same indicators."""
    found: list[tuple[str, int]] = []
    for section in dict.fromkeys(section for section, _ in figures):
        places = [at for at, (other, _) in enumerate(figures) if other == section]
        names = entry_names([{"indicator": figures[at][1]} for at in places])
        found.extend((section + name, at) for name, at in zip(names, places, strict=True))
    return tuple(found)
