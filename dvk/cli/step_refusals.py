"""Why a step is refused, as stops with their codes."""

from collections.abc import Iterator

from dvk.cascade import STEPS, Filed, Obstacle, Rules, open_returns
from dvk.errors import CannotGoOn
from dvk.facts import Registration, Report
from dvk.messages import Language
from dvk.output.stops import stops_text
from dvk.shown import first_ones
from dvk.stamping import Outcome, Refusal, Request
from dvk.views.findings import sentence
from dvk.workspace import Workspace

_MOST_NAMED = 4
_OUT_OF_THE_WAY = {"draft", "withdrawn"}


def refusals_text(workspace: Workspace, outcome: Outcome, request: Request, language: Language) -> str:
    """Everything that stands in the way of a step, each reason once; "" where nothing does."""
    found = [(refusal.path, _stop(workspace, refusal, request, language)) for refusal in outcome.refusals]
    if not found:
        found = [(unit, _idle(workspace, outcome, request, unit)) for unit in outcome.idle]
    return stops_text(found, language)


def _stop(workspace: Workspace, refusal: Refusal, request: Request, language: Language) -> CannotGoOn:
    filing = workspace.filing(refusal.path)
    if refusal.stop is not None:
        return refusal.stop
    if refusal.obstacle is None or not isinstance(filing, Registration | Report):
        first = sentence(refusal.errors[0], language) if refusal.errors else ""
        count = str(len(refusal.errors))
        return CannotGoOn("DVK972", path=refusal.path, step=request.step, count=count, first=first)
    unit = Rules(workspace, request.day).acting_unit(filing, request.wish)
    return _Stops(refusal.path, filing, request, unit).of(refusal.obstacle)


def _idle(workspace: Workspace, outcome: Outcome, request: Request, unit: str) -> CannotGoOn:
    rules = Rules(workspace, request.day)
    filings = [workspace.filing(file.path) for file in outcome.stamped]
    waited = [rules.approvals.lacking(filing, {}) for filing in filings if isinstance(filing, Registration | Report)]
    names = dict.fromkeys(item.unit for lacking in waited for item in lacking)
    return CannotGoOn("DVK978", unit=unit, clear=", ".join(names))


class _Stops:
    """The stops of one document."""

    def __init__(self, path: str, filing: Filed, request: Request, unit: str) -> None:
        self._path, self._filing, self._request, self._unit = path, filing, request, unit

    def of(self, obstacle: Obstacle) -> CannotGoOn:
        """The stop that an obstacle is."""
        path, step, who = self._path, self._request.step, self._request.who
        if obstacle.kind == "unit":
            return CannotGoOn("DVK973", path=path, step=step, unit=self._unit, clear=" / ".join(obstacle.names))
        if obstacle.kind == "person":
            people = first_ones(obstacle.names, _MOST_NAMED)
            return CannotGoOn("DVK974", path=path, who=who, unit=self._unit, people=people)
        if obstacle.kind == "own":
            return CannotGoOn("DVK975", path=path, step=step, who=who, unit=self._unit)
        if obstacle.kind == "below":
            return self._below(obstacle)
        if obstacle.kind in {"open_return", "unanswered"}:
            return CannotGoOn("DVK977", path=path, fields=", ".join(self._asked()) or "…")
        return CannotGoOn("DVK971", path=path, step=step, problem=self._problem(obstacle))

    def _below(self, obstacle: Obstacle) -> CannotGoOn:
        lacking = [f"{item.unit}={item.state}" for item in obstacle.lacking]
        return CannotGoOn(
            "DVK976",
            path=self._path,
            count=str(len(lacking)),
            lacking=first_ones(lacking, _MOST_NAMED),
            first=obstacle.lacking[0].unit,
        )

    def _asked(self) -> Iterator[str]:
        for at in open_returns(self._filing):
            yield from self._filing.returns[at].fields

    def _problem(self, obstacle: Obstacle) -> str:
        """The word of the table of words for what is the matter."""
        if obstacle.kind in {"changed", "unchanged"}:
            return f"{obstacle.kind}_since"
        (state,) = obstacle.names
        if obstacle.kind == "not_stamped":
            return f"without_{state}"
        if state in _OUT_OF_THE_WAY:
            return f"is_{state}"
        order = [str(step) for step in STEPS]
        return f"{'already' if order.index(state) >= order.index(self._request.step) else 'only'}_{state}"
