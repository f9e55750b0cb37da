"""Why a step is refused, all of it at once."""

from dvk.cascade import Rules
from dvk.errors import CannotGoOn
from dvk.facts import Registration, Report
from dvk.messages import Language
from dvk.output.stops import stops_text
from dvk.stamping import Attempt, Outcome, Refusal, Request, stop_of
from dvk.views.findings import sentence
from dvk.workspace import Workspace


def refusals_text(workspace: Workspace, outcome: Outcome, request: Request, language: Language) -> str:
    """Everything that stands in the way of a step, each reason once; "" where nothing does."""
    found = [(refusal.path, _stop(workspace, refusal, request, language)) for refusal in outcome.refusals]
    if not found:
        found = [(unit, CannotGoOn("DVK978", unit=unit)) for unit in outcome.idle]
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
    return stop_of(Attempt(refusal.path, filing, request.wish, unit), refusal.obstacle)
