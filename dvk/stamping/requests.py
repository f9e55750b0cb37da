"""What is to be written for a step, as edits of single fields."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from dvk.cascade import Filed, Wish, open_returns, revision_to_come
from dvk.editing import Change
from dvk.facts import Step


@dataclass(frozen=True, slots=True)
class Request:
    """A step that somebody takes with documents.

    Args:
        step: which.
        who: login or e-mail.
        day: the day on which it is taken.
        post: what office the person holds; "" where it is not said.
        unit: for which unit; None for the one that ordinarily takes it.
        fields: of a return, the fields that it is about.
        reason: of a return, why; of an accepted document that is submitted anew, why it was changed.
        resubmit_by: of a return, the last day for an answer that still counts as first in time.
        without: units below that are not approved, each with the reason.
        answer: what is said to a return.
    """

    step: Step
    who: str
    day: date
    post: str = ""
    unit: str | None = None
    fields: tuple[str, ...] = ()
    reason: str = ""
    resubmit_by: date | None = None
    without: Mapping[str, str] = field(default_factory=dict)
    answer: str = ""

    @property
    def wish(self) -> Wish:
        """The same as the rules see it."""
        return Wish(self.step, self.who, self.unit, tuple(self.without), self.answer, self.reason)

    def about(self, fields: tuple[str, ...], without: Mapping[str, str]) -> "Request":
        """The same for one document: its fields as paths are written, and of the units below those that it lacks."""
        return replace(self, fields=fields, without=without)


def changes_for(filing: Filed, request: Request, unit: str, fingerprint: str) -> Iterator[Change]:
    """The edits that a step is: the state, a stamp, and what is said of returns.

    Args:
        filing: the document as it is.
        request: the step.
        unit: the unit that takes it.
        fingerprint: of what the document says.
    """
    yield Change("state", request.step)
    if request.step == "submitted":
        yield from _answers(filing, request)
    if request.step == "returned":
        yield from _return(filing, request, unit)
    yield from _stamp(filing, request, unit, fingerprint)


def revision_for(filing: Filed, request: Request) -> Iterator[Change]:
    """The edits that make another revision of an accepted document, with its reason: what is stamped has them."""
    revision = revision_to_come(filing)
    if request.step == "submitted" and revision is not None:
        here = f"changes[{len(filing.changes)}]"
        if revision != filing.revision:
            yield Change("revision", str(revision))
        yield Change("changes[+].revision", str(revision))
        yield Change(f"{here}.date", request.day.isoformat())
        yield Change(f"{here}.reason", request.reason)


def _answers(filing: Filed, request: Request) -> Iterator[Change]:
    """The day on which it comes again stands with each open return; a declared day counts from there."""
    for at in open_returns(filing):
        yield Change(f"returns[{at}].resubmitted", request.day.isoformat())
        if request.answer:
            yield Change(f"returns[{at}].answer", request.answer)


def _return(filing: Filed, request: Request, unit: str) -> Iterator[Change]:
    here = f"returns[{len(filing.returns)}]"
    yield Change("returns[+].by", unit)
    yield Change(f"{here}.date", request.day.isoformat())
    yield Change(f"{here}.reason", request.reason)
    for name in request.fields:
        yield Change(f"{here}.fields[+]", name)
    if request.resubmit_by is not None:
        yield Change(f"{here}.resubmit_by", request.resubmit_by.isoformat())


def _stamp(filing: Filed, request: Request, unit: str, fingerprint: str) -> Iterator[Change]:
    here = f"stamps[{len(filing.stamps)}]"
    yield Change("stamps[+].step", request.step)
    yield Change(f"{here}.unit", unit)
    yield Change(f"{here}.who", request.who)
    if request.post:
        yield Change(f"{here}.post", request.post)
    yield Change(f"{here}.when", request.day.isoformat())
    yield Change(f"{here}.fingerprint", fingerprint)
    for at, (below, reason) in enumerate(request.without.items()):
        yield Change(f"{here}.without[+].unit", below)
        yield Change(f"{here}.without[{at}].reason", reason)
