"""The figures of a made-up country: what each unit did in each month, and what its reports say of it.

Months are drawn first and periods add them up, so that a half-year and a year never contradict each other.
"""

from dataclasses import dataclass
from functools import lru_cache
from random import Random


@dataclass(frozen=True, slots=True)
class Counted:
    """An indicator: its entry in the catalogue, and the most of it in one month of one commune."""

    id: str
    name: str
    unit_of_measure: str
    type: str
    over_time: str
    over_units: str
    most: int


COUNTED = (
    Counted("cuoc-tuyen-truyen", "Cuộc tuyên truyền", "cuộc", "count", "sum", "sum", 4),
    Counted("luot-nguoi", "Lượt người tham dự", "lượt người", "count", "sum", "sum", 160),
    Counted("nha-nhan-ai", "Nhà Nhân ái", "căn", "count", "sum", "sum", 1),
    Counted("ho-thoat-ngheo", "Hộ được giúp thoát nghèo", "hộ", "count", "sum", "sum", 2),
    Counted("cong-trinh-thanh-nien", "Công trình thanh niên", "công trình", "count", "sum", "sum", 2),
    Counted("thieu-nhi-duoc-cham-lo", "Thiếu nhi được chăm lo", "em", "count", "sum", "sum", 45),
    Counted("kinh-phi-huy-dong", "Kinh phí huy động", "đồng", "money", "sum", "sum", 9),
    Counted("thanh-nien-vao-doan-hoi", "Thanh niên được giúp vào Đoàn, Hội", "thanh niên", "count", "sum", "sum", 5),
    Counted("doan-vien", "Đoàn viên hiện có", "đoàn viên", "count", "last", "sum", 300),
    Counted("diem-thi-dua", "Điểm thi đua", "điểm", "decimal", "average", "average", 40),
)
MILLION = 1_000_000
RATIO = ("thanh-nien-moi-doan-vien", "Thanh niên được giúp vào Đoàn, Hội trên một đoàn viên")
ADDED = tuple(at for at, counted in enumerate(COUNTED) if counted.over_time == "sum")
"""Which of them add over time and units."""
_SPANS = {"": (1, 12), "H1": (1, 6), "H2": (7, 12), "M1-9": (1, 9)}
_SPANS |= {f"Q{quarter}": (3 * quarter - 2, 3 * quarter) for quarter in range(1, 5)}
_SPANS |= {f"{month:02}": (month, month) for month in range(1, 13)}


@lru_cache(maxsize=64)
def _months(unit: str, year: str, seed: int) -> list[list[int]]:
    rng = Random(f"{seed}/{unit}/{year}")
    found = [[int(rng.random() * (counted.most + 1)) for _ in range(12)] for counted in COUNTED]
    members = COUNTED[-2].most // 10 + found[-2][0]
    found[-2] = [members + sum(found[-3][: month + 1]) for month in range(12)]
    found[-1] = [found[-1][0] + 60] * 12
    return found


def figures(unit: str, period: str, seed: int) -> list[int]:
    """What a unit has to say of a period, in the order of ``COUNTED``; money in millions, points in tenths."""
    first, last = _SPANS[period[5:]]
    found = []
    for counted, months in zip(COUNTED, _months(unit, period[:4], seed), strict=True):
        part = months[first - 1 : last]
        found.append(sum(part) if counted.over_time == "sum" else part[-1])
    return found


def typed(at: int, value: int) -> str:
    """A figure as an office types it: 1.250, 12 triệu, 3,6 tỷ, 8,5."""
    counted = COUNTED[at]
    if counted.type == "money":
        return f"{value // 1000},{value % 1000 // 100} tỷ" if value >= 1000 and value % 100 == 0 else f"{value} triệu"  # noqa: PLR2004
    if counted.type == "decimal":
        return f"{value // 10},{value % 10}"
    return f"{value:,}".replace(",", ".") if value % 2 else str(value)
