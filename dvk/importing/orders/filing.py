"""What a sentence asks to be filed: a plan, a registration, a report; and which words only look as if it did."""

import re
from dataclasses import dataclass
from typing import Literal

from dvk.importing.orders.words import capital_first, shortened

Kind = Literal["plan", "registration", "report"]

_RESULTS = (
    r"(?:kết quả|tình hình|tiến độ|số liệu|sơ kết|tổng kết|đánh giá|định kỳ|đột xuất|chuyên đề|nhanh|hoàn thành|việc"
    r"|(?:sáu|0?[369]|chín|ba) tháng|năm|cả năm|quý|tháng|hằng|hàng|bằng văn bản|gửi|nộp|công tác|danh sách"
    r"|(?:theo|về|cho|qua)(?! (?:các )?(?:nội dung|chuyên đề)))"
)
_KINDS: tuple[tuple[Kind, str, re.Pattern[str]], ...] = (
    (
        "report",
        "",
        re.compile(
            rf"(?:chế độ|thời gian|thời hạn)\s+(?:thông tin,?\s+)?(?:gửi\s+|nộp\s+)?báo cáo"
            rf"|(?:gửi|nộp|lập|có|hoàn thành|hoàn thiện|xây dựng)\s+(?:về\s+)?(?:các\s+|bản\s+)?báo cáo(?! viên)"
            rf"|(?:gửi|nộp)\s+(?:về\s+)?(?:các\s+)?(?:kết quả|số liệu|biểu)|báo cáo(?=\s*,?\s+{_RESULTS}\b)",
            re.IGNORECASE,
        ),
    ),
    (
        "registration",
        "",
        re.compile(
            r"(?:(?:gửi|nộp|lập)\s+(?:về\s+)?(?:các\s+)?(?:bản|phiếu|danh sách|văn bản|mẫu|hồ sơ)?\s*"
            r"|hoàn thành việc\s+|tổ chức\s+)?đăng ký"
            r"(?! (?:kết hôn|kinh doanh|doanh nghiệp|hộ khẩu|khai sinh|tài khoản|nghĩa vụ|biển số|thuê bao|hiến"
            r"|xe|thường trú|tạm trú|quyền|đất|sở hữu|tham gia|tham dự|dự|học|thi(?! đua)|vay|tìm|việc làm(?! ,)"
            r"|bảo hộ|nhãn|lịch))",
            re.IGNORECASE,
        ),
    ),
    (
        "plan",
        "",
        re.compile(
            r"(?:hoàn thành việc\s+)?(?:xây dựng|ban hành|lập|cụ thể hóa(?: thành| bằng)?|gửi|nộp|hoàn thành"
            r"|hoàn thiện)\s+"
            r"(?:(?:và|,)\s+(?:ban hành|gửi|triển khai|xây dựng)\s+)?(?:về\s+)?(?:các\s+)?(?:bản\s+)?"
            r"(?:chương trình\s*(?:,|hành động|và)\s*)?(?:kế hoạch|chương trình hành động)",
            re.IGNORECASE,
        ),
    ),
    (
        "registration",
        "kind_guessed",
        re.compile(r"(?:gửi\s+|nộp\s+)?(?:danh sách\s+)?đăng ký (?:tham gia|tham dự|dự)", re.IGNORECASE),
    ),
    (
        "report",
        "kind_guessed",
        re.compile(
            r"(?:gửi|nộp)\s+(?:về\s+)?(?:các\s+)?(?:hồ sơ|danh sách|tin\b|bài\b|ảnh|hình ảnh|sản phẩm|video"
            r"|văn bản|phiếu"
            r"|bản\b|tài liệu|thống kê|biên bản|mô hình|tờ trình|đề xuất|ý kiến|phóng sự|clip)",
            re.IGNORECASE,
        ),
    ),
)
_OPENERS = ("chế độ", "gửi", "nộp", "thời", "có", "lập", "hoàn thành việc", "tổ chức")
_BARE = re.compile(r"báo cáo(?! viên|, tuyên truyền viên|\s+(?:cấp|với|trước(?! ngày| [0-9])|tại|xin))", re.IGNORECASE)
_BARE_BY_DAY = re.compile(r"báo cáo(?=\s*(?:trước|chậm nhất|muộn nhất)\s+(?:ngày|[0-9]))", re.IGNORECASE)
_SENT = re.compile(r"\b(?:gửi|nộp)\s+(?:về|cho|qua|trước|chậm nhất)\b", re.IGNORECASE)
_SUBJECTS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("report", re.compile(r"^[\s\-–+*•]*(?P<what>(?:kết quả|số liệu|(?:các |bản )?báo cáo))(?!\w)", re.IGNORECASE)),
    ("plan", re.compile(r"^[\s\-–+*•]*(?P<what>(?:bản )?kế hoạch)(?!\w)", re.IGNORECASE)),
)
_SUBJECT = re.compile(
    r"^[\s\-–+*•]*(?P<what>(?!(?:các |những )?(?:đơn vị|huyện|xã|cơ sở|đoàn|ban)\b)[^\W\d_][^,.;:]{2,100}?)[\s,]*$",
    re.IGNORECASE,
)
"""What stands alone in front of the words that something is sent."""
_NOT_AFTER = re.compile(
    r"(?:đội ngũ|để tổng hợp,?|để|sau khi|hội nghị|buổi|lớp|tập huấn|không|chưa|chế độ thông tin,?|thay cho|theo"
    r"|tại|trong|nghe|cuộc họp|tin,? bài|mẫu|cơ sở|hệ thống|nội dung|từ|vào|lồng ghép(?: chung)? (?:trong|vào"
    r"|với))\s+(?:các\s+)?$",
    re.IGNORECASE,
)
_WHEN = re.compile(r"(?:sau khi|trước khi|kể từ khi|từ khi|khi)\s+(?:\w+\s+)?$", re.IGNORECASE)
_PAST = re.compile(r"\b(?:đã|được|từng|vừa)\s+$", re.IGNORECASE)
_ADVISED = re.compile(r"tham mưu(?!,)\s[^,.;]{0,60}$", re.IGNORECASE)
_INSIDE = re.compile(r"(?:công tác|việc|tình hình|kết quả|phong trào|hướng dẫn|theo)\s+$", re.IGNORECASE)
_OF_MODELS = re.compile(
    r"[^.;]{0,60}?(?:mô hình|nội dung|việc làm|danh hiệu|công trình|thi đua|phần việc|điển hình|chỉ tiêu)",
    re.IGNORECASE,
)
_MODEL_BEFORE = re.compile(r"(?:mô hình[^,;.]{0,30}|hạn(?: cuối| chót)?\s+|thời gian\s+)$", re.IGNORECASE)
_BETWEEN = re.compile(r"[,;:]|\bvà\b|\bđồng thời\b|\brồi\b|\bsau đó\b|\btheo đó\b", re.IGNORECASE)
_TITLE_ENDS = re.compile(
    r"\s*(?:[,;.:(]|\bvề\s+(?:ban|btv|tỉnh|huyện|thành|thị|đoàn|ủy|ub|văn|cơ|thường|hội|mặt|trung|bch)|\bgửi\b"
    r"|\bqua\b|(?:\bđịnh kỳ\s+)?\btrước\b|\bchậm nhất\b|\bmuộn nhất\b|\bxong\b|\blồng ghép\b|\bđảm bảo\b|\bphù hợp\b"
    r"|\bđến hết\b|\bđến\s*$|\bkhông muộn hơn\b|\btrễ nhất\b|\bngay\b|\bthời hạn\b"
    r"|\bhạn\b|\bđã\s*$|\blà\b|\bvào ngày\b|\btheo (?:6|06|quy|định)|\bvà\b|\bnhư\b|\btrong\b|\bkhông quá\b|\bsau\b|$)",
    re.IGNORECASE,
)
_LONGEST_TITLE = 250


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that a sentence asks to be filed.

    Args:
        kind: what.
        start: where its words begin.
        end: where they end.
        doubt: why the kind should be looked at.
        bare: whether the words ask for something only together with a day.
    """

    kind: Kind
    start: int
    end: int
    doubt: str = ""
    bare: bool = False


def asked_in(text: str) -> list[Asked]:
    """What a clause asks to be filed, in its order; of words without a sign between them only the first ask.

    Args:
        text: ready for searching.
    """
    found: list[Asked] = []
    for one in _sorted(text):
        if found and one.start < found[-1].end:
            continue
        if found and one.start - found[-1].end < _FAR and not _BETWEEN.search(text, found[-1].end, one.start):
            continue
        found.append(one)
        if len(found) == _MOST:
            break
    return found or [one for one in (_only_sent(text),) if one is not None]


_FAR = 250
"""How far apart words stand that ask for two things even without a sign between them."""


_MOST = 20
"""How many filings one clause may ask for."""


def _sorted(text: str) -> list[Asked]:
    plain = [
        Asked(kind, match.start(), match.end(), doubt)
        for kind, doubt, pattern in _KINDS
        for match in pattern.finditer(text)
        if _asks(text, kind, match)
    ]
    taken = {place for one in plain for place in range(one.start, one.end)}
    bare = [
        Asked("report", match.start(), match.end(), bare=not _BARE_BY_DAY.match(text, match.start()))
        for match in _BARE.finditer(text)
        if not _is_beside(text[max(0, match.start() - _WINDOW) : match.start()]) and match.start() not in taken
    ]
    return sorted([*plain, *bare], key=lambda one: (one.start, one.bare, one.doubt != ""))


def _is_beside(before: str) -> bool:
    """Whether the words before “report” make it something else than a wish."""
    return _NOT_AFTER.search(before) is not None or _WHEN.search(before) is not None


_WINDOW = 80


def _asks(text: str, kind: Kind, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - _WINDOW) : match.start()]
    opens = match[0].lower().startswith(_OPENERS)
    if _WHEN.search(before):
        return False
    if kind != "plan" and _NOT_AFTER.search(before) and not opens:
        return False
    if _PAST.search(before):
        return False
    if kind == "plan":
        return not _ADVISED.search(before) and not _INSIDE.search(before)
    return kind != "registration" or opens or not _INSIDE.search(before)


def _only_sent(text: str) -> Asked | None:
    """What a clause says that it goes to somebody, where it names what goes only as its subject."""
    match = _SENT.search(text)
    if match is None:
        return None
    for kind, pattern in _SUBJECTS:
        if found := pattern.match(text):
            return Asked(kind, found.start("what"), found.end("what"))
    subject = _SUBJECT.match(text, 0, match.start())
    if subject and subject.end() >= match.start():
        return Asked("report", subject.start("what"), subject.end("what"), "kind_guessed", bare=True)
    return Asked("report", match.start(), match.end(), "kind_guessed", bare=True)


def is_for_models(text: str, one: Asked) -> bool:
    """Whether a registration is one of models or of work, not of anything else."""
    near = text[max(0, one.start - _WINDOW) : one.start]
    return _OF_MODELS.match(text, one.end) is not None or _MODEL_BEFORE.search(near) is not None


def title_of(printed: str, text: str, one: Asked) -> str:
    """The words of what is asked, up to where they say to whom, how and when.

    Args:
        printed: the clause as printed.
        text: the same, ready for searching.
        one: what it asks.
    """
    end = _TITLE_ENDS.search(text, one.end)
    words = printed[one.start : end.start() if end else len(printed)]
    return capital_first(shortened(words, _LONGEST_TITLE))
