"""``dvk init``: the first files of a workspace, and a git repository around them."""

from collections.abc import Mapping, Sequence
from os.path import lexists
from pathlib import Path
from typing import Annotated

import typer

from dvk import gitdoor
from dvk.cli.bilingual import both
from dvk.cli.first_files import FirstUnit, first_files, free_of, lines_lacking
from dvk.cli.opening import session_of
from dvk.errors import CannotGoOn
from dvk.messages import Language
from dvk.schemas import editor_files
from dvk.shown import printable
from dvk.skeletons import ci_files, package_of_this_dvk
from dvk.snapshot import SETTINGS_FILE
from dvk.writing import write_new

Folder = Annotated[
    Path,
    typer.Argument(metavar="[DIR]", help=both("Thư mục; mặc định: thư mục này.", "The folder; by default this one.")),
]
Name = Annotated[
    str | None,
    typer.Option("--unit", metavar="NAME", help=both("Tên đơn vị đứng đầu.", "The name of the unit at the top.")),
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
_LACKING = {"vi": "Nên thêm vào {0}: {1}", "en": "Best added to {0}: {1}"}
_NO_PACKAGE = {
    "vi": "GitHub, GitLab chưa biết lấy dvk ở đâu: đặt biến DVK_PACKAGE của kho, ví dụ "
    "git+https://ĐỊA-CHỈ-KHO-DVK@MÃ-COMMIT. Chưa đặt thì việc kiểm tra dừng lại, không cho qua.",
    "en": "GitHub and GitLab do not know yet where to get dvk: set the repository's variable DVK_PACKAGE, for instance "
    "git+https://ADDRESS-OF-DVK@COMMIT. Until then their checks stop and let nothing pass.",
}
_ELSEWHERE = {
    "vi": "Không ghi tệp cho GitHub, GitLab, pre-commit: chúng chỉ có tác dụng ở thư mục gốc của kho git. "
    "Cách làm cho thư mục con: docs/xet-duyet.md.",
    "en": "No files for GitHub, GitLab and pre-commit: they only work at the top of a git repository. "
    "How to have a folder of it checked: docs/xet-duyet.md.",
}


def command(
    ctx: typer.Context,
    folder: Folder = Path(),
    unit: Name = None,
    line: Line = "youth-union",
    level: Level = "province",
    no_git: NoGit = False,
    no_ci: NoCi = False,
    only_ci: OnlyCi = False,
) -> None:
    session = session_of(ctx)
    inside = gitdoor.folder_in_repository(folder)
    if only_ci and (inside or not lexists(folder / SETTINGS_FILE)):
        raise CannotGoOn("DVK964", folder=printable(str(folder.resolve())))
    first = {} if only_ci else first_files(FirstUnit(unit, line, level), session.today)
    package = package_of_this_dvk()
    checking = {} if no_ci or inside else ci_files(session.language, package)
    besides = checking if only_ci else editor_files(session.language) | checking
    free, kept = free_of(folder, {path: text for path, text in first.items() if path != SETTINGS_FILE} | besides)
    policy = {path: text for path, text in first.items() if path == SETTINGS_FILE}
    written = write_new(folder, policy | free)
    if not no_git and not only_ci and not gitdoor.is_repository(folder):
        gitdoor.new_repository(folder)
    done = _ADDED if only_ci else _DONE
    said = [done[session.language].format(len(written), printable(str(folder.resolve())))]
    said += _remarks(session.language, kept, lines_lacking(folder, first, kept))
    if any("DVK_PACKAGE" in free.get(path, "") for path in checking) and not package:
        said.append(_NO_PACKAGE[session.language])
    if inside and not no_ci:
        said.append(_ELSEWHERE[session.language])
    session.print("\n".join(said))


def _remarks(language: Language, kept: Sequence[str], lacking: Mapping[str, Sequence[str]]) -> list[str]:
    """What stood there already, and which lines it should have besides."""
    told = [_KEPT[language].format(printable(", ".join(kept)))] if kept else []
    return told + [_LACKING[language].format(path, "  ".join(lines)) for path, lines in lacking.items()]
