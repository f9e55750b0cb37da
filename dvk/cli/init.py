"""``dvk init``: the first files of a workspace, and a git repository around them."""

from os.path import lexists
from pathlib import Path
from typing import Annotated

import typer

from dvk import gitdoor
from dvk.cli.bilingual import both
from dvk.cli.opening import session_of
from dvk.errors import CannotGoOn
from dvk.schemas import editor_files
from dvk.shown import printable
from dvk.skeletons import workspace_files
from dvk.vietnamese.text import nfc, slug
from dvk.writing import write_new

Folder = Annotated[
    Path,
    typer.Argument(metavar="[DIR]", help=both("Thư mục; mặc định: thư mục này.", "The folder; by default this one.")),
]
Name = Annotated[
    str, typer.Option("--unit", metavar="NAME", help=both("Tên đơn vị đứng đầu.", "The name of the unit at the top."))
]
Line = Annotated[
    str,
    typer.Option("--line", metavar="LINE", help=both("Hệ thống: youth-union, front.", "The line: youth-union, front.")),
]
Level = Annotated[
    str,
    typer.Option(
        "--level",
        metavar="LEVEL",
        help=both("Cấp: province, district, commune.", "The level: province, district, commune."),
    ),
]
NoGit = Annotated[bool, typer.Option("--no-git", help=both("Không tạo kho git.", "Do not make a git repository."))]

_DONE = {
    "vi": "Đã tạo {0} tệp trong {1}. Tiếp theo: khai đơn vị trong units/, rồi chạy dvk check.",
    "en": "Made {0} files in {1}. Next: declare units in units/, then run dvk check.",
}


def command(
    ctx: typer.Context,
    folder: Folder = Path(),
    unit: Name = "",
    line: Line = "youth-union",
    level: Level = "province",
    no_git: NoGit = False,
) -> None:
    session = session_of(ctx)
    name = " ".join(nfc(unit).split())
    for option, typed in (("--line", line), ("--level", level)):
        if slug(typed) != typed:
            raise CannotGoOn("DVK908", option=option, typed=typed, clear=slug(typed))
    if unit and not slug(name):
        raise CannotGoOn("DVK908", option="--unit", typed=unit)
    values = {"today": session.today.isoformat(), "unit": name, "unit_id": slug(name), "line": line, "level": level}
    for_editors = {path: text for path, text in editor_files(session.language).items() if not lexists(folder / path)}
    written = write_new(folder, workspace_files(values) | for_editors)
    if not no_git and not gitdoor.is_repository(folder):
        gitdoor.new_repository(folder)
    session.print(_DONE[session.language].format(len(written), printable(str(folder.resolve()))))
