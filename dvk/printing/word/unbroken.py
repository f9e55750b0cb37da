"""What belongs together stays on one line: ``ngày 05``, ``3.000 em``, ``382-KH``; what it says does not change."""

import re
from collections.abc import Iterable
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from dvk.printing.word.runs import set_text

_SPACE = "\u00a0"
_BEFORE_NUMBERS = re.compile(r"\b(ngày|tháng|năm|quý|số|Điều|khoản) (?=[0-9IVX])")
_BEHIND_NUMBERS = re.compile(
    r"(?<=[0-9]) (?:%|đồng|nghìn|triệu|tỷ|căn|em|hộ|nhà|tuyến|mô hình|đơn vị|cuộc|buổi|lượt|người|km|ha|m|giờ|phút)"
    r"(?!\w)"
)
_HYPHEN = re.compile(r"(?<=[0-9])-(?=[A-ZĐ0-9])")


def keep_together(body: Any) -> None:
    """Let no line end inside of a date, a number with its unit, or the number of a document.

    Cells are left alone: they are narrow, and a word that is too long for one would be broken anywhere.
    """
    for paragraph in body.iterchildren(qn("w:p")):
        for text in list(paragraph.iter(qn("w:t"))):
            _join(text)


def _join(element: Any) -> None:
    words = _BEFORE_NUMBERS.sub(rf"\1{_SPACE}", element.text or "")
    words = _BEHIND_NUMBERS.sub(lambda unit: unit[0].replace(" ", _SPACE), words)
    first, *others = _HYPHEN.split(words)
    if words != element.text:
        set_text(element, words)
    if others:
        set_text(element, first)
        _put_behind(element, others)


def _put_behind(element: Any, pieces: Iterable[str]) -> None:
    """Add pieces with a hyphen before each that never ends a line."""
    for piece in pieces:
        hyphen, text = OxmlElement("w:noBreakHyphen"), OxmlElement("w:t")
        set_text(text, piece)
        element.addnext(hyphen)
        hyphen.addnext(text)
        element = text
