"""What dvk remembers of a workspace from one call to the next, in the user's cache folder: names, for completion.

One small JSON file a workspace, named by a digest of its real path. It is only ever a convenience: where it is gone,
broken, or cannot be written, everything works without it. Nothing heavy is imported here, since completion asks for
it at every press of a key.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from dvk.errors import CannotGoOn
from dvk.writing import write_result

CACHE_VARIABLE = "DVK_CACHE"
MOST_DOCUMENTS = 10_000
"""Paths that are remembered; nobody picks one out of more, and shells list folders themselves."""
_FORM = "names/1"
_LARGEST = 32 << 20


@dataclass(frozen=True, slots=True)
class Names:
    """The names in a workspace, as it was when it was last opened.

    Args:
        root: the folder of the workspace.
        units: id → name.
        indicators: id → name.
        plans: path → subject.
        documents: paths of all documents; none where there are too many.
        years: years of documents.
        people: whom units name.
    """

    root: Path
    units: dict[str, str] = field(default_factory=dict)
    indicators: dict[str, str] = field(default_factory=dict)
    plans: dict[str, str] = field(default_factory=dict)
    documents: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


def cache_folder(environment: Mapping[str, str], *, windows: bool = os.name == "nt") -> Path | None:
    """The folder that dvk may keep things in: ``DVK_CACHE``, else ``dvk`` in the user's cache; ``None`` without one.

    ``DVK_CACHE=off`` is none. Relative folders do not count, as the XDG specification has it: they would lie in
    whatever folder one stands in.
    """
    if environment.get(CACHE_VARIABLE, "").lower() == "off":
        return None
    home = environment.get("LOCALAPPDATA" if windows else "HOME", "")
    folders = (
        environment.get(CACHE_VARIABLE, ""),
        _inside(environment.get("XDG_CACHE_HOME", ""), "dvk"),
        _inside(home, "dvk/cache" if windows else ".cache/dvk"),
    )
    return next((Path(folder) for folder in folders if folder and Path(folder).is_absolute()), None)


def remember(names: Names, folder: Path | None) -> None:
    """Keep the names of a workspace, if they changed; silently not where that cannot be done."""
    text = json.dumps(_as_data(names), ensure_ascii=False, indent=0).encode("utf-8", "surrogateescape")
    try:
        if folder is None or _lies_in(folder, names.root):
            return
        file = _file(names.root, folder)
        if file.is_file() and file.read_bytes() == text:
            return
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_result(file, text, over=True)
    except (CannotGoOn, OSError, RuntimeError):  # the last is what a circle of links was before Python 3.13
        return


def recall(root: Path, folder: Path | None) -> Names:
    """The names of a workspace when it was last opened; none where that is not known.

    A broken memory is taken away, so that the next call that answers about the workspace makes another.
    """
    if folder is None:
        return Names(root)
    try:
        file = _file(root, folder)
        with file.open("rb") as opened:
            data = opened.read(_LARGEST)
    except (OSError, RuntimeError):
        return Names(root)
    try:
        return _from_data(root, json.loads(data.decode("utf-8", "surrogateescape")))
    except (ValueError, RecursionError):
        with suppress(OSError):
            file.unlink()
        return Names(root)


def is_remembered(root: Path, folder: Path | None) -> bool:
    """Whether there are names of a workspace."""
    try:
        return folder is not None and _file(root, folder).is_file()
    except (OSError, RuntimeError):
        return False


def readings_file(root: Path, folder: Path | None) -> Path | None:
    """Where the readings of a workspace are kept; None where nothing may be kept."""
    try:
        return _file(root, folder, "readings", "sqlite") if folder and not _lies_in(folder, root) else None
    except (OSError, RuntimeError):
        return None


def _inside(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else ""


def _file(root: Path, folder: Path, what: str = "names", ending: str = "json") -> Path:
    digest = hashlib.sha256(os.fsencode(root.resolve())).hexdigest()
    return folder / f"{what}-{digest[:32]}.{ending}"


def _lies_in(folder: Path, root: Path) -> bool:
    """Whether the cache would be inside the workspace."""
    return folder.resolve().is_relative_to(root.resolve())


def _as_data(names: Names) -> dict[str, object]:
    documents = names.documents if len(names.documents) <= MOST_DOCUMENTS else ()
    return {
        "form": _FORM,
        "root": str(names.root),
        "units": names.units,
        "indicators": names.indicators,
        "plans": names.plans,
        "documents": documents,
        "years": names.years,
        "people": names.people,
    }


def _from_data(root: Path, found: object) -> Names:
    """The names that ``_as_data`` wrote.

    Raises:
        ValueError: somebody else wrote it.
    """
    if not isinstance(found, dict) or found.get("form") != _FORM:
        raise ValueError("no names of ours")
    return Names(
        root=root,
        units=_texts_by_text(found.get("units")),
        indicators=_texts_by_text(found.get("indicators")),
        plans=_texts_by_text(found.get("plans")),
        documents=_texts(found.get("documents")),
        years=_texts(found.get("years")),
        people=_texts(found.get("people")),
    )


def _texts_by_text(found: object) -> dict[str, str]:
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        raise ValueError("no texts by text")
    return found


def _texts(found: object) -> tuple[str, ...]:
    if not isinstance(found, list) or not all(isinstance(text, str) for text in found):
        raise ValueError("no texts")
    return tuple(found)
