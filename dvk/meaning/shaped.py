"""A node of a document with what its schema says of it, and the form in which it is compared."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from dvk.meaning.forms import form_of
from dvk.schemas.shapes import Key, Shape, keys_of
from dvk.textfile import Node, Tree

ORDERED = frozenset(
    {
        *(f"{kind}.legal_bases" for kind in ("plan", "registration", "report")),
        *(f"{kind}.recipients" for kind in ("plan", "registration", "report")),
        "report.documents_issued",
        "plan.tasks",
        "registration.models.timetable",
        "settings.fields",
        "indicators.indicators",
        "profile.editions.numbering",
        "profile.editions.parts",
    }
)
"""The lists whose order says something: lines printed one below the other, and tables that go by it.

Everywhere else entries have names of their own, or stand in no order: a report that lists houses before people says
the same.
"""


@dataclass(frozen=True)
class Spot:
    """A place in the schema.

    Args:
        place: kind and keys, ``report.own.value``; "" where the schema knows no such key.
        shape: what may stand there; None where it knows none.
        key: the key itself; None for the document and for an entry of a list.
    """

    place: str
    shape: Shape | None
    key: Key | None = None

    @property
    def form(self) -> str:
        """The name of the form of a scalar; "" where the schema knows none."""
        return self.shape.form if self.shape else ""

    def under(self, name: str) -> "Spot":
        """The place of a key of the mapping here."""
        found = self._keys.get(name)
        return found or (self._value if self.shape and self.shape.inner and not self.shape.keys else UNKNOWN)

    def entry(self) -> "Spot":
        """The place of an entry of the list here."""
        return self._value

    @cached_property
    def _keys(self) -> "dict[str, Spot]":
        return {key.name: Spot(key.place, key.shape, key) for key in self.shape.keys} if self.shape else {}

    @cached_property
    def _value(self) -> "Spot":
        """The place of an entry of a list, or of a value under a free key."""
        return Spot(self.place, self.shape.inner if self.shape else None)

    def says_nothing(self, node: Node) -> bool:
        """Whether a node here means what its absence means: empty, or what holds anyway.

        A null that the schema asks for says something: there is no figure.
        """
        if node is None:
            return self.key is None or not self.key.required
        if isinstance(node, dict | list):
            return not node and not (self.key and self.key.required)
        return self.key is not None and self._is_default(node, self.key.default)

    def whole(self, node: Node) -> Node:
        """The same, what was written short (a text where a list or a mapping may stand) written out."""
        if not isinstance(node, str) or self.shape is None or not self.shape.short:
            return node
        if self.shape.form == "list":
            return [self._value.written_out(node)]
        return self.written_out(node)

    def written_out(self, text: str) -> Node:
        """A text as the mapping that it stands for: under its first key that must be there."""
        keys = self.shape.keys if self.shape else ()
        name = next((key.name for key in keys if key.required), "")
        return {name: text} if name else text

    def form_of(self, node: Node) -> object:
        """The form in which two nodes that mean the same are equal; it can be a key of a dict."""
        node = self.whole(node)
        if isinstance(node, dict):
            return "{}", tuple(self.parts_of(node).items())
        if isinstance(node, list):
            return "[]", self._of_list([self.entry().form_of(item) for item in node])
        return None if node is None else form_of(self.form, node)

    def parts_of(self, node: Tree) -> dict[str, object]:
        """The forms of what a mapping says, by its keys in the order of the alphabet."""
        said = ((name, self.under(name), node[name]) for name in sorted(node))
        return {name: at.form_of(value) for name, at, value in said if not at.says_nothing(value)}

    def _of_list(self, forms: list[object]) -> object:
        return tuple(forms) if self.place in ORDERED else frozenset(Counter(forms).items())

    def _is_default(self, text: str, default: str | int) -> bool:
        if default == "":
            return False
        return form_of(self.form, text) == (default if isinstance(default, int) else form_of(self.form, default))


UNKNOWN = Spot("", None)
"""A place that no schema knows: texts there are words."""


@cache
def top_of(kind: str) -> Spot:
    """The place of a whole document of a kind."""
    return Spot(kind, Shape("mapping", keys=keys_of(kind)))


def scalars(node: Node, spot: Spot) -> Iterator[tuple[Spot, str | None]]:
    """Every scalar at and below a node with its place, in the order of the file."""
    if isinstance(node, dict):
        for name, value in node.items():
            yield from scalars(value, spot.under(name))
    elif isinstance(node, list):
        for item in node:
            yield from scalars(item, spot.entry())
    else:
        yield spot, node
