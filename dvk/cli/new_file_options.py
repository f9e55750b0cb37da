"""Options that the commands for new files share."""

from typing import Annotated, TypeAlias

import typer

from dvk.cli.bilingual import both

Issuer: TypeAlias = Annotated[
    str | None,
    typer.Option("--unit", metavar="UNIT", help=both("Đơn vị lập văn bản.", "The unit whose document it is.")),
]
WantedYear: TypeAlias = Annotated[
    int | None,
    typer.Option(
        "--year",
        metavar="YEAR",
        min=1900,
        max=2100,
        help=both("Năm; mặc định: năm nay.", "The year; by default this year."),
    ),
]
WantedPeriod: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--period",
        metavar="PERIOD",
        help=both("Kỳ: 2022, 2022-H1, 2022-Q3, 2022-05.", "The period: 2022, 2022-H1, 2022-Q3, 2022-05."),
    ),
]
Printed: TypeAlias = Annotated[
    bool,
    typer.Option("--print", help=both("In ra màn hình, không ghi tệp.", "Print it; write no file.")),
]
