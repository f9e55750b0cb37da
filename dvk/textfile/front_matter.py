"""Markdown with a head in YAML: the text below the head becomes the key ``text`` of the head, line for line."""

from dvk.findings import Mistake, Place

_FENCE = "---"


def as_one_document(text: str) -> str | Mistake:
    """The YAML of a Markdown file: its head, and its body as a block scalar under ``text``.

    Every line keeps its number; those of the body move two columns to the right.
    """
    lines = text.split("\n")
    end = head_lines(lines)
    if not end:
        return Mistake("DVK115", place=Place(1, 1))
    body = lines[end + 1 :]
    if not any(line.strip() for line in body):
        return "\n".join([*lines[:end], ""])
    return "\n".join([*lines[:end], "text: |2", *(f"  {line}" if line.strip() else "" for line in body)])


def head_lines(lines: list[str]) -> int:
    """How many lines stand before the one that closes the head; 0 where there is no head."""
    try:
        return lines.index(_FENCE, 1) if lines[0].rstrip() == _FENCE else 0
    except ValueError:
        return 0
