"""What has to be written so that a field path leads to a value: a scalar, and the mappings and lists on the way."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from dvk.editing.aims import ONE_MORE, Aim, inside, joined, many, new_entries, nowhere, selector
from dvk.editing.scalars import TEXT, Leaf
from dvk.schemas.shapes import Shape
from dvk.textfile import Node
from dvk.textfile.paths import entry_names, read_key

New: TypeAlias = Leaf | dict[str, "New"] | list["New"]
"""What is to be written: a scalar, a mapping, a list."""


def scalar_at(aim: Aim, leaf: Leaf) -> Leaf:
    """The scalar that takes the place of the node, in the form that belongs there.

    Raises:
        CannotGoOn: DVK914 if the schema has no such key, DVK915 if a mapping or list stands or belongs there.
    """
    if aim.shape is None:
        raise nowhere(aim.field, "", [aim.done], [])
    if isinstance(aim.node, dict | list) or _is_many(aim.shape):
        raise many(aim, aim.shape, aim.done)
    return replace(leaf, form=_form(aim.shape))


def grown(aim: Aim, leaf: Leaf) -> New:
    """What stands where the node is, beside what is there already, once the rest of the path leads to the scalar.

    Raises:
        CannotGoOn: DVK914 where the schema knows no way, DVK915 where it leads to a mapping or list.
    """
    if aim.shape is None or isinstance(aim.node, str):
        raise nowhere(aim.field, "", [aim.done], [aim.done])
    return _Growth(aim, leaf).below(aim.shape, aim.done, aim.rest)


@dataclass(frozen=True, slots=True)
class _Growth:
    aim: Aim
    leaf: Leaf

    def below(self, shape: Shape, done: str, rest: Sequence[str]) -> New:
        if not rest:
            if _is_many(shape):
                raise many(self.aim, shape, done)
            return replace(self.leaf, form=_form(shape))
        if shape.form == "list":
            return [self._entry(shape.inner or Shape(TEXT), done, rest)]
        key = read_key(rest[0])
        below = inside(shape, key) if key else None
        if key is None or below is None:
            raise nowhere(self.aim.field, done, rest, [key.name for key in shape.keys])
        return {key: self.below(below, joined(done, rest[0]), rest[1:])}

    def _entry(self, shape: Shape, done: str, rest: Sequence[str]) -> New:
        if rest[0] == ONE_MORE:
            return self.below(shape, joined(done, ONE_MORE), rest[1:])
        key, named = selector(rest[0]) or ("", "")
        below = inside(shape, key)
        entry = self.below(shape, joined(done, rest[0]), rest[1:]) if below else None
        if below is None or not isinstance(entry, dict) or key in entry:
            wrong = rest if rest[0].startswith("[") else ["", *rest]
            raise nowhere(self.aim.field, done, wrong, self._entries(shape))
        return {key: Leaf(named, _form(below)), **entry}

    def _entries(self, shape: Shape) -> list[str]:
        """The entries that there are, or how one that is not there yet is named."""
        there: Node = self.aim.node
        return entry_names(there) if isinstance(there, list) and there else new_entries(shape)


def _is_many(shape: Shape) -> bool:
    return shape.form in {"mapping", "list"} and not shape.short


def _form(shape: Shape) -> str:
    return TEXT if shape.form in {"mapping", "list"} else shape.form
