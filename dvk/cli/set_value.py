"""``dvk set``: single values of one document, the rest of the file left as it is."""

import os
import shlex
from pathlib import Path
from typing import Annotated

import typer

from dvk.cli.bilingual import both
from dvk.cli.destination import Destination
from dvk.cli.opening import JSON, MOST_NAMED, known, path_inside, readings_for, root_of, session_of
from dvk.cli.options import Root
from dvk.cli.session import Session
from dvk.editing import Change, bytes_of, changed, documents, effects_of_edit, fields_of, new_errors
from dvk.errors import CannotGoOn
from dvk.kinds import kind_of
from dvk.output.changes import as_text
from dvk.output.findings import as_text as findings_text
from dvk.output.findings import blocks_text
from dvk.output.stops import stop_text
from dvk.output.tables import FORMATS
from dvk.shown import first_ones, printable
from dvk.snapshot import Snapshot, overlaid
from dvk.views.fields import fields_json, fields_tables
from dvk.views.findings import weights
from dvk.views.places import Places
from dvk.writing import replace

File = Annotated[str, typer.Argument(metavar="PATH", help=both("Tài liệu cần sửa.", "The document to change."))]
Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FIELD VALUE]…",
        help=both(
            "Trường (own[indicator=nha-o].value), rồi giá trị; nhiều cặp được. Không ghi trường nào: liệt kê mọi "
            "trường của tệp để chép tên; nghĩa từng trường: docs/files.md. Thêm một mục vào cuối danh sách: "
            "recipients[+].",
            "A field (own[indicator=houses].value), then its value; several pairs may follow. Without any, the fields "
            "of the file are listed, to copy their names; what they mean: docs/files.md. One more entry of a list: "
            "recipients[+].",
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
Form = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="table|json|csv|md",
        help=both("Dạng in ra danh sách trường; mặc định: table.", "How the fields are listed; by default table."),
    ),
]

_WAYS = "dvk set PATH FIELD VALUE / dvk set PATH --null FIELD / dvk set PATH --remove FIELD"
_NOT_WRITTEN = {
    "vi": "Chưa ghi gì vào {0}: tệp sẽ có thêm lỗi nêu trên.",
    "en": "Nothing was written into {0}: it would have the errors above.",
}
_LEFT = {"vi": "Tệp còn {0}: dvk check {1}", "en": "The file has {0}: dvk check {1}"}
_ELSEWHERE = {
    "vi": "Vì chỗ sửa này, {0} tệp khác có thêm lỗi: {1} (xem: dvk check)",
    "en": "With this change, other files have new errors, {0} in all: {1} (see: dvk check)",
}
_NOT_CHECKED = {"vi": "Đã ghi, nhưng chưa kiểm tra lại được:", "en": "It is written, but could not be checked:"}


def command(
    ctx: typer.Context,
    path: File,
    words: Words = None,
    null: Null = False,
    remove: Remove = False,
    root: Root = None,
    form: Form = None,
) -> None:
    session = session_of(ctx)
    changes = _changes(words or [], null=null, remove=remove)
    listing = _listing(session, form, changes)
    snapshot = documents(root_of(root))
    name = _document(snapshot, path)
    before = bytes_of(snapshot, name)
    if not changes:
        fields = fields_of(before, kind_of(name) or "", name)
        language = session.language
        listing.give(json=lambda: fields_json(fields, language), tables=lambda: fields_tables(path, fields, language))
        return
    after = changed(before, kind_of(name) or "", changes)
    errors = new_errors(snapshot, name, before, after)
    if errors:
        places = Places(overlaid(snapshot, {name: after}))
        session.print(findings_text(places.in_order(errors), places, 1, session.language))
        session.remark(_NOT_WRITTEN[session.language].format(printable(name)))
        raise typer.Exit(1)
    if after != before:
        replace(snapshot.root / name, before, after)
    session.print(as_text(name, before, after, session.language))
    if after != before:
        _say_what_is_left(session, snapshot, name, before, [path, *(["--root", str(root)] if root else [])])


def _changes(words: list[str], *, null: bool, remove: bool) -> list[Change]:
    alone = words[:1] if null or remove else []
    pairs = words[len(alone) :]
    if len(pairs) % 2 or (null and remove) or (not alone and (null or remove)):
        raise CannotGoOn("DVK908", option="FIELD VALUE", typed=" ".join(words), clear=_WAYS)
    named = [Change(_unquoted(field), remove=remove) for field in alone]
    return named + [Change(_unquoted(field), value) for field, value in zip(pairs[::2], pairs[1::2], strict=True)]


def _unquoted(field: str) -> str:
    """The field without quotes around it, which cmd.exe leaves there; paths have double ones of their own."""
    inner = field[1:-1]
    quoted = len(field) > 1 and (field == f"'{inner}'" or (field == f'"{inner}"' and "[" in inner))
    return inner if quoted else field


def _listing(session: Session, form: str | None, changes: list[Change]) -> Destination:
    """How the fields are listed, where nothing is changed.

    Raises:
        CannotGoOn: DVK908 for a form that there is not, or that goes with no change.
    """
    choices = [*(name for name, known_form in FORMATS.items() if not known_form.binary), JSON]
    if form is not None and (changes or form not in choices):
        clear = "dvk set PATH --format json" if changes else " / ".join(choices)
        raise CannotGoOn("DVK908", option="--format", typed=form, clear=clear)
    return Destination(session, form or choices[0])


def _say_what_is_left(session: Session, snapshot: Snapshot, name: str, before: bytes, call: list[str]) -> None:
    """Say beside the result what a check finds in the file now; what the edit brought is shown whole."""
    language = session.language
    try:
        found = effects_of_edit(snapshot.root, name, before, readings_for(session, snapshot.root))
    except CannotGoOn as stop:
        session.remark(f"{_NOT_CHECKED[language]}\n{stop_text(stop, language)}")
        return
    if found.brought:
        places = Places(found.snapshot)
        session.remark(blocks_text(places.in_order(found.brought), places, language))
    if found.left:
        session.remark(_LEFT[language].format(weights(found.left, language), printable(shlex.join(call))))
    if found.elsewhere:
        files = first_ones([printable(path) for path in found.elsewhere], MOST_NAMED)
        session.remark(_ELSEWHERE[language].format(len(found.elsewhere), files))


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
