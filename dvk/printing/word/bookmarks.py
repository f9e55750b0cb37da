"""Bookmarks, which Word puts into templates by itself: a loop would print them again and again."""

from typing import Any

from docx.oxml.ns import qn

_ID, _NAME = qn("w:id"), qn("w:name")


def keep_bookmarks_apart(root: Any) -> None:
    """Leave of each bookmark the first alone: Word wants every number and every name once."""
    for tag, keys in (("w:bookmarkStart", (_ID, _NAME)), ("w:bookmarkEnd", (_ID,))):
        seen: set[tuple[str, str | None]] = set()
        for mark in list(root.iter(qn(tag))):
            named = {(key, mark.get(key)) for key in keys}
            if named & seen:
                mark.getparent().remove(mark)
            seen |= named
