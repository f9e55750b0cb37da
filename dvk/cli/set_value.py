"""``dvk set``: single values of one document, the rest of the file left as it is."""

import os
from pathlib import Path
from typing import Annotated

import typer

from dvk.cli.bilingual import both
from dvk.cli.opening import known, path_inside, root_of, session_of
from dvk.cli.options import Root
from dvk.editing import Change, bytes_of, changed, documents, drafted, new_errors
from dvk.errors import CannotGoOn
from dvk.kinds import kind_of
from dvk.output.changes import as_text
from dvk.output.findings import as_text as findings_text
from dvk.shown import printable
from dvk.snapshot import Snapshot
from dvk.views.findings import Places
from dvk.writing import replace

File = Annotated[str, typer.Argument(metavar="PATH", help=both("Tài liệu cần sửa.", "The document to change."))]
Words = Annotated[
    list[str],
    typer.Argument(
        metavar="FIELD VALUE…",
        help=both(
            "Trường, như dvk check in ra (own[indicator=nha-o].value), rồi giá trị; nhiều cặp được. "
            "Thêm một mục vào cuối danh sách: recipients[+]. Giá trị bắt đầu bằng dấu trừ: viết -- trước PATH.",
            "A field as dvk check names it (own[indicator=houses].value), then its value; several pairs may follow. "
            "One more entry of a list: recipients[+]. If a value begins with a dash, write -- before PATH.",
        ),
    ),
]
Null = Annotated[
    bool,
    typer.Option(
        "--null",
        help=both(
            "Trường đầu tiên không có giá trị theo sau: ghi null.",
            "The first field has no value behind it: write null.",
        ),
    ),
]
Remove = Annotated[
    bool,
    typer.Option(
        "--remove",
        help=both(
            "Trường đầu tiên không có giá trị theo sau: bỏ khoá hoặc mục đó.",
            "The first field has no value behind it: take the key or entry away.",
        ),
    ),
]

_WAYS = "dvk set PATH FIELD VALUE / dvk set PATH --null FIELD / dvk set PATH --remove FIELD"
_NOT_WRITTEN = {
    "vi": "Chưa ghi gì vào {0}: tệp sẽ có thêm lỗi nêu trên.",
    "en": "Nothing was written into {0}: it would have the errors above.",
}


def command(
    ctx: typer.Context,
    path: File,
    words: Words,
    null: Null = False,
    remove: Remove = False,
    root: Root = None,
) -> None:
    session = session_of(ctx)
    changes = _changes(words, null=null, remove=remove)
    snapshot = documents(root_of(root))
    name = _document(snapshot, path)
    before = bytes_of(snapshot, name)
    after = changed(before, kind_of(name) or "", changes)
    draft = drafted(snapshot, name, after)
    errors = new_errors(draft, before)
    if errors:
        places = Places(draft)
        session.print(findings_text(places.in_order(errors), places, 1, session.language))
        session.remark(_NOT_WRITTEN[session.language].format(printable(name)))
        raise typer.Exit(1)
    if after != before:
        replace(snapshot.root / name, before, after)
    session.print(as_text(name, before, after, session.language))


def _changes(words: list[str], *, null: bool, remove: bool) -> list[Change]:
    alone = words[:1] if null or remove else []
    pairs = words[len(alone) :]
    if len(pairs) % 2 or (null and remove):
        raise CannotGoOn("DVK908", option="FIELD VALUE", typed=" ".join(words), clear=_WAYS)
    named = [Change(field, remove=remove) for field in alone]
    return named + [Change(field, value) for field, value in zip(pairs[::2], pairs[1::2], strict=True)]


def _document(snapshot: Snapshot, path: str) -> str:
    """The document that a path means, given from here or from the root; never through a link."""
    name = path_inside(snapshot.root, path)
    here = Path(os.path.abspath(path))  # noqa: PTH100 - links stay links
    file = here if os.path.lexists(here) else snapshot.root / path
    if any(step.is_symlink() for step in (file, *file.parents) if step.is_relative_to(snapshot.root)):
        raise CannotGoOn("DVK917", path=path, problem="a_link")
    if not os.path.lexists(file):
        return known("path", path, snapshot.paths())
    if name not in snapshot.entries:
        raise CannotGoOn("DVK917", path=path, problem="no_document")
    return name
