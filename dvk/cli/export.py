"""``dvk export``: a workspace's figures as plain tables for other programs, all rules applied."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from dvk.cli.bilingual import both
from dvk.cli.opening import known, session_of, workspace_of
from dvk.cli.options import At, Root, a_year
from dvk.cli.session import Session
from dvk.errors import CannotGoOn
from dvk.exporting.forms import FORMS
from dvk.exporting.new_folder import see_that_it_is_new
from dvk.exporting.writing import Wanted, export, known_years, most_tables
from dvk.output.progress import progress
from dvk.shown import printable
from dvk.workspace import Workspace

Target = Annotated[
    Path,
    typer.Argument(
        metavar="DIR",
        help=both("Thư mục để ghi vào, mới hoặc trống.", "A folder to write into, new or empty."),
        show_default=False,
    ),
]
Form = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="sqlite|csv|parquet",
        help=both(
            "Một tệp SQLite, các tệp CSV, hoặc Parquet (cần dvk[scale]).",
            "One SQLite file, CSV files, or Parquet (with dvk[scale]).",
        ),
    ),
]
Year = Annotated[
    int | None,
    typer.Option(
        "--year",
        metavar="YEAR",
        parser=a_year,
        help=both(
            "Chỉ năm này; mặc định: mọi năm có tài liệu, và đến năm nay mọi năm có việc phải báo cáo.",
            "Only this year; by default every year with filings, and every year up to this one for which some are due.",
        ),
    ),
]
RootUnit = Annotated[
    str | None,
    typer.Option(
        "--unit",
        metavar="UNIT",
        help=both("Chỉ một cây: đơn vị đứng đầu cây đó.", "Only one tree: the unit at its top."),
    ),
]
_MAKING = {"vi": "Xuất số liệu", "en": "Exporting"}
_WRITTEN = {"vi": "Đã ghi {0}: {1} năm, {2} cây tổ chức", "en": "Written: {0} (years: {1}, trees: {2})"}
_NOTHING = {"vi": "Không có số liệu nào để xuất: {0}", "en": "There is nothing to export: {0}"}


def command(
    ctx: typer.Context,
    target: Target,
    form: Form = "sqlite",
    year: Year = None,
    unit: RootUnit = None,
    at: At = None,
    root: Root = None,
) -> None:
    session = session_of(ctx)
    if form not in FORMS:
        raise CannotGoOn("DVK908", option="--format", typed=form, clear=" / ".join(FORMS))
    see_that_it_is_new(target)
    workspace = workspace_of(session, root, at)
    years = known_years(workspace, session.today) if year is None else (year,)
    wanted = Wanted(form, years, _top(workspace, unit, years))
    with progress(_MAKING[session.language], most_tables(workspace, wanted)) as each:
        written = export(workspace, wanted, target, each)
    _say(session, target, written)


def _top(workspace: Workspace, unit: str | None, years: tuple[int, ...]) -> str | None:
    """A unit that stands at the top of a tree in one of the years.

    Raises:
        CannotGoOn: DVK907 if there is no such unit, DVK908 if it never stands at the top.
    """
    if unit is None:
        return None
    name = known("unit", unit, workspace.organisation.units)
    tops = {_top_of(name, workspace.trees.of(year).parents) for year in years}
    if name not in tops:
        clear = " / ".join(sorted(top for top in tops if top)) or "–"
        raise CannotGoOn("DVK908", option="--unit", typed=name, clear=clear, problem="not_at_the_top")
    return name


def _top_of(unit: str, parents: Mapping[str, str | None]) -> str | None:
    """The root above a unit in a year's tree; ``None`` where it does not stand in it."""
    if unit not in parents:
        return None
    while (above := parents[unit]) is not None:
        unit = above
    return unit


def _say(session: Session, target: Path, written: list[tuple[int, str]]) -> None:
    trees = len({root for _, root in written})
    told = _WRITTEN if written else _NOTHING
    session.remark(told[session.language].format(printable(str(target)), len({year for year, _ in written}), trees))
