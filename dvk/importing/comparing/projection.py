"""What of a document a paper shows: the tree of it, made alike for the YAML and for what was read back."""

from collections.abc import Callable, Mapping

from dvk.importing.comparing.nodes import Tree, plain_forms, tree_of
from dvk.importing.comparing.plans import plan_tree
from dvk.importing.comparing.registrations import registration_tree
from dvk.importing.comparing.reports import report_tree
from dvk.importing.comparing.shared import Shaping, document_fields
from dvk.importing.known import Known
from dvk.importing.quoted import Draft, plain
from dvk.textfile import Node

_SHAPES: Mapping[str, Callable[[dict[str, Tree], Shaping], dict[str, Tree]]] = {
    "plan": plan_tree,
    "registration": registration_tree,
    "report": report_tree,
}


def read_fields(kind: str, draft: Mapping[str, Draft], known: Known) -> object:
    """The same of what was read from a paper; see ``printed_fields``."""
    return plain_forms(read_tree(kind, draft, known))


def read_tree(kind: str, draft: Mapping[str, Draft], known: Known) -> dict[str, Tree]:
    """The tree of what was read from a paper; its state is nothing that the paper said."""
    said = plain(draft)
    return (
        printed_tree(kind, {key: item for key, item in said.items() if key != "state"}, known)
        if isinstance(said, dict)
        else {}
    )


def printed_fields(kind: str, document: Mapping[str, Node], known: Known) -> object:
    """The fields of a document that are printed, each in one form however it was typed.

    Args:
        kind: ``plan``, ``registration`` or ``report``.
        document: its tree of text, as the reader of files gives it.
        known: what its ids mean.
    """
    return plain_forms(printed_tree(kind, document, known))


def printed_tree(kind: str, document: Mapping[str, Node], known: Known) -> dict[str, Tree]:
    """The same as a tree that knows how each scalar was written and where."""
    shaping = Shaping(kind, document, known)
    tree = tree_of(kind, dict(document))
    if not isinstance(tree, dict):
        return {}
    return _SHAPES[kind](document_fields(tree, shaping), shaping)
