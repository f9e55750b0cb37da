"""``dvk render``: a plan, a registration, a report, or a roll-up of a unit as a Word document."""

from pathlib import Path
from typing import Annotated

import typer

from dvk.cli.bilingual import both
from dvk.cli.destination import see_that_it_is_free
from dvk.cli.opening import known, open_in_year, say_what_is_missing, session_of, workspace_of
from dvk.cli.options import At, Force, Root, Year
from dvk.cli.session import Session
from dvk.errors import CannotGoOn
from dvk.kinds import FOLDERS
from dvk.printing.word_files import WordFile, word_of_document, word_of_rollup
from dvk.shown import printable
from dvk.workspace import Workspace
from dvk.writing import write_result
from dvk.yearbook import yearbook

Document = Annotated[
    str | None,
    typer.Argument(
        metavar="[PATH]", help=both("Kế hoạch, đăng ký hoặc báo cáo.", "A plan, a registration or a report.")
    ),
]
OfUnit = Annotated[
    str | None,
    typer.Option(
        "--rollup",
        metavar="UNIT",
        help=both("Thay vì một văn bản: tổng hợp cả năm của một đơn vị.", "Instead: the year's roll-up of a unit."),
    ),
]
WordOutput = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help=both(
            "Tệp .docx; mặc định: tên của văn bản, ở thư mục này.",
            "The .docx; by default named after it, in this folder.",
        ),
    ),
]

_ENDING = ".docx"
_WAYS = "dvk render PATH / dvk render --rollup UNIT"


def command(
    ctx: typer.Context,
    path: Document = None,
    rollup: OfUnit = None,
    year: Year = None,
    output: WordOutput = None,
    force: Force = False,
    at: At = None,
    root: Root = None,
) -> None:
    session = session_of(ctx)
    if (path is None) == (rollup is None):
        raise CannotGoOn("DVK908", option="PATH", typed=path or "", clear=_WAYS)
    if path is not None and year is not None:
        raise CannotGoOn("DVK908", option="--year", typed=str(year), clear=_WAYS)
    workspace = workspace_of(session, root, at)
    if rollup is not None:
        made = _rollup(session, workspace, rollup, year)
    else:
        made = word_of_document(workspace, _named(workspace, path or ""))
    target = _target(workspace.snapshot.root, made.name, output)
    see_that_it_is_free(target, force=force)
    write_result(target, made.contents, over=force)
    session.print(printable(str(target)))


def _rollup(session: Session, workspace: Workspace, unit: str, year: int | None) -> WordFile:
    book = yearbook(workspace, year or session.today.year)
    say_what_is_missing(book, session)
    return word_of_rollup(book, open_in_year(book, unit))


def _named(workspace: Workspace, path: str) -> str:
    """The document that a path means, whether it was given from here or from the root."""
    root = workspace.snapshot.root.resolve()
    from_here = (Path.cwd() / path).resolve()
    for candidate in (from_here, (root / path).resolve()):
        if (
            candidate.is_relative_to(root)
            and (name := candidate.relative_to(root).as_posix()) in workspace.snapshot.entries
        ):
            return name
    return known("path", path, [name for name, _ in workspace.filings()])


def _target(root: Path, name: str, output: Path | None) -> Path:
    """Where the result goes: never among the documents of the workspace, where only documents may lie."""
    target = Path(name) if output is None else output / name if output.is_dir() else output
    if target.suffix.lower() != _ENDING:
        raise CannotGoOn("DVK922", path=str(target), form="docx", clear=_ENDING)
    if _is_among_documents(root, target):
        if output is not None:
            raise CannotGoOn("DVK908", option="-o", typed=str(output), clear=str(root / target.name))
        return root / name
    return target


def _is_among_documents(root: Path, target: Path) -> bool:
    inside = target.absolute().parent.resolve()
    return any(inside.is_relative_to((root / folder).resolve()) for folder in FOLDERS)
