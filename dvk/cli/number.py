"""``dvk number``: the next number of a document, a wanted one checked, and the register of a unit."""

from typing import Annotated

import typer

from dvk.cli.bilingual import both
from dvk.cli.destination import Destination, destination
from dvk.cli.opening import document_at_path, known, workspace_of
from dvk.cli.options import Force, OutputFile, Root, TableFormat, a_year, whole_number
from dvk.cli.session import Session
from dvk.editing import Change, bytes_of, changed, documents
from dvk.errors import CannotGoOn
from dvk.kinds import kind_of
from dvk.next_number import Proposal, Wish, proposed
from dvk.number_register import NumberRegister
from dvk.output.changes import as_text
from dvk.shown import printable
from dvk.views.number_register import gap_words, register_json, register_tables
from dvk.views.places import Places
from dvk.workspace import Workspace
from dvk.writing import replace

Document = Annotated[
    str | None,
    typer.Argument(metavar="[PATH]", help=both("Văn bản cần cấp số.", "The document that needs a number.")),
]
OfUnit = Annotated[
    str | None,
    typer.Option(
        "--list",
        metavar="UNIT",
        help=both("Thay vì một văn bản: sổ số của một đơn vị.", "Instead: the register of a unit."),
    ),
]
Wanted = Annotated[
    int | None,
    typer.Option(
        "--number",
        metavar="N",
        parser=whole_number("--number", 1, 999_999),
        help=both("Số muốn lấy; số đã dùng bị từ chối.", "The number that is wanted; a used one is refused."),
    ),
]
Code = Annotated[
    str | None,
    typer.Option(
        "--code",
        metavar="CODE",
        help=both(
            "Ký hiệu cơ quan và bộ phận, như TĐTN-TCKT; mặc định: như các số trước của đơn vị.",
            "Whose number it is, such as TĐTN-TCKT; by default as the unit's earlier numbers say.",
        ),
    ),
]
Write = Annotated[
    bool,
    typer.Option(
        "--write",
        help=both(
            "Ghi số vào tệp: bản nháp, hoặc văn bản chưa có số.",
            "Write the number into the file: a draft, or a document without one.",
        ),
    ),
]
GivenIn = Annotated[
    int | None,
    typer.Option(
        "--year",
        metavar="YEAR",
        parser=a_year,
        help=both(
            "Năm cấp số; mặc định: năm của ngày văn bản, không có thì năm của kỳ; với --list: năm nay.",
            "The year of the number; by default that of the document's date, else of its period; of --list this year.",
        ),
    ),
]

_WAYS = "dvk number PATH / dvk number --list UNIT"
_HAS_IT = {"vi": "Văn bản đã mang số này.", "en": "The document has this number already."}
_OTHER_CODES = {
    "vi": "Đơn vị còn dùng ký hiệu {0}; lấy ký hiệu khác: --code {1}",
    "en": "The unit has signed as {0}, too; to choose: --code {1}",
}


def command(
    ctx: typer.Context,
    path: Document = None,
    number: Wanted = None,
    code: Code = None,
    write: Write = False,
    listed: OfUnit = None,
    year: GivenIn = None,
    root: Root = None,
    form: TableFormat = None,
    output: OutputFile = None,
    force: Force = False,
) -> None:
    to = destination(ctx, form, output, force=force)
    about_a_document = path is not None and listed is None and form is None and output is None
    about_a_unit = listed is not None and path is None and not (number or code or write)
    if about_a_document == about_a_unit:
        fault = "nothing_named" if path is None and listed is None else "ways_at_once"
        raise CannotGoOn("DVK938", command="number", fault=fault, clear=_WAYS)
    register = NumberRegister(workspace_of(to.session, root, None))
    if listed is not None:
        _give_list(to, register, listed, year or to.session.today.year)
    else:
        _give_number(to.session, register, path or "", Wish(number, code, year), write=write)


def _give_list(to: Destination, register: NumberRegister, unit: str, year: int) -> None:
    known("unit", unit, register.workspace.organisation.units)
    to.give(
        json=lambda: register_json(register, unit, year),
        tables=lambda: register_tables(register, unit, year, to.session.language),
    )


def _give_number(session: Session, register: NumberRegister, path: str, wish: Wish, *, write: bool) -> None:
    """Print the number, or what writing it changed; beside it the gaps and the other codes of the unit."""
    workspace = register.workspace
    name = _filed(workspace, path)
    filing = workspace.filing(name)
    if filing is None:
        raise CannotGoOn("DVK916", field="number", problem="not_yaml")
    found = proposed(register, name, filing, wish)
    _refuse_used(workspace, found)
    if write and filing.number and not filing.is_draft:
        raise CannotGoOn("DVK931", path=name, number=filing.number)
    session.print(_written(workspace, name, found, session) if write else str(found.number))
    _say_beside(session, found)


def _filed(workspace: Workspace, path: str) -> str:
    """The plan, registration or report that a path means, from here or from the root."""
    name = document_at_path(workspace, path)
    if name not in workspace.unread and workspace.filing(name) is None:
        raise CannotGoOn("DVK917", path=path, problem="no_document")
    return name


def _refuse_used(workspace: Workspace, found: Proposal) -> None:
    if found.holder is None:
        return
    line = Places(workspace.snapshot).line(found.holder.path, "number")
    raise CannotGoOn(
        "DVK930",
        number=str(found.number),
        first=f"{found.holder.path}:{line}",
        next=f"{found.free:02}",
        unit=found.series.unit,
        year=str(found.series.year),
    )


def _written(workspace: Workspace, name: str, found: Proposal, session: Session) -> str:
    """The lines of the file that changed."""
    snapshot = documents(workspace.snapshot.root)
    before = bytes_of(snapshot, name)
    after = changed(before, kind_of(name) or "", [Change("number", str(found.number))])
    if after != before:
        replace(snapshot.root / name, before, after)
    return as_text(name, before, after, session.language)


def _say_beside(session: Session, found: Proposal) -> None:
    language = session.language
    if found.is_its_own:
        session.remark(_HAS_IT[language])
    for line in gap_words(found.others, language):
        session.remark(line[:1].upper() + line[1:])
    if found.symbols:
        listed = printable(", ".join(found.symbols))
        session.remark(_OTHER_CODES[language].format(listed, printable(found.symbols[0])))
