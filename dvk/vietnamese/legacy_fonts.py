"""Text of old Vietnamese fonts read as Western European: ``§oµn thanh niªn`` (TCVN3), ``Ñoaøn`` (VNI).

Each word is turned back with the font's table. One that becomes a Vietnamese syllable, was none before, and
holds a sign in a place where no ordinary word has it, is evidence.
"""

import re
from collections.abc import Callable
from typing import Literal, TypeAlias

from dvk.vietnamese.syllables import is_syllable
from dvk.vietnamese.text import nfc

Legacy: TypeAlias = Literal["TCVN3", "VNI"]

_TCVN3_PAIRS = (
    "¡Ă ¢Â £Ê ¤Ô ¥Ơ ¦Ư §Đ ¨ă ©â ªê «ô ¬ơ \xadư ®đ "
    "µà ¶ả ·ã ¸á ¹ạ »ằ ¼ẳ ½ẵ ¾ắ Æặ Çầ Èẩ Éẫ Êấ Ëậ "
    "Ìè Îẻ Ïẽ Ðé Ñẹ Òề Óể Ôễ Õế Öệ ×ì Øỉ Üĩ Ýí Þị "
    "ßò áỏ âõ ãó äọ åồ æổ çỗ èố éộ êờ ëở ìỡ íớ îợ "
    "ïù ñủ òũ óú ôụ õừ öử ÷ữ øứ ùự úỳ ûỷ üỹ ýý þỵ"
)
_TCVN3 = {ord(pair[0]): pair[1] for pair in _TCVN3_PAIRS.split(" ")}
# Middle dot, × and ÷ stand between letters in units and formulas, so they are no evidence by themselves.
_TCVN3_SIGNS = re.compile(
    r"(?<=[a-z\xa1-\xff])[\xa1-\xb6\xb8\xb9\xbb-\xbe](?=[a-z\xa1-\xff])"
    r"|(?<=[a-z\xa1-\xff])[µ¶¸¬]$"
    r"|(?<=(?-i:[a-z]))(?-i:[\xc6-\xd6\xd8-\xde])"
    r"|^[§®](?:[a-z]{3}|[a-z]?[\xa1-\xff])",
    re.IGNORECASE,
)

_VNI_LETTERS = {"ñ": "đ", "ô": "ơ", "ö": "ư", "ì": "ì", "í": "í", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT, _ROOF, _BOWL = "\u0300\u0301\u0309\u0303\u0323\u0302\u0306"
_VNI_TONES = {"ø": _GRAVE, "ù": _ACUTE, "û": _HOOK, "õ": _TILDE, "ï": _DOT}
_VNI_ROOFS = {"â": "", "à": _GRAVE, "á": _ACUTE, "å": _HOOK, "ã": _TILDE, "ä": _DOT}
_VNI_BOWLS = {"ê": "", "è": _GRAVE, "é": _ACUTE, "ú": _HOOK, "ü": _TILDE, "ë": _DOT}
_VNI_MARKS = (
    {vowel + sign: mark for vowel in "aeouyôö" for sign, mark in _VNI_TONES.items()}
    | {vowel + sign: _ROOF + mark for vowel in "aeo" for sign, mark in _VNI_ROOFS.items()}
    | {"a" + sign: _BOWL + mark for sign, mark in _VNI_BOWLS.items()}
)
# Only pairs that French does not have: ``Thaï``, ``où`` and ``laïc`` would otherwise become syllables.
_VNI_SIGNS = re.compile(r"[aeouyôö][øõ]|[aeuyôö]ù|o(?<!^o)ù|[aeo][âåäàáã]|aê|[ôö][ûï]|^ñ[^\W\d_]{2}", re.IGNORECASE)

_WORD = re.compile(r"[A-Za-z\xa1-\xff\u0100-\u024f\u1ea0-\u1ef9]+")
_MODERN = re.compile(r"[\u0100-\u024f\u1ea0-\u1ef9]")


_TCVN3_FONT = re.compile(r"\.?vn[a-z0-9]", re.IGNORECASE)
_VNI_FONT = re.compile(r"vni[ -]", re.IGNORECASE)
SOME_FONT: dict[Legacy, str] = {"TCVN3": ".VnTime", "VNI": "VNI-Times"}
"""A font of each encoding, for text whose own font does not say it."""
_CAPITALS = "H"
"""How the names of those fonts of TCVN3 end that print every letter as a capital: ``.VnTimeH``."""


def encoding_of_font(font: str) -> Legacy | None:
    """The old encoding that a font is made for, by its name: ``.VnTime``, ``VNI-Times``; None for any other font."""
    if _VNI_FONT.match(font):
        return "VNI"
    return "TCVN3" if _TCVN3_FONT.match(font) else None


def from_font(text: str, font: str) -> str:
    """Text of a run in a font of an old encoding, in modern letters; capitals where the font prints nothing else."""
    encoding = encoding_of_font(font)
    if encoding is None:
        return text
    modern = from_legacy(text, encoding)
    return modern.upper() if encoding == "TCVN3" and font.strip().endswith(_CAPITALS) else modern


def from_legacy(text: str, encoding: Legacy) -> str:
    """Text of an old encoding in modern letters, in NFC; what the encoding does not have stays as it is."""
    return nfc(_from_tcvn3(text) if encoding == "TCVN3" else _from_vni(text))


def holds_modern_letters(text: str) -> bool:
    """Whether there is a letter that only Unicode has, so that the text is in no old encoding."""
    return bool(_MODERN.search(nfc(text)))


def legacy_encoding(text: str) -> Legacy | None:
    """The old encoding that the text plainly is in; None for correct Vietnamese and for other languages.

    A text that holds more modern Vietnamese words than doubtful ones is correct: a sign may be meant.
    """
    if text.isascii():
        return None
    words = [word for word in _WORD.findall(nfc(text)) if not word.isascii()]
    tcvn3 = sum(_is_evidence(word, _TCVN3_SIGNS, _from_tcvn3) for word in words)
    vni = sum(_is_evidence(word, _VNI_SIGNS, _from_vni) for word in words)
    if max(tcvn3, vni) <= sum(1 for word in words if _MODERN.search(word)):
        return None
    return "TCVN3" if tcvn3 >= vni else "VNI"


def _is_evidence(word: str, signs: re.Pattern[str], turn_back: Callable[[str], str]) -> bool:
    return bool(signs.search(word)) and not is_syllable(word) and is_syllable(turn_back(word))


def _from_tcvn3(word: str) -> str:
    return word.translate(_TCVN3)


def _from_vni(word: str) -> str:
    """The word in modern letters; what VNI does not have stays, and makes it no syllable."""
    written = word.lower()
    if len(written) != len(word):  # a letter of another script that has no single small form
        return word
    modern = (
        _VNI_MARKS.get(written[max(at - 1, 0) : at + 1]) or _VNI_LETTERS.get(letter, letter)
        for at, letter in enumerate(written)
    )
    return "".join(new.upper() if old.isupper() else new for old, new in zip(word, modern, strict=True))
