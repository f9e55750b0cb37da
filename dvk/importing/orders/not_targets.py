"""Numbers that look like targets and are none: results of before, rises and falls, what one of something costs."""

import re

from dvk.importing.orders.amounts import Amount

_TO_DO = (
    r"phấn đấu|chỉ tiêu|mỗi|ít nhất|tối thiểu|đề nghị|yêu cầu|tiếp tục|duy trì|cần|phải|trong thời gian tới|mục tiêu"
)
_TOLD = re.compile(
    rf"(?<!\w)(?:đã|từng)\s+(?!đề ra|giao|đăng ký|ban hành|được (?:giao|phân))(?:(?!\b(?:{_TO_DO})\b)[^.;:]){{1,140}}$",
    re.IGNORECASE,
)
_PAST_YEAR = re.compile(
    r"(?<!\w)(?:(?<!đến )(?<!với )(?<!cuối )năm|kết quả năm)\s+(?P<year>20[0-9]{2})"
    rf"(?:(?!\b(?:{_TO_DO}|đến|so với)\b)[^.;:]){{1,140}}$",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"(?<!\w)(?:giảm|tăng(?! cường)|xuống(?: còn)?)"
    r"(?:\s+(?:thêm|được|tỷ lệ|hộ nghèo|từ|ít nhất|bình quân|còn|dưới|trên)){0,3}\s*$",
    re.IGNORECASE,
)
_LOWERED = re.compile(
    r"(?<!\w)(?:giảm|hạ|kéo giảm)\s[^,.;]{1,60}?\s(?:xuống|còn|dưới)(?:\s+(?:còn|dưới))?\s*$", re.IGNORECASE
)
_COST_BEFORE = re.compile(
    r"(?<!\w)(?:mỗi|một|01)\s+(?:căn|ngôi|nhà|suất|phần|hộ|em|học sinh|công trình|cầu|tuyến|mô hình|con|cây|giải|xe"
    r"|giếng|tủ|bộ|chiếc|km|m2|trường hợp|tháng)\b"
    r"(?:(?!vận động|huy động|quyên góp|ủng hộ|tiết kiệm|gây quỹ)[^,.;]){0,40}$"
    r"|(?<!\w)(?:trị giá|đơn giá|định mức|mức hỗ trợ)\b[^,.;]{0,30}$",
    re.IGNORECASE,
)
_COST_BEHIND = re.compile(
    r"\s*(?:đồng\s*)?(?:/|mỗi|cho mỗi|một)\s*"
    r"(?:căn|ngôi|nhà|suất|phần|hộ|em|công trình|cầu|tuyến|giải|học sinh|tháng)\b",
    re.IGNORECASE,
)


def why_not_asked(text: str, amount: Amount, year: int | None) -> str:
    """The name of the reason why a number is told and not asked for, or cannot be written as a target; "" for none.

    Args:
        text: its clause, ready for searching.
        amount: the number.
        year: of the plan; without it, only words tell what was before.
    """
    before = text[: amount.start]
    if amount.is_money and (_COST_BEFORE.search(before) or _COST_BEHIND.match(text, amount.end)):
        return "unit_cost"
    if _CHANGED.search(before) or _LOWERED.search(before):
        return "change"
    if amount.bound == "at_least" and not text[amount.start :].lower().startswith(("trên", "hơn", "vượt")):
        return ""
    past = _PAST_YEAR.search(before)
    is_past = _TOLD.search(before) or (past and year and int(past["year"]) < year)
    return "past_result" if is_past else ""
