"""``dvk check``: every mistake of every file at once, with place and remedy."""

from pathlib import Path
from typing import Annotated

import typer

from dvk.checking import findings_of, is_failed
from dvk.cli.bilingual import both
from dvk.cli.opening import JSON, known_format, root_of, session_of
from dvk.cli.options import At, Root, TableFormat
from dvk.errors import CannotGoOn
from dvk.output.findings import as_text
from dvk.views.findings import Places, findings_json, findings_table
from dvk.workspace import open_workspace

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]…", help=both("Tệp hoặc thư mục; mặc định: tất cả.", "Files or folders; by default all.")
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help=both("Cảnh báo cũng là lỗi.", "Warnings fail, too."))]


def command(
    ctx: typer.Context,
    paths: Paths = None,
    strict: Strict = False,
    at: At = None,
    root: Root = None,
    form: TableFormat = "table",
) -> None:
    session = session_of(ctx)
    form = known_format(form)
    workspace = open_workspace(root_of(root), at)
    wanted = [_inside(workspace.snapshot.root, path) for path in paths or []]
    findings = findings_of(workspace, wanted)
    files = workspace.files_at(wanted)
    if wanted and not files:
        raise CannotGoOn("DVK907", what="path", name=", ".join(paths or []))
    places = Places(workspace.snapshot)
    findings = places.in_order(findings)
    if form == JSON:
        session.print_json(findings_json(findings, places, session.language))
    elif form == "table":
        session.print(as_text(findings, places, len(files), session.language))
    else:
        session.print_tables([findings_table(findings, places, session.language)], form)
    if is_failed(findings, strict=strict):
        raise typer.Exit(1)


def _inside(root: Path, path: str) -> str:
    """A path as the workspace names it, whether it was given from here or from the root."""
    from_here = Path.cwd() / path
    for candidate in (from_here, root / path):
        try:
            found = candidate.resolve().relative_to(root.resolve())
        except ValueError:
            continue
        if candidate.exists() or candidate is not from_here:
            return "" if found == Path() else found.as_posix()
    raise CannotGoOn("DVK907", what="path", name=path)
