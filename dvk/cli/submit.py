"""``dvk submit``: a unit hands its documents in, for the first time, corrected, or with an answer to a return."""

from typing import Annotated

import typer

from dvk.cli.bilingual import both
from dvk.cli.options import Root
from dvk.cli.step_options import ActingUnit, Documents, DryRun, Post, Who
from dvk.cli.taking_steps import Call, Taking

Answer = Annotated[
    str,
    typer.Option(
        "--answer",
        metavar="TEXT",
        help=both(
            "Trả lời cấp trên về lần trả lại, khi nội dung không phải sửa.",
            "What is said to a return, where nothing had to be changed.",
        ),
    ),
]
Reason = Annotated[
    str,
    typer.Option(
        "--reason",
        metavar="TEXT",
        help=both(
            "Vì sao sửa tài liệu đã được tiếp nhận: tăng revision và ghi lý do vào changes.",
            "Why an accepted document was corrected: raises revision and writes the reason to changes.",
        ),
    ),
]


def command(
    ctx: typer.Context,
    paths: Documents,
    who: Who = None,
    post: Post = None,
    unit: ActingUnit = None,
    answer: Answer = "",
    reason: Reason = "",
    dry_run: DryRun = False,
    root: Root = None,
) -> None:
    taking = Taking(ctx, root, Call("submitted", tuple(paths), who, post, unit, dry_run=dry_run))
    taking.take(answer=answer, reason=reason.strip())
