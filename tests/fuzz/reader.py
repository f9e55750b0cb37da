"""The reader: bytes of a document of any kind, its mistakes in words, the place of each in the file."""

from collections.abc import Iterator

from fuzz.seeding import LARGEST, documents

from dvk.codes import CODES
from dvk.facts.reading import Reading
from dvk.findings import Finding
from dvk.kinds import KINDS, kind_of
from dvk.reading import read
from dvk.textfile import Locator, locate, read_text
from dvk.views.findings import remedy, sentence

LONGEST = 65_536
PACKAGES = ("dvk/reading.py", "dvk/textfile/*", "dvk/documents/*", "dvk/document_checks/*")
_NAMES = tuple(KINDS)


def seeds() -> Iterator[bytes]:
    """Every document, behind the byte that says its kind."""
    for path, data in documents():
        kind = kind_of(path)
        if kind is not None and len(data) < LARGEST:
            yield bytes([_NAMES.index(kind)]) + data


def one(data: bytes) -> Reading:
    """Read it as the kind that its first byte says; say what is wrong with it, and where that stands."""
    kind, text = _NAMES[data[0] % len(_NAMES)] if data else _NAMES[0], data[1:]
    found = read(text, kind)
    assert found.facts is not None or found.mistakes, "nothing was read, and nothing is wrong"
    assert read_text(text, front_matter=KINDS[kind].front_matter) == read_text(
        text, front_matter=KINDS[kind].front_matter
    )
    for mistake in found.mistakes:
        finding = Finding(CODES[mistake.code].severity, "plans/a.yaml", mistake)
        assert all(tell(finding, language) for tell in (sentence, remedy) for language in ("vi", "en"))
    places = Locator(text, front_matter=KINDS[kind].front_matter)
    assert all(place is None or place.line > 0 for place in (places.find(mistake.field) for mistake in found.mistakes))
    locate(text, found.mistakes[0].field if found.mistakes else "unit")
    return found
