"""A report as dvk prints it, by its sections and tables; those of others are read by ``foreign_report``."""

from collections.abc import Iterator, Sequence

from dvk.importing.known import Known
from dvk.importing.outline import Outline
from dvk.importing.paper import Block, Line, Paper, Piece
from dvk.importing.quoted import Draft, Quoted, quoted
from dvk.importing.tables.chapters import (
    Chapter,
    body_of,
    chapters,
    grids_in,
    lines_in,
    opened,
    opening_of,
    own_at_start,
)
from dvk.importing.tables.exemplars import exemplar_of, is_exemplar
from dvk.importing.tables.figures import figure_drafts
from dvk.importing.tables.foreign_report import foreign_report
from dvk.importing.tables.grids import table_of
from dvk.importing.tables.head import cited, ended, illustrative_of
from dvk.importing.tables.labels import FIGURES
from dvk.importing.tables.markdown import markdown_of
from dvk.importing.tables.model_means import STAGES
from dvk.importing.tables.model_results import model_results
from dvk.importing.tables.named import Named
from dvk.importing.tables.unstyled import with_headings
from dvk.importing.tables.written import number_of, period_of, plain_words
from dvk.naming import FreeIds

_PREDECESSORS = "Số liệu gồm cả phần của các đơn vị đã nhập vào "
_COUNTS = "Số mô hình: "
_LEADERSHIP, _ISSUED = "Công tác lãnh đạo, chỉ đạo", "Văn bản đã ban hành"
_RESULTS, _WHOLE = "Kết quả thực hiện chỉ tiêu", "Toàn hệ thống của "
_FIELDS, _MODELS = "Kết quả trên các lĩnh vực", "Mô hình"
_PRAISE, _JUDGED, _REST = "Biểu dương, nhân rộng điển hình", "Đánh giá chung", "Nội dung khác"
_PROSE = {
    "Tình hình chung": "situation",
    "Công tác tuyên truyền": "propaganda",
    "Nhiệm vụ kỳ tới": "next_period",
    "Kiến nghị, đề xuất": "proposals",
    _REST: "text",
}
_JUDGEMENTS = {"Ưu điểm": "strengths", "Hạn chế": "limits", "Nguyên nhân": "causes"}
_TITLES = (
    *("Tình hình chung", _LEADERSHIP, "Công tác tuyên truyền", _RESULTS, _FIELDS, _MODELS, _PRAISE, _JUDGED),
    *("Nhiệm vụ kỳ tới", "Kiến nghị, đề xuất", _REST),
)

Fields = dict[str, Draft]


def report_of(paper: Paper, outline: Outline, known: Known, year: int | None = None) -> Fields:
    """The period of a report, its figures, models, exemplars and sections of text; not its head and foot.

    Args:
        paper: the report.
        outline: the same taken apart.
        known: what its names mean.
        year: its year, where its head says so.
    """
    named = Named(known)
    body = body_of(paper)
    opening = opening_of(body, "report") if body else None
    if body is None or opening is None:
        return foreign_report(paper, outline, named, year)
    made = _period(opening) | illustrative_of(body)
    before, *found = chapters(with_headings(body, (*_TITLES, *_JUDGEMENTS, _ISSUED)).blocks)
    own, rest = own_at_start(found, _TITLES)
    year = int(str(made["period"].value)[:4]) if isinstance(made.get("period"), Quoted) else known.day.year  # type: ignore[union-attr]
    made |= _predecessors(before) | _own(own, named, year) | model_results(body.after, named, year)
    text = [block for chapter in [_without_mark(before), *rest] for block in chapter.everything]
    return made | ({"text": _prose(text)} if text else {})


def _words(line: Line) -> str:
    return plain_words(line.text)


def _period(opening: Line) -> Fields:
    period = period_of(opened(opening, "report"))
    return {"period": quoted(period, opening)} if period else {}


def _is_mark(block: Block) -> bool:
    return isinstance(block, Line) and _words(block).startswith(_PREDECESSORS)


def _predecessors(before: Chapter) -> Fields:
    found = next((block for block in before.blocks if _is_mark(block)), None)
    return {"covers_predecessors": quoted("yes", found, found.text)} if isinstance(found, Line) else {}


def _without_mark(before: Chapter) -> Chapter:
    return Chapter(None, [block for block in before.blocks if not _is_mark(block)])


def _prose(blocks: Sequence[Block]) -> Quoted:
    return Quoted(markdown_of(blocks), next((line.number for line in lines_in(blocks)), 0))


def _own(own: dict[str, Chapter], named: Named, year: int) -> Fields:
    made: Fields = {key: _prose(own[title].blocks) for title, key in _PROSE.items() if title in own}
    if _LEADERSHIP in own:
        made |= _leadership(own[_LEADERSHIP])
    if _RESULTS in own:
        made |= _results(own[_RESULTS], named)
    if _FIELDS in own:
        made["by_field"] = list(_by_field(own[_FIELDS], named))
    if _MODELS in own:
        made |= _counts(own[_MODELS])
    if _PRAISE in own:
        made |= _praise(own[_PRAISE], named, year)
    if _JUDGED in own:
        parts = {part.title: part for part in own[_JUDGED].parts if part.heading}
        made |= {key: _prose(parts[title].blocks) for title, key in _JUDGEMENTS.items() if title in parts}
    return made


def _leadership(chapter: Chapter) -> Fields:
    """The text, and below the last heading of that name the documents issued."""
    issued = [part for part in chapter.parts if part.title == _ISSUED][-1:]
    cut = len(chapter.blocks) - len(issued[0].everything) if issued else len(chapter.blocks)
    made: Fields = {"leadership": _prose(chapter.blocks[:cut])} if cut else {}
    lines = [line for part in issued for line in lines_in(part.blocks)]
    bases = cited([_as_basis(line) for line in lines]).get("legal_bases")
    return made | ({"documents_issued": bases} if bases else {})


def _as_basis(line: Line) -> Line:
    return Line(line.number, (Piece(f"Căn cứ {ended(_words(line).removeprefix('- '))}"),))


def _results(chapter: Chapter, named: Named) -> Fields:
    made: dict[str, list[Draft]] = {}
    for part in chapter.parts:
        key = "consolidated" if part.title.startswith(_WHOLE) else "own"
        for grid in grids_in(part.blocks):
            table = table_of(grid, FIGURES, ("indicator", "value"))
            if table:
                made.setdefault(key, []).extend(figure_drafts(table, named))
    return dict(made)


def _by_field(chapter: Chapter, named: Named) -> Iterator[Draft]:
    for part in chapter.parts:
        if part.heading:
            field = named.as_id(named.field(part.title), part.title, part.heading)
            yield {"field": field, "text": _prose(part.blocks)}


def _counts(chapter: Chapter) -> Fields:
    """The numbers of ``Số mô hình: đăng ký 04; thực hiện 03``."""
    made: Fields = {}
    for line in lines_in(chapter.blocks):
        words = _words(line)
        for part in words.removeprefix(_COUNTS).rstrip(".").split("; ") if words.startswith(_COUNTS) else ():
            name, _, number = part.rpartition(" ")
            if name in STAGES and number_of(number):
                made[STAGES[name]] = quoted(str(int(number_of(number) or 0)), line, part)
    return {"model_counts": made} if made else {}


def _praise(chapter: Chapter, named: Named, year: int) -> Fields:
    parts = chapter.parts
    first = next((place for place, part in enumerate(parts) if is_exemplar(part)), len(parts))
    text = [block for part in parts[:first] for block in part.everything]
    ids = FreeIds()
    found = [exemplar_of(part, named, year, ids) for part in parts[first:]]
    made: Fields = {"commendation": _prose(text)} if text else {}
    return made | ({"exemplars": found} if found else {})
