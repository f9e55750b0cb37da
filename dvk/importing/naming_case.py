"""Names in capitals, as on signatures, in the letters of running text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from dvk.importing.outline.bottom import ACTING, ON_BEHALF

_PHRASES = (
    *("Ban Thường vụ", "Ban Thường trực", "Ban Chấp hành", "Ban Chỉ đạo", "Ban Chủ nhiệm", "Ban Giám đốc"),
    *("Ban Giám hiệu", "Ban Bí thư", "Ban Cán sự", "Ban Tuyên giáo", "Ban Dân vận", "Ban Tổ chức", "Ban Kiểm tra"),
    *("Ban Phong trào", "Ban Nội vụ", "Ban Thường kỳ", "Thường trực", "Thường vụ", "Chấp hành", "Văn phòng", "Đảng bộ"),
    *("Tỉnh đoàn", "Huyện đoàn", "Thành đoàn", "Thị đoàn", "Quận đoàn", "Chi đoàn", "Liên đoàn", "Công đoàn"),
    *("Ban Tổ chức - Kiểm tra", "Ban Thanh niên Nông thôn", "Ban Tuyên giáo - Dân vận", "Ban Tổ chức - Xây dựng Đoàn"),
    *(
        "Ban Thanh thiếu nhi - Trường học",
        "Ban Đoàn kết tập hợp Thanh niên",
        "Ban Thiếu nhi",
        "Xác nhận",
        "cấp ủy",
        "của",
    ),
    *("Trung ương Đoàn", "Trung ương", "Đoàn Thanh niên", "Đoàn xã", "Đoàn phường", "Đoàn thị trấn", "Đoàn khối"),
    *(
        "Đoàn TNCS Hồ Chí Minh",
        "TNCS",
        "Hồ Chí Minh",
        "Việt Nam",
        "LHTN",
        "BCH",
        "BTV",
        "BCĐ",
        "UBND",
        "UBMTTQ",
        "MTTQ",
    ),
    *("HĐND", "TNCS", "Ủy ban nhân dân", "Ủy ban Mặt trận Tổ quốc", "Ủy ban", "Uỷ ban", "Hội đồng nhân dân"),
    *("Mặt trận Tổ quốc", "Mặt trận", "Tỉnh ủy", "Huyện ủy", "Thành ủy", "Thị ủy", "Đảng ủy", "Tỉnh uỷ", "Huyện uỷ"),
    *("Hội Liên hiệp Thanh niên", "Hội Liên hiệp Phụ nữ", "Hội Nông dân", "Hội Cựu chiến binh", "Hội Sinh viên", "Hội"),
    *("Phó Bí thư Thường trực", "Phó Bí thư", "Bí thư", "Phó Chủ tịch Thường trực", "Phó Chủ tịch", "Chủ tịch"),
    *("Phó Trưởng ban Thường trực", "Phó Trưởng ban", "Trưởng ban", "Phó Trưởng phòng", "Trưởng phòng"),
    *("Phó Chánh Văn phòng", "Chánh Văn phòng", "Phó Giám đốc", "Giám đốc", "Phó Hiệu trưởng", "Hiệu trưởng"),
    *("Phó Chủ nhiệm", "Chủ nhiệm", "Tổng Thư ký", "Tổ trưởng", "Ủy viên Thường trực", "Ủy viên", "Trưởng đoàn"),
    *("người ký", "Đoàn", "Đội", "Ban", "Phòng", "Sở", "Đảng", "Phó", "Trưởng", "Quyền"),
    *("thành phố", "thị xã", "thị trấn", "quận", "huyện", "tỉnh", "phường", "xã", "khối", "cơ quan", "cơ sở"),
    *("tổ chức", "kiểm tra", "thành viên", "trực thuộc", "các", "và", "khóa", "nhiệm kỳ", "lần thứ"),
)
"""Words of offices as they are written in a sentence, those of places in small letters before a name."""
_WORD = re.compile(r"[^\W_]+|[^\w\s]+|_+|\s+")
_ABBREVIATED = re.compile(rf"(?:{ON_BEHALF}|{ACTING})\s?\.?(?=\s|[A-ZĐÀ-Ỵ])")


@dataclass(frozen=True, slots=True)
class ProperCase:
    """A name in the letters of running text; ``sure`` where every word of it is known."""

    text: str
    sure: bool


def proper_case(capitals: str, names: Iterable[str] = ()) -> ProperCase:
    """``TM. BAN THƯỜNG VỤ TỈNH ĐOÀN`` as ``TM. Ban Thường vụ Tỉnh đoàn``.

    Args:
        capitals: the words; those that are not all in capitals stay as they are.
        names: further names as they are written, of places and bodies; each counts before the words of offices.
    """
    if not capitals.isupper():
        return ProperCase(capitals, sure=True)
    short = _ABBREVIATED.match(capitals)
    start = short.end() if short else 0
    words = _WORD.findall(capitals[start:])
    phrases = _by_first_word((*names, *_PHRASES))
    heads = _by_first_word(tuple(_heads((*names, *_PHRASES))))
    found, sure, at = [capitals[:start]], True, 0
    while at < len(words):
        known_here = (*heads.get(words[at], ()), *phrases.get(words[at], ()))
        phrase = next((p for p in known_here if p[0] == words[at : at + len(p[0])]), None)
        if phrase:
            found.append(phrase[1])
            at += len(phrase[0])
            continue
        known = not words[at].isalpha()
        found.append(words[at] if known else words[at].capitalize())
        sure, at = sure and known, at + 1
    return ProperCase("".join(found), sure)


def _heads(names: Iterable[str]) -> Iterator[str]:
    """Who leads a department, before its name: ``Trưởng Ban Tổ chức``."""
    for name in names:
        if name.startswith(("Ban ", "Phòng ")):
            yield from (f"Trưởng {name}", f"Phó Trưởng {name}")


@lru_cache(maxsize=16)
def _by_first_word(phrases: tuple[str, ...]) -> dict[str, list[tuple[list[str], str]]]:
    """Each phrase with its words in capitals, by the first of them, the longest first."""
    found: dict[str, list[tuple[list[str], str]]] = {}
    for phrase in dict.fromkeys(phrases):
        words = _WORD.findall(phrase.upper())
        if words:
            found.setdefault(words[0], []).append((words, phrase))
    for same in found.values():
        same.sort(key=lambda entry: -len(entry[0]))
    return found
