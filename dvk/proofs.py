"""Whether commits and stamps are proven by SSH signatures of people whom the main branch trusts."""

import binascii
import hashlib
import re
from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from dvk import gitdoor
from dvk.cascade import Filed, people_of, same_person
from dvk.errors import CannotGoOn
from dvk.facts import Registration, Report, Stamp
from dvk.fingerprints import fingerprint
from dvk.gitdoor.commits import read_commits
from dvk.kinds import kind_of
from dvk.reading import read
from dvk.textfile import read_text
from dvk.workspace import Workspace

SIGNERS = "allowed_signers"
"""The file of those who may sign, at the workspace's root, as ssh-keygen(1) describes it."""
_LINE = re.compile(r'\s*("[^"]*"|[^\s#"]\S*)\s(?:.*\s)?(?:ssh|ecdsa|sk)-\S+\s+([A-Za-z0-9+/]+=*)(?:\s|$)')
Status: TypeAlias = Literal[
    "good",
    "bad",
    "unknown_key",
    "none",
    "unsupported",
    "another_person",
    "not_of_unit",
    "other_content",
    "not_committed",
]


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
    ``other_content``: what the commit holds is not what was stamped; ``not_committed``: no commit has it.
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
        trusted: the commit whose list of signers holds: never that of a change.
        tip: the last commit of the history that is asked about.
    """

    workspace: Workspace
    trusted: str
    tip: str
    _signatures: dict[str, gitdoor.Signature] = field(default_factory=dict, repr=False)
    _signers: bytes | None = None

    @property
    def has_signers(self) -> bool:
        """Whether the trusted commit has a list of signers at all."""
        return bool(self._listed())

    def commits(self, ids: Iterable[str]) -> Iterator[CommitProof]:
        """What the signatures of commits come to, in their order.

        Raises:
            CannotGoOn: DVK957 where a commit is signed and ssh-keygen is not installed.
        """
        listed = list(ids)
        self._look_at(listed)
        for commit, said in zip(listed, read_commits(self.workspace.snapshot.root, listed), strict=True):
            found = self._signature(commit)
            yield CommitProof(
                *(commit, said.author, said.author_email, said.subject),
                *(found.status, found.principal, found.key),
            )

    def stamps(self, path: str, among: frozenset[str] | None = None) -> Iterator[StampProof]:
        """Who proves each stamp of a document, in the order of the file.

        Args:
            path: its file.
            among: only stamps that one of these commits brought, or that none did.
        """
        filing = self.workspace.filing(path)
        if not isinstance(filing, Registration | Report) or not filing.stamps:
            return
        brought = self._brought(path)
        seen: Counter[Stamp] = Counter()
        for stamp in filing.stamps:
            seen[stamp] += 1
            commit, content = brought.get((stamp, seen[stamp]), (None, ""))
            if among is None or commit is None or commit in among:
                yield self._proof(path, stamp, commit, content)

    def _proof(self, path: str, stamp: Stamp, commit: str | None, content: str) -> StampProof:
        if commit is None:
            return StampProof(path, stamp, None, "not_committed")
        found = self._signature(commit)
        status: Status = found.status
        if status == "good":
            status = self._judged(stamp, names_of(self._listed(), found), content)
        return StampProof(path, stamp, commit, status, found.principal)

    def _judged(self, stamp: Stamp, signed_by: set[str], content: str) -> Status:
        if not any(same_person(name, stamp.who) for name in signed_by):
            return "another_person"
        people = people_of(self.workspace.organisation, stamp.unit, stamp.when.day)
        if people and not any(same_person(name, person) for name in signed_by for person in people):
            return "not_of_unit"
        return "good" if content == stamp.fingerprint else "other_content"

    def _brought(self, path: str) -> Mapping[tuple[Stamp, int], tuple[str, str]]:
        """Each stamp, with its number among those alike → the first commit that has it, and what that one says."""
        root = self.workspace.snapshot.root
        commits = [commit for commit in gitdoor.path_commits(root, self.tip, path) if commit.blob]
        found: dict[tuple[Stamp, int], tuple[str, str]] = {}
        for commit, (_, data) in zip(commits, gitdoor.blobs(root, [c.blob or "" for c in commits]), strict=True):
            filing = _filed(data, path)
            content = fingerprint(read_text(data).tree or {}) if filing else ""
            for stamp, times in Counter(filing.stamps if filing else ()).items():
                for number in range(1, times + 1):
                    found.setdefault((stamp, number), (commit.id, content))
        return found

    def _signature(self, commit: str) -> gitdoor.Signature:
        self._look_at([commit])
        return self._signatures[commit]

    def _look_at(self, commits: Iterable[str]) -> None:
        """Judge the signatures of commits that were not looked at yet."""
        new = [commit for commit in dict.fromkeys(commits) if commit not in self._signatures]
        if new:
            found = gitdoor.signatures_of(self.workspace.snapshot.root, new, self._listed())
            self._signatures.update(zip(new, found, strict=True))

    def _listed(self) -> bytes:
        if self._signers is None:
            root = self.workspace.snapshot.root
            entry = gitdoor.tree_entries(root, self.trusted, [SIGNERS]).get(SIGNERS)
            plain = entry is not None and entry[0].startswith("100")
            self._signers = next(gitdoor.blobs(root, [entry[1]]))[1] if entry and plain else b""
        return self._signers


def names_of(signers: bytes, signature: gitdoor.Signature) -> set[str]:
    """All names under which the list has the key of a good signature: one person may have a login and an address."""
    names = {signature.principal}
    for line in signers.decode(errors="replace").splitlines():
        found = _LINE.match(line)
        listed = found[1].strip('"').split(",") if found else []
        if found and signature.principal in listed and _fingerprint_of(found[2]) == signature.key:
            names.update(listed)
    return names


def _fingerprint_of(key: str) -> str:
    """``SHA256:…`` as ssh-keygen shows it."""
    try:
        digest = hashlib.sha256(b64decode(key)).digest()
    except binascii.Error:
        return ""
    return f"SHA256:{b64encode(digest).decode().rstrip('=')}"


def _filed(data: bytes, path: str) -> Filed | None:
    facts = read(data, kind_of(path) or "").facts
    return facts if isinstance(facts, Registration | Report) else None


def trusted_commit(workspace: Workspace, base: str | None) -> str:
    """The commit whose list of signers holds: the base named, else the tip of the main branch.

    It is never simply the last commit: a change would bring the list by which it is judged.

    Raises:
        CannotGoOn: DVK902 outside git; DVK901, DVK984 or DVK985 where there is no such commit or branch.
    """
    root = workspace.snapshot.root
    if not gitdoor.is_repository(root):
        raise CannotGoOn("DVK902", root=str(root))
    if base is not None:
        return gitdoor.resolve(root, base)
    return gitdoor.main_tip(root, workspace.settings.main_branch)
