"""How wide words are in Times New Roman, so that a rule can be as long as the words above it."""

import unicodedata
from collections.abc import Mapping

_REGULAR = {
    180: "'",
    200: "|",
    250: " ,.",
    278: "/:;\\ijlt",
    333: "!()-I[]`fr‘’",
    389: "Js",
    408: '"',
    444: "?acez“”",
    469: "^",
    480: "{}",
    500: "#$*0123456789_bdghknopquvxy§đ–",
    541: "~ơ",
    556: "FPSư",
    564: "+<=>",
    611: "ELTZ",
    667: "BCR",
    722: "ADGHKNOQUVXYwĐƠ",
    778: "&mƯ",
    833: "%",
    889: "M",
    921: "@",
    944: "W",
    1000: "—…",
}
_BOLD = {
    220: "|",
    250: " ,.",
    278: "'/\\il",
    333: "!()-:;[]`fjt‘’",
    389: "Is",
    394: "{}",
    444: "cerz",
    500: "#$*0123456789?J_agovxy§–“”",
    520: "~",
    541: "ơ",
    555: '"',
    556: "Sbdhknpquđ",
    570: "+<=>",
    581: "^",
    611: "FPư",
    667: "BELTZ",
    722: "ACDNRUVXYwĐ",
    778: "GHKOQƠƯ",
    833: "&m",
    930: "@",
    944: "M",
    1000: "%W—…",
}
"""Thousandths of the size → letters; a letter with other marks is as wide as without them."""
_HORN = "\u031b"
_OTHER = 500


def width_of(words: str, *, bold: bool) -> float:
    """The width of words on one line, as a multiple of their size; a letter that is not known counts half of it."""
    table = _WIDTHS[bold]
    return sum(table.get(_bare(letter), _OTHER) for letter in words) / 1000


def _bare(letter: str) -> str:
    """A letter without its tone and hat, which take no room of their own; a horn does."""
    parts = unicodedata.normalize("NFD", letter)
    return unicodedata.normalize("NFC", parts[0] + (_HORN if _HORN in parts else ""))


def _by_letter(table: Mapping[int, str]) -> dict[str, int]:
    return {letter: width for width, letters in table.items() for letter in letters}


_WIDTHS = {False: _by_letter(_REGULAR), True: _by_letter(_BOLD)}
