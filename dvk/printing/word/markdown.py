"""Markdown as blocks of runs: what is printed of it, before anything is known of Word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import count, repeat
from typing import TypeAlias

from markdown_it import MarkdownIt
from markdown_it.token import Token

_DEEPEST = 100
_LETTERED = re.compile(r"[a-zđ]\)\s")
_BULLETS = ("-", "+", "·")
"""Signs of bullet lists from the outside in, as offices type them; ``+`` below ``-`` also where nobody indented it."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text of one look."""

    text: str
    bold: bool = False
    italic: bool = False


Runs: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``depth`` is 0 for the topmost ones of the text."""

    runs: Runs
    depth: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``indent`` counts the lists and quotations around it."""

    runs: Runs
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; its first row is the heading. ``aligned`` holds left, center, right or "" for each column."""

    rows: tuple[tuple[Runs, ...], ...]
    aligned: tuple[str, ...] = ()


Block: TypeAlias = Heading | Paragraph | Grid


def blocks(text: str) -> list[Block]:
    """The blocks of a text in Markdown, in their order. HTML is text like any other.

    The parser leaves out what stands too many levels deep; such a text is printed line by line as it was typed.
    """
    tokens = _parser().parse(text)
    if any(token.level >= _DEEPEST - 1 for token in tokens):
        return [Paragraph((Run(line.strip()),)) for line in text.splitlines() if line.strip()]
    found = list(_Reader(tokens).blocks())
    top = min((block.depth for block in found if isinstance(block, Heading)), default=0)
    return [replace(block, depth=block.depth - top) if isinstance(block, Heading) else block for block in found]


@cache
def _parser() -> MarkdownIt:
    options = {"html": False, "linkify": False, "typographer": False, "maxNesting": _DEEPEST}
    return MarkdownIt("commonmark", options).enable("table").disable(["code", "reference"])


class _Reader:
    """Goes through the tokens of a text once; lists remember how far they have counted."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.lists: list[Iterator[str]] = []
        self.bullets = self.quotes = self.shifted = 0
        self.marker = ""

    def blocks(self) -> Iterator[Block]:
        """The blocks in order."""
        heading = None
        table: list[Token] = []
        for token in self.tokens:
            self._enter_or_leave(token)
            if token.type == "heading_open":
                heading = int(token.tag[1:])
            elif token.type == "table_close":
                yield _grid(table)
                table = []
            elif token.type == "table_open" or table:
                table.append(token)
            elif token.type == "inline" and heading is not None:
                yield Heading(_on_one_line(_lines(token)), heading)
                heading = None
            elif token.type in {"inline", "fence"}:
                yield from self._paragraphs(token)

    def _enter_or_leave(self, token: Token) -> None:
        if token.type == "bullet_list_open":
            typed = _BULLETS.index(token.markup) if token.markup in _BULLETS[:2] else 0
            self.shifted += max(typed - self.bullets, 0)
            self.lists.append(repeat(_BULLETS[min(max(self.bullets, typed), len(_BULLETS) - 1)]))
            self.bullets += 1
        elif token.type == "ordered_list_open":
            self.lists.append(map(str, count(int(token.attrs.get("start", 1)))))
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            self.lists.pop()
            self.bullets -= token.type == "bullet_list_close"
            self.shifted = self.shifted if self.lists else 0
        elif token.type == "list_item_close":
            self.marker = ""
        elif token.type == "list_item_open":
            sign = next(self.lists[-1])
            self.marker = sign if sign in _BULLETS else f"{sign}{token.markup}"
        elif token.type in {"blockquote_open", "blockquote_close"}:
            self.quotes += 1 if token.type == "blockquote_open" else -1

    def _paragraphs(self, token: Token) -> Iterator[Paragraph]:
        lines = [(Run(line),) for line in token.content.splitlines()] if token.type == "fence" else _lines(token)
        for number, line in enumerate(lines):
            marker = (Run(f"{self.marker} "),) if self.marker else ()
            self.marker = ""
            below = number and self.lists and _LETTERED.match("".join(run.text for run in line)) is not None
            yield Paragraph((*marker, *line), max(len(self.lists) - 1, 0) + self.quotes + self.shifted + bool(below))


def _grid(tokens: Sequence[Token]) -> Grid:
    """The table of these tokens; how each column is aligned is said by the cells of its head."""
    rows: list[list[Runs]] = []
    aligned: list[str] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "th_open":
            aligned.append(str(token.attrs.get("style", "")).removeprefix("text-align:"))
        elif token.type == "inline":
            rows[-1].append(_on_one_line(_lines(token)))
    return Grid(tuple(map(tuple, rows)), tuple(aligned))


def _lines(token: Token) -> list[Runs]:
    """The runs of each line of a paragraph: a hard break ends one, and so does a line that begins with ``a)``."""
    lines: list[list[Run]] = [[]]
    bold = italic = 0
    children = token.children or []
    for position, child in enumerate(children):
        if child.type in {"strong_open", "strong_close"}:
            bold += child.nesting
        elif child.type in {"em_open", "em_close"}:
            italic += child.nesting
        elif child.type == "hardbreak" or (child.type == "softbreak" and _begins_a_line(children[position + 1 :])):
            lines.append([])
        else:
            lines[-1].append(Run(_text_of(child, children[:position]), bold > 0, italic > 0))
    return [tuple(run for run in line if run.text) for line in lines]


def _begins_a_line(rest: Sequence[Token]) -> bool:
    return bool(rest) and rest[0].type == "text" and _LETTERED.match(rest[0].content) is not None


def _text_of(token: Token, before: Sequence[Token]) -> str:
    """What is printed of a piece of text; of a link its words and its address, of a picture what it is called."""
    if token.type == "softbreak":
        return " "
    if token.type == "link_close":
        return _address(before)
    if token.type == "image":
        return f"{token.content} ({token.attrs.get('src', '')})"
    return token.content


def _address(before: Sequence[Token]) -> str:
    start = max(position for position, token in enumerate(before) if token.type == "link_open")
    address = str(before[start].attrs.get("href", ""))
    words = "".join(token.content for token in before[start:])
    return "" if address.removeprefix("mailto:") == words else f" ({address})"


def _on_one_line(lines: list[Runs]) -> Runs:
    runs: list[Run] = []
    for line in lines:
        runs += [Run(" "), *line] if runs else line
    return tuple(runs)
