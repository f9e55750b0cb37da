"""Findings as the answer of a command: in every form, and with the exit code that they mean."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import typer

from dvk import gitdoor
from dvk.cli.destination import Destination
from dvk.findings import Finding, is_failed
from dvk.messages import Language
from dvk.output.findings import as_text
from dvk.output.platforms import FINDING_FORMATS
from dvk.snapshot import Snapshot
from dvk.views.places import Places

if TYPE_CHECKING:
    from dvk.output.platforms.checked import Checked
    from dvk.views.table import Table


def give_findings(
    to: Destination,
    snapshot: Snapshot,
    findings: Sequence[Finding],
    *,
    of: Sequence[str],
    strict: bool = False,
    first: str = "",
) -> None:
    """Give findings in the order of their places.

    Args:
        to: where they go.
        snapshot: where their lines are looked up.
        findings: all of them.
        of: the files that were looked at.
        strict: whether warnings fail, too.
        first: a line that stands before them where people read them.

    Raises:
        typer.Exit: 1 where they fail.
    """
    places = Places(snapshot)
    found = _Found(places.in_order(findings), places, list(of), to.session.language)
    checked = partial(found.checked, gitdoor.folder_in_repository(snapshot.root), strict, first)
    to.give(
        json=found.json,
        tables=found.tables,
        text=lambda: "\n".join(filter(None, [first, found.text()])),
        besides={name: partial(_on_platform, render, checked) for name, render in FINDING_FORMATS.items()},
    )
    if to.form == "github":
        from dvk.cli.platforms import add_step_summary

        add_step_summary(checked(), os.environ)
    if is_failed(found.findings, strict=strict):
        raise typer.Exit(1)


@dataclass(frozen=True)
class _Found:
    """Findings in the forms that there are; what makes one is imported for it."""

    findings: list[Finding]
    places: Places
    files: list[str]
    language: Language

    def text(self) -> str:
        return as_text(self.findings, self.places, len(self.files), self.language)

    def json(self) -> list[dict[str, object]]:
        from dvk.views.findings import findings_json

        return findings_json(self.findings, self.places, self.language)

    def tables(self) -> "list[Table]":
        from dvk.views.findings import findings_table

        return [findings_table(self.findings, self.places, len(self.files), self.language)]

    def checked(self, above: str, strict: bool, about: str) -> "Checked":
        from dvk.output.platforms.checked import Checked

        return Checked(self.findings, self.places, self.files, self.language, above, strict, about)


def _on_platform(render: "Callable[[Checked], str]", checked: "Callable[[], Checked]") -> str:
    return render(checked())
