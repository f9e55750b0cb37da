"""What files of office programs share, whoever makes them: the same contents give the same bytes, on any day."""

from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - the formats know no zone
"""When a file says it was made, where nothing in it has a day."""
WORD_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
"""What an element of a Word document declares that stands alone."""

_FIRST = "[Content_Types].xml"
_NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The first that a zip file can name."""
_ON_WINDOWS = 0


def without_times(data: bytes) -> bytes:
    """The same zip file without the time at which it was made and the system that made it, its parts in order."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as made, ZipFile(out, "w") as archive:
        for name in sorted(made.namelist(), key=lambda name: (name != _FIRST, name)):
            entry = ZipInfo(name, _NO_TIME)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, _ON_WINDOWS
            archive.writestr(entry, made.read(name))
    return out.getvalue()
