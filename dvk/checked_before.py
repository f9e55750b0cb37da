"""What is worked out of all files of a snapshot, findings first of all, and known again while nothing changes."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from dvk.files_asked import documents_of, evidence, named_main_branch, unread
from dvk.findings import Finding
from dvk.gitdoor import folder_in_repository
from dvk.memory import Readings, from_row, to_row
from dvk.snapshot import Snapshot

if TYPE_CHECKING:
    from dvk.workspace import Workspace

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class _Findings:
    """All that was found."""

    all: tuple[Finding, ...]


def findings_in(
    snapshot: Snapshot, readings: Readings, today: date, read: "Callable[[], Workspace]"
) -> tuple[Finding, ...]:
    """Every finding of these files, in their order, with those that depend on the day at the end.

    Args:
        snapshot: the files.
        readings: what earlier calls found out.
        today: the day of the call.
        read: gives the workspace that the files make, where it has to be looked at.

    Raises:
        CannotGoOn: as ``workspace_in``.
    """
    made = Remembered("findings", snapshot, readings, today)
    return made.result(_Findings, lambda: _Findings(_found(read(), today))).all


def _found(workspace: "Workspace", today: date) -> tuple[Finding, ...]:
    from dvk.checking import findings_of, findings_of_day

    return (*findings_of(workspace), *findings_of_day(workspace, today))


class Identity(NamedTuple):
    """All that an answer about files depends on: the files, the day, and since when git can tell of them."""

    contents: str
    today: date
    place: str
    main_branch: str
    gap: str
    tip: str

    def __str__(self) -> str:
        return " ".join(repr(str(part)) for part in self)


@dataclass(frozen=True)
class Remembered:
    """Something that is worked out of the files of a snapshot and of nothing else.

    It depends on what the files hold, on which of them are links, on where they lie in their repository, on when the
    main branch had them, and on the day. While all that is as it was, nothing is read, nor imported to read.

    Args:
        name: what it is; of each name one result is kept, that of the files asked about last.
        snapshot: the files.
        readings: what earlier calls found out.
        today: the day of the call.
    """

    name: str
    snapshot: Snapshot
    readings: Readings
    today: date

    def result(
        self, kind: type[Record], work: Callable[[], Record], is_kept: Callable[[Record], bool] = lambda _: True
    ) -> Record:
        """What an earlier call worked out of the same; else what is worked out now, kept if nothing changed meanwhile.

        Args:
            kind: the class of the result.
            work: makes it.
            is_kept: whether it is to be kept.

        Raises:
            CannotGoOn: DVK911 where the disk will not give a file.
        """
        if self.readings.store is None:
            return work()
        identity = self.identity()
        known = self.readings.result(self.name, str(identity))
        if known is not None:
            return from_row(known, kind)
        made = work()
        if is_kept(made) and self._since(identity) == identity:
            self.readings.keep_result(self.name, str(identity), to_row(made))
        return made

    def identity(self) -> Identity:
        """All that it depends on, as it is now."""
        of = "a commit" if self.snapshot.commit else "the disk"
        try:
            contents = self.readings.of_looks(f"contents of {of}", self.snapshot, self._contents)
            branch = self.readings.result(f"main branch of {of}", contents)
            if branch is None:
                branch = named_main_branch(self.snapshot)
                self.readings.keep_result(f"main branch of {of}", contents, branch)
        except OSError as problem:
            raise unread(problem) from None
        place = folder_in_repository(self.snapshot.root) if self.snapshot.in_git else ""
        return self._since(Identity(contents, self.today, place, branch, "", ""))

    def _since(self, identity: Identity) -> Identity:
        """The same with what git can tell now."""
        gap, tip = evidence(self.snapshot, identity.main_branch)
        return identity._replace(gap=gap or "", tip=tip)

    def _contents(self) -> str:
        """A digest of all files: their paths, what documents hold, and which are links."""
        ids = self.readings.ids(self.snapshot, documents_of(self.snapshot))
        digest = hashlib.sha256()
        for path in self.snapshot.paths():
            line = f"\0{path}\0{ids.get(path, '')}\0{self.snapshot.entries[path].link}"
            digest.update(line.encode("utf-8", "surrogateescape"))
        return digest.hexdigest()
