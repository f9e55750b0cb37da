"""A document as a tree whose leaves know how they were written and where."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from dvk.importing.comparing.forms import form_of
from dvk.importing.comparing.unprinted import UNPRINTED
from dvk.textfile import Node


@dataclass(frozen=True, slots=True)
class Said:
    """A scalar: the form in which it is compared, how it was written, and its field path there."""

    form: object
    text: str
    path: str


_FIGURE = "value"
"""The one key of which nothing is something: a figure that there is none of."""

Tree: TypeAlias = "Said | list[Tree] | dict[str, Tree]"


def tree_of(kind: str, node: Node, place: str = "", path: str = "") -> Tree:
    """A document, or a part of it, without the keys that are never printed.

    Args:
        kind: the kind of document.
        node: the tree of text, as the reader of files or ``quoted.plain`` gives it.
        place: its path in the schema: ``obligations.before``.
        path: its field path in the document: ``obligations[0].before``.
    """
    if isinstance(node, dict):
        found = {key: (f"{place}.{key}" if place else key) for key in node}
        return {
            key: tree_of(kind, node[key], below, f"{path}.{key}" if path else key)
            for key, below in found.items()
            if below not in UNPRINTED[kind] and (node[key] or key == _FIGURE)
        }
    if isinstance(node, list):
        return [tree_of(kind, item, place, f"{path}[{number}]") for number, item in enumerate(node)]
    return Said(None, "null", path) if node is None else Said(form_of(kind, place, node), node, path)


def forms(tree: Tree) -> object:
    """The forms alone, which can be compared."""
    if isinstance(tree, Said):
        return tree.form
    if isinstance(tree, dict):
        return tuple(sorted((key, forms(item)) for key, item in tree.items()))
    return tuple(forms(item) for item in tree)


def plain_forms(tree: Tree) -> object:
    """The forms in mappings and lists, for reading."""
    if isinstance(tree, Said):
        return tree.form
    if isinstance(tree, dict):
        return {key: plain_forms(item) for key, item in tree.items()}
    return [plain_forms(item) for item in tree]


def shown(tree: Tree) -> str:
    """What a tree says, on one line."""
    return "; ".join(said.text for said in leaves(tree))


def leaves(tree: Tree) -> Iterator[Said]:
    """Every scalar in its order."""
    if isinstance(tree, Said):
        yield tree
    else:
        for item in tree.values() if isinstance(tree, dict) else tree:
            yield from leaves(item)


def path_of(tree: Tree) -> str:
    """The field path of a scalar; of a list or a mapping that of the entry which its scalars stand in."""
    found = next(leaves(tree), None)
    return found.path if found else ""
