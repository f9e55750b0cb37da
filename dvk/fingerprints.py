"""The fingerprint of what a document says, by which a stamp knows whether it was changed later.

It is taken of the text tree: comments, quotes, line ends, and the order of keys are no part of it. A document without a
key that a later version of dvk knows has the tree that it always had, and the prefix says how it was taken.
"""

import hashlib
import json

from dvk.textfile import Tree

_VERSION = "v1"
ABOUT_THE_WAY = frozenset({"state", "stamps", "returns"})
"""Keys that say how far a document has come, which those above may write."""


def content(tree: Tree) -> Tree:
    """What a document says, without what says how far it has come."""
    return {key: value for key, value in tree.items() if key not in ABOUT_THE_WAY}


def fingerprint(tree: Tree) -> str:
    """The version of this function and 64 hexadecimal digits (SHA-256 of the content as JSON, keys in their order)."""
    text = json.dumps(content(tree), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{_VERSION}:{hashlib.sha256(text.encode()).hexdigest()}"
