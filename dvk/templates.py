"""Where templates are: a workspace's own first, then those shipped, whose one source is at the repository's root."""

import os
import stat
from pathlib import Path

from dvk import gitdoor
from dvk.errors import CannotGoOn
from dvk.messages.of_system import reason_of

LARGEST_TEMPLATE = 5 << 20

_PACKAGE = Path(__file__).parent
WORD_FOLDER = "templates/word"
_OF_WORD = (".docx", ".doc", ".docm", ".dotx", ".dotm", ".odt", ".rtf")
OF_DVK = "dvk: "
"""Stands before the path of a template that comes with dvk."""


def template_folder(name: str) -> Path:
    """The templates of one kind: those in the installed package, or those of the checkout that dvk runs from.

    Raises:
        FileNotFoundError: if dvk was installed without them, which is a bug of ours.
    """
    for folder in (_PACKAGE / "templates" / name, _PACKAGE.parent / "templates" / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"templates/{name}")


def word_template(name: str, root: Path, commit: str | None) -> tuple[str, bytes]:
    """A Word template: where it stands, and its bytes.

    The workspace's own ``templates/word/`` comes first, of the same commit as the rest; then the one shipped.

    Args:
        name: the file's name.
        root: the workspace.
        commit: the commit asked about; None for the files on disk.

    Raises:
        CannotGoOn: DVK925 if it is a link, lies behind one, or is too large; DVK911 if it cannot be read.
    """
    path, own = own_word_template(name, root, commit)
    return (f"{OF_DVK}{path}", shipped_word_template(name)) if own is None else (path, own)


def shipped_word_template(name: str) -> bytes:
    """The bytes of the Word template of that name that comes with dvk."""
    return (template_folder("word") / name).read_bytes()


def own_word_template(name: str, root: Path, commit: str | None) -> tuple[str, bytes | None]:
    """A workspace's own Word template: where it stands, or would, and its bytes, None where it has none.

    Raises:
        CannotGoOn: as ``word_template``.
    """
    path = f"{WORD_FOLDER}/{name}"
    own = _on_disk(root, path) if commit is None else _in_git(root, commit, path)
    if own is not None and len(own) > LARGEST_TEMPLATE:
        raise CannotGoOn("DVK925", template=path, fault="template_too_large")
    return path, own


def own_word_names(root: Path, commit: str | None) -> list[str]:
    """The names of the files of word processors that stand where a workspace keeps its Word templates.

    Copies that Word keeps of a file it has open are left out; a folder that is a link has none.
    """
    if commit is None:
        folders = [root / "templates", root / WORD_FOLDER]
        if not all(folder.is_dir() and not folder.is_symlink() for folder in folders):
            return []
        names = [entry.name for entry in os.scandir(folders[-1]) if not entry.is_dir(follow_symlinks=False)]
    else:
        below = f"{WORD_FOLDER}/"
        names = [path.removeprefix(below) for path in gitdoor.tree_entries(root, commit, [WORD_FOLDER])]
    return sorted(name for name in names if name.casefold().endswith(_OF_WORD) and name[:1] not in {"~", "."})


def _on_disk(root: Path, path: str) -> bytes | None:
    parts = path.split("/")
    for end in range(1, len(parts) + 1):
        try:
            mode = os.lstat(root.joinpath(*parts[:end])).st_mode
        except (FileNotFoundError, NotADirectoryError):
            return None
        if stat.S_ISLNK(mode):
            raise CannotGoOn("DVK925", template="/".join(parts[:end]), fault="is_a_link")
    if not stat.S_ISREG(mode):
        raise CannotGoOn("DVK925", template=path, fault="not_word")
    try:
        with (root / path).open("rb") as file:
            return file.read(LARGEST_TEMPLATE + 1)
    except OSError as problem:
        raise CannotGoOn("DVK911", path=path, problem=reason_of(problem)) from None


def _in_git(root: Path, commit: str, path: str) -> bytes | None:
    found = gitdoor.tree_entries(root, commit, [path]).get(path)
    if found is None:
        return None
    mode, blob = found
    if mode == gitdoor.LINK_MODE:
        raise CannotGoOn("DVK925", template=path, fault="is_a_link")
    return next(iter(gitdoor.blobs(root, [blob], limit=LARGEST_TEMPLATE)))[1]
