"""A report: dvk's own sections and tables, or the tables of figures and models in a report of somebody else."""

import re
from collections.abc import Iterator, Sequence

from dvk.importing.known import Known
from dvk.importing.paper import Block, Grid, Line, Paper, Piece
from dvk.importing.quoted import Draft, Quoted, quoted
from dvk.importing.tables.chapters import Chapter, body_of, chapters, grids_in, lines_in, own_at_start
from dvk.importing.tables.exemplars import exemplar_of, is_exemplar
from dvk.importing.tables.figures import figure_drafts
from dvk.importing.tables.grids import table_of
from dvk.importing.tables.head import cited, ended, frame_of
from dvk.importing.tables.labels import FIGURES, MODELS_OF_REPORT
from dvk.importing.tables.markdown import markdown_of
from dvk.importing.tables.model_means import STAGES
from dvk.importing.tables.model_results import model_results
from dvk.importing.tables.named import Named
from dvk.importing.tables.written import number_of, period_of, plain_words

SECTION_GUESSED = "section_guessed"
"""The doubt of figures that may be a unit's own or those of all its system."""
_OPENING = re.compile(r".+ báo cáo kết quả (?P<period>.+?) như sau:")
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


def report_of(paper: Paper, known: Known) -> Fields:
    """A report: head and foot, figures, models, exemplars and the sections of text.

    Args:
        paper: the report.
        known: what its names mean.
    """
    named = Named(known)
    body = body_of(paper)
    made = frame_of(paper, known)
    opening = next((line for line in lines_in(body.before) if _OPENING.fullmatch(_words(line))), None) if body else None
    if body is None or opening is None:
        return made | _foreign(paper.blocks, named)
    made |= _period(opening)
    before, *found = chapters(body.blocks)
    own, rest = own_at_start(found, _TITLES)
    year = int(str(made["period"].value)[:4]) if isinstance(made.get("period"), Quoted) else known.day.year  # type: ignore[union-attr]
    made |= _predecessors(before) | _own(own, named, year) | model_results(body.after, named, year)
    text = [block for chapter in [_without_mark(before), *rest] for block in chapter.everything]
    return made | ({"text": _prose(text)} if text else {})


def _words(line: Line) -> str:
    return plain_words(line.text)


def _period(opening: Line) -> Fields:
    found = _OPENING.fullmatch(_words(opening))
    period = period_of(found["period"]) if found else None
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
    taken: set[str] = set()
    found = [exemplar_of(part, named, year, taken) for part in parts[first:]]
    made: Fields = {"commendation": _prose(text)} if text else {}
    return made | ({"exemplars": found} if found else {})


def _foreign(blocks: Sequence[Block], named: Named) -> Fields:
    """The first table of figures, and the tables of models, in a report of somebody else."""
    made: Fields = {}
    figures: list[Fields] = []
    for grid in grids_in(blocks):
        table = table_of(grid, FIGURES, ("indicator", "value"))
        if table and not _of_models(grid):
            figures = [*figures, *figure_drafts(table, named)]
    if figures:
        made |= _in_section(figures, named)
    return made | model_results(blocks, named, named.known.day.year)


def _in_section(figures: list[Fields], named: Named) -> Fields:
    """Own figures of a unit with none below it; of any other those of all its system, to be looked at."""
    if not named.has_units_below:
        return {"own": list(figures)}
    return {"consolidated": [figure | {"indicator": _doubtful(figure["indicator"])} for figure in figures]}


def _doubtful(indicator: Draft) -> Draft:
    if not isinstance(indicator, Quoted) or indicator.doubt:
        return indicator
    return Quoted(indicator.value, indicator.line, indicator.phrase, SECTION_GUESSED)


def _of_models(grid: Grid) -> bool:
    return table_of(grid, MODELS_OF_REPORT, ("name", "results")) is not None
