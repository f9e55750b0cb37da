"""Bytes of a YAML file ↔ a tree of text: the only package that knows PyYAML.

``read_text`` types nothing: every scalar stays the text that was written, and the schema decides what it
means. ``locate`` reads the bytes again to say where a field stands.
"""

from dvk.findings import Mistake
from dvk.textfile.building import TreeBuilder
from dvk.textfile.decoding import CONTROL
from dvk.textfile.layout import Sheet, Splice
from dvk.textfile.nodes import Location, Node, TextFile, Tree
from dvk.textfile.paths import LIST_KEYS, StablePaths, stable_path, value_at
from dvk.textfile.places import Locator, MarkingBuilder, locate, text_of

__all__ = [
    "CONTROL",
    "LIST_KEYS",
    "Location",
    "Locator",
    "Node",
    "Sheet",
    "Splice",
    "StablePaths",
    "TextFile",
    "Tree",
    "locate",
    "read_text",
    "stable_path",
    "value_at",
]


def read_text(data: bytes, *, front_matter: bool = False) -> TextFile:
    """The tree of text in the bytes of one file, with every mistake of its form.

    A byte order mark and the kind of line ends make no difference; scalars are in NFC; a plain empty scalar,
    ``~`` and ``null`` are None, a quoted ``""`` is text. No mistake raises: see the codes DVK101 to DVK115. With
    ``front_matter`` the file is Markdown below a head in YAML, and the Markdown is the key ``text``.
    """
    text = text_of(data, front_matter=front_matter)
    if isinstance(text, Mistake):
        return TextFile(None, (text,))
    builder = TreeBuilder(text)
    found = builder.build()
    if builder.wants_lines:
        # A duplicate key names the line of the first; lines cost time, so only this second pass keeps them.
        return MarkingBuilder(text).build()
    return found
