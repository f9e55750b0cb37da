"""The head of a paper: type, number, place and day, subject, and what the subject says of programme and years."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dvk.importing.cited import DAY, MONTHS, line_at, numbers_in, read_day, read_number
from dvk.importing.letterhead import NUMBERED_PLACE, bodies_of, line_of
from dvk.importing.outline import Outline, is_rule, without_mark
from dvk.importing.outline.pieces import cut
from dvk.importing.outline.top import is_addressed, is_illustrative, is_type, starts_with_type
from dvk.importing.paper import Line
from dvk.importing.periods_named import named_period
from dvk.importing.quoted import Draft, Quoted, quoted
from dvk.vietnamese.document_number import parse_document_number
from dvk.vietnamese.document_types import PLAN_TYPES
from dvk.vietnamese.text import fold

_FAR = 400
_CODES = {fold(name): code for code, name in PLAN_TYPES.items()}
_NUMBER_LABEL = re.compile(r"(?:^|\W)số\s?:?\s?(?=[0-9])", re.IGNORECASE)
_NUMBER_BELOW = re.compile(r"số\s?:", re.IGNORECASE)
_PLACE_AND_DAY = re.compile(
    rf"([^\d,;:]{{2,60}}?|[^\d,;:]{{0,60}}?{NUMBERED_PLACE})\s?[,.]\s?(?=ng[àa]y\b)", re.IGNORECASE
)
_BLANK_DAY = re.compile(
    rf"ng[àa]y[\s.…_]{{0,40}}th[áa]ng[\s.…_]{{0,40}}(?:[0-9]{{1,2}}|{'|'.join(MONTHS)})?[\s.…_]{{0,40}}n[ăa]m",
    re.IGNORECASE,
)
_DAY = re.compile(DAY, re.IGNORECASE)
_STAMP = re.compile(r"thời gian ký\W{0,3}(?:ngày\s)?([0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4})", re.IGNORECASE)
_ABOUT = re.compile(r"V\s?/\s?v\s?:?\s?", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"”«]\s?([^“”\"«»]{3,60}?)\s?[”\"»]")
_MARKS_OF_STATE = {"du thao": "draft", "da rut": "withdrawn"}
_ADDRESSEE = re.compile(r"kính gửi\s?:?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a paper says.

    Args:
        draft: ``type``, ``number``, ``date``, ``place``, ``addressee``, ``subject``, ``programme``, ``period``,
            ``until``, ``state`` and ``illustrative``, each only where the paper says it.
        issuer: the name of the issuing body as printed; None where it stands nowhere.
        superior: the name of the body above it.
        line: the line of organisations that its heading belongs to: ``youth-union``, ``party``, ``state``, ``front``;
            "" where the paper shows none.
    """

    draft: Mapping[str, Draft]
    issuer: Quoted | None = None
    superior: Quoted | None = None
    line: str = ""


def head_of(outline: Outline) -> Head:
    """What stands in the head of a paper; what is absent there is absent here."""
    kind, number = _type(outline), _number(outline.head)
    place, day = _place_and_day(outline)
    lines = _subject_lines(outline.head)
    subject = _subject(lines)
    found: dict[str, Quoted | None] = {
        "state": _state(outline.head),
        "type": _checked(kind, number),
        "subject": subject,
        "programme": _programme(subject, lines),
        **_years(subject, lines, day),
        "number": number,
        "date": day,
        "place": place,
        "addressee": _addressee(outline.head),
        "illustrative": _illustrative(outline.head),
    }
    superior, issuer = bodies_of(outline, outline.head[: _type_at(outline.head)])
    draft = {key: value for key, value in found.items() if value is not None}
    return Head(draft, issuer, superior, line_of(outline.head, number))


def _type_at(head: Sequence[Line]) -> int | None:
    """The place of the line with the type."""
    return next((at for at, line in enumerate(head) if is_type(line.text) or starts_with_type(line.text)), None)


def _type(outline: Outline) -> Quoted | None:
    at = _type_at(outline.head)
    if at is None:
        letter = next((line for line in outline.head if _ABOUT.match(line.text)), None)
        return quoted("CV", letter, letter.text[:_FAR], "type_from_about") if letter else None
    line = outline.head[at]
    name = line.text if is_type(line.text) else starts_with_type(line.text)
    code = _code(name)
    return quoted(code, line, name) if code else None


def _code(name: str) -> str:
    """The code of a type by its name, its letters spaced out or not; a longer name by the words it begins with."""
    tight = "".join(sign for sign in fold(name) if sign.isalpha())
    return next((code for known, code in _CODES.items() if tight.startswith(known.replace(" ", ""))), "")


def _checked(kind: Quoted | None, number: Quoted | None) -> Quoted | None:
    """The type, doubtful where the number names another; ``CT`` in a number may be a programme as well."""
    code = parse_document_number(number.value).type_code if number else ""
    if kind is None:
        fits = code in PLAN_TYPES and code != "CT"
        return Quoted(code, number.line, number.phrase, "type_from_number") if number and fits else None
    same = not code or code == kind.value or code not in PLAN_TYPES or (code, kind.value) == ("CT", "CTr")
    return kind if same else Quoted(kind.value, kind.line, kind.phrase, "type_not_of_number")


def _number(head: Sequence[Line]) -> Quoted | None:
    """The number behind ``Số:``; one that is left blank is none, and none is one that the subject names."""
    at = _subject_at(head)
    for line in (*head[:at], *(line for line in head[at:] if _NUMBER_BELOW.match(line.text))):
        label = _NUMBER_LABEL.search(line.text[:_FAR])
        typed = next(numbers_in(line.text[label.end() : _FAR]), None) if label else None
        if typed and typed.start == 0 and (number := read_number(typed.text)):
            return quoted(number, line, typed.text)
    return None


def _subject_at(head: Sequence[Line]) -> int:
    """The place of the line with the type, or with ``V/v``; the end where there is neither."""
    at = _type_at(head)
    return next((n for n, line in enumerate(head) if _ABOUT.match(line.text)), len(head)) if at is None else at


def _place_and_day(outline: Outline) -> tuple[Quoted | None, Quoted | None]:
    """Place and day of the line that has both, in the head or, as in some forms, above the signature."""
    stamp = _stamp(outline.head)
    for line in (*outline.head[: _type_at(outline.head)], *outline.head, *outline.foot):
        text = line.text[:_FAR]
        written = _DAY.search(text)
        begins = _PLACE_AND_DAY.match(text)
        if begins is None or not (written or _BLANK_DAY.search(text)) or begins.end() == 0:
            continue
        place = begins[1].strip(" .…_()")
        day = read_day(written[0]) if written and written.start() == begins.end() else None
        return (
            quoted(place, line, begins[0].strip(" ,")) if any(map(str.isalpha, place)) else None,
            quoted(day.isoformat(), line, written[0], _against(day, stamp)) if day and written else stamp,
        )
    return None, _day_alone(outline.head) or stamp


def _day_alone(head: Sequence[Line]) -> Quoted | None:
    for line in head:
        written = _DAY.match(line.text[:_FAR])
        if written and written.end() == len(line.text) and (day := read_day(written[0])):
            return quoted(day.isoformat(), line, written[0])
    return None


def _stamp(head: Sequence[Line]) -> Quoted | None:
    """The day of an electronic signature: never more than a hint."""
    for line in head:
        found = _STAMP.search(line.text[:_FAR])
        if found and (day := read_day(found[1])):
            return quoted(day.isoformat(), line, found[0], "date_from_stamp")
    return None


def _against(day: date, stamp: Quoted | None) -> str:
    return "date_not_of_stamp" if stamp and stamp.value != day.isoformat() else ""


def _subject_lines(head: Sequence[Line]) -> list[Line]:
    """The subject without the type: the lines below the type down to a rule, or what stands behind ``V/v``."""
    at = _type_at(head)
    if at is None:
        letter = next((line for line in head if _ABOUT.match(line.text)), None)
        return [_without_start(letter, _ABOUT.match(letter.text))] if letter else []
    own = (
        None
        if is_type(head[at].text)
        else re.match(re.escape(starts_with_type(head[at].text)) + r"[\s:]*", head[at].text)
    )
    lines = [_without_start(head[at], own)] if own else []
    for line in head[at + 1 :]:
        if is_rule(line.text) or is_addressed(line.text):
            break
        if not is_illustrative(line.text):
            lines.append(line)
    return lines


def _without_start(line: Line, start: re.Match[str] | None) -> Line:
    return replace(line, pieces=cut(line.pieces, start.end() if start else 0))


def _subject(lines: Sequence[Line]) -> Quoted | None:
    text = " ".join(line.text for line in lines)
    if not text:
        return None
    bare = text[:-1] if text.endswith(".") and not text.endswith("..") else text
    return quoted(bare, lines[0], "" if len(lines) == 1 and bare == text else text)


def _programme(subject: Quoted | None, lines: Sequence[Line]) -> Quoted | None:
    """The first name in quotes in the subject, always to be looked at."""
    found = _QUOTED.search(subject.value[:_FAR]) if subject else None
    return quoted(found[1], line_at(lines, found.start()), found[0], "programme_from_subject") if found else None


def _years(subject: Quoted | None, lines: Sequence[Line], day: Quoted | None) -> dict[str, Quoted]:
    """The period of the subject, else the year of the paper."""
    named = named_period(subject.value[:_FAR]) if subject else None
    if named and subject:
        line = line_at(lines, subject.value.find(named.phrase))
        years = {"period": quoted(str(named.period), line, named.phrase, "several_years" if named.last else "")}
        if named.last:
            years["until"] = quoted(f"{named.last}-12-31", line, named.phrase, "several_years")
        return years
    return {"period": Quoted(day.value[:4], day.line, day.phrase, "period_from_date")} if day else {}


def _state(head: Sequence[Line]) -> Quoted | None:
    for line in head:
        state = _MARKS_OF_STATE.get(fold(line.text[:_FAR]).strip(" ()[]"))
        if state:
            return quoted(state, line, line.text)
    return None


def _illustrative(head: Sequence[Line]) -> Quoted | None:
    found = next((line for line in head if is_illustrative(line.text)), None)
    return quoted("yes", found, found.text) if found else None


def _addressee(head: Sequence[Line]) -> Quoted | None:
    """Who is written to, several joined as they are printed, without their dashes."""
    at = next((at for at, line in enumerate(head) if is_addressed(line.text)), None)
    if at is None:
        return None
    lines = [line for line in head[at:] if not is_rule(line.text) and not is_illustrative(line.text)]
    label = _ADDRESSEE.match(lines[0].text)
    names = [lines[0].text[label.end() if label else 0 :], *(line.text for line in lines[1:])]
    named = [without_mark(name) for name in names if name]
    joined = " ".join(name if name.endswith((",", ";")) else f"{name};" for name in named).rstrip(" ;,.")
    return quoted(joined, lines[0], " ".join(line.text for line in lines)) if joined else None
