"""``dvk verify``: which commits, and which stamps, are signed by people whom the main branch trusts."""

from pathlib import Path
from typing import Annotated

import typer

from dvk import gitdoor
from dvk.cli.bilingual import both
from dvk.cli.destination import destination
from dvk.cli.opening import workspace_of
from dvk.cli.options import Force, OutputFile, Root, TableFormat
from dvk.kinds import FILED_FOLDERS
from dvk.proofs import Proofs, trusted_commit
from dvk.views.proofs import Verified, proofs_json, proofs_tables
from dvk.workspace import Workspace

Things = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH|REV]…",
        help=both(
            "Tệp (mọi commit sửa tệp đó, và các dấu trong tệp) hoặc commit; mặc định: nhánh chính.",
            "Files (all commits that changed them, and their stamps) or commits; by default the main branch.",
        ),
    ),
]
Base = Annotated[
    str | None,
    typer.Option(
        "--base",
        metavar="REF",
        help=both(
            "Các commit mà HEAD có thêm so với REF; danh sách khoá lấy ở REF.",
            "The commits that HEAD has beyond REF; who is trusted is taken from REF.",
        ),
    ),
]
OnlyStamps = Annotated[
    bool,
    typer.Option(
        "--stamps",
        help=both(
            "Chỉ các dấu: người đóng dấu có ký commit đưa dấu vào không.",
            "Only stamps: whether the person named signed the commit that brought each.",
        ),
    ),
]
Require = Annotated[
    bool,
    typer.Option(
        "--require", help=both("Mã thoát 1 nếu có cái chưa ký đúng.", "Exit code 1 unless all of it is signed well.")
    ),
]


def command(
    ctx: typer.Context,
    things: Things = None,
    base: Base = None,
    stamps: OnlyStamps = False,
    require: Require = False,
    root: Root = None,
    form: TableFormat = None,
    output: OutputFile = None,
    force: Force = False,
) -> None:
    to = destination(ctx, form, output, force=force)
    workspace = workspace_of(to.session, root, None)
    found = _verified(workspace, things or [], base, only_stamps=stamps)
    to.give(
        json=lambda: proofs_json(found),
        tables=lambda: proofs_tables(workspace, found, to.session.language),
    )
    if require and not found.is_whole:
        raise typer.Exit(1)


def _verified(workspace: Workspace, things: list[str], base: str | None, *, only_stamps: bool) -> Verified:
    """The signatures that a call asks for."""
    trusted = trusted_commit(workspace, base)
    asked = _Asked(workspace, trusted)
    if base is not None:
        asked.add_change()
    for thing in things:
        asked.add(thing)
    if not things and base is None:
        asked.add_main_branch(with_stamps=only_stamps)
    proofs = Proofs(workspace, trusted, asked.tip)
    among = frozenset(asked.commits) if base is not None and not things else None
    stamps = [proof for path in dict.fromkeys(asked.paths) for proof in proofs.stamps(path, among)]
    commits = [] if only_stamps else list(proofs.commits(dict.fromkeys(asked.commits)))
    return Verified(trusted, proofs.has_signers, commits, stamps)


class _Asked:
    """The commits and files that a call means."""

    def __init__(self, workspace: Workspace, trusted: str) -> None:
        self._workspace, self._root = workspace, workspace.snapshot.root
        self._trusted = trusted
        self.tip = gitdoor.resolve(self._root, "HEAD")
        self.commits: list[str] = []
        self.paths: list[str] = []

    def add(self, thing: str) -> None:
        """A file with all commits that changed it, or a commit.

        Raises:
            CannotGoOn: DVK901 if it is neither.
        """
        path = self._path(thing)
        if path is None:
            self.commits.append(gitdoor.resolve(self._root, thing))
            return
        self.paths.append(path)
        self.commits.extend(commit.id for commit in reversed(gitdoor.path_commits(self._root, self.tip, path)))

    def add_change(self) -> None:
        """What HEAD has beyond a base, and the documents that differ: their stamps as far as it brought them."""
        commits = gitdoor.commits_between(self._root, self._trusted, self.tip)
        self.commits.extend(reversed(commits))
        was, now = (gitdoor.tree_entries(self._root, commit, FILED_FOLDERS) for commit in (self._trusted, self.tip))
        self.paths.extend(path for path in now if now[path] != was.get(path))

    def add_main_branch(self, *, with_stamps: bool) -> None:
        """The history of the main branch, the newest first, and all documents where their stamps are asked about."""
        self.tip = self._trusted
        self.commits.extend(commit.id for commit in reversed(gitdoor.main_history(self._root, self._trusted)))
        if with_stamps:
            self.paths.extend(path for path, _ in self._workspace.filings())

    def _path(self, thing: str) -> str | None:
        for candidate in (Path.cwd() / thing, self._root / thing):
            found = candidate.resolve()
            inside = found.is_relative_to(self._root.resolve())
            name = found.relative_to(self._root.resolve()).as_posix() if inside else ""
            if name in self._workspace.snapshot.entries:
                return name
        return None
