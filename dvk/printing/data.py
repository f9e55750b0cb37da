"""What a template is filled with: plain texts, lists and mappings, and texts in Markdown marked as such."""

from typing import TypeAlias
from unicodedata import category

from dvk.shown import UNSEEN

Data: TypeAlias = "str | bool | int | list[Data] | dict[str, Data]"
"""A template sees nothing else: no object of ours, nothing that can be called."""

PROSE, LEVEL = "prose", "level"

_SIGNS_OF_LAYOUT = {"\n", "\t", "\u200c", "\u200d"}
_LINE_ENDS = {"\r\n": "\n", "\r": "\n", "\u2028": "\n", "\u2029": "\n"}
_MARKS = range(0xFDD0, 0xFDF0)


def prose(text: str | None, level: int = 2) -> Data:
    """A text in Markdown, printed as paragraphs, lists and tables where its tag stands; "" for none.

    Args:
        text: the Markdown.
        level: what its topmost headings become: 1 is ``I.``, 2 is ``1.``, 3 is ``a)``.
    """
    return {PROSE: text, LEVEL: level} if text else ""


def is_prose(data: Data) -> bool:
    """Whether it is a text in Markdown."""
    return isinstance(data, dict) and data.keys() == {PROSE, LEVEL}


def cleaned(data: Data) -> Data:
    """The same without signs that Word refuses or that turn a line around; line ends are LF."""
    if isinstance(data, str):
        return _cleaned(data)
    if isinstance(data, list):
        return [cleaned(item) for item in data]
    if isinstance(data, dict):
        return {key: cleaned(value) for key, value in data.items()}
    return data


def _cleaned(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    for end, plain in _LINE_ENDS.items():
        text = text.replace(end, plain)
    return "".join(sign for sign in text if sign in _SIGNS_OF_LAYOUT or _is_printed(sign))


def _is_printed(sign: str) -> bool:
    """Whether a sign shows: not the codes that mean nothing to anybody, which stand for texts in ``prose``."""
    return category(sign) not in UNSEEN and ord(sign) not in _MARKS and ord(sign) & 0xFFFE != 0xFFFE  # noqa: PLR2004
