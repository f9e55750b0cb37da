"""``dvk fmt``: a file made unambiguous and tidy, without touching what a person wrote in their own way."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from dvk.editing.aims import inside, shape_of
from dvk.editing.changing import BODY, EditError
from dvk.editing.foreign import is_unclear
from dvk.editing.scalars import TEXT
from dvk.kinds import KINDS
from dvk.reading import read
from dvk.schemas.shapes import Shape
from dvk.textfile import Node, Sheet, Splice
from dvk.textfile.layout import DOUBLE, FOLDED, LITERAL, PLAIN
from dvk.textfile.paths import child_at
from dvk.vietnamese.text import nfc

_TAB_STOP = 8
_BLANKS = " \t"
_ESCAPE = re.compile(r"(\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.))", re.DOTALL)
_HEADER = re.compile(r"([|>][-+0-9]{0,2})([^\n]*)")
_NEWLY_SPECIAL = "`"
"""An old Greek accent becomes this in NFC, and no plain scalar may begin with it."""


class _Scalar(NamedTuple):
    """One scalar of a file: where it stands, how it is written, what it says, and the form of its key."""

    start: int
    end: int
    style: str
    text: str | None
    form: str


def tidied(data: bytes, kind: str) -> bytes | None:
    """The bytes of a document as ``dvk fmt`` writes them; None where it cannot be read without a mistake.

    NFC without byte order mark; lines that end in LF and in no blanks, one at the end; spaces for tabs between what is
    said and its comment; quotes around what another parser would type differently. What stands inside block and quoted
    scalars, and below the head of a story, stays but for NFC and line ends.

    Raises:
        EditError: where the result would read differently.
    """
    if read(data, kind).facts is None:
        return None
    sheet = _terminated(Sheet(data, front_matter=KINDS[kind].front_matter))
    found = _scalars(sheet, sheet.file.tree, shape_of(kind))
    scalars = sorted((s for s in found if s.start < sheet.limit), key=lambda scalar: (scalar.start, scalar.end))
    page = _Page(sheet.text[: sheet.limit], scalars).text()
    after = page + _without_blank_lines(nfc(sheet.below)) if sheet.below else _ended(page, sheet, scalars[-1])
    if _read_back(after.encode(), kind) != _read_back(data, kind):
        raise EditError("a tidy file would say something else")
    return after.encode()


def _terminated(sheet: Sheet) -> Sheet:
    """The same with a line end after a block scalar in the last line, whose text stays what it is."""
    kept = sheet.unterminated()
    end = len(sheet.text)
    return Sheet(sheet.spliced([kept, Splice(end, end, "\n")])) if kept else sheet


def _ended(text: str, sheet: Sheet, last: _Scalar) -> str:
    """The text with one line end at its end, and no blank lines but those that a block scalar there says."""
    header = _HEADER.match(sheet.text, last.start) if last.style in {LITERAL, FOLDED} else None
    if header is not None and not sheet.text[last.end :].strip():
        if "+" in header[1]:
            return text if text.endswith("\n") else f"{text}\n"
        if last.text and not last.text.rstrip("\n").rpartition("\n")[2].strip():
            return text.rstrip("\n") + "\n"
    return _without_blank_lines(text)


def _without_blank_lines(text: str) -> str:
    """The text with one line end at its end; blanks in its last line stay."""
    said = len(text.rstrip(_BLANKS + "\n"))
    return text[:said] + text[said:].partition("\n")[0] + "\n"


def _read_back(data: bytes, kind: str) -> dict[str, Node]:
    """What the reader finds; the line ends after the text below a head say nothing."""
    tree = dict(Sheet(data, front_matter=KINDS[kind].front_matter).file.tree or {})
    body = tree.get(BODY)
    if KINDS[kind].front_matter and isinstance(body, str):
        tree[BODY] = body.rstrip("\n")
    return tree


def _scalars(sheet: Sheet, node: Node, shape: Shape | None) -> Iterator[_Scalar]:
    slots = list(node) if isinstance(node, dict) else range(len(node or ()))
    for slot in slots:
        written = sheet.written(node, slot)
        child = child_at(node, slot)
        below = inside(shape, slot) if shape else None
        if isinstance(child, dict | list):
            yield from _scalars(sheet, child, below)
        else:
            form = below.form if below and below.form not in {"mapping", "list"} else TEXT
            yield _Scalar(written.start, written.end, written.style, child, form)


class _Page:
    """A text put together again from its scalars and what stands between them."""

    def __init__(self, text: str, scalars: list[_Scalar]) -> None:
        self._text = text
        self._scalars = scalars
        self._pieces: list[str] = []
        self._column = 0

    def text(self) -> str:
        """The tidy text; the line ends at its end are as they were."""
        done = 0
        for scalar in self._scalars:
            self._between(self._text[done : scalar.start])
            raw = self._text[scalar.start : scalar.end]
            if scalar.style in {LITERAL, FOLDED}:
                self._block(raw)
            else:
                self._add(_tidy_scalar(raw, scalar))
            done = scalar.end
        self._between(self._text[done:] + "\n")
        return "".join(self._pieces).removesuffix("\n")

    def _add(self, piece: str) -> None:
        self._pieces.append(piece)
        _, line_end, rest = piece.rpartition("\n")
        self._column = len(rest) if line_end else self._column + len(piece)

    def _between(self, raw: str) -> None:
        """Signs, blanks and comments."""
        first, *more = _without_blanks_at_line_ends(nfc(raw)).split("\n")
        self._add(self._spaced(first))
        for line in more:
            self._add("\n")
            self._add(self._spaced(line))

    def _spaced(self, line: str) -> str:
        """A piece of a line with spaces for tabs: in front of a comment, as far as the tabs reached."""
        if "\t" not in line:
            return line
        signs, mark, comment = line.partition("#")
        if not mark:
            return signs.replace("\t", " ")
        said = signs.rstrip()
        before = " " * self._column + said.replace("\t", " ")
        reached = (before + signs[len(said) :]).expandtabs(_TAB_STOP)
        return reached[self._column :] + mark + comment

    def _block(self, raw: str) -> None:
        """The header of a block scalar like what stands between scalars; its lines stay."""
        header = _HEADER.match(raw)
        signs, rest = header.groups() if header else ("", "")
        self._add(signs)
        self._between(rest.rstrip())
        self._add(nfc(raw[len(signs) + len(rest) :]))


def _tidy_scalar(raw: str, scalar: _Scalar) -> str:
    if scalar.style == DOUBLE:
        return "".join(part if part.startswith("\\") else nfc(part) for part in _ESCAPE.split(raw))
    whole = nfc(raw)
    if scalar.style != PLAIN or scalar.text is None:
        return whole
    whole = _without_blanks_at_line_ends(whole)
    if whole.startswith(_NEWLY_SPECIAL) or is_unclear(scalar.text, scalar.form):
        return f'"{whole}"' if not re.search(r'["\\]', whole) else "'" + whole.replace("'", "''") + "'"
    return whole


def _without_blanks_at_line_ends(text: str) -> str:
    *lines, last = text.split("\n")
    return "\n".join([*(line.rstrip(_BLANKS) for line in lines), last])
