"""What a new plan asks for, said with the call: ``--report-before 2026-H1=15/6/2026``."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from dvk.cli.asking import Question, Questions
from dvk.cli.bilingual import both
from dvk.cli.wanted import strictly
from dvk.errors import CannotGoOn
from dvk.facts import FilingKind
from dvk.periods import Period, parse_period, parse_year_part
from dvk.skeletons import FILING_OPTIONS, WantedFiling
from dvk.values import Moment
from dvk.vietnamese.dates import parse_moment

_EXAMPLES = ("2026-11-15", "15/11/2026", "2026-H1=15/6/2026")
_HALF, _YEAR = "H1", "year"
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
        _HALF,
        both("Báo cáo 6 tháng trước ngày nào (Enter: không hỏi)", "Half-year report before which day (or Enter)"),
    ),
    (
        "report",
        _YEAR,
        both("Báo cáo năm trước ngày nào (Enter: không hỏi)", "Yearly report before which day (or Enter)"),
    ),
)


def asked_by_options(typed: Mapping[FilingKind, Sequence[str] | None]) -> tuple[WantedFiling, ...]:
    """What the options ask for, kind by kind."""
    return tuple(_reader(kind)(each) for kind, several in typed.items() for each in several or ())


def asked_in_dialogue(ask: Questions, period: Period) -> Iterator[WantedFiling]:
    """What a person asks for: plans, models, and reports, of half a year only where the plan is one of a year."""
    for kind, part, words in _QUESTIONS:
        only = parse_year_part(part).of(period.year) if part and period.is_year else None
        if part == _HALF and only is None:
            continue
        answer = ask.wished(None, Question(words, _reader(kind, only)))
        if answer is not None:
            yield replace(answer, period=only or answer.period)


def _reader(kind: FilingKind, only: Period | None = None) -> Callable[[str], WantedFiling]:
    """A reader of a day with a period before it or none; where a question names one, no other is taken."""

    def parse(typed: str) -> WantedFiling:
        period, sign, day = typed.rpartition("=")
        wanted = WantedFiling(kind, Moment(*parse_moment(day)), parse_period(period) if sign else None)
        if only is not None and wanted.period not in {None, only}:
            clear = f"{only}={day.strip()}"
            raise CannotGoOn("DVK908", option=FILING_OPTIONS[kind], typed=typed, clear=clear)
        return wanted

    return strictly(FILING_OPTIONS[kind], parse, *_EXAMPLES)
