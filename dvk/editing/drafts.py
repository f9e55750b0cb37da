"""One document of a workspace as it is, and as it would be: what an edit would make wrong that is not wrong now."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from dvk.codes import severity_of
from dvk.errors import CannotGoOn
from dvk.facts import Settings
from dvk.findings import Finding, Mistake, Severity
from dvk.kinds import kind_of
from dvk.messages.of_system import reason_of
from dvk.reading import read
from dvk.snapshot import SETTINGS_FILE, Snapshot, working_tree

_MOVING = {"first_line"}
_Name: TypeAlias = tuple[str, str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True)
class Draft(Snapshot):
    """The files of a workspace, one of them as an edit would leave it.

    Args:
        path: that file.
        data: its bytes then.
    """

    path: str
    data: bytes

    def read_all(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """The bytes of files, with the edit."""
        for path in paths:
            if path == self.path:
                yield path, self.data
            else:
                yield from super().read_all([path])


def drafted(snapshot: Snapshot, path: str, data: bytes) -> Draft:
    """The same files, one of them with other bytes."""
    return Draft(snapshot.root, snapshot.commit, snapshot.in_git, snapshot.entries, path, data)


def documents(root: Path) -> Snapshot:
    """The documents on disk: files of some kind, no links."""
    snapshot = working_tree(root)
    kept = {path: entry for path, entry in snapshot.entries.items() if kind_of(path) and not entry.link}
    return Snapshot(snapshot.root, snapshot.commit, snapshot.in_git, kept)


def bytes_of(snapshot: Snapshot, path: str) -> bytes:
    """The bytes of a document.

    Raises:
        CannotGoOn: DVK911 where the disk does not give them.
    """
    try:
        return snapshot.read(path)
    except OSError as problem:
        raise CannotGoOn("DVK911", path=path, problem=reason_of(problem)) from None


def new_errors(draft: Draft, before: bytes) -> list[Finding]:
    """The errors that an edit brings into its file, which held other bytes before.

    They are those of the file alone, as ``dvk check`` weighs them under the policy of the workspace.
    """
    kind = kind_of(draft.path) or ""
    settings = _policy(draft, before)
    added = added_mistakes(read(before, kind).mistakes, read(draft.data, kind).mistakes)
    found = [Finding(severity_of(mistake.code, settings), draft.path, mistake) for mistake in added]
    return [finding for finding in found if finding.severity is Severity.ERROR]


def _policy(draft: Draft, before: bytes) -> Settings:
    """The policy that holds, also while it is the one that is edited."""
    data = before if draft.path == SETTINGS_FILE else bytes_of(draft, SETTINGS_FILE)
    found = read(data, "settings").facts
    return found if isinstance(found, Settings) else Settings()


def added_mistakes(before: Iterable[Mistake], after: Iterable[Mistake]) -> Iterator[Mistake]:
    """The mistakes of ``after`` beyond those of ``before``, which may have moved with the entries around them."""
    left, gone = _apart(after, Counter(_named(mistake.code, mistake.field, mistake.args) for mistake in before))
    moved: Counter[_Name] = Counter()
    for (code, field, args), count in gone.items():
        moved[code, _key(field), args] += count
    yield from _apart(left, moved, _key)[0]


def _apart(
    mistakes: Iterable[Mistake], known: Counter[_Name], place: Callable[[str], str] = str
) -> tuple[list[Mistake], Counter[_Name]]:
    """The mistakes that are not known, and the known ones that none of them is."""
    left = []
    for mistake in mistakes:
        name = _named(mistake.code, place(mistake.field), mistake.args)
        if known[name]:
            known[name] -= 1
        else:
            left.append(mistake)
    return left, known


def _named(code: str, field: str, args: Mapping[str, str]) -> _Name:
    return code, field, tuple(sorted((name, text) for name, text in args.items() if name not in _MOVING))


def _key(field: str) -> str:
    """The part of a path behind the last entry that it leads through."""
    return field.rpartition("]")[2] or field
