"""Who signed a commit: SSH signatures, held against the signers that the caller trusts."""

import re
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from dvk.gitdoor.calling import ssh_keygen
from dvk.gitdoor.commits import Said, read_commits
from dvk.gitdoor.receiving import moment_of, places
from dvk.gitdoor.safety import printable
from dvk.temporary import writing_temporary_files

Status: TypeAlias = Literal["good", "bad", "unknown_key", "out_of_time", "none", "unsupported"]

_SSH = "-----BEGIN SSH SIGNATURE-----"
_KEY = re.compile(r"(SHA256:\S+)\s*$")
_LENGTH_OF_SHA1 = 40


@dataclass(frozen=True, slots=True)
class Signature:
    """What a commit's signature comes to.

    Args:
        status: ``good`` by one of the signers; ``unknown_key`` by a key that is none of theirs; ``out_of_time`` by one
            that was theirs only when the commit says it was made; ``bad`` for a broken one; ``unsupported`` for
            OpenPGP, X.509 and several signatures at once.
        principal: whom the list of signers names for a good one, else "".
        key: fingerprint of the key (``SHA256:…``) where one was seen, else "".
    """

    status: Status
    principal: str = ""
    key: str = ""


def signatures_of(root: Path, commits: Sequence[str], allowed_signers: bytes, main: str) -> list[Signature]:
    """Tell by whom commits were signed, according to ``allowed_signers`` and to nothing the repository says.

    A signer must be one on the day on which the commit was received: nobody is held to the date that it states. What
    the main branch has not received yet, it will not receive before its own last commit.

    Args:
        root: the workspace.
        commits: full ids.
        allowed_signers: contents of a file as ssh-keygen(1) describes it under ALLOWED SIGNERS.
        main: full id of the last commit of the main branch.

    Raises:
        CannotGoOn: DVK957 if there is an SSH signature and no ``ssh-keygen``.
    """
    said = dict(zip(commits, read_commits(root, commits), strict=True))
    judged = {commit: _without_judging(commit, one) for commit, one in said.items()}
    left = {commit: said[commit] for commit, signature in judged.items() if signature is None}
    if left:
        judged |= _judged(
            left, allowed_signers, {commit: place.received for commit, place in places(root, main).items()}
        )
    return [judged[commit] or Signature("none") for commit in commits]


def _without_judging(commit: str, said: Said) -> Signature | None:
    """What a commit's signatures come to where there is no single SSH signature."""
    if not said.signatures:
        return Signature("none")
    header, text = said.signatures[0]
    usual = "gpgsig" if len(commit) == _LENGTH_OF_SHA1 else "gpgsig-sha256"
    is_ssh = len(said.signatures) == 1 and header == usual and text.startswith(_SSH)
    return None if is_ssh else Signature("unsupported")


def _judged(said: Mapping[str, Said], allowed_signers: bytes, received: Mapping[str, int]) -> dict[str, Signature]:
    """What the SSH signatures of commits come to, each on the day on which the commit came or can come."""
    latest = max(received.values())
    with writing_temporary_files():
        folder = tempfile.TemporaryDirectory(prefix="dvk-")
        Path(folder.name, "allowed_signers").write_bytes(allowed_signers)
    with folder:
        judge = _Judge(Path(folder.name))
        return {commit: judge.signature(one, received.get(commit, latest)) for commit, one in said.items()}


@dataclass(frozen=True, slots=True)
class _Judge:
    """ssh-keygen with a list of signers, in a folder of its own."""

    folder: Path

    def signature(self, said: Said, received: int) -> Signature:
        """What the signature of a commit comes to that came at that second."""
        with writing_temporary_files():
            (self.folder / "signature").write_text(f"{said.signatures[0][1]}\n", encoding="utf-8")
        found = self._found(said.signed, max(said.committed, received))
        if found.status == "good" or received <= said.committed:
            return found
        earlier = self._found(said.signed, said.committed)
        return Signature("out_of_time", key=earlier.key) if earlier.status == "good" else found

    def _found(self, signed: bytes, second: int) -> Signature:
        known = ["-f", str(self.folder / "allowed_signers"), f"-Overify-time={_as_option(second)}"]
        has_names, names = self._ask("find-principals", known, b"")
        if not has_names:
            is_whole, words = self._ask("check-novalidate", ["-n", "git"], signed)
            return Signature("unknown_key" if is_whole else "bad", key=_key_in(words))
        for principal in filter(None, map(str.strip, names.splitlines())):
            is_good, words = self._ask("verify", ["-n", "git", "-I", principal, *known], signed)
            if is_good:
                return Signature("good", printable(principal), _key_in(words))
        return Signature("bad")

    def _ask(self, what: str, words: Sequence[str], given: bytes) -> tuple[bool, str]:
        return ssh_keygen(["-Y", what, *words, "-s", str(self.folder / "signature")], given)


def _as_option(second: int) -> str:
    """A second as ssh-keygen reads it, in the time of this machine; 0 would be now."""
    return moment_of(max(second, 1)).astimezone().strftime("%Y%m%d%H%M%S")


def _key_in(words: str) -> str:
    found = _KEY.search(words)
    return printable(found[1]) if found else ""
