"""``--against``: two states of the files beside each other, as known then and as known now."""

from dataclasses import dataclass
from pathlib import Path

from dvk.cli.opening import workspace_of
from dvk.cli.session import Session
from dvk.messages.of_summary import told
from dvk.shown import printable
from dvk.workspace import Workspace

_NOW = "now"
_LAST_COMMIT = "HEAD"


@dataclass(frozen=True, slots=True)
class TwoStates:
    """Two states of the files, and how each is called in the answer.

    Args:
        then: the workspace as known then.
        now: the workspace as known now.
        labels: what each is called.
        revisions: what was asked for each; ``None`` for the files on disk.
    """

    then: Workspace
    now: Workspace
    labels: tuple[str, str]
    revisions: tuple[str | None, str | None]


def two_states(session: Session, root: Path | None, at: str | None, against: str) -> TwoStates:
    """The two states that ``--at`` and ``--against`` mean.

    Raises:
        CannotGoOn: where there is no such revision, day or repository.
    """
    other = None if against == _NOW else against
    then, now = (at, other) if at is not None else (other or _LAST_COMMIT, None)
    labels = [printable(rev) if rev is not None else told("now", session.language) for rev in (then, now)]
    workspaces = [workspace_of(session, root, rev) for rev in (then, now)]
    return TwoStates(workspaces[0], workspaces[1], (labels[0], labels[1]), (then, now))
