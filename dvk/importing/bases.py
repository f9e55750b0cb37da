"""The documents that a paper is based on, as its preamble cites them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dvk.importing.cited import DAY, NUMBER, line_at, read_day, tidy_number
from dvk.importing.outline import Outline, mark_of, without_mark
from dvk.importing.paper import Block, Line
from dvk.importing.quoted import Quoted, quoted
from dvk.vietnamese.document_types import CITED_BY_NUMBER, CITED_BY_TITLE, TYPES

_MOST = 20_000
"""How much of a paragraph is looked at."""
_SHORT = {code: name for code, name in TYPES.items() if code.isupper()}
_TYPE = "|".join(sorted((*CITED_BY_NUMBER, *CITED_BY_TITLE, *_SHORT), key=len, reverse=True))
_CITED = re.compile(
    rf"\b(?P<type>{_TYPE})(?:\s(?:số\s?:?\s?)?(?P<number>(?-i:{NUMBER}))|(?=\sng[àa]y\s?[0-9]))"
    rf"(?P<then>\s?[,(]?\s?(?:ký\s|ban hành\s)?(?P<day>{DAY})\)?)?",
    re.IGNORECASE,
)
_NAMED_FIRST = re.compile(
    rf"(?P<title>[^;]{{3,300}}?),?\s(?:số\s(?P<number>(?-i:{NUMBER})),?\s?)?(?P<day>{DAY})?$", re.IGNORECASE
)
_OPENS = re.compile(
    r"(?:căn cứ|thực hiện|thi hành|xét|theo|trên cơ sở|tiếp tục|triển khai|hưởng ứng|nhằm|đồng thời|cùng với)\b"
    r"(?:(?!\bvề\b)[^;,.:])*$",
    re.IGNORECASE,
)
_OPENS_LATE = re.compile(
    r"(?<!kế hoạch )(?<!hướng dẫn )(?<!chương trình )(?<!việc )(?<![^\W\d_])"
    r"(?:Căn cứ|Thực hiện|Thi hành|Xét|Trên cơ sở)\b(?:(?!\bvề\b)[^;,.:])*$"
)
"""In capitals, and behind other words of the line."""
_LONGEST_START = 80
_OPENER = re.compile(r"Căn cứ(?: vào)?\s+(?=\S)")
_OF = re.compile(r"\s?,?\s?của\s", re.IGNORECASE)
_ABOUT = re.compile(
    r"(?P<issuer>.*?)\s?,?\s(?:(?P<about>(?:v/v|về)\s.*)|(?P<act>(?:ban hành|quy định|sửa đổi|hướng dẫn)\s.*))$",
    re.IGNORECASE,
)
_BODIES = (
    r"(?:Ban |Thường trực|BTV|BCH|Ủy ban|Uỷ ban|UBND|UBMTTQ|MTTQ|Mặt trận|Tỉnh [đĐ]oàn|Huyện [đĐ]oàn|Thành [đĐ]oàn"
    r"|Thị [đĐ]oàn|Quận [đĐ]oàn|Đoàn |Hội |Công đoàn|Liên đoàn|Trung ương|Tỉnh ủy|Huyện ủy|Chi đoàn|Văn phòng)"
)
_WORKS = r"(?:xây dựng|ban hành|hướng dẫn|triển khai|đề ra|lập|yêu cầu|đề nghị|thông báo|tổ chức)"
_INTRODUCES = re.compile(rf"(?:[.,;]\s|^)(?={_BODIES}[^;]{{0,400}}\b{_WORKS}\b)")
_GOVERNS = re.compile(
    r"((?:Ban Chấp hành|Bộ Chính trị|Ban Bí thư|Quốc hội|Chính phủ|Thủ tướng|Ban Thường vụ)[^(,;]{0,80})\s?\($"
)
_BEHIND_BRACKETS = re.compile(r"[\s)]*(về\s[^(]*)", re.IGNORECASE)
_JOINS = re.compile(r"\s(?:và|cùng)\s*$")
_DONE = re.compile(r"(?:thực hiện|triển khai|tổ chức|phát động|xây dựng|đẩy mạnh|hưởng ứng)\b", re.IGNORECASE)
_KEEPS_ABOUT = (
    *("nghị quyết", "kết luận", "quy định", "chỉ thị", "quyết định"),
    *("quy chế", "luật", "thông báo", "nghị định"),
)
_QUOTES = {"“": 1, "”": -1}

Basis = Mapping[str, Quoted]
"""A legal basis: ``number``, ``date``, ``issuer`` and ``title``, each only where the paper says it."""


def legal_bases(outline: Outline) -> tuple[Basis, ...]:
    """The documents cited before the first part, in their order, then one that the subject names with its number."""
    lines = [block for block in outline.preamble if isinstance(block, Line)]
    found = [basis for line in lines for basis in _of_line(line)]
    numbers = {basis["number"].value for basis in found if "number" in basis}
    named = [basis for basis in _of_subject(outline.head) if basis["number"].value not in numbers]
    return (*found, *named)


def lead_in(outline: Outline) -> tuple[Block, ...]:
    """What the preamble says beside its bases, without the sentence that leads to the parts, ``… như sau:``."""
    return tuple(block for block in outline.preamble if not isinstance(block, Line) or not _is_spent(block))


def _is_spent(line: Line) -> bool:
    return line.text.endswith(":") or _OPENER.match(_words(line)) is not None or bool(_citations(_words(line)))


def _words(line: Line) -> str:
    mark = mark_of(line)
    return (without_mark(line.text) if mark and mark.scheme == "bullet" else line.text)[:_MOST]


def _of_line(line: Line) -> Iterator[Basis]:
    text = _words(line)
    cited = _citations(text)
    yield from (_basis(line, part) for part in cited)
    opener = _OPENER.match(text)
    if not cited and opener and not text.endswith(":") and len(text) <= _MOST // 40:
        yield from _by_title(line, text[opener.end() :].rstrip(" ;,."))


def _by_title(line: Line, text: str) -> Iterator[Basis]:
    """``Căn cứ Luật …;``: a document that is known by its title, with number, day and issuer behind it or without."""
    words, _, issuer = text.partition(" của ") if _CLOSED.search(text) else (text, "", "")
    found = _NAMED_FIRST.match(words)
    basis = {"title": quoted(found["title"].rstrip(" ,") if found else words, line)} if words else {}
    if found and found["number"]:
        basis["number"] = quoted(tidy_number(found["number"]), line, found["number"])
    if found and found["day"] and (day := read_day(found["day"])):
        basis["date"] = quoted(day.isoformat(), line, found["day"])
    if issuer:
        basis["issuer"] = quoted(issuer, line)
    if basis:
        yield basis


_CLOSED = re.compile(rf"(?:{DAY}|(?-i:{NUMBER}))\s?,?\scủa\s[^,;]{{2,200}}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Citation:
    """A stretch that cites one document."""

    found: re.Match[str]
    rest: str


def _citations(text: str) -> list[_Citation]:
    """The documents cited in a paragraph: the first behind a verb, others behind a sign or ``và``.

    A document that another one is about is none: ``Kế hoạch … về thực hiện Nghị quyết số …``.
    """
    cited = [found for found in _CITED.finditer(text) if found["number"] or found["day"]]
    if not cited or not _is_introduced(text[: cited[0].start()].strip()):
        return []
    starts = [cited[0], *(found for found in cited[1:] if _is_another(text[: found.start()]))]
    ends = [*(found.start() for found in starts[1:]), len(text)]
    return [_Citation(found, _cut(text[found.end() : end])) for found, end in zip(starts, ends, strict=True)]


def _is_introduced(before: str) -> bool:
    """Whether what stands in front of the first document cited says no more than that it is cited."""
    if not before or (len(before) <= _LONGEST_START and _OPENS.match(before) is not None):
        return True
    return _OPENS_LATE.search(before[-_LONGEST_START:]) is not None


def _is_another(before: str) -> bool:
    """Whether a document stands beside the one before it, and is not what that one is about."""
    last = before[-_LONGEST_START:].rstrip()
    segment = re.split(r"[;,.:(]", last)[-1].strip()
    return not segment or last.endswith((" và", "\tvà")) or (segment != last and _OPENS.match(segment) is not None)


def _cut(rest: str) -> str:
    """What belongs to a citation: up to a semicolon, a new sentence, or the body that now goes about its work."""
    depth = 0
    introduces = {found.start() for found in _INTRODUCES.finditer(rest)}
    for at, sign in enumerate(rest):
        depth = max(depth + _QUOTES.get(sign, 0), 0)
        if (sign == ";" and not depth) or at in introduces:
            return rest[:at]
    return _JOINS.sub("", rest)


def _basis(line: Line, part: _Citation) -> Basis:
    found, basis = part.found, dict[str, Quoted]()
    day = found["day"]
    rest = part.rest
    if not day and (late := _LATE_DAY.match(rest)):
        day, rest = late[1], rest[late.end() :]
    if found["number"]:
        basis["number"] = quoted(tidy_number(found["number"]), line, found[0])
    if day and (read := read_day(day)):
        basis["date"] = quoted(read.isoformat(), line, day)
    issuer, about = _issuer_and_about(rest)
    if issuer:
        basis["issuer"] = quoted(issuer, line)
    title = _title(found["type"], found["number"] or "", about)
    if title:
        basis["title"] = quoted(title, line, f"{found['type']} … {about}" if about else found["type"])
    return basis


_LATE_DAY = re.compile(rf"\s?,?\s?({DAY})", re.IGNORECASE)


def _issuer_and_about(rest: str) -> tuple[str, str]:
    """Who issued a document and what it is about, by the words behind its number and day."""
    of = _OF.match(rest)
    behind = f" {rest[of.end() :].strip()}" if of else f" {rest.strip(' ,')}"
    about = _ABOUT.match(_masked(behind))
    if about is None:
        return (
            behind.strip(" ,.;") if of and "," not in behind.strip(" ,.;") else _first_part(behind) if of else ""
        ), ""
    end = about.end("issuer")
    issuer = behind[:end].strip(" ,.;") if of else ""
    start = about.start("about") if about["about"] else about.start("act")
    if not of and behind[:end].strip(" ,.;"):
        return "", ""
    return _first_part(issuer), behind[start:].strip(" ,.;/")


def _first_part(issuer: str) -> str:
    """The issuer without what somebody added behind a comma."""
    return issuer.split(", ", 1)[0].strip(" ,.;")


def _masked(text: str) -> str:
    """The text with what stands in quotes made unreadable, every sign at its place."""
    depth, found = 0, []
    for sign in text:
        depth = max(depth + min(_QUOTES.get(sign, 0), 0), 0)
        found.append("\u2022" if depth else sign)
        depth += max(_QUOTES.get(sign, 0), 0)
    return "".join(found)


def _title(kind: str, number: str, about: str) -> str:
    """The type with what it is about; "" where the number says as much."""
    name = _SHORT.get(kind.upper(), kind[:1].upper() + kind[1:].lower() if kind.upper() not in _SHORT else kind)
    if not about:
        code = re.search(r"[A-ZĐ][^\W\d_]*", tidy_number(number))
        same = code is not None and TYPES.get(code[0]) == name
        return "" if same or name == "Văn bản" else name
    words = about
    if name == "Văn bản":
        return _without_about(words)[:1].upper() + _without_about(words)[1:]
    keeps = name.lower().startswith(_KEEPS_ABOUT)
    bare = _without_about(words)
    return f"{name} {words if keeps or not _DONE.match(bare) else bare}"


def _without_about(about: str) -> str:
    return re.sub(r"^(?:v/v|về)\s+(?:việc\s+)?", "", about, flags=re.IGNORECASE)


def _of_subject(head: Sequence[Line]) -> Iterator[Basis]:
    """``Nghị quyết … (NQ số 25-NQ/TW, ngày 03/6/2013) về …``: a resolution that the subject names in brackets."""
    text = " ".join(line.text for line in head)[:_MOST]
    found = next((cited for cited in _CITED.finditer(text) if cited["number"] and cited["day"]), None)
    if found is None or text[: found.start()].rstrip()[-1:] != "(":
        return
    line = line_at(head, found.start())
    full = _basis(line, _Citation(found, ""))
    basis = {key: value for key, value in full.items() if key in {"number", "date"}}
    body = _GOVERNS.search(text[: found.start()])
    if body:
        basis["issuer"] = quoted(body[1].strip(), line, "", "issuer_from_subject")
    about = _BEHIND_BRACKETS.match(text[found.end() :])
    if about:
        title = f"{_SHORT.get(found['type'].upper(), found['type'])} {about[1].strip(' .;-')}"
        basis["title"] = quoted(title, line, about[1].strip(" .;-"), "title_from_subject")
    yield basis
