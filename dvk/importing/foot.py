"""The foot of a paper: recipients, and who signs on whose behalf."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dvk.importing.naming_case import proper_case
from dvk.importing.outline import Outline, mark_of, without_mark
from dvk.importing.outline.bottom import is_authority, is_post, is_recipients_label
from dvk.importing.paper import Line
from dvk.importing.quoted import Quoted, quoted

_LONGEST = 300
_LABEL = re.compile(r"(?:N|n)[ơơ]i\s+nh[ậâ]n\s*:?\s*|N[ƠƠ]I\s+NH[ẬÂ]N\s*:?\s*")
_SIGNED = re.compile(r"\(.*\)|\[.*\]|đã ký|da ky|ký tên.*|ký bởi.*", re.IGNORECASE)
_NAME = re.compile(r"(?:(?:ThS|TS|PGS|GS|BS|KS|CN|Th\.S)\.?\s?)*[A-ZĐÀ-Ỵ][^\W\d_]*(?:[\s-][A-ZĐÀ-Ỵ][^\W\d_]*){1,5}")
_ENDS = ";,: "
_CONFIRMS = re.compile(r"(?:XÁC NHẬN|Ý KIẾN|PHÊ DUYỆT|DUYỆT)\b")
"""What stands over the signature of a body that agrees to a paper of another."""
_SEVERAL = "several_signatures"
"""The doubt of a name beside which another one stands."""
_ACTS_FOR = re.compile(r"(?:KT|K\s?/\s?T)\b")

Signatory = Mapping[str, Quoted]
"""``authority``, ``post`` and ``name``, each only where the paper says it."""


def recipients_of(outline: Outline) -> tuple[Quoted, ...]:
    """The lines below ``Nơi nhận:`` without their dashes and stops; the signature may stand among them."""
    found: list[Quoted] = []
    listed = False
    for line in outline.foot:
        text = line.text
        if is_recipients_label(text):
            listed = True
            text = _LABEL.sub("", text, count=1).strip()
        if not listed or not text or _is_of_signature(text):
            continue
        if _is_item(text, found) and (name := _without_end(without_mark(text))):
            found.append(quoted(name, line, "" if name == line.text else text))
    return tuple(found)


def _is_item(text: str, found: Sequence[Quoted]) -> bool:
    """A recipient begins with a sign, or ends with a stop as the others do; a name does neither."""
    mark = mark_of(text)
    if mark is not None and mark.scheme in {"bullet", "arabic"}:
        return True
    return text.endswith((";", ".")) and (not found or text.lower().startswith("lưu") or not _NAME.fullmatch(text))


def _without_end(text: str) -> str:
    bare = text.rstrip(_ENDS)
    return bare[:-1] if bare.endswith(".") and bare.count(".") == 1 else bare


def _is_of_signature(text: str) -> bool:
    return is_authority(text) or is_post(text) or _SIGNED.fullmatch(text[:_LONGEST]) is not None


def signatories_of(outline: Outline, names: Iterable[str] = ()) -> tuple[Signatory, ...]:
    """Everybody who signs, from left to right.

    Authority and post, which are printed in capitals, are given in the letters of running text; where a word of them is
    not known, the value is to be looked at. A name that stands nowhere is not made up.

    Args:
        outline: the paper.
        names: names of bodies and places as they are written.
    """
    lines = [line for line in outline.foot if _may_be_signature(line.text)]
    starts = [at for at, line in enumerate(lines) if _begins(lines, at)]
    if not starts:
        return ()
    ends = [*starts[1:], len(lines)]
    several = len(starts) > 1
    known = tuple(names)
    signed = (_signatory(lines[start:end], known, several=several) for start, end in zip(starts, ends, strict=True))
    return tuple(filter(None, signed))


def alone(signed: Signatory) -> Signatory:
    """A signature of two that both have their place: that there are several is no doubt."""
    return {key: replace(value, doubt="") if value.doubt == _SEVERAL else value for key, value in signed.items()}


def _may_be_signature(text: str) -> bool:
    mark = mark_of(text)
    bullet = mark is not None and mark.scheme == "bullet"
    return not bullet and not is_recipients_label(text) and len(text) <= _LONGEST and not text.endswith(";")


def _begins(lines: Sequence[Line], at: int) -> bool:
    """Whether a signature begins here: with an authority that stands below no other, or with a post without one."""
    text = lines[at].text
    above = lines[at - 1].text if at else ""
    if _CONFIRMS.match(text) or _CONFIRMS.match(above):
        return _CONFIRMS.match(text) is not None
    if is_authority(text):
        return not (is_authority(above) and _ACTS_FOR.match(text))
    return is_post(text) and not is_authority(above) and not _belongs_above(lines, at)


def _belongs_above(lines: Sequence[Line], at: int) -> bool:
    """Whether a post is the post of an authority a few lines above, with nothing but its own words between."""
    for line in reversed(lines[max(at - 3, 0) : at]):
        if is_authority(line.text):
            return True
        if is_post(line.text) or not line.text.isupper():
            return False
    return False


def _signatory(lines: Sequence[Line], names: Sequence[str], *, several: bool) -> Signatory:
    """One signature: its lines from the authority, or the post, on down to the name."""
    authority = [line for line in lines if is_authority(line.text) or _CONFIRMS.match(line.text)]
    others = [line for line in lines if line not in authority and not _is_signed(line)]
    capitals = [line for line in others if line.text.isupper() or is_post(line.text)]
    post = next((line for line in capitals if is_post(line.text)), None) or next(iter(capitals), None)
    more = capitals[: capitals.index(post)] if post else []
    name = next((line for line in lines if _is_name(line.text)), None)
    found: dict[str, Quoted] = {}
    if authority:
        found["authority"] = _in_one([*authority[:1], *more, *authority[1:]], names)
    if post:
        found["post"] = _in_one([post], names)
    if name:
        found["name"] = quoted(name.text, name, "", _SEVERAL if several else "")
    return found


def _in_one(lines: Sequence[Line], names: Sequence[str]) -> Quoted:
    """Lines in capitals as one name in the letters of running text; what is signed for somebody else behind a comma."""
    groups: list[str] = []
    for line in lines:
        words = line.text.rstrip(" ,.;:")
        if groups and not is_authority(line.text):
            groups[-1] = f"{groups[-1]} {words}"
        else:
            groups.append(words)
    read = [proper_case(words, names) for words in groups]
    text, proper = ", ".join(groups), ", ".join(case.text for case in read)
    doubt = "" if all(case.sure for case in read) else "letters_guessed"
    return quoted(proper, lines[0], "" if proper == text else text, doubt)


def _is_signed(line: Line) -> bool:
    return _SIGNED.fullmatch(line.text) is not None


def _is_name(text: str) -> bool:
    """Whether a line is a person's name: two to six words with capitals, nothing else."""
    return _NAME.fullmatch(text[:_LONGEST]) is not None and not text.isupper() and not is_post(text)
