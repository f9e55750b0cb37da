"""Numbers of documents, ``382-KH/TĐTN-TCKT`` (Youth Union, Party) and ``59/KH-MTTQ-BTT`` (State, Front)."""

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from dvk.vietnamese.misread import Misread, readable
from dvk.vietnamese.text import tidied

_CODE = r"[^\W\d_](?:[.&]?[^\W\d_]|[0-9])*"
_HYPHEN = r"\s*[-\u2010\u2011\u2013]\s*"
_SLASH = r"\s*/\s*"
_NUMBER = r"([0-9]{1,6})"
_UNION = re.compile(f"{_NUMBER}{_HYPHEN}({_CODE}){_SLASH}({_CODE})(?:{_HYPHEN}({_CODE}))?")
_STATE = re.compile(f"{_NUMBER}{_SLASH}({_CODE}){_HYPHEN}({_CODE})(?:{_HYPHEN}({_CODE}))?")
_SAME_SIGN = re.compile(f"{_NUMBER}(?:{_HYPHEN}({_CODE}){_HYPHEN}|{_SLASH}({_CODE}){_SLASH})({_CODE})")
_WITH_YEAR = re.compile(rf"[0-9]+{_SLASH}(?:19|20)[0-9]{{2}}{_SLASH}.*")
_LABEL = re.compile(r"số\s*:?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """The number and symbol of a document: ``382``, ``KH``, ``TĐTN``, ``TCKT`` in union style.

    ``department`` is the part of the issuer that wrote it, None where none is named. A number is unique
    only with the issuing unit and the year. Source: guideline 29-HD/TWĐTN-VP (union), Decree 30/2020, annex I (state).
    """

    number: int
    type_code: str
    issuer_code: str
    department: str | None
    style: Literal["union", "state"]

    def in_style(self, style: Literal["union", "state"]) -> "DocumentNumber":
        """The same number written in that style."""
        return replace(self, style=style)

    def __str__(self) -> str:
        department = f"-{self.department}" if self.department else ""
        if self.style == "union":
            return f"{self.number:02}-{self.type_code}/{self.issuer_code}{department}"
        return f"{self.number:02}/{self.type_code}-{self.issuer_code}{department}"


@lru_cache(maxsize=4096)
def parse_document_number(text: str) -> DocumentNumber:
    """Read a document's number, ``NN-TYPE/BODY-DEPT`` or ``NN/TYPE-BODY-DEPT``.

    Spaces around hyphens and the slash do not count; the codes keep their capitals.

    Raises:
        Misread: of kind ``number``; two like signs could be either form, and a year has no place in it.
    """
    wanted = tidied("number", text)
    union, state = _UNION.fullmatch(wanted), _STATE.fullmatch(wanted)
    found = union or state
    if found is None or not _is_latin(wanted):
        raise _refused(text, wanted)
    if int(found[1]) == 0:
        raise Misread("number", text, "zero")
    return DocumentNumber(int(found[1]), found[2], found[3], found[4], "union" if union else "state")


def _is_latin(wanted: str) -> bool:
    """Whether no letter only looks like one of the Vietnamese alphabet."""
    return all(unicodedata.name(sign, "").startswith("LATIN ") for sign in wanted if sign.isalpha())


def _refused(text: str, wanted: str) -> Misread:
    label = _LABEL.match(wanted)
    if label:
        return Misread("number", text, "has_label", readable(parse_document_number, (wanted[label.end() :],)))
    if _WITH_YEAR.fullmatch(wanted):
        return Misread("number", text, "has_year")
    same = _SAME_SIGN.fullmatch(wanted)
    if same is None:
        return Misread("number", text, "not_a_document_number")
    number, kind, issuer = same[1], same[2] or same[3], same[4]
    either = (f"{number}-{kind}/{issuer}", f"{number}/{kind}-{issuer}")
    return Misread("number", text, "ambiguous", readable(parse_document_number, either))
