"""``dvk deadlines``: who owes what, by which last day, and how it stands."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from dvk.cli.answered_before import Question, answer
from dvk.cli.bilingual import both
from dvk.cli.destination import Destination, destination
from dvk.cli.matrix_asked import MatrixAsked
from dvk.cli.opening import known_word
from dvk.cli.options import Against, At, Force, On, OutputFile, PlanPath, Root, TableFormat, Unit, Year
from dvk.filing_states import STATES

if TYPE_CHECKING:
    from dvk.workspace import Workspace

State = Annotated[
    list[str] | None,
    typer.Option(
        "--state",
        metavar="STATE",
        help=both(
            "Chỉ một tình trạng, ví dụ overdue hay “chưa nộp”; có thể lặp lại.",
            "Only one state, such as overdue; may be repeated.",
        ),
    ),
]


def command(
    ctx: typer.Context,
    year: Year = None,
    on: On = None,
    unit: Unit = None,
    plan: PlanPath = None,
    state: State = None,
    at: At = None,
    against: Against = None,
    root: Root = None,
    form: TableFormat = None,
    output: OutputFile = None,
    force: Force = False,
) -> None:
    to = destination(ctx, form, output, force=force)
    session = to.session
    day = session.day_of(on, at)
    wanted = [known_word("state", name, STATES, session.language) for name in state or STATES]
    asked = MatrixAsked(year, on, unit, plan, tuple(wanted))
    if against is not None:
        from dvk.cli.matrix_answers import give_beside

        give_beside(to, (root, at, against), asked)
        return
    answer(to, Question("deadlines", root, at, (*asked, day)), lambda workspace, to: _matrix(workspace, to, asked, day))


def _matrix(workspace: "Workspace", to: Destination, asked: MatrixAsked, day: date) -> str | bytes:
    from dvk.cli.matrix_answers import matrix_answer

    return matrix_answer(workspace, to, asked, day)
