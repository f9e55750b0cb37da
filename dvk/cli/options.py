"""Options that commands share."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from dvk.cli.bilingual import both
from dvk.errors import CannotGoOn

_WHOLE = re.compile(r"\s*[0-9]{1,9}\s*")


def whole_number(option: str, least: int, most: int | None = None) -> Callable[[str | int], int]:
    """How the value of an option is read that takes whole numbers from ``least`` to ``most``, both included.

    What it gives raises CannotGoOn: DVK908 for anything else.
    """
    clear = f"{least}–{most}" if most is not None else f"{least} / {least + 1} / {least + 2}"

    def read(typed: str | int) -> int:  # what is left out comes as the number that stands for it
        number = int(typed) if _WHOLE.fullmatch(str(typed)) else None
        if number is None or number < least or (most is not None and number > most):
            raise CannotGoOn("DVK908", option=option, typed=str(typed), clear=clear)
        return number

    return read


a_year = whole_number("--year", 1900, 2100)
Root: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--root",
        metavar="DIR",
        help=both(
            "Thư mục có dvk.yaml, hoặc thư mục ở trong nó; mặc định: thư mục này.",
            "The folder with dvk.yaml, or one below it; by default this one.",
        ),
    ),
]
At: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--at",
        metavar="REV|DATE",
        help=both(
            "Các tệp như đã biết ở một phiên bản git hoặc cuối một ngày.",
            "The files as known at a git revision or at the end of a day.",
        ),
    ),
]
Against: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--against",
        metavar="now|REV|DATE",
        help=both(
            "So với: “now” là các tệp trên đĩa; không có --at thì so cái này với các tệp trên đĩa.",
            "Beside what: “now” is the files on disk; without --at, this is compared with the files on disk.",
        ),
    ),
]
On: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--on", metavar="DATE", help=both("Ngày được hỏi; mặc định: hôm nay.", "The day asked about; by default today.")
    ),
]
Year: TypeAlias = Annotated[
    int | None,
    typer.Option(
        "--year",
        metavar="YEAR",
        parser=a_year,
        help=both("Năm của kỳ báo cáo; mặc định: năm nay.", "The year of the periods; by default this year."),
    ),
]
Unit: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--unit", metavar="UNIT", help=both("Chỉ một đơn vị và cấp dưới của nó.", "Only a unit and those below it.")
    ),
]
PlanPath: TypeAlias = Annotated[
    str | None, typer.Option("--plan", metavar="PLAN", help=both("Chỉ một kế hoạch.", "Only one plan."))
]
IndicatorId: TypeAlias = Annotated[
    str | None, typer.Option("--indicator", metavar="INDICATOR", help=both("Chỉ một chỉ tiêu.", "Only one indicator."))
]
TableFormat: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="table|json|csv|md|xlsx|docx",
        help=both(
            "Dạng in ra; mặc định: theo đuôi của FILE, không thì table.",
            "How it is printed; by default as the ending of FILE says, else table.",
        ),
    ),
]
FindingFormat: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="table|json|csv|md|xlsx|docx|github|sarif|gitlab|junit",
        help=both(
            "Dạng in ra; mặc định: theo đuôi của FILE, không thì table. Bốn dạng cuối cho GitHub, GitLab, máy CI.",
            "How it is printed; by default as the ending of FILE says, else table. The last four are for GitHub, "
            "GitLab and CI servers.",
        ),
    ),
]
OutputFile: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help=both("Ghi vào tệp thay vì in ra; không ghi đè.", "Write into a file instead; never over one."),
    ),
]
Force: TypeAlias = Annotated[
    bool, typer.Option("--force", help=both("Ghi đè tệp đã có.", "Overwrite the file that is there."))
]
