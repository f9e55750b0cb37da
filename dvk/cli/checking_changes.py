"""``dvk check --base``: a change before it is merged, judged by the policy of what it is merged into."""

from dataclasses import dataclass
from pathlib import Path

from dvk.cli.comparing import compared
from dvk.cli.destination import Destination
from dvk.cli.giving_findings import give_findings
from dvk.cli.opening import path_inside
from dvk.findings import Finding
from dvk.snapshot import is_wanted
from dvk.trust.judging import findings_of_change
from dvk.views.changes import against, oddities


@dataclass(frozen=True, slots=True)
class ChangeAsked:
    """Which change is asked about, as the options of a call say it.

    Args:
        base: the revision that it is to be merged into.
        at: its last commit; None for the files on disk.
        actors: who proposes it, by login or e-mail; all of them have to be allowed it.
        on: the day on which it is judged.
        paths: the files and folders that findings are wanted of; none for all.
    """

    base: str
    at: str | None = None
    actors: tuple[str, ...] = ()
    on: str | None = None
    paths: tuple[str, ...] = ()


def give_findings_of_change(to: Destination, asked: ChangeAsked, root: Path | None, *, strict: bool) -> None:
    """Judge a change and give what was found.

    Raises:
        CannotGoOn: where the two sides cannot be compared.
        typer.Exit: 1 where it fails.
    """
    day = to.session.day("--on", asked.on) if asked.on else None
    folder, comparison = compared(to.session, root, asked.base, asked.at, day)
    wanted = [path_inside(folder, path) for path in asked.paths]
    found = findings_of_change(comparison, asked.actors)
    first = against(comparison, to.session.language)
    for sentence in oddities(comparison, to.session.language):
        to.session.remark(sentence)
    touched = [change.path for change in comparison.changes if is_wanted(change.path, wanted)]
    give_findings(to, comparison.after.snapshot, _at(found, wanted), of=touched, strict=strict, first=first)


def _at(findings: list[Finding], wanted: list[str]) -> list[Finding]:
    return [finding for finding in findings if is_wanted(finding.file, wanted)]
