"""The fonts of a PDF: which letters its codes stand for, and how wide they are."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from dvk.importing.papers.pdf.character_maps import character_map
from dvk.vietnamese.legacy_fonts import Legacy, encoding_of_font, from_font

UNKNOWN = "\ufffd"
_THOUSANDTH = 0.001
_ITALIC_FLAG, _BOLD_FLAG = 1 << 6, 1 << 18
_BOLD = re.compile("bold|black|heavy|demi", re.IGNORECASE)
_ITALIC = re.compile("italic|oblique", re.IGNORECASE)
_VIETNAMESE = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
_NAMED_CODE = re.compile(r"/(?:uni|u)([0-9A-Fa-f]{4,6})")
_CODECS = {"/MacRomanEncoding": "mac_roman"}
_WESTERN = "cp1252"
_MOST_WIDTHS = 70_000
_USUAL_WIDTH = 500.0
_LAST_LETTER = 0x10FFFF


@dataclass(slots=True)
class Font:
    """One font.

    Args:
        bold: whether its letters are bold.
        italic: whether they are slanted.
        double: whether a code is of two bytes.
        letters: the text of each code.
        widths: the width of each code, in the unit of the size.
        usual: the width of all others.
        turned_from: the old encoding that its letters were in.
    """

    bold: bool = False
    italic: bool = False
    double: bool = False
    letters: dict[int, str] = field(default_factory=dict)
    widths: dict[int, float] = field(default_factory=dict)
    usual: float = _USUAL_WIDTH * _THOUSANDTH
    turned_from: Legacy | None = None

    def read(self, codes: bytes) -> Iterator[tuple[str, float, bool]]:
        """For each code its text, its width, and whether it is the space of a font of single bytes."""
        step = 2 if self.double else 1
        for at in range(0, len(codes) - step + 1, step):
            code = int.from_bytes(codes[at : at + step], "big")
            yield (
                self.letters.get(code, UNKNOWN),
                self.widths.get(code, self.usual),
                not self.double and code == ord(" "),
            )


def get(owner: Any, key: str, kind: type) -> Any:
    """The entry of a mapping of a PDF, followed to where it stands; an empty one where it is none of that kind."""
    found: Any = owner[key] if isinstance(owner, dict) and key in owner else None
    found = found.get_object() if hasattr(found, "get_object") else found
    return found if isinstance(found, kind) else kind()


def font_of(resource: Any) -> Font:
    """The font of an entry of a page's resources."""
    if get(resource, "/Subtype", str) == "/Type0":
        return _of_double_bytes(resource)
    font = Font(letters=_single_letters(resource))
    first, widths = get(resource, "/FirstChar", int), get(resource, "/Widths", list)
    scale = _THOUSANDTH
    if get(resource, "/Subtype", str) == "/Type3":
        matrix = get(resource, "/FontMatrix", list)
        scale = _number(matrix[0]) if matrix else scale
    font.widths = {first + at: _number(width) * scale for at, width in enumerate(widths[:256])}
    _look(font, resource, get(resource, "/FontDescriptor", dict))
    return font


def _of_double_bytes(resource: Any) -> Font:
    inner: Any = next((each.get_object() for each in get(resource, "/DescendantFonts", list)), {})
    font = Font(double=True, letters=_to_unicode(resource))
    usual = inner.get("/DW", 1000) if isinstance(inner, dict) else 1000
    font.usual = _number(usual) * _THOUSANDTH
    font.widths = dict(islice(_ranges_of_widths(get(inner, "/W", list)), _MOST_WIDTHS))
    _look(font, resource, get(inner, "/FontDescriptor", dict))
    return font


def _ranges_of_widths(entries: list[Any]) -> Iterator[tuple[int, float]]:
    """``first [w w w]`` and ``first last w``, as composite fonts have them."""
    at = 0
    while at + 1 < len(entries):
        first, second = entries[at].get_object(), entries[at + 1].get_object()
        if isinstance(second, list):
            yield from ((int(first) + n, _number(each) * _THOUSANDTH) for n, each in enumerate(second))
            at += 2
        elif at + 2 < len(entries):
            width = _number(entries[at + 2]) * _THOUSANDTH
            yield from ((code, width) for code in range(int(first), int(second) + 1))
            at += 3
        else:
            return


def _single_letters(resource: Any) -> dict[int, str]:
    encoding: Any = resource["/Encoding"].get_object() if "/Encoding" in resource else None
    named = encoding if isinstance(encoding, str) else get(encoding, "/BaseEncoding", str)
    letters = dict(enumerate(bytes(range(256)).decode(_CODECS.get(named, _WESTERN), "replace")))
    at = 0
    for each in get(encoding, "/Differences", list):
        if isinstance(each, str):
            letters[at] = _letter_named(each)
            at += 1
        else:
            at = int(each)
    return letters | _to_unicode(resource)


def _letter_named(name: str) -> str:
    coded = _NAMED_CODE.match(name)
    if coded:
        number = int(coded.group(1), 16)
        return chr(number) if number <= _LAST_LETTER else UNKNOWN
    from pypdf._codecs import adobe_glyphs

    return adobe_glyphs.get(name, UNKNOWN)


def _to_unicode(resource: Any) -> dict[int, str]:
    stream: Any = resource["/ToUnicode"].get_object() if "/ToUnicode" in resource else None
    if not hasattr(stream, "get_data"):
        return {}
    return {code: _whole(text) for code, text in character_map(stream.get_data()).items()}


def _whole(text: str) -> str:
    return UNKNOWN if any(unicodedata.category(letter) == "Co" for letter in text) else text


def _look(font: Font, resource: Any, descriptor: Any) -> None:
    name, flags = str(get(resource, "/BaseFont", str)), get(descriptor, "/Flags", int)
    font.bold = bool(_BOLD.search(name)) or bool(flags & _BOLD_FLAG)
    font.italic = bool(_ITALIC.search(name)) or bool(flags & _ITALIC_FLAG)
    modernise(font, name.lstrip("/").rpartition("+")[2].split(",")[0])


def modernise(font: Font, name: str) -> None:
    """Turn the letters of a TCVN3 font, each of which is one letter; those of VNI are two and seen in the text.

    Args:
        font: the font; one that holds modern letters stays as it is.
        name: the name by which it is known, ``.VnTime``.
    """
    if encoding_of_font(name) == "TCVN3" and not _VIETNAMESE.search("".join(font.letters.values())):
        font.letters = {code: from_font(text, name) for code, text in font.letters.items()}
        font.turned_from = "TCVN3"


def _number(value: Any) -> float:
    value = value.get_object() if hasattr(value, "get_object") else value
    return float(value) if isinstance(value, int | float) else 0.0
