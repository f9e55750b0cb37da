"""``dvk log PATH``: who changed a document, when that was received, and what moved, in words."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from dvk import gitdoor
from dvk.cli.bilingual import both
from dvk.cli.destination import destination
from dvk.cli.meant_paths import path_meant, paths_meant
from dvk.cli.opening import known, root_of
from dvk.cli.options import At, Force, OutputFile, Root, TableFormat, whole_number
from dvk.cli.session import Session
from dvk.document_log import Asked, Log, log_of
from dvk.errors import CannotGoOn
from dvk.kinds import FOLDERS
from dvk.named_things import documents_cited, workspace_of_names
from dvk.printing.contents.names import Names
from dvk.snapshot import WORKSPACE_FILES, Snapshot, is_wanted
from dvk.views.field_words import FieldWords
from dvk.views.log import log_json, log_table, log_text
from dvk.workspace import Workspace, snapshot_of

_USUAL = 20

OnePath = Annotated[
    str | None,
    typer.Argument(
        metavar="[PATH]",
        help=both(
            "Tệp hoặc thư mục, kể cả đã xoá; mặc định: cả không gian làm việc.",
            "A file or folder, also one that is gone; by default the whole workspace.",
        ),
    ),
]
OwnFiles = Annotated[
    str | None,
    typer.Option(
        "--unit", metavar="UNIT", help=both("Các tệp của riêng một đơn vị.", "The files of one unit, its own only.")
    ),
]
Limit = Annotated[
    int,
    typer.Option(
        "--limit",
        metavar="N",
        parser=whole_number("--limit", 0),
        help=both("Bao nhiêu lần sửa gần nhất; 0 là tất cả.", "How many changes, the newest; 0 is all."),
    ),
]
_SHALLOW = {
    "vi": "Bản sao git bị cắt (shallow): các lần sửa trước đó không có ở đây.",
    "en": "A shallow clone: what was changed before it begins is not here.",
}


def command(
    ctx: typer.Context,
    path: OnePath = None,
    unit: OwnFiles = None,
    limit: Limit = _USUAL,
    at: At = None,
    root: Root = None,
    form: TableFormat = None,
    output: OutputFile = None,
    force: Force = False,
) -> None:
    to = destination(ctx, form, output, force=force)
    folder = root_of(root)
    snapshot = _snapshot(folder, at)
    log = _log(snapshot, path, unit, limit or None)
    if gitdoor.is_shallow(folder):
        to.session.remark(_SHALLOW[to.session.language])
    words = _words(log, snapshot, to.session)
    to.give(
        json=lambda: log_json(log),
        tables=lambda: [log_table(log, words, to.session.language)],
        text=lambda: log_text(log, words, to.session.language),
    )


def _snapshot(root: Path, at: str | None) -> Snapshot:
    """The files whose history is asked for.

    Raises:
        CannotGoOn: DVK902 outside git.
    """
    if not gitdoor.is_repository(root):
        raise CannotGoOn("DVK902", root=str(root))
    return snapshot_of(root, at)


def _log(snapshot: Snapshot, path: str | None, unit: str | None, most: int | None) -> Log:
    """The history of what a call names.

    Raises:
        CannotGoOn: DVK907, with the nearest files, where there never was such a file.
    """
    workspace = workspace_of_names(snapshot)
    root, on_disk = snapshot.root, snapshot if snapshot.commit is None else None
    tip = snapshot.commit or gitdoor.resolve(root, "HEAD")
    main = gitdoor.branch_tip(root, workspace.settings.main_branch)
    meant = _meant(snapshot, path)
    log = log_of(Asked(root, tip, main, _searched(meant), _wanted(workspace, meant, unit)), on_disk, most)
    if path is not None and not log.entries:
        path_meant(root, path, snapshot.entries)
    return log


def _meant(snapshot: Snapshot, path: str | None) -> list[str]:
    """The files and folders that a path may mean: the one that is there, or all, where none is."""
    if path is None:
        return [""]
    try:
        return [path_meant(snapshot.root, path, snapshot.entries)]
    except CannotGoOn:
        return paths_meant(snapshot.root, path)


def _searched(meant: list[str]) -> list[str]:
    return [*WORKSPACE_FILES, *FOLDERS] if "" in meant else meant


def _wanted(workspace: Workspace, meant: list[str], unit: str | None) -> Callable[[str], bool]:
    if unit is None:
        return lambda path: is_wanted(path, meant)
    folder = workspace.organisation.folder_of(known("unit", unit, workspace.organisation.units))
    return lambda path: is_wanted(path, meant) and path.rpartition("/")[0].split("/", 2)[2:] == [folder]


def _words(log: Log, snapshot: Snapshot, session: Session) -> FieldWords:
    cited = documents_cited(change for entry in log.entries for change in entry.changes)
    return FieldWords(Names(workspace_of_names(snapshot, cited), session.today), session.language)
