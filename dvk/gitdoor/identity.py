"""Who sits at the keyboard, as git's settings say."""

from pathlib import Path

from dvk.gitdoor.calling import read
from dvk.gitdoor.safety import printable

_NAMES = ("dvk.who", "user.email")
"""The first is ours: in it people say once how they are called on their platform."""


def identity(root: Path) -> str:
    """Give how somebody is called: ``dvk.who`` of git's settings, else ``user.email``; "" where neither is set."""
    answer = read(root, "config", "--null", "--get-regexp", r"^(dvk\.who|user\.email)$", also={1})
    found = dict.fromkeys(_NAMES, "")
    for entry in answer.decode(errors="replace").split("\0"):
        name, _, value = entry.partition("\n")
        if name in found:
            found[name] = printable(value).strip()
    return next((found[name] for name in _NAMES if found[name]), "")
