"""``dvk import``: old documents in, each as a draft in YAML whose values name the words that they come from."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from dvk.cli.bilingual import both
from dvk.cli.delivering import put_in_place, what_next
from dvk.cli.opening import JSON, document_at_path, known, known_format, known_word, session_of, workspace_of
from dvk.cli.options import Root
from dvk.cli.render_targets import is_among_documents
from dvk.cli.session import Session
from dvk.cli.wanted import period_at
from dvk.errors import CannotGoOn
from dvk.importing.comparing import Difference
from dvk.importing.draft_files import differences_to, draft_of
from dvk.importing.issuing import same_number
from dvk.importing.quoted import Quoted
from dvk.importing.reading_papers import Import, Wishes, imported
from dvk.kinds import FILED, kind_of
from dvk.output.json_text import as_json
from dvk.output.stops import stop_text
from dvk.shown import printable
from dvk.skeletons import NewFile
from dvk.views.imports import (
    DONE,
    NUMBER_KNOWN,
    OTHER_ISSUER,
    SAME,
    WRITTEN,
    difference_table,
    import_json,
    import_tables,
    summary,
)
from dvk.workspace import Workspace
from dvk.writing import write_result

Files = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILE…",
        help=both(
            "Văn bản cần đọc: tệp .docx, .doc, .pdf có chữ, .txt hoặc .md.",
            "The papers to read: .docx, .doc, .pdf with text, .txt or .md.",
        ),
    ),
]
OfUnit = Annotated[
    str | None,
    typer.Option("--unit", metavar="UNIT", help=both("Đơn vị ban hành văn bản.", "The unit that issued the paper.")),
]
KindName = Annotated[
    str | None,
    typer.Option(
        "--kind",
        metavar="plan|registration|report",
        help=both("Loại tài liệu; mặc định: theo tên loại trên giấy.", "The kind; by default as the paper is titled."),
    ),
]
PeriodOfPaper = Annotated[
    str | None,
    typer.Option(
        "--period",
        metavar="PERIOD",
        help=both("Kỳ, nếu văn bản không nói: 2022, 2022-H1.", "The period where the paper has none: 2022, 2022-H1."),
    ),
]
Against = Annotated[
    str | None,
    typer.Option(
        "--against",
        metavar="PATH",
        help=both(
            "Không ghi gì: chỉ ra chỗ giấy khác với tài liệu này (mã thoát 1 nếu có).",
            "Write nothing: show where the paper differs from this document (exit code 1 if it does).",
        ),
    ),
]
Draft = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help=both("Ghi bản nháp vào tệp này; mặc định: vào chỗ của nó.", "Where the draft goes; by default its place."),
    ),
]
Printed = Annotated[
    bool, typer.Option("--print", help=both("In bản nháp ra màn hình, không ghi tệp.", "Print the draft; write none."))
]
Form = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="table|json|csv|md|xlsx|docx",
        help=both("Dạng in ra những gì đã đọc; mặc định: table.", "How what was read is shown; by default table."),
    ),
]

_WAYS = "dvk import FILE --unit UNIT / dvk import FILE --against PATH"


@dataclass(frozen=True, slots=True)
class _Call:
    """What the words of a call come to."""

    session: Session
    workspace: Workspace
    wishes: Wishes
    form: str
    against: str | None
    output: Path | None
    printed: bool


def command(
    ctx: typer.Context,
    files: Files,
    unit: OfUnit = None,
    kind: KindName = None,
    period: PeriodOfPaper = None,
    against: Against = None,
    output: Draft = None,
    printed: Printed = False,
    form: Form = None,
    root: Root = None,
) -> None:
    session = session_of(ctx)
    form = known_format(form or "table")
    if unit is None and against is None:
        raise CannotGoOn("DVK908", option="--unit", typed="", clear=_WAYS)
    if len(files) > 1 and (output is not None or against is not None):
        raise CannotGoOn("DVK908", option="FILE", typed=" ".join(map(str, files)), clear=_WAYS)
    workspace = workspace_of(session, root, None)
    against = _document(workspace, against) if against is not None else None
    wishes = Wishes(
        unit=_unit(workspace, unit, against),
        today=session.today,
        kind=known_word("kind", kind, list(FILED), session.language) if kind is not None else None,
        period=period_at("--period")(period) if period is not None else None,
    )
    call = _Call(session, workspace, wishes, form, against, output, printed)
    raise typer.Exit(_all(call, files))


def _unit(workspace: Workspace, unit: str | None, against: str | None) -> str:
    """The unit of the paper: the one named, else that of the document it is held against."""
    filing = workspace.filing(against) if against is not None else None
    return filing.unit if unit is None and filing else known("unit", unit or "", workspace.organisation.units)


def _document(workspace: Workspace, path: str) -> str:
    """The document that a paper is held against.

    Raises:
        CannotGoOn: DVK907 for an unknown path, DVK924 for a document with mistakes of form.
    """
    name = document_at_path(workspace, path)
    if workspace.filing(name) is None:
        raise CannotGoOn("DVK924", path=name)
    return name


def _all(call: _Call, files: Sequence[Path]) -> int:
    """Each file by itself: what cannot be read stops none of the others. Gives the exit code."""
    stopped = differing = False
    told: list[dict[str, object]] = []
    for file in files:
        try:
            differing |= _one(call, file, told)
        except CannotGoOn as stop:
            if len(files) == 1:
                raise
            stopped = True
            call.session.remark(f"{printable(str(file))}: {stop_text(stop, call.session.language)}")
    if call.form == JSON and not call.printed:
        call.session.print(as_json(told))
    return 2 if stopped else 1 if differing else 0


def _one(call: _Call, file: Path, told: list[dict[str, object]]) -> bool:
    """One file: its draft is written or shown, or it is held against a document. Gives whether it differs from that."""
    from dvk.importing.papers import paper_of

    read = imported(paper_of(file), call.workspace, call.wishes)
    if call.against is not None and read.kind != kind_of(call.against):
        raise CannotGoOn("DVK954", path=read.paper.name, what=read.kind, against=call.against)
    differences = differences_to(call.workspace, call.against, read) if call.against else None
    draft = draft_of(read, call.workspace) if differences is None else None
    if draft is not None:
        _deliver(call, draft)
    if call.form == JSON:
        told.append(import_json(read, _written(call, draft), differences))
    elif not call.printed:
        _show(call, read, differences)
    _say_beside(call, read, draft)
    return bool(differences)


def _deliver(call: _Call, draft: NewFile) -> None:
    """Print a draft, or write it: where it was told to, else in its place."""
    root = call.workspace.snapshot.root
    if call.printed:
        sys.stdout.write(draft.text)
    elif call.output is not None:
        if is_among_documents(root, call.output) and call.output.resolve() != (root / draft.path).resolve():
            raise CannotGoOn("DVK908", option="-o", typed=str(call.output), clear=draft.path)
        write_result(call.output, draft.text.encode(), over=False)
    elif os.path.lexists(root / draft.path):
        raise CannotGoOn("DVK955", path=draft.path)
    else:
        put_in_place(call.session, call.workspace, draft)


def _say_beside(call: _Call, read: Import, draft: NewFile | None) -> None:
    """What to do next; that the paper names another body; that its number is in the workspace already."""
    language = call.session.language
    unit = read.draft["unit"]
    if isinstance(unit, Quoted) and unit.doubt:
        told = OTHER_ISSUER.to(language).format(file=read.paper.name, issuer=unit.phrase, unit=unit.value)
        call.session.remark(printable(told))
    if draft is None:
        return
    holder = same_number(call.workspace, read.known.unit, read.draft.get("number", ()), int(draft.path.split("/")[1]))
    if holder is not None:
        call.session.remark(printable(NUMBER_KNOWN.to(language).format(file=read.paper.name, path=holder)))
    if _written(call, draft) == draft.path:
        call.session.remark(what_next(call.session, call.workspace, draft, DONE))
    elif _written(call, draft) is not None:
        call.session.remark(printable(WRITTEN.to(language).format(call.output)))


def _written(call: _Call, draft: NewFile | None) -> str | None:
    """Where a draft was written; None where it was not."""
    if draft is None or call.printed:
        return None
    return str(call.output) if call.output is not None else draft.path


def _show(call: _Call, read: Import, differences: Sequence[Difference] | None) -> None:
    """What was read, or what differs, in the form asked for."""
    language = call.session.language
    if differences is None:
        tables = import_tables(read, language)
        call.session.print(call.session.in_form(tables, call.form))
        call.session.remark(printable(summary(read, language)))
    elif differences:
        table = difference_table(call.against or "", differences, language)
        call.session.print(call.session.in_form([table], call.form))
    else:
        call.session.remark(SAME.to(language).format(printable(call.against or "")))
