"""``dvk return``: the unit above sends a document back, naming fields and a reason."""

from typing import Annotated

import typer

from dvk.cli.bilingual import both
from dvk.cli.options import Root
from dvk.cli.step_options import ActingUnit, Document, DryRun, Post, Who
from dvk.cli.taking_steps import Call, Taking
from dvk.errors import CannotGoOn

Fields = Annotated[
    list[str] | None,
    typer.Option(
        "--field",
        metavar="FIELD",
        help=both(
            "Trường phải xem lại (own[indicator=nha-o].value), như dvk set ghi; ghi được nhiều lần.",
            "A field to be looked at again (own[indicator=houses].value), as dvk set names it; may be repeated.",
        ),
    ),
]
Reason = Annotated[
    str | None, typer.Option("--reason", metavar="TEXT", help=both("Vì sao trả lại.", "Why it is sent back."))
]
ResubmitBy = Annotated[
    str | None,
    typer.Option(
        "--resubmit-by",
        metavar="DAY",
        help=both(
            "Gửi lại chậm nhất ngày này (gồm ngày đó) thì giữ ngày nộp đầu tiên.",
            "An answer up to this day (included) keeps the first day of receipt.",
        ),
    ),
]


def command(
    ctx: typer.Context,
    path: Document,
    fields: Fields = None,
    reason: Reason = None,
    resubmit_by: ResubmitBy = None,
    who: Who = None,
    post: Post = None,
    unit: ActingUnit = None,
    dry_run: DryRun = False,
    root: Root = None,
) -> None:
    for option, given in (("--field", fields), ("--reason", (reason or "").strip())):
        if not given:
            raise CannotGoOn("DVK919", option=option)
    taking = Taking(ctx, root, Call("returned", (path,), who, post, unit, dry_run=dry_run))
    taking.take(fields=tuple(fields or ()), reason=(reason or "").strip(), resubmit_by=taking.last_day(resubmit_by))
