"""The format profile that a document is printed after: one with mistakes is refused, as check would refuse it."""

from dataclasses import dataclass
from datetime import date

from dvk.codes import severity_of
from dvk.errors import CannotGoOn
from dvk.facts import Filing
from dvk.facts.profiles import Profile, ProfileFile
from dvk.findings import Severity
from dvk.naming import Known
from dvk.profiles import Profiles, day_of_printing, shipped
from dvk.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Format:
    """A profile on a day.

    Args:
        profile: what it says.
        begins: of a profile of the workspace the first day, where the day is before it and the first edition holds.
    """

    profile: Profile
    begins: date | None = None


class Formats:
    """The profiles of a workspace for printing; each is looked at once."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._profiles = Profiles(workspace)
        self._nearest: dict[str, ProfileFile] = {}

    def of_filing(self, filing: Filing) -> Format:
        """The format of a plan, a registration or a report; see ``of``."""
        return self.of(filing.unit, day_of_printing(filing), filing.profile)

    def of(self, unit: str, day: date, named: str | None = None) -> Format:
        """The format of what a unit prints on a day.

        Raises:
            CannotGoOn: DVK940 where the document, the unit's line or a profile names a profile that is not there,
                DVK924 where a file of the workspace that it takes something from has mistakes.
        """
        self._see_that_it_is_there(named or self._of_line(unit))
        profile = self._profiles.of(unit, day, named)
        first = self._checked(profile.id).editions[0].start
        file = self._profiles.own.get(profile.id)
        is_early = file not in {None, shipped().get(profile.id)} and day < first
        return Format(profile, first if is_early else None)

    def _of_line(self, unit: str) -> str | None:
        found = self._workspace.organisation.units.get(unit)
        lines = self._workspace.settings.lines
        return next((line.profile for line in lines if found is not None and line.id == found.line), None)

    def _see_that_it_is_there(self, name: str | None) -> None:
        if name is not None and name not in self._profiles:
            raise CannotGoOn("DVK940", profile=name, near=Known(self._profiles.ids()).near(name))

    def _checked(self, name: str) -> ProfileFile:
        if name not in self._nearest:
            behind = self._profiles.behind(name)
            for path, file in self._workspace.profiles.items():
                if any(file is other for other in behind):
                    self._see_that_it_is_right(path)
                    self._see_that_it_is_there(file.like)
            self._nearest[name] = behind[0]
        return self._nearest[name]

    def _see_that_it_is_right(self, path: str) -> None:
        settings = self._workspace.settings
        mistakes = self._workspace.mistakes.get(path, ())
        if any(severity_of(mistake.code, settings) is Severity.ERROR for mistake in mistakes):
            raise CannotGoOn("DVK924", path=path)
