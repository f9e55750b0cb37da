"""``dvk status``: what a unit has to do, how far a document has come, or how the whole workspace stands in short."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from dvk.cli.answered_before import Question, answer
from dvk.cli.bilingual import both
from dvk.cli.destination import Destination, destination
from dvk.cli.opening import workspace_of
from dvk.cli.options import Force, On, OutputFile, Root, TableFormat
from dvk.errors import CannotGoOn

if TYPE_CHECKING:
    from dvk.workspace import Workspace

OneDocument = Annotated[
    str | None,
    typer.Argument(
        metavar="[PATH]",
        help=both(
            "Thay vì cả cây: một bản đăng ký hoặc báo cáo đã qua bước nào, đổi gì từ đó, bước sau là gì.",
            "Instead: how far a registration or report has come, what changed since, and what is next.",
        ),
    ),
]
OneUnit = Annotated[
    str | None,
    typer.Option(
        "--unit",
        metavar="UNIT",
        help=both(
            "Việc của đơn vị này; mặc định: tóm tắt từng cây.", "What this unit has to do; by default each tree."
        ),
    ),
]


def command(
    ctx: typer.Context,
    path: OneDocument = None,
    unit: OneUnit = None,
    on: On = None,
    root: Root = None,
    form: TableFormat = None,
    output: OutputFile = None,
    force: Force = False,
) -> None:
    to = destination(ctx, form, output, force=force)
    if path is not None and unit is not None:
        clear = "dvk status PATH / dvk status --unit UNIT"
        raise CannotGoOn("DVK938", command="status", fault="ways_at_once", clear=clear)
    day = to.session.day("--on", on)
    if path is None and unit is None:
        answer(to, Question("status", root, None, (day,)), lambda workspace, to: _overview(workspace, to, day))
        return
    from dvk.cli.status_answers import give_agenda, give_way

    workspace = workspace_of(to.session, root, None)
    if path is not None:
        give_way(to, workspace, path, day)
    elif unit is not None:
        give_agenda(to, workspace, unit, day)


def _overview(workspace: "Workspace", to: Destination, day: date) -> str | bytes:
    from dvk.cli.status_answers import overview_answer

    return overview_answer(workspace, to, day)
