"""``dvk set``: values put into one file, and what it says afterwards compared with what was asked."""

import copy
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dvk.editing.aims import Aim, OddLayoutError, Step, aim_at, not_in_file
from dvk.editing.growth import New, grown, scalar_at
from dvk.editing.scalars import Leaf, said
from dvk.editing.splicing import in_flow, removed, replaced, with_entry, with_key
from dvk.errors import CannotGoOn
from dvk.kinds import KINDS
from dvk.textfile import Node, Sheet, Splice, Tree
from dvk.textfile.paths import child_at

BODY = "text"
"""The key under which the reader gives the text below a head."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing to change.

    Args:
        field: a stable field path.
        value: the words to put there; None is null.
        remove: whether to take the field away instead.
    """

    field: str
    value: str | None = None
    remove: bool = False


class EditError(Exception):
    """A bug of ours: a file would not say what was asked, or would say something else besides."""


def changed(data: bytes, kind: str, changes: Iterable[Change]) -> bytes:
    """The bytes of a document of a kind with the changes made one after the other, all else byte for byte the same.

    Raises:
        CannotGoOn: DVK914 for a field that leads nowhere, DVK915 for one that is a mapping or list, DVK916 for a file
            or a layout that cannot be edited, DVK908 for a value that no file may hold.
        EditError: where the result reads differently from what was asked.
    """
    for change in changes:
        data = _with(data, kind, change)
    return data


def _with(data: bytes, kind: str, change: Change) -> bytes:
    sheet = _sheet(data, kind)
    if sheet.file.tree is None:
        raise CannotGoOn("DVK916", field=change.field, problem="not_yaml")
    if KINDS[kind].front_matter and change.field == BODY:
        raise CannotGoOn("DVK916", field=change.field, problem="below_head")
    aim = aim_at(sheet, kind, change.field)
    text = None if change.value is None else said(change.field, change.value)
    for as_block in (True, False):  # a block of lines would take in a comment, or blanks, that stand far to the right
        wanted = copy.deepcopy(sheet.file.tree)
        leaf = None if change.remove else Leaf(text, as_block=as_block)
        after = sheet.spliced(_splices(sheet, aim, leaf, wanted))
        if _sheet(after, kind).file.tree == wanted:
            return after
    if any(mistake.code != "DVK112" for mistake in sheet.file.mistakes):
        raise CannotGoOn("DVK916", field=change.field, problem="not_yaml")
    raise EditError(f"{change.field}: the file would not say what was asked")


def _sheet(data: bytes, kind: str) -> Sheet:
    return Sheet(data, front_matter=KINDS[kind].front_matter)


def _splices(sheet: Sheet, aim: Aim, leaf: Leaf | None, wanted: Tree) -> list[Splice]:
    """The edit of the file, without a scalar a removal; the tree that it wants is changed alike."""
    try:
        if leaf is None:
            return _removal(sheet, aim, wanted)
        return _addition(sheet, aim, grown(aim, leaf), wanted) if aim.rest else _edit(sheet, aim, leaf, wanted)
    except OddLayoutError:
        raise CannotGoOn("DVK916", field=aim.field, problem="odd_layout") from None


def _removal(sheet: Sheet, aim: Aim, wanted: Tree) -> list[Splice]:
    if aim.rest or not aim.steps:
        raise not_in_file(aim)
    if len(aim.steps) == 1 and len(wanted) == 1:
        raise CannotGoOn("DVK916", field=aim.field, problem="only_key")
    del _at(wanted, aim.steps[:-1])[aim.steps[-1]]
    return removed(sheet, aim)


def _edit(sheet: Sheet, aim: Aim, leaf: Leaf, wanted: Tree) -> list[Splice]:
    leaf = scalar_at(aim, leaf)
    value = _plain(leaf, flow=in_flow(sheet, aim))
    if value == aim.node:
        return []
    _at(wanted, aim.steps[:-1])[aim.steps[-1]] = value
    return replaced(sheet, aim, leaf)


def _addition(sheet: Sheet, aim: Aim, new: New, wanted: Tree) -> list[Splice]:
    """What the path goes on to is added to the mapping or list that is there, or put where nothing is."""
    value = _plain(new, flow=in_flow(sheet, aim))
    if isinstance(aim.node, dict) and isinstance(new, dict):
        _at(wanted, aim.steps).update(value)
        return with_key(sheet, aim, new, [key.name for key in aim.shape.keys] if aim.shape else [])
    if isinstance(aim.node, list) and isinstance(new, list):
        _at(wanted, aim.steps).extend(value)
        return with_entry(sheet, aim, new[0])
    _at(wanted, aim.steps[:-1])[aim.steps[-1]] = value
    return replaced(sheet, aim, new)


def _at(tree: Node, steps: Iterable[Step]) -> Any:
    """What the steps lead to."""
    for step in steps:
        tree = child_at(tree, step)
    return tree


def _plain(new: New, *, flow: bool) -> Any:
    """What the reader finds where something new was written."""
    if isinstance(new, dict):
        return {key: _plain(value, flow=flow) for key, value in new.items()}
    if isinstance(new, list):
        return [_plain(entry, flow=flow) for entry in new]
    return new.read_back(flow=flow)
