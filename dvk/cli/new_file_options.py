"""Options that the commands for new files share."""

from typing import Annotated, TypeAlias

import typer

from dvk.cli.bilingual import both
from dvk.cli.options import a_year

Issuer: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--unit",
        metavar="UNIT",
        help=both(
            "Đơn vị lập văn bản (cần có, hoặc máy hỏi).",
            "The unit whose document it is (needed, or asked for).",
        ),
    ),
]
WantedYear: TypeAlias = Annotated[
    int | None,
    typer.Option(
        "--year",
        metavar="YEAR",
        parser=a_year,
        help=both("Năm; mặc định: năm nay.", "The year; by default this year."),
    ),
]
WantedPeriod: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--period",
        metavar="PERIOD",
        help=both(
            "Kỳ, thay cho --year: 2022, 2022-H1, 2022-Q3, 2022-05; ghi cả hai thì phải cùng một năm.",
            "The period, instead of --year: 2022, 2022-H1, 2022-Q3, 2022-05; of both, the year must be the same.",
        ),
    ),
]
Printed: TypeAlias = Annotated[
    bool,
    typer.Option("--print", help=both("In ra màn hình, không ghi tệp.", "Print it; write no file.")),
]
PlanBefore: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--plan-before",
        metavar="[PERIOD=]DATE",
        help=both("Cấp dưới nộp kế hoạch trước ngày này.", "Units below file a plan before this day."),
    ),
]
RegisterBefore: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--register-before",
        metavar="[PERIOD=]DATE",
        help=both("Cấp dưới đăng ký mô hình trước ngày này.", "Units below register models before this day."),
    ),
]
ReportBefore: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--report-before",
        metavar="[PERIOD=]DATE",
        help=both(
            "Cấp dưới nộp báo cáo trước ngày này; lặp lại được, mỗi kỳ một ngày: 2026-H1=15/6/2026.",
            "Units below report before this day; may be repeated, one day for a period: 2026-H1=15/6/2026.",
        ),
    ),
]
