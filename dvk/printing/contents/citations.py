"""Other documents as offices cite them: type, number, day, issuer, and what the document is about."""

import re

from dvk import wording
from dvk.documents.head import LegalBasisPart
from dvk.vietnamese.document_number import parse_document_number
from dvk.vietnamese.document_types import CITED_BY_NUMBER, CITED_BY_TITLE, TYPES
from dvk.vietnamese.misread import Misread

_ABOUT = re.compile(r"(?:v/v|về)\s+", re.IGNORECASE)
_ACT = re.compile(r"(?:ban hành|quy định|sửa đổi|hướng dẫn)\b")
"""Words that go on after the issuer without “về”."""
_NOT_ABOUT = re.compile(r"(?:Đại hội|Hội nghị|số|giữa|năm(?=\s[0-9]))\b")
"""What a document is of and not about: ``Nghị quyết Đại hội …``, ``Kế hoạch năm 2020``; or a number in the title."""
_AMBIGUOUS_TYPE = "CT"
_SOME_DOCUMENT = "văn bản"


def cited_document(part: LegalBasisPart) -> str:
    """``Kế hoạch số 96/KH-UBND ngày 23/3/2020 của Ủy ban nhân dân tỉnh về …``.

    A title that begins with its type gives it up to the front; one that is a name of its own stays whole. Source of the
    order: Decree 30/2020, annex I.
    """
    number = f"số {part.number}" if part.number else ""
    day = f"ngày {wording.short_day(part.date)}" if part.date else ""
    issuer = f"của {part.issuer}" if part.issuer else ""
    title = part.title or ""
    named, about = _type_and_rest(title)
    if not any((number, day, issuer)) or (named is None and not number):
        return " ".join(filter(None, [number, day, issuer, title]))
    if named is None:
        named, about = _type_of(part.number or ""), wording.lowered(title)
    if not named or _NOT_ABOUT.match(about):
        return f"{title}, {' '.join(filter(None, [number, day, issuer]))}"
    return " ".join(filter(None, [named, number, day, issuer, _about(wording.going_on(about))]))


def _type_and_rest(title: str) -> tuple[str | None, str]:
    """The type that a title begins with, as typed, and what follows.

    The type is None where the title begins with none, and "" where it belongs to the title.
    """
    words = title.split()
    for name in sorted((*CITED_BY_NUMBER, *CITED_BY_TITLE), key=len, reverse=True):
        length = len(name.split())
        typed = " ".join(words[:length])
        if typed.casefold() == name.casefold():
            return ("", title) if name in CITED_BY_TITLE else (typed, " ".join(words[length:]))
    return None, title


def _about(rest: str) -> str:
    """What a document is about, joined to what stands before it: ``về tổ chức phong trào …``."""
    typed = _ABOUT.match(rest)
    if typed:
        return f"{'về việc' if '/' in typed[0] else 'về'} {rest[typed.end() :]}"
    return rest if not rest or _ACT.match(rest) else f"về {rest}"


def _type_of(number: str) -> str:
    """The type of a cited document by its number; ``văn bản`` where the code has two meanings or is not known."""
    try:
        code = parse_document_number(number).type_code
    except Misread:
        return _SOME_DOCUMENT
    return _SOME_DOCUMENT if code == _AMBIGUOUS_TYPE else TYPES.get(code, _SOME_DOCUMENT)
