"""``dvk approve``: the unit above approves documents, once those of the units below have been approved."""

from typing import Annotated

import typer

from dvk.cli.bilingual import both
from dvk.cli.options import Root
from dvk.cli.step_options import ActingUnit, Documents, DryRun, Post, Who
from dvk.cli.taking_steps import Call, Taking
from dvk.errors import CannotGoOn

Without = Annotated[
    list[str] | None,
    typer.Option(
        "--without",
        metavar="UNIT=REASON",
        help=both(
            "Đơn vị cấp dưới chưa được duyệt mà vẫn duyệt, kèm lý do; ghi được nhiều lần.",
            "A unit below that is not approved, with the reason why this is all the same; may be repeated.",
        ),
    ),
]


def command(
    ctx: typer.Context,
    paths: Documents,
    who: Who = None,
    post: Post = None,
    unit: ActingUnit = None,
    without: Without = None,
    dry_run: DryRun = False,
    root: Root = None,
) -> None:
    taking = Taking(ctx, root, Call("approved", tuple(paths), who, post, unit, dry_run=dry_run))
    taking.take(without={taking.known_unit(name): reason for name, reason in map(_pair, without or [])})


def _pair(typed: str) -> tuple[str, str]:
    """The unit and the reason of ``UNIT=REASON``."""
    unit, _, reason = typed.partition("=")
    if not unit.strip() or not reason.strip():
        raise CannotGoOn("DVK908", option="--without", typed=typed, clear='--without huyen-doan-x="…"')
    return unit.strip(), reason.strip()
