"""What is not finished in a unit's own files: drafts, empty figures, indicators left out, findings."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dvk.agenda.starting import answers_of
from dvk.coverage import asked_indicators
from dvk.deadlines import FilingLine
from dvk.facts import Report
from dvk.findings import Finding, Severity
from dvk.kinds import FOLDERS, kind_of
from dvk.obligations import Owed
from dvk.workspace import Workspace

UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A file of a unit.

    Args:
        path: the file.
        kind: the kind of document that lives there.
        state: what the document says of its state; ``unread`` where it cannot be read.
        empty: indicators that stand in it without a figure and without a reason.
        left_out: indicators that what it answers asks for, and that no report of the unit for the period names.
        errors: findings of ``dvk check`` that are errors.
        warnings: those that are warnings.
    """

    path: str
    kind: str | None
    state: str
    empty: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    errors: int = 0
    warnings: int = 0

    @property
    def is_finished(self) -> bool:
        """Whether there is nothing to say about it."""
        left = self.empty or self.left_out or self.errors or self.warnings
        return self.state not in {"draft", UNREAD} and not left


def unfinished(
    workspace: Workspace, unit: str, lines: Iterable[FilingLine], findings: Iterable[Finding]
) -> list[OwnFile]:
    """The files of a unit that something is left to do in, in the order of their paths.

    Args:
        workspace: the files.
        unit: whose.
        lines: its lines of the matrix, which tell what its reports were asked for.
        findings: what check finds, of these files or of all.
    """
    counts = weights(findings)
    left_out = _left_out(workspace, [line.owed for line in lines])
    states = {path: document.state for path, document in workspace.documents() if document.unit == unit}
    files = states | dict.fromkeys(_unread(workspace, unit), UNREAD)
    found = (
        OwnFile(
            path=path,
            kind=kind_of(path),
            state=state,
            empty=_empty(workspace.reports.get(path)),
            left_out=left_out.get(path, ()),
            errors=counts[path, Severity.ERROR],
            warnings=counts[path, Severity.WARNING],
        )
        for path, state in sorted(files.items())
    )
    return [file for file in found if not file.is_finished]


def weights(findings: Iterable[Finding]) -> Counter[tuple[str, Severity]]:
    """How many findings of each weight a file has."""
    return Counter((finding.file, finding.severity) for finding in findings)


def _unread(workspace: Workspace, unit: str) -> list[str]:
    """The files in the unit's folders of all years that could not be read."""
    folder = workspace.organisation.folder_of(unit)
    placed = [(path, path.rpartition("/")[0].split("/", 2)) for path in workspace.unread]
    return [path for path, parts in placed if parts[0] in FOLDERS and parts[2:] == [folder]]


def _empty(report: Report | None) -> tuple[str, ...]:
    figures = report.figures if report else ()
    return tuple(dict.fromkeys(f.indicator for f in figures if f.value is None and not f.reason))


def _left_out(workspace: Workspace, owed: Iterable[Owed]) -> Mapping[str, tuple[str, ...]]:
    """By file: what the obligations that it answers ask for, and no report of the unit for the period names."""
    found: dict[str, tuple[str, ...]] = {}
    for item in owed:
        path = next((path for path, _ in answers_of(workspace, item)), None)
        if path is None or item.obligation.kind != "report" or item.waiver:
            continue
        same = [r for r in workspace.reports.values() if (r.unit, r.period) == (item.unit, item.period)]
        named = {figure.indicator for report in same for figure in report.figures}
        asked = (part for name in asked_indicators(workspace, item) for part in _parts(workspace, name))
        found[path] = tuple(dict.fromkeys((*found.get(path, ()), *(name for name in asked if name not in named))))
    return found


def _parts(workspace: Workspace, name: str) -> tuple[str, ...]:
    """The indicators that a unit gives for one that is asked for: itself, of a ratio its two parts."""
    indicator = workspace.indicators.get(name)
    if indicator is None:
        return ()
    return (indicator.numerator or "", indicator.denominator or "") if indicator.is_ratio else (name,)
