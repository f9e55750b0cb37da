"""The change that the options of a call mean."""

from datetime import date
from pathlib import Path

from dvk.changes import Comparison, compare, root_of_change
from dvk.cli.opening import readings_for
from dvk.cli.session import Session
from dvk.errors import CannotGoOn


def compared(
    session: Session, root: Path | None, base: str, at: str | None, day: date | None
) -> tuple[Path, Comparison]:
    """The workspace and the change that goes from ``at``, else the files on disk, to ``base``.

    Raises:
        CannotGoOn: DVK901 where git has no such commit, branch or tag, a day among them; where the two sides cannot be
            compared.
    """
    try:
        folder = root_of_change(root or Path.cwd(), base, at)
        return folder, compare(folder, base, at, day, readings_for(session, folder))
    except CannotGoOn as stop:
        if stop.code == "DVK901":
            raise CannotGoOn("DVK901", rev=stop.details["rev"], of="change") from stop
        raise
