"""Who registers a model, in which field, for which years, and what it is to reach."""

import re
from collections.abc import Callable

from dvk.importing.paper import Line
from dvk.importing.quoted import Quoted, quoted
from dvk.importing.tables.entry import Entry, Fields
from dvk.importing.tables.markdown import markdown_of
from dvk.importing.tables.means_in_words import span_of
from dvk.importing.tables.named import Named
from dvk.importing.tables.targets import targets_of_model
from dvk.importing.tables.written import plain_words
from dvk.naming import compared

OWNER_IN_WORDS, TARGETS_IN_WORDS = "owner_in_words", "targets_in_words"
"""Doubts: who registers is no unit that is known; targets that name no indicator."""

_CROSSES = {"x", "✓", "v", "+", "01", "1", "√"}
_INFERRED = " (*)"
_CO_OWNERS, _DEPARTMENT = "Cùng chủ trì: ", "Bộ phận phụ trách: "
_YEARS = re.compile(r"(?:năm )?((?:19|20)[0-9]{2})(?:\s*[-–]\s*((?:19|20)[0-9]{2}))?", re.IGNORECASE)


def type_of(entry: Entry, named: Named) -> Fields:
    """Collective or individual; anything else in such a row is who registers."""
    words, line = entry.words("type"), entry.lines("type")[0]
    found = [kind for kind, said in (("individual", "ca nhan"), ("collective", "tap the")) if said in compared(words)]
    if len(found) != 1:
        return _lead(words, line, named)
    who = words.partition(":")[2].strip()
    return {"type": quoted(found[0], line, words)} | (_lead(who, line, named) if who else {})


def field_of(entry: Entry, named: Named) -> Fields:
    """The field; a star behind it says that whoever typed it chose it."""
    words, line = entry.words("field"), entry.lines("field")[0]
    bare = words.removesuffix(_INFERRED)
    made: Fields = {"field": named.as_id(named.field(bare), bare, line)}
    return made | ({"inferred": [quoted("field", line, words)]} if bare != words else {})


def unit_of(entry: Entry, named: Named) -> Fields:
    """The lead, then co-owners and department; who is no unit that is known stands in the note."""
    made: Fields = {}
    for number, line in enumerate(entry.lines("unit")):
        words = plain_words(line.text)
        if words.startswith(_CO_OWNERS):
            made |= owners_of(words.removeprefix(_CO_OWNERS), line, named)
        elif words.startswith(_DEPARTMENT):
            name = words.removeprefix(_DEPARTMENT)
            made["department"] = named.as_id(named.department(name), name, line)
        elif number == 0:
            made |= _lead(words, line, named)
    return made


def _lead(words: str, line: Line, named: Named) -> Fields:
    """Nothing for the unit whose paper it is; an owner for another unit; a note for anybody else."""
    unit = named.unit(words)
    if unit == named.known.unit:
        return {}
    return {"owners": [quoted(unit, line, words)]} if unit else {"note": quoted(words, line, words, OWNER_IN_WORDS)}


def owners_of(words: str, line: Line, named: Named) -> Fields:
    """The units of a list with commas."""
    return {"owners": [named.as_id(unit, name, line) for name, unit in named.units(words)]}


def department_of(entry: Entry, named: Named) -> Fields:
    """The department that looks after it."""
    words = entry.words("department")
    return {"department": named.as_id(named.department(words), words, entry.lines("department")[0])}


def years_of(entry: Entry, _named: Named) -> Fields:
    """A year, or a range of years; those named in a sentence are to be looked at."""
    words = entry.words("years")
    found = _YEARS.fullmatch(words)
    step = span_of(words, entry.lines("years")[0])
    if step:
        named_years = list(dict.fromkeys((_years_in(words)[0], _years_in(words)[-1])))
        return {"years": quoted("-".join(named_years), entry.lines("years")[0], words), "timetable": [step]}
    if found is None:
        years = _years_in(words)
        if not years:
            return {}
        value = years[0] if len(years) == 1 else f"{min(years)}-{max(years)}"
        return {"years": quoted(value, entry.lines("years")[0], words, "years_in_words")}
    value = f"{found[1]}-{found[2]}" if found[2] else found[1]
    return {"years": quoted(value, entry.lines("years")[0], words)}


def _years_in(words: str) -> list[str]:
    return sorted(set(re.findall(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", words)))


def targets_of(entry: Entry, named: Named) -> Fields:
    """Lines with an indicator and a value; where one has none, all of them are kept as the goal, in words."""
    lines = list(entry.lines("targets"))
    drafts = targets_of_model(lines, named)
    if len(drafts) == len(lines):
        return {"targets": drafts}
    goal = list(entry.lines("goal"))
    return {"goal": Quoted(markdown_of([*goal, *lines]), lines[0].number, entry.words("targets"), TARGETS_IN_WORDS)}


def crossed(key: str) -> Callable[[Entry, Named], Fields]:
    """A column of crosses: ``x`` under ``Tập thể`` or ``Cá nhân``; a name in it is who registers."""

    def read(entry: Entry, named: Named) -> Fields:
        words, line = entry.words(key), entry.lines(key)[0]
        made: Fields = {"type": quoted(key, line, words)}
        return made if words.casefold() in _CROSSES else made | _lead(words, line, named)

    return read
