"""The fields of a file, by the paths that ``dvk set`` takes: those that it has, and those that it may have."""

from collections.abc import Iterator
from dataclasses import dataclass

from dvk.editing.aims import Step, first_field, inside, is_many, joined, new_entries, shape_of
from dvk.editing.changing import BODY
from dvk.errors import CannotGoOn
from dvk.kinds import KINDS
from dvk.schemas.shapes import Key, Shape
from dvk.textfile import Node, StablePaths, read_text
from dvk.textfile.paths import child_at


@dataclass(frozen=True, slots=True)
class Field:
    """One field that takes a value.

    Args:
        path: its path; ``…`` in it stands for a name to be given.
        value: what it says; None where it is empty, or not there.
        in_file: whether the file has it.
        place: kind and keys, as in ``Key.place``; "" where the schema knows no such key.
    """

    path: str
    value: str | None
    in_file: bool
    place: str


def fields_of(data: bytes, kind: str, path: str) -> list[Field]:
    """The fields of a document: those that it has in their order, then those that it may have.

    Raises:
        CannotGoOn: DVK916 where the form of the file is broken.
    """
    tree = read_text(data, front_matter=KINDS[kind].front_matter).tree
    if tree is None:
        raise CannotGoOn("DVK916", field=path, problem="not_yaml")
    found = _Listing(tree).fields(tree, shape_of(kind), (), kind)
    wanted = [field for field in found if not (KINDS[kind].front_matter and field.path == BODY)]
    return [f for f in wanted if f.in_file] + [f for f in wanted if not f.in_file]


class _Listing:
    def __init__(self, tree: Node) -> None:
        self._paths = StablePaths(tree)

    def fields(self, node: Node, shape: Shape | None, steps: tuple[Step, ...], place: str) -> Iterator[Field]:
        """What stands at and below a node, and what may stand beside it."""
        path = self._paths.path(steps)
        if shape is not None and is_many(shape) and not node:
            yield from _possible(path, shape, place)
        elif not isinstance(node, dict | list):
            yield Field(path, node, in_file=True, place=place)
        else:
            for slot in list(node) if isinstance(node, dict) else range(len(node)):
                below = inside(shape, slot) if shape else None
                yield from self.fields(child_at(node, slot), below, (*steps, slot), _place(shape, slot, place))
            yield from _beside(node, shape, path, place, inside_list=bool(steps) and isinstance(steps[-1], int))


def _beside(node: Node, shape: Shape | None, path: str, place: str, *, inside_list: bool) -> Iterator[Field]:
    """Keys that a mapping has not, but for an entry of a list; one more entry of a list."""
    if isinstance(node, list) and shape is not None and shape.inner:
        yield from _one_more(path, shape.inner, place, whole=True)
    elif isinstance(node, dict) and shape is not None and not inside_list:
        for key in shape.keys:
            if key.name not in node:
                yield from _possible(joined(path, key.name), key.shape, key.place)


def _possible(path: str, shape: Shape, place: str) -> Iterator[Field]:
    """The fields of what is not there."""
    if not is_many(shape):
        yield Field(path, None, in_file=False, place=place)
    elif shape.form == "list" and shape.inner:
        yield from _one_more(path, shape.inner, place, whole=False)
    elif shape.inner:
        yield from _possible(joined(path, "…"), shape.inner, place)
    for key in shape.keys if is_many(shape) else ():
        yield from _possible(joined(path, key.name), key.shape, key.place)


def _one_more(path: str, entry: Shape, place: str, *, whole: bool) -> Iterator[Field]:
    """A new entry of a list: all its keys, or only the first that says something of it."""
    named = joined(path, *new_entries(entry))
    if not is_many(entry):
        yield Field(named, None, in_file=False, place=place)
        return
    naming = {key.name for key in entry.keys if f"[{key.name}=…]" in new_entries(entry)}
    wanted = [key for key in entry.keys if (key.name not in naming if whole else key.name in first_field(entry))]
    for key in wanted:
        yield from _possible(joined(named, key.name), key.shape, key.place)


def _place(shape: Shape | None, slot: Step, place: str) -> str:
    """The place of what stands under a key or as an entry."""
    if isinstance(slot, int) or shape is None:
        return place if shape is not None else ""
    found: Key | None = next((key for key in shape.keys if key.name == slot), None)
    return found.place if found else place if shape.inner else ""
