"""The bytes of a file as text with plain line ends, or the one reason why they are not text."""

import codecs
import re

from dvk.findings import Mistake, Place

MAX_BYTES = 1_048_576

# YAML 1.1 breaks lines at U+0085, U+2028 and U+2029 where no editor does; a byte order mark inside the text
# is invisible. They are refused with the control characters, so that every line number is the editor's.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_MAY_LEAD_TO_CONTROL = bytes([*range(9), 11, 12, *range(14, 32), 0x7F, 0xC2, 0xEF])

_MARKED = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_UNMARKED = ("UTF-32-LE", "UTF-32-BE", "UTF-16-LE", "UTF-16-BE")
_SAMPLE_BYTES = 1024


def decode(data: bytes) -> str | Mistake:
    r"""The text of a file: UTF-8, its byte order mark dropped, every line end ``\n``; else the mistake.

    Refuses files over 1 MiB (DVK101), other encodings (DVK102) and control characters (DVK103).
    """
    if len(data) > MAX_BYTES:
        return Mistake("DVK101", args={"size": str(len(data))}, place=Place(1, 1))
    try:
        text = _plain(data.decode())
    except UnicodeDecodeError as error:
        return _not_utf8(data, error.start)
    if _may_hold_control(data, text) and (bad := CONTROL.search(text)):
        return _not_utf8(data, 0) if _wide_encoding(data) else _control(text, bad.start())
    return text


def place_of(text: str, index: int) -> Place:
    """Line and column, from 1, of the character at ``index``."""
    return Place(text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


def name_of(character: str) -> str:
    """How a character that cannot be shown is named: ``U+0000``."""
    return f"U+{ord(character):04X}"


def _may_hold_control(data: bytes, text: str) -> bool:
    """Most files hold none of these bytes, and bytes are found four times faster than characters."""
    return len(data.translate(None, _MAY_LEAD_TO_CONTROL)) != len(data) or "\u2028" in text or "\u2029" in text


def _plain(text: str) -> str:
    text = text.removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _control(text: str, index: int) -> Mistake:
    return Mistake("DVK103", args={"character": name_of(text[index])}, place=place_of(text, index))


def _not_utf8(data: bytes, offset: int) -> Mistake:
    encoding = _wide_encoding(data)
    if encoding:
        return Mistake("DVK102", args={"encoding": encoding, "offset": "0"}, place=Place(1, 1))
    before = _plain(data[:offset].decode())
    args = {"encoding": "", "offset": str(offset)}
    return Mistake("DVK102", args=args, place=place_of(before, len(before)))


def _wide_encoding(data: bytes) -> str:
    """``UTF-16`` or ``UTF-32`` where a mark says so or the start reads as clean text in it, else ""."""
    for mark, name in _MARKED:
        if data.startswith(mark):
            return name
    return next((name[:6] for name in _UNMARKED if _reads_as(data[:_SAMPLE_BYTES], name)), "")


def _reads_as(sample: bytes, encoding: str) -> bool:
    """A start in ASCII, as every file of ours has, leaves zero bytes at known places."""
    if b"\0" not in sample[:4]:
        return False
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(sample).replace("\r", "\n")
    except UnicodeDecodeError:
        return False
    return text[:1].isascii() and bool(text) and not CONTROL.search(text)
