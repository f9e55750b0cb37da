"""``dvk new-plan``: a draft of a plan, of the unit's own or made from its superior's plan."""

from typing import Annotated, TypeAlias

import typer

from dvk.cli.asked_before import asked_by_options, asked_in_dialogue
from dvk.cli.asking import Question, Questions, at_terminal
from dvk.cli.bilingual import both
from dvk.cli.choices import plan_choices, unit_choices
from dvk.cli.delivering import deliver
from dvk.cli.new_file_options import (
    Issuer,
    PlanBefore,
    Printed,
    RegisterBefore,
    ReportBefore,
    WantedPeriod,
)
from dvk.cli.opening import session_of, workspace_of
from dvk.cli.options import Root, a_year
from dvk.cli.wanted import day_at, file_name, one_of, period_at, period_of, plan_in, strictly, text_of, unit_in
from dvk.periods import Period
from dvk.skeletons import PlanWishes, new_plan
from dvk.vietnamese.document_number import parse_document_number
from dvk.vietnamese.document_types import PLAN_TYPES

Type: TypeAlias = Annotated[
    str, typer.Option("--type", metavar="TYPE", help=both("Loại văn bản: KH, HD, CTr …", "The type: KH, HD, CTr …"))
]
Subject: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--subject",
        metavar="TEXT",
        help=both(
            "Trích yếu (cần có, hoặc máy hỏi; có --from thì lấy của kế hoạch đó).",
            "The subject (needed, or asked for; with --from that plan's is taken).",
        ),
    ),
]
Year: TypeAlias = Annotated[
    int | None,
    typer.Option(
        "--year",
        metavar="YEAR",
        parser=a_year,
        help=both(
            "Năm; mặc định: kỳ của kế hoạch ở --from, không có thì năm nay.",
            "The year; by default the period of the plan at --from, else this year.",
        ),
    ),
]
Programme: TypeAlias = Annotated[
    str | None, typer.Option("--programme", metavar="TEXT", help=both("Tên phong trào.", "The movement."))
]
Day: TypeAlias = Annotated[
    str | None, typer.Option("--date", metavar="DATE", help=both("Ngày ban hành.", "The day of issue."))
]
Number: TypeAlias = Annotated[
    str | None, typer.Option("--number", metavar="NUMBER", help=both("Số, ký hiệu.", "Number and symbol."))
]
Place: TypeAlias = Annotated[
    str | None, typer.Option("--place", metavar="TEXT", help=both("Nơi ban hành.", "The place of issue."))
]
Name: TypeAlias = Annotated[
    str | None,
    typer.Option("--name", metavar="SLUG", help=both("Tên tệp, không có .yaml.", "The file's name without .yaml.")),
]
From: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="PLAN",
        help=both(
            "Lập từ kế hoạch này của cấp trên: chép căn cứ, chỉ tiêu, nhiệm vụ.",
            "Make it from this plan of the unit above: its targets and obligations are handed down.",
        ),
    ),
]

_UNIT = both("Đơn vị nào ban hành", "Which unit issues it")
_FROM = both("Lập từ kế hoạch nào của cấp trên (Enter: không)", "From which plan of the unit above (Enter: none)")
_PERIOD = both("Năm hoặc kỳ (Enter: năm nay)", "Year or period (Enter: this year)")
_SUBJECT = both("Trích yếu, như Thực hiện phong trào …", "Subject")
_PROGRAMME = both("Tên phong trào (Enter: để trống)", "Movement (Enter: none)")


def command(
    ctx: typer.Context,
    unit: Issuer = None,
    year: Year = None,
    period: WantedPeriod = None,
    kind: Type = "KH",
    subject: Subject = None,
    programme: Programme = None,
    day: Day = None,
    number: Number = None,
    place: Place = None,
    name: Name = None,
    superior: From = None,
    plan_before: PlanBefore = None,
    register_before: RegisterBefore = None,
    report_before: ReportBefore = None,
    printed: Printed = False,
    root: Root = None,
) -> None:
    session = session_of(ctx)
    kind, file, wanted = one_of("--type", PLAN_TYPES)(kind), file_name("--name", name), period_of(year, period)
    workspace = workspace_of(session, root, None)
    ask = Questions(session, at_terminal() and (unit is None or (subject is None and superior is None)))
    units = unit_choices(workspace, session.language, session.today)
    issuer = ask.needed("--unit", unit, Question(_UNIT, unit_in(workspace), units))
    plans = plan_choices(workspace, issuer, session.today)
    above = ask.wished(superior, Question(_FROM, plan_in(workspace), plans)) if superior or plans else None
    own = Questions(session, ask.are_asked and above is None)
    asked = asked_by_options({"plan": plan_before, "registration": register_before, "report": report_before})
    when = wanted or own.wished(None, Question(_PERIOD, period_at("--period")))
    wishes = PlanWishes(
        unit=issuer,
        today=session.today,
        period=when,
        superior=above,
        type=kind,
        subject=_subject(own, subject, needed=above is None),
        programme=own.wished(programme, Question(_PROGRAMME, text_of("--programme"))) or "",
        issued=day_at("--date")(day) if day is not None else None,
        number=str(strictly("--number", parse_document_number, "12-KH/ĐTN")(number)) if number is not None else "",
        place=text_of("--place")(place) if place is not None else "",
        file=file,
        asked=asked or tuple(asked_in_dialogue(own, when or Period(session.today.year))),
    )
    deliver(session, workspace, new_plan(workspace, wishes), printed=printed)


def _subject(ask: Questions, typed: str | None, *, needed: bool) -> str:
    """The subject, which a plan of the unit's own has to have; one that is made from another takes it over."""
    question = Question(_SUBJECT, text_of("--subject"))
    return ask.needed("--subject", typed, question) if needed else ask.wished(typed, question) or ""
