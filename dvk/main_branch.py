"""Which branch is the main one, by the word of a commit that no change brings with it."""

from pathlib import Path

from dvk import gitdoor
from dvk.facts import Settings
from dvk.reading import read
from dvk.snapshot import SETTINGS_FILE


def main_branch(root: Path) -> str | None:
    """The name of the main branch, as the settings on origin's own branch say it, else those on ``main`` or ``master``.

    Never as the files on disk alone say it: a change could name itself there. None where there is no such branch.

    Raises:
        CannotGoOn: DVK902 outside git, DVK981 where it lacks the settings.
    """
    tip = gitdoor.usual_tip(root)
    if tip is None:
        return None
    mode, blob = gitdoor.tree_entries(root, tip, [SETTINGS_FILE]).get(SETTINGS_FILE, ("", ""))
    found = None
    if mode.startswith("100"):
        found = read(next(gitdoor.blobs(root, [blob]))[1], "settings").facts
    return found.main_branch if isinstance(found, Settings) else Settings().main_branch
