"""Money, time and partners of a model as people write them in a form: several things in one sentence."""

import calendar
import re
from collections.abc import Iterator

from dvk.importing.paper import Line
from dvk.importing.quoted import Draft, Quoted, quoted
from dvk.importing.tables.money_units import in_dong
from dvk.importing.tables.targets import UNREAD_NUMBER
from dvk.importing.tables.written import DAY, LONGEST, amount_of, iso_day

SOURCES_IN_WORDS, WORK_NOT_SAID, PERHAPS_SEVERAL = "sources_in_words", "work_not_said", "perhaps_several"
"""Doubts: money whose sources cannot be told apart, days without what is done on them, perhaps several partners."""
_OF_WHICH = re.compile(
    r"\s*[,;:.(]?\s*\b(?:trong đó|bao gồm|gồm có|gồm|cụ thể|từ nguồn)\b\s*(?:có|là)?\s*:?\s*", re.IGNORECASE
)
_AMOUNT = (
    r"(?P<amount>(?:(?:khoảng|trên|ít nhất|ước)\s+)?[0-9][0-9.,]*\s*(?:tỷ|tỉ|triệu|tr|nghìn|ngàn)?\s*(?:đồng|đ|vnđ)?)"
)
_SOURCE_FIRST = re.compile(rf"(?P<source>[^\d:]+?)\s*:?\s+{_AMOUNT}", re.IGNORECASE)
_AMOUNT_FIRST = re.compile(rf"{_AMOUNT}\s+(?:từ|do|của|là)\s+(?P<source>\D+)", re.IGNORECASE)
_MONTH = r"(?:tháng\s+)?(?P<{0}month>0?[1-9]|1[0-2])\s*/\s*(?P<{0}year>(?:19|20)[0-9]{{2}})"
_SPAN = re.compile(
    rf"(?:từ\s+)?(?:ngày\s+)?(?:(?P<start>{DAY})|{_MONTH.format('first_')})\s*(?:đến|[-–])\s*(?:hết\s+)?(?:ngày\s+)?"
    rf"(?:(?P<end>{DAY})|{_MONTH.format('last_')})\.?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\s*(?:^|(?<=[;.,\s]))[1-9][.)]\s+")
_JOINED = re.compile(r"\s[–-]\s|,\s| và ")

Fields = dict[str, Draft]


def shares_of(words: str, line: Line) -> tuple[str, Fields]:
    """The whole in front of ``trong đó: ngân sách 20 triệu đồng; …``, and the money by source behind it.

    Returns:
        The whole, and ``money``; a ``note`` in words where the sources cannot be told apart; {} where none are named.
    """
    found = _OF_WHICH.search(words[:LONGEST])
    if found is None or not found.start():
        return words, {}
    parts = [part.strip(" .)") for part in re.split(r";\s*|,\s+(?!\d)|\s+và\s+", words[found.end() :])]
    money = [_share(part, line) for part in parts if part]
    if all(money):
        return words[: found.start()], {"money": money}
    return words[: found.start()], {"note": quoted(words[found.start() :].strip(" ,;("), line, words, SOURCES_IN_WORDS)}


def _share(words: str, line: Line) -> Fields:
    found = _SOURCE_FIRST.fullmatch(words) or _AMOUNT_FIRST.fullmatch(words)
    if found is None:
        return {}
    amount = amount_of(found["amount"].strip())
    value = in_dong(amount.value)
    made: Fields = {
        "source": quoted(found["source"].strip(), line),
        "value": Quoted(value or amount.value, line.number, words, "" if value else UNREAD_NUMBER),
    }
    return made | ({"bound": quoted(amount.bound, line, words)} if amount.bound else {})


def span_of(words: str, line: Line) -> Fields:
    """``Từ tháng 3/2022 đến 30/11/2022`` as one step of a timetable, both days included; {} for anything else."""
    found = _SPAN.fullmatch(words)
    if found is None:
        return {}
    start = iso_day(found["start"]) if found["start"] else f"{found['first_year']}-{int(found['first_month']):02}-01"
    end = iso_day(found["end"]) if found["end"] else _last_of(int(found["last_year"]), int(found["last_month"]))
    if not start or not end or start > end:
        return {}
    work = Quoted("Thực hiện mô hình", line.number, words, WORK_NOT_SAID)
    return {"from": quoted(start, line), "to": quoted(end, line), "work": work}


def _last_of(year: int, month: int) -> str:
    return f"{year}-{month:02}-{calendar.monthrange(year, month)[1]:02}"


def partners_in(words: str, line: Line) -> Iterator[Fields]:
    """The partners that a line names, parted by ``;`` or numbers; with commas or dashes they are perhaps several."""
    for name in re.split(r";\s*", _NUMBERED.sub(";", words)):
        bare = name.strip(" .")
        if bare:
            yield {"name": quoted(bare, line, "", PERHAPS_SEVERAL if _JOINED.search(bare) else "")}
