"""Keys that several kinds of document have in common, each meaning said once."""

from typing import TypeAlias

from dvk.messages import Phrase

Meanings: TypeAlias = dict[str, tuple[str, str]]
"""Keys below one place → what each means, in Vietnamese and English."""


def below(place: str, *tables: Meanings) -> dict[str, Phrase]:
    """The meanings under the full place of each key."""
    return {f"{place}.{key}": Phrase(*texts) for table in tables for key, texts in table.items()}


SCHEMA: Meanings = {"schema": ("loại tệp và bản của khuôn mẫu", "kind of file, and version of its form")}
WORD: Meanings = {
    "id": ("mã, dùng trong các tệp khác", "id, used in other files"),
    "name": ("tên", "name"),
    "name_en": ("tên tiếng Anh", "name in English"),
}
DATED: Meanings = {
    "value": ("giá trị trong thời gian đó", "the value during that time"),
    "from": ("từ ngày (gồm ngày đó); không ghi là từ đầu", "first day; without one, from the beginning"),
    "to": ("đến hết ngày; không ghi là đến nay", "last day, included; without one, without end"),
}
LEGAL_BASIS: Meanings = {
    "number": ("số, ký hiệu như được dẫn", "number as cited"),
    "date": ("ngày ban hành", "day of issue"),
    "issuer": ("cơ quan ban hành", "who issued it"),
    "title": ("trích yếu", "what it is about"),
}
SIGNATORY: Meanings = {
    "authority": ("thẩm quyền: TM. Ban Thường vụ, KT. Chủ tịch …", "on whose behalf: TM. …, KT. …"),
    "post": ("chức vụ", "post"),
    "name": ("họ tên", "name"),
}
RETURN: Meanings = {
    "by": ("đơn vị trả lại", "the unit that sent it back"),
    "date": ("ngày trả", "day of the return"),
    "reason": ("lý do", "why"),
    "resubmit_by": (
        "nộp lại chậm nhất; nộp trong hạn này thì giữ ngày nộp đầu tiên",
        "an answer up to this day keeps the first day of receipt",
    ),
    "resubmitted": ("ngày nộp lại, do đơn vị ghi", "declared day on which it came again"),
    "fields": ("các trường phải xem lại", "the fields to be looked at again"),
    "answer": ("đơn vị trả lời thế nào", "what the unit says to it"),
}
CHANGE: Meanings = {
    "revision": ("từ lần sửa nào", "from which revision on"),
    "date": ("ngày sửa", "day of the change"),
    "reason": ("lý do", "why"),
}
STAMP: Meanings = {
    "step": ("bước", "the step"),
    "unit": ("đơn vị đã làm bước đó", "the unit that took it"),
    "who": ("ai: tên đăng nhập hoặc e-mail", "who: login or e-mail"),
    "post": ("chức vụ", "post"),
    "when": ("lúc nào", "when"),
    "fingerprint": (
        "dấu vân tay của nội dung lúc đó; dvk tính, không sửa tay",
        "of what the document said then; worked out by dvk, not by hand",
    ),
    "without": ("đơn vị cấp dưới chưa được duyệt, và lý do", "units below that were not approved yet, and why"),
}
WITHOUT: Meanings = {"unit": ("đơn vị nào", "which unit"), "reason": ("lý do", "why")}
_FILING: Meanings = {
    "number": ("số, ký hiệu; dự thảo để trống", "number of the document; none yet in a draft"),
    "place": ("nơi ban hành", "place of issue"),
    "legal_bases": ("căn cứ: các văn bản được dẫn", "legal bases: documents cited"),
    "recipients": ("nơi nhận, mỗi nơi một dòng", "recipients, one a line"),
    "signatory": ("người ký", "who signs"),
    "profile": (
        "in theo thể thức nào, nếu khác thể thức của đơn vị",
        "the format profile, where it is not that of the unit",
    ),
    "inferred": ("các khoá mà văn bản gốc không nói, người nhập suy ra", "keys that the source does not say"),
    "note": ("ghi chú", "a note"),
    "changes": ("vì sao sửa sau khi ban hành hoặc được chấp nhận", "why it was changed after issue or acceptance"),
}


def filing(kind: str) -> dict[str, Phrase]:
    """The head and foot of a plan, a registration or a report."""
    return (
        below(kind, SCHEMA, _FILING)
        | below(f"{kind}.legal_bases", LEGAL_BASIS)
        | below(f"{kind}.signatory", SIGNATORY)
        | below(f"{kind}.changes", CHANGE)
    )


def steps(kind: str) -> dict[str, Phrase]:
    """What a registration or a report bears of its way up."""
    return below(f"{kind}.returns", RETURN) | below(f"{kind}.stamps", STAMP) | below(f"{kind}.stamps.without", WITHOUT)
