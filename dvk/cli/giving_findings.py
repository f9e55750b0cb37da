"""Findings as the answer of a command: in every form, and with the exit code that they mean."""

import os
from collections.abc import Sequence
from functools import partial

import typer

from dvk import gitdoor
from dvk.checking import is_failed
from dvk.cli.destination import Destination
from dvk.cli.platforms import add_step_summary
from dvk.findings import Finding
from dvk.output.findings import as_text
from dvk.output.platforms import FINDING_FORMATS
from dvk.output.platforms.checked import Checked
from dvk.snapshot import Snapshot
from dvk.views.findings import Places, findings_json, findings_table


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
    language, places = to.session.language, Places(snapshot)
    ordered = places.in_order(findings)
    above = gitdoor.folder_in_repository(snapshot.root)
    checked = Checked(ordered, places, list(of), language, above, strict, first)
    to.give(
        json=lambda: findings_json(ordered, places, language),
        tables=lambda: [findings_table(ordered, places, len(of), language)],
        text=lambda: "\n".join(filter(None, [first, as_text(ordered, places, len(of), language)])),
        besides={name: partial(render, checked) for name, render in FINDING_FORMATS.items()},
    )
    if to.form == "github":
        add_step_summary(checked, os.environ)
    if is_failed(ordered, strict=strict):
        raise typer.Exit(1)
