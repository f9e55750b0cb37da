"""Models with their results in a table, under the fields that stand between the rows."""

import re
from collections.abc import Iterator, Sequence

from dvk.importing.paper import Block
from dvk.importing.quoted import Draft, Quoted, quoted
from dvk.importing.tables.chapters import grids_in
from dvk.importing.tables.figures import result_of
from dvk.importing.tables.grids import Row, Table, table_of
from dvk.importing.tables.labels import MODELS_OF_REPORT
from dvk.importing.tables.markdown import markdown_of
from dvk.importing.tables.model_means import STAGES, money_of
from dvk.importing.tables.money_units import money_scale, without_money_unit
from dvk.importing.tables.named import Named
from dvk.importing.tables.written import plain_words

_GROUP = re.compile(r"(?P<field>.+): [0-9.]+ mô hình")
RESULTS_IN_WORDS = "results_in_words"
"""The doubt of results that name no indicator: they are kept as the text of the model."""
_NO_FIELD = "Chưa xếp lĩnh vực"

Fields = dict[str, Draft]


def model_results(blocks: Sequence[Block], named: Named, year: int) -> Fields:
    """``models`` of the tables of models; {} where there is none."""
    tables = [table for grid in grids_in(blocks) if (table := table_of(grid, MODELS_OF_REPORT, ("name", "results")))]
    found = [draft for table in tables for draft in _models(table, named, year)]
    return {"models": found} if found else {}


def _models(table: Table, named: Named, year: int) -> Iterator[Fields]:
    field: Fields = {}
    for row in table.rows:
        group = _GROUP.fullmatch(row.text("number") or row.text("name"))
        if group:
            known = named.field(group["field"])
            line = row.first
            field = {} if group["field"] == _NO_FIELD else {"field": named.as_id(known, group["field"], line)}
        elif "name" in row.cells:
            yield _model(row, field, named, year)


def _model(row: Row, field: Fields, named: Named, year: int) -> Fields:
    name, line = row.text("name"), row.line("name")
    found = named.model(name, named.known.unit, year)
    made: Fields = {"model": quoted(found, line, name)} if found else {"name": quoted(name, line), **field}
    if "field" in row.cells and not found:
        made["field"] = named.as_id(named.field(row.text("field")), row.text("field"), row.line("field"))
    stage = STAGES.get(row.text("stage").casefold())
    made |= {"stage": quoted(stage, row.line("stage"))} if stage else {}
    made |= _results(row, named)
    if "spent" in row.cells:
        scale = money_scale(without_money_unit(row.titles.get("spent", ""))[1]) or 1
        made["spent"] = money_of(row.text("spent"), row.line("spent"), scale)["value"]
    if "text" in row.cells:
        made["text"] = Quoted(markdown_of(list(row.cells["text"])), row.line("text").number)
    if "results" in row.cells and "results" not in made:
        lines = [*row.cells.get("text", ()), *row.cells["results"]]
        made["text"] = Quoted(markdown_of(lines), lines[0].number, row.text("results"), RESULTS_IN_WORDS)
    if "note" in row.cells:
        made["note"] = quoted(plain_words(row.text("note")), row.line("note"))
    return made


def _results(row: Row, named: Named) -> Fields:
    """The results, a line each; none where a line has no indicator or no value."""
    lines = row.cells.get("results", ())
    found = [result for line in lines if (result := result_of(line, named))]
    return {"results": found} if found and len(found) == len(lines) else {}
