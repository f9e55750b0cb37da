"""From the words of ``dvk render`` to the Word files that are to be made."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from dvk.cli.opening import document_at_path, known, open_in_year, say_what_is_missing
from dvk.cli.render_targets import many_targets, one_target
from dvk.cli.session import Session
from dvk.printing.batch import PrintJob
from dvk.printing.contents.sources import exemplars_name, kind_to_print, result_name, rollup_name
from dvk.printing.places import documents_of_year, places
from dvk.printing.word_files import Sheets
from dvk.workspace import Workspace
from dvk.yearbook import yearbook

_FOLDER = "van-ban-{0}"


def of_paths(workspace: Workspace, paths: Sequence[str], output: Path | None) -> list[PrintJob]:
    """Documents that were named, one or several.

    Raises:
        CannotGoOn: DVK907 for a path that leads to no document, DVK923 for one that is not printed.
    """
    named = list(dict.fromkeys(document_at_path(workspace, path) for path in paths))
    for path in named:
        kind_to_print(path)
    root, sheets = workspace.snapshot.root, Sheets(workspace)
    if len(named) == 1:
        targets = {named[0]: one_target(root, result_name(named[0]), output)}
    else:
        targets = many_targets(root, places(named, mirrored=False), output, "")
    return [PrintJob(path, partial(sheets.of_document, path), target) for path, target in targets.items()]


def of_year(workspace: Workspace, year: int, unit: str | None, *, drafts: bool, output: Path | None) -> list[PrintJob]:
    """All documents of a year, of all units or of one and those below it."""
    if unit is not None:
        known("unit", unit, workspace.organisation.units)
    found = places(documents_of_year(workspace, year, unit, drafts=drafts), mirrored=True)
    targets = many_targets(workspace.snapshot.root, found, output, _FOLDER.format(year))
    sheets = Sheets(workspace)
    return [PrintJob(path, partial(sheets.of_document, path), target) for path, target in targets.items()]


def of_rollup(session: Session, workspace: Workspace, unit: str, year: int, output: Path | None) -> list[PrintJob]:
    """The roll-up of a unit and a year; says beside it what is missing in it."""
    book = yearbook(workspace, year)
    say_what_is_missing(book, session)
    wanted = open_in_year(book, unit)
    target = one_target(workspace.snapshot.root, rollup_name(wanted, year), output)
    return [PrintJob(wanted, partial(Sheets(workspace).of_rollup, book, wanted), target)]


def of_exemplars(workspace: Workspace, unit: str, year: int, *, names: bool, output: Path | None) -> list[PrintJob]:
    """The recognised models and the exemplars of a unit and a year, with the names of individuals or without."""
    book = yearbook(workspace, year)
    wanted = open_in_year(book, unit)
    target = one_target(workspace.snapshot.root, exemplars_name(wanted, year), output)
    return [PrintJob(wanted, partial(Sheets(workspace).of_exemplars, book, wanted, names_of_individuals=names), target)]
