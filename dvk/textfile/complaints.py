"""What a person got wrong where the parser gave up: its complaint, and the lines around it, as a known mistake.

The parser stops where it can read no further, which is often a line below the slip, and says it in its own English.
Nearly all slips are of a few kinds; each is recognised here by one function, and the first that fits has its say.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeAlias

from yaml import events as kinds

from dvk.textfile.decoding import name_of

ODD_BLANKS = "\u00a0\u2007\u202f\u3000\u200b"
"""Blanks that come along with pasted text; they look like a space, and to YAML they are letters."""

_LONGEST = 80
_ODD_LINE = re.compile(
    rf"[ \-{ODD_BLANKS}]*(?:[{ODD_BLANKS}]|[A-Za-z_]+(?:[ {ODD_BLANKS}]*[{ODD_BLANKS}]:|:[{ODD_BLANKS}]))"
)
# Plain scalars as the parser gives them where such a blank stands for a space of the indentation, a dash or a colon.
_ODD_KEY = re.compile(rf"(?:- *)?[{ODD_BLANKS}]|.*[{ODD_BLANKS}]\Z", re.DOTALL)
_ODD_VALUE = re.compile(rf"(?:-|[A-Za-z_]+:)[{ODD_BLANKS}]|[{ODD_BLANKS}][ {ODD_BLANKS}]*- ")
_DEEPEST_COLUMN = 200
_TAB_LINE = re.compile(r"[ \-]*\t")
_CONFLICT = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)
_DASHES = re.compile(r" *(?:- +)*")
_GLUED = re.compile(r"([A-Za-z_]+):(?=[^\s:])")
_COLON = re.compile(r":(?:\s|$)")
_WORDS = re.compile(r"([a-z_]+)(?: +(\S+))?")
_BRACKETS = {"[": "]", "{": "}"}
_UNEXPECTED = ("expected key", "expected '-' indicator", "<block end>", "<document start>")
_RESERVED = ("an alias", "an anchor", "a directive", "a tag", "block scalar")


class Scene(NamedTuple):
    """What the parser said, during what, and where: positions in the text; ``last`` is what it read before."""

    text: str
    said: str
    during: str
    at: int
    opened: int
    last: Any


class Slip(NamedTuple):
    """A mistake by its name in the table of sentences, the position to show, and the words of its sentence."""

    problem: str
    position: int
    args: dict[str, str]


Recogniser: TypeAlias = Callable[[Scene], Slip | None]


def recognised(scene: Scene) -> Slip | None:
    """The mistake that most likely made the parser give up; None where none of the known ones fits."""
    return next(filter(None, (recognise(scene) for recognise in _RECOGNISERS)), None)


def misspaced(scalar: Any, text: str, *, as_key: bool) -> Slip | None:
    """The odd blank of a plain scalar that changes what belongs to what, although the parser could read on.

    In a value that counts only where it begins a line: what follows a key and its colon is text.
    """
    start, column = scalar.start_mark.index, scalar.start_mark.column
    odd = _ODD_KEY if as_key else _ODD_VALUE
    if scalar.style or column > _DEEPEST_COLUMN or not odd.match(scalar.value):
        return None
    if not as_key and text[start - column : start].strip(" -"):
        return None
    return _first_odd_blank(text, start)


def _first_odd_blank(text: str, start: int) -> Slip:
    index = next(at for at in range(start, len(text)) if text[at] in ODD_BLANKS)
    return Slip("odd_blank", index, {"sign": name_of(text[index])})


def _conflict(scene: Scene) -> Slip | None:
    found = _CONFLICT.search(scene.text)
    return Slip("conflict", found.start(), {"sign": found[0].strip()}) if found else None


def _tab(scene: Scene) -> Slip | None:
    start, line = _line(scene.text, scene.at)
    found = _TAB_LINE.match(line)
    return Slip("tab", start + found.end() - 1, {}) if found else None


def _odd_blank(scene: Scene) -> Slip | None:
    for start, line in _suspects(scene):
        if _ODD_LINE.match(line):
            return _first_odd_blank(scene.text, start)
    return None


def _suspects(scene: Scene) -> Iterator[tuple[int, str]]:
    """The lines where the slip may be: that of a key without its colon, else the one complained of and that above."""
    if scene.during == "while scanning a simple key":
        yield _line(scene.text, scene.opened)
        return
    here = _line(scene.text, scene.at)
    above = _line_above(scene.text, here[0])
    yield from (above, here) if above else (here,)


def _quote(scene: Scene) -> Slip | None:
    if "quoted scalar" not in scene.during:
        return None
    if "end of stream" in scene.said or "document" in scene.said:
        return _not_closed(scene.text, scene.opened)
    return Slip("backslash", max(scene.text.rfind("\\", 0, scene.at + 1), scene.opened), {})


def _bracket(scene: Scene) -> Slip | None:
    text, at, opened = scene.text, scene.at, scene.opened
    if "',' or" in scene.said:
        end = text.find("\n", opened)
        is_closed = at < end and _BRACKETS.get(text[opened], "") in text[at:end]
        return Slip("no_comma", at, {}) if is_closed else _not_closed(text, opened)
    if "node content" in scene.said and at >= len(text.rstrip()):
        begun = max(text.rfind(sign, 0, at) for sign in _BRACKETS)
        return _not_closed(text, begun) if begun >= 0 else None
    return None


def _not_closed(text: str, index: int) -> Slip:
    sign = text[index]
    return Slip("not_closed", index, {"sign": sign, "closing": _BRACKETS.get(sign, sign)})


def _reserved(scene: Scene) -> Slip | None:
    at = None
    if any(kind in scene.during for kind in _RESERVED):
        at = scene.opened
    elif any(words in scene.said for words in ("cannot start any token", "node content", "keys are not allowed")):
        at = scene.at
    elif _is_unexpected(scene) and _is_alias(scene.last):
        at = scene.last.start_mark.index
    if at is None or "flow" in scene.during or at >= len(scene.text):
        return None
    start, line = _line(scene.text, at)
    value = line[at - start :]
    is_value = line[: at - start].rstrip().endswith((":", "-"))
    return Slip("reserved_sign", at, {"sign": value[:1], **(_write(_in_quotes(value)) if is_value else {})})


def _dash_after_key(scene: Scene) -> Slip | None:
    return Slip("dash_after_key", scene.at, {}) if "sequence entries are not allowed" in scene.said else None


def _without_colon(scene: Scene) -> Slip | None:
    """The parser saw that a key has no colon only on the line below."""
    if "expected ':'" not in scene.said:
        return None
    start, line = _line(scene.text, scene.opened)
    return _key_alone(scene.opened, line[scene.opened - start :].rstrip())


def _key_alone(index: int, line: str) -> Slip:
    """A line, dashes taken off, that stands where a key and its value belong, and has no colon with a space."""
    glued = _GLUED.match(line)
    if glued:
        written = f"{glued[1]}: {line[glued.end() :]}"
        return Slip("no_space_after_colon", index + glued.end() - 1, _write(written))
    if line[:1] == "-":
        return Slip("no_space_after_dash", index, _write(f"- {line[1:]}"))
    words = _WORDS.fullmatch(line)
    return Slip("no_colon", index, _write(f"{words[1]}: {words[2] or ''}".rstrip()) if words else {})


def _second_colon(scene: Scene) -> Slip | None:
    """A colon where the value of a key goes on: of the text itself, or because of the line above."""
    if "mapping values are not allowed" not in scene.said:
        return None
    start, line = _line(scene.text, scene.at)
    earlier = _COLON.search(line, 0, scene.at - start)
    if earlier:
        return Slip("colon_in_text", scene.at, _write(_in_quotes(line[earlier.end() :].strip())))
    above = _line_above(scene.text, start)
    return _after_line(scene, above) if above else None


def _after_line(scene: Scene, above: tuple[int, str]) -> Slip:
    start, line = above
    body = _body(line)
    if _COLON.search(line) is None:
        before = _line_above(scene.text, start)
        opens = before is None or before[1].endswith(":") or "-" in line[:body]
        if opens or _GLUED.match(line, body):
            return _key_alone(start + body, line[body:])
        return Slip("colon_in_text", scene.at, {})
    here, text = _line(scene.text, scene.at)
    return Slip("indentation", here + len(text) - len(text.lstrip()), {})


def _unexpected(scene: Scene) -> Slip | None:
    """What follows is not where a line of the group could stand, or the value before it was closed too early."""
    if not _is_unexpected(scene):
        return None
    text, at, last = scene.text, scene.at, scene.last
    if text[at : at + 1] in ("]", "}"):
        return Slip("stray_bracket", at, {"sign": text[at]})
    if last is not None and last.end_mark.index and text[last.end_mark.index - 1] in "]}\"'":
        closed = _after_closed(scene, getattr(last, "style", None) in ('"', "'"))
        if closed:
            return closed
    if "<document start>" in scene.said:
        first = next(re.finditer(r"^ +(?=[^\s#])", text, re.MULTILINE), None)
        return Slip("indentation", first.end() if first and first.end() < at else at, {})
    return Slip("indentation", at, {})


def _after_closed(scene: Scene, quoted: bool) -> Slip | None:
    text, at = scene.text, scene.at
    begun, end = scene.last.start_mark.index, scene.last.end_mark.index
    here = _line(text, at)[0]
    if quoted and here < end:
        return _not_closed(text, begun) if begun < here else Slip("text_after_quote", at, {})
    if not quoted and isinstance(scene.last, kinds.ScalarEvent):
        return None
    line = _line(text, begun)[1]
    if here >= end and at - here <= _body(line) and text[at] != "-":
        return None
    sign = text[end - 2 : end] if text[end - 2 : end] in ("[]", "{}") else text[end - 1]
    return Slip("more_after_value", at, {"sign": sign})


def _is_alias(event: Any) -> bool:
    return isinstance(event, kinds.AliasEvent)


def _is_unexpected(scene: Scene) -> bool:
    return any(words in scene.said for words in _UNEXPECTED)


def _write(line: str) -> dict[str, str]:
    """The line as it should be, where it is short enough to be read at a glance."""
    return {"instead": line} if len(line) <= _LONGEST else {}


def _in_quotes(value: str) -> str:
    value = value.partition(" #")[0].rstrip()
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def _line(text: str, index: int) -> tuple[int, str]:
    """Where the line of a position starts, and the line."""
    start = text.rfind("\n", 0, index) + 1
    end = text.find("\n", index)
    return start, text[start : len(text) if end < 0 else end]


def _line_above(text: str, start: int) -> tuple[int, str] | None:
    """The nearest line above that says something; None at the top."""
    while start > 0:
        start, line = _line(text, start - 1)
        if line.strip() and not line.lstrip().startswith("#"):
            return start, line.rstrip()
    return None


def _body(line: str) -> int:
    """The column where a line begins behind its indentation and its dashes."""
    found = _DASHES.match(line)
    return found.end() if found else 0


_RECOGNISERS: tuple[Recogniser, ...] = (
    _conflict,
    _tab,
    _odd_blank,
    _quote,
    _bracket,
    _reserved,
    _dash_after_key,
    _without_colon,
    _second_colon,
    _unexpected,
)
