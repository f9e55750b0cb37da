"""The one door to LibreOffice, where it is installed: a document of one kind as a document of another."""


def converted(contents: bytes, ending: str, into: str) -> bytes:
    """A document as LibreOffice saves it in another format.

    Args:
        contents: the bytes of the document; nothing in it is trusted.
        ending: what it is, ``doc`` or ``docx``.
        into: ``docx`` or ``pdf``.

    Raises:
        CannotGoOn: where LibreOffice is not installed, takes too long, or cannot read it.
    """
    raise NotImplementedError
