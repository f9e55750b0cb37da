"""The table of kinds of document: the schema that each declares and the paths that it lives at."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document; its model is in ``documents.MODELS`` under the same name.

    Args:
        name: the kind.
        schema: what its files say under ``schema:``.
        folder: the folder of the workspace that its files lie below; "" for one file at the root.
        paths: every path that one of its files may have.
        glob: the same for editors, which know only ``*`` and ``**``.
        front_matter: whether the YAML stands in front of a text in Markdown.
    """

    name: str
    schema: str
    folder: str
    paths: re.Pattern[str]
    glob: str
    front_matter: bool = False


def _at_root(name: str, file: str) -> Kind:
    return Kind(name, f"{name}/v1", "", re.compile(re.escape(file)), file)


def _yearly(name: str, folder: str, ending: str = "yaml") -> Kind:
    paths = re.compile(rf"{folder}/[0-9]{{4}}/(?:[^/]+/)+[^/]+\.{ending}")
    return Kind(name, f"{name}/v1", folder, paths, f"{folder}/**/*.{ending}", front_matter=ending == "md")


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        _at_root("settings", "dvk.yaml"),
        Kind("units", "units/v1", "units", re.compile(r"units/(?:[^/]+/)*[^/]+\.yaml"), "units/**/*.yaml"),
        _at_root("indicators", "indicators.yaml"),
        _at_root("holidays", "holidays.yaml"),
        _yearly("plan", "plans"),
        _yearly("registration", "registrations"),
        _yearly("report", "reports"),
        _yearly("story", "stories", "md"),
        Kind(
            "profile",
            "profile/v1",
            "templates/profiles",
            re.compile(r"templates/profiles/[^/]+\.yaml"),
            "templates/profiles/*.yaml",
        ),
    )
}
"""Every kind of document, in the order in which a workspace reads them."""

_BY_TOP = {(kind.folder or kind.glob).partition("/")[0]: kind for kind in KINDS.values()}
"""The kind below each folder of the root, or of each file there."""

FILED = ("plan", "registration", "report")
"""The kinds that can meet an obligation."""

FOLDERS = tuple(kind.folder for kind in KINDS.values() if kind.folder)
FILED_FOLDERS = tuple(KINDS[name].folder for name in FILED)


def kind_of(path: str) -> str | None:
    """The kind of document that lives at a path of a workspace; ``None`` where none does."""
    kind = _BY_TOP.get(path.partition("/")[0])
    return kind.name if kind is not None and kind.paths.fullmatch(path) else None
