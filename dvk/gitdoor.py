"""The only module that runs git: reads in bulk, writes nothing, and lets the repository run nothing.

A workspace may come from anybody, its ``.git/config`` with it. So there is one function that starts git,
with fixed flags; only commands are used that never pass contents through a filter; nothing is fetched; and
text of a user stands behind ``--end-of-options``. Paths are relative to the workspace's root, which may be a
subfolder of the repository, with ``/`` between folders; names that are not UTF-8 come as Python's own file
names do.

Functions that take ``tip`` follow the first parents from it: the history of a main branch as it was pushed.
"""

import os
import subprocess  # the one place: see _output
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, cast

from dvk.errors import CannotGoOn
from dvk.temporary import writing_temporary_files

VIETNAM_TIME = timezone(timedelta(hours=7))
LINK_MODE = "120000"
SUBMODULE_MODE = "160000"

_LAST_MOMENT = int(datetime(9999, 12, 31, tzinfo=VIETNAM_TIME).timestamp())
_CHUNK = 1 << 16

_FLAGS = (
    "--no-pager",
    "--no-optional-locks",
    "--literal-pathspecs",
    *("-c", "core.fsmonitor="),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "core.quotepath=off"),
    *("-c", "protocol.allow=never"),
    *("-c", "safe.bareRepository=explicit"),  # a bare repository hidden among the workspace's own files
    *("-c", "log.showSignature=false"),  # would run gpg.program
    *("-c", "log.showRoot=true"),
    *("-c", "log.follow=false"),
)
_KEPT_VARIABLES = frozenset(
    {
        "GIT_CEILING_DIRECTORIES",
        "GIT_CONFIG_GLOBAL",
        "GIT_CONFIG_NOSYSTEM",
        "GIT_CONFIG_SYSTEM",
        "GIT_DISCOVERY_ACROSS_FILESYSTEM",
    }
)
_SET_VARIABLES = {
    "LC_ALL": "C",
    "GIT_ALLOW_PROTOCOL": "",  # stronger than protocol.allow, which protocol.NAME.allow overrides
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}


@dataclass(frozen=True, slots=True)
class MainCommit:
    """A commit of the main branch and when it can be said to have been received.

    Args:
        id: the commit's full id.
        received: the latest committer time of it and of all first parents before it, at +07:00.
    """

    id: str
    received: datetime


@dataclass(frozen=True, slots=True)
class Version:
    """What a path held from one commit of the main branch on.

    Args:
        received: as for ``MainCommit``.
        blob: id of the contents; None where the path was deleted or became a link or a submodule.
    """

    received: datetime
    blob: str | None


def is_repository(root: Path) -> bool:
    """Tell whether root lies in the working tree of a git repository, without needing git where none is near.

    Raises:
        CannotGoOn: DVK904 if there is a ``.git`` at or above root and no git; DVK903 if git refuses this one,
            for instance because it belongs to somebody else.
    """
    here = root.absolute()
    if not any(os.path.lexists(folder / ".git") for folder in (here, *here.parents)):
        return False
    try:
        return _read(root, "rev-parse", "--is-inside-work-tree").strip() == b"true"
    except CannotGoOn as problem:
        if problem.code == "DVK902":
            return False
        raise


def is_shallow(root: Path) -> bool:
    """Tell whether the history was cut off when the repository was cloned."""
    return _read(root, "rev-parse", "--is-shallow-repository").strip() == b"true"


def resolve(root: Path, rev: str) -> str:
    """Give the full id of the commit that a user's ``rev`` names.

    Raises:
        CannotGoOn: DVK901 if it names none, as ``HEAD`` does before the first commit; DVK902 outside git.
    """
    unknown = CannotGoOn("DVK901", rev=rev)
    if not rev or rev.startswith("^") or not _can_be_passed(rev):
        raise unknown
    try:
        return _read(root, "rev-parse", "--verify", "--quiet", "--end-of-options", rev + "^{commit}").decode().strip()
    except CannotGoOn as problem:
        if problem.code == "DVK903" and is_repository(root):
            raise unknown from problem
        raise


def branch_tip(root: Path, branch: str) -> str | None:
    """Give the commit of the local branch, else of origin's branch as last fetched, else None."""
    if not _can_be_passed(branch):
        return None
    wanted = [f"refs/heads/{branch}", f"refs/remotes/origin/{branch}"]
    # for-each-ref takes patterns, so only a name that is exactly the wanted one counts.
    lines = _read(root, "for-each-ref", "--format=%(objectname) %(refname)", *wanted).splitlines()
    found = {os.fsdecode(name): commit.decode() for commit, name in (line.split(b" ", 1) for line in lines)}
    return next((found[name] for name in wanted if name in found), None)


def tree_entries(root: Path, commit: str, paths: Sequence[str] = ()) -> dict[str, tuple[str, str]]:
    """List a commit's files below root as path → (mode, blob id), only at or below ``paths`` if given."""
    entries = {}
    with _output(root, ["ls-tree", "-r", "-z", "--end-of-options", commit, *paths]) as stream:
        for field in _fields(stream):
            described, _, path = field.partition(b"\t")
            mode, _, blob = described.decode().split(" ")
            entries[os.fsdecode(path)] = (mode, blob)
    return entries


def index_entries(root: Path, paths: Sequence[str] = ()) -> dict[str, tuple[str, str]]:
    """List the index below root as path → (mode, blob id), only what is at or below ``paths`` if given.

    In a conflict our side (stage 2) stands, and theirs (stage 3) for a file that we had deleted.
    """
    ranks = {"0": 0, "2": 0, "3": 1}
    best: dict[str, tuple[int, str, str]] = {}
    with _output(root, ["ls-files", "-s", "-z", "--", *paths]) as stream:
        for field in _fields(stream):
            described, _, name = field.partition(b"\t")
            mode, blob, stage = described.decode().split(" ")
            path = os.fsdecode(name)
            if stage in ranks and (path not in best or ranks[stage] < best[path][0]):
                best[path] = (ranks[stage], mode, blob)
    return {path: (mode, blob) for path, (_, mode, blob) in best.items()}


def untracked(root: Path, paths: Sequence[str] = ()) -> list[str]:
    """List the files below root that git neither tracks nor ignores, only at or below ``paths`` if given."""
    with _output(root, ["ls-files", "-o", "--exclude-standard", "-z", "--", *paths]) as stream:
        return [os.fsdecode(path) for path in _fields(stream)]


def blobs(root: Path, ids: Iterable[str], *, limit: int | None = None) -> Iterator[tuple[str, bytes]]:
    """Stream the contents of blobs as (id, bytes), one for each id given and in that order.

    Args:
        root: the workspace.
        ids: full blob ids; the same one may come twice.
        limit: of a blob over this many bytes only the first ``limit + 1`` are given.

    Raises:
        CannotGoOn: DVK903 if a blob is not here, as in a partial clone: nothing is fetched.
    """
    asked = "".join(f"{blob}\n" for blob in ids).encode()
    if not asked:
        return
    with _output(root, ["cat-file", "--batch", "--buffer"], asked) as stream:
        while header := stream.readline():
            blob, _, size = header.decode().rstrip("\n").rpartition(" ")
            if not size.isdigit():
                raise CannotGoOn("DVK903", command="git cat-file", problem=_printable(f"{blob} {size}"))
            yield blob.partition(" ")[0], _take(stream, int(size), limit)
            stream.read(1)


def main_history(root: Path, tip: str) -> list[MainCommit]:
    """List the first-parent history that leads to ``tip``, oldest first.

    In a shallow clone it begins where the clone was cut off, which ``is_shallow`` tells.
    """
    lines = _read(root, "rev-list", "--first-parent", "--timestamp", "--end-of-options", tip, "--").splitlines()
    history = []
    latest = 0
    for line in reversed(lines):
        seconds, commit = line.decode().split(" ")
        latest = max(latest, int(seconds))
        history.append(MainCommit(commit, _moment(latest)))
    return history


def file_versions(root: Path, tip: str, folders: Sequence[str]) -> dict[str, list[Version]]:
    """Give, for every path ever below ``folders`` in the first-parent history to ``tip``, what it held when.

    Oldest first; each version differs from the one before. A merge is compared with its first parent, and a
    renamed file is one path that ends and another that begins.
    """
    versions: dict[str, list[Version]] = {}
    latest = 0
    for seconds, changes in reversed(_changes(root, tip, folders)):
        latest = max(latest, seconds)
        received = _moment(latest)
        for path, blob in changes:
            known = versions.setdefault(path, [])
            if blob != (known[-1].blob if known else None):
                known.append(Version(received, blob))
    return {path: known for path, known in versions.items() if known}


def commit_on(root: Path, tip: str, day: date) -> str:
    """Give the last commit of the first-parent history received by the end of ``day`` in Vietnam.

    Raises:
        CannotGoOn: DVK905 if the first commit was received later.
    """
    received = [commit.id for commit in main_history(root, tip) if commit.received.date() <= day]
    if not received:
        raise CannotGoOn("DVK905", day=day.isoformat())
    return received[-1]


def commit_time(root: Path, commit: str) -> datetime:
    """Give the committer time that one commit states, at +07:00."""
    line = _read(root, "rev-list", "--max-count=1", "--timestamp", "--end-of-options", commit, "--")
    return _moment(int(line.split(b" ")[0]))


def _changes(root: Path, tip: str, folders: Sequence[str]) -> list[tuple[int, list[tuple[str, str | None]]]]:
    """Read the history newest first: each commit's committer second and (path, blob) of what it touched."""
    if not folders:
        return []
    command = [
        *(
            "log",
            "--first-parent",
            "--diff-merges=first-parent",
            "--raw",
            "-z",
            "--no-abbrev",
            "--no-renames",
        ),
        *("--no-ext-diff", "--no-textconv", "--no-color", "--no-notes", "--relative", "--format=%ct"),
        "--sparse",  # commits that touch nothing here count too: their times raise the running maximum
        *("--end-of-options", tip, "--", *folders),
    ]
    changes: list[tuple[int, list[tuple[str, str | None]]]] = []
    with _output(root, command) as stream:
        fields = _fields(stream)
        for field in fields:
            described = field.lstrip(b"\n")
            if described.startswith(b":"):
                changes[-1][1].append((os.fsdecode(next(fields)), _new_blob(described)))
            else:
                changes.append((int(described or b"0"), []))
    return changes


def _new_blob(described: bytes) -> str | None:
    """Take the id after the change out of ``:MODE MODE ID ID LETTER``, None if no regular file is there."""
    _, mode, _, blob, _ = described.split(b" ")
    return blob.decode() if mode.startswith(b"100") else None


def _moment(seconds: int) -> datetime:
    """Turn a committer's second into a time, the absurd ones into the last that a calendar can show."""
    return datetime.fromtimestamp(min(seconds, _LAST_MOMENT), VIETNAM_TIME)


def _take(stream: IO[bytes], size: int, limit: int | None) -> bytes:
    """Read ``size`` bytes and give them, or the first ``limit + 1``."""
    kept = size if limit is None else min(size, limit + 1)
    contents = stream.read(kept)
    left = size - kept
    while left > 0 and (skipped := stream.read(min(left, _CHUNK))):
        left -= len(skipped)
    return contents


def _fields(stream: IO[bytes]) -> Iterator[bytes]:
    """Split a stream at its NUL bytes."""
    rest = b""
    while chunk := stream.read(_CHUNK):
        *whole, rest = (rest + chunk).split(b"\0")
        yield from whole
    if rest:
        yield rest


def _read(root: Path, *command: str) -> bytes:
    """Give a short answer of git as a whole."""
    with _output(root, command) as stream:
        return stream.read()


@contextmanager
def _output(root: Path, command: Sequence[str], given: bytes = b"") -> Iterator[IO[bytes]]:
    """Run one git command below root and stream its answer; every call of git goes through here.

    What git reads and its complaints pass through files, so that no pipe can fill up and block both sides.
    """
    with _kept(given) as asked, _kept() as complaints:
        with subprocess.Popen(
            [_program(), *_FLAGS, "-C", str(root), *command],
            env=_environment(),
            stdin=asked,
            stdout=subprocess.PIPE,
            stderr=complaints,
        ) as process:
            try:
                yield cast("IO[bytes]", process.stdout)
            except BaseException:
                process.kill()
                raise
        if process.returncode:
            complaints.seek(0)
            raise _failure(root, command[0], complaints.read().decode(errors="replace"))


def _kept(given: bytes = b"") -> IO[bytes]:
    """A temporary file with these bytes, to be read from its beginning."""
    with writing_temporary_files():
        file = TemporaryFile()  # noqa: SIM115 - whoever asked closes it
        file.write(given)
        file.seek(0)
        return file


def _program() -> str:
    """Find git on PATH by its full name, so that a ``git.exe`` lying in a workspace is never taken for it."""
    name = "git.exe" if os.name == "nt" else "git"
    for folder in os.get_exec_path():
        candidate = Path(folder, name)
        if candidate.is_absolute() and candidate.is_file() and os.access(candidate, os.X_OK):
            return str(candidate)
    raise CannotGoOn("DVK904")


def _environment() -> dict[str, str]:
    """Give git our environment without what would point it elsewhere, as a hook's ``GIT_DIR`` does."""
    kept = {name: value for name, value in os.environ.items() if name in _KEPT_VARIABLES or not name.startswith("GIT_")}
    return kept | _SET_VARIABLES


def _failure(root: Path, command: str, complaints: str) -> CannotGoOn:
    """Turn what git complained of into a reason not to go on, in one printable line."""
    if "not a git repository" in complaints:
        return CannotGoOn("DVK902", root=str(root))
    lines = [line for line in complaints.splitlines() if line.strip()]
    fatal = next((line for line in lines if line.startswith(("fatal:", "error:"))), lines[-1] if lines else "")
    return CannotGoOn("DVK903", command=f"git {command}", problem=_printable(fatal))


def _printable(text: str) -> str:
    return "".join(letter for letter in text if letter.isprintable())


def _can_be_passed(text: str) -> bool:
    """Tell whether text can be an argument of a program at all."""
    try:
        return b"\0" not in os.fsencode(text)
    except UnicodeEncodeError:
        return False


def new_repository(root: Path) -> None:
    """Make a git repository at ``root`` whose branch is ``main``; nothing is committed.

    Raises:
        CannotGoOn: DVK903 or DVK904 if git cannot make one.
    """
    from git import GitCommandError, GitCommandNotFound, InvalidGitRepositoryError, Repo

    try:
        Repo.init(root, initial_branch="main")
    except GitCommandNotFound:
        raise CannotGoOn("DVK904") from None
    except InvalidGitRepositoryError as failed:
        raise CannotGoOn("DVK903", command="git init", problem=_printable(f"GIT_DIR: {failed}")) from None
    except GitCommandError as failed:
        raise CannotGoOn("DVK903", command="git init", problem=_printable(str(failed.stderr).strip())) from None
