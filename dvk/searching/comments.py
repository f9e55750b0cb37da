"""The comments of a file, which are about the form and not about the unit; a new file has a hundred lines of them.

Ten thousand files are to be searched in seconds, so YAML is not parsed here: it is read as far as one must to tell the
``#`` of a comment from one in a text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dvk.textfile.front_matter import head_lines

_YAML = (".yaml", ".yml")
_MARKDOWN = ".md"
_EVERYWHERE = r"""
    (?P<space>[ \t\n]+)
  | (?P<comment>\#[^\n]*)
  | (?P<quoted>"[^"\\]*(?:\\.[^"\\]*)*"?|'[^']*(?:''[^']*)*'?)
  | (?P<open>[\[{])
"""
_IN_BLOCKS = re.compile(
    _EVERYWHERE
    + r"""
  | (?P<colon>:(?=[ \t\n]|\Z))
  | (?P<mark>^(?:---|\.\.\.)(?=[ \t\n]|\Z))
  | (?P<dash>[-?](?=[ \t\n]|\Z))
  | (?P<name>[!&*][^ \t\n]*)
  | (?P<lines>[|>][-+]?([1-9]?)[-+]?(?:[ \t]+(\#[^\n]*))?[ \t]*(?:\n|\Z))
  | (?P<plain>(?:[^\n:\#]|:(?![ \t\n]|\Z)|(?<![ \t\n])\#)+)
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
_IN_BRACKETS = re.compile(
    _EVERYWHERE
    + r"""
  | (?P<close>[\]}])
  | (?P<sign>[:,]|\?(?=[ \t\n]))
  | (?P<name>[!&*][^ \t\n,\[\]{}]*)
  | (?P<plain>(?:[^\n:\#,\[\]{}]|:(?![ \t\n,\[\]{}]|\Z)|(?<![ \t\n])\#)+)
    """,
    re.VERBOSE | re.DOTALL,
)
_TEXT_GOES_ON = re.compile(r"(?!(?:---|\.\.\.)(?:[ \t\n]|\Z))(?:[^\n:\#]|:(?![ \t\n]|\Z)|(?<![ \t\n])\#)+")
_BLANK_LINES = re.compile(r"(?:[ \t]*\n)* *")
_OUTSIDE = -1


def without_comments(path: str, text: str) -> str:
    """The text of a file without its comments, line for line; what is not YAML, nor headed by it, stays as it is.

    Args:
        path: the file.
        text: what stands in it, with plain line ends.
    """
    if "#" not in text:
        return text
    if path.endswith(_YAML):
        return _said(text)
    lines = text.split("\n")
    head = head_lines(lines) if path.endswith(_MARKDOWN) else 0
    return "\n".join([_said("\n".join(lines[:head])), *lines[head:]]) if head else text


def _said(yaml: str) -> str:
    parts, kept = [], 0
    for start, end in _Reader(yaml).comments():
        parts.append(yaml[kept:start])
        kept = end
    return "".join([*parts, yaml[kept:]])


@dataclass
class _Reader:
    """Reads YAML token by token, right or wrong.

    Args:
        text: what is read.
        at: how far it is read.
        depth: how many brackets are open.
        parent: the column of the key or dash whose value is read; lines of text stand further in.
        scalar: where the last scalar begins, with its tag or anchor.
        named: whether a tag or anchor stands before what follows.
        goes_on: whether a text without quotes may go on in the next line.
    """

    text: str
    at: int = 0
    depth: int = 0
    parent: int = _OUTSIDE
    scalar: int = 0
    named: bool = False
    goes_on: bool = False

    def comments(self) -> Iterator[tuple[int, int]]:
        """Where each comment begins and ends."""
        while self.at < len(self.text):
            found = (_IN_BRACKETS if self.depth else _IN_BLOCKS).match(self.text, self.at)
            if found is None:
                self.at += 1
                continue
            kind, comment = found.lastgroup, found.span()
            if kind == "lines":
                comment = found.span(found.re.groupindex["lines"] + 2)
            self._pass(found)
            if kind in {"comment", "lines"} and comment[0] >= 0:
                yield comment

    def _pass(self, found: re.Match[str]) -> None:
        kind, start, self.at = found.lastgroup, found.start(), found.end()
        if kind == "space":
            if "\n" in found[0]:
                self._new_line()
            return
        if kind in {"plain", "quoted", "name", "open"} and not self.named and not self.depth:
            self.scalar = start
        if kind in {"dash", "mark", "colon"}:
            self.parent = _OUTSIDE if kind == "mark" else self._column(self._key(start) if kind == "colon" else start)
        elif kind == "lines":
            self._pass_lines(found[found.re.groupindex["lines"] + 1])
        self.depth += (kind == "open") - (kind == "close")
        self.named, self.goes_on = kind == "name", kind == "plain"

    def _new_line(self) -> None:
        """Pass what belongs to a text that began in the line before."""
        self.named = False
        if self.goes_on and not self.depth and self._column(self.at) > self.parent:
            more = _TEXT_GOES_ON.match(self.text, self.at)
            self.at = more.end() if more else self.at

    def _pass_lines(self, deeper: str) -> None:
        """Pass the lines of a block scalar."""
        blank = _BLANK_LINES.match(self.text, self.at)
        least = max(self.parent, 0)
        column = least + int(deeper) if deeper else max(map(len, blank[0].split("\n"))) if blank else 0
        if column > least or deeper:
            body = re.compile(rf"(?:[ ]{{{column}}}[^\n]*(?:\n|\Z)|[ \t]*(?:\n|\Z))*").match(self.text, self.at)
            self.at = body.end() if body else self.at

    def _key(self, colon: int) -> int:
        """Where the key of a colon begins."""
        return self.scalar if self.scalar > self.text.rfind("\n", 0, colon) else colon

    def _column(self, position: int) -> int:
        return position - self.text.rfind("\n", 0, position) - 1
