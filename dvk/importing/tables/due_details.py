"""What stands below the title of an obligation: its indicators, cut-off, lock, who is let off, who has more time."""

import re
from collections.abc import Iterator, Sequence

from dvk.importing.paper import Line
from dvk.importing.quoted import Draft, quoted
from dvk.importing.tables.named import Named, listed
from dvk.importing.tables.written import DAY, LONGEST, MOMENT, iso_day, iso_moment, period_of, plain_words

_PERIOD = r"(?:, kỳ (?P<period>[^(]+?))?"
_EXEMPT = re.compile(r"Miễn: (?P<unit>.+)")
_UNTIL = re.compile(rf"(?P<reason>.+)\)(?:, đến hết ngày (?P<until>{DAY}))?")
_EXTENDED = re.compile(
    rf"Gia hạn: (?P<units>.+?), (?P<way>trước|chậm nhất) (?P<day>{MOMENT}){_PERIOD} \((?P<reason>.+)\)"
)
_UNLOCKED = re.compile(rf"Mở khoá: (?P<units>.+?), đến hết ngày (?P<day>{DAY}){_PERIOD} \((?P<reason>.+)\)")
_ENDS = (("cut_off", "Chốt số liệu: "), ("lock", "Khoá sổ: "))
_ANY_DAY = "Gồm cả đơn vị kết thúc hoạt động trong kỳ"
_INDICATORS = "Số liệu: "
_MOST_BRACKETS = 8
"""Brackets that the name of a unit may hold, and one more."""
_LISTS = {"indicators", "except", "extensions", "unlocks"}

Fields = dict[str, Draft]


def details_of(lines: Sequence[Line], named: Named) -> Fields:
    """What stands below a title: indicators, cut-off, lock, who is let off, who has more time."""
    said = [(plain_words(line.text), line) for line in lines if len(line.text) <= LONGEST]
    found = [entry for words, line in said for entry in _detail(words, line, named)]
    made: Fields = {key: draft for key, draft in found if key not in _LISTS}
    return made | {key: [draft for k, draft in found if k == key] for key, _ in found if key in _LISTS}


def _detail(words: str, line: Line, named: Named) -> Iterator[tuple[str, Draft]]:
    for key, label in _ENDS:
        if words.startswith(label) and (day := _end(words.removeprefix(label))):
            yield key, quoted(day, line, words)
    if words == _ANY_DAY:
        yield "open_on", quoted("any_day", line, words)
    if words.startswith(_INDICATORS):
        names = listed(words.removeprefix(_INDICATORS), "; ", named.indicator)
        yield from (("indicators", named.as_id(indicator, name, line)) for name, indicator in names)
    if found := _EXEMPT.fullmatch(words):
        yield "except", _exempt(found, line, named)
    if found := _EXTENDED.fullmatch(words):
        key = "before" if found["way"] == "trước" else "by"
        yield "extensions", _for_units(found, line, named) | {key: quoted(iso_moment(found["day"]) or "", line)}
    if found := _UNLOCKED.fullmatch(words):
        yield "unlocks", _for_units(found, line, named) | {"unlocked_until": quoted(iso_day(found["day"]) or "", line)}


def _end(words: str) -> str | None:
    """``hết ngày 31/10/2021`` is that day, ``trước ngày 15/5`` every year is ``before 05-15``."""
    way, _, rest = words.partition(" ")
    day = iso_moment(rest)
    return f"before {day}" if day and way == "trước" else day


def _exempt(found: re.Match[str], line: Line, named: Named) -> Fields:
    """Unit, reason and last day; a name may hold brackets itself: the first part that is a known name is one."""
    parts = found["unit"].split(" (")
    names = [" (".join(parts[:end]) for end in range(1, min(len(parts), _MOST_BRACKETS))]
    name = next((name for name in names if named.unit(name)), names[0] if names else found["unit"])
    rest = _UNTIL.fullmatch(found["unit"][len(name) + 2 :])
    made: Fields = {"unit": named.as_id(named.unit(name), name, line)}
    if rest is None:
        return made
    until = iso_day(rest["until"]) if rest["until"] else None
    return made | {"reason": quoted(rest["reason"], line)} | ({"until": quoted(until, line)} if until else {})


def _for_units(found: re.Match[str], line: Line, named: Named) -> Fields:
    units = [named.as_id(unit, name, line) for name, unit in named.units(found["units"])]
    made: Fields = {"units": units, "reason": quoted(found["reason"], line)}
    period = period_of(found["period"]) if found["period"] else None
    return made | ({"period": quoted(period, line)} if period else {})
