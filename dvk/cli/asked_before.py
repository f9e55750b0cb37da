"""What a new plan asks for, said with the call: ``--report-before 2026-H1=15/6/2026``."""

from collections.abc import Callable, Iterator, Sequence

from dvk.cli.asking import Question, Questions
from dvk.cli.bilingual import both
from dvk.cli.wanted import strictly
from dvk.facts import FilingKind
from dvk.periods import Period, parse_period
from dvk.skeletons import Asked
from dvk.values import Moment
from dvk.vietnamese.dates import parse_moment

_EXAMPLES = ("2026-11-15", "15/11/2026", "2026-H1=15/6/2026")
_OPTIONS: dict[FilingKind, str] = {
    "plan": "--plan-before",
    "registration": "--register-before",
    "report": "--report-before",
}
_QUESTIONS: tuple[tuple[FilingKind, str, str], ...] = (
    (
        "plan",
        "",
        both("Cấp dưới nộp kế hoạch trước ngày nào (Enter: không hỏi)", "Plans before which day (or Enter)"),
    ),
    (
        "registration",
        "",
        both(
            "Cấp dưới đăng ký mô hình trước ngày nào (Enter: không hỏi)",
            "Models registered before which day (or Enter)",
        ),
    ),
    (
        "report",
        "H1",
        both("Báo cáo 6 tháng trước ngày nào (Enter: không hỏi)", "Half-year report before which day (or Enter)"),
    ),
    (
        "report",
        "",
        both("Báo cáo năm trước ngày nào (Enter: không hỏi)", "Yearly report before which day (or Enter)"),
    ),
)


def asked_by_options(plan: str | None, register: str | None, reports: Sequence[str] | None) -> tuple[Asked, ...]:
    """What the options ask for."""
    found = []
    if plan is not None:
        found.append(_reader("plan")(plan))
    if register is not None:
        found.append(_reader("registration")(register))
    return (*found, *(_reader("report")(typed) for typed in reports or ()))


def asked_in_dialogue(ask: Questions, period: Period) -> Iterator[Asked]:
    """What a person asks for: plans, models, and reports, of half a year only where the plan is one of a year."""
    for kind, part, words in _QUESTIONS:
        if part and not period.is_year:
            continue
        answer = ask.wished(None, Question(words, _reader(kind)))
        if answer is not None:
            yield Asked(kind, answer.before, parse_period(f"{period.year}-{part}") if part else answer.period)


def _reader(kind: FilingKind) -> Callable[[str], Asked]:
    def parse(typed: str) -> Asked:
        period, sign, day = typed.rpartition("=")
        return Asked(kind, Moment(*parse_moment(day)), parse_period(period) if sign else None)

    return strictly(_OPTIONS[kind], parse, *_EXAMPLES)
