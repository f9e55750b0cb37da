"""A PDF from its bytes to its blocks."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from dvk.importing.paper import Block
from dvk.importing.papers.legacy import in_modern_letters
from dvk.importing.papers.pdf.fonts import UNKNOWN, Font, get, modernise
from dvk.importing.papers.pdf.glyphs import Page
from dvk.importing.papers.pdf.pages import Printed, printed, text_on
from dvk.importing.papers.pdf.paragraphs import paragraphs_of
from dvk.importing.papers.unreadable import Unreadable, broken, too_large
from dvk.vietnamese.legacy_fonts import SOME_FONT, legacy_encoding

_MOST_PAGES = 500
_MOST_UNKNOWN = 0.02
"""Which part of the letters may be unknown: signs of lists in fonts of signs."""


def blocks_of(contents: bytes) -> tuple[list[Block], list[str]]:
    """What a PDF with text says, and the old encoding that it was turned from.

    Args:
        contents: the bytes of the file; they need not be trusted.

    Raises:
        Unreadable: where it is broken, locked, too large, without text, or without Unicode.
    """
    from pypdf import PdfReader
    from pypdf.errors import LimitReachedError

    try:
        reader = PdfReader(BytesIO(contents), strict=False)
        _unlock(reader)
        pages, turned = _in_modern_fonts(reader)
    except (Unreadable, MemoryError):
        raise
    except LimitReachedError:
        raise too_large("too_large_unpacked") from None
    except Exception:  # noqa: BLE001 - a broken file makes pypdf raise anything
        raise broken("broken_pdf") from None
    blocks, encodings = in_modern_letters(paragraphs_of(_checked(pages)))
    return blocks, sorted({*encodings, *turned})


def _unlock(reader: Any) -> None:
    """Open what is only locked against changes, as every program that shows it does."""
    from pypdf.errors import DependencyError

    try:
        opened = not reader.is_encrypted or reader.decrypt("")
    except DependencyError:  # ciphers for which pypdf needs another library
        opened = False
    if not opened:
        raise Unreadable("DVK945")


def _in_modern_fonts(reader: Any) -> tuple[list[Printed], set[str]]:
    """The pages, and the encodings of fonts that they were turned from.

    Where the names of fonts do not say that they are old, and the text plainly is, they are read as what they are.
    """
    fonts: dict[int, tuple[Any, Font]] = {}
    pages = list(_pages(reader, fonts))
    if legacy_encoding(_text(pages)) == "TCVN3":
        for _, font in fonts.values():
            modernise(font, SOME_FONT["TCVN3"])
        pages = list(_pages(reader, fonts))
    return pages, {font.turned_from for _, font in fonts.values() if font.turned_from}


def _text(pages: Sequence[Printed]) -> str:
    return "\n".join(text for page in pages for text in text_on(page))


def _pages(reader: Any, fonts: dict[int, tuple[Any, Font]]) -> Iterator[Printed]:
    if len(reader.pages) > _MOST_PAGES:
        raise too_large("too_many_pages")
    drawn = 0
    for number, page in enumerate(reader.pages):
        contents = page.get_contents()
        if contents is None:
            yield []
            continue
        drawing = Page(reader, fonts=fonts, drawn=drawn)
        glyphs = list(drawing.glyphs(contents, get(page, "/Resources", dict)))
        yield printed(glyphs, drawing.rulings, number)
        drawn = drawing.drawn


def _checked(pages: Sequence[Printed]) -> Sequence[Printed]:
    text = _text(pages)
    letters = sum(1 for letter in text if not letter.isspace())
    if not letters:
        raise Unreadable("DVK946")
    if text.count(UNKNOWN) > _MOST_UNKNOWN * letters:
        raise Unreadable("DVK951")
    return pages
