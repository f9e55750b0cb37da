"""``dvk remind``: letters to the units that are late."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from dvk.cli.bilingual import both
from dvk.cli.destination import Destination
from dvk.cli.opening import JSON, MOST_NAMED, known, session_of, workspace_of
from dvk.cli.options import At, Force, On, PlanPath, Root, Year
from dvk.cli.render_targets import many_targets, one_target, see_that_all_are_free
from dvk.cli.session import Session
from dvk.deadlines import FilingLine, filing_matrix
from dvk.errors import CannotGoOn
from dvk.output.tables import FORMATS
from dvk.overdue import asked_by, due_soon, ended, overdue
from dvk.printing.contents.reminders import Reminder
from dvk.printing.letters import letter_names, letters
from dvk.shown import first_ones, printable
from dvk.vietnamese.dates import format_date
from dvk.views.deadlines import Asked, deadlines_json, deadlines_tables
from dvk.workspace import Workspace
from dvk.writing import write_result

Sender = Annotated[
    str,
    typer.Argument(metavar="UNIT", help=both("Đơn vị đôn đốc, đã ban hành kế hoạch.", "The unit whose plans ask.")),
]
Each = Annotated[
    bool,
    typer.Option(
        "--each", help=both("Mỗi đơn vị chậm một công văn riêng.", "A letter of its own to each unit that is late.")
    ),
]
Soon = Annotated[
    bool,
    typer.Option("--soon", help=both("Nhắc cả việc sắp đến hạn.", "Name what is due before long as well.")),
]
Until = Annotated[
    str | None,
    typer.Option(
        "--by",
        metavar="DATE",
        help=both("Ngày mới phải gửi, ghi vào công văn.", "A new day to file by, printed in the letter."),
    ),
]
SignedAs = Annotated[
    str | None,
    typer.Option(
        "--signatory",
        metavar="PLAN",
        help=both(
            "Người ký như ở kế hoạch này; mặc định: chừa trống chức vụ và họ tên.",
            "Signed as this plan is; by default post and name are left blank.",
        ),
    ),
]
Form = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="docx|table|json|csv|md",
        help=both(
            "docx (mặc định): công văn; dạng khác: chỉ in danh sách, không ghi tệp.",
            "docx (default): letters; any other: only the list is printed, no file is written.",
        ),
    ),
]
LettersOutput = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE|DIR",
        help=both(
            "Tệp .docx, hoặc thư mục (với --each luôn là thư mục); mặc định: thư mục này.",
            "The .docx, or a folder (with --each always a folder); by default this folder.",
        ),
    ),
]

_WORD = "docx"
_NOBODY = {
    "vi": "{0}: đến hết ngày {1} không đơn vị nào quá hạn; không có gì để đôn đốc.",
    "en": "{0}: at the end of {1} nobody is late; there is nobody to remind.",
}
_ENDED = {
    "vi": "Không đôn đốc đơn vị đã kết thúc hoạt động: {0}",
    "en": "Not reminded, because they are not open any more: {0}",
}
_MAY_HAVE = {
    "vi": "Xem trước khi gửi: có tệp chưa đọc được của đơn vị bị nhắc: {0} (xem: dvk check)",
    "en": "Look before it is sent: of units that are reminded, these files cannot be read: {0} (see: dvk check)",
}


def command(
    ctx: typer.Context,
    unit: Sender,
    year: Year = None,
    on: On = None,
    each: Each = False,
    soon: Soon = False,
    plan: PlanPath = None,
    until: Until = None,
    signatory: SignedAs = None,
    output: LettersOutput = None,
    force: Force = False,
    form: Form = None,
    at: At = None,
    root: Root = None,
) -> None:
    session = session_of(ctx)
    form = _known_form(form, output)
    day = session.day_of(on, at)
    new_day = _new_day(session, until, day)
    workspace = workspace_of(session, root, at)
    known("unit", unit, workspace.organisation.units)
    known("path", plan, workspace.plans) if plan is not None else None
    _see_that_it_signs(workspace, unit, signatory)
    lines = asked_by(workspace, unit, filing_matrix(workspace, year or day.year, day))
    lines = [line for line in lines if plan in {None, line.owed.plan}]
    late = _of_those_there(session, workspace, overdue(workspace, lines, day), day)
    before_long = due_soon(lines) if soon else []
    if form != _WORD:
        _list(Destination(session, form), workspace, (lines, [*late, *before_long]), day)
    elif not late and not before_long:
        name = workspace.organisation.name_or_id(unit, day)
        session.print(printable(_NOBODY[session.language].format(name, format_date(day))))
    else:
        _say_unread(session, workspace, [*late, *before_long])
        reminder = Reminder(workspace, unit, day, late, before_long, new_day, signatory)
        _write(session, reminder, output, each=each, force=force)


def _new_day(session: Session, until: str | None, day: date) -> date | None:
    """The new day to file by, if one is set: none that has gone by when the letter is written."""
    found = session.day("--by", until) if until is not None else None
    if found is not None and found < day:
        raise CannotGoOn("DVK908", option="--by", typed=until or "", clear=f"--by ≥ {format_date(day)} (--on)")
    return found


def _see_that_it_signs(workspace: Workspace, unit: str, plan: str | None) -> None:
    """See to it that who signs is somebody of the unit: the plan that names them is its own.

    Raises:
        CannotGoOn: DVK907 for an unknown plan, DVK939 for one of another unit.
    """
    if plan is None:
        return
    if workspace.plans[known("path", plan, workspace.plans)].unit != unit:
        own = [path for path, filed in workspace.plans.items() if filed.unit == unit]
        raise CannotGoOn("DVK939", path=plan, unit=unit, own=first_ones(sorted(own, reverse=True), MOST_NAMED) or "–")


def _known_form(form: str | None, output: Path | None) -> str:
    """The form; a list goes to the terminal, never into a file of this command."""
    choices = [_WORD, *(name for name, known_form in FORMATS.items() if not known_form.binary), JSON]
    if form not in {None, *choices}:
        raise CannotGoOn("DVK908", option="--format", typed=form or "", clear=" / ".join(choices))
    if form not in {None, _WORD} and output is not None:
        raise CannotGoOn("DVK908", option="--format", typed=form or "", clear="dvk deadlines --state overdue -o FILE")
    return form or _WORD


def _list(to: Destination, workspace: Workspace, lines: tuple[list[FilingLine], list[FilingLine]], day: date) -> None:
    """Whom a letter would name, below the counts of all who owe the same."""
    asked, named = lines
    shown = Asked(day, frozenset(line.state for line in named))
    to.give(
        json=lambda: deadlines_json(workspace, named),
        tables=lambda: deadlines_tables(workspace, asked, shown, to.session.language),
    )


def _of_those_there(session: Session, workspace: Workspace, lines: list[FilingLine], day: date) -> list[FilingLine]:
    """The lines of units that are still open; says beside which are not."""
    gone = ended(workspace, lines, day)
    if gone:
        names = [workspace.organisation.name_on(unit, day) for unit in gone]
        session.remark(printable(_ENDED[session.language].format(first_ones(names, MOST_NAMED))))
    return [line for line in lines if line.owed.unit not in gone]


def _say_unread(session: Session, workspace: Workspace, lines: list[FilingLine]) -> None:
    """Say which units may have filed after all: nobody is reminded of what dvk merely cannot read."""
    found = [path for line in lines for path in workspace.unread_of(line.owed.unit, line.owed.period.year)]
    if found:
        named = printable(first_ones(list(dict.fromkeys(found)), MOST_NAMED))
        session.remark(_MAY_HAVE[session.language].format(named))


def _write(session: Session, reminder: Reminder, output: Path | None, *, each: bool, force: bool) -> None:
    """Make all letters, then write them; none is made where one of them stands there already."""
    root, names = reminder.workspace.snapshot.root, letter_names(reminder, each=each)
    places = {name: name for name in names}
    targets = many_targets(root, places, output, "") if each else {names[0]: one_target(root, names[0], output)}
    see_that_all_are_free(targets.values(), pdf=False, force=force)
    for name, contents in letters(reminder, each=each).items():
        write_result(targets[name], contents, over=force)
        session.print(printable(str(targets[name])))
