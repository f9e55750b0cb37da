"""Where findings stand in their files: their lines, looked up by reading the files again."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dvk.findings import Finding
from dvk.kinds import KINDS, kind_of
from dvk.snapshot import Snapshot

if TYPE_CHECKING:
    from dvk.textfile import Location, Locator

_ABOUT_KEYS = {"DVK121", "DVK122", "DVK315"}


class Places:
    """Lines of findings, each file read again once."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._locators: dict[str, Locator | None] = {}
        self._fetched: dict[str, bytes] = {}

    def find(self, finding: Finding) -> "Location | None":
        """The place of a finding in its file; ``None`` where the file as a whole is meant or cannot be read."""
        from dvk.textfile import Location

        place = finding.mistake.place
        locator = self._locator(finding.file)
        if place is not None:
            return Location(place.line, place.column, 1, "", self._line(finding.file, place.line))
        if locator is None or not finding.mistake.field:
            return None
        return locator.find(finding.mistake.field, at_key=finding.mistake.code in _ABOUT_KEYS)

    def in_order(self, findings: Iterable[Finding]) -> list[Finding]:
        """Findings as a reader meets them: by file, then by line and column."""
        found = list(findings)
        self._fetch(finding.file for finding in found)
        places = [(finding, self.find(finding)) for finding in found]
        places.sort(key=lambda pair: (pair[0].file, pair[1].line if pair[1] else 0, pair[1].column if pair[1] else 0))
        return [finding for finding, _ in places]

    def line(self, path: str, field: str) -> int:
        """The line of a field of a file; 1 where it is not found."""
        locator = self._locator(path)
        found = locator.find(field) if locator else None
        return found.line if found else 1

    def _locator(self, path: str) -> "Locator | None":
        from dvk.textfile import Locator

        if path not in self._locators:
            data = self._bytes(path)
            kind = KINDS.get(kind_of(path) or "")
            head = kind is not None and kind.front_matter
            self._locators[path] = Locator(data, front_matter=head) if data else None
        return self._locators[path]

    def _bytes(self, path: str) -> bytes:
        if path not in self._fetched:
            self._fetch([path])
        return self._fetched.get(path, b"")

    def _fetch(self, paths: Iterable[str]) -> None:
        """Read the files that are there, all at once: of a commit each would be a call of git."""
        entries = self._snapshot.entries
        wanted = [path for path in dict.fromkeys(paths) if path in entries and not entries[path].link]
        self._fetched.update(self._snapshot.read_all([path for path in wanted if path not in self._fetched]))

    def _line(self, path: str, line: int) -> str:
        lines = self._bytes(path).decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return lines[line - 1].lstrip("\ufeff")[:200] if line <= len(lines) else ""
