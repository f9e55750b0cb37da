"""What stands in the way of a step, as stops with their codes."""

from collections.abc import Iterator
from dataclasses import dataclass

from dvk.cascade import STEPS, Filed, Obstacle, Wish, open_returns
from dvk.errors import CannotGoOn
from dvk.shown import first_ones

_MOST_NAMED = 4
_OUT_OF_THE_WAY = {"draft", "withdrawn"}


@dataclass(frozen=True, slots=True)
class Attempt:
    """A step that somebody would take with a document.

    Args:
        path: the document's file.
        filing: what it says.
        wish: the step, and who wants to take it.
        unit: for which unit.
    """

    path: str
    filing: Filed
    wish: Wish
    unit: str


def stop_of(attempt: Attempt, obstacle: Obstacle) -> CannotGoOn:
    """The stop that an obstacle in the way of a step is."""
    path, step, unit, who = attempt.path, attempt.wish.step, attempt.unit, attempt.wish.who or ""
    if obstacle.kind == "unit":
        return CannotGoOn("DVK973", path=path, step=step, unit=unit, clear=" / ".join(obstacle.names))
    if obstacle.kind == "person":
        return CannotGoOn("DVK974", path=path, who=who, unit=unit, people=first_ones(obstacle.names, _MOST_NAMED))
    if obstacle.kind == "own":
        return CannotGoOn("DVK975", path=path, step=step, who=who, unit=unit)
    if obstacle.kind == "below":
        return _below(path, obstacle)
    if obstacle.kind in {"open_return", "unanswered"}:
        asked = obstacle.names if obstacle.kind == "unanswered" else ()
        return CannotGoOn("DVK977", path=path, fields=", ".join(asked or _asked(attempt.filing)) or "…")
    return CannotGoOn("DVK971", path=path, step=step, problem=_problem(obstacle, attempt.wish))


def _below(path: str, obstacle: Obstacle) -> CannotGoOn:
    lacking = [f"{item.unit}={item.state}" for item in obstacle.lacking]
    named, first = first_ones(lacking, _MOST_NAMED), obstacle.lacking[0].unit
    return CannotGoOn("DVK976", path=path, count=str(len(lacking)), lacking=named, first=first)


def _asked(filing: Filed) -> Iterator[str]:
    for at in open_returns(filing):
        yield from filing.returns[at].fields


def _problem(obstacle: Obstacle, wish: Wish) -> str:
    """The word of the table of words for what is the matter."""
    if obstacle.kind in {"changed", "unchanged"}:
        return f"{obstacle.kind}_since"
    if not obstacle.names:
        return obstacle.kind
    (state,) = obstacle.names
    if obstacle.kind == "not_stamped":
        return f"without_{state}"
    if state in _OUT_OF_THE_WAY:
        return f"is_{state}"
    order = [str(step) for step in STEPS]
    return f"{'already' if order.index(state) >= order.index(wish.step) else 'only'}_{state}"
