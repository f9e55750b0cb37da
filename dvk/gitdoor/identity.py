"""Who sits at the keyboard, as git's settings say."""

from pathlib import Path

from dvk.gitdoor.calling import read
from dvk.gitdoor.safety import printable


def identity(root: Path) -> tuple[str, str]:
    """Give name and e-mail of git's settings (``user.name``, ``user.email``), each "" where it is not set."""
    answer = read(root, "config", "--null", "--get-regexp", r"^user\.(name|email)$", also={1})
    found = {"user.name": "", "user.email": ""}
    for entry in answer.decode(errors="replace").split("\0"):
        name, _, value = entry.partition("\n")
        if name in found:
            found[name] = printable(value).strip()
    return found["user.name"], found["user.email"]
