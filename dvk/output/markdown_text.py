"""Text of files inside Markdown that a platform shows: it stays text, links nothing and calls nobody."""

import re

from dvk.shown import printable

MOST_OF_A_TEXT = 160
"""Characters of one text of a file that are shown: a longer name is no name."""

_NOTHING_WIDE = "\u200c"
"""A character without width: what stands before and after it is no mention, no number of an issue and no address."""
_MARKUP = re.compile(r"([\\`*_\[\]<>|~$^{}])")
_MENTIONS = re.compile(r"([@#!%~^$&])(?=[\w\"'.@-])")
_OF_BLOCKS = re.compile(r"^(\d*)([-+#.)]+)(?=\s|$)")
_ADDRESSES = re.compile(r"(?i)(:(?=//)|www(?=\.)|\bGH-(?=\d)|:(?=[\w+-]+:))")


def plain(text: str, most: int = MOST_OF_A_TEXT) -> str:
    """A text that Markdown shows as it is, on one line.

    Names of people behind ``@``, ``#123``, ``!12`` and addresses are linked by GitHub and GitLab only after Markdown
    was read, so that no backslash keeps them from it: a character without width does.
    """
    shown = printable(text).strip()
    shown = shown if len(shown) <= most else f"{shown[:most].rstrip()}…"
    shown = _ADDRESSES.sub(rf"\1{_NOTHING_WIDE}", _MENTIONS.sub(rf"\1{_NOTHING_WIDE}", shown))
    return _OF_BLOCKS.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", shown)).replace("&", "&amp;")


def as_rows(headings: list[str], right: list[bool], rows: list[list[str]]) -> list[str]:
    """The lines of a table of cells that are Markdown already."""
    lines = [f"| {' | '.join(headings)} |", f"|{'|'.join('---:' if is_right else '---' for is_right in right)}|"]
    return [*lines, *(f"| {' | '.join(row)} |" for row in rows)]
