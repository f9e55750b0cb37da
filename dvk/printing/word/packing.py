"""The bytes of a Word document: the same document gives the same bytes, and nobody's name or clock is in them."""

import io
from collections.abc import Mapping
from datetime import UTC, datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document

_NO_TIME = (1980, 1, 1, 0, 0, 0)
_FIRST = "[Content_Types].xml"
_ON_WINDOWS = 0
_LONGEST_PROPERTY = 255


def packed(document: Document, properties: Mapping[str, str]) -> bytes:
    """The document as a file.

    Args:
        document: what was filled.
        properties: ``title``, ``author`` and ``day`` (ISO), shown by Word as the file's own.
    """
    _describe(document, properties)
    stream = io.BytesIO()
    document.save(stream)
    out = io.BytesIO()
    with ZipFile(stream) as made, ZipFile(out, "w") as archive:
        for name in sorted(made.namelist(), key=lambda name: (name != _FIRST, name)):
            entry = ZipInfo(name, _NO_TIME)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, _ON_WINDOWS
            archive.writestr(entry, made.read(name))
    return out.getvalue()


def _describe(document: Document, properties: Mapping[str, str]) -> None:
    core = document.core_properties
    core.title = properties["title"][:_LONGEST_PROPERTY]
    core.author = properties["author"][:_LONGEST_PROPERTY]
    core.created = core.modified = datetime.fromisoformat(properties["day"]).replace(tzinfo=UTC)
    core.language = "vi-VN"
    core.revision = 1
    core.last_modified_by = core.comments = core.keywords = core.subject = core.category = ""
