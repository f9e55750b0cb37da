"""Which letters the bytes of a plain text stand for: Unicode, else the old encodings of Vietnamese."""

import re

from dvk.importing.papers.unreadable import Unreadable
from dvk.vietnamese.legacy_fonts import Legacy, from_legacy, legacy_encoding
from dvk.vietnamese.syllables import is_syllable
from dvk.vietnamese.text import nfc

_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_WORD = re.compile(r"[^\W\d_]+")
_WESTERN = "latin-1"
_LOOKED_AT = 100_000
_MOST_REPLACED = 0.02


def decoded(contents: bytes) -> tuple[str, tuple[Legacy, ...]]:
    """The text in NFC, and the old encoding that it was turned from.

    UTF-8, with or without a mark; UTF-16 and UTF-32 with one; then Windows-1258, TCVN3 and VNI, whichever of them
    gives Vietnamese words. A text that was saved as Unicode and still is in an old encoding is turned, too.

    Raises:
        Unreadable: where it is no text.
    """
    text = _unicode(contents)
    if text is None:
        return _old(contents)
    if "\0" in text:
        raise Unreadable("DVK943", what="no_text")
    encoding = legacy_encoding(text)
    return (from_legacy(text, encoding), (encoding,)) if encoding else (nfc(text), ())


def _unicode(contents: bytes) -> str | None:
    for mark, name in _MARKS:
        if contents.startswith(mark):
            return contents.decode(name, "replace")
    try:
        return contents.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _nearly_utf8(contents)


def _nearly_utf8(contents: bytes) -> str | None:
    """A text in UTF-8 of which a few bytes are lost, such as one that was cut off in the middle of a letter."""
    text = contents.decode("utf-8-sig", "replace")
    letters = sum(1 for character in text if not character.isascii())
    return text if text.count("\ufffd") <= letters * _MOST_REPLACED or _is_cut_off(contents) else None


def _is_cut_off(contents: bytes) -> bool:
    try:
        contents.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        return wrong.start >= len(contents) - 3 and not contents[: wrong.start].isascii()
    return False


def _old(contents: bytes) -> tuple[str, tuple[Legacy, ...]]:
    western = contents.decode(_WESTERN)
    choices: list[tuple[str, tuple[Legacy, ...]]] = [(nfc(contents.decode("cp1258", "replace")), ())]
    choices += [(from_legacy(western, encoding), (encoding,)) for encoding in ("TCVN3", "VNI")]
    return max(choices, key=lambda choice: _vietnamese(choice[0]))


def _vietnamese(text: str) -> int:
    """How many of the words that are not plain ASCII are spelt as Vietnamese ones, less those that are not."""
    words = [word for word in _WORD.findall(text[:_LOOKED_AT]) if not word.isascii()]
    return sum(1 if is_syllable(word) else -1 for word in words)
