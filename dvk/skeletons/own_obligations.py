"""What a new plan asks of the units below it: what its author names, over what the superior's plan hands down."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dvk.errors import CannotGoOn
from dvk.facts import FilingKind
from dvk.naming import FreeIds
from dvk.periods import Period
from dvk.skeletons.handed_obligations import HandedObligation
from dvk.values import Moment

FILING_OPTIONS: dict[FilingKind, str] = {
    "plan": "--plan-before",
    "registration": "--register-before",
    "report": "--report-before",
}
"""The options by which a caller says what a new plan asks for."""

_TITLES = {"plan": "Kế hoạch của đơn vị", "registration": "Đăng ký mô hình"}
_IDS = {"plan": "ke-hoach", "registration": "dang-ky-mo-hinh"}
_HALVES = {"H1": ("Báo cáo 6 tháng", "bao-cao-6-thang"), "H2": ("Báo cáo 6 tháng cuối năm", "bao-cao-6-thang-cuoi-nam")}
_LEAP_DAY = (2, 29)
_BESIDE_IT = ("02-28", "03-01")


@dataclass(frozen=True, slots=True)
class WantedFiling:
    """Something to be filed before a day (excluded, or before its hour); without a period, that of the plan."""

    kind: FilingKind
    before: Moment
    period: Period | None = None


def with_wanted(
    handed: Iterable[HandedObligation], all_wanted: Iterable[WantedFiling], period: Period
) -> list[HandedObligation]:
    """The obligations of the new plan: an empty day is filled in, and what nobody hands down is added.

    Raises:
        CannotGoOn: DVK908 if two days are named for one period, or one that a yearly obligation cannot have.
    """
    wanted = _by_period(all_wanted, period)
    obligations = []
    for obligation in handed:
        mine = next((p for kind, p in wanted if kind == obligation.kind and _is_for(obligation, p)), None)
        empty = obligation.to_do or obligation.undated
        one = wanted.pop((obligation.kind, mine)) if mine and empty else None
        obligations.append(_filled(obligation, one, mine) if one and mine else obligation)
    for (kind, mine), one in wanted.items():
        title, name = _named(kind, mine)
        free = FreeIds(obligation.id for obligation in obligations).new(name)
        obligations.append(HandedObligation(free, kind, title, str(mine), before=_written(one.before)))
    return obligations


def _by_period(all_wanted: Iterable[WantedFiling], period: Period) -> dict[tuple[FilingKind, Period], WantedFiling]:
    """What is wanted, by kind and period; of each only one."""
    found: dict[tuple[FilingKind, Period], WantedFiling] = {}
    for wanted in all_wanted:
        of = wanted.period or period
        first = found.setdefault((wanted.kind, of), wanted)
        if first.before != wanted.before:
            both = [f"{of}={_written(one.before)}" for one in (first, wanted)]
            raise _refused(wanted, ", ".join(both), both)
    return found


def _is_for(obligation: HandedObligation, period: Period) -> bool:
    return obligation.period == (str(period)[5:] or "year" if obligation.every_year else str(period))


def _filled(obligation: HandedObligation, wanted: WantedFiling, period: Period) -> HandedObligation:
    """An obligation with its day, and the superior's day still said beside it.

    A yearly one keeps month and day, and whether they are those of the year after its period: it cannot say more.
    """
    filled = replace(obligation, before=_written(wanted.before), to_do="", of="")
    if not obligation.every_year:
        return filled
    day, years = wanted.before.day, (period.year, period.year + 1)
    leap = (day.month, day.day) == _LEAP_DAY
    if leap or day.year not in years:
        fitting = (day.year,) if day.year in years else years
        days = _BESIDE_IT if leap else (f"{day:%m-%d}",)
        clear = [f"{period}={year}-{each}" for year in fitting for each in days]
        raise _refused(wanted, f"{period}={_written(wanted.before)}", clear)
    return replace(filled, before=filled.before[5:], next_year=day.year > period.year)


def _refused(wanted: WantedFiling, typed: str, clear: Iterable[str]) -> CannotGoOn:
    option = FILING_OPTIONS[wanted.kind]
    return CannotGoOn("DVK908", option=option, typed=typed, clear=" / ".join(f"{option} {each}" for each in clear))


def _named(kind: FilingKind, period: Period) -> tuple[str, str]:
    """Title and id: ``Báo cáo quý 3`` and ``bao-cao-quy-3``."""
    if kind != "report":
        return _TITLES[kind], _IDS[kind]
    part = str(period)[5:]
    if not part:
        return "Báo cáo năm", "bao-cao-nam"
    if part in _HALVES:
        return _HALVES[part]
    if part.startswith("Q"):
        return f"Báo cáo quý {part[1:]}", f"bao-cao-quy-{part[1:]}"
    if part.startswith("M"):
        return f"Báo cáo tháng {part[1:]}", f"bao-cao-thang-{part[1:]}"
    return f"Báo cáo tháng {part}", f"bao-cao-thang-{part}"


def _written(before: Moment) -> str:
    return before.day.isoformat() + (f" {before.hour:%H:%M}" if before.hour else "")
