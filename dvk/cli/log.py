"""``dvk log PATH``: who changed a document, when that was received, and what moved, in words."""

from pathlib import Path
from typing import Annotated

import typer

from dvk import gitdoor
from dvk.cli.bilingual import both
from dvk.cli.destination import destination
from dvk.cli.meant_paths import path_meant, paths_meant
from dvk.cli.opening import known, root_of, say_main_branch
from dvk.cli.options import At, Force, OutputFile, Root, TableFormat, whole_number
from dvk.cli.session import Session
from dvk.document_log import Asked, Log, log_of
from dvk.errors import CannotGoOn
from dvk.files_asked import snapshot_of
from dvk.named_things import documents_cited, workspace_of_names
from dvk.printing.contents.names import Names
from dvk.snapshot import Snapshot
from dvk.views.field_words import FieldWords
from dvk.views.log import log_json, log_table, log_text
from dvk.workspace import Workspace

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
    workspace = workspace_of_names(snapshot)
    log = log_of(Asked(snapshot, _meant(snapshot, path), _folder(workspace, unit)), limit or None)
    if path is not None and not log.entries:
        path_meant(folder, path, snapshot.entries)  # stops, with the nearest files, where there never was such a one
    say_main_branch(workspace, to.session)
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


def _folder(workspace: Workspace, unit: str | None) -> str | None:
    """The folder of the unit that a call names."""
    units = workspace.organisation
    return None if unit is None else units.folder_of(known("unit", unit, units.units))


def _meant(snapshot: Snapshot, path: str | None) -> list[str]:
    """The files and folders that a path may mean: the one that is there, or all, where none is."""
    if path is None:
        return [""]
    try:
        return [path_meant(snapshot.root, path, snapshot.entries)]
    except CannotGoOn:
        return paths_meant(snapshot.root, path)


def _words(log: Log, snapshot: Snapshot, session: Session) -> FieldWords:
    cited = documents_cited(change for entry in log.entries for change in entry.changes)
    return FieldWords(Names(workspace_of_names(snapshot, cited), session.today), session.language)
