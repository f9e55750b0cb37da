"""Short names of keys, as the head of a line has them; without one, the beginning of what the key means."""

import re

from dvk.messages import Language
from dvk.messages.of_keys import KEYS

_END = re.compile(r"\s*[;:(…]")
_LABELS = {
    "adoption_date": "ngày bắt đầu xét hạn theo git",
    "before_excludes": "“trước ngày X” không gồm ngày X",
    "due_soon": "sắp đến hạn trước bao nhiêu ngày",
    "about_percent": "chỉ tiêu “khoảng” đạt từ (%)",
    "severities": "mức nặng nhẹ của mã lỗi",
    "fields": "các lĩnh vực",
    "units.line": "hệ thống",
    "units.letterhead": "tên in ở đầu văn bản",
    "units.level": "cấp",
    "units.kind": "loại đơn vị",
    "units.answers_to": "chịu sự chỉ đạo của",
    "units.maintainers": "người phụ trách tệp",
    "indicators.id": "mã",
    "indicators.over_units": "gộp các đơn vị",
    "days.name": "dịp nghỉ, làm bù",
    "profile": "thể thức in",
    "inferred": "các khoá do người nhập suy ra",
    "recipients": "nơi nhận",
    "changes": "lý do sửa",
    "revision": "lần sửa",
    "effective": "ngày bắt đầu thực hiện",
    "supersedes": "thay thế kế hoạch",
    "superior_plan": "kế hoạch của cấp trên",
    "answers": "trả lời nhiệm vụ",
    "events": "các sự kiện",
    "indicators": "các chỉ tiêu phải báo cáo",
    "illustrative": "tài liệu minh hoạ",
    "obligations.days_after": "sau bao nhiêu ngày",
    "obligations.of": "tính từ",
    "obligations.open_on": "xét đơn vị hoạt động ngày nào",
    "obligations.indicators": "các chỉ tiêu phải báo cáo",
    "obligations.inferred": "các khoá do người nhập suy ra",
    "obligations.channel.department": "qua ban",
    "obligations.except.until": "miễn đến hết ngày",
    "who.level": "cấp",
    "who.kind": "loại đơn vị",
    "who.units": "đơn vị",
    "targets": "chỉ tiêu giao",
    "second_signatory": "người ký thứ hai",
    "stamps": "các bước đã qua",
    "stamps.fingerprint": "dấu vân tay",
    "stamps.without": "đơn vị chưa được duyệt",
    "returns": "các lần bị trả lại",
    "returns.resubmit_by": "nộp lại chậm nhất",
    "returns.fields": "các trường phải xem lại",
    "models": "mô hình",
    "models.field": "lĩnh vực",
    "models.owners": "đơn vị cùng làm",
    "models.department": "ban phụ trách",
    "models.replicated_from": "nhân rộng từ",
    "models.inferred": "các khoá do người nhập suy ra",
    "models.name": "tên mô hình",
    "covers_predecessors": "đã gồm các đơn vị trước sáp nhập",
    "own": "số liệu",
    "consolidated": "số liệu tổng hợp",
    "model_counts": "số mô hình tự ghi",
    "exemplars.field": "lĩnh vực",
    "exemplars.replicated_from": "học theo",
    "field": "lĩnh vực",
    "text": "nội dung",
    "like": "giống thể thức",
    "editions": "các lần quy định",
    "editions.open": "các khoá chưa có căn cứ",
    "editions.numbering": "số thứ tự của các mục",
    "editions.parts": "các phần phải có",
}
"""Keys without their kind → what they are called; the longest end of the path that is here stands for it."""
_WHOLE_KINDS = {
    "registration.unit": "đơn vị đăng ký",
    "indicators.indicators": "các chỉ tiêu",
    "settings.kinds": "các loại đơn vị",
    "story.text": "thân bài",
}


def label(place: str, language: Language) -> str:
    """What a key is called, by its kind and keys: ``report.own.reason`` is ``lý do không có số``.

    In English it is the key itself; so is a key that no schema knows.
    """
    key = place.rpartition(".")[2].replace("_", " ")
    if language == "en" or place not in KEYS:
        return key
    if place in _WHOLE_KINDS:
        return _WHOLE_KINDS[place]
    steps = place.split(".")[1:]
    ends = (".".join(steps[at:]) for at in range(len(steps)))
    found = next((_LABELS[end] for end in ends if end in _LABELS and _is_meant(end, steps)), None)
    return found or _END.split(KEYS[place].vi, maxsplit=1)[0].strip() or key


def _is_meant(end: str, steps: list[str]) -> bool:
    """A name of one key is that of a key at the top: further down the same word may mean something else."""
    return "." in end or len(steps) == 1
