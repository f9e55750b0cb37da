"""``dvk new-report``: a draft of a report with a line for each figure that is asked."""

from typing import Annotated, TypeAlias

import typer

from dvk.cli.asking import Question, Questions, at_terminal
from dvk.cli.bilingual import both
from dvk.cli.choices import period_choices, unit_choices
from dvk.cli.delivering import deliver
from dvk.cli.new_file_options import Issuer, Printed
from dvk.cli.opening import session_of, workspace_of
from dvk.cli.options import Root
from dvk.cli.wanted import obligations_in, period_at, plan_in, topic_of, unit_in
from dvk.skeletons import ReportWishes, new_report

ReportPeriod: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--period",
        metavar="PERIOD",
        help=both(
            "Kỳ báo cáo (cần có, hoặc máy hỏi): 2022, 2022-H1, 2022-Q3, 2022-05.",
            "The period (needed, or asked for): 2022, 2022-H1, 2022-Q3, 2022-05.",
        ),
    ),
]
Plan: TypeAlias = Annotated[
    str | None,
    typer.Option("--plan", metavar="PLAN", help=both("Chỉ trả lời kế hoạch này.", "Answer only this plan.")),
]
Answers: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--answers",
        metavar="PATH#ID",
        help=both("Chỉ trả lời nhiệm vụ này; có thể lặp lại.", "Answer only this obligation; may be repeated."),
    ),
]
Topic: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--topic",
        metavar="SLUG",
        help=both("Chuyên đề, nối vào tên tệp: 2022-nha-o.", "The topic, at the end of the file's name: 2022-nha-o."),
    ),
]

_UNIT = both("Đơn vị nào báo cáo", "Which unit reports")
_PERIOD = both("Kỳ báo cáo, như 2022 hoặc 2022-H1", "The period, such as 2022 or 2022-H1")


def command(
    ctx: typer.Context,
    unit: Issuer = None,
    period: ReportPeriod = None,
    plan: Plan = None,
    answers: Answers = None,
    topic: Topic = None,
    printed: Printed = False,
    root: Root = None,
) -> None:
    session = session_of(ctx)
    topic = topic_of("--topic", topic)
    workspace = workspace_of(session, root, None)
    ask = Questions(session, at_terminal() and (unit is None or period is None))
    units = unit_choices(workspace, session.language, session.today)
    reporter = ask.needed("--unit", unit, Question(_UNIT, unit_in(workspace), units))
    periods = period_choices(workspace, reporter, session.language, session.today) if ask.are_asked else ()
    wishes = ReportWishes(
        unit=reporter,
        period=ask.needed("--period", period, Question(_PERIOD, period_at("--period"), periods)),
        today=session.today,
        plan=plan_in(workspace)(plan) if plan is not None else None,
        answers=obligations_in(workspace, answers or []),
        topic=topic,
    )
    deliver(session, workspace, new_report(workspace, wishes), printed=printed)
