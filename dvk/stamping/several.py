"""One step with one document or with many: what each file would say, and what stands in the way of any of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from dvk.cascade import Filed, Obstacle, Rules, Wish
from dvk.checking import findings_of
from dvk.editing import bytes_of, changed
from dvk.errors import CannotGoOn
from dvk.facts import Registration, Report
from dvk.findings import Finding, Severity
from dvk.fingerprints import fingerprint
from dvk.kinds import kind_of
from dvk.reading import read
from dvk.snapshot import overlaid
from dvk.stamping.fields import known_field
from dvk.stamping.requests import Request, changes_for, revision_for
from dvk.stamping.since import left_alone
from dvk.superiors import units_above
from dvk.textfile import read_text
from dvk.workspace import Workspace, workspace_in


@dataclass(frozen=True, slots=True)
class Stamped:
    """A file as it was read, and as the step leaves it."""

    path: str
    before: bytes
    after: bytes


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a document does not take the step: a rule, errors of its own, or a stop of the edit."""

    path: str
    obstacle: Obstacle | None = None
    errors: tuple[Finding, ...] = ()
    stop: CannotGoOn | None = None


@dataclass
class Outcome:
    """What a step comes to.

    Args:
        stamped: the files to write.
        refusals: what stands in the way; where there is any, nothing is to be written.
        idle: units named as left out that were in the way of nothing.
        warnings: what ``dvk check`` warns of in the files that the step makes.
    """

    stamped: list[Stamped] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    idle: tuple[str, ...] = ()
    warnings: list[Finding] = field(default_factory=list)


def outcome_of(workspace: Workspace, paths: Iterable[str], request: Request) -> Outcome:
    """What a step with documents of the workspace comes to, those of units further down first; nothing is written.

    Each document is looked at as though the step had been taken with those before it; an error of its own that is
    there, or would be, refuses it.

    Args:
        workspace: the files as they are on disk.
        paths: registrations and reports.
        request: the step.
    """
    steps = _Steps(workspace, request)
    for path in sorted(dict.fromkeys(paths), key=lambda path: (-steps.depth(path), path)):
        steps.take(path)
    return steps.finished()


class _Steps:
    """The same step with one document after the other."""

    def __init__(self, workspace: Workspace, request: Request) -> None:
        self._workspace, self._request = workspace, request
        self._rules = Rules(workspace, request.day)
        self._filings: dict[str, Filed] = {}
        self._excused: set[str] = set()
        self._outcome = Outcome()

    def depth(self, path: str) -> int:
        """How many units stand above the document's."""
        filing, organisation = self._workspace.filing(path), self._workspace.organisation
        known = filing is not None and filing.unit in organisation.units
        return len(units_above(organisation, filing.unit, self._request.day)) if filing and known else 0

    def take(self, path: str) -> None:
        """Add what the step makes of one document, or what stands in its way."""
        filing = self._workspace.filing(path)
        if not isinstance(filing, Registration | Report):
            self._refuse(path, errors=tuple(_errors(self._workspace, path)))
            return
        try:
            data = bytes_of(self._workspace.snapshot, path)
            content = fingerprint(read_text(data).tree or {})
            obstacles = self._rules.obstacles(filing, content, self._wish(path, filing), self._filings)
            if not obstacles:
                self._put(path, data, self._edited(path, data, filing))
        except CannotGoOn as stop:
            self._refuse(path, stop=stop)
            return
        for obstacle in obstacles:
            self._refuse(path, obstacle)

    def finished(self) -> Outcome:
        """All of it, once more checked as ``dvk check`` would check the files that it makes."""
        outcome = self._outcome
        outcome.idle = tuple(unit for unit in self._request.without if unit not in self._excused)
        if not outcome.refusals:
            now = self._workspace.snapshot
            drafts = {stamped.path: stamped.after for stamped in outcome.stamped}
            made = overlaid(now, drafts)
            found = findings_of(workspace_in(made, readings=self._workspace.readings), drafts)
            outcome.warnings = [finding for finding in found if finding.severity is Severity.WARNING]
            for path in drafts:
                errors = [f for f in found if f.file == path and f.severity is Severity.ERROR]
                if errors:
                    self._refuse(path, errors=tuple(errors))
        return outcome

    def _wish(self, path: str, filing: Filed) -> Wish:
        wish = self._request.wish
        if wish.step != "submitted" or wish.answer:
            return wish
        return replace(wish, left=left_alone(self._workspace, path, filing))

    def _edited(self, path: str, data: bytes, filing: Filed) -> bytes:
        request, kind = self._request, kind_of(path) or ""
        fields = tuple(known_field(data, kind, name) for name in request.fields)
        without = {}
        if request.step == "approved":
            lacking = {item.unit for item in self._rules.approvals.lacking(filing, self._filings)}
            without = {unit: reason for unit, reason in request.without.items() if unit in lacking}
            self._excused.update(without)
        unit = self._rules.acting_unit(filing, request.wish)
        revised = changed(data, kind, revision_for(filing, request))
        content = fingerprint(read_text(revised).tree or {})
        return changed(revised, kind, changes_for(filing, request.about(fields, without), unit, content))

    def _put(self, path: str, before: bytes, after: bytes) -> None:
        self._outcome.stamped.append(Stamped(path, before, after))
        facts = read(after, kind_of(path) or "").facts
        if isinstance(facts, Registration | Report):
            self._filings[path] = facts

    def _refuse(
        self,
        path: str,
        obstacle: Obstacle | None = None,
        errors: tuple[Finding, ...] = (),
        stop: CannotGoOn | None = None,
    ) -> None:
        self._outcome.refusals.append(Refusal(path, obstacle, errors, stop))


def _errors(workspace: Workspace, path: str) -> Iterator[Finding]:
    """What is wrong in a file that could not be read."""
    found = (workspace.finding(path, mistake) for mistake in workspace.mistakes.get(path, ()))
    return (finding for finding in found if finding.severity is Severity.ERROR)
