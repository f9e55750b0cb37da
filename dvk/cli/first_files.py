"""What ``dvk init`` writes first, and what it leaves alone because it stands there already."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from os.path import lexists
from pathlib import Path

from dvk.errors import CannotGoOn
from dvk.facts import Settings
from dvk.reading import read
from dvk.skeletons import workspace_files
from dvk.snapshot import SETTINGS_FILE
from dvk.vietnamese.text import nfc, slug

_LISTS_OF_GIT = (".gitattributes", ".gitignore")
"""Files that hold a rule on each line: those of others stay, and ours belong beside them."""


@dataclass(frozen=True, slots=True)
class FirstUnit:
    """The unit at the top as it was typed.

    Args:
        name: its name; None where none is declared yet.
        line: its line.
        level: its level.
    """

    name: str | None
    line: str
    level: str


def first_files(unit: FirstUnit, today: date) -> dict[str, str]:
    """The files of a new workspace, path → text.

    Raises:
        CannotGoOn: DVK908 for a name without a letter, and for a line or level that a new workspace does not list.
    """
    name = " ".join(nfc(unit.name or "").split())
    if unit.name is not None and not slug(name):
        raise CannotGoOn("DVK908", option="--unit", typed=unit.name)
    told = {"unit": name, "unit_id": slug(name), "line": unit.line, "level": unit.level}
    files = workspace_files({"today": today.isoformat()} | told)
    policy = read(files[SETTINGS_FILE].encode(), "settings").facts
    if isinstance(policy, Settings):
        listed = (("--line", unit.line, policy.lines), ("--level", unit.level, policy.levels))
        for option, typed, terms in listed:
            if typed not in [term.id for term in terms]:
                raise CannotGoOn("DVK908", option=option, typed=typed, clear=" / ".join(term.id for term in terms))
    return files


def free_of(folder: Path, files: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """Those files that can be written, and the paths where something stands already; nothing goes through a link."""
    kept = [path for path in files if lexists(folder / path) or not _leads_through_folders(folder, path)]
    return {path: text for path, text in files.items() if path not in kept}, kept


def lines_lacking(folder: Path, files: Mapping[str, str], kept: Iterable[str]) -> dict[str, list[str]]:
    """For each list of git that stands there already the rules of ours that it has not."""
    lacking = {}
    for path in sorted({*kept} & {*_LISTS_OF_GIT} & files.keys()):
        file = folder / path
        plain = file.is_file() and not file.is_symlink()
        has = {line.strip() for line in file.read_text("utf-8", "replace").splitlines()} if plain else set()
        lines = [line for line in files[path].splitlines() if line and not line.startswith("#") and line not in has]
        if lines:
            lacking[path] = lines
    return lacking


def _leads_through_folders(folder: Path, path: str) -> bool:
    above = [folder / parent for parent in Path(path).parents if parent != Path()]
    return all(parent.is_dir() and not parent.is_symlink() for parent in above if lexists(parent))
