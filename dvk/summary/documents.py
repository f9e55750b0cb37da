"""What a change is: which documents of which units, which entries of the organisation, which other files."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from dvk.changed_filings import KEPT_STATES
from dvk.changes import Comparison, FileChange
from dvk.facts import Filing, Registration, Report, Story
from dvk.kinds import FILED, kind_of
from dvk.workspace import Workspace

How: TypeAlias = Literal["new", "changed", "removed", "withdrawn", "handed_in", "unread"]
OF_UNITS = (*FILED, "story")
"""Kinds of document that are of one unit."""


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """A document of a unit that a change touches.

    Args:
        path: its file.
        kind: plan, registration, report or story.
        how: what is done to it.
        unit: whose it is; "" where neither side can be read.
        period: for which months, as written; of a story its day.
        was: its state before; ``None`` where it was not there, or could not be read.
        now: its state after, likewise.
        keys: the keys whose text differs, where both sides can be read.
        was_kept: whether it was issued or accepted before, so that it changes by revisions only.
        illustrative: whether it says that its figures are invented.
        is_step: whether it only goes on with its stamps, and says what it said.
    """

    path: str
    kind: str
    how: How
    unit: str
    period: str
    was: str | None
    now: str | None
    keys: tuple[str, ...] = ()
    was_kept: bool = False
    illustrative: bool = False
    is_step: bool = False


@dataclass(frozen=True, slots=True)
class ListChange:
    """What a change does to a list that all documents share: units, events, indicators; ids in their order."""

    kind: str
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Touched:
    """All that a change touches, each file in one place."""

    documents: tuple[DocumentChange, ...]
    lists: tuple[ListChange, ...]
    policy: tuple[FileChange, ...] = field(default=())
    others: tuple[FileChange, ...] = field(default=())


def touched(comparison: Comparison, policy: Iterable[str]) -> Touched:
    """What a change touches.

    Args:
        comparison: the change.
        policy: the paths of which the checks of a change say that they are policy.
    """
    guarded = {*policy}
    shared = {"units", "indicators"}
    left = [change for change in comparison.changes if kind_of(change.path) not in {*OF_UNITS, *shared}]
    policies = [c for c in left if c.path in guarded or kind_of(c.path) is not None]
    told = {change.path for change in policies}
    return Touched(
        documents=tuple(_documents(comparison)),
        lists=tuple(_lists(comparison)),
        policy=tuple(policies),
        others=tuple(change for change in left if change.path not in told),
    )


def _documents(comparison: Comparison) -> Iterator[DocumentChange]:
    keys = {changed.path: tuple(changed.keys) for changed in comparison.filings}
    for change in comparison.changes:
        kind = kind_of(change.path)
        if kind in OF_UNITS:
            was, now = (_document(side, change.path) for side in (comparison.before, comparison.after))
            yield _document_change(change, kind or "", (was, now), keys.get(change.path, ()))


def _document(workspace: Workspace, path: str) -> Filing | Story | None:
    return workspace.filing(path) or workspace.stories.get(path)


def _document_change(
    change: FileChange, kind: str, sides: tuple[Filing | Story | None, Filing | Story | None], keys: tuple[str, ...]
) -> DocumentChange:
    was, now = sides
    known = now or was
    return DocumentChange(
        path=change.path,
        kind=kind,
        how=_how(change, was, now),
        unit=known.unit if known else "",
        period=_period(known),
        was=was.state if was else None,
        now=now.state if now else None,
        keys=keys if was and now else (),
        was_kept=was is not None and kind in FILED and was.state in KEPT_STATES,
        illustrative=now is not None and now.illustrative,
        is_step=not keys and _goes_on(was, now),
    )


def _goes_on(was: Filing | Story | None, now: Filing | Story | None) -> bool:
    """Whether stamps were added, to the same revision."""
    if not isinstance(was, Registration | Report) or not isinstance(now, Registration | Report):
        return False
    is_same = now.revision == was.revision and not now.is_withdrawn
    return is_same and len(now.stamps) > len(was.stamps) and now.stamps[: len(was.stamps)] == was.stamps


def _period(document: Filing | Story | None) -> str:
    if document is None:
        return ""
    return document.day.isoformat() if isinstance(document, Story) else str(document.period)


def _how(change: FileChange, was: Filing | Story | None, now: Filing | Story | None) -> How:
    if change.is_removed:
        return "removed"
    if now is None:
        return "unread"
    if now.is_withdrawn and (was is None or not was.is_withdrawn):
        return "withdrawn"
    if change.is_added:
        return "new"
    return "handed_in" if was is not None and was.is_draft and not now.is_draft else "changed"


def _lists(comparison: Comparison) -> Iterator[ListChange]:
    base, head = comparison.before, comparison.after
    pairs: dict[str, tuple[Mapping[str, object], Mapping[str, object]]] = {
        "units": (base.organisation.units, head.organisation.units),
        "events": (_events(base), _events(head)),
        "indicators": (base.indicators, head.indicators),
    }
    touched_kinds = {kind_of(path) for path in comparison.paths}
    for kind, (was, now) in pairs.items():
        found = ListChange(
            kind,
            added=tuple(name for name in now if name not in was),
            changed=tuple(name for name in now if name in was and now[name] != was[name]),
            removed=tuple(name for name in was if name not in now),
        )
        if ("indicators" if kind == "indicators" else "units") in touched_kinds and found != ListChange(kind):
            yield found


def _events(workspace: Workspace) -> dict[str, object]:
    """Events by what they are: they have no id."""
    found = {}
    for event in workspace.organisation.events:
        sources, targets = ", ".join(event.sources), ", ".join(event.targets)
        found[f"{event.day.isoformat()} {event.kind}: {sources}{f' → {targets}' if targets else ''}"] = event
    return dict(found)
