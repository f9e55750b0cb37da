"""What the stamps of one document say: how far it has come, which of them still hold, which returns are open.

A *round* is what happened since the last submission: stamps before it tell of what the document said then.
"""

from datetime import date
from itertools import pairwise
from typing import TypeAlias, get_args

from dvk.facts import Registration, Report, Stamp, Step

Filed: TypeAlias = Registration | Report
"""What goes the way: a plan is issued by whoever makes it."""
STEPS: tuple[Step, ...] = get_args(Step)
UNDER_WAY = frozenset({"submitted", "accepted", "approved", "published"})
"""States in which the stamps of the round have to hold."""
ACCEPTED = UNDER_WAY - {"submitted"}
"""States in which a document changes by revisions only."""


def round_of(filing: Filed) -> tuple[Stamp, ...]:
    """The stamps from the last submission on; all of them where there is no submission."""
    starts = [at for at, stamp in enumerate(filing.stamps) if stamp.step == "submitted"]
    return filing.stamps[starts[-1] :] if starts else filing.stamps


def last_stamp(filing: Filed, step: Step) -> Stamp | None:
    """The stamp of that step in this round, if it bears one."""
    return next((stamp for stamp in reversed(round_of(filing)) if stamp.step == step), None)


def submitter_of(filing: Filed) -> str | None:
    """Who submitted it as it goes its way now."""
    stamp = last_stamp(filing, "submitted")
    return stamp.who if stamp else None


def is_current(filing: Filed, stamp: Stamp) -> bool:
    """Whether the document says what it said when it was stamped."""
    return stamp.fingerprint == filing.fingerprint


def revision_to_come(filing: Filed) -> int | None:
    """The revision that an accepted document takes to go its way anew, where it has not that one with its reason yet.

    Each time that it went its way anew took one; more than that cannot be told of the document alone.
    """
    if filing.state not in ACCEPTED:
        return None
    steps = [stamp.step for stamp in filing.stamps]
    anew = sum(one in ACCEPTED and other == "submitted" for one, other in pairwise(steps))
    least = anew + 2
    is_explained = filing.revision in {note.revision for note in filing.changes}
    return None if filing.revision >= least and is_explained else max(least, filing.revision)


def suspect_stamps(filing: Filed) -> tuple[int, ...]:
    """Positions of the stamps of this round that were given to something else than the document says now.

    A draft, and what was sent back or withdrawn, is being changed and has no stamp that would have to hold.
    """
    if filing.state not in UNDER_WAY:
        return ()
    first = len(filing.stamps) - len(round_of(filing))
    return tuple(at for at in range(first, len(filing.stamps)) if not is_current(filing, filing.stamps[at]))


def waits_for_answer(filing: Filed) -> bool:
    """Whether it was sent back and has not come again."""
    return filing.state == "returned" or last_stamp(filing, "returned") is not None


def open_returns(filing: Filed) -> tuple[int, ...]:
    """Positions of the returns that nobody has answered yet."""
    if not waits_for_answer(filing) or not filing.returns:
        return ()
    since = _asked_since(filing)
    return tuple(
        at
        for at, note in enumerate(filing.returns)
        if note.day >= since and note.resubmitted is None and not note.answer
    )


def _asked_since(filing: Filed) -> date:
    """The first day of the returns that are of this round; of a document without stamps, the day of the last one."""
    days = [stamp.when.day for stamp in filing.stamps if stamp.step == "submitted"][-1:]
    days = days or [stamp.when.day for stamp in filing.stamps if stamp.step == "returned"][:1]
    return days[0] if days else filing.returns[-1].day
