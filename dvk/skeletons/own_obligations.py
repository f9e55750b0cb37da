"""What a new plan asks of the units below it: what its author names, over what the superior's plan hands down."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dvk.facts import FilingKind
from dvk.periods import Period
from dvk.skeletons.handed_obligations import HandedObligation
from dvk.values import Moment

_TITLES = {"plan": "Kế hoạch của đơn vị", "registration": "Đăng ký mô hình"}
_IDS = {"plan": "ke-hoach", "registration": "dang-ky-mo-hinh"}
_HALVES = {"H1": ("Báo cáo 6 tháng", "bao-cao-6-thang"), "H2": ("Báo cáo 6 tháng cuối năm", "bao-cao-6-thang-cuoi-nam")}


@dataclass(frozen=True, slots=True)
class Asked:
    """Something to be filed before a day (excluded, or before its hour); without a period, that of the plan."""

    kind: FilingKind
    before: Moment
    period: Period | None = None


def with_asked(handed: Iterable[HandedObligation], asked: Iterable[Asked], period: Period) -> list[HandedObligation]:
    """The obligations of the new plan: an empty day is filled in, and what nobody hands down is added."""
    wanted = {(one.kind, one.period or period): one for one in asked}
    obligations = []
    for obligation in handed:
        of_year = next((p for kind, p in wanted if kind == obligation.kind and _is_for(obligation, p)), None)
        empty = obligation.last_day or obligation.undated
        one = wanted.pop((obligation.kind, of_year)) if of_year and empty else None
        obligations.append(_filled(obligation, one.before) if one else obligation)
    return obligations + [_made(one, one.period or period) for one in wanted.values()]


def _is_for(obligation: HandedObligation, period: Period) -> bool:
    return obligation.period == (str(period)[5:] or "year" if obligation.every_year else str(period))


def _filled(obligation: HandedObligation, before: Moment) -> HandedObligation:
    """An obligation with its day, and the superior's day still said beside it."""
    written = _written(before)
    limit = obligation.last_day.partition(", ")[2]
    return replace(obligation, before=written[5:] if obligation.every_year else written, last_day=limit)


def _made(asked: Asked, period: Period) -> HandedObligation:
    title, name = _named(asked.kind, period)
    return HandedObligation(id=name, kind=asked.kind, title=title, period=str(period), before=_written(asked.before))


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
