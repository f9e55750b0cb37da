"""What an edit changes in a file: its lines before and after."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from dvk.messages import Language
from dvk.shown import printable

_WIDEST = 160
_WRITTEN = {"vi": "Đã ghi {0}", "en": "Wrote {0}"}
_WOULD = {"vi": "Sẽ ghi {0}", "en": "Would write {0}"}
_SAME = {"vi": "{0} đã như vậy, không phải ghi gì.", "en": "{0} says so already; nothing was written."}


def as_text(path: str, before: bytes, after: bytes, language: Language) -> str:
    """The lines that gave way, with ``-`` and their numbers before, and those in their place, with ``+`` and theirs."""
    if before == after:
        return _SAME[language].format(printable(path))
    return "\n".join([_WRITTEN[language].format(printable(path)), *_changed_lines(before, after)])


def as_intended(path: str, before: bytes, after: bytes, language: Language) -> str:
    """The same of what would be written and was not."""
    return "\n".join([_WOULD[language].format(printable(path)), *_changed_lines(before, after)])


def _changed_lines(before: bytes, after: bytes) -> list[str]:
    was, now = _lines(before), _lines(after)
    width = len(str(max(len(was), len(now))))
    return [f"  {number:>{width}} {sign} {_shown(line)}".rstrip() for number, sign, line in _differing(was, now)]


def _differing(was: list[str], now: list[str]) -> Iterator[tuple[int, str, str]]:
    for kind, start, end, new_start, new_end in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if kind == "insert":
            yield from ((n, "+", now[n - 1]) for n in _moved_down(now, new_start, new_end))
        elif kind != "equal":
            yield from ((start + n, "-", line) for n, line in enumerate(was[start:end], 1))
            yield from ((new_start + n, "+", line) for n, line in enumerate(now[new_start:new_end], 1))


def _moved_down(now: list[str], start: int, end: int) -> range:
    """The numbers of added lines, as far down as the same text may have been added: a new entry shows as a whole."""
    while end < len(now) and now[start] == now[end]:
        start, end = start + 1, end + 1
    return range(start + 1, end + 1)


def _lines(data: bytes) -> list[str]:
    text = data.decode().removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return text.removesuffix("\n").split("\n")


def _shown(line: str) -> str:
    return printable(line.replace("\t", " ") if len(line) <= _WIDEST else f"{line[:_WIDEST]}…")
