"""The file of reviewers as the answer of a command: written, or held against the one in the repository."""

from datetime import date
from difflib import unified_diff
from pathlib import Path

from dvk import gitdoor
from dvk.cli.destination import Destination
from dvk.cli.giving_findings import give_findings
from dvk.cli.opening import say_first_ones
from dvk.cli.session import Session
from dvk.errors import CannotGoOn
from dvk.findings import Mistake
from dvk.kinds import kind_of
from dvk.messages.of_system import reason_of
from dvk.on_disk import open_regular, status_of
from dvk.output.codeowners import PLATFORMS, Platform, as_codeowners
from dvk.shown import printable
from dvk.trust.codeowners import rules, unknown_people
from dvk.trust.owners import Ownership
from dvk.views.places import Places
from dvk.workspace import Workspace

_UNKNOWN = {
    "vi": "{0}:{1}: bỏ qua “{2}”, không phải tên đăng nhập {3} hay e-mail",
    "en": "{0}:{1}: “{2}” is left out, neither a login of {3} nor an e-mail address",
}
_UNREAD = {
    "vi": "Không đọc được {0} tệp khai đơn vị, người trong đó chưa được tính: {1} (xem: dvk check)",
    "en": "Files of units not read, {0} in all, the people in them left out: {1} (see: dvk check)",
}
_NOBODY = {
    "vi": "Chưa đơn vị nào có maintainers:, nên không có ai để mời duyệt.",
    "en": "No unit has maintainers:, so there is nobody to ask for a review.",
}
_UP_TO_DATE = {"vi": "{0} đúng với units/", "en": "{0} is what units/ give"}


def known_platform(name: str) -> Platform:
    """The platform of that name.

    Raises:
        CannotGoOn: DVK908 if there is none.
    """
    if name not in PLATFORMS:
        raise CannotGoOn("DVK908", option="--platform", typed=name, clear=" / ".join(PLATFORMS))
    return PLATFORMS[name]


def say_whom_nobody_knows(workspace: Workspace, platform: Platform, session: Session) -> None:
    """Say beside the result which people a platform does not know, each with its place."""
    unread = [printable(path) for path in workspace.unread if kind_of(path) == "units"]
    say_first_ones(_UNREAD, unread, session)
    places = Places(workspace.snapshot)
    for found in unknown_people(workspace.unit_files, platform.takes):
        where = printable(found.path), places.line(found.path, found.field)
        session.remark(_UNKNOWN[session.language].format(*where, printable(found.person), platform.title))
    if not _names_people(workspace):
        session.remark(_NOBODY[session.language])


def give_codeowners(to: Destination, workspace: Workspace, platform: Platform, day: date) -> None:
    """Give the file of a day.

    Raises:
        CannotGoOn: DVK963 if the platform would not read a file of that size.
    """
    text = _text(workspace, platform, day)
    size = len(text.encode())
    if size >= platform.most:
        raise CannotGoOn("DVK963", size=str(size), most=str(platform.most), platform=platform.title)
    to.give(json=lambda: text, tables=list, text=lambda: text.rstrip("\n"))


def give_comparison(to: Destination, workspace: Workspace, platform: Platform, day: date) -> None:
    """Say whether the file of the repository is what a day gives, and show the lines that differ.

    Raises:
        CannotGoOn: DVK911 if it cannot be read.
        typer.Exit: 1 where it is not.
    """
    above = gitdoor.folder_in_repository(workspace.snapshot.root)
    top = workspace.snapshot.root.resolve().parents[above.count("/") - 1] if above else workspace.snapshot.root
    place = next((path for path in platform.places if status_of(top, path) is not None), "")
    here = _read(top / place) if place else ""
    made = _text(workspace, platform, day)
    if here == made or not (place or _names_people(workspace)):
        sentence = _UP_TO_DATE[to.session.language].format(place or "CODEOWNERS")
        to.give(json=list, tables=list, text=lambda: sentence)
        return
    path = place or platform.places[0]
    problem = "other_codeowners" if place else "no_codeowners"
    told = {"problem": problem, "path": path, "platform": platform.name}
    _give(to, workspace, path, Mistake("DVK629", "", told), _difference(here, made) if place else "")


def _names_people(workspace: Workspace) -> bool:
    return any(unit.maintainers for unit in workspace.organisation.units.values())


def _text(workspace: Workspace, platform: Platform, day: date) -> str:
    found = rules(Ownership(workspace.organisation, day), platform.takes)
    return as_codeowners(found, platform, gitdoor.folder_in_repository(workspace.snapshot.root))


def _read(file: Path) -> str:
    try:
        with open_regular(str(file)) as stream:
            return stream.read().decode("utf-8", "replace").replace("\r\n", "\n")
    except OSError as problem:
        raise CannotGoOn("DVK911", path=str(file), problem=reason_of(problem)) from None


def _difference(here: str, made: str) -> str:
    """The lines of the file that are not to be there with ``-``, those that are missing with ``+``."""
    lines = unified_diff(here.splitlines(), made.splitlines(), n=0, lineterm="")
    return "\n".join(printable(line) for line in list(lines)[2:] if not line.startswith("@@"))


def _give(to: Destination, workspace: Workspace, path: str, mistake: Mistake, first: str = "") -> None:
    give_findings(to, workspace.snapshot, [workspace.finding(path, mistake)], of=[path], first=first)
