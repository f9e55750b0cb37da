"""One step of the cascade taken by a call: what it writes, or why it cannot be taken."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypedDict, Unpack

import typer

from dvk import gitdoor
from dvk.cli.asking import Question, Questions, at_terminal
from dvk.cli.bilingual import both
from dvk.cli.opening import document_at_path, known, say_first_ones, session_of, workspace_of
from dvk.cli.step_refusals import refusals_text
from dvk.errors import CannotGoOn
from dvk.facts import Registration, Report, Step
from dvk.output.changes import as_intended, as_text
from dvk.shown import printable
from dvk.stamping import Outcome, Request, outcome_of
from dvk.workspace import Workspace
from dvk.writing import replace_all

_WHO = both("Ai làm bước này (tên đăng nhập hoặc e-mail)", "Who takes this step (login or e-mail)")

_WARNED = {
    "vi": "Còn {0} cảnh báo trong: {1} (xem: dvk check)",
    "en": "Warnings left, {0} in all, in: {1} (see: dvk check)",
}


@dataclass(frozen=True, slots=True)
class Call:
    """What every step is called with."""

    step: Step
    paths: tuple[str, ...]
    who: str | None
    post: str | None
    unit: str | None
    dry_run: bool


class Details(TypedDict, total=False):
    """What single steps are called with besides; see ``Request``."""

    fields: tuple[str, ...]
    reason: str
    resubmit_by: date | None
    without: dict[str, str]
    answer: str


class Taking:
    """One call of a step."""

    def __init__(self, ctx: typer.Context, root: Path | None, call: Call) -> None:
        self._call = call
        self._session = session_of(ctx)
        self._workspace = workspace_of(self._session, root, None)

    def take(self, **details: Unpack[Details]) -> None:
        """Take the step and print the lines that change; where anything stands in the way, say all of it.

        Raises:
            typer.Exit: 2 where the step is refused; nothing is written then.
        """
        call, workspace = self._call, self._workspace
        paths = [_filed(workspace, path) for path in call.paths]
        unit = self.known_unit(call.unit) if call.unit is not None else None
        request = Request(call.step, self._who(), self._session.today, call.post or "", unit, **details)
        outcome = outcome_of(workspace, paths, request)
        self._stop_at_refusals(outcome, request)
        if not call.dry_run:
            files = {file.path: (file.before, file.after) for file in outcome.stamped}
            replace_all(workspace.snapshot.root, files)
        shown = as_intended if call.dry_run else as_text
        for file in outcome.stamped:
            self._session.print(shown(file.path, file.before, file.after, self._session.language))

        named = list(dict.fromkeys(printable(finding.file) for finding in outcome.warnings))
        say_first_ones(_WARNED, named, self._session, number=len(outcome.warnings))

    def known_unit(self, unit: str) -> str:
        """A unit of the workspace.

        Raises:
            CannotGoOn: DVK907, with the nearest ones, if there is none of that id.
        """
        return known("unit", unit, self._workspace.organisation.units)

    def last_day(self, typed: str | None) -> date | None:
        """The day up to which an answer is waited for.

        Raises:
            CannotGoOn: DVK908 if it is no day, or over already.
        """
        if typed is None:
            return None
        day = self._session.day("--resubmit-by", typed)
        if day < self._session.today:
            raise CannotGoOn("DVK908", option="--resubmit-by", typed=typed, clear=f"≥ {self._session.today}")
        return day

    def _who(self) -> str:
        """Who takes the step: as named, else as git's settings say, else as a person answers.

        Raises:
            CannotGoOn: DVK919 if nobody can be asked.
        """
        if self._call.who is not None and self._call.who.strip():
            return self._call.who.strip()
        known = _known_to_git(self._workspace.snapshot.root)
        return known or Questions(self._session, at_terminal()).needed("--who", None, Question(_WHO, str.strip))

    def _stop_at_refusals(self, outcome: Outcome, request: Request) -> None:
        text = refusals_text(self._workspace, outcome, request, self._session.language)
        if text:
            self._session.remark(text)
            raise typer.Exit(2)


def _known_to_git(root: Path) -> str:
    try:
        return gitdoor.identity(root)
    except CannotGoOn:  # without git, somebody has to say it
        return ""


def _filed(workspace: Workspace, path: str) -> str:
    """The registration or report that a path means.

    Raises:
        CannotGoOn: DVK907 if there is no such file, DVK917 if it is another kind of document.
    """
    name = document_at_path(workspace, path)
    if name not in workspace.unread and not isinstance(workspace.filing(name), Registration | Report):
        raise CannotGoOn("DVK917", path=path, problem="not_under_way")
    return name
