"""Where a field stands in the bytes of a file: read again with marks kept, only once somebody asks."""

import re
from array import array
from bisect import bisect_left
from typing import Any, NamedTuple

from dvk.findings import Mistake
from dvk.textfile.building import AWAITED, DROPPED, IN_LIST, Key, TreeBuilder
from dvk.textfile.decoding import decode, place_of
from dvk.textfile.front_matter import as_one_document
from dvk.textfile.nodes import Location, Node
from dvk.textfile.paths import StablePaths, child_at, split_path

_LINE_END = re.compile("\n")


class Span(NamedTuple):
    """Positions in the text: of a key (an empty range where there is none) and of its value."""

    key_start: int
    key_end: int
    start: int
    end: int


def locate(data: bytes, field: str) -> Location | None:
    """Where the node that a stable field path names stands in a file, or its nearest existing parent.

    A scalar is shown at its value, a mapping or list at its key, or at its first entry if it has none. None
    where the bytes hold nothing that can be read. For many fields of one file use one `Locator`.
    """
    return Locator(data).find(field)


def text_of(data: bytes, *, front_matter: bool) -> str | Mistake:
    """The YAML text in the bytes of a file, or why there is none."""
    text = decode(data)
    return text if isinstance(text, Mistake) or not front_matter else as_one_document(text)


class Locator:
    """The places of all fields of one file."""

    def __init__(self, data: bytes, *, front_matter: bool = False) -> None:
        text = text_of(data, front_matter=front_matter)
        self._text = "" if isinstance(text, Mistake) else text
        self._builder = MarkingBuilder(self._text)
        self._builder.build()
        self._paths = StablePaths(next(iter(self._builder.documents), None))
        self._line_ends = [found.start() for found in _LINE_END.finditer(self._text)]

    def find(self, field: str, *, at_key: bool = False) -> Location | None:
        """As `locate`; with ``at_key`` at the key of the field rather than at its value."""
        documents = self._builder.documents
        if not documents:
            return None
        node, span = documents[0], self._builder.span(documents, 0)
        for segment in split_path(field):
            slot = self._paths.slot(node, segment)
            if slot is None:
                break
            span = self._builder.span(node, slot)
            node = child_at(node, slot)
        if at_key and span.key_end > span.key_start:
            return self._location(span.key_start, span.key_end)
        return self._location(*self._shown(node, span))

    def _shown(self, node: Node, span: Span) -> tuple[int, int]:
        """The range to underline for a node."""
        while isinstance(node, dict | list) and node and span.key_end == span.key_start:
            first: str | int = 0 if isinstance(node, list) else next(iter(node))
            span, node = self._builder.span(node, first), child_at(node, first)
        if isinstance(node, dict | list) or span.start == span.end:
            return (span.key_start, span.key_end) if span.key_end > span.key_start else (span.start, span.end)
        return span.start, span.end

    def _location(self, start: int, end: int) -> Location:
        line = bisect_left(self._line_ends, start)
        line_start, line_end = self._bounds(line)
        length = max(min(end, line_end) - start, 1)
        before = self._text[slice(*self._bounds(line - 1))] if line else ""
        return Location(line + 1, start - line_start + 1, length, before, self._text[line_start:line_end])

    def _bounds(self, line: int) -> tuple[int, int]:
        """Where a line, counted from 0, begins and ends in the text."""
        ends = self._line_ends
        return ends[line - 1] + 1 if line > 0 else 0, ends[line] if line < len(ends) else len(self._text)


class MarkingBuilder(TreeBuilder):
    """The same tree, with the span of every node: numbers in one array, found through its container."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._spans = array("I")
        self._numbers: dict[int, array[int]] = {id(self.documents): array("I")}
        self._positions: dict[int, dict[object, int]] = {}
        self._key_span = (0, 0)

    def span(self, container: Node, slot: str | int) -> Span:
        """The span of what stands under a key or position of a container of this tree."""
        position = slot if isinstance(slot, int) else self._position(container, slot)
        first = 4 * self._numbers[id(container)][position]
        return Span(*self._spans[first : first + 4])

    def _position(self, container: Node, key: str) -> int:
        """The place of a key among those of a mapping, which may have many, and grows while it is read."""
        known = self._positions.setdefault(id(container), {})
        if key not in known:
            known.update({name: position for position, name in enumerate(container or ())})
        return known[key]

    def first_line(self, key: str) -> str:
        """The line where ``key`` of the open mapping stands first."""
        return str(place_of(self._text, self.span(self._container, key).key_start).line)

    def _open(self, event: Any, node: Node, first: Key) -> None:
        self._numbers[id(node)] = array("I")
        self._positions.pop(id(node), None)  # of a container that is gone
        super()._open(event, node, first)

    def _scalar(self, event: Any) -> None:
        container, key = self._container, self._key
        super()._scalar(event)
        self._mark(event, container, key)

    def _put(self, event: Any, node: Node) -> None:
        container, key = self._container, self._key
        super()._put(event, node)
        self._mark(event, container, key)

    def _mark(self, event: Any, container: Any, key: Key) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        if key is AWAITED:
            self._key_span = (start, end)
        elif key is not DROPPED:
            self._numbers[id(container)].append(len(self._spans) // 4)
            key_span = (start, start) if key is IN_LIST else self._key_span
            self._spans.extend((*key_span, start, end))
