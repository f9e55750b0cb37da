"""Names of departments as they stand in sentences, and which of them are the issuer's."""

import re

from dvk.importing.known import Known
from dvk.importing.orders.words import past
from dvk.importing.paper import Line
from dvk.importing.quoted import Quoted, quoted
from dvk.vietnamese.text import slug

_HEADS = (
    r"(?:ban(?! (?:thường vụ|thường trực|chấp hành|chỉ đạo|công tác mặt trận|bí thư|dân vận trung ương|ngành"
    r"|nhân dân|hành)|,)"
    r"|văn phòng|vp|phòng(?! chống|,)|trung tâm|bộ phận|tổ(?! chức| quốc| dân| hợp| ấm|,)|ủy ban kiểm tra"
    r"|chi đoàn cơ quan|công đoàn)"
)
_NAME = re.compile(rf"(?<!\w){_HEADS}(?:\s+[^\s,.;:()]+|\s+[-–]){{0,10}}", re.IGNORECASE)
_ENDS = re.compile(
    r"\s+(?:(?:tỉnh|huyện|thành|thị|quận|phường)\s*(?:đoàn|hội)|xã đoàn)(?=\s|$)|\s+(?:tham mưu|chủ trì|phối hợp"
    r"|theo dõi|là|làm|có|tổng hợp|chịu"
    r"|thường xuyên|triển khai|hướng dẫn|xây dựng|tổ chức(?!\s*[-–])|thực hiện|để|trước|chậm|định kỳ|căn cứ"
    r"|và(?!\s+\w+\s*$)|đôn đốc"
    r"|kiểm tra(?=\s+việc|,)|tiếp nhận|của|cấp|theo|thuộc|cùng|với|giúp|phụ trách|phân công|ở|tại|trong|báo cáo"
    r"|cơ quan tỉnh|ubmttq|mttq"
    r"|ủy ban|trên|về|từ|đến|qua|email|số|các|sẽ|được|đảm nhận|gửi|rà soát|nghiên cứu|đề xuất|tập trung|tăng cường"
    r"|đăng|tuyên truyền)(?=\s|$)",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"\s+(?:(?:tỉnh|huyện|thành|thị|quận|đảng)\s+ủy|trung ương|đảng ủy|(?:cấp|của)\s+(?:tỉnh|huyện)\s+ủy|tw\b|tu\b"
    r"|hu\b)",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"[\s\-–+*•]*(?:(?:đối với|trách nhiệm của|nhiệm vụ của|giao(?: cho)?|phân công(?: cho)?)\s+)?", re.IGNORECASE
)
_OF_ISSUER = re.compile(
    r"(?:\s+(?:cơ quan\s+)?(?:(?:tỉnh|huyện|thành|thị|quận|phường)\s*(?:đoàn|hội)|xã đoàn"
    r"|(?:(?:ủy|uỷ) ban\s+)?mttq(?: việt nam)?(?: (?:tỉnh|huyện|thành phố|thị xã|xã|phường))?)(?!\w))?"
    r"(?:\s*\([^()]{0,60}\))?",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"\s*(?:[,;/&–-]|và|cùng(?: với)?|,?\s*(?:chủ trì,?\s+)?phối hợp(?: chặt chẽ)?(?: với| cùng)?)\s+", re.IGNORECASE
)
_SAID = re.compile(r"\s*(?:có (?:trách nhiệm|nhiệm vụ)|chủ trì|tham mưu|thực hiện)?\s*[.:]*\s*", re.IGNORECASE)


def department_words(printed: str, start: int) -> str:
    """The name of a department that stands just there; "" where none does, or it belongs to somebody else."""
    found = _NAME.match(printed, start)
    if found is None or _OF_OTHERS.search(found[0]) or _OF_OTHERS.match(printed, found.end()):
        return ""
    first = len(found[0].split(" ", 1)[0])
    end = _ENDS.search(found[0], first)
    words = found[0][: end.start() if end else len(found[0])].strip(" -–")
    return words if " " in words or words.lower() == "vp" else ""


def department_at(printed: str, start: int, known: Known, line: Line) -> Quoted | None:
    """The department named just there, by its id; one that the workspace has not by its name, with a doubt."""
    found = _named_at(printed, start, known, line)
    return found[0] if found else None


def departments_alone(printed: str, known: Known, line: Line) -> tuple[Quoted, ...]:
    """The departments that a heading names and says nothing besides; none where it says more.

    Args:
        printed: the heading without its number.
        known: the workspace, and the issuer.
        line: the line of the heading.
    """
    found: dict[str, Quoted] = {}
    at = past(_FOR, printed) if len(printed) <= _LONGEST_HEADING else len(printed)
    while named := _named_at(printed, at, known, line):
        found.setdefault(named[0].value, named[0])
        end = _OF_ISSUER.match(printed, named[1])
        at = end.end() if end else named[1]
        if _SAID.fullmatch(printed, at):
            return tuple(found.values())
        following = _NEXT.match(printed, at)
        at = following.end() if following else len(printed)
    return ()


def _named_at(printed: str, start: int, known: Known, line: Line) -> tuple[Quoted, int] | None:
    """The department named just there, and where its name ends."""
    name = department_words(printed, start)
    if not name:
        return None
    words = printed[start : start + _LONGEST].split(" ")
    first, found = len(words), ""
    for number in range(1, len(words) + 1):
        if number > first + _MORE_WORDS:
            break
        if department := known.department(" ".join(words[:number])):
            first, found = min(first, number), department
    if first <= len(name.split(" ")) + _MORE_WORDS and found:
        return quoted(found, line, name), start + len(" ".join(words[:first]).rstrip(" ,;:."))
    return quoted(slug(name), line, name, "department_unknown"), start + len(name)


_LONGEST = 90
_MORE_WORDS = 4
"""How many words a name may have beyond those that look like one: ``Chi đoàn Cơ quan`` and ``Tỉnh đoàn``."""
_LONGEST_HEADING = 150
