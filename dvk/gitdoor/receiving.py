"""When a commit was received: functions that take ``tip`` follow the first parents from it.

That is the history of a main branch as it was pushed; the running maximum of committer times along it says when
a commit can be said to have come, whatever dates it claims.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from dvk.errors import CannotGoOn
from dvk.gitdoor.calling import output, read
from dvk.vietnamese.zone import TIME_ZONE

_LAST_MOMENT = int(datetime(9999, 12, 31, tzinfo=TIME_ZONE).timestamp())


@dataclass(frozen=True, slots=True)
class MainCommit:
    """A commit of the main branch and when it can be said to have been received.

    Args:
        id: the commit's full id.
        received: the latest committer time of it and of all first parents before it, at +07:00.
    """

    id: str
    received: datetime


@dataclass(frozen=True, slots=True)
class Place:
    """Where a commit stands in a history.

    Args:
        order: sorts commits by when they came in, those that came at once parents first.
        seconds: its own committer time.
        received: that of its receipt, with the first parent that brought it.
        first_parent: whether it is one itself.
    """

    order: tuple[int, int]
    seconds: int
    received: int
    first_parent: bool


def main_history(root: Path, tip: str) -> list[MainCommit]:
    """List the first-parent history that leads to ``tip``, oldest first.

    In a shallow clone it begins where the clone was cut off, which ``is_shallow`` tells.
    """
    with looking_along(root, tip) as found:
        return found()


@contextmanager
def looking_along(root: Path, tip: str) -> Iterator[Callable[[], list[MainCommit]]]:
    """Have git go along the first-parent history to ``tip``, while the block does something else.

    What the block is given lists it as ``main_history`` does.
    """
    command = ["rev-list", "--first-parent", "--timestamp", "--end-of-options", tip, "--"]
    with output(root, command) as stream:
        yield lambda: _with_receipt(stream.read().splitlines())


def _with_receipt(lines: Sequence[bytes]) -> list[MainCommit]:
    """Commits, oldest first, of lines with second and id, newest first."""
    history = []
    latest = 0
    for line in reversed(lines):
        seconds, commit = line.decode().split(" ")
        latest = max(latest, int(seconds))
        history.append(MainCommit(commit, moment_of(latest)))
    return history


def commit_on(root: Path, tip: str, day: date) -> str:
    """Give the last commit of the first-parent history received by the end of ``day`` in Vietnam.

    Raises:
        CannotGoOn: DVK905 if the first commit was received later.
    """
    received = [commit.id for commit in main_history(root, tip) if commit.received.date() <= day]
    if not received:
        raise CannotGoOn("DVK905", day=day.isoformat())
    return received[-1]


def commit_moment(root: Path, commit: str) -> datetime:
    """Give the committer time that one commit states, at +07:00."""
    line = read(root, "rev-list", "--max-count=1", "--timestamp", "--end-of-options", commit, "--")
    return moment_of(int(line.split(b" ")[0]))


def moment_of(seconds: int) -> datetime:
    """Turn a committer's second into a time, the absurd ones into the last that a calendar can show."""
    return datetime.fromtimestamp(min(seconds, _LAST_MOMENT), TIME_ZONE)


def places(root: Path, tip: str) -> dict[str, Place]:
    """Place every commit of the history of ``tip``, also those of branches that were merged."""
    seconds: dict[str, int] = {}
    parents: dict[str, Sequence[str]] = {}
    command = ["rev-list", "--topo-order", "--reverse", "--parents", "--timestamp", "--end-of-options", tip, "--"]
    with output(root, command) as stream:
        for line in stream:
            stamp, commit, *above = line.decode().split()
            seconds[commit], parents[commit] = int(stamp), above
    number = {commit: n for n, commit in enumerate(parents)}
    found: dict[str, Place] = {}
    latest = 0
    for at, main in enumerate(reversed(_first_parents(parents))):
        latest = max(latest, seconds[main])
        waiting = [main]
        while waiting:
            commit = waiting.pop()
            if commit in found or commit not in parents:  # not there: where a shallow clone was cut off
                continue
            found[commit] = Place((at, number[commit]), seconds[commit], latest, commit == main)
            waiting.extend(parents[commit])
    return found


def _first_parents(parents: dict[str, Sequence[str]]) -> list[str]:
    """The history of first parents, newest first; the tip is last in ``parents``, being nobody's parent."""
    line = [next(reversed(parents))]
    while above := parents.get(line[-1]):
        line.append(above[0])
    return [commit for commit in line if commit in parents]
