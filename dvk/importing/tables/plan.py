"""What stands in dvk's own sections of a printed plan: targets, tasks, obligations, events, validity, and its text."""

import re
from collections.abc import Iterator, Sequence

from dvk.importing.known import Known
from dvk.importing.outline.sections import sections_of
from dvk.importing.paper import Grid, Line, Paper
from dvk.importing.quoted import Draft, Quoted, names_doubted_once, quoted
from dvk.importing.tables.chapters import Body, Chapter, body_of, chapters, grids_in, lines_in, own_at_end
from dvk.importing.tables.grids import table_of
from dvk.importing.tables.labels import OBLIGATIONS, TARGETS
from dvk.importing.tables.markdown import markdown_of
from dvk.importing.tables.named import Named, listed
from dvk.importing.tables.obligations import obligation_drafts
from dvk.importing.tables.targets import target_drafts
from dvk.importing.tables.unstyled import with_headings
from dvk.importing.tables.written import DAY, LONGEST, iso_day, period_of, plain_words
from dvk.naming import FreeIds
from dvk.vietnamese.document_types import PLAN_TYPES
from dvk.vietnamese.text import slug

_TARGETS, _ORDERS = "Chỉ tiêu", "Tổ chức thực hiện"
_TASKS, _OBLIGATIONS, _EVENTS, _VALIDITY = (
    *("Phân công thực hiện", "Chế độ đăng ký, báo cáo"),
    *("Các mốc thời gian", "Hiệu lực"),
)
_PARTS = {_TASKS, _OBLIGATIONS, _EVENTS, _VALIDITY}
_TYPES = "|".join(name.lower() for name in PLAN_TYPES.values())
_OPENING = re.compile(
    rf".+? ban hành (?:{_TYPES})(?: thực hiện “(?P<programme>.+)”)?(?: (?P<period>[^“”]*?[0-9]{{4}}))?"
    r" với các nội dung sau:"
)
_EVENT = re.compile(rf"- (?P<name>.+): ngày (?P<day>{DAY})\.?")
_START = re.compile(rf"Có hiệu lực từ ngày ({DAY})\.?")
_END = re.compile(rf"Thực hiện đến hết ngày ({DAY})\.?")
_INSTEAD = re.compile(r"Thay thế (.+?)\.?")
_NAMELESS = "muc"
_INDICATORS = "Số liệu phải báo cáo: "
_STANDING = " (bộ phận thường trực)"

Fields = dict[str, Draft]


def plan_tables(paper: Paper, known: Known) -> Fields:
    """The keys of a plan that stand in dvk's own sections and tables; {} for a plan that dvk did not print.

    Args:
        paper: the plan.
        known: what its names mean.
    """
    body = body_of(paper)
    opening = _opening(body) if body else None
    named = Named(known)
    found = _own(body, opening, named) if body and opening and is_own_plan(body) else _foreign(paper, named)
    return names_doubted_once(found)


def is_own_plan(body: Body) -> bool:
    """Whether a body is that of a plan that dvk printed.

    Offices open their plans with the same sentence: numbered parts without styles are dvk's only where sections of its
    own stand at the end.
    """
    if _opening(body) is None:
        return False
    styled = any(line.heading for line in lines_in(body.blocks))
    return styled or not sections_of(body.blocks)[1] or bool(_sections(body)[1])


def _sections(body: Body) -> tuple[list[Chapter], dict[str, Chapter]]:
    """The chapters of the text, and dvk's own sections behind it."""
    found = chapters(with_headings(body, {_TARGETS, _ORDERS, *_PARTS}).blocks)
    return own_at_end(found, (_TARGETS, _ORDERS), {_TARGETS: _is_targets, _ORDERS: _is_orders})


def _own(body: Body, opening: Line, named: Named) -> Fields:
    text, own = _sections(body)
    made = _head(opening) | _text(text)
    if _TARGETS in own:
        made |= _targets(own[_TARGETS], named)
    parts = {part.title: part for part in own[_ORDERS].parts} if _ORDERS in own else {}
    return made | _orders(parts, named)


def _opening(body: Body) -> Line | None:
    lines = list(lines_in(body.before))
    return lines[-1] if lines and _is_opening(plain_words(lines[-1].text)) else None


def _is_opening(words: str) -> bool:
    return len(words) <= LONGEST and _OPENING.fullmatch(words) is not None


def _head(opening: Line) -> Fields:
    """Programme and period of the opening sentence."""
    found = _OPENING.fullmatch(plain_words(opening.text))
    made: Fields = {}
    if found and found["programme"]:
        made["programme"] = quoted(found["programme"], opening)
    period = period_of(found["period"]) if found and found["period"] else None
    return made | ({"period": quoted(period, opening, found["period"])} if period and found else {})


def _text(found: Sequence[Chapter]) -> Fields:
    blocks = [block for chapter in found for block in chapter.everything]
    text = markdown_of(blocks)
    first = next((line.number for line in lines_in(blocks)), 0)
    return {"text": Quoted(text, first)} if text else {}


def _is_targets(chapter: Chapter) -> bool:
    return any(table_of(grid, TARGETS, ("indicator", "value")) for grid in grids_in(chapter.blocks))


def _is_orders(chapter: Chapter) -> bool:
    titles = {part.title for part in chapter.parts if part.heading}
    return bool(titles) and titles <= _PARTS and not chapter.parts[0].blocks


def _targets(chapter: Chapter, named: Named) -> Fields:
    tables = [table for grid in grids_in(chapter.blocks) if (table := table_of(grid, TARGETS, ("indicator", "value")))]
    return {"targets": [draft for table in tables for draft in target_drafts(table, named)]}


def _orders(parts: dict[str, Chapter], named: Named) -> Fields:
    made: Fields = {}
    if _TASKS in parts:
        made["tasks"] = list(_tasks(parts[_TASKS], named))
    if _EVENTS in parts:
        made["events"] = list(_events(parts[_EVENTS]))
    if _OBLIGATIONS in parts:
        made |= _obligations(parts[_OBLIGATIONS], made.get("events", []), named)  # type: ignore[arg-type]
    return made | (_validity(parts[_VALIDITY], named) if _VALIDITY in parts else {})


def _tasks(chapter: Chapter, named: Named) -> Iterator[Draft]:
    for part in chapter.parts:
        assigned = _assigned(part, named) if part.heading else {}
        for line in lines_in(part.blocks):
            yield assigned | {"task": quoted(plain_words(line.text).removeprefix("- "), line)}


def _assigned(part: Chapter, named: Named) -> Fields:
    """The department or the level that a heading names."""
    name, line = part.title, part.heading
    if line is None:
        return {}
    bare = name.removesuffix(_STANDING)
    level = None if bare != name or named.is_department(bare) else named.level(bare)
    return (
        {"level": quoted(level, line, name)}
        if level
        else {"department": named.as_id(named.department(bare), bare, line)}
    )


def _events(chapter: Chapter) -> Iterator[dict[str, Draft]]:
    ids = FreeIds()
    for line in lines_in(chapter.blocks):
        found = _EVENT.fullmatch(plain_words(line.text))
        day = iso_day(found["day"]) if found else None
        if found and day:
            name = ids.new(slug(found["name"]) or _NAMELESS)
            yield {"id": Quoted(name, line.number), "date": quoted(day, line), "name": quoted(found["name"], line)}


def _obligations(chapter: Chapter, events: Sequence[dict[str, Draft]], named: Named) -> Fields:
    made: Fields = {}
    for grid in grids_in(chapter.blocks):
        table = table_of(grid, OBLIGATIONS, ("title", "due"))
        if table:
            made["obligations"] = obligation_drafts(table, events, named)
    for line in lines_in(chapter.blocks):
        words = plain_words(line.text)
        if words.startswith(_INDICATORS):
            names = listed(words.removeprefix(_INDICATORS).removesuffix("."), "; ", named.indicator)
            made["indicators"] = [named.as_id(found, name, line) for name, found in names]
    return made


def _validity(chapter: Chapter, named: Named) -> Fields:
    made: Fields = {}
    instead: list[Draft] = []
    for line in lines_in(chapter.blocks):
        words = plain_words(line.text)
        for key, pattern in (("effective", _START), ("until", _END)):
            found = pattern.fullmatch(words)
            day = iso_day(found[1]) if found else None
            if day:
                made[key] = quoted(day, line)
        if found := _INSTEAD.fullmatch(words):
            path = named.plan(found[1])
            instead.append(Quoted(path or found[1], line.number, found[1], "" if path else "unknown_document"))
    return made | ({"supersedes": instead} if instead else {})


def _foreign(paper: Paper, named: Named) -> Fields:
    """The tables of obligations and targets in a plan of somebody else."""
    made: Fields = {}
    for grid in (block for block in paper.blocks if isinstance(block, Grid)):
        owed = table_of(grid, OBLIGATIONS, ("title", "due"))
        targets = table_of(grid, TARGETS, ("indicator", "measure", "value"))
        if owed and "obligations" not in made:
            made["obligations"] = obligation_drafts(owed, [], named)
        elif targets and "targets" not in made:
            made["targets"] = target_drafts(targets, named)
    return made
