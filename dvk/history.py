"""When a document was received: from the day it declares, or from the main branch of git, never from both at once."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Literal, TypeAlias

from dvk.facts import SUBMITTED_STATES, Filing, Plan, Report, ReturnNote
from dvk.files_asked import Gap
from dvk.values import Moment
from dvk.vietnamese.dates import TIME_ZONE

Evidence: TypeAlias = Literal["declared", "git", Gap, "not_committed", "not_declared", "future"]


@dataclass(frozen=True, slots=True)
class FiledVersion:
    """What a file said from a commit on.

    Args:
        received: when the main branch had it.
        filing: the document; None where the file was removed or could not be read.
        blob: id of the contents; None where there was no file.
    """

    received: datetime
    filing: Filing | None
    blob: str | None


@dataclass(frozen=True, slots=True)
class Receipt:
    """When and how well a filing was received, as known at the end of the day asked about.

    Args:
        received: the moment that counts, in +07:00; ``None`` where the day is not known.
        evidence: where that is known from, or why it is not.
        again: when it came again after a return.
        returned: whether it stands returned.
        empty: whether it is a report without a value and without a null that has a reason.
        unlocked_until: last day (included) on which the answer to a return was still taken.
        has_hour: whether ``received`` has an hour or is the start of a declared day.
    """

    received: datetime | None
    evidence: Evidence
    again: datetime | None = None
    returned: bool = False
    empty: bool = False
    unlocked_until: date | None = None
    has_hour: bool = True


@dataclass(frozen=True, slots=True)
class _Answer:
    """A filing that came again: until when it counted as first in time, and when it came (``None``: unknown)."""

    resubmit_by: date | None
    again: datetime | None


@dataclass
class History:
    """The versions of documents along the main branch, loaded when the first one is asked for.

    Args:
        gap: why git cannot tell, where it cannot: no repository, a shallow clone, no branch of that name.
        load: path → its versions, oldest first; called at most once.
    """

    gap: Gap | None
    load: Callable[[], dict[str, list[FiledVersion]]]
    _versions: dict[str, list[FiledVersion]] | None = field(default=None, repr=False)

    def versions(self, path: str) -> list[FiledVersion]:
        """What the file said over time along the main branch, oldest first."""
        if self._versions is None:
            self._versions = {} if self.gap else self.load()
        return self._versions.get(path, [])

    def filings(self) -> Iterator[tuple[str, Filing]]:
        """Every document as it ever was along the main branch, with its path, oldest first for each path."""
        self.versions("")
        for path, versions in (self._versions or {}).items():
            yield from ((path, version.filing) for version in versions if version.filing is not None)

    def last_before(self, path: str, last: date) -> Filing | None:
        """The filing as last submitted up to that day (included)."""
        found = [v.filing for v in self.versions(path) if v.received.date() <= last and _is_submitted(v.filing)]
        return found[-1] if found else None

    def receipt(self, path: str, filing: Filing, on: date, *, declared: bool) -> Receipt | None:
        """How the filing was received as known at the end of ``on``; ``None`` if it had not been filed by then.

        Args:
            path: its file.
            filing: what the file says in the workspace.
            on: the day asked about.
            declared: whether the declared day is the evidence (obligations due up to the adoption day).
        """
        if declared:
            return _declared(filing, on)
        if self.gap is not None:
            return _unknown(filing, self.gap)
        versions = self.versions(path)
        if not versions:
            return _unknown(filing, "not_committed")
        known = [version for version in versions if version.received.date() <= on]
        telling = _telling(known)
        return _from_versions(telling) if telling else None if known else _in_future(versions)


def is_empty(filing: Filing | None) -> bool:
    """Whether it is a report with no value and no null that has a reason: it counts as missing."""
    if not isinstance(filing, Report):
        return False
    given = any(figure.value is not None or figure.reason for figure in filing.figures)
    return not given and not any(model.results for model in filing.models)


def declared_moment(filing: Filing) -> Moment | None:
    """The day that the file declares; for a plan without one, the day of the plan."""
    if filing.declared is None and isinstance(filing, Plan) and filing.issued is not None:
        return Moment(filing.issued)
    return filing.declared


def _is_submitted(filing: Filing | None) -> bool:
    return filing is not None and filing.state in SUBMITTED_STATES


def _at(moment: Moment) -> datetime:
    """A declared day counts as the start of its day."""
    return datetime.combine(moment.day, moment.hour or time(), TIME_ZONE)


def _unknown(filing: Filing, why: Evidence) -> Receipt | None:
    returned = filing.state == "returned"
    if not returned and not _is_submitted(filing):
        return None
    return Receipt(None, why, returned=returned, empty=is_empty(filing))


def _returns(filing: Filing) -> tuple[ReturnNote, ...]:
    return () if isinstance(filing, Plan) else filing.returns


def _declared(filing: Filing, on: date) -> Receipt | None:
    moment = declared_moment(filing)
    notes = [note for note in _returns(filing) if note.day <= on]
    if not _is_submitted(filing) and not (filing.state == "returned" and _returns(filing)):
        return _unknown(filing, "not_declared")
    if moment is None:
        return _unknown(filing, "not_declared")
    if moment.day > on:
        return None
    last = notes[-1] if notes else None
    waiting = last is not None and (filing.state == "returned" or _comes_after(last, on))
    answered = notes[:-1] if waiting else notes
    answers = [_Answer(n.resubmit_by, _at(n.resubmitted) if n.resubmitted else None) for n in answered]
    receipt = _weighed(_at(moment), answers, "declared")
    has_hour = moment.hour is not None
    return _with(receipt, returned=waiting, empty=is_empty(filing), has_hour=has_hour)


def _comes_after(note: ReturnNote, on: date) -> bool:
    return note.resubmitted is not None and note.resubmitted.day > on


def _telling(versions: Iterable[FiledVersion]) -> list[FiledVersion]:
    """The versions that bear on a receipt: not those that nobody could read, nor a removal undone to the byte."""
    kept: list[FiledVersion] = []
    for version in versions:
        is_unreadable = version.filing is None and version.blob is not None
        if not is_unreadable and [v.blob for v in kept[-2:]] == [version.blob, None]:
            kept.pop()
        elif not is_unreadable:
            kept.append(version)
    return kept


def _from_versions(versions: list[FiledVersion]) -> Receipt | None:
    first: datetime | None = None
    answers: list[_Answer] = []
    waiting, notes_seen, last = False, 0, versions[-1].filing
    for version in versions:
        filing = version.filing
        if filing is None:
            first, answers, waiting, notes_seen = None, [], False, 0
            continue
        notes = _returns(filing)
        if filing.state == "returned":
            waiting = first is not None or waiting
        elif _is_submitted(filing) and not is_empty(filing):
            if first is None:
                first = version.received
            elif waiting or len(notes) > notes_seen:
                answers.append(_Answer(notes[-1].resubmit_by if notes else None, version.received))
            waiting, notes_seen = False, len(notes)
    if first is None or last is None or not (waiting or _is_submitted(last)):
        empty = _is_submitted(last) and is_empty(last)
        return Receipt(versions[-1].received, "git", empty=True) if empty else None
    return _with(_weighed(first, answers, "git"), returned=waiting, empty=is_empty(last))


def _in_future(versions: list[FiledVersion]) -> Receipt | None:
    first = next((version for version in versions if _is_submitted(version.filing)), None)
    return Receipt(first.received, "future") if first else None


def _weighed(first: datetime, answers: list[_Answer], evidence: Evidence) -> Receipt:
    """The moment that counts: the first, or the day it came again where that was later than allowed.

    Source: rules, “returned”.
    """
    received: datetime | None = first
    unlocked: date | None = None
    for answer in answers:
        if answer.again and answer.resubmit_by and answer.again.date() <= answer.resubmit_by:
            unlocked = max(filter(None, (unlocked, answer.resubmit_by)))
        else:
            received = answer.again
    if received is None:
        evidence = "not_declared"
    again = answers[-1].again if answers else None
    return Receipt(received, evidence, again, unlocked_until=unlocked)


def _with(receipt: Receipt, *, returned: bool, empty: bool, has_hour: bool = True) -> Receipt:
    return Receipt(receipt.received, receipt.evidence, receipt.again, returned, empty, receipt.unlocked_until, has_hour)
