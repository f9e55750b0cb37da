"""What kind of file some bytes are, by what they begin with and hold, never by the name alone."""

from typing import Literal, TypeAlias

from dvk.importing.papers.unreadable import Unreadable, broken

Kind: TypeAlias = Literal["docx", "doc", "pdf", "text"]

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF = b"%PDF-"
_PDF_BEGINS_WITHIN = 1024
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"\x00\x00\x01\x00")
_PICTURE_MARKS = ((b"WEBP", 8), (b"ftyphei", 4), (b"ftypavif", 4), (b"ftypmif1", 4))
_IN_ZIP = (
    (b"xl/workbook", "spreadsheet"),
    (b"ppt/presentation", "slides"),
    (b"application/vnd.oasis.opendocument.text", "opendocument"),
    (b"application/vnd.oasis.opendocument", "spreadsheet"),
)
_IN_OLE = (("Workbook", "spreadsheet"), ("Book", "spreadsheet"), ("PowerPoint Document", "slides"))
_WEB = (b"<html", b"<!doctype html", b"<?xml", b"<w:worddocument", b"mime-version:")
_UNICODE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_CONTROLS = bytes(sorted({*range(32), 127} - {9, 10, 11, 12, 13, 26, 27}))
_LOOKED_AT = 65536
_FIB = 512
"""Where the head of a Word 97 file stands in nearly every one of them."""


def kind_of(contents: bytes) -> Kind:
    """The kind of a document.

    Raises:
        Unreadable: for what dvk does not read, saying what it is.
    """
    start = contents[:_LOOKED_AT]
    if not contents.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise Unreadable("DVK944")
    if start.startswith((_ZIP, b"PK\x05\x06")):
        return _in_zip(contents)
    if start.startswith(_OLE):
        return _in_ole(contents)
    if _PDF in start[:_PDF_BEGINS_WITHIN]:
        return "pdf"
    return _text(start)


def _in_zip(contents: bytes) -> Kind:
    if b"word/" in contents:
        return "docx"
    for sign, what in _IN_ZIP:
        if sign in contents:
            raise Unreadable("DVK943", what=what)
    raise Unreadable("DVK943", what="archive")


def _in_ole(contents: bytes) -> Kind:
    if "EncryptedPackage".encode("utf-16-le") in contents:
        raise Unreadable("DVK945")
    if "WordDocument".encode("utf-16-le") in contents:
        if contents[_FIB : _FIB + 2] == b"\xec\xa5" and contents[_FIB + 11 : _FIB + 12] and contents[_FIB + 11] & 1:
            raise Unreadable("DVK945")
        return "doc"
    for name, what in _IN_OLE:
        if name.encode("utf-16-le") + b"\x00\x00" in contents:
            raise Unreadable("DVK943", what=what)
    raise broken("not_its_kind")


def _text(start: bytes) -> Kind:
    if start.startswith(_PICTURES) or any(start.startswith(mark, at) for mark, at in _PICTURE_MARKS):
        raise Unreadable("DVK943", what="picture")
    if start.startswith(b"{\\rtf"):
        raise Unreadable("DVK943", what="rtf")
    if start.lstrip(b" \t\r\n\xef\xbb\xbf").lower().startswith(_WEB):
        raise Unreadable("DVK943", what="web_page")
    if not start.startswith(_UNICODE_MARKS) and len(start.translate(None, _CONTROLS)) < len(start):
        raise Unreadable("DVK943", what="no_text")
    return "text"
