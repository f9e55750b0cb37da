"""``dvk fmt``: files made unambiguous and tidy, what they say left as it is."""

from typing import Annotated

import typer

from dvk.cli.bilingual import both
from dvk.cli.opening import path_inside, root_of, session_of
from dvk.cli.options import Root
from dvk.editing import documents, tidy
from dvk.errors import CannotGoOn
from dvk.shown import printable
from dvk.snapshot import Snapshot, is_wanted

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]…",
        help=both("Tài liệu hoặc thư mục; mặc định: tất cả.", "Documents or folders; by default all."),
    ),
]
Check = Annotated[
    bool,
    typer.Option(
        "--check",
        help=both(
            "Không ghi, chỉ nêu tệp cần sửa; mã thoát 1 nếu có.", "Write nothing, name the files; exit code 1 if any."
        ),
    ),
]

_DONE = {
    "vi": "Đã sửa {0} tệp, giữ nguyên {1} tệp",
    "en": "Files changed: {0}, left as they were: {1}",
}
_TO_DO = {
    "vi": "Cần sửa {0} tệp, giữ nguyên {1} tệp",
    "en": "Files to change: {0}, fine as they are: {1}",
}
_UNREAD = {
    "vi": "Để nguyên {0}: tệp có lỗi (xem: dvk check {0})",
    "en": "Left alone, {0}: it has errors (see: dvk check {0})",
}


def command(ctx: typer.Context, paths: Paths = None, check: Check = False, root: Root = None) -> None:
    session = session_of(ctx)
    snapshot = documents(root_of(root))
    result = tidy(snapshot, _wanted(snapshot, paths or []), write=not check)
    for path in result.unread:
        session.remark(_UNREAD[session.language].format(printable(path)))
    told = (_TO_DO if check else _DONE)[session.language].format(len(result.changed), len(result.same))
    session.print("\n".join([*map(printable, result.changed), told]))
    if check and result.changed:
        raise typer.Exit(1)


def _wanted(snapshot: Snapshot, paths: list[str]) -> list[str]:
    """The documents at or below the paths; all of them without paths."""
    tops = [path_inside(snapshot.root, path) for path in paths]
    wanted = [path for path in snapshot.paths() if is_wanted(path, tops)]
    if tops and not wanted:
        raise CannotGoOn("DVK907", what="path", name=", ".join(paths))
    return wanted
