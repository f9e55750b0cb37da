"""``dvk summary``: what a change is, what it moves and what to look at, for whoever has to agree to it."""

from typing import Annotated

import typer

from dvk.cli.bilingual import both
from dvk.cli.comparing import compared
from dvk.cli.destination import destination
from dvk.cli.options import Force, OutputFile, Root, TableFormat
from dvk.output.summary import as_markdown
from dvk.summary import summary_of
from dvk.views.summary import summary_json, summary_tables

_MARKDOWN = "md"
Base = Annotated[
    str,
    typer.Option(
        "--base",
        metavar="REV",
        help=both(
            "Nhánh mà thay đổi sẽ được nhập vào; so từ chỗ hai bên tách nhau.",
            "The branch that the change is to be merged into; compared from where the two parted.",
        ),
    ),
]
Actor = Annotated[
    list[str] | None,
    typer.Option(
        "--actor",
        metavar="LOGIN",
        help=both(
            "Người đề nghị: xét cả việc người này có được sửa các tệp đó không; có thể ghi nhiều lần.",
            "Who proposes the change: is also asked whether these files are theirs to change; may be repeated.",
        ),
    ),
]
Head = Annotated[
    str | None,
    typer.Option(
        "--at",
        metavar="REV",
        help=both(
            "Bản cuối của đề nghị trong git; mặc định: các tệp trên đĩa.",
            "The change's last commit; by default the files on disk.",
        ),
    ),
]
JudgedOn = Annotated[
    str | None,
    typer.Option(
        "--on",
        metavar="DATE",
        help=both(
            "Ngày xét: như nhập vào ngày đó; mặc định: ngày mới nhất mà git biết.",
            "The day on which it is judged, as though merged then; by default the latest that git knows.",
        ),
    ),
]


def command(
    ctx: typer.Context,
    base: Base,
    at: Head = None,
    actor: Actor = None,
    on: JudgedOn = None,
    root: Root = None,
    form: TableFormat = None,
    output: OutputFile = None,
    force: Force = False,
) -> None:
    to = destination(ctx, form or (_MARKDOWN if output is None else None), output, force=force)
    session = to.session
    day = session.day("--on", on) if on else None
    summary = summary_of(compared(session, root, base, at, day)[1], tuple(actor or ()))
    to.give(
        json=lambda: summary_json(summary, session.language),
        tables=lambda: summary_tables(summary, session.language),
        besides={_MARKDOWN: lambda: as_markdown(summary, session.language)},
    )
