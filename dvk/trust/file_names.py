"""DVK615, DVK616: names that some machine cannot write, or cannot tell from another."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from dvk.changes import Comparison
from dvk.findings import Mistake
from dvk.workspace_checks.books import Found

_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)\s*(\..*)?", re.IGNORECASE)
_OF_GIT = re.compile(r"\.git|git~[0-9]+", re.IGNORECASE)
_REFUSED = frozenset('<>:"|?*\\')
_CONTROL = frozenset({"Cc", "Zl", "Zp"})
_LONGEST_PATH = 200
"""A path on Windows has 260 characters, with the folder that the workspace lies in."""


def names(comparison: Comparison) -> Found:
    """DVK615: a new file has a name that hides what it is, or that another system refuses."""
    for change in comparison.changes:
        if change.after is not None and change.before is None:
            problem = _problem(change.path)
            if problem:
                yield change.path, Mistake("DVK615", "", {"problem": problem, "name": _escaped(change.path)})


def same_names(comparison: Comparison) -> Found:
    """DVK616: two paths that are one where case, or how a letter with marks is put together, makes no difference."""
    new = [change.path for change in comparison.changes if change.after is not None and change.before is None]
    if not new:
        return
    spelled: dict[str, set[str]] = {}
    for path in comparison.files:
        for part in _with_folders(path):
            spelled.setdefault(_folded(part), set()).add(part)
    for path in new:
        for part in _with_folders(path):
            others = spelled[_folded(part)] - {part}
            if others:
                yield path, Mistake("DVK616", "", {"name": part, "other": min(others)})
                break


def _problem(path: str) -> str:
    """What is wrong with a path, the worst first; nothing where every system takes it."""
    if any("\ud800" <= letter <= "\udfff" for letter in path):
        return "name_not_utf8"
    kinds = {unicodedata.category(letter) for letter in path}
    if kinds & _CONTROL:
        return "name_with_control"
    if "Cf" in kinds:
        return "name_with_invisible"
    return next(filter(None, map(_problem_of_part, path.split("/"))), "") or _less(path)


def _problem_of_part(part: str) -> str:
    if _OF_GIT.fullmatch(part.rstrip(". ")):
        return "name_of_git"
    if _RESERVED.fullmatch(part):
        return "name_reserved"
    if part != part.strip(" ") or part.endswith("."):
        return "name_ends_in_dot"
    return "name_with_dash" if part.startswith("-") else ""


def _less(path: str) -> str:
    if _REFUSED & set(path):
        return "name_with_sign"
    if unicodedata.normalize("NFC", path) != path:
        return "name_not_nfc"
    return "name_too_long" if len(path) > _LONGEST_PATH else ""


def _with_folders(path: str) -> Iterator[str]:
    """The folders above a path, from the root down, then itself."""
    parts = path.split("/")
    return ("/".join(parts[:end]) for end in range(1, len(parts) + 1))


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _escaped(path: str) -> str:
    """The path with what cannot be seen written out."""
    return "".join(_visible(path))


def _visible(letters: Iterable[str]) -> Iterator[str]:
    for letter in letters:
        yield letter if letter.isprintable() else letter.encode("unicode_escape", "surrogatepass").decode()
