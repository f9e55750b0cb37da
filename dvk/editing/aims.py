"""Where a field path leads in a file, and which field is meant where it leads nowhere."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from dvk.errors import CannotGoOn
from dvk.schemas.shapes import Shape, keys_of
from dvk.textfile import LIST_KEYS, Node, Sheet, StablePaths
from dvk.textfile.paths import child_at, entry_names, split_path
from dvk.vietnamese.text import nearest, nfc

Step: TypeAlias = str | int
Spot: TypeAlias = tuple[Node, Step]
"""A mapping or list, and a key or position in it."""

_SELECTOR = re.compile(r"\[(\w+)=(.*)\]", re.DOTALL)
ONE_MORE = "[+]"
"""The segment for one more entry at the end of a list."""

_MOST_NAMED = 12
_MOST_SHOWN = 4


class OddLayoutError(Exception):
    """The field is written in a way that is not edited: a key behind a ``?``, an anchor or a tag, brackets left out."""


@dataclass(frozen=True, slots=True)
class Aim:
    """The deepest node of a file that a field path leads to.

    Args:
        field: the path as it was given.
        done: the part of it that leads there, as paths are written.
        trail: from the root, which stands in the list of documents, down to the node: where each stands.
        node: the node itself.
        shape: what the schema lets stand there; None where it knows no such key.
        rest: the segments that lead further than the file.
    """

    field: str
    done: str
    trail: tuple[Spot, ...]
    node: Node
    shape: Shape | None
    rest: tuple[str, ...]

    @property
    def steps(self) -> tuple[Step, ...]:
        """Keys and positions from the root to the node."""
        return tuple(step for _, step in self.trail[1:])


def aim_at(sheet: Sheet, kind: str, field: str) -> Aim:
    """Follow a stable field path into a file, as far as the file goes."""
    paths = StablePaths(sheet.file.tree)
    node: Node = sheet.file.tree
    shape: Shape | None = shape_of(kind)
    trail: list[Spot] = [(sheet.documents, 0)]
    segments = [nfc(segment) for segment in split_path(field)]
    for segment in segments:
        slot = paths.slot(node, segment)
        slot = paths.slot(node, _as_named(segment)) if slot is None else slot
        if slot is None:
            break
        trail.append((node, slot))
        shape = inside(shape, slot) if shape else None
        node = child_at(node, slot)
    done = paths.path([step for _, step in trail[1:]])
    return Aim(field, done, tuple(trail), node, shape, tuple(segments[len(trail) - 1 :]))


@cache
def shape_of(kind: str) -> Shape:
    """What the schema lets a whole document of a kind be."""
    return Shape("mapping", keys=keys_of(kind))


def inside(shape: Shape, step: Step) -> Shape | None:
    """What the schema lets stand under a key, or as an entry of a list; None where it knows no such thing."""
    if isinstance(step, int):
        return shape.inner if shape.form == "list" else None
    if shape.form != "mapping":
        return None
    return next((key.shape for key in shape.keys if key.name == step), shape.inner)


def selector(segment: str) -> tuple[str, str] | None:
    """The key and the text of ``[key=text]``, the text in quotes or not, if the key can name an entry."""
    found = _SELECTOR.fullmatch(segment)
    if found is None or found[1] not in LIST_KEYS:
        return None
    key, text = found.groups()
    if not text.startswith('"'):
        return key, text
    try:
        return key, str(json.loads(text, strict=False))
    except ValueError:
        return None


def _as_named(segment: str) -> str:
    """A selector as paths write it: what a person leaves without quotes may need them."""
    found = selector(segment)
    return entry_names([{found[0]: found[1]}])[0] if found else segment


def nowhere(field: str, done: str, rest: Sequence[str], choices: Sequence[str]) -> CannotGoOn:
    """That a path leads nowhere, with the paths that are near.

    Args:
        field: the path as it was given.
        done: the part of it that leads somewhere.
        rest: the segments after that; the first of them is wrong.
        choices: what could stand in its place.
    """
    wrong, *further = rest or [""]
    near = nearest(wrong, choices) or (choices if len(choices) <= _MOST_NAMED else ())
    paths = [joined(done, choice, *further) for choice in near]
    return CannotGoOn("DVK914", field=field, near=" / ".join(paths), which=_told_of(paths))


def not_in_file(aim: Aim) -> CannotGoOn:
    """That the file has no such field, with those that it has."""
    choices: list[str] = []
    if isinstance(aim.node, list):
        choices = entry_names(aim.node)
    elif isinstance(aim.node, dict):
        choices = list(aim.node)
    return nowhere(aim.field, aim.done, aim.rest, choices)


def many(aim: Aim, shape: Shape, done: str) -> CannotGoOn:
    """That a mapping or list stands, or belongs, where one value was given, with the fields in it."""
    if shape.form == "list" and shape.inner:
        there = entry_names(aim.node) if isinstance(aim.node, list) and not aim.rest else []
        entries = [*new_entries(shape.inner), *there]
        paths = [joined(done, entry, *first_field(shape.inner)) for entry in entries]
    else:
        paths = [joined(done, key.name) for key in shape.keys]
    shown = [*paths[:_MOST_SHOWN], *["…"] * (len(paths) > _MOST_SHOWN)]
    return CannotGoOn("DVK915", field=aim.field, found=shape.form, clear=" / ".join(shown), which=_told_of(shown))


def _told_of(paths: Sequence[str]) -> str:
    """The word for what ``[+]`` is, where a path has it."""
    return "one_more" if any(ONE_MORE in path for path in paths) else ""


def new_entries(shape: Shape) -> list[str]:
    """How an entry that is not there yet is named: by the first key that can name one, else as one more."""
    return [f"[{key.name}=…]" for key in shape.keys if key.name in LIST_KEYS][:1] or [ONE_MORE]


def first_field(shape: Shape) -> list[str]:
    """The first key of an entry that takes a value, those that name it last; nothing where it is a value itself."""
    single = [key.name for key in shape.keys if not is_many(key.shape)]
    return sorted(single, key=lambda name: name == "name" or f"[{name}=…]" in new_entries(shape))[:1]


def is_many(shape: Shape) -> bool:
    """Whether a mapping or list belongs there, and no single value may stand in its place."""
    return shape.form in {"mapping", "list"} and not shape.short


def joined(done: str, *segments: str) -> str:
    """A path with more segments."""
    for segment in segments:
        done += segment if segment.startswith("[") or not done else f".{segment}"
    return done
