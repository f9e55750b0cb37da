"""What a unit waits for from those below it, and how the whole workspace stands, root by root."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dvk.agenda.own_files import UNREAD, weights
from dvk.agenda.tasks import HORIZON
from dvk.cascade import suspect_stamps
from dvk.deadlines import MISSING, FilingLine, Rates, rates
from dvk.facts import Filing, Registration, Report, Story
from dvk.findings import Finding, Severity
from dvk.obligations import Owed
from dvk.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Awaited:
    """One obligation and period of the units below.

    Args:
        owed: the first of what they owe; plan, obligation and period are those of all.
        rates: how many of them have filed.
        late: those that have not, and whose last day is over, the longest late first.
    """

    owed: Owed
    rates: Rates
    late: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RootCounts:
    """How a root and all below it stand.

    Args:
        unit: the root; ``None`` is what belongs to no unit.
        units: units open in its tree on the day, itself included.
        late: obligations that are overdue, refused, sent back or empty.
        due_soon: obligations due within the days of the policy.
        drafts: documents that are drafts.
        unread: documents that cannot be read.
        errors: findings of ``dvk check`` that are errors.
        warnings: those that are warnings.
        suspect: documents that say something else than was stamped.
    """

    unit: str | None
    units: int
    late: int
    due_soon: int
    drafts: int
    unread: int
    errors: int
    warnings: int
    suspect: int


def awaited(workspace: Workspace, unit: str, lines: Iterable[FilingLine], day: date) -> list[Awaited]:
    """What units below are late with or are to file before long, by last day; what all have filed is left out."""
    groups: dict[tuple[object, ...], list[FilingLine]] = {}
    for line in lines:
        if unit in workspace.organisation.above_on(line.owed.unit, line.owed.reference):
            groups.setdefault((line.owed.plan, line.owed.obligation.id, line.owed.period), []).append(line)
    found = [_awaited(group, day) for group in groups.values() if _is_awaited(group, day)]
    return sorted(found, key=lambda item: (_last_day(item.owed), item.owed.plan, item.owed.obligation.id))


def overview(
    workspace: Workspace, lines: Sequence[FilingLine], day: date, findings: Iterable[Finding]
) -> list[RootCounts]:
    """Every root that is open on the day or has something to count, in the order of the units' files."""
    roots = _Roots(workspace, day)
    counts: Counter[tuple[str | None, str]] = Counter()
    for line in lines:
        top = roots.of(line.owed.unit, line.owed.period.year)
        counts[top, "late"] += line.state in MISSING
        counts[top, "due_soon"] += line.state == "due_soon"
    for path, document in workspace.documents():
        counts[roots.of_file(path), "drafts"] += document.is_draft
        counts[roots.of_file(path), "suspect"] += _is_suspect(document)
    for path in workspace.unread:
        counts[roots.of_file(path), UNREAD] += 1
    for (path, severity), number in weights(findings).items():
        counts[roots.of_file(path), severity] += number
    for unit in workspace.organisation.units:
        counts[roots.of(unit, day.year), "units"] += workspace.organisation.is_open(unit, day)
    busy = {top for (top, _), number in counts.items() if number}
    return [_counted(top, counts) for top in (*workspace.organisation.units, None) if top in busy]


def _counted(top: str | None, counts: Counter[tuple[str | None, str]]) -> RootCounts:
    return RootCounts(
        unit=top,
        units=counts[top, "units"],
        late=counts[top, "late"],
        due_soon=counts[top, "due_soon"],
        drafts=counts[top, "drafts"],
        unread=counts[top, UNREAD],
        errors=counts[top, Severity.ERROR],
        warnings=counts[top, Severity.WARNING],
        suspect=counts[top, "suspect"],
    )


def _is_suspect(document: Filing | Story) -> bool:
    return isinstance(document, Registration | Report) and bool(suspect_stamps(document))


class _Roots:
    """The root that something belongs to."""

    def __init__(self, workspace: Workspace, day: date) -> None:
        self._trees = workspace.trees
        self._year = day.year
        self._units = workspace.organisation.units
        self._folders = {workspace.organisation.folder_of(unit): unit for unit in self._units}
        self._owners = {path: document.unit for path, document in workspace.documents()}

    def of(self, unit: str, year: int) -> str:
        """The root above a unit in the tree of a year, or where its figures go to by then."""
        top = self._trees.home(unit, year) or unit
        while (above := self._trees.of(year).parents.get(top)) is not None:
            top = above
        return top

    def of_file(self, path: str) -> str | None:
        """The root above the unit of a file, by what it says or by its folder; ``None`` where it is of no unit."""
        parts = path.rpartition("/")[0].split("/", 2)
        unit = self._owners.get(path) or self._folders.get("".join(parts[2:]), "")
        return self.of(unit, self._year) if unit in self._units else None


def _awaited(group: Sequence[FilingLine], day: date) -> Awaited:
    late = sorted((line for line in group if line.state in MISSING), key=lambda line: _last_day(line.owed))
    return Awaited(group[0].owed, rates(group, day), tuple(line.owed.unit for line in late))


def _is_awaited(group: Sequence[FilingLine], day: date) -> bool:
    soon = {"due_soon", "not_yet_due"}
    return any(
        line.state in MISSING or (line.state in soon and _last_day(line.owed) - day <= HORIZON) for line in group
    )


def _last_day(owed: Owed) -> date:
    return owed.due.day if owed.due else date.max
