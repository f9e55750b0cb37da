"""Who a paper is of: the bodies named in its letterhead, and the line of organisations that its heading belongs to."""

import re
from collections.abc import Sequence

from dvk.importing.outline import Outline
from dvk.importing.paper import Line
from dvk.importing.quoted import Quoted, quoted
from dvk.vietnamese.text import fold

_FAR = 400
_LINES = {"doan tncs ho chi minh": "youth-union", "dang cong san viet nam": "party"}
_STATE_HEADING = ("cong hoa xa hoi chu nghia viet nam", "doc lap - tu do - hanh phuc", "doc lap – tu do – hanh phuc")
_FRONT = re.compile(r"\b(?:mttq|mat tran to quoc)\b")
_ISSUED_BY = re.compile(
    r"((?:Ban Thường vụ|Ban Thường trực|Ban Chấp hành|BTV|BCH|Ủy ban|Uỷ ban|UBND)[^.,;:]{2,80}?)"
    r"\s(?:xây dựng|ban hành|hướng dẫn|triển khai|đề ra|lập)\b"
)
NUMBERED_PLACE = r"\b(?:quận(?: đoàn)?|phường|khu phố|khu vực|khu|khóm|ấp|thôn|tổ|[qp]\.)\s?[0-9]{1,3}(?![^\W_])"
"""A place that has a number for a name: ``Quận 1``."""
_NUMBERED_PLACE = re.compile(NUMBERED_PLACE, re.IGNORECASE)
_NO_BODIES = {"du thao", "da rut"}


def line_of(head: Sequence[Line], number: Quoted | None) -> str:
    """The line of organisations by the heading on the right."""
    texts = {fold(line.text[:_FAR]).strip(" *") for line in head}
    for heading, line in _LINES.items():
        if heading in texts:
            return line
    if not texts.intersection(_STATE_HEADING):
        return ""
    named = " ".join(texts) + " " + fold(number.value if number else "").replace("-", " ")
    return "front" if _FRONT.search(named) else "state"


def bodies_of(outline: Outline, above: Sequence[Line]) -> tuple[Quoted | None, Quoted | None]:
    """Superior and issuing body: the names in capitals above the number; else who is said to issue in the preamble."""
    names = [line for line in above if _is_a_body(line.text)]
    if names:
        superior = quoted(names[0].text, names[0]) if len(names) > 1 else None
        return superior, quoted(names[-1].text, names[-1]) if len(names) == 1 else quoted(names[1].text, names[1])
    for block in outline.preamble:
        found = list(_ISSUED_BY.finditer(block.text[-_FAR:])) if isinstance(block, Line) else []
        if found and isinstance(block, Line):
            return None, quoted(found[-1][1], block, found[-1][1], "issuer_from_preamble")
    return None, None


def _is_a_body(text: str) -> bool:
    folded = fold(text[:_FAR]).strip(" *")
    no_body = folded in _LINES or folded in _STATE_HEADING or folded in _NO_BODIES
    return (
        text.isupper()
        and len(text) <= _FAR // 4
        and not no_body
        and not any(map(str.isdigit, _NUMBERED_PLACE.sub("", text)))
        and ":" not in text
    )
