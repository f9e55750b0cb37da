"""Options of ``dvk render``."""

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from dvk.cli.bilingual import both
from dvk.cli.options import a_year, whole_number

Documents: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PATH]…", help=both("Kế hoạch, đăng ký hoặc báo cáo.", "Plans, registrations or reports.")),
]
Every: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--all",
        help=both(
            "Thay vì PATH: mọi kế hoạch, đăng ký, báo cáo của năm.",
            "Instead of PATH: each plan, registration and report of the year.",
        ),
    ),
]
OfUnit: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--rollup",
        metavar="UNIT",
        help=both("Thay vì một văn bản: tổng hợp cả năm của một đơn vị.", "Instead: the year's roll-up of a unit."),
    ),
]
ExemplarsOf: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--exemplars",
        metavar="UNIT",
        help=both(
            "Thay vì một văn bản: danh sách mô hình, điển hình trong năm, đề nghị khen thưởng.",
            "Instead: the year's recognised models and exemplars, to be proposed for reward.",
        ),
    ),
]
WithoutNames: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--without-names",
        help=both("Cùng --exemplars: bỏ họ tên cá nhân.", "With --exemplars: leave out the names of individuals."),
    ),
]
PrintedYear: TypeAlias = Annotated[
    int | None,
    typer.Option(
        "--year",
        metavar="YEAR",
        parser=a_year,
        help=both(
            "Năm, cùng --all, --rollup, --exemplars; mặc định: năm nay.",
            "With --all, --rollup, --exemplars; else this year.",
        ),
    ),
]
OnlyUnit: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--unit",
        metavar="UNIT",
        help=both("Cùng --all: chỉ một đơn vị và cấp dưới của nó.", "With --all: only a unit and those below it."),
    ),
]
NoDrafts: TypeAlias = Annotated[
    bool, typer.Option("--no-drafts", help=both("Cùng --all: bỏ qua bản nháp.", "With --all: leave out drafts."))
]
WordOutput: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help=both(
            "Tệp .docx; mặc định: tên của văn bản, ở thư mục này. Nhiều văn bản: một thư mục.",
            "The .docx; by default named after it, in this folder. For many: a folder.",
        ),
    ),
]
AlsoPdf: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--pdf",
        help=both("Thêm bản .pdf bên cạnh (cần LibreOffice).", "Also a .pdf beside each (needs LibreOffice)."),
    ),
]
Jobs: TypeAlias = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        metavar="N",
        parser=whole_number("--jobs", 1, 64),
        help=both("Số tiến trình cùng in; mặc định: số nhân máy.", "How many print at once; by default one a core."),
    ),
]
