"""Exemplars as dvk prints them: a heading with the name, then a line for each thing that is known."""

from dvk.importing.paper import Block, Line
from dvk.importing.quoted import Draft, Quoted, quoted
from dvk.importing.tables.chapters import Chapter
from dvk.importing.tables.markdown import markdown_of
from dvk.importing.tables.named import Named
from dvk.importing.tables.written import iso_day, plain_words
from dvk.naming import FreeIds
from dvk.vietnamese.text import slug

_TYPES = {"tập thể điển hình": "collective", "cá nhân điển hình": "individual"}
_TYPE = "Loại"
_TEXTS = {"Chức vụ": "post", "Đơn vị": "unit", "Cách chọn": "selection", "Quyết định công nhận": "decision"}
_REFERENCES = {"Mô hình": "model", "Nhân rộng từ": "replicated_from"}
_ORDER = (
    *(_TYPE, "Chức vụ", "Đơn vị", "Lĩnh vực", "Mô hình", "Tiêu chí", "Cách chọn", "Cấp công nhận"),
    *("Quyết định công nhận", "Ngày công nhận", "Nhân rộng từ"),
)

Fields = dict[str, Draft]


def is_exemplar(chapter: Chapter) -> bool:
    """Whether a heading is the name of an exemplar: the line below it says of what type."""
    first = chapter.blocks[0] if chapter.blocks else None
    return chapter.heading is not None and isinstance(first, Line) and _labelled(first)[0] == _TYPE


def exemplar_of(chapter: Chapter, named: Named, year: int, ids: FreeIds) -> Fields:
    """One exemplar; what stands below its lines is its text."""
    name, line = chapter.title, chapter.heading
    number = line.number if line else 0
    made: Fields = {"id": Quoted(ids.new(slug(name)[:60].strip("-") or "muc"), number), "name": Quoted(name, number)}
    criteria: list[Draft] = []
    rest: list[Block] = list(chapter.blocks)
    place = 0
    while rest and isinstance(rest[0], Line):
        label, words = _labelled(rest[0])
        if label not in _ORDER[place:]:
            break
        place = _ORDER.index(label)
        if label == "Tiêu chí":
            criteria.append(quoted(words, rest[0]))
        else:
            made |= _value(label, words, rest[0], named, year)
        rest = rest[1:]
    text = markdown_of(rest)
    made |= {"criteria": criteria} if criteria else {}
    return made | ({"text": Quoted(text, number)} if text else {})


def _labelled(line: Line) -> tuple[str, str]:
    label, _, words = plain_words(line.text).removeprefix("- ").partition(": ")
    return label, words


def _value(label: str, words: str, line: Line, named: Named, year: int) -> Fields:
    if label == _TYPE:
        return {"type": quoted(_TYPES.get(words.casefold(), words), line, words)}
    if label == "Lĩnh vực":
        return {"field": named.as_id(named.field(words), words, line)}
    if label == "Cấp công nhận":
        return {"level": named.as_id(named.level(words), words, line)}
    if label == "Ngày công nhận":
        day = iso_day(words)
        return {"date": quoted(day, line, words)} if day else {}
    if label in _REFERENCES:
        found = named.entry(words, named.known.unit, year)
        return {_REFERENCES[label]: Quoted(found or words, line.number, words, "" if found else "unknown_entry")}
    return {_TEXTS[label]: quoted(words, line)}
