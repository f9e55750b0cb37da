"""Words of a paper made ready to be searched: one spelling, titles in quotes covered, sentences and clauses apart."""

import re
from collections.abc import Iterator
from functools import partial

from dvk.vietnamese.text import nfc

LONGEST = 6000
"""Characters of a line that are looked at; nobody writes a longer paragraph."""
_COVER = "·"
"""What stands for each character of a title in quotes."""

_STARS = re.compile(r"\*+")
_SPACES = re.compile(r"\s+")
_OLD_TONES = (
    (re.compile(r"(?<!q)uỷ", re.IGNORECASE), "ủy", "ỦY"),
    (re.compile(r"hoá(?![^\W\d_])", re.IGNORECASE), "hóa", "HÓA"),
    (re.compile(r"hoà(?![^\W\d_])", re.IGNORECASE), "hòa", "HÒA"),
    (re.compile(r"quí(?![^\W\d_])", re.IGNORECASE), "quý", "QUÝ"),
    (re.compile(r"kỉ niệm", re.IGNORECASE), "kỷ niệm", "KỶ NIỆM"),
)

_INNER = re.compile(r"“[^“”\n]{1,400}”")
_STRAIGHT = re.compile(r"(?<![^\s(\[])\"(?=[^\s\"])[^\"\n]{1,300}?(?<=\S)\"(?=[\s,.;:)\]]|$)")
_OTHER = re.compile(r"«[^«»\n]{1,400}»|‘[^‘’\n]{1,200}’|”[^“”\n.;]{1,80}”")
_STOP = re.compile(r"[.!?…]+[”\")\]]*\s+|[.!?…]+$")
_SHORT = re.compile(r"(?:^|[\s(\[])(?:TP|Tp|TX|Tx|TT|Tt|TM|KT|TL|TUQ|Q|P|St|ThS|TS|GS|BS|NQ|số|Số|v\.v|Đ/c|đ/c)\.$")
_WORD = re.compile(r"[^\W\d_]+")


def tidy(text: str) -> str:
    """The words as printed, in NFC with single spaces; marks of bold and italics that a text file has are gone."""
    return _SPACES.sub(" ", _STARS.sub("", nfc(text[: 2 * LONGEST]))).strip()[:LONGEST]


def searched(text: str) -> str:
    """The same words for searching, as long as the text: titles in quotes covered, tones set the new way."""
    text = spelled(text)
    for pattern in (_INNER, _INNER, _STRAIGHT, _OTHER):
        text = pattern.sub(lambda found: _COVER * len(found[0]), text)
    return text


def spelled(text: str) -> str:
    """The same words with their tones set the new way, as long as the text."""
    for pattern, small, capital in _OLD_TONES:
        text = pattern.sub(partial(_respelled, small, capital), text)
    return text


def _respelled(small: str, capital: str, found: re.Match[str]) -> str:
    if found[0].isupper():
        return capital
    return small if found[0][0].islower() else small.capitalize()


def sentences(text: str) -> Iterator[str]:
    """The sentences of a tidy text; a stop after an abbreviation ends none, nor does one inside quotes."""
    start, covered = 0, searched(text)
    for stop in _STOP.finditer(covered):
        if _ends(covered, stop):
            yield text[start : stop.end()].strip()
            start = stop.end()
    if text[start:].strip():
        yield text[start:].strip()


def _ends(text: str, stop: re.Match[str]) -> bool:
    rest = text[stop.end() : stop.end() + 3].lstrip("-–“\"'( ")
    begins = not rest or not rest[0].isalpha() or rest[0].isupper()
    up_to = text[max(0, stop.start() - 6) : stop.start() + 1]
    after_number = text[stop.start() - 1 : stop.start()].isdigit() and rest[:1].isdigit()
    return begins and not after_number and not _SHORT.search(up_to)


def clauses(sentence: str) -> list[str]:
    """The parts of a sentence that semicolons divide; those inside quotes and brackets divide nothing."""
    covered, found, start, depth = searched(sentence), [], 0, 0
    for at, sign in enumerate(covered):
        depth = max(0, depth + (sign in "([") - (sign in ")]"))
        if sign == ";" and not depth:
            found.append(sentence[start:at])
            start = at + 1
    return [part.strip() for part in (*found, sentence[start:]) if part.strip()]


def past(pattern: re.Pattern[str], text: str) -> int:
    """Where a pattern at the start of a text ends; 0 where it does not stand there."""
    found = pattern.match(text)
    return found.end() if found else 0


def last_of(pattern: re.Pattern[str], text: str, start: int = 0) -> re.Match[str] | None:
    """The last place of a pattern in a text from there on."""
    found = list(pattern.finditer(text, start))
    return found[-1] if found else None


def shortened(text: str, longest: int) -> str:
    """The text up to a word that ends within so many characters, without the stop or comma at its end."""
    if len(text) > longest:
        text = text[:longest].rsplit(" ", 1)[0] + "…"
    return text.strip(" ,;:-–")


def without_stop(text: str) -> str:
    """The text without the signs that end a sentence or a clause."""
    return text.rstrip(" ,;:./-–")


def capital_first(text: str) -> str:
    """The text with a capital letter in front."""
    return text[:1].upper() + text[1:]


def syllables(text: str) -> list[str]:
    """Its words, in their order."""
    return _WORD.findall(text)
