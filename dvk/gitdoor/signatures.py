"""Who signed a commit: SSH signatures, held against the signers that the caller trusts."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from dvk.gitdoor.calling import output
from dvk.gitdoor.commits import Said, read_commits
from dvk.gitdoor.safety import printable, program
from dvk.temporary import writing_temporary_files

Status: TypeAlias = Literal["good", "bad", "unknown_key", "none", "unsupported"]

_SSH = "-----BEGIN SSH SIGNATURE-----"
_BROKEN_OFF = {-13, 141}  # SIGPIPE: ssh-keygen saw that it is no signature before it was told what is signed
_ANSWERS: dict[str, Status] = {"G": "good", "U": "unknown_key"}


@dataclass(frozen=True, slots=True)
class Signature:
    """What a commit's signature comes to.

    Args:
        status: ``good`` by one of the signers; ``unknown_key`` by a key that is none of theirs; ``bad`` for a
            broken one or one out of its time; ``unsupported`` for OpenPGP, X.509 and several signatures at once.
        principal: whom the list of signers names for a good one, else "".
        key: fingerprint of the key (``SHA256:…``) where one was seen, else "".
    """

    status: Status
    principal: str = ""
    key: str = ""


def signature_of(root: Path, commit: str, allowed_signers: bytes) -> Signature:
    """Tell by whom one commit was signed; see ``signatures_of``."""
    return signatures_of(root, [commit], allowed_signers)[0]


def signatures_of(root: Path, commits: Sequence[str], allowed_signers: bytes) -> list[Signature]:
    """Tell by whom commits were signed, according to ``allowed_signers`` and to nothing the repository says.

    All of them are read at once; git and ssh-keygen are started again only for those with an SSH signature.

    Args:
        root: the workspace.
        commits: full ids.
        allowed_signers: contents of a file as ssh-keygen(1) describes it under ALLOWED SIGNERS.

    Raises:
        CannotGoOn: DVK957 if there is an SSH signature and no ``ssh-keygen``.
    """
    with writing_temporary_files():
        folder = tempfile.TemporaryDirectory(prefix="dvk-")
        signers = Path(folder.name, "allowed_signers")
        signers.write_bytes(allowed_signers)
    with folder:
        said = zip(commits, read_commits(root, commits), strict=True)
        return [_without_judging(one) or _judged(root, commit, signers) for commit, one in said]


def _without_judging(said: Said) -> Signature | None:
    """What a commit's signatures come to where there is no single SSH signature."""
    if not said.signatures:
        return Signature("none")
    is_ssh = len(said.signatures) == 1 and said.signatures[0].startswith(_SSH)
    return None if is_ssh else Signature("unsupported")


def _judged(root: Path, commit: str, signers: Path) -> Signature:
    settings = {
        "gpg.ssh.program": program("ssh-keygen"),
        "gpg.ssh.allowedSignersFile": str(signers),
        "gpg.minTrustLevel": "undefined",
    }
    command = ["log", "-1", "--no-color", "--no-notes", "--format=%G?%x00%GS%x00%GF", "--end-of-options", commit, "--"]
    with output(root, command, also=_BROKEN_OFF, settings=settings) as stream:
        words = stream.read().decode(errors="replace").rstrip("\n").split("\0")
    answer, principal, key = [*words, "", "", ""][:3]
    status = _ANSWERS.get(answer, "bad")
    return Signature(status, printable(principal) if status == "good" else "", printable(key))
