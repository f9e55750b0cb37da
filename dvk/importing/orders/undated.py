"""Deadlines without a day of the calendar: counted from something, part of another report, or only roughly said."""

import re
from dataclasses import dataclass

_NUMBERS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "bảy": 7, "mười": 10, "mười lăm": 15, "ba mươi": 30}
_NUMBER = r"(?P<number>[0-9]{1,3}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r")(?:\s*\([^()]{1,12}\))?"
_WHAT = r"(?P<what>[^,;.()]{2,90}?)"
_VERB = r"(?=\s*(?:[,;.()]|$|\b(?:các|phải|gửi|nộp|báo cáo|đơn vị|về|đề nghị|thì)\b))"
_DAYS_FIRST = re.compile(
    rf"(?:(?:chậm nhất|muộn nhất|không quá|trong vòng|trong thời hạn"
    rf"|trong thời gian|trong|sau|là)\s+){{1,3}}{_NUMBER}"
    rf"\s+ngày(?P<working>\s+làm việc)?\s*,?\s*(?:(?:kể\s+)?từ(?:\s+khi|\s+ngày)?|sau(?:\s+khi)?"
    rf"|tính từ(?:\s+ngày)?)\s+"
    rf"{_WHAT}{_VERB}",
    re.IGNORECASE,
)
_DAYS_LAST = re.compile(
    rf"(?:ngay\s+)?sau\s+(?:khi\s+)?{_WHAT}\s*,?\s*(?:(?:chậm nhất|muộn nhất|không quá|trong vòng|là|sau)\s+){{0,3}}"
    rf"{_NUMBER}\s+ngày(?P<working>\s+làm việc)?\b(?!\s*(?:kể|từ))",
    re.IGNORECASE,
)
_EMBEDDED = re.compile(
    r"lồng ghép\s+(?:chung\s+|nội dung\s+|kết quả\s+|đánh giá\s+|nội dung này\s+)?(?:trong|vào|với|cùng"
    r"|chung)\s+(?:các\s+|nội dung\s+)?"
    r"(?P<carrier>báo cáo[^,.;()]{0,70})",
    re.IGNORECASE,
)
_CARRIER_ENDS = re.compile(
    r"\s+(?:gửi|nộp|về|qua|trước|chậm nhất|để|theo|định kỳ trước|lên|của đơn vị|cho|và gửi|đảm bảo)\b", re.IGNORECASE
)
_MONTH = r"tháng\s+(?:1[0-2]|0?[1-9])(?:\s*[/\-]\s*[0-9]{4}|\s+năm\s+[0-9]{4})?"
_QUARTER = r"quý\s+(?:IV|I{1,3}|[1-4])(?:\s*[/\-]\s*[0-9]{4}|\s+năm\s+[0-9]{4})?"
_ROUGH = re.compile(
    rf"(?:(?:chậm nhất|muộn nhất|trong|cuối|đầu|giữa|trước|hết|đến|vào|khoảng|từ|là|thời hạn|xong)\s+){{1,4}}"
    rf"(?:{_MONTH}|{_QUARTER}|tuần\s+[^,.;]{{1,20}}tháng\s+[0-9]{{1,2}}|năm\s+[0-9]{{4}})"
    rf"(?:\s*(?:đến|-|–)\s*(?:hết\s+|cuối\s+|đầu\s+)?(?:{_MONTH}|{_QUARTER}))?(?![0-9/])",
    re.IGNORECASE,
)
_AT_START = re.compile(rf"^[\s\-–+*•]*(?:{_MONTH}|{_QUARTER})(?=\s*[:,])", re.IGNORECASE)
_RECURRING = re.compile(
    r"(?:trước\s+|chậm nhất\s+|vào\s+){0,2}(?:ngày\s+)?(?:[0-9]{1,2}\s+)?(?:của\s+)?(?:(?:hằng|hàng|mỗi)\s+(?:tháng"
    r"|quý|tuần)"
    r"|tháng\s+(?:đầu|cuối)\s+(?:của\s+)?(?:mỗi\s+)?quý(?:\s+(?:sau|tiếp theo|kế tiếp))?"
    r"|(?<=[0-9]\s)tháng\s+(?:sau|tiếp theo|kế tiếp|liền kề)|(?<=của\s)tháng\s+(?:sau|tiếp theo|kế tiếp|liền kề))",
    re.IGNORECASE,
)
_BY_RULE = re.compile(
    r"(?:đúng\s+)?theo\s+(?:đúng\s+)?(?:chế độ\s+)?(?:quy định|định kỳ|yêu cầu)|(?<!\w)định kỳ(?!\w)", re.IGNORECASE
)
_BY_EVENT = re.compile(r"trước\s+(?:khi\s+)?(?:khai mạc|đại hội|hội nghị|kỳ họp|lễ)[^,.;()]{0,50}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class After:
    """So many days after something.

    Args:
        days: how many.
        what: the words for what they are counted from.
        phrase: all its words.
        working: whether days of work are meant.
    """

    days: int
    what: str
    phrase: str
    working: bool


@dataclass(frozen=True, slots=True)
class Rough:
    """Words for a time that comes to no day; ``why`` is the doubt that they leave."""

    phrase: str
    why: str


def after_in(printed: str, text: str) -> After | None:
    """The days counted from something in a clause: ``sau 05 ngày kể từ ngày kết thúc đợt thi đua``.

    Args:
        printed: the clause as printed.
        text: the same, ready for searching.
    """
    found = _DAYS_FIRST.search(text) or _DAYS_LAST.search(text)
    if found is None:
        return None
    number = found["number"].lower()
    days = _NUMBERS.get(number) or int(number)
    what = printed[found.start("what") : found.end("what")].strip()
    phrase = printed[found.start() : found.end()].strip(" ,")
    return After(days, what, phrase, bool(found["working"])) if days and what else None


def carrier_in(printed: str, text: str) -> tuple[str, str] | None:
    """The report that a clause wants something to be part of, and the words that say so: ``báo cáo năm``."""
    found = _EMBEDDED.search(text)
    if found is None:
        return None
    end = _CARRIER_ENDS.search(found["carrier"])
    stop = found.start("carrier") + (end.start() if end else len(found["carrier"]))
    return printed[found.start("carrier") : stop].strip(), printed[found.start() : stop].strip()


def rough_in(printed: str, text: str, start: int = 0) -> Rough | None:
    """The words of a clause for a time that comes to no day, behind a place in it."""
    kinds = (
        (_RECURRING, "often"),
        (_AT_START, "no_exact_day"),
        (_ROUGH, "no_exact_day"),
        (_BY_EVENT, "no_exact_day"),
        (_BY_RULE, ""),
    )
    for pattern, why in kinds:
        found = pattern.search(text, start) or (pattern.match(text) if start else None)
        if found:
            return Rough(printed[found.start() : found.end()].strip(), why)
    return None


def recurring_in(printed: str, text: str, start: int) -> str:
    """The words of a clause that ask for something every month, quarter or week, from a place on."""
    found = _RECURRING.search(text, start)
    return printed[found.start() : found.end()].strip() if found else ""
