"""Findings as the answer of a command: in every form, and with the exit code that they mean."""

from collections.abc import Sequence

import typer

from dvk.checking import is_failed
from dvk.cli.destination import Destination
from dvk.findings import Finding
from dvk.output.findings import as_text
from dvk.views.findings import Places, findings_json, findings_table
from dvk.workspace import Workspace


def give_findings(
    to: Destination, workspace: Workspace, findings: Sequence[Finding], *, of: int, strict: bool = False
) -> None:
    """Give findings in the order of their places.

    Args:
        to: where they go.
        workspace: where their lines are looked up.
        findings: all of them.
        of: how many files were looked at.
        strict: whether warnings fail, too.

    Raises:
        typer.Exit: 1 where they fail.
    """
    language, places = to.session.language, Places(workspace.snapshot)
    ordered = places.in_order(findings)
    to.give(
        json=lambda: findings_json(ordered, places, language),
        tables=lambda: [findings_table(ordered, places, of, language)],
        text=lambda: as_text(ordered, places, of, language),
    )
    if is_failed(ordered, strict=strict):
        raise typer.Exit(1)
