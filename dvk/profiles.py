"""Format profiles: which one a document is printed after, and what it says on the day of the document."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, TypeAlias, TypeVar, get_type_hints

from dvk.components import COMPONENTS
from dvk.errors import CannotGoOn
from dvk.facts import Filing, Plan, ProfileFile, ProfileValue
from dvk.facts.profiles import Look, Profile
from dvk.kinds import KINDS
from dvk.templates import template_folder
from dvk.workspace import Workspace

USUAL = "state"
"""The profile of lines that have none, and of what a profile leaves out."""

Values: TypeAlias = dict[str, ProfileValue]
Group = TypeVar("Group")


def profile_of(workspace: Workspace, unit: str, day: date, named: str | None = None) -> Profile:
    """The profile after which a document of a unit is printed on a day.

    The one that the document names; else the one that the unit's line names in ``dvk.yaml``, or that has the id of
    the line; else that of the State.

    Raises:
        CannotGoOn: DVK924 where a file of the workspace that it takes something from has mistakes of form.
    """
    return Profiles(workspace).of(unit, day, named)


def profile_of_filing(workspace: Workspace, filing: Filing) -> Profile:
    """The profile after which a plan, a registration or a report is printed."""
    return Profiles(workspace).of_filing(filing)


def day_of_printing(filing: Filing) -> date:
    """The day whose names and form a printed document has: of its issue, of its effect, or the first of its period."""
    return filing.issued or (filing.start if isinstance(filing, Plan) else None) or filing.period.start


class Profiles:
    """The profiles of a workspace: its own in ``templates/profiles/``, and those shipped with dvk."""

    def __init__(self, workspace: Workspace) -> None:
        self.own = {profile_id(path): file for path, file in workspace.profiles.items()}
        self._unread = {profile_id(path): path for path in workspace.unread if path.startswith(_FOLDER)}
        self._of_lines = {line.id: line.profile for line in workspace.settings.lines}
        self._units = workspace.organisation.units
        self._behind: dict[str, list[ProfileFile]] = {}
        self._made: dict[tuple[str, tuple[int, ...]], Profile] = {}

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and (self._is_own(name) or name in shipped())

    def ids(self) -> list[str]:
        """Every profile that can be named."""
        return sorted(self.own.keys() | shipped().keys())

    def of(self, unit: str, day: date, named: str | None = None) -> Profile:
        """See ``profile_of``."""
        line = self._units[unit].line if unit in self._units else ""
        wanted = (named, self._of_lines.get(line), line)
        return self.on(next((name for name in wanted if name and name in self), USUAL), day)

    def of_filing(self, filing: Filing) -> Profile:
        """See ``profile_of_filing``."""
        return self.of(filing.unit, day_of_printing(filing), filing.profile)

    def on(self, name: str, day: date) -> Profile:
        """What a profile says on a day; made once for all days on which the same editions hold.

        Raises:
            CannotGoOn: DVK924 where a file that it takes something from has mistakes of form.
        """
        if name not in self._behind:
            self._behind[name] = self.behind(name)
        files = self._behind[name]
        held = tuple(max(1, sum(edition.start <= day for edition in file.editions)) for file in files)
        if (name, held) not in self._made:
            pairs = list(zip(files, held, strict=True))[::-1]
            editions = [edition for file, number in pairs for edition in file.editions[:number]]
            values = {key: value for edition in editions for key, value in edition.values}
            self._made[name, held] = _profile(name, values)
        return self._made[name, held]

    def behind(self, name: str) -> list[ProfileFile]:
        """The file of a profile and those that hold where it says nothing, the nearest first.

        A file that is like itself, or says nothing of it, is like the shipped one of its name, and where there is
        none like that of the State. A circle ends where it closes.
        """
        found: list[ProfileFile] = []
        sought: tuple[str, bool] | None = (name, self._is_own(name))
        seen: set[tuple[str, bool]] = set()
        while sought is not None and sought not in seen:
            seen.add(sought)
            found.append(self._file(*sought))
            sought = self._next(*sought)
        if (USUAL, False) not in seen:
            found.append(shipped()[USUAL])
        return found

    def _file(self, name: str, own: bool) -> ProfileFile:
        if own and name not in self.own:
            raise CannotGoOn("DVK924", path=self._unread[name])
        return self.own[name] if own else shipped()[name]

    def _next(self, name: str, own: bool) -> tuple[str, bool] | None:
        like = self._file(name, own).like
        if own and like in {None, name}:
            return (name, False) if name in shipped() else (USUAL, self._is_own(USUAL))
        if like is None or like not in self:
            return None
        return like, self._is_own(like)

    def _is_own(self, name: str) -> bool:
        """Whether the workspace has a file of that name, be it one that cannot be read."""
        return name in self.own or name in self._unread


def profile_id(path: str) -> str:
    """The id of a profile: the name of its file without its ending."""
    return path.rpartition("/")[2].removesuffix(".yaml")


@cache
def shipped() -> Mapping[str, ProfileFile]:
    """The profiles that come with dvk, by id."""
    from dvk.reading import read

    files = {file.stem: read(file.read_bytes(), "profile") for file in template_folder("profiles").glob("*.yaml")}
    return {name: reading.facts for name, reading in files.items() if isinstance(reading.facts, ProfileFile)}


_FOLDER = f"{KINDS['profile'].folder}/"


def _profile(name: str, values: Values) -> Profile:
    looks = {component.name: _group(Look, values, f"looks.{component.name}.") for component in COMPONENTS}
    return _group(Profile, values | {"id": name, "looks": looks}, "")


def _group(kind: Callable[..., Group], values: Mapping[str, Any], above: str) -> Group:
    """The values under some keys as a record; a key that nobody typed has the usual value of the record."""
    return kind(**dict(_filled(kind, _types(kind), values, above)))


@cache
def _types(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _filled(kind: Any, types: dict[str, Any], values: Mapping[str, Any], above: str) -> Iterator[tuple[str, Any]]:
    for field in fields(kind):
        key = f"{above}{field.name}"
        if is_dataclass(types[field.name]):
            yield field.name, _group(types[field.name], values, f"{key}.")
        elif key in values:
            yield field.name, values[key]
        elif field.default is MISSING:
            raise KeyError(key)
