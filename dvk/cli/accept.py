"""``dvk accept``: the unit above takes documents in; nothing of what they say is changed."""

import typer

from dvk.cli.options import Root
from dvk.cli.step_options import ActingUnit, Documents, DryRun, Post, Who
from dvk.cli.taking_steps import Call, Taking


def command(
    ctx: typer.Context,
    paths: Documents,
    who: Who = None,
    post: Post = None,
    unit: ActingUnit = None,
    dry_run: DryRun = False,
    root: Root = None,
) -> None:
    Taking(ctx, root, Call("accepted", tuple(paths), who, post, unit, dry_run=dry_run)).take()
