"""Deadlines as a clause words them: which days are one, before or by, and which days are none and why."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dvk.importing.orders import day_words
from dvk.importing.orders.days import Day, days_in
from dvk.importing.orders.filing import Asked, asked_in, is_for_models
from dvk.importing.orders.words import last_of

Way = Literal["before", "by"]


@dataclass(frozen=True, slots=True)
class Due:
    """A day by which something is to be filed.

    Args:
        way: ``before`` leaves the day out, ``by`` takes it in.
        day: the day, with its hour.
        asked: what is to be filed.
        start: where its words begin, and ``end`` where they end; of several days in one phrase those of all.
        doubt: why it should be looked at.
    """

    way: Way
    day: Day
    asked: Asked
    start: int
    end: int
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the days of a clause mean.

    Args:
        asked: what it asks to be filed, with a day or without.
        dues: its deadlines.
        cut_off: the last day that figures are counted to.
        aside: days that are no deadlines, with the name of the reason.
    """

    asked: tuple[Asked, ...] = ()
    dues: tuple[Due, ...] = ()
    cut_off: Day | None = None
    aside: tuple[tuple[Day, str], ...] = ()


def read_clause(text: str, before: Sequence[Asked] = ()) -> Reading:
    """What the days of a clause mean.

    Args:
        text: the clause, ready for searching.
        before: what was asked just before it, where the clause itself only says by when.
    """
    asked = asked_in(text)
    days = days_in(text)[:_MOST_DAYS]
    cut_off = next((day for day in days if _before(day_words.CUT_OFF, text, day.start) is not None), None)
    dues: list[Due] = []
    aside: list[tuple[Day, str]] = []
    for day in days:
        if cut_off is not None and day in (cut_off, _span_start(days, cut_off, text)):
            continue
        due = _next_of(text, day, dues) or _due(text, day, asked or list(before))
        if isinstance(due, Due):
            dues.append(due)
        elif due != "nothing_asked" or day.with_word or day.year:
            aside.append((day, due))
    return Reading(tuple(asked), tuple(_for_all(text, asked, _in_one_phrase(dues))), cut_off, tuple(aside))


_MOST_DAYS = 50
"""How many days of one clause are looked at."""


def _span_start(days: Sequence[Day], last: Day, text: str) -> Day | None:
    """The first day of a span that ends with this day."""
    at = days.index(last)
    first = days[at - 1] if at else None
    return first if first and _before(day_words.SPAN, text, first.start) is not None else None


def _due(text: str, day: Day, asked: Sequence[Asked]) -> Due | str:
    """The deadline that a day is, or the name of the reason why it is none."""
    if _before(day_words.EXTENDED, text, day.start) is not None:
        return "extension"
    way, start, doubt = _marked(text, day, asked)
    if way is None:
        return _no_deadline(text, day)
    if _is_past(text, start):
        return "past"
    one = _governing(text, start, day, asked)
    if isinstance(one, str):
        return one
    doubt = doubt or ("short_year" if day.short_year else _other_verb(text, one, start))
    return Due(way, day, one, start, day.end, doubt)


def _other_verb(text: str, one: Asked, start: int) -> str:
    """A doubt where another verb stands nearer to the day, behind a comma or in words that tell of the past."""
    begin = min(one.end, start)
    other = day_words.OTHER_VERB.search(text, begin, start) or day_words.TOLD.search(text, begin, start)
    return "perhaps_other_work" if other and not day_words.RECIPIENT.search(text, other.start(), start) else ""


def _marked(text: str, day: Day, asked: Sequence[Asked]) -> tuple[Way | None, int, str]:
    """Whether words before the day make it a last day: the way, where they begin, and a doubt."""
    if _before(day_words.CITED, text, day.start) or _before(day_words.VALID, text, day.start):
        return None, 0, ""
    found = _before(day_words.BEFORE, text, day.start)
    if found is not None:
        return "before", found, ""
    found = _before(day_words.BY, text, day.start)
    if found is not None:
        return "by", found, ""
    return _marked_softly(text, day, asked)


def _marked_softly(text: str, day: Day, asked: Sequence[Asked]) -> tuple[Way | None, int, str]:
    """The end of a span in which something is taken in, and a day on which it is sent: both to be looked at."""
    asking = max((one for one in asked if one.end <= day.start), key=lambda one: one.end, default=None)
    last = asking.end if asking else 0
    if asking is None or any(event.search(text, last, day.start) for event in (day_words.MEETING, day_words.FEAST)):
        return None, 0, ""
    until = _before(day_words.UNTIL, text, day.start)
    if until is not None and text.count("(", last, day.start) == text.count(")", last, day.start):
        span = _before(day_words.SPAN_BEFORE, text, day.start)
        near = span is None or span - last <= _NEAR
        return ("by", until if span is None else span, "end_of_span") if near else (None, 0, "")
    if _before(day_words.SPAN, text, day.start) is not None or not day_words.RECIPIENT.search(
        text, asking.start, day.start
    ):
        return None, 0, ""
    on = _before(day_words.ON, text, day.start)
    if on is not None:
        return "by", on, "on_the_day"
    in_brackets = text[: day.start].rstrip()[-1:] == "("
    return ("by", day.start, "on_the_day") if day.with_word and not in_brackets else (None, 0, "")


_NEAR = 60
"""How far behind what is asked the span may begin in which it is taken in."""
_WINDOW = 120
"""How far back from a day words are looked for that say what it is."""


def _before(pattern: re.Pattern[str], text: str, end: int) -> int | None:
    """Where words begin that end just there; None where none do."""
    start = max(0, end - _WINDOW)
    found = pattern.search(text[start:end])
    return start + found.start() if found else None


def _is_past(text: str, start: int) -> bool:
    """Whether what happened before the day is told, not asked."""
    return any(_before(pattern, text, start) is not None for pattern in (day_words.PAST, day_words.WORKS))


def _governing(text: str, start: int, day: Day, asked: Sequence[Asked]) -> Asked | str:
    """What is to be filed by the day; else why nothing is: no filing is asked, or the day is of other work."""
    earlier = [one for one in asked if one.start < day.start or one.start > len(text)]
    if earlier:
        one = earlier[-1]
        if day_words.MEETING.search(_in_brackets(text, start)):
            return "meeting"
        other = last_of(day_words.OTHER_WORK, text[:start], min(one.end, start))
        if other and not day_words.RECIPIENT.search(text, other.end(), start):
            return "other_work"
        if one.kind == "registration" and not is_for_models(text, one) and not day_words.RECIPIENT.search(text):
            return "nothing_asked"
        return one
    later = [one for one in asked if one.start >= day.end]
    if later and day_words.AT_START.match(text[:start]) and not day_words.MEETING.search(text, day.end, later[0].start):
        return later[0]
    return _no_deadline(text, day)


def _in_brackets(text: str, end: int) -> str:
    """What stands in the same brackets before a place; "" outside of any."""
    opened = text.rfind("(", max(0, end - _WINDOW), end)
    return text[opened + 1 : end] if opened > text.rfind(")", 0, end) else ""


_REASONS = (
    ("replaced", day_words.REPLACED),
    ("cited", day_words.CITED),
    ("validity", day_words.VALID),
    ("anniversary", day_words.FEAST),
    ("meeting", day_words.MEETING),
    ("span", day_words.SPAN),
    ("span", day_words.UNTIL),
)


def _no_deadline(text: str, day: Day) -> str:
    """Why a day is no deadline."""
    reasons = (why for why, pattern in _REASONS if _before(pattern, text, day.start) is not None)
    return next(reasons, "nothing_asked")


def _for_all(text: str, asked: Sequence[Asked], dues: list[Due]) -> list[Due]:
    """A day in front of several filings is that of each, to be looked at: ``Đến ngày …: lập … và đăng ký …``."""
    if len(dues) != 1 or not asked or dues[0].day.end > asked[0].start or not _OPENS.match(text, dues[0].day.end):
        return dues
    kinds = {one.kind: one for one in reversed(asked) if not one.doubt and not one.bare}
    several = [
        replace(dues[0], asked=one, doubt=dues[0].doubt or "day_shared") for one in asked if one in kinds.values()
    ]
    return several if len(several) > 1 else dues


_OPENS = re.compile(r"[^:]{0,40}:")
"""A sign behind a day that makes it one of all that follows."""


def _next_of(text: str, day: Day, dues: Sequence[Due]) -> Due | None:
    """The same for a further day of the same phrase: ``trước ngày 15/6/2022 và 15/11/2022``."""
    if not dues or not day_words.NEXT.fullmatch(text, dues[-1].day.end, day.start):
        return None
    return replace(dues[-1], day=day, end=day.end)


def _in_one_phrase(dues: Sequence[Due]) -> list[Due]:
    """Days of one phrase share its words, and the year where only the last of them has one."""
    found = list(dues)
    for at in reversed(range(len(found) - 1)):
        here, behind = found[at], found[at + 1]
        if here.start == behind.start:
            year = here.day.year or behind.day.year
            found[at] = replace(here, end=behind.end, day=replace(here.day, year=year))
    first = {due.start: due.end for due in reversed(found)}
    return [replace(due, end=first[due.start]) for due in found]
