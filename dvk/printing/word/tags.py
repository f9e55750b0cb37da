"""Which tag of a template an error is about, and in which paragraph a clerk finds it."""

import re
import traceback
from typing import Any

from docx.oxml.ns import qn

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_HALF = re.compile(r"\{[{%#]|[}%#]\}")
_XML_TAG = re.compile(r"<[^>]+>")
_QUOTED = re.compile(r"'([^']+)'")
_EDGES = re.compile(r"^\{[{%#](?:p|tr|tc|r)?(?=\s)|[}%#]\}$|[\s-]+")
_OPENING = re.compile(r"\{%-?\s*(for|if|filter|with|set)\b")
_CLOSING = re.compile(r"\{%-?\s*end(for|if|filter|with|set)\b")
_CURLY = str.maketrans("“”‘’", "\"\"''")
_TEMPLATE = "<template>"
LONGEST_SHOWN = 80


def blamed(problem: Exception, source: str) -> str:
    """The tag that an error is about, as typed; "" where none can be named.

    Args:
        problem: what jinja or the tag's own words ran into.
        source: the template as jinja saw it, one paragraph a line.
    """
    line = getattr(problem, "lineno", None) or _line_of(problem)
    if "Unexpected end of template" in str(problem):
        return shown(_never_closed(source))
    lines = source.split("\n")
    if line is None or not 0 < line <= len(lines):
        return ""
    tags = TAG.findall(_XML_TAG.sub("", lines[line - 1]))
    named = [name for name in _QUOTED.findall(str(problem)) if any(name in tag for tag in tags)]
    return shown(next((tag for name in named[::-1] for tag in tags if name in tag), tags[0] if tags else ""))


def placed(tag: str, body: Any) -> tuple[int, str]:
    """The paragraph of the body that holds a tag, counted from 1, and the tag as typed there; 0 where none does."""
    wanted = inside(tag)
    for number, paragraph in enumerate(body.iter(qn("w:p")), 1):
        text = "".join(node.text or "" for node in paragraph.iter(qn("w:t")))
        for found in TAG.findall(text) if wanted else ():
            if inside(found).startswith(wanted):
                return number, shown(found)
    return unbalanced(body) or (0, tag)


def unbalanced(root: Any) -> tuple[int, str] | None:
    """The first paragraph with a brace that is not closed in it, or that nothing opens, and its words from there on."""
    for number, paragraph in enumerate(root.iter(qn("w:p")), 1):
        rest = TAG.sub("", "".join(node.text or "" for node in paragraph.iter(qn("w:t"))))
        found = _HALF.search(rest)
        if found:
            return number, shown(rest[found.start() :])
    return None


def _line_of(problem: Exception) -> int | None:
    lines = [frame.lineno for frame in traceback.extract_tb(problem.__traceback__) if frame.filename == _TEMPLATE]
    return lines[-1] if lines else None


def _never_closed(source: str) -> str:
    """The last tag that opens something which nothing closes."""
    opened: list[str] = []
    for tag in TAG.findall(_XML_TAG.sub("", source)):
        if _OPENING.match(tag):
            opened.append(tag)
        elif _CLOSING.match(tag) and opened:
            opened.pop()
    return opened[-1] if opened else ""


def shown(tag: str) -> str:
    """A tag on one line, no longer than a sentence can carry."""
    return " ".join(tag.split())[:LONGEST_SHOWN]


def inside(tag: str) -> str:
    """The words of a tag without its braces, with plain quotes, so that two spellings of it are the same."""
    return _EDGES.sub("", tag.translate(_CURLY).strip())
