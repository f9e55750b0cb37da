"""``dvk verify``: which commits, and which stamps, are signed by people whom the main branch trusts."""

from typing import Annotated

import typer

from dvk.cli.bilingual import both
from dvk.cli.destination import destination
from dvk.cli.meant_paths import paths_meant
from dvk.cli.opening import say_main_branch, workspace_of
from dvk.cli.options import Force, OutputFile, Root, TableFormat
from dvk.errors import CannotGoOn
from dvk.proofs import Question, verified
from dvk.views.proofs import proofs_json, proofs_tables
from dvk.workspace import Workspace

Things = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH|REV]…",
        help=both(
            "Tệp (mọi commit sửa tệp đó, và các dấu trong tệp) hoặc commit; mặc định: nhánh chính.",
            "Files (all commits that changed them, and their stamps) or commits; by default the main branch.",
        ),
    ),
]
Base = Annotated[
    str | None,
    typer.Option(
        "--base",
        metavar="REF",
        help=both(
            "Các commit mà HEAD có thêm so với REF; danh sách khoá lấy ở REF.",
            "The commits that HEAD has beyond REF; who is trusted is taken from REF.",
        ),
    ),
]
OnlyStamps = Annotated[
    bool,
    typer.Option(
        "--stamps",
        help=both(
            "Chỉ các dấu: người đóng dấu có ký commit đưa dấu vào không.",
            "Only stamps: whether the person named signed the commit that brought each.",
        ),
    ),
]
Require = Annotated[
    bool,
    typer.Option(
        "--require", help=both("Mã thoát 1 nếu có cái chưa ký đúng.", "Exit code 1 unless all of it is signed well.")
    ),
]


def command(
    ctx: typer.Context,
    things: Things = None,
    base: Base = None,
    stamps: OnlyStamps = False,
    require: Require = False,
    root: Root = None,
    form: TableFormat = None,
    output: OutputFile = None,
    force: Force = False,
) -> None:
    to = destination(ctx, form, output, force=force)
    workspace = workspace_of(to.session, root, None)
    found = verified(workspace, _question(workspace, things or [], base, only_stamps=stamps))
    if base is None:
        say_main_branch(workspace, to.session)
    to.give(
        json=lambda: proofs_json(found),
        tables=lambda: proofs_tables(workspace, found, to.session.language),
    )
    if require and not found.is_whole:
        raise typer.Exit(1)


def _question(workspace: Workspace, things: list[str], base: str | None, *, only_stamps: bool) -> Question:
    """What a call asks: a word that is a file of the workspace means it, any other a commit."""
    paths = {thing: _path(workspace, thing) for thing in things}
    return Question(
        paths=tuple(path for path in paths.values() if path is not None),
        revisions=tuple(thing for thing, path in paths.items() if path is None),
        base=base,
        only_stamps=only_stamps,
    )


def _path(workspace: Workspace, thing: str) -> str | None:
    try:
        meant = paths_meant(workspace.snapshot.root, thing)
    except CannotGoOn:
        return None
    return next((path for path in meant if path in workspace.snapshot.entries), None)
