"""The zip archive that a Word file is: bounds before anything is unpacked, and only the parts that hold its text."""

import posixpath
import struct
import zipfile
import zlib
from io import BytesIO
from typing import Any

from dvk.importing.papers.unreadable import Unreadable, broken, too_large
from dvk.importing.papers.word.names import parsed

MOST_PARTS = 5_000
LARGEST_TOGETHER = 1 << 30
LARGEST_PART = 32 << 20
SMALL = 4 << 20
"""Up to this size a part may be packed as tightly as it likes."""
TIGHTEST = 200
"""How many times its packed size a larger part may have; text of an office has 10 to 50."""

_ENTRY = b"PK\x01\x02"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OF_MAIN = "/officeDocument"
_USUAL_MAIN = "word/document.xml"
_PACKING = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, struct.error, NotImplementedError, OSError, ValueError)


class Package:
    """The parts of one Word file.

    Raises:
        Unreadable: where the archive is broken, or holds too much.
    """

    def __init__(self, contents: bytes) -> None:
        if contents.count(_ENTRY) > 2 * MOST_PARTS:
            raise too_large("too_many_parts")
        try:
            self._archive = zipfile.ZipFile(BytesIO(contents))
        except _FAULTS:
            raise broken("broken_archive") from None
        parts = self._archive.infolist()
        if len(parts) > MOST_PARTS:
            raise too_large("too_many_parts")
        if sum(part.file_size for part in parts) > LARGEST_TOGETHER:
            raise too_large("too_large_unpacked")
        self._parts = {part.filename: part for part in parts}
        self.main = self._main()

    def document(self) -> Any:
        """The root of the main part."""
        found = self.part(self.main)
        if found is None:
            raise broken("no_main_part")
        return found

    def beside(self, kind: str) -> Any:
        """The root of the part that the main one names as its ``styles`` or ``numbering``; None where it has none.

        What a relation leads to outside the file is never looked at.
        """
        folder, name = posixpath.split(self.main)
        relations = self.part(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
        for relation in () if relations is None else relations.iter(_RELATIONS):
            if relation.get("Type", "").endswith(f"/{kind}") and relation.get("TargetMode") != "External":
                return self.part(_path(folder, relation.get("Target", "")))
        return None

    def part(self, name: str) -> Any:
        """The root of a part; None where there is none of that name."""
        entry = self._parts.get(name)
        if entry is None:
            return None
        if entry.flag_bits & 1:
            raise Unreadable("DVK945")
        if entry.compress_type not in _PACKING:
            raise broken("broken_archive")
        if entry.file_size > LARGEST_PART:
            raise too_large("too_large_unpacked")
        if entry.file_size > max(SMALL, TIGHTEST * entry.compress_size):
            raise too_large("packed_too_tightly")
        return parsed(self._unpacked(entry))

    def _unpacked(self, entry: zipfile.ZipInfo) -> bytes:
        try:
            with self._archive.open(entry) as source:
                return source.read(entry.file_size + 1)
        except (*_FAULTS, RuntimeError):
            raise broken("broken_archive") from None

    def _main(self) -> str:
        relations = self.part("_rels/.rels")
        for relation in () if relations is None else relations.iter(_RELATIONS):
            if relation.get("Type", "").endswith(_OF_MAIN) and relation.get("TargetMode") != "External":
                return _path("", relation.get("Target", ""))
        return _USUAL_MAIN


def _path(folder: str, target: str) -> str:
    """The name of a part that a relation leads to; one that leads out of the file is the name of none."""
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
