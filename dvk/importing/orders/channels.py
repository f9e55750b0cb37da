"""How and through whom something is sent: ``qua Ban …``, an address, on paper."""

import re

from dvk.importing.known import Known
from dvk.importing.orders.departments import department_at
from dvk.importing.paper import Line
from dvk.importing.quoted import Draft, Quoted, quoted

_THROUGH = re.compile(
    r"(?<!\w)(?:qua|thông qua|về|cho|tại|đến|gửi)\s*[(:]?\s*(?=(?:ban|văn phòng|vp|phòng|bộ phận|tổ|trung tâm"
    r"|ủy ban kiểm tra)\s)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+\-]{0,63}@[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){1,5}")
_WAYS = re.compile(
    r"(?:văn bản giấy|bản giấy|bản cứng|bản chính|bản in|file mềm|bản mềm|file word|bản điện tử"
    r"|văn bản điện tử|zalo"
    r"|phần mềm [^,.;()]{2,40}|trục liên thông[^,.;()]{0,40}|hệ thống (?:quản lý )?văn bản[^,.;()]{0,40}"
    r"|google ?(?:form|drive)"
    r"|đường bưu điện|trực tiếp tại[^,.;()]{2,40})",
    re.IGNORECASE,
)
_MAIL = re.compile(r"e-?mail|thư điện tử|hộp thư", re.IGNORECASE)


def channel_in(printed: str, text: str, known: Known, line: Line) -> dict[str, Draft]:
    """``channel:`` of what a clause asks for; empty where it says nothing of it.

    Args:
        printed: the clause as printed.
        text: the same, ready for searching.
        known: the names of the workspace.
        line: where it stands.
    """
    found: dict[str, Draft] = {}
    if department := _department(printed, text, known, line):
        found["department"] = department
    address = _ADDRESS.search(printed)
    ways = list(dict.fromkeys(way[0].strip() for way in _WAYS.finditer(text)))
    mail = ["e-mail"] if address or _MAIL.search(text) else []
    if ways or mail:
        said = address[0] if address else ""
        found["by"] = quoted("; ".join([*ways, *mail]), line, ", ".join([*ways, *([said] if said else [])]))
    if address:
        found["address"] = quoted(address[0].rstrip(".-"), line)
    return found


def _department(printed: str, text: str, known: Known, line: Line) -> Quoted | None:
    """The department that it goes through, or to; one that is not known only where it says “through”."""
    for through in _THROUGH.finditer(text):
        found = department_at(printed, through.end(), known, line)
        if found and (not found.doubt or _QUA.match(through[0].lstrip())):
            return found
    return None


_QUA = re.compile(r"(?:thông )?qua(?!\w)", re.IGNORECASE)
