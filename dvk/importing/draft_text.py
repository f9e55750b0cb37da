"""A draft as a file in YAML: beside each value the line and the words it comes from, and what is to be looked at."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dvk.importing.doubts import DOUBTS
from dvk.importing.quoted import Draft, Quoted, is_empty, plain
from dvk.kinds import KINDS
from dvk.messages.of_keys import KEYS
from dvk.shown import printable
from dvk.skeletons.scalars import one_line, scalar
from dvk.skeletons.scalars import quoted as in_quotes
from dvk.textfile import CONTROL, read_text
from dvk.vietnamese.text import nfc

TO_LOOK_AT = "XEM LẠI"
"""What stands in the comment beside every doubtful value, so that an editor finds them all."""
_HEAD = (
    *("schema", "revision", "state", "unit", "type", "number", "date", "place", "addressee", "subject", "programme"),
    *("period", "effective", "until", "supersedes", "superior_plan", "answers", "illustrative", "legal_bases"),
)
_FOOT = ("recipients", "signatory", "second_signatory", "inferred", "note", "text")
_LONGEST_PHRASE = 90
_STEP = "  "
_AS_TYPED = re.compile(r"0|[1-9][0-9]*|[0-9]{4}-[0-9]{2}-[0-9]{2}|[01][0-9]-[0-3][0-9]|yes|no|null")
"""Numbers, days, answers and nothing, which dvk itself writes without quotes."""


def draft_text(kind: str, path: str, draft: Mapping[str, Draft], remarks: Sequence[str]) -> str:
    """The text of a new file: remarks as comments on top, then the keys in the order of the schema.

    Args:
        kind: the kind of document.
        path: where it belongs; the schema for editors is named from there.
        draft: its keys and values.
        remarks: what has to be said of the whole, a line each.
    """
    schema = "../" * path.count("/") + f"schemas/{kind}.json"
    head = [f"# yaml-language-server: $schema={schema}", *(_comment(line) for line in remarks)]
    typed = {key: _typed(item) for key, item in draft.items()}
    return "\n".join([*head, *_mapping(_in_order(kind, typed), "")]) + "\n"


def reads_as(kind: str, text: str, draft: Mapping[str, Draft]) -> bool:
    """Whether a text is read as the draft that it was made of."""
    typed = {key: _typed(item) for key, item in draft.items()}
    return read_text(text.encode(), front_matter=KINDS[kind].front_matter).tree == plain(typed)


def _in_order(kind: str, draft: Mapping[str, Draft]) -> dict[str, Draft]:
    """The same as one reads it: head, what the kind of document says, foot, text; nothing that is empty."""
    fields = [place.removeprefix(f"{kind}.") for place in KEYS if place.startswith(f"{kind}.")]
    order = [*_HEAD, *(key for key in fields if key not in {*_HEAD, *_FOOT}), *_FOOT]
    return {key: draft[key] for key in sorted(draft, key=order.index) if not is_empty(draft[key])}


def _typed(draft: Draft) -> Draft:
    """The same in what a file can hold: NFC, no signs that nobody sees, no spaces at the ends."""
    if isinstance(draft, Mapping):
        return {key: _typed(item) for key, item in draft.items()}
    if not isinstance(draft, Quoted):
        return [_typed(item) for item in draft]
    lines = [CONTROL.sub(" ", nfc(line)).rstrip() for line in draft.value.split("\n")]
    return replace(draft, value="\n".join(lines) if len(lines) > 1 else one_line(draft.value))


def _mapping(draft: Mapping[str, Draft], indent: str) -> Iterator[str]:
    for key, item in draft.items():
        if is_empty(item):
            continue
        if not indent and (not isinstance(item, Quoted) or "\n" in item.value):
            yield ""
        if isinstance(item, Quoted):
            yield from _entry(f"{indent}{key}:", item, indent + _STEP)
            continue
        yield f"{indent}{key}:"
        yield from _mapping(item, indent + _STEP) if isinstance(item, Mapping) else _sequence(item, indent + _STEP)


def _sequence(draft: Sequence[Draft], indent: str) -> Iterator[str]:
    for item in draft:
        if isinstance(item, Quoted):
            yield from _entry(f"{indent}-", item, indent + _STEP)
            continue
        lines = list(_mapping(item, indent + _STEP) if isinstance(item, Mapping) else _sequence(item, indent + _STEP))
        yield f"{indent}- {lines[0].lstrip()}"
        yield from lines[1:]


def _entry(start: str, value: Quoted, indent: str) -> Iterator[str]:
    """A key or dash with its scalar, and behind it where it comes from; a text in several lines stands below."""
    beside = f"   {_comment(_source(value))}" if _source(value) else ""
    if "\n" not in value.value:
        yield f"{start} {_scalar(value.value)}{beside}"
    elif _fits_in_a_block(value.value):
        ending = "" if value.value.endswith("\n") else "-"
        yield f"{start} |{ending}{beside}"
        yield from (f"{indent}{line}".rstrip() for line in value.value.removesuffix("\n").split("\n"))
    else:
        yield f"{start} {in_quotes(value.value)}{beside}"


def _scalar(value: str) -> str:
    return value if _AS_TYPED.fullmatch(value) else scalar(value)


def _fits_in_a_block(text: str) -> bool:
    """Whether a block gives back every sign of a text: no spaces at ends of lines or in front, nothing unseen."""
    lines = text.removesuffix("\n").split("\n")
    if not lines[0] or lines[0][0] == " " or not lines[-1]:
        return False
    return all(line == line.rstrip() and line == printable(line) for line in lines)


def _source(value: Quoted) -> str:
    """``dòng 12: “trước ngày 27/4/2020”``; what is to be looked at, and why, in front of it."""
    place = f"dòng {value.line}" if value.line else ""
    if value.phrase:
        place = f"{place}: “{_cut(value.phrase)}”"
    if value.doubt:
        why = DOUBTS[value.doubt].vi
        return "; ".join(filter(None, [f"{TO_LOOK_AT}: {why}", place]))
    return place


def _cut(phrase: str) -> str:
    words = " ".join(phrase.split())
    return words if len(words) <= _LONGEST_PHRASE else f"{words[:_LONGEST_PHRASE].rstrip()}…"


def _comment(text: str) -> str:
    return f"# {printable(' '.join(text.split()))}"
