"""From what a clause says of time to the keys of an obligation: period, day, every year."""

import re

from dvk.importing.orders.phrases import Due
from dvk.importing.orders.wishes import Wish
from dvk.importing.quoted import Draft, Quoted, quoted

_NAMED_YEAR = re.compile(r"(?:năm\s+|/\s?)(20[0-9]{2})(?![0-9])", re.IGNORECASE)
_FIRST_MONTHS = 3


def keys_of(wish: Wish, year: int | None, *, yearly: bool) -> dict[str, Draft]:
    """``period``, ``every_year``, ``before`` or ``by``, ``cut_off`` and ``phrase`` of an obligation.

    Args:
        wish: what it asks.
        year: of the plan.
        yearly: whether its section asks for such things every year.
    """
    repeats = _repeats(wish, year, yearly=yearly)
    found: dict[str, Draft] = {}
    if period := _period(wish, year, repeats=repeats is not None):
        found["period"] = period
    if repeats:
        found["every_year"] = repeats
    if wish.due:
        found[wish.due.way] = _day(wish, wish.due, year, repeats=repeats is not None)
    if wish.cut_off and (wish.cut_off[1].year or year) and not repeats:
        clause, day = wish.cut_off
        found["cut_off"] = quoted(day.value(year or 0), clause.at(day.start), clause.printed[day.start : day.end])
    if phrase := _phrase(wish):
        found["phrase"] = phrase
    return found


def _repeats(wish: Wish, year: int | None, *, yearly: bool) -> Quoted | None:
    """``yes`` where no year is written and every year is meant, or likely meant."""
    if wish.due is None:
        return quoted("yes", wish.clause.line) if wish.yearly else None
    if wish.due.day.year:
        return None
    line, words = wish.clause.at(wish.due.start), wish.clause.printed[wish.due.start : wish.due.end]
    if wish.yearly or (yearly and wish.kind == "report"):
        return quoted("yes", line, words)
    likely = year is None or (wish.kind == "report" and wish.part != "")
    return quoted("yes", line, words, "year_not_said") if likely else None


def _day(wish: Wish, due: Due, year: int | None, *, repeats: bool) -> Quoted:
    doubt = due.doubt
    if not due.day.year and not repeats:
        doubt = doubt or "year_not_said"
    value = due.day.value(0 if repeats else year or 0)
    return quoted(value, wish.clause.at(due.start), _words(wish, due.start, due.end), doubt)


def _period(wish: Wish, year: int | None, *, repeats: bool) -> Quoted | None:
    """The part of every year, or the months of the year that it is for; nothing where no year is known."""
    line = wish.clause.line
    if repeats:
        return quoted(wish.part or "year", line, doubt=wish.part_doubt)
    which, doubt = _year_of(wish, year)
    if which is None:
        return None
    value = str(which) if wish.part in {"", "year"} else f"{which}-{wish.part}"
    return quoted(value, line, doubt=wish.part_doubt or doubt)


def _year_of(wish: Wish, year: int | None) -> tuple[int | None, str]:
    """The year that a filing is for: as named, that of the plan, or that of its day; with a doubt."""
    if wish.due is None or not wish.due.day.year:
        return year, ""
    day = wish.due.day
    start = min(wish.due.asked.start, len(wish.clause.text))
    named = [int(found[1]) for found in _NAMED_YEAR.finditer(wish.clause.text, start, max(start, wish.due.start))]
    if named and named[-1] in {day.year, day.year - 1}:
        return named[-1], ""
    if year == day.year - 1 and day.month <= _FIRST_MONTHS:
        return year, "year_before"
    return day.year, ""


def _phrase(wish: Wish) -> Quoted | None:
    """The words for the time, with a doubt where they come to no day."""
    line = wish.clause.line
    if wish.due:
        return quoted(_words(wish, wish.due.start, wish.due.end), wish.clause.at(wish.due.start))
    if wish.carrier:
        return quoted(wish.carrier[1], line)
    if wish.after:
        return quoted(wish.after.phrase, line, doubt="working_days" if wish.after.working else "")
    if wish.rough and wish.rough.phrase:
        return quoted(wish.rough.phrase, line, doubt=wish.rough.why)
    return None


def _words(wish: Wish, start: int, end: int) -> str:
    return wish.clause.printed[start:end].strip(" ,(")
