"""Values of documents in words: numbers and days as people write them, names beside ids, words of closed lists."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from fractions import Fraction

from dvk import wording
from dvk.facts import Indicator, Term
from dvk.meaning import Spot
from dvk.meaning.passages import SHORT, beginning
from dvk.messages import Language, Phrase
from dvk.messages.of_keys import CHOICES
from dvk.messages.of_keys.labels import label
from dvk.periods import Period, parse_period
from dvk.printing.contents.names import Names
from dvk.shown import number
from dvk.textfile import Node
from dvk.values import Moment, YearDay, read_day, read_end_day, read_figure, read_period_or_part, read_reference
from dvk.vietnamese.dates import format_date, parse_date, parse_end_date, parse_moment
from dvk.vietnamese.misread import Misread
from dvk.vietnamese.money import parse_money
from dvk.vietnamese.numbers import parse_count
from dvk.vietnamese.text import parse_yes_no

INDICATOR_KEYS = {"indicator", "indicators", "numerator", "denominator"}
_UNIT_KEYS = {"unit", "units", "owners", "by", "from", "into"}
_TITLES = {"name", "title", "task", "work"}
"""Keys that say in words which entry it is."""
_NAMING = frozenset({"id", "indicator", "model", *_TITLES})
_HIDDEN = {"fingerprint"}
"""Keys that say nothing to people."""

_YES, _NO = Phrase("có", "yes"), Phrase("không", "no")
_NO_FIGURE = Phrase("không có số liệu", "no figure")
_EMPTY = Phrase("(trống)", "(empty)")
_EVERY_YEAR = Phrase("{0} hằng năm", "{0} of every year")
_MONEY = Phrase("{0} đồng", "{0} đồng")


@dataclass(frozen=True)
class ValueWords:
    """Words for values.

    Args:
        names: what ids are called.
        language: the language of the words.
    """

    names: Names
    language: Language

    def of(self, node: Node, spot: Spot, indicator: str = "", *, named: bool = False) -> str:
        """A node on one line.

        Args:
            node: what stands there.
            spot: what the schema says of the place.
            indicator: the indicator that a figure there is of.
            named: whether what names an entry is said already.
        """
        if isinstance(node, dict):
            line = "; ".join(self._parts(node, spot, indicator, leave_out=_NAMING if named else frozenset()))
            return line if len(line) <= 2 * SHORT else f"{line[: 2 * SHORT].rpartition(' ')[0]} …"
        if isinstance(node, list):
            return ", ".join(self.of(item, spot.entry(), indicator) for item in node)
        if node is None:
            return (_NO_FIGURE if spot.form == "figure" else _EMPTY).to(self.language)
        try:
            return self._scalar(node, spot, indicator)
        except Misread:
            return beginning(node)

    def named(self, key: str, text: str, spot: Spot) -> str:
        """What an id under that key is called; "" where it has no other name."""
        if key in INDICATOR_KEYS:
            known = self.names.indicator(text)
            return (known.name_en if self.language == "en" else known.name) if known else ""
        if key in _UNIT_KEYS:
            name = self.names.unit(text)
            return "" if name == text else name
        if spot.form == "reference":
            return self._cited(text)
        settings = self.names.workspace.settings
        terms = {"field": settings.fields, "level": settings.levels, "line": settings.lines}
        if spot.place.endswith(("who.kind", "units.kind")):
            terms["kind"] = settings.kinds
        return self._term(terms.get(key, ()), text)

    def _parts(self, node: Mapping[str, Node], spot: Spot, indicator: str, leave_out: frozenset[str]) -> Iterator[str]:
        of = node.get("indicator")
        indicator = of if isinstance(of, str) else indicator
        for name, value in node.items():
            at = spot.under(name)
            if name not in _HIDDEN | leave_out and not at.says_nothing(value):
                words = self.of(value, at, indicator)
                bare = name == "value" or name in _TITLES | INDICATOR_KEYS
                yield words if bare else f"{label(at.place, self.language) if at.place else name}: {words}"

    def _scalar(self, text: str, spot: Spot, indicator: str) -> str:
        key = spot.place.rpartition(".")[2]
        if spot.form == "choice":
            meaning = CHOICES.get(f"{key}.{text}")
            return meaning.to(self.language) if meaning else text
        if spot.form == "figure":
            return self._figure(text, self.names.indicator(indicator))
        if spot.form == "id":
            return beside(self.named(key, text, spot), text)
        if spot.form == "reference":
            return beside(self._cited(text), text)
        read = _READERS.get(spot.form)
        return read(text, self.language) if read else beginning(text)

    def _figure(self, text: str, indicator: Indicator | None) -> str:
        found = read_figure(text)
        if found.form == "percent":
            return f"{number(found.value, self.language)} %"
        measure = indicator.unit_of_measure if indicator else "đồng" if found.form == "money" else ""
        return f"{number(found.value, self.language)} {measure}".strip()

    def _cited(self, text: str) -> str:
        """What a reference means; "" for one that leads nowhere."""
        try:
            reference = read_reference(text)
        except Misread:
            return ""
        name = self.names.entry(reference)
        return "" if name == reference.path else name

    def _term(self, terms: Sequence[Term], text: str) -> str:
        found = next((term for term in terms if term.id == text), None)
        return (found.name_en if self.language == "en" else found.name) if found else ""


def beside(name: str, text: str) -> str:
    """A name with its id beside it."""
    return f"{name} ({text})" if name not in {"", text} else text


def _moment(value: Moment | YearDay, language: Language) -> str:
    hour = f" {value.hour:%H:%M}" if isinstance(value.hour, time) else ""
    if isinstance(value, Moment):
        return f"{format_date(value.day)}{hour}"
    return _EVERY_YEAR.to(language).format(f"{wording.day_of_every_year(value)}{hour}")


def _end(text: str, language: Language) -> str:
    found = read_end_day(text)
    return text if isinstance(found, YearDay) and found.excluded else _moment(found, language)


def _period(text: str, language: Language) -> str:
    found = read_period_or_part(text)
    if language == "en":
        return str(found)
    return wording.period(found) if isinstance(found, Period) else wording.part_of_year(found)


_READERS: dict[str, Callable[[str, Language], str]] = {
    "count": lambda text, language: number(parse_count(text), language),
    "money": lambda text, language: _MONEY.to(language).format(number(Fraction(parse_money(text)), language)),
    "day": lambda text, _: format_date(parse_date(text)),
    "last_day": lambda text, _: format_date(parse_end_date(text)),
    "moment": lambda text, language: _moment(Moment(*parse_moment(text)), language),
    "moment_or_yearly": lambda text, language: _moment(read_day(text), language),
    "last_day_or_yearly": _end,
    "period": lambda text, language: wording.period(parse_period(text)) if language == "vi" else text,
    "period_or_part": _period,
    "yes_no": lambda text, language: (_YES if parse_yes_no(text) else _NO).to(language),
}
"""Form of a scalar → how people write it; every other stands as it was typed."""
