"""Searching all files of a workspace for words, however they are accented: a grep that reads Vietnamese.

Nothing has to be valid: what is searched is text, whether or not it can be read as a document.
"""

import codecs
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dvk.facts import UnitsFile
from dvk.kinds import kind_of
from dvk.organisation import Organisation, organisation
from dvk.searching.comments import without_comments
from dvk.searching.pages import Line, Page
from dvk.searching.words import Folding, Wanted, wanted
from dvk.snapshot import Snapshot

__all__ = ["Found", "Line", "Scope", "Search", "Wanted", "search", "units_of", "wanted", "with_those_below"]

_PLACE = re.compile(r"[^/]+/([0-9]{4})/(?:(.+)/)?[^/]+")
_UNIT = re.compile(r"^unit:[ \t]*[\"']?([^\s\"'#]+)", re.MULTILINE)
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Found:
    """A file that holds all wanted words.

    Args:
        path: the file.
        kind: the kind of document that lives there; ``None`` where none does.
        unit: the unit that the file names, if it names one.
        together: whether one line holds all words.
        likeness: how nearly the words stand there as typed: a whole word counts 1, the accents that were typed 2;
            where one line holds all words, whole words are counted in the best such line.
        lines: the lines that hold any of the words, in order; never empty.
    """

    path: str
    kind: str | None
    unit: str | None
    together: bool
    likeness: int
    lines: tuple[Line, ...]

    @property
    def order(self) -> tuple[bool, int, str]:
        """All words on one line first, then the most alike, then by path."""
        return not self.together, -self.likeness, self.path

    @property
    def best(self) -> list[Line]:
        """The lines that say most: those with all words if there are any, else all; the best first."""
        most = max(line.words for line in self.lines)
        lines = [line for line in self.lines if line.words == most or not self.together]
        return sorted(lines, key=lambda line: (-line.words, -line.whole))


@dataclass(frozen=True, slots=True)
class Search:
    """What a search came to: the files, best first, and those that the disk would not give."""

    found: tuple[Found, ...]
    unread: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """Where to search.

    Args:
        kind: only this kind of document.
        year: only what lies below this year.
        units: only documents of these units, each with its folder; ``None`` is all.
        comments: whether the comments of a file are searched too.
    """

    kind: str | None = None
    year: int | None = None
    units: Mapping[str, str] | None = None
    comments: bool = False

    def may_hold(self, path: str) -> bool:
        """Whether a file lies in it, as far as its path can tell."""
        if self.kind is not None and kind_of(path) != self.kind:
            return False
        place = _PLACE.fullmatch(path)
        return self.year is None or (place is not None and int(place[1]) == self.year)

    def holds(self, path: str, unit: str | None) -> bool:
        """Whether a file is of one of the units, by what it says or, where it says nothing, by its folder."""
        if self.units is None or unit is not None:
            return self.units is None or unit in self.units
        place = _PLACE.fullmatch(path)
        return place is not None and place[2] in self.units.values()


EVERYWHERE = Scope()


def search(snapshot: Snapshot, words: Sequence[Wanted], scope: Scope = EVERYWHERE) -> Search:
    """The files that hold all words, the best first; links are not followed, files that are no text left out."""
    folding, unread = Folding(), list[str]()
    paths = [path for path in snapshot.paths() if not snapshot.entries[path].link and scope.may_hold(path)]
    pages = ((path, _page(path, Page(text, folding), words, scope)) for path, text in _texts(snapshot, paths, unread))
    hits = (_found(path, page, words) for path, page in pages)
    found = [hit for hit in hits if hit is not None and scope.holds(hit.path, hit.unit)]
    return Search(tuple(sorted(found, key=lambda hit: hit.order)), tuple(unread))


def units_of(snapshot: Snapshot) -> Organisation:
    """The organisation alone, as far as its files can be read; no other file is looked at."""
    paths = [path for path in snapshot.paths() if kind_of(path) == "units" and not snapshot.entries[path].link]
    from dvk.reading import read

    facts = (read(data, "units").facts for _, data in _contents(snapshot, paths, []))
    return organisation(file for file in facts if isinstance(file, UnitsFile))


def with_those_below(units: Organisation, top: str) -> dict[str, str]:
    """A unit and all that were ever below it, each with its folder."""
    below: dict[str, set[str]] = {}
    for name, unit in units.units.items():
        for link in unit.parents:
            below.setdefault(link.value, set()).add(name)
    inside, waiting = {top}, [top]
    while waiting:
        more = below.get(waiting.pop(), set()) - inside
        inside |= more
        waiting.extend(more)
    return {name: units.folder_of(name) for name in inside}


def _page(path: str, whole: Page, words: Sequence[Wanted], scope: Scope) -> Page:
    """What of a file is searched; comments are only looked for where that may matter."""
    if scope.comments or not whole.may_hold(words):
        return whole
    text = without_comments(path, whole.text)
    return whole if text == whole.text else Page(text, whole.folding)


def _found(path: str, page: Page, words: Sequence[Wanted]) -> Found | None:
    matches = page.matches(words)
    if not matches:
        return None
    lines = page.lines(matches)
    unit = _UNIT.search(page.text)
    together = [line.whole for line in lines if line.words == len(words)]
    whole = max(together) if together else sum(any(not match[1] for match in found) for found in matches)
    return Found(
        path=path,
        kind=kind_of(path),
        unit=unit[1] if unit else None,
        together=bool(together),
        likeness=whole + 2 * page.spelled_out(words),
        lines=lines,
    )


def _texts(snapshot: Snapshot, paths: Sequence[str], unread: list[str]) -> Iterator[tuple[str, str]]:
    for path, data in _contents(snapshot, paths, unread):
        text = _text(data)
        if text is not None:
            yield path, text


def _contents(snapshot: Snapshot, paths: Sequence[str], unread: list[str]) -> Iterator[tuple[str, bytes]]:
    """The bytes of each file; what the disk does not give is added to ``unread``."""
    if snapshot.commit is not None:
        yield from snapshot.read_all(paths)
        return
    for path in paths:
        try:
            yield path, snapshot.read(path)
        except OSError:
            unread.append(path)


def _text(data: bytes) -> str | None:
    """The text of a file with plain line ends, single wrong bytes replaced; ``None`` where it is no text."""
    if data.startswith(_UTF_16):
        text = data.decode("utf-16", errors="replace")
    elif b"\0" in data:
        return None
    else:
        text = data.decode("utf-8-sig", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
