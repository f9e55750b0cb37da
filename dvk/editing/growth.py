"""What has to be written so that a field path leads to a value: a scalar, and the mappings and lists on the way."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from dvk.editing.aims import (
    ONE_MORE,
    Aim,
    first_field,
    inside,
    is_many,
    joined,
    many,
    new_entries,
    nowhere,
    selector,
)
from dvk.editing.scalars import TEXT, Leaf
from dvk.errors import CannotGoOn
from dvk.schemas.shapes import Shape
from dvk.textfile.paths import entry_names, read_key
from dvk.vietnamese.text import nearest

New: TypeAlias = Leaf | dict[str, "New"] | list["New"]
"""What is to be written: a scalar, a mapping, a list."""


def scalar_at(aim: Aim, leaf: Leaf) -> Leaf:
    """The scalar that takes the place of the node, in the form that belongs there.

    Raises:
        CannotGoOn: DVK914 if the schema has no such key, DVK915 if a mapping or list stands or belongs there.
    """
    if aim.shape is None:
        raise nowhere(aim.field, "", [aim.done], [])
    if isinstance(aim.node, dict | list) or is_many(aim.shape):
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
            if is_many(shape):
                raise many(self.aim, shape, done)
            return replace(self.leaf, form=_form(shape))
        if shape.form == "list":
            return [self._entry(shape.inner or Shape(TEXT), done, rest)]
        if not shape.keys and shape.inner is None:
            raise nowhere(self.aim.field, "", [done], [done])
        key = read_key(rest[0])
        below = inside(shape, key) if key else None
        if key is None or below is None:
            raise nowhere(self.aim.field, done, rest, [key.name for key in shape.keys])
        return {key: self.below(below, joined(done, rest[0]), rest[1:])}

    def _entry(self, shape: Shape, done: str, rest: Sequence[str]) -> New:
        if rest[0] == ONE_MORE or self._is_next(shape, done, rest):
            return self.below(shape, joined(done, ONE_MORE), rest[1:])
        key, named = selector(rest[0]) or ("", "")
        below = inside(shape, key)
        entry = self.below(shape, joined(done, rest[0]), rest[1:]) if below else None
        if below is None or not isinstance(entry, dict) or key in entry:
            raise self._misnamed(shape, done, rest)
        return {key: Leaf(named, _form(below)), **entry}

    def _is_next(self, shape: Shape, done: str, rest: Sequence[str]) -> bool:
        """Whether a position stands for the entry after the last one, of a list where no name has to be given first."""
        if rest[0] != f"[{len(self._there(done))}]":
            return False
        new = new_entries(shape)[0]
        return new == ONE_MORE or (len(rest) > 1 and new == f"[{read_key(rest[1])}=…]")

    def _misnamed(self, shape: Shape, done: str, rest: Sequence[str]) -> CannotGoOn:
        """That a list has no such entry, with those that it has, or how one that is not there yet is named."""
        there, new = self._there(done), new_entries(shape)
        choices = [*there, *new] if new == [ONE_MORE] else there or new
        wrong, further = rest[0], rest[1:]
        if not wrong.startswith("["):
            key = read_key(wrong) or ""
            if inside(shape, key):
                wrong, further = "", rest
            elif new != [ONE_MORE]:
                wrong = _named_like(new[0], key)
                choices = _of_that_name(wrong, there)
        further = further if _takes_value(shape, further) else first_field(shape)
        return nowhere(self.aim.field, done, [wrong, *further], choices)

    def _there(self, done: str) -> list[str]:
        """The entries of the list that the path leads to, by their names."""
        node = self.aim.node
        return entry_names(node) if isinstance(node, list) and done == self.aim.done else []


def _named_like(new: str, name: str) -> str:
    """The segment for an entry of that name, as ``[indicator=…]`` says how one is named."""
    key, _ = selector(new) or ("", "")
    return entry_names([{key: name}])[0]


def _of_that_name(segment: str, there: Sequence[str]) -> list[str]:
    """The segment, and the entry whose name looks most like its own, if none is called so."""
    if segment in there:
        return [segment]
    names = {(selector(entry) or ("", ""))[1]: entry for entry in there}
    near = nearest((selector(segment) or ("", ""))[1], names, most=1)
    return [*(names[name] for name in near), segment]


def _takes_value(shape: Shape | None, rest: Sequence[str]) -> bool:
    """Whether the schema knows the way, and a value may stand at its end."""
    for segment in rest:
        if shape is not None:
            shape = inside(shape, 0 if segment.startswith("[") else read_key(segment) or "")
    return shape is not None and not is_many(shape)


def _form(shape: Shape) -> str:
    return TEXT if shape.form in {"mapping", "list"} else shape.form
