"""A file as it is written: where and how each node of its tree stands, and edits that leave all else byte for byte."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import Any, NamedTuple

from yaml import events as kinds

from dvk.textfile.building import AWAITED, DROPPED, Key
from dvk.textfile.front_matter import head_lines
from dvk.textfile.nodes import Node, TextFile
from dvk.textfile.paths import child_at
from dvk.textfile.places import MarkingBuilder, text_of

PLAIN = ""
ALIAS = "*"
FLOW_MAPPING, FLOW_LIST = "{", "["
BLOCK_MAPPING, BLOCK_LIST = ":", "-"
LITERAL, FOLDED = "|", ">"
DOUBLE, SINGLE = '"', "'"

_MARK = "\ufeff"
_LINE_END = re.compile(r"\r\n|\r|\n")
_HEADER = re.compile(r"[|>]([-+0-9]{0,2})")


class Written(NamedTuple):
    """How one node is written: positions in the text, and the sign that its style is known by.

    Args:
        key_start: where its key begins; an empty range where there is none.
        key_end: where its key ends.
        start: where the value begins.
        end: where it ends; of a block scalar behind the blank lines after it, of other block styles at ``start``.
        key_style: the style of the key.
        style: the style of the value, one of the constants of this module.
    """

    key_start: int
    key_end: int
    start: int
    end: int
    key_style: str
    style: str


class Splice(NamedTuple):
    """Text to put in the place of a range; new lines end in LF, and are written as those of the file."""

    start: int
    end: int
    text: str


class Sheet:
    """One file with its layout; positions count in ``text``, whose lines all end in LF.

    Args:
        data: the bytes of the file.
        front_matter: whether the YAML is the head of a text in Markdown; only the head can be edited, up to ``limit``,
            and ``below`` is what follows, with the line that closes the head.
    """

    def __init__(self, data: bytes, *, front_matter: bool = False) -> None:
        found = text_of(data, front_matter=front_matter)
        self._data = data
        self._builder = _LayoutBuilder(found if isinstance(found, str) else "")
        self.file = self._builder.build() if isinstance(found, str) else TextFile(None, (found,))
        self.text = found if isinstance(found, str) else ""
        raw = data.decode().removeprefix(_MARK) if isinstance(found, str) else ""
        lines = _LINE_END.sub("\n", raw).split("\n")
        head = head_lines(lines) if front_matter else 0
        self.limit = sum(len(line) + 1 for line in lines[:head]) if head else len(self.text)
        self.below = "\n".join(lines[head:]) if head else ""
        self._pairs = [end.start() - before for before, end in enumerate(re.finditer("\r\n", raw))]

    @property
    def documents(self) -> list[Node]:
        """The container of the root, which stands in it at position 0."""
        return self._builder.documents

    def written(self, container: Node, slot: str | int) -> Written:
        """How the node under a key or position of a container is written."""
        return self._builder.written(container, slot)

    def is_flow(self, container: Node) -> bool:
        """Whether a mapping or list is written between brackets."""
        return id(container) in self._builder.flow_ends

    def flow_end(self, container: Node) -> int:
        """The position behind the closing bracket."""
        return self._builder.flow_ends[id(container)]

    def ending(self, container: Node, slot: str | int) -> tuple[Node, str | int]:
        """The container and the slot of the scalar, or of the brackets, that a node ends with."""
        node = child_at(container, slot)
        if not isinstance(node, dict | list) or not node or self.is_flow(node):
            return container, slot
        return self.ending(node, len(node) - 1 if isinstance(node, list) else next(reversed(node)))

    def last(self, container: Node, slot: str | int) -> int:
        """A position in the last line that belongs to the node, behind all that it says there."""
        container, slot = self.ending(container, slot)
        written = self.written(container, slot)
        node = child_at(container, slot)
        if self.is_flow(node):
            return self.flow_end(node)
        if written.style in {LITERAL, FOLDED}:
            return self._end_of_block(written)
        return max(written.key_end, written.end)

    def unterminated(self) -> Splice | None:
        """What keeps the text of a block scalar in the last line, without a line end, as it is if one follows."""
        start, end, value = self._builder.last_block
        header = _HEADER.search(self.text, start, self.line_end(start)) if value else None
        if header is None or end < len(self.text) or value.endswith("\n") or self.below:
            return None
        return Splice(header.start(1), header.end(1), header[1].strip("+-") + "-")

    def line_start(self, position: int) -> int:
        """Where the line of a position begins."""
        return self.text.rfind("\n", 0, position) + 1

    def line_end(self, position: int) -> int:
        """Where the line of a position ends, before its line end."""
        found = self.text.find("\n", position)
        return len(self.text) if found < 0 else found

    def column(self, position: int) -> int:
        """How many characters stand before a position in its line."""
        return position - self.line_start(position)

    def spliced(self, splices: Iterable[Splice]) -> bytes:
        """The bytes with other text in some places; new lines end as the line there does."""
        raw = self._data.decode()
        pieces = []
        done = 0
        for splice in sorted(splices, key=lambda splice: splice.start):
            start = self._in_bytes(splice.start)
            pieces += [raw[done:start], splice.text.replace("\n", _line_end_at(raw, start))]
            done = self._in_bytes(splice.end)
        return "".join([*pieces, raw[done:]]).encode()

    def _in_bytes(self, position: int) -> int:
        """The same position in the text as it came from the bytes, with byte order mark and all line ends."""
        return position + bisect_left(self._pairs, position) + self._data.startswith(_MARK.encode())

    def _end_of_block(self, written: Written) -> int:
        """Blank lines after a block scalar are its own only where they make a difference."""
        header = _HEADER.search(self.text, written.start, self.line_end(written.start))
        whole = self.text[written.start : written.end]
        if header and "+" in header[1]:
            return written.end - whole.endswith("\n")
        return written.start + len(whole.rstrip("\n"))


def _line_end_at(raw: str, position: int) -> str:
    """How the line of a position ends; the last line like the one above it."""
    found = _LINE_END.search(raw, position)
    return found[0] if found else next(iter(_LINE_END.findall(raw)[-1:]), "\n")


class _LayoutBuilder(MarkingBuilder):
    """The same tree, with the style of every node and the ends of what stands between brackets."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.flow_ends: dict[int, int] = {}
        self.last_block = (0, 0, "")
        self._styles: list[tuple[str, str]] = []
        self._key_style = PLAIN

    def written(self, container: Node, slot: str | int) -> Written:
        """The span and the styles of what stands under a key or position."""
        position = slot if isinstance(slot, int) else self._position(container, slot)
        return Written(*self.span(container, slot), *self._styles[self._numbers[id(container)][position]])

    def _open(self, event: Any, node: Node, first: Key) -> None:
        super()._open(event, node, first)
        self.flow_ends.pop(id(node), None)
        if event.flow_style:
            self.flow_ends[id(node)] = event.end_mark.index

    def _close(self, event: Any) -> None:
        if id(self._container) in self.flow_ends:
            self.flow_ends[id(self._container)] = event.end_mark.index
        super()._close(event)

    def _mark(self, event: Any, container: Any, key: Key) -> None:
        super()._mark(event, container, key)
        style = _style_of(event)
        if style in {LITERAL, FOLDED}:
            self.last_block = (event.start_mark.index, event.end_mark.index, event.value)
        if key is AWAITED:
            self._key_style = style
        elif key is not DROPPED:
            self._styles.append((self._key_style, style))


def _style_of(event: Any) -> str:
    if isinstance(event, kinds.ScalarEvent):
        return event.style or PLAIN
    if isinstance(event, kinds.MappingStartEvent):
        return FLOW_MAPPING if event.flow_style else BLOCK_MAPPING
    if isinstance(event, kinds.SequenceStartEvent):
        return FLOW_LIST if event.flow_style else BLOCK_LIST
    return ALIAS
