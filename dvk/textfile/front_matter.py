"""Markdown with a head in YAML: the text below the head becomes the key ``text`` of the head, line for line."""

from dvk.findings import Mistake, Place

_FENCE = "---"


def as_one_document(text: str) -> str | Mistake:
    """The YAML of a Markdown file: its head, and its body as a block scalar under ``text``.

    Every line keeps its number; those of the body move two columns to the right.
    """
    lines = text.split("\n")
    try:
        end = lines.index(_FENCE, 1) if lines[0].rstrip() == _FENCE else 0
    except ValueError:
        end = 0
    if not end:
        return Mistake("DVK115", place=Place(1, 1))
    body = lines[end + 1 :]
    opening = "text: |2" if any(line.strip() for line in body) else ""
    return "\n".join([*lines[:end], opening, *(f"  {line}" if line.strip() else "" for line in body)])
