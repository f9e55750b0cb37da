"""``dvk init``: the first files of a workspace, and a git repository around them."""

from collections.abc import Mapping
from os.path import lexists
from pathlib import Path
from typing import Annotated

import typer

from dvk import gitdoor
from dvk.cli.bilingual import both
from dvk.cli.opening import session_of
from dvk.cli.platforms import folder_in_repository
from dvk.errors import CannotGoOn
from dvk.schemas import editor_files
from dvk.shown import printable
from dvk.skeletons import ci_files, package_of_this_dvk, workspace_files
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
NoCi = Annotated[
    bool,
    typer.Option(
        "--no-ci",
        help=both(
            "Không ghi tệp kiểm tra tự động cho GitHub, GitLab, pre-commit.",
            "Write no files with which GitHub, GitLab and pre-commit check changes.",
        ),
    ),
]
OnlyCi = Annotated[
    bool,
    typer.Option(
        "--only-ci",
        help=both("Chỉ ghi các tệp đó, vào một không gian đã có.", "Write only these, into a workspace that is there."),
    ),
]

_DONE = {
    "vi": "Đã tạo {0} tệp trong {1}. Tiếp theo: khai đơn vị trong units/, rồi chạy dvk check.",
    "en": "Made {0} files in {1}. Next: declare units in units/, then run dvk check.",
}
_ADDED = {"vi": "Đã tạo {0} tệp trong {1}.", "en": "Made {0} files in {1}."}
_KEPT = {"vi": "Giữ nguyên tệp đã có: {0}", "en": "Left as they were: {0}"}
_NO_PACKAGE = {
    "vi": "GitHub, GitLab chưa biết lấy dvk ở đâu: đặt biến DVK_PACKAGE của kho, ví dụ "
    "git+https://ĐỊA-CHỈ-KHO-DVK@MÃ-COMMIT. Chưa đặt thì việc kiểm tra dừng lại, không cho qua.",
    "en": "GitHub and GitLab do not know yet where to get dvk: set the repository's variable DVK_PACKAGE, for instance "
    "git+https://ADDRESS-OF-DVK@COMMIT. Until then their checks stop and let nothing pass.",
}
_ELSEWHERE = {
    "vi": "Không ghi tệp cho GitHub, GitLab, pre-commit: chúng chỉ có tác dụng ở thư mục gốc của kho git.",
    "en": "No files for GitHub, GitLab and pre-commit: they only work at the top of a git repository.",
}


def command(
    ctx: typer.Context,
    folder: Folder = Path(),
    unit: Name = "",
    line: Line = "youth-union",
    level: Level = "province",
    no_git: NoGit = False,
    no_ci: NoCi = False,
    only_ci: OnlyCi = False,
) -> None:
    session = session_of(ctx)
    name = " ".join(nfc(unit).split())
    for option, typed in (("--line", line), ("--level", level)):
        if slug(typed) != typed:
            raise CannotGoOn("DVK908", option=option, typed=typed, clear=slug(typed))
    if unit and not slug(name):
        raise CannotGoOn("DVK908", option="--unit", typed=unit)
    values = {"today": session.today.isoformat(), "unit": name, "unit_id": slug(name), "line": line, "level": level}
    inside = folder_in_repository(folder)
    package = package_of_this_dvk()
    besides = {} if no_ci or inside else ci_files(session.language, package)
    free, kept = _free(folder, besides if only_ci else editor_files(session.language) | besides)
    written = write_new(folder, free if only_ci else workspace_files(values) | free)
    if not no_git and not only_ci and not gitdoor.is_repository(folder):
        gitdoor.new_repository(folder)
    done = _ADDED if only_ci else _DONE
    session.print(done[session.language].format(len(written), printable(str(folder.resolve()))))
    if kept:
        session.print(_KEPT[session.language].format(printable(", ".join(kept))))
    if any("DVK_PACKAGE" in free.get(path, "") for path in besides) and not package:
        session.print(_NO_PACKAGE[session.language])
    if inside and not no_ci:
        session.print(_ELSEWHERE[session.language])


def _free(folder: Path, files: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """Those files that can be written, and the paths where something stands already; nothing goes through a link."""
    kept = [path for path in files if lexists(folder / path) or not _leads_through_folders(folder, path)]
    return {path: text for path, text in files.items() if path not in kept}, kept


def _leads_through_folders(folder: Path, path: str) -> bool:
    above = [folder / parent for parent in Path(path).parents if parent != Path()]
    return all(parent.is_dir() and not parent.is_symlink() for parent in above if lexists(parent))
