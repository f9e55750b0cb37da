"""``dvk render``: plans, registrations and reports, or a roll-up of a unit, as Word documents."""

import os
from collections.abc import Sequence

import typer

from dvk.cli.opening import session_of, workspace_of
from dvk.cli.options import At, Force, Root
from dvk.cli.render_options import (
    AlsoPdf,
    Documents,
    Every,
    ExemplarsOf,
    Jobs,
    NoDrafts,
    OfUnit,
    OnlyUnit,
    PrintedYear,
    WithoutNames,
    WordOutput,
)
from dvk.cli.render_orders import of_exemplars, of_paths, of_rollup, of_year
from dvk.cli.render_remarks import say_beside, say_fonts
from dvk.cli.render_targets import see_that_all_are_free
from dvk.cli.session import Session
from dvk.errors import CannotGoOn
from dvk.output.progress import progress
from dvk.output.stops import stops_text
from dvk.printing.batch import Outcome, PrintJob, pdfs_beside, print_all
from dvk.shown import printable

_WAYS = "dvk render PATH / dvk render --all --year YEAR / dvk render --rollup UNIT / dvk render --exemplars UNIT"
_PRINTING = {"vi": "In văn bản", "en": "Printing"}
_INTO_PDF = {"vi": "Chuyển sang PDF", "en": "Turning into PDF"}
_MADE = {"vi": "Đã in {0}/{1} văn bản.", "en": "Printed {0} of {1} documents."}
_NOTHING = {"vi": "Không có văn bản nào để in.", "en": "There is no document to print."}


def command(
    ctx: typer.Context,
    paths: Documents = None,
    every: Every = False,
    rollup: OfUnit = None,
    exemplars: ExemplarsOf = None,
    without_names: WithoutNames = False,
    year: PrintedYear = None,
    unit: OnlyUnit = None,
    no_drafts: NoDrafts = False,
    output: WordOutput = None,
    pdf: AlsoPdf = False,
    jobs: Jobs = None,
    force: Force = False,
    at: At = None,
    root: Root = None,
) -> None:
    session = session_of(ctx)
    _see_that_one_way_is_asked_for(paths, [every, rollup is not None, exemplars is not None])
    of_all = {} if every else {"--unit": unit, "--no-drafts": "" if no_drafts else None}
    of_list = {"--without-names": "" if without_names and exemplars is None else None}
    _see_that_nothing_is_idle({"--year": str(year) if year and paths else None, **of_all, **of_list})
    workspace = workspace_of(session, root, at)
    in_year = year or session.today.year
    if rollup is not None:
        orders = of_rollup(session, workspace, rollup, in_year, output)
    elif exemplars is not None:
        orders = of_exemplars(workspace, exemplars, in_year, names=not without_names, output=output)
    elif every:
        orders = of_year(workspace, in_year, unit, drafts=not no_drafts, output=output)
    else:
        orders = of_paths(workspace, paths or [], output)
    see_that_all_are_free([order.target for order in orders], pdf=pdf, force=force)
    made = _made(session, orders, jobs or _cores(), force=force)
    pdfs = _pdfs(session, made, force=force) if pdf else []
    if every:
        _sum_up(made, session)
    say_beside(made, session)
    say_fonts(pdfs, session)
    _say([*made, *pdfs], session)


def _see_that_one_way_is_asked_for(paths: list[str] | None, others: list[bool]) -> None:
    asked = [bool(paths), *others].count(True)
    if asked != 1:
        raise CannotGoOn("DVK938", command="render", fault="ways_at_once" if asked else "nothing_named", clear=_WAYS)


def _see_that_nothing_is_idle(idle: dict[str, str | None]) -> None:
    """Refuse an option that would do nothing in the way that is asked for."""
    for option, typed in idle.items():
        if typed is not None:
            raise CannotGoOn("DVK908", option=option, typed=typed, clear=_WAYS)


def _made(session: Session, orders: Sequence[PrintJob], jobs: int, *, force: bool) -> list[Outcome]:
    """The Word files; where one alone is asked for, what is wrong with it ends the command."""
    with progress(_PRINTING[session.language], len(orders)) as each:
        made = print_all(orders, jobs=jobs, over=force, each=each)
    if len(made) == 1 and made[0].stop is not None:
        raise made[0].stop
    _name(made, session)
    return made


def _pdfs(session: Session, made: Sequence[Outcome], *, force: bool) -> list[Outcome]:
    with progress(_INTO_PDF[session.language], len(made)) as each:
        pdfs = pdfs_beside(made, over=force, each=each)
    _name(pdfs, session)
    return pdfs


def _name(outcomes: Sequence[Outcome], session: Session) -> None:
    for outcome in outcomes:
        if outcome.stop is None:
            session.print(printable(str(outcome.target)))


def _sum_up(made: Sequence[Outcome], session: Session) -> None:
    done = sum(outcome.stop is None for outcome in made)
    session.remark((_MADE if made else _NOTHING)[session.language].format(done, len(made)))


def _say(outcomes: Sequence[Outcome], session: Session) -> None:
    """Say what could not be made, and why; it ends the command as a stop does."""
    stops = [(outcome.what, outcome.stop) for outcome in outcomes if outcome.stop is not None]
    if stops:
        session.remark(stops_text(stops, session.language))
        raise typer.Exit(2)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
