"""Whom a commit trusts to sign, and for which units: what a change says of that counts for nothing."""

import binascii
import hashlib
import re
from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from dvk import gitdoor
from dvk.errors import CannotGoOn
from dvk.main_branch import main_branch
from dvk.named_things import workspace_of_names
from dvk.organisation import Organisation
from dvk.people import is_among
from dvk.snapshot import at_commit
from dvk.superiors import people_for, units_above
from dvk.workspace import Workspace

SIGNERS = "allowed_signers"
"""The file of those who may sign, at the workspace's root, as ssh-keygen(1) describes it."""
_LINE = re.compile(r'\s*("[^"]*"|[^\s#"]\S*)\s(?:.*\s)?(?:ssh|ecdsa|sk)-\S+\s+([A-Za-z0-9+/]+=*)(?:\s|$)')


@dataclass(frozen=True)
class Trusted:
    """What one commit says of those who sign.

    Args:
        root: the workspace.
        commit: its full id.
    """

    root: Path
    commit: str

    @cached_property
    def signers(self) -> bytes:
        """Its list of signers; nothing where it has none."""
        entry = gitdoor.tree_entries(self.root, self.commit, [SIGNERS]).get(SIGNERS)
        plain = entry is not None and entry[0].startswith("100")
        return next(gitdoor.blobs(self.root, [entry[1]]))[1] if entry and plain else b""

    @cached_property
    def organisation(self) -> Organisation:
        """Its units and their people."""
        return workspace_of_names(at_commit(self.root, self.commit)).organisation

    def names_of(self, signature: gitdoor.Signature) -> set[str]:
        """All names under which the list has the key of a good signature: a person may have a login and an address."""
        names = {signature.principal}
        for line in self.signers.decode(errors="replace").splitlines():
            found = _LINE.match(line)
            listed = found[1].strip('"').split(",") if found else []
            if found and signature.principal in listed and _fingerprint_of(found[2]) == signature.key:
                names.update(listed)
        return names

    def may_act(self, names: Iterable[str], unit: str, day: date, changed: Organisation) -> bool:
        """Whether somebody acts for a unit.

        Args:
            names: how the person is called.
            unit: the unit; of one that the commit does not have, the nearest above it that it has.
            day: the day of the stamp.
            changed: the organisation as the change has it, which tells only where a new unit stands.
        """
        known = self._nearest_known(unit, day, changed)
        if known is None:
            return False
        people = people_for(self.organisation, known, day)
        return not people or any(is_among(name, people) for name in names)

    def _nearest_known(self, unit: str, day: date, changed: Organisation) -> str | None:
        above = units_above(changed, unit, day) if unit in changed.units else []
        return next((name for name in (unit, *above) if name in self.organisation.units), None)


def trusted_commit(workspace: Workspace, base: str | None) -> str:
    """The commit whose list of signers and whose units hold: the base named, else the tip of the main branch.

    It is never simply the last commit, nor a branch that the files on disk alone call the main one: a change would
    bring the list by which it is judged.

    Raises:
        CannotGoOn: DVK902 outside git; DVK901, DVK984 or DVK985 where there is no such commit or branch; DVK967 where
            nothing but the files on disk says which branch it is.
    """
    root = workspace.snapshot.root
    if not gitdoor.is_repository(root):
        raise CannotGoOn("DVK902", root=str(root))
    if base is not None:
        return gitdoor.resolve(root, base)
    named, known = workspace.settings.main_branch, main_branch(root)
    if known is None and gitdoor.branch_tip(root, named) is not None:
        raise CannotGoOn("DVK967", branch=named)
    return gitdoor.main_tip(root, known or named)


def _fingerprint_of(key: str) -> str:
    """``SHA256:…`` as ssh-keygen shows it."""
    try:
        digest = hashlib.sha256(b64decode(key)).digest()
    except binascii.Error:
        return ""
    return f"SHA256:{b64encode(digest).decode().rstrip('=')}"
