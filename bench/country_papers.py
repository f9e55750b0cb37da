"""What the offices of a made-up country owe in 2024 and 2025, and the papers that they file for it.

In 2024 the province asks districts for a plan, a registration and two reports; each district asks its communes in a
style of its own: half-years, the year, quarters, months, or nine months and a quarter. In 2025 everybody reports on the
first half, then the new provinces ask the new communes for the second half or for two quarters.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Literal

from country_shape import District, Office, Region

_AFTER_MONTHS = (
    *("2024-02-05", "2024-03-05", "2024-04-05", "2024-05-06", "2024-06-05", "2024-07-05"),
    *("2024-08-05", "2024-09-05", "2024-10-04", "2024-11-05", "2024-12-05", "2025-01-06"),
)
REPORTS: dict[str, tuple[tuple[str, str], ...]] = {
    "districts": (("2024-H1", "2024-06-14"), ("2024", "2024-11-15")),
    "halves": (("2024-H1", "2024-06-05"), ("2024", "2024-11-08")),
    "year": (("2024", "2024-11-08"),),
    "quarters": (
        *(("2024-Q1", "2024-04-05"), ("2024-Q2", "2024-07-05"), ("2024-Q3", "2024-10-04")),
        ("2024", "2024-11-08"),
    ),
    "months": tuple((f"2024-{month:02}", day) for month, day in enumerate(_AFTER_MONTHS, start=1)),
    "nine": (("2024-M1-9", "2024-10-04"), ("2024-Q4", "2025-01-06")),
    "first half": (("2025-H1", "2025-06-20"),),
    "second half": (("2025-H2", "2025-12-12"),),
    "whole year": (("2025", "2025-12-26"),),
    "two quarters": (("2025-Q3", "2025-10-03"), ("2025-Q4", "2025-12-19")),
}
"""By style: the periods reported on, each with its last day."""
PLAN_DUE, REGISTRATION_DUE = "2024-02-02", "2024-04-26"
_DRAFT, _RETURNED, _ACCEPTED = 0.005, 0.015, 0.3
_LATE, _VERY_LATE = 0.12, 0.02
_NULL, _CORRECTED, _REGISTERS = 0.08, 0.02, 0.3
_WHOLE_YEAR, _CONSOLIDATES = 0.1, 0.4
_OF_2025 = 20
"""The first number in 2025 of a report on 2025: smaller ones may go to what comes late from 2024."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document of a unit.

    Args:
        kind: which of the three.
        unit: whose it is.
        period: as it is written.
        path: where it lies.
        due: its last day, or the day of issue of a plan.
        answers: the obligation that it meets; "" for none.
        place: which paper of its unit it is in the year, from 1.
        region: which region commits it.
    """

    kind: Literal["plan", "registration", "report"]
    unit: Office
    period: str
    path: str
    due: str
    answers: str
    place: int
    region: int

    @property
    def year(self) -> int:
        """The year of its period."""
        return int(self.period[:4])


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a paper: its state, the day it was sent, what of its figures is null, whether it was corrected."""

    state: str
    sent: date
    null_at: int | None
    corrected: bool

    @property
    def is_clean(self) -> bool:
        """Whether all its figures count."""
        return self.state in {"submitted", "accepted"} and self.null_at is None


@dataclass(frozen=True, slots=True)
class Order:
    """A plan that asks for papers: its own paper, who is asked, in which style, and what it carries out."""

    paper: Paper
    debtors: tuple[str, ...]
    style: str
    superior: str = ""


def fate_of(paper: Paper, seed: int) -> Fate:
    """Look up what becomes of a paper, the same for the same seed."""
    rng = Random(f"{seed}/{paper.path}")
    chance, due = rng.random(), date.fromisoformat(paper.due)
    if paper.kind == "plan":
        return Fate("issued", due, None, corrected=False)
    state = "draft" if chance < _DRAFT else "returned" if chance < _RETURNED else "submitted"
    if state == "submitted" and rng.random() < _ACCEPTED:
        state = "accepted"
    lateness, days = rng.random(), -rng.randint(0, 4 if paper.period[4:6] in {"-0", "-1"} else 10)
    if lateness < _VERY_LATE:
        days = rng.randint(25, 40)
    elif lateness < _LATE:
        days = rng.randint(1, 15)
    null_at = rng.randrange(10) if rng.random() < _NULL else None
    return Fate(state, due + timedelta(days), null_at, corrected=state == "submitted" and rng.random() < _CORRECTED)


def consolidates(paper: Paper, seed: int) -> bool:
    """Whether a district states the sum of its communes beside its own figures of the year."""
    is_wanted = paper.unit.level == "district" and paper.period == "2024"
    return is_wanted and Random(f"{seed}/{paper.path}/consolidated").random() < _CONSOLIDATES


def orders_of(region: Region, at: int) -> Iterator[Order]:
    """The plans of a region."""
    for province, districts in region.provinces:
        first = _plan(province, 2024, "2024-01-12", at)
        yield Order(first, ("district",), "districts")
        for district in districts:
            day = f"2024-01-{22 + len(district.communes) % 5}"
            paper = _plan(district.office, 2024, day, at, f"{first.path}#ke-hoach")
            yield Order(paper, ("commune",), district.style, first.path)
        yield Order(_plan(province, 2025, "2025-02-14", at), ("district", "commune"), "first half")
    second = "dan-van-kheo-6-thang-cuoi-nam"
    yield Order(_plan(region.after, 2025, "2025-07-10", at, name=second), ("commune",), second_style(at))


def second_style(at: int) -> str:
    """How a region reports on the second half of 2025."""
    return "two quarters" if at % 3 == 1 else "second half"


def filings_of(region: Region, at: int, seed: int) -> Iterator[Paper]:
    """All registrations and reports that a region would file if nobody forgot."""
    rng = Random(f"{seed}/filings/{at}")
    later = _plan_path(region.after, 2025, "dan-van-kheo-6-thang-cuoi-nam")
    for province, districts in region.provinces:
        plan, half = (_plan_path(province, year) for year in (2024, 2025))
        yield from _reports(province, at, "districts", "", first=1)
        for district in districts:
            yield _registration(district.office, at, f"{plan}#dang-ky")
            yield from _reports(district.office, at, "districts", plan)
            yield from _reports(district.office, at, "first half", half, first=_OF_2025)
            yield from _of_communes(district, at, half, rng)
            for unit in (*district.staying, *(new for _, new in district.merged)):
                yield from _reports(unit, at, second_style(at), later, first=_OF_2025 + 1)
                if rng.random() < _WHOLE_YEAR:
                    yield from _reports(unit, at, "whole year", "", first=_OF_2025 + 5)


def _of_communes(district: District, at: int, half: str, rng: Random) -> Iterator[Paper]:
    plan = _plan_path(district.office, 2024)
    for commune in district.communes:
        if rng.random() < _REGISTERS:
            yield _registration(commune, at, "")
        yield from _reports(commune, at, district.style, plan)
        yield from _reports(commune, at, "first half", half, first=_OF_2025)


def registration_path(unit: Office) -> str:
    """Where a unit registers its models of 2024."""
    return f"registrations/2024/{unit.folder}/dan-van-kheo.yaml"


def _registration(unit: Office, at: int, answers: str) -> Paper:
    return Paper("registration", unit, "2024", registration_path(unit), REGISTRATION_DUE, answers, 1, at)


def _reports(unit: Office, at: int, style: str, plan: str, first: int = 2) -> Iterator[Paper]:
    for place, (period, due) in enumerate(REPORTS[style], start=first):
        path = f"reports/{period[:4]}/{unit.folder}/{period}.yaml"
        yield Paper("report", unit, period, path, due, f"{plan}#{obligation_id(period)}" if plan else "", place, at)


def obligation_id(period: str) -> str:
    """The id of the obligation to report on a period."""
    return f"bao-cao-{period[5:].lower() or 'nam'}"


def _plan_path(unit: Office, year: int, name: str = "dan-van-kheo") -> str:
    return f"plans/{year}/{unit.folder}/{name}.yaml"


def _plan(unit: Office, year: int, day: str, at: int, answers: str = "", name: str = "dan-van-kheo") -> Paper:  # noqa: PLR0913, PLR0917
    number = 2 if name != "dan-van-kheo" else 1
    return Paper("plan", unit, str(year), _plan_path(unit, year, name), day, answers, number, at)
