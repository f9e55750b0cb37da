"""``dvk rollup``: every indicator's total up the organisation tree, what it stands on, and who is missing."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dvk.cli.answered_before import Question, answer
from dvk.cli.bilingual import both
from dvk.cli.destination import Destination, destination
from dvk.cli.options import (
    Against,
    At,
    Force,
    IndicatorId,
    OutputFile,
    PlanPath,
    Root,
    TableFormat,
    Unit,
    Year,
    whole_number,
)
from dvk.cli.year_asked import YearAsked

if TYPE_CHECKING:
    from dvk.workspace import Workspace

Depth = Annotated[
    int,
    typer.Option(
        "--depth",
        metavar="N",
        parser=whole_number("--depth", 0),
        help=both("Số cấp dưới được in.", "How many levels below are printed."),
    ),
]
Facts = Annotated[
    list[Path] | None,
    typer.Option(
        "--facts",
        metavar="DIR",
        help=both(
            "Cộng từ các bản xuất (dvk export) trong thư mục này, thay vì từ các tệp; dùng nhiều lần được.",
            "Add up exports (dvk export) in this folder instead of files; may be repeated.",
        ),
    ),
]
EngineName = Annotated[
    str | None,
    typer.Option(
        "--engine",
        metavar="duckdb|spark",
        help=both("Với --facts: cộng bằng gì; mặc định: duckdb.", "With --facts: what adds; by default duckdb."),
    ),
]


def command(
    ctx: typer.Context,
    year: Year = None,
    unit: Unit = None,
    indicator: IndicatorId = None,
    plan: PlanPath = None,
    depth: Depth = 0,
    at: At = None,
    against: Against = None,
    facts: Facts = None,
    engine: EngineName = None,
    root: Root = None,
    form: TableFormat = None,
    output: OutputFile = None,
    force: Force = False,
) -> None:
    to = destination(ctx, form, output, force=force)
    asked = YearAsked(year or to.session.today.year, unit, indicator, plan, depth)
    if facts or engine is not None:
        from dvk.cli.facts import give_combined, see_that_options_fit

        idle = {"--plan": plan, "--at": at, "--against": against, "--root": root}
        see_that_options_fit({**idle, "--engine": None} if facts else {"--engine": engine})
        give_combined(to, facts or (), engine or "duckdb", asked)
        return
    if against is not None:
        from dvk.cli.year_answers import give_beside

        give_beside(to, (root, at, against), asked)
        return
    answer(to, Question("rollup", root, at, asked), lambda workspace, to: _year(workspace, to, asked))


def _year(workspace: "Workspace", to: Destination, asked: YearAsked) -> str | bytes:
    from dvk.cli.year_answers import year_answer

    return year_answer(workspace, to, asked)
