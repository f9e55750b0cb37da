"""The table of kinds of document: the schema that each declares and the paths that it lives at."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document; its model is in ``documents.MODELS`` under the same name."""

    name: str
    schema: str
    paths: re.Pattern[str]


_YEARLY = r"/[0-9]{4}/(?:[^/]+/)+[^/]+\.yaml"

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("settings", "settings/v1", re.compile(r"dvk\.yaml")),
        Kind("units", "units/v1", re.compile(r"units/(?:[^/]+/)*[^/]+\.yaml")),
        Kind("indicators", "indicators/v1", re.compile(r"indicators\.yaml")),
        Kind("plan", "plan/v1", re.compile("plans" + _YEARLY)),
        Kind("registration", "registration/v1", re.compile("registrations" + _YEARLY)),
        Kind("report", "report/v1", re.compile("reports" + _YEARLY)),
    )
}
"""Every kind of document, in the order in which a workspace reads them."""


def kind_of(path: str) -> str | None:
    """The kind of document that lives at a path of a workspace; ``None`` where none does."""
    return next((kind.name for kind in KINDS.values() if kind.paths.fullmatch(path)), None)
