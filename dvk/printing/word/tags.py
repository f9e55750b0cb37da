"""The tags of a template as jinja reads them, and which of them an error is about."""

import re
import traceback

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
XML_TAG = re.compile(r"<[^>]+>")
_QUOTED = re.compile(r"'([^']+)'")
_EDGES = re.compile(r"^\{[{%#](?:p|tr|tc|r)?(?=\s)|[}%#]\}$|[\s-]+")
_CURLY = str.maketrans("“”‘’", "\"\"''")
_TEMPLATE = "<template>"
LONGEST_SHOWN = 80


def a_tag_a_line(source: str) -> str:
    """A template as jinja reads it with every tag on a line of its own: jinja, which knows lines alone, names the tag.

    It serves for looking at tags alone: filled, it would give other words.
    """
    return TAG.sub(r"\n\g<0>", source)


def blamed(problem: Exception, source: str) -> tuple[int, str]:
    """The line and the tag that an error is about, as jinja reads it; 0 and "" where none can be named.

    Args:
        problem: what jinja or the tag's own words ran into.
        source: the template as jinja saw it, one paragraph a line.
    """
    line = getattr(problem, "lineno", None) or _line_of(problem)
    lines = source.split("\n")
    if line is None or not 0 < line <= len(lines):
        return 0, ""
    tags = TAG.findall(XML_TAG.sub("", lines[line - 1]))
    named = [name for name in _QUOTED.findall(str(problem)) if any(name in tag for tag in tags)]
    return line, next((tag for name in named[::-1] for tag in tags if name in tag), tags[0] if tags else "")


def _line_of(problem: Exception) -> int | None:
    lines = [frame.lineno for frame in traceback.extract_tb(problem.__traceback__) if frame.filename == _TEMPLATE]
    return lines[-1] if lines else None


def shown(tag: str) -> str:
    """A tag on one line, no longer than a sentence can carry."""
    return " ".join(tag.split())[:LONGEST_SHOWN]


def inside(tag: str) -> str:
    """The words of a tag without its braces, with plain quotes, so that two spellings of it are the same."""
    return _EDGES.sub("", tag.translate(_CURLY).strip())
