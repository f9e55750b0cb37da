"""A workspace as a value: all records of one snapshot, the organisation, what is owed, and the history behind it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TypeAlias, TypeVar

from dvk import gitdoor
from dvk.codes import severity_of
from dvk.errors import CannotGoOn
from dvk.facts import (
    DayOverride,
    Facts,
    Filing,
    HolidaysFile,
    Indicator,
    IndicatorsFile,
    Obligation,
    Plan,
    ProfileFile,
    Registration,
    Report,
    Settings,
    Story,
    Unit,
    UnitsFile,
)
from dvk.files_asked import documents_of, evidence, snapshot_of, unread
from dvk.findings import Finding, Mistake
from dvk.history import FiledVersion, History
from dvk.kinds import FILED_FOLDERS, kind_of
from dvk.memory import Readings
from dvk.obligations import Orders
from dvk.organisation import Organisation, organisation
from dvk.parent_links import MOST_LEVELS, too_deep
from dvk.periods import Period
from dvk.snapshot import Snapshot
from dvk.values import Reference
from dvk.year_tree import YearTrees

Record = TypeVar("Record", bound=Facts)
Answered: TypeAlias = tuple[Reference, str, Period]
"""An obligation, the unit that answers it, and for which period."""


@dataclass(frozen=True)
class Workspace:
    """Everything that the files of one snapshot say together.

    Args:
        snapshot: the files.
        settings: the policy that judges them.
        organisation: units and events.
        unit_files: the files that they come from, by path.
        indicators: the catalogue in its order, by id.
        plans: by path, in the order of paths; likewise registrations, reports and stories.
        profiles: the format profiles of its own, by path.
        days: what this workspace says of single days off or worked.
        mistakes: what is wrong inside single files, by path.
        unread: documents that gave no record; nothing of them is added or counted as filed.
        history: when documents were received.
        readings: what was read for it, for another workspace in which many files are the same.
    """

    snapshot: Snapshot
    settings: Settings
    organisation: Organisation
    unit_files: dict[str, UnitsFile]
    indicators: dict[str, Indicator]
    plans: dict[str, Plan]
    registrations: dict[str, Registration]
    reports: dict[str, Report]
    stories: dict[str, Story]
    profiles: dict[str, ProfileFile]
    days: tuple[DayOverride, ...]
    mistakes: dict[str, tuple[Mistake, ...]]
    unread: tuple[str, ...]
    history: History = field(repr=False)
    readings: Readings = field(default_factory=Readings, compare=False, repr=False)

    @cached_property
    def trees(self) -> YearTrees:
        """The tree of each year."""
        return YearTrees(self.organisation)

    @cached_property
    def orders(self) -> Orders:
        """What the plans order."""
        return Orders(self.plans, self.organisation, self.settings.before_excludes)

    def filings(self) -> Iterator[tuple[str, Filing]]:
        """Every document that can meet an obligation, with its path."""
        yield from chain(self.plans.items(), self.registrations.items(), self.reports.items())

    def documents(self) -> Iterator[tuple[str, Filing | Story]]:
        """Every document that is of one unit, with its path."""
        yield from chain(self.filings(), self.stories.items())

    def filing(self, path: str) -> Filing | None:
        """The document at a path that can meet an obligation, if there is one."""
        return self.plans.get(path) or self.registrations.get(path) or self.reports.get(path)

    def unread_of(self, unit: str, year: int) -> list[str]:
        """The files in a unit's folder of a year that could not be read: it may have filed what seems to be missing."""
        folder = self.organisation.folder_of(unit)
        mine = {f"{top}/{year}/{folder}" for top in FILED_FOLDERS}
        return [path for path in self.unread if path.rpartition("/")[0] in mine]

    def obligation(self, reference: Reference) -> Obligation | None:
        """The obligation that a document answers."""
        return self.orders.obligation(reference)

    @cached_property
    def answering(self) -> dict[int, dict[Answered, list[tuple[str, Filing]]]]:
        """Year → what is answered in it → the filings that answer it, with their paths."""
        found: dict[int, dict[Answered, list[tuple[str, Filing]]]] = {}
        for path, filing in self.filings():
            of_year = found.setdefault(filing.period.year, {})
            for reference in filing.answers:
                obligation = self.obligation(reference)
                if obligation is not None and obligation.kind == filing.kind:
                    of_year.setdefault((reference, filing.unit, filing.period), []).append((path, filing))
        return found

    def findings_in_files(self) -> Iterator[Finding]:
        """What is wrong inside single files, weighed by policy."""
        for path, mistakes in self.mistakes.items():
            for mistake in mistakes:
                yield self.finding(path, mistake)

    def finding(self, path: str, mistake: Mistake) -> Finding:
        """A mistake weighed by the policy of this workspace."""
        return Finding(severity_of(mistake.code, self.settings), path, mistake)


def open_workspace(
    root: Path, at: str | None = None, policy: Settings | None = None, readings: Readings | None = None
) -> Workspace:
    """Read the workspace at ``root``: the files as they are, or as they were at a commit or on a day.

    Args:
        root: the folder that holds ``dvk.yaml``.
        at: a revision of git, or a day in any spelling: the files as known at the end of it on the main branch.
        policy: settings to judge by instead of the workspace's own.
        readings: what was read before.

    Raises:
        CannotGoOn: where there is no such revision, day or repository; where the disk will not give a file: a total
            without it would be a guess; where units stand above each other by the hundreds.
    """
    return workspace_in(snapshot_of(root, at, policy.main_branch if policy else None), policy, readings)


def workspace_in(snapshot: Snapshot, policy: Settings | None = None, readings: Readings | None = None) -> Workspace:
    """Read the workspace that the files of a snapshot make, as ``open_workspace`` does.

    Args:
        snapshot: the files.
        policy: settings to judge by instead of the workspace's own.
        readings: what was read before: for another workspace, where many files are the same, or in another call.

    Raises:
        CannotGoOn: where the disk will not give a file; where units stand above each other by the hundreds.
    """
    try:
        readings = readings or Readings()
        found = readings.of_files(snapshot, documents_of(snapshot))
    except OSError as problem:
        raise unread(problem) from None
    facts = {path: reading.facts for path, reading in found.items() if reading.facts is not None}
    unit_files = _of_kind(facts, UnitsFile)
    _refuse_depth(unit_files)
    settings = policy or next((f for f in facts.values() if isinstance(f, Settings)), Settings())
    catalogue = next((f for f in facts.values() if isinstance(f, IndicatorsFile)), IndicatorsFile())
    indicators: dict[str, Indicator] = {}
    for indicator in catalogue.indicators:
        indicators.setdefault(indicator.id, indicator)
    return Workspace(
        snapshot=snapshot,
        settings=settings,
        organisation=organisation(unit_files.values()),
        unit_files=unit_files,
        indicators=indicators,
        plans=_of_kind(facts, Plan),
        registrations=_of_kind(facts, Registration),
        reports=_of_kind(facts, Report),
        stories=_of_kind(facts, Story),
        profiles=_of_kind(facts, ProfileFile),
        days=next((f.days for f in facts.values() if isinstance(f, HolidaysFile)), ()),
        mistakes={path: reading.mistakes for path, reading in found.items() if reading.mistakes},
        unread=tuple(path for path in found if path not in facts),
        history=_history(snapshot, settings, readings),
        readings=readings,
    )


def _refuse_depth(files: Mapping[str, UnitsFile]) -> None:
    """No total up an organisation of hundreds of levels would ever be finished; a mistake made it."""
    paths: dict[str, str] = {}
    units: dict[str, Unit] = {}
    for path, file in files.items():
        for unit in file.units:
            paths.setdefault(unit.id, path)
            units.setdefault(unit.id, unit)
    unit_too_deep = too_deep(units)
    if unit_too_deep is not None:
        raise CannotGoOn("DVK927", path=paths[unit_too_deep], unit=unit_too_deep, most=str(MOST_LEVELS))


def _of_kind(facts: dict[str, Facts], kind: type[Record]) -> dict[str, Record]:
    return {path: record for path, record in facts.items() if isinstance(record, kind)}


def _history(snapshot: Snapshot, settings: Settings, readings: Readings) -> History:
    gap, tip = evidence(snapshot, settings.main_branch)
    return History(gap, (lambda: _versions(snapshot.root, tip, readings)) if tip else dict)


def _versions(root: Path, tip: str, readings: Readings) -> dict[str, list[FiledVersion]]:
    """Every version of every filing along the main branch, or along the history of the commit asked about."""
    versions = gitdoor.file_versions(root, tip, FILED_FOLDERS)
    wanted = [(kind, v.blob) for path, known in versions.items() if (kind := kind_of(path)) for v in known if v.blob]
    filings = {version: reading.facts for version, reading in readings.of_blobs(root, wanted).items()}
    return {
        path: [FiledVersion(v.received, _filing(filings, (kind, v.blob or "")), v.blob) for v in known]
        for path, known in versions.items()
        if (kind := kind_of(path))
    }


def _filing(filings: Mapping[tuple[str, str], Facts | None], version: tuple[str, str]) -> Filing | None:
    """What a blob says as a document of a kind: the same bytes may stand in two folders."""
    found = filings.get(version)
    return found if isinstance(found, Plan | Registration | Report) else None
