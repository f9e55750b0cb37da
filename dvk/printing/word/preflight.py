"""What has to be seen of a printed document before anybody signs it; what is not as it should be is never written."""

import io
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any
from zipfile import ZipFile

import docx
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree  # type: ignore[import-untyped]

from dvk.printing.data import Data
from dvk.printing.word.fonts import theme_font
from dvk.printing.word.refusals import Fault, Refused
from dvk.printing.word.runs import said
from dvk.printing.word.typed import words_of

_LEFT = re.compile(r"\{[{%#]")
_MARK = re.compile("[\ufdd0-\ufdef]")
_LEFT_BYTES = re.compile(rb"\{[{%#]|\xef\xb7[\x90-\xaf]")
_WORDS_LEFT = 60
_TYPES = "[Content_Types].xml"
_XML = etree.XMLParser(resolve_entities=False, no_network=True)


def see_document(roots: Sequence[Any], document: Document, data: Mapping[str, Data]) -> None:
    """Look at a finished document.

    Args:
        roots: its body, headers and footers.
        document: the document.
        data: what its tags were filled with: their own braces stay.

    Raises:
        Refused: where a tag or a mark is left, a font is the theme's, a table has no rows, or the last section is gone.
    """
    body = document.element.body
    if len(body) == 0 or body[-1].tag != qn("w:sectPr"):
        raise Refused("no_section")
    for root in roots:
        _see_that_no_tag_is_left(root, data)
        _see_fonts(root)
        if any(table.find(qn("w:tr")) is None for table in root.iter(qn("w:tbl"))):
            raise Refused("no_rows")
        _see_ids(root)


def see_file(packed: bytes, seen: set[bytes]) -> None:
    """See that a file opens again, all of its XML can be read, and every part is there and has its type.

    Args:
        packed: the file.
        seen: parts that were found to be good, the new ones are added: the documents of a template differ in few.

    Raises:
        Refused: where it does not.
    """
    if not seen:
        _open(packed)
    with ZipFile(io.BytesIO(packed)) as archive:
        names = archive.namelist()
        parts = {name: archive.read(name) for name in names if name.endswith((".xml", ".rels"))}
    shape = "\n".join(names).encode()
    types = _types(parts[_TYPES])
    if any(name.rpartition(".")[2].lower() not in types and f"/{name}" not in types for name in {*names} - {_TYPES}):
        raise Refused("lost_part")
    for name, data in parts.items():
        key = sha256(shape + data).digest()
        if key not in seen:
            tree = _read(data)
            if name.endswith(".rels"):
                _see_relations(name, tree, set(names))
            seen.add(key)


def _open(packed: bytes) -> None:
    try:
        docx.Document(io.BytesIO(packed))
    except Exception:  # noqa: BLE001 - whatever it is, Word might not open it either
        raise Refused("not_opened") from None


def _read(data: bytes) -> Any:
    try:
        return etree.fromstring(data, _XML)
    except etree.XMLSyntaxError:
        raise Refused("broken_part") from None


def _types(content: bytes) -> set[str]:
    """Endings and names of parts that have a type."""
    found = etree.fromstring(content, _XML)
    return {entry.get("Extension", "").lower() or entry.get("PartName", "") for entry in found}


def _see_relations(name: str, relations: Any, names: set[str]) -> None:
    """See that every part which another one names is in the file."""
    folder = posixpath.dirname(posixpath.dirname(name))
    for relation in relations:
        if relation.get("TargetMode") != "External":
            target = relation.get("Target", "").partition("#")[0]
            if posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/") not in names:
                raise Refused("lost_part")


def _see_that_no_tag_is_left(root: Any, data: Mapping[str, Data]) -> None:
    """A brace in the data may have come from there, so that only a document without any is judged by its braces."""
    if not _LEFT_BYTES.search(etree.tostring(root, encoding="utf-8")):
        return
    has_own = any("{" in text for text in _texts(data.values()))
    for number, (_, words) in enumerate(words_of(root), 1):
        found = _MARK.search(words) or (None if has_own else _LEFT.search(words))
        if found:
            raise Refused("tag_left", number, words[found.start() :][:_WORDS_LEFT])
    if _MARK.search(etree.tostring(root, encoding="unicode")):  # not among the words: a picture's description
        raise Refused("tag_left")


def _texts(values: Iterable[Data]) -> Iterator[str]:
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            yield from _texts(value.values())
        elif isinstance(value, list):
            yield from _texts(value)


def _see_fonts(root: Any) -> None:
    """See that no words have the fonts of a theme, which are others on every machine."""
    for fonts in root.iter(qn("w:rFonts")):
        run = fonts.getparent().getparent()
        if theme_font(fonts) and run is not None and run.tag == qn("w:r") and said(run).strip():
            paragraph = next(run.iterancestors(qn("w:p")))
            number = next(place for place, other in enumerate(root.iter(qn("w:p")), 1) if other is paragraph)
            raise Refused("theme_font", number, said(run).strip()[:_WORDS_LEFT])


def _see_ids(root: Any) -> None:
    """Word mends nothing that has the number of something else; it may refuse the file."""
    kinds: tuple[tuple[str, str, Fault], ...] = (
        (qn("w:bookmarkStart"), qn("w:id"), "same_ids"),
        (qn("wp:docPr"), "id", "same_ids"),
    )
    for tag, key, fault in kinds:
        ids = [element.get(key) for element in root.iter(tag)]
        if len(set(ids)) < len(ids):
            raise Refused(fault)
