"""What dvk is to reach: ratios of one run, dvk's works beside those of others."""

from collections.abc import Mapping
from dataclasses import dataclass

from measuring import Measured


@dataclass(frozen=True)
class Goal:
    """What dvk is to reach beside others, in one run on the same files.

    Args:
        vietnamese: what is compared.
        english: the same.
        above: the works whose seconds are added above the line.
        below: those below it.
        bound: ``most`` or ``least``.
        goal: the ratio to reach.
        stretch: the ratio to wish for.
    """

    vietnamese: str
    english: str
    above: tuple[str, ...]
    below: tuple[str, ...]
    bound: str
    goal: float
    stretch: float


GOALS = (
    Goal(
        "check-jsonschema / check, lần đầu",
        "check-jsonschema / check, cold",
        ("check-jsonschema",),
        ("cold",),
        "least",
        12,
        30,
    ),
    Goal(
        "check, không có gì đổi / (git status + typer trống)",
        "check, nothing changed / (git status + bare typer)",
        ("warm",),
        ("git status", "typer help"),
        "most",
        1.5,
        1.1,
    ),
    Goal(
        "check, một tệp đổi / lần đầu", "check, one file changed / cold", ("changed",), ("cold",), "most", 1 / 6, 1 / 12
    ),
    Goal("hledger / rollup", "hledger / rollup, warm", ("hledger",), ("rollup",), "least", 50, 250),
    Goal(
        "hledger / rollup, một tệp đổi",
        "hledger / rollup, one file changed",
        ("hledger",),
        ("rollup changed",),
        "least",
        50,
        250,
    ),
    Goal("hledger / rollup, lần đầu", "hledger / rollup, cold", ("hledger",), ("rollup cold",), "least", 2, 5),
    Goal("ngày nhận / git log", "days of receipt / git log", ("history",), ("git log",), "most", 1.3, 1),
    Goal(
        "deadlines / (git status + typer trống)",
        "deadlines / (git status + bare typer)",
        ("deadlines",),
        ("git status", "typer help"),
        "most",
        1.5,
        1.1,
    ),
    Goal("--help / typer trống", "--help / bare typer", ("help",), ("typer help",), "most", 1.2, 1),
    Goal("phím Tab / typer trống", "Tab / bare typer", ("tab",), ("typer tab",), "most", 1.2, 1),
)


def ratio_of(goal: Goal, measured: Mapping[str, Measured]) -> float | None:
    """The ratio that a goal is about; None where a part of it was not measured."""
    if not {*goal.above, *goal.below} <= measured.keys():
        return None
    return sum(measured[name].seconds for name in goal.above) / sum(measured[name].seconds for name in goal.below)


def is_reached(goal: Goal, ratio: float) -> bool:
    """Whether a ratio is what the goal asks for."""
    return ratio <= goal.goal if goal.bound == "most" else ratio >= goal.goal
