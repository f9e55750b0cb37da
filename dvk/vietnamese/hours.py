"""Hours of a day as offices write them: ``17:00``, ``17h``, ``17 giờ 00``, ``17g30``."""

import re
from datetime import time

from dvk.vietnamese.misread import Misread, readable
from dvk.vietnamese.text import tidied

HOUR = r"[0-9]{1,2}(?::[0-9]{2}|\s*(?:giờ|h|g)(?:\s*[0-9]{2}(?:\s*phút)?)?)"
"""Pattern of an hour, for any case; it has no groups."""

_HOUR = re.compile(HOUR, re.IGNORECASE)
_PARTS = re.compile(r"[0-9]+")
_HOUR_AND_MORE = re.compile(rf"({HOUR})(?:[:.][0-9.]+)?\s*(z|[-+][0-9:]+)?", re.IGNORECASE)
_SAME_ZONE = {"", "+07:00", "+0700", "+07"}
_LAST_HOUR, _LAST_MINUTE = 23, 59


def parse_time(text: str) -> time:
    """Read an hour of the day in ``TIME_ZONE``, to the minute.

    Raises:
        Misread: of kind ``time``; seconds and a zone are refused, and so is ``24:00``, which is two days'.
    """
    wanted = tidied("time", text)
    if not _HOUR.fullmatch(wanted):
        raise _refused(text, wanted)
    hour, minute, *_ = (*(int(part) for part in _PARTS.findall(wanted)), 0)
    if hour > _LAST_HOUR or minute > _LAST_MINUTE:
        raise Misread("time", text, "midnight" if (hour, minute) == (24, 0) else "no_such_time")
    return time(hour, minute)


def _refused(text: str, wanted: str) -> Misread:
    found = _HOUR_AND_MORE.fullmatch(wanted)
    if found is None:
        return Misread("time", text, "not_a_time")
    zone = found[2] or ""
    clear = readable(parse_time, (found[1],)) if zone in _SAME_ZONE else ()
    return Misread("time", text, "has_zone" if zone else "has_seconds", clear)
