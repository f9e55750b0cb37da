"""A new value as YAML: plain where every parser reads the same, else in quotes; several lines as a block."""

import re
from dataclasses import dataclass

from dvk.editing.foreign import is_unclear
from dvk.errors import CannotGoOn
from dvk.textfile import CONTROL
from dvk.vietnamese.text import nfc

TEXT = "text"
_LEADING = frozenset("-?:,[]{}#&*!|>'\"%@`")
_INSIDE = re.compile(r":(?:\s|$)|\s#|\t|^\.\.\.")
_INSIDE_FLOW = re.compile(r"[,\[\]{}:]")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


@dataclass(frozen=True, slots=True)
class Leaf:
    """A new scalar.

    Args:
        text: what it says, in NFC; None is null.
        form: the form of its key, which decides what may stand plain.
        as_block: whether several lines may be written as a block.
    """

    text: str | None
    form: str = TEXT
    as_block: bool = True

    @property
    def has_lines(self) -> bool:
        """Whether it takes a block of lines, where one can stand."""
        return self.as_block and self.text is not None and "\n" in self.text and bool(self.text.strip())

    def read_back(self, *, flow: bool) -> str | None:
        """What the reader finds where it was written: a block ends its last line."""
        return f"{self.text}\n" if self.has_lines and not flow else self.text


def said(field: str, value: str) -> str:
    """The words of a call as a text: in NFC, with plain line ends, none after the last line.

    Raises:
        CannotGoOn: DVK908 if it holds what no file of ours may.
    """
    text = nfc(value).replace("\r\n", "\n").replace("\r", "\n")
    if CONTROL.search(text):
        raise CannotGoOn("DVK908", option=field, typed=value, clear="")
    return text.rstrip("\n")


def in_line(leaf: Leaf, *, flow: bool) -> str:
    """The scalar on one line."""
    if leaf.text is None:
        return "null"
    return leaf.text if _stands_plain(leaf, flow=flow) else quoted(leaf.text)


def in_lines(leaf: Leaf, column: int, step: int) -> tuple[str, list[str]]:
    """The scalar in block style: what stands behind the key, and the lines that follow.

    Args:
        leaf: the scalar.
        column: of the key, or of the dash in front of the entry.
        step: how much further the lines are indented.
    """
    if leaf.text is None or not leaf.has_lines:
        return in_line(leaf, flow=False), []
    lines = leaf.text.split("\n")
    first = next(number for number, line in enumerate(lines) if line.strip())
    told = str(step) if any(lines[:first]) or lines[first][0] in " \t" else ""
    return f"|{told}", [f"{' ' * (column + step)}{line}" if line else "" for line in lines]


def key_text(key: str) -> str:
    """A key as it stands before its colon."""
    return in_line(Leaf(key), flow=True)


def quoted(text: str) -> str:
    """The text in quotes: double ones, unless single ones save escapes."""
    if not re.search(r"[\"\\\n\t]", text):
        return f'"{text}"'
    if re.search(r"['\n\t]", text):
        return '"' + "".join(_ESCAPES.get(character, character) for character in text) + '"'
    return f"'{text}'"


def _stands_plain(leaf: Leaf, *, flow: bool) -> bool:
    text = leaf.text or ""
    if "\n" in text or text != text.strip() or is_unclear(text, leaf.form):
        return False
    negative = is_unclear(text, TEXT)  # typed, and as it is meant: the minus leads no list
    if text[0] in _LEADING and not negative:
        return False
    return not _INSIDE.search(text) and not (flow and _INSIDE_FLOW.search(text))
