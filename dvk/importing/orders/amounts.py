"""Numbers of things as sentences give them: ``ít nhất 01 hộ``, ``từ 01 đến 02 mô hình``, ``khoảng 600 triệu đồng``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from typing import Literal

from dvk.vietnamese.misread import Misread
from dvk.vietnamese.money import parse_money
from dvk.vietnamese.numbers import parse_count, parse_decimal

Bounded = Literal["at_least", "about", "exactly", "at_most", ""]

_WORDS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_DIGITS = r"(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?"
_BOUNDS: tuple[tuple[Bounded, str], ...] = (
    ("at_least", r"ít nhất(?: là)?|tối thiểu(?: là)?|không dưới|không ít hơn|từ|trên|hơn|vượt|≥|>="),
    ("about", r"khoảng|chừng|ước(?: tính| đạt)?|xấp xỉ|gần|dự kiến(?: khoảng)?"),
    ("at_most", r"tối đa(?: là)?|không quá|nhiều nhất|dưới|≤|<="),
    ("", r"tổng số|tổng cộng|phấn đấu(?: đạt)?|đạt(?: từ)?|chỉ tiêu|đủ"),
)
_BOUND = "|".join(f"(?P<b{number}>{words})" for number, (_, words) in enumerate(_BOUNDS))
_SCALE = r"(?:\s*(?P<scale>(?:(?:nghìn|ngàn)\s+)?(?:tỷ|tỉ|triệu|nghìn đồng|ngàn đồng|đồng)(?:\s*đồng)?))?"
_AMOUNT = re.compile(
    rf"(?<![\w/.,+–-])(?:(?:{_BOUND})\s*(?:là\s+|:\s*)?)?(?:(?P<first>{_DIGITS})|(?P<word>{'|'.join(_WORDS)})(?=\s))"
    rf"(?:\s*(?:đến|-|–|tới)\s*(?P<last>{_DIGITS}))?\s*(?P<percent>%)?{_SCALE}(?![/\w%]|[.,][0-9]"
    rf"|\s*[/–-]\s*[0-9A-ZĐ])",
    re.IGNORECASE,
)
_UNIT = re.compile(r"\s+(?P<unit>[^\W\d_][^,.;:()\d·“”\"]{0,80})")
_MORE = re.compile(r"\s*(?:%|[^\W\d_]+(?:\s+[^\W\d_]+){0,5})?\s*trở lên", re.IGNORECASE)
_UNIT_ENDS = re.compile(
    r"\s+(?:và|hoặc|trong|ở|tại|về|cho|để|với|của|theo|phù hợp|trở lên|trước|đến|có|được|do|dự|bằng|tham gia|gắn"
    r"|thuộc|từ|trên|vào|khi|nhằm"
    r"|/|gồm|như|là|mỗi|cấp|năm|-|–)(?!\w)",
    re.IGNORECASE,
)
_NO_COUNT_BEFORE = re.compile(
    r"(?:khóa|lần thứ|thứ|nghị quyết|số|điều|khoản|năm|tháng|quý|ngày|kỷ niệm|cấp|chỉ thị|nhiệm kỳ|giai đoạn|lúc"
    r"|mục|phụ lục|chương|trung ương"
    r"|hội nghị|quyết định|kế hoạch|công văn|đề án|chương trình|quy định|kết luận|luật|thông tri|tuổi|loại|hạng"
    r"|lớp|đợt|vùng|khu vực|tổ|phường|quận|đại hội"
    r"|điện thoại|sđt|biểu|mẫu|trang|bước|giờ|từ ngày|đến ngày|trước ngày|nhóm|chủ đề|chuyên đề|phong trào|bài"
    r"|thế kỷ|thời đại)\s*$",
    re.IGNORECASE,
)
_NO_UNIT = re.compile(
    r"(?:năm|tháng|ngày|giờ|phút|tuần|quý|tuổi|bài học|nội dung|lĩnh vực|tốt\b|trách nhiệm|rèn luyện|nhất\b"
    r"|không\b|có\b|sạch|xung kích"
    r"|đồng hành|bên\b|cấp\b|khâu|mục tiêu|nhiệm vụ|giải pháp|nghị quyết|kỳ|khóa|lần|điểm\b|sẵn sàng|biết|dám"
    r"|chủ động|tại chỗ|bước|chiều"
    r"|thứ|h\b|g\b|giới|phần|mặt|vấn đề|tiêu chí|chuyên đề|trọng tâm|đột phá|hình thức|phương châm|quan điểm|văn bản)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of things.

    Args:
        value: plain digits, ``3000``, with a decimal comma where it is not whole; a percentage with its sign.
        upper: the end of a range, "" for none.
        bound: what is said of it: ``at_least``, ``about``, ``exactly`` for a range, ``at_most``; "" for nothing.
        asks: whether words beside it make it something to be reached.
        unit: the words behind it, ``hộ thoát nghèo``; "" for money and per cents.
        is_money: whether it is money, in đồng.
        start: where its words begin, and ``end`` where they end, the unit with them.
    """

    value: str
    upper: str
    bound: Bounded
    asks: bool
    unit: str
    is_money: bool
    start: int
    end: int

    @property
    def is_percent(self) -> bool:
        """Whether it is a share."""
        return self.value.endswith("%")


def amounts_in(printed: str, text: str) -> list[Amount]:
    """The numbers of things in a clause; numbers of documents, days, congresses and mottos are none.

    Args:
        printed: the clause as printed.
        text: the same, ready for searching.
    """
    found = (amount for number in _AMOUNT.finditer(text) for amount in _made(printed, text, number))
    return list(islice(found, _MOST))


_MOST = 30
"""How many numbers of one clause are looked at."""


def _made(printed: str, text: str, found: re.Match[str]) -> Iterator[Amount]:
    bound, said = _bound(found)
    if (found["word"] and bound not in {"at_least", "at_most"}) or _NO_COUNT_BEFORE.search(
        text[max(0, found.start() - 30) : found.start()]
    ):
        return
    if bound == "at_least" and found.group().lower().startswith("từ") and not found["last"]:
        bound = "at_least" if _MORE.match(text, found.end()) else ""
        said = said and bound != ""
    value, upper = _value(found), _value(found, "last") if found["last"] else ""
    unit = "" if found["scale"] or found["percent"] else _unit(printed, text, found.end())
    counted = found["scale"] or found["percent"] or (unit and not _NO_UNIT.match(unit))
    if not value or not counted or (upper and _size(upper) < _size(value)):
        return
    end = found.end() if not unit else text.find(unit, found.end()) + len(unit)
    if found["last"] and bound in {"", "at_least"}:
        bound, said = "exactly", said or "từ" in found.group().lower()
    elif _MORE.match(text, found.end()):
        bound, said = "at_least", True
    yield Amount(value, upper, bound, said, unit, bool(found["scale"]), found.start(), end)


def _bound(found: re.Match[str]) -> tuple[Bounded, bool]:
    for number, (bound, _) in enumerate(_BOUNDS):
        if found[f"b{number}"]:
            return bound, True
    return "", False


def _value(found: re.Match[str], group: str = "first") -> str:
    """Plain digits, or a per cent; "" for what the strict readers refuse."""
    if group == "first" and found["word"]:
        return str(_WORDS[found["word"].lower()])
    try:
        if found["scale"]:
            return str(parse_money(f"{found[group]} {found['scale']}"))
        if found["percent"]:
            return f"{_decimal(found[group])} %"
        return _decimal(found[group]) if "," in found[group] else str(parse_count(found[group]))
    except Misread:
        return ""


def _decimal(number: str) -> str:
    value = parse_decimal(number)
    return str(value) if value.denominator == 1 else number


def _size(value: str) -> Fraction:
    return parse_decimal(value.removesuffix(" %"))


def _unit(printed: str, text: str, start: int) -> str:
    found = _UNIT.match(text, start)
    if not found:
        return ""
    end = _UNIT_ENDS.search(found["unit"])
    words = found["unit"][: end.start() if end else len(found["unit"])].split()[:_MOST_WORDS]
    length = len(" ".join(words))
    return printed[found.start("unit") : found.start("unit") + length].strip()


_MOST_WORDS = 6
