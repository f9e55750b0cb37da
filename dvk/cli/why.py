"""``dvk why UNIT INDICATOR``: a total walked down to file and line."""

from typing import Annotated

import typer

from dvk.cli.bilingual import both
from dvk.cli.destination import destination
from dvk.cli.opening import known, open_in_year, say_what_is_missing, workspace_of
from dvk.cli.options import At, Force, OutputFile, Root, TableFormat, Year
from dvk.explanation import ALL_UNITS, COUNTS_OF_MODELS, MODELS_PREFIX, explain_models, explain_total
from dvk.views.places import Places
from dvk.views.why import why_json, why_tables
from dvk.yearbook import yearbook

UnitName = Annotated[
    str, typer.Argument(metavar="UNIT", help=both("Mã đơn vị; all: mọi cây.", "The unit; all: every tree."))
]
What = Annotated[
    str,
    typer.Argument(
        metavar="INDICATOR",
        help=both("Mã chỉ tiêu, hoặc models.registered …", "An indicator, or models.registered …"),
    ),
]


def command(
    ctx: typer.Context,
    unit: UnitName,
    indicator: What,
    year: Year = None,
    at: At = None,
    root: Root = None,
    form: TableFormat = None,
    output: OutputFile = None,
    force: Force = False,
) -> None:
    to = destination(ctx, form, output, force=force)
    session = to.session
    workspace = workspace_of(session, root, at)
    about_models = indicator in COUNTS_OF_MODELS
    if not about_models:
        known("indicator", indicator, [*workspace.indicators, *COUNTS_OF_MODELS])
    book = yearbook(workspace, year or session.today.year)
    say_what_is_missing(book, session)
    if unit != ALL_UNITS:
        open_in_year(book, unit)
    if about_models:
        found = explain_models(book, unit, indicator.removeprefix(MODELS_PREFIX))
    else:
        found = explain_total(book, unit, workspace.indicators[indicator])
    line_of = Places(workspace.snapshot).line
    to.give(
        json=lambda: why_json(found, line_of),
        tables=lambda: why_tables(book, found, line_of, session.language),
    )
