"""The table of a PDF font that says which letters its codes stand for."""

import re
from collections.abc import Iterator

_MOST = 70_000
_LARGEST = 4 << 20
_PART, _END = b"beginbf", b"endbf"
_SINGLE = b"char"
_WORD = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")
_PAIRS = 2


def character_map(stream: bytes) -> dict[int, str]:
    """The text of each code; what is broken in the table is left out."""
    found: dict[int, str] = {}
    for part in stream[:_LARGEST].split(_PART)[1:]:
        words = list(_words(part.partition(_END)[0]))
        for code, text in _single(words) if part.startswith(_SINGLE) else _ranges(words):
            found[code] = text
            if len(found) > _MOST:
                return found
    return found


def _words(text: bytes) -> Iterator[bytes | str]:
    """The bytes of each code, and the brackets around lists of them."""
    for word in _WORD.finditer(text):
        if word.group(1) is None:
            yield "[" if word.group(2) else "]"
            continue
        digits = b"".join(word.group(1).split())
        yield bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())


def _single(words: list[bytes | str]) -> Iterator[tuple[int, str]]:
    codes = [word for word in words if isinstance(word, bytes)]
    for code, text in zip(codes[::2], codes[1::2], strict=False):
        yield int.from_bytes(code, "big"), _text(text)


def _ranges(words: list[bytes | str]) -> Iterator[tuple[int, str]]:
    at = 0
    while at + _PAIRS < len(words):
        first, last, start = words[at : at + 3]
        if isinstance(first, str) or isinstance(last, str):
            at += 1
            continue
        low, high = int.from_bytes(first, "big"), int.from_bytes(last, "big")
        if isinstance(start, bytes):
            yield from _counted_on(low, min(high, low + _MOST), start)
            at += 3
            continue
        at += 3
        while at < len(words) and isinstance(word := words[at], bytes):
            yield low, _text(word)
            low, at = low + 1, at + 1


def _counted_on(low: int, high: int, start: bytes) -> Iterator[tuple[int, str]]:
    """The last unit of the text counts on with the code."""
    value = int.from_bytes(start, "big")
    for code in range(low, high + 1):
        yield code, _text((value + code - low).to_bytes(len(start) + 1, "big")[-len(start) :] if start else b"")


def _text(code: bytes) -> str:
    return (code if len(code) > 1 else b"\0" + code).decode("utf-16-be", "replace") if code else ""
