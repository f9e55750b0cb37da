"""How far one document has come, what changed after its stamps, and which steps it may take next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dvk.cascade import STEPS, Filed, Rules, Wish, revision_to_come
from dvk.errors import CannotGoOn
from dvk.facts import Step
from dvk.fingerprints import fingerprint
from dvk.stamping.refusals import Attempt, stop_of
from dvk.stamping.since import Since, changed_since, left_alone
from dvk.textfile import read_text, value_at
from dvk.workspace import Workspace

_AFTER: dict[str, Step] = {
    "draft": "submitted",
    "returned": "submitted",
    "submitted": "accepted",
    "accepted": "approved",
    "approved": "published",
}
"""State → the step that would follow it."""


@dataclass(frozen=True, slots=True)
class Next:
    """A step that a document may take, or the one that would follow and why it cannot be taken now.

    Args:
        step: which.
        unit: by which unit.
        stops: what stands in the way.
        with_reason: whether whoever takes it has to say why.
    """

    step: Step
    unit: str
    stops: tuple[CannotGoOn, ...]
    with_reason: bool


@dataclass(frozen=True, slots=True)
class Way:
    """One document, with what is to be said of its way.

    Args:
        path: its file.
        filing: what it says.
        reasons: why it was sent back, for each of its returns.
        next: the steps that it may take, and the one that would follow.
        since: what changed after stamps.
    """

    path: str
    filing: Filed
    reasons: Sequence[str]
    next: Sequence[Next]
    since: Sequence[Since]


def way_of(workspace: Workspace, path: str, filing: Filed, day: date) -> Way:
    """The way of a document of the workspace, with the steps that are possible on a day, whoever takes them."""
    tree = read_text(workspace.snapshot.read(path)).tree or {}
    reasons = [str(value_at(tree, f"returns[{at}].reason")) for at in range(len(filing.returns))]
    ahead = _next_steps(Rules(workspace, day), path, filing, fingerprint(tree))
    return Way(path, filing, reasons, ahead, changed_since(workspace, [path]))


def _next_steps(rules: Rules, path: str, filing: Filed, content: str) -> list[Next]:
    found = []
    for step in STEPS:
        wish = _wish(rules, path, filing, step)
        unit = rules.acting_unit(filing, wish)
        obstacles = rules.obstacles(filing, content, wish)
        if not obstacles or step == _AFTER.get(filing.state):
            stops = tuple(stop_of(Attempt(path, filing, wish, unit), obstacle) for obstacle in obstacles)
            found.append(Next(step, unit, stops, bool(wish.reason) or step == "returned"))
    return found


def _wish(rules: Rules, path: str, filing: Filed, step: Step) -> Wish:
    """The step as it would be asked for: with a reason where it needs one."""
    if step != "submitted":
        return Wish(step)
    reason = "" if revision_to_come(filing) is None else "…"
    return Wish(step, reason=reason, left=left_alone(rules.workspace, path, filing))
