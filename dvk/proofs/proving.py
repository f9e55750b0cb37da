"""What the signatures of commits come to, and whether they prove the stamps that the commits brought."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from dvk import gitdoor
from dvk.cascade import Filed
from dvk.facts import Registration, Report, Stamp
from dvk.fingerprints import fingerprint
from dvk.gitdoor.commits import read_commits
from dvk.kinds import kind_of
from dvk.people import is_among
from dvk.proofs.trusting import Trusted
from dvk.reading import read
from dvk.textfile import read_text
from dvk.workspace import Workspace

Status: TypeAlias = Literal[
    "good",
    "bad",
    "unknown_key",
    "out_of_time",
    "none",
    "unsupported",
    "another_person",
    "not_of_unit",
    "other_content",
    "not_merged",
    "not_committed",
]
_Brought: TypeAlias = Mapping[tuple[Stamp, int], tuple[str, str]]
"""Each stamp, with its number among those alike → the first commit that has it, and the fingerprint of what it says."""


@dataclass(frozen=True, slots=True)
class CommitProof:
    """A commit and what its signature comes to; names are as the commit states them."""

    commit: str
    author: str
    email: str
    subject: str
    status: Status
    principal: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class StampProof:
    """A stamp, the commit that brought it, and whether whom it names signed that commit.

    ``another_person``: signed by somebody else; ``not_of_unit``: by whom it names, who is none of the unit's people;
    ``other_content``: what the commit holds is not what was stamped; ``not_merged``: a commit has it, and the history
    that is asked about has not; ``not_committed``: no commit has it.
    """

    path: str
    stamp: Stamp
    commit: str | None
    status: Status
    principal: str = ""


@dataclass
class Proofs:
    """The signatures of one repository, each commit looked at once.

    Args:
        workspace: the files as they are.
        trusted: whose word holds: never that of a change.
        tip: the last commit of the history that is asked about.
    """

    workspace: Workspace
    trusted: Trusted
    tip: str
    _signatures: dict[str, gitdoor.Signature] = field(default_factory=dict, repr=False)

    def commits(self, ids: Iterable[str]) -> Iterator[CommitProof]:
        """What the signatures of commits come to, in their order.

        Raises:
            CannotGoOn: DVK957 where a commit is signed and ssh-keygen is not installed.
        """
        listed = list(ids)
        self._look_at(listed)
        for commit, said in zip(listed, read_commits(self.workspace.snapshot.root, listed), strict=True):
            found = self._signatures[commit]
            yield CommitProof(
                *(commit, said.author, said.author_email, said.subject),
                *(found.status, found.principal, found.key),
            )

    def stamps(self, paths: Iterable[str], among: Collection[str] | None = None) -> list[StampProof]:
        """Who proves each stamp of documents, in the order of the paths and of each file.

        Args:
            paths: their files.
            among: only stamps that one of these commits brought, or that none did.
        """
        filings = {path: self.workspace.filing(path) for path in dict.fromkeys(paths)}
        stamped = {path: f.stamps for path, f in filings.items() if isinstance(f, Registration | Report) and f.stamps}
        brought = self._brought(stamped, self.tip)
        asked = [
            (path, stamp, *brought[path].get(numbered, (None, "")))
            for path, stamps in stamped.items()
            for stamp, numbered in zip(stamps, _numbered(stamps), strict=True)
        ]
        wanted = [one for one in asked if among is None or one[2] is None or one[2] in among]
        self._look_at(commit for _, _, commit, _ in wanted if commit is not None)
        unproven = {path: stamped[path] for path, _, commit, _ in wanted if commit is None}
        ahead = {(path, stamp) for path, brought in self._ahead(unproven).items() for stamp, _ in brought}
        return [
            StampProof(path, stamp, None, "not_merged" if (path, stamp) in ahead else "not_committed")
            if commit is None
            else self._proof(path, stamp, commit, content)
            for path, stamp, commit, content in wanted
        ]

    def _ahead(self, stamped: Mapping[str, Collection[Stamp]]) -> dict[str, _Brought]:
        """Which commits brought stamps to the branch that is checked out, where another history is asked about."""
        root = self.workspace.snapshot.root
        tip = gitdoor.resolve(root, "HEAD") if stamped else self.tip
        return {} if tip == self.tip else self._brought(stamped, tip)

    def _proof(self, path: str, stamp: Stamp, commit: str, content: str) -> StampProof:
        found = self._signatures[commit]
        status: Status = found.status
        if status == "good":
            status = self._judged(stamp, self.trusted.names_of(found), content)
        return StampProof(path, stamp, commit, status, found.principal)

    def _judged(self, stamp: Stamp, signed_by: set[str], content: str) -> Status:
        if not is_among(stamp.who, signed_by):
            return "another_person"
        if not self.trusted.may_act(signed_by, stamp.unit, stamp.when.day, self.workspace.organisation):
            return "not_of_unit"
        return "good" if content == stamp.fingerprint else "other_content"

    def _brought(self, stamped: Mapping[str, Collection[Stamp]], tip: str) -> dict[str, _Brought]:
        """Which commit up to a tip brought each stamp of documents, by path; the history is read once."""
        root = self.workspace.snapshot.root
        by_path = gitdoor.commits_by_path(root, tip, stamped)
        versions = [commit for commits in by_path.values() for commit in commits if commit.blob]
        sought = {path: set(_numbered(stamps)) for path, stamps in stamped.items()}
        found: dict[str, dict[tuple[Stamp, int], tuple[str, str]]] = {path: {} for path in stamped}
        contents = gitdoor.blobs(root, [version.blob or "" for version in versions])
        for version, (_, data) in zip(versions, contents, strict=True):
            if any(stamp.fingerprint.encode() in data for stamp, _ in sought[version.path]):
                for numbered, content in _stamps_in(data, version.path):
                    found[version.path].setdefault(numbered, (version.id, content))
                    sought[version.path].discard(numbered)
        return dict(found)

    def _look_at(self, commits: Iterable[str]) -> None:
        """Judge the signatures of commits that were not looked at yet."""
        new = [commit for commit in dict.fromkeys(commits) if commit not in self._signatures]
        if new:
            root = self.workspace.snapshot.root
            found = gitdoor.signatures_of(root, new, self.trusted.signers, self.trusted.commit)
            self._signatures.update(zip(new, found, strict=True))


def _stamps_in(data: bytes, path: str) -> Iterator[tuple[tuple[Stamp, int], str]]:
    """The stamps of one version of a file, each with its number among those alike, and what that version says."""
    filing = _filed(data, path)
    if filing is not None and filing.stamps:
        content = fingerprint(read_text(data).tree or {})
        yield from ((numbered, content) for numbered in _numbered(filing.stamps))


def _numbered(stamps: Iterable[Stamp]) -> Iterator[tuple[Stamp, int]]:
    seen: Counter[Stamp] = Counter()
    for stamp in stamps:
        seen[stamp] += 1
        yield stamp, seen[stamp]


def _filed(data: bytes, path: str) -> Filed | None:
    facts = read(data, kind_of(path) or "").facts
    return facts if isinstance(facts, Registration | Report) else None
