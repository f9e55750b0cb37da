"""The importer's text side: a paper in plain text or Markdown, from its bytes to a draft that reads as it was meant."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from fuzz.seeding import ROOT, papers, printed

from dvk.errors import CannotGoOn
from dvk.importing.draft_files import draft_of
from dvk.importing.paper import Block, Line, Paper
from dvk.importing.papers.text.reading import blocks_of
from dvk.importing.papers.unreadable import Unreadable
from dvk.importing.reading_papers import Wishes, imported
from dvk.views.imports import import_json, import_tables
from dvk.workspace import Workspace, open_workspace

LONGEST = 60_000
PACKAGES = ("dvk/importing/*",)
_KINDS = (None, "plan", "registration", "report")
_TODAY = date(2026, 11, 21)
_CENTRED = 12
_SPACE: list[Workspace] = []


def seeds() -> Iterator[bytes]:
    """Every paper as each kind, with its head in the middle, too; what dvk printed as what it is."""
    for paper in papers():
        yield from (bytes([how]) + paper for how in (0, 1, 2, 3, 5, 9))
    yield from (b"\x0c" + paper for paper in printed())


def one(data: bytes) -> None:
    """Import it; the first byte says of what kind it is, whether it is Markdown, and whether its head is centred."""
    how = data[0] if data else 0
    try:
        blocks, encodings = blocks_of(data[1:], markdown=bool(how & 4))
        paper = Paper("giay.txt", tuple(_centred(blocks)) if how & 8 else blocks, encodings)
        _imported(paper, _KINDS[how & 3])
    except (Unreadable, CannotGoOn):
        return


def _imported(paper: Paper, kind: str | None) -> None:
    space = _workspace()
    unit = min(space.organisation.units)
    read = imported(paper, space, Wishes(unit, _TODAY, kind))
    assert draft_of(read, space).text
    assert import_tables(read, "vi")
    assert import_json(read, None, None)


def _centred(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for at, block in enumerate(blocks):
        yield replace(block, centred=True) if at < _CENTRED and isinstance(block, Line) else block


def _workspace() -> Workspace:
    """The sample workspace, read once."""
    if not _SPACE:
        _SPACE.append(open_workspace(ROOT))
    return _SPACE[0]
