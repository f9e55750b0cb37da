"""Text of users and of other files as YAML: whatever it holds, it stays one value, or one comment, on one line."""

import json
import re
import textwrap
import unicodedata
from decimal import Decimal

from dvk.facts import Exact
from dvk.shown import UNSEEN, printable
from dvk.textfile import CONTROL
from dvk.vietnamese.text import nfc

_WORDS_OF_YAML = {"y", "n", "yes", "no", "true", "false", "on", "off", "null", "nan", "inf"}
_PLAIN = re.compile(r"""[^\W_][\w ,.;!?/()&+%#–—“”‘’…"'-]*""")
_IN_NO_NUMBER = re.compile(r"^[^\W\d_]|[^\W\d_a-fox]", re.IGNORECASE)
_LONGEST_SAID = 160
_LONGEST_NAME = 60
_WIDTH = 100
_MOST_LINES = 6
_PLANE = 0xFFFF


def one_line(text: str) -> str:
    """The text in NFC on one line, without the characters that no file may hold."""
    return " ".join(CONTROL.sub(" ", nfc(text)).split())


def scalar(text: str) -> str:
    """A text as a YAML scalar on one line: plain where no parser could take it for anything else, else in quotes."""
    line = one_line(text)
    if _is_plain(line):
        return line
    if line == printable(line):
        return "'" + line.replace("'", "''") + "'"
    return '"' + "".join(_escaped(character) for character in line) + '"'


def quoted(text: str) -> str:
    """A text as a YAML scalar in double quotes: it can hold any character and stays one value."""
    return json.dumps(text, ensure_ascii=False)


def said(text: str) -> str:
    """A text inside a comment: on one line, without what could turn the line around, cut where it is long."""
    line = printable(one_line(text))
    return line if len(line) <= _LONGEST_SAID else f"{line[:_LONGEST_SAID].rstrip()}…"


def wrapped(text: str) -> list[str]:
    """A longer text for several lines of comment, without what could turn a line around."""
    line = printable(one_line(text))
    return textwrap.wrap(line, _WIDTH, max_lines=_MOST_LINES, placeholder=" …", break_on_hyphens=False)


def figure(value: Exact) -> str:
    """A figure as dvk writes it into a file: plain digits, or decimals after a comma, in quotes."""
    if isinstance(value, int):
        return str(value)
    decimals = Decimal(value.numerator) / Decimal(value.denominator)
    return f'"{decimals:f}"'.replace(".", ",")


def _is_plain(line: str) -> bool:
    """Whether every parser takes it for this text: no sign of YAML, no word of YAML, nothing like a number."""
    if not _PLAIN.fullmatch(line) or not _IN_NO_NUMBER.search(line):
        return False
    return " #" not in line and line.casefold() not in _WORDS_OF_YAML


def shortened(name: str) -> str:
    """An id short enough for the name of a file: whole words, as many as fit."""
    if len(name) <= _LONGEST_NAME:
        return name
    return name[: _LONGEST_NAME + 1].rpartition("-")[0] or name[:_LONGEST_NAME]


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if unicodedata.category(character) not in UNSEEN:
        return character
    code = ord(character)
    return f"\\u{code:04X}" if code <= _PLANE else f"\\U{code:08X}"
