"""DVK302: a yearly obligation with a day of one year, or an obligation of one year with a day of every year."""

from collections.abc import Iterator

from dvk.document_checks.entries import Entries
from dvk.documents.plan import ObligationPart, PlanDocument
from dvk.findings import Mistake
from dvk.periods import Period, YearPart
from dvk.values import Moment, YearDay

_EITHER = " / "


def yearly_dates(plan: PlanDocument) -> Iterator[Mistake]:
    """Each day and period that does not go with ``every_year``, with the spelling that would."""
    obligations = Entries("obligations", plan.obligations)
    for position, obligation in enumerate(plan.obligations):
        for key, written in _written(obligation).items():
            if _has_year(written) is obligation.every_year:
                args = {"key": key, "typed": _typed(written), "repeats": _repeats(obligation)}
                args["clear"] = _clear(plan, obligation, key, written)
                yield Mistake("DVK302", f"{obligations[position]}.{key}", args)
        if obligation.in_ is not None and not obligation.every_year:
            args = {"key": "in", "typed": obligation.in_, "repeats": "once", "clear": "every_year: yes"}
            yield Mistake("DVK302", f"{obligations[position]}.in", args)


def _written(obligation: ObligationPart) -> dict[str, Period | YearPart | Moment | YearDay]:
    keys = {
        "period": obligation.period,
        "before": obligation.before,
        "by": obligation.by,
        "lock": obligation.lock,
        "cut_off": obligation.cut_off,
    }
    return {key: value for key, value in keys.items() if value is not None}


def _has_year(written: Period | YearPart | Moment | YearDay) -> bool:
    return isinstance(written, Period | Moment)


def _repeats(obligation: ObligationPart) -> str:
    return "yearly" if obligation.every_year else "once"


def _typed(written: Period | YearPart | Moment | YearDay) -> str:
    if isinstance(written, Moment):
        return written.day.isoformat() + _hour(written)
    if isinstance(written, YearDay):
        return f"{written.month:02}-{written.day:02}{_hour(written)}"
    return str(written)


def _hour(written: Moment | YearDay) -> str:
    return f" {written.hour:%H:%M}" if written.hour else ""


def _clear(plan: PlanDocument, obligation: ObligationPart, key: str, written: object) -> str:
    """The same day or period as ``every_year`` asks for it, or the other ``every_year``."""
    other = "every_year: no" if obligation.every_year else "every_year: yes"
    return f"{key}: {_turned(plan, obligation, written)}{_EITHER}{other}"


def _turned(plan: PlanDocument, obligation: ObligationPart, written: object) -> str:
    year = plan.period.year + (obligation.in_ is not None)
    if isinstance(written, Moment):
        return _typed(YearDay(written.day.month, written.day.day, written.hour))
    if isinstance(written, YearDay):
        return f"{year}-{_typed(written)}"
    if isinstance(written, Period):
        return str(YearPart(written.first, written.last))
    return str(written.of(plan.period.year)) if isinstance(written, YearPart) else ""
