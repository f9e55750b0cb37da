"""Options that the steps of the cascade share: submit, accept, return, approve, publish."""

from typing import Annotated, TypeAlias

import typer

from dvk.cli.bilingual import both

Documents: TypeAlias = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH…",
        help=both(
            "Bản đăng ký hoặc báo cáo; nhiều tệp thì tất cả hoặc không tệp nào.",
            "Registrations or reports; several are done all or not at all.",
        ),
    ),
]
Document: TypeAlias = Annotated[
    str,
    typer.Argument(metavar="PATH", help=both("Bản đăng ký hoặc báo cáo.", "A registration or a report.")),
]
Who: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--who",
        metavar="LOGIN",
        help=both(
            "Ai làm bước này: tên đăng nhập hoặc e-mail; mặc định: dvk.who của git (git config --global dvk.who TÊN), "
            "chưa có thì user.email.",
            "Who takes the step: login or e-mail; by default dvk.who of git (git config --global dvk.who LOGIN), else "
            "user.email.",
        ),
    ),
]
Post: TypeAlias = Annotated[
    str | None,
    typer.Option("--post", metavar="TEXT", help=both("Chức vụ của người đó.", "The office that the person holds.")),
]
ActingUnit: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--unit",
        metavar="UNIT",
        help=both(
            "Làm thay mặt đơn vị nào; mặc định: đơn vị có việc này.",
            "For which unit; by default the one whose step it is.",
        ),
    ),
]
DryRun: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--dry-run",
        help=both("Không ghi, chỉ in những dòng sẽ đổi.", "Write nothing, print the lines that would change."),
    ),
]
