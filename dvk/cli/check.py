"""``dvk check``: every mistake of every file at once, with place and remedy."""

from functools import cache
from typing import Annotated

import typer

from dvk.checked_before import findings_in
from dvk.cli.bilingual import both
from dvk.cli.destination import destination
from dvk.cli.giving_findings import give_findings
from dvk.cli.opening import path_inside, read_whole, readings_for, root_of
from dvk.cli.options import FindingFormat, Force, OutputFile, Root
from dvk.errors import CannotGoOn
from dvk.files_asked import snapshot_of
from dvk.output.platforms import FINDING_FORMATS
from dvk.printing.own_templates import own_templates
from dvk.snapshot import is_wanted

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]…", help=both("Tệp hoặc thư mục; mặc định: tất cả.", "Files or folders; by default all.")
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help=both("Cảnh báo cũng là lỗi.", "Warnings fail, too."))]
Base = Annotated[
    str | None,
    typer.Option(
        "--base",
        metavar="REV",
        help=both(
            "Chỉ những gì thay đổi so với nhánh này gây ra; xét theo quy định của nhánh này.",
            "Only what a change compared with this branch brings, judged by the policy of this branch.",
        ),
    ),
]
Actor = Annotated[
    list[str] | None,
    typer.Option(
        "--actor",
        metavar="LOGIN",
        help=both(
            "Người đề nghị thay đổi (cùng --base); ghi nhiều lần thì ai cũng phải được sửa.",
            "Who proposes the change (with --base); of several each has to be allowed it.",
        ),
    ),
]
Head = Annotated[
    str | None,
    typer.Option(
        "--at",
        metavar="REV|DATE",
        help=both(
            "Các tệp như đã biết ở một phiên bản git hoặc cuối một ngày; cùng --base: commit cuối của thay đổi, không "
            "phải ngày.",
            "The files as known at a git revision or at the end of a day; with --base: the change's last commit, not a "
            "day.",
        ),
    ),
]
JudgedOn = Annotated[
    str | None,
    typer.Option(
        "--on",
        metavar="DATE",
        help=both(
            "Ngày xét thay đổi; mặc định: ngày mới nhất mà git biết (cùng --base).",
            "The day on which the change is judged; by default the latest that git knows (with --base).",
        ),
    ),
]


def command(
    ctx: typer.Context,
    paths: Paths = None,
    strict: Strict = False,
    base: Base = None,
    at: Head = None,
    actor: Actor = None,
    on: JudgedOn = None,
    root: Root = None,
    form: FindingFormat = None,
    output: OutputFile = None,
    force: Force = False,
) -> None:
    to = destination(ctx, form, output, force=force, besides=FINDING_FORMATS)
    if base is not None:
        from dvk.cli.checking_changes import ChangeAsked, give_findings_of_change

        asked = ChangeAsked(base, at, tuple(actor or ()), on, tuple(paths or ()))
        give_findings_of_change(to, asked, root, strict=strict)
        return
    _see_that_base_is_named(actors=tuple(actor or ()), on=on)
    folder = root_of(root)
    wanted = [path_inside(folder, path) for path in paths or []]
    snapshot, readings = snapshot_of(folder, at), readings_for(to.session, folder)
    templates = [template for template in own_templates(snapshot) if is_wanted(template.where, wanted)]
    files = [*snapshot.files_at(wanted), *(template.where for template in templates)]
    if wanted and not files:
        raise CannotGoOn("DVK907", what="path", name=", ".join(paths or []))
    read = cache(lambda: read_whole(snapshot, readings))
    findings = [f for f in findings_in(snapshot, readings, to.session.today, read) if is_wanted(f.file, wanted)]
    if templates:
        from dvk.printing.template_checks import findings_of_templates

        findings += findings_of_templates(read(), templates)
    give_findings(to, snapshot, findings, of=files, strict=strict)


def _see_that_base_is_named(*, actors: tuple[str, ...], on: str | None) -> None:
    """Refuse options that are about a change where none is named.

    Raises:
        CannotGoOn: DVK961.
    """
    for option, typed in {"--actor": actors or None, "--on": on}.items():
        if typed is not None:
            raise CannotGoOn("DVK961", option=option)
