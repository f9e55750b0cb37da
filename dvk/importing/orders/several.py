"""Several days for one filing: the part of the year that each of them is for."""

import re
from collections.abc import Sequence

from dvk.importing.orders.days import Day
from dvk.importing.orders.periods import LABELS, Part, part_of_day, parts_in
from dvk.importing.orders.phrases import Due
from dvk.importing.orders.words import searched


def title_with_part(title: str, part: str) -> str:
    """The title of one of several filings that share their words: with its own part of the year."""
    named = parts_in(searched(title))
    base = title[: named[0].start].strip(" ,–-") if named else title
    return f"{base or title} – {LABELS[part]}" if part in LABELS else title


def parts_of(text: str, dues: Sequence[Due]) -> list[tuple[str, str]]:
    """The part of the year that each day is for, as named beside it; where none is, by their order."""
    parts = parts_in(text)
    found: list[str] = []
    for at, due in enumerate(dues):
        until = dues[at + 1].day.start if at + 1 < len(dues) else len(text)
        since = dues[at - 1].day.end if at else 0
        behind = next(
            (part for part in parts if due.day.end <= part.start < until and _belongs(text, due.day, part)), None
        )
        before = [part for part in parts if since <= part.start < due.day.start]
        found.append(behind.name if behind else before[-1].name if before else "")
    ahead = [part.name for part in parts if part.end <= dues[0].day.start]
    if len(dues) > 1 and len(ahead) == len(dues) and not _are_named(found):
        return [(name, "") for name in ahead]
    if len(dues) > 1 and not _are_named(found):
        return [(part_of_day(due.day.month, at, len(dues)), "periods_read") for at, due in enumerate(dues)]
    return [(name, "") for name in found]


def _are_named(parts: list[str]) -> bool:
    return all(parts) and len(set(parts)) == len(parts)


def _belongs(text: str, day: Day, part: Part) -> bool:
    """Whether a part of the year behind a day is said of it: ``15/6 (báo cáo 6 tháng)``, ``15/6 đối với …``."""
    return (
        re.match(r"\s*(?:hằng năm|hàng năm)?\s*(?:[(\[]|đối với|cho|với)", text[day.end : part.start], re.IGNORECASE)
        is not None
    )
