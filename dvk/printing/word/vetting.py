"""Whether a template may be opened at all."""

import io
import re
import zlib
from collections.abc import Iterator
from zipfile import BadZipFile, ZipFile

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from lxml import etree  # type: ignore[import-untyped]

from dvk.printing.word.refusals import Refused

MOST_PARTS = 500
LARGEST_TEMPLATE = 50 << 20  # unfolded
_HARMLESS_OUTSIDE = {RELATIONSHIP_TYPE.HYPERLINK}
_ACTIVE = re.compile(r"vbaProject|activeX|embeddings/", re.IGNORECASE)
SAFE_XML = etree.XMLParser(resolve_entities=False, no_network=True)
"""Fetches nothing, and unfolds no names."""
UNREADABLE = (etree.XMLSyntaxError, ValueError, KeyError, OpcError)
"""What reading a broken Word file runs into."""


def vet(template: bytes) -> None:
    """Refuse a template that is no Word file, unfolds to too much, or would run or fetch something when opened."""
    try:
        with ZipFile(io.BytesIO(template)) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_TEMPLATE:
                raise Refused("template_too_large")
            names = {part.filename for part in parts}
            links = [link for name in names if name.endswith(".rels") for link in _outside(archive.read(name))]
    except (*UNREADABLE, BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error):
        raise Refused("not_word") from None
    if "word/document.xml" not in names:
        raise Refused("not_word")
    if any(_ACTIVE.search(name) for name in names) or not set(links) <= _HARMLESS_OUTSIDE:
        raise Refused("leads_outside")


def _outside(relations: bytes) -> Iterator[str]:
    """The kinds of relations that lead out of the file."""
    for relation in etree.fromstring(relations, SAFE_XML):
        if relation.get("TargetMode") == "External":
            yield relation.get("Type", "")
