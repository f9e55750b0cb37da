"""A Word file from its bytes to its blocks."""

from typing import Any

from dvk.importing.paper import Block, Paper
from dvk.importing.papers.unreadable import Unreadable, broken, too_large
from dvk.importing.papers.word.body import Body
from dvk.importing.papers.word.names import FALLBACK, w
from dvk.importing.papers.word.numbering import Numbering
from dvk.importing.papers.word.old_fonts import Turned
from dvk.importing.papers.word.package import Package
from dvk.importing.papers.word.styles import Styles
from dvk.vietnamese.legacy_fonts import legacy_encoding

_TRACKED = tuple(w(name) for name in ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"))
_WHERE = (w("p"), w("tr"))


def blocks_of(contents: bytes) -> tuple[list[Block], list[str]]:
    """What a Word file says, and the old encodings that it was turned from.

    Args:
        contents: the bytes of a .docx, .docm or .dotx; they need not be trusted.

    Raises:
        Unreadable: where it is broken, locked, too large, has tracked changes, or declares entities.
    """
    package = Package(contents)
    document = package.document()
    _refuse_tracked_changes(document)
    body = document.find(w("body"))
    if body is None:
        raise broken("no_main_part")
    styles, numbering = Styles(package.beside("styles")), package.beside("numbering")
    try:
        return _read(body, styles, numbering)
    except RecursionError:
        raise too_large("too_deep") from None


def _read(body: Any, styles: Styles, numbering: Any) -> tuple[list[Block], list[str]]:
    """The blocks; text that plainly is in an old encoding is turned even where no font says so."""
    reading = Body(styles, Numbering(numbering))
    blocks = list(reading.blocks(body))
    assumed = legacy_encoding("\n".join(line.text for line in Paper("", tuple(blocks)).lines))
    if assumed is not None:
        reading = Body(styles, Numbering(numbering), Turned(assumed=assumed))
        blocks = list(reading.blocks(body))
    return blocks, list(reading.turned.encodings)


def _refuse_tracked_changes(document: Any) -> None:
    """Text that is proposed, or struck out but still there, is neither in nor out: a person has to decide."""
    changed = {_place(each) for each in document.iter(*_TRACKED) if not _is_doubled(each)}
    if changed:
        raise Unreadable("DVK949", count=str(len(changed)))


def _place(element: Any) -> Any:
    return next(element.iterancestors(*_WHERE), element)


def _is_doubled(element: Any) -> bool:
    return next(element.iterancestors(FALLBACK), None) is not None
