"""``dvk codeowners``: the file by which GitHub or GitLab knows whom to ask for a review."""

from typing import Annotated

import typer

from dvk.cli.bilingual import both
from dvk.cli.destination import destination
from dvk.cli.opening import opened
from dvk.cli.options import Force, On, OutputFile, Root
from dvk.cli.reviewers import give_codeowners, give_comparison, known_platform, say_whom_nobody_knows

PlatformName = Annotated[
    str,
    typer.Option("--platform", metavar="github|gitlab", help=both("Ghi cho nền tảng nào.", "For which platform.")),
]
Check = Annotated[
    bool,
    typer.Option(
        "--check",
        help=both(
            "Không ghi; tệp trong kho có còn đúng không (mã thoát 1: không).",
            "Write nothing; is the file in the repository up to date (exit code 1: no).",
        ),
    ),
]


def command(
    ctx: typer.Context,
    platform: PlatformName = "github",
    check: Check = False,
    on: On = None,
    root: Root = None,
    output: OutputFile = None,
    force: Force = False,
) -> None:
    to = destination(ctx, None, output, force=force)
    chosen = known_platform(platform)
    workspace = opened(to.session, root, None)
    day = to.session.day_of(on, None)
    say_whom_nobody_knows(workspace, chosen, to.session)
    give = give_comparison if check else give_codeowners
    give(to, workspace, chosen, day)
