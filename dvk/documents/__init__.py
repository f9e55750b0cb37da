"""The kinds of document: what a file may say, typed by its schema; one file a kind, and the table of kinds."""

import re
from dataclasses import dataclass
from typing import Protocol

from dvk.documents.indicators import IndicatorsDocument
from dvk.documents.plan import PlanDocument
from dvk.documents.registration import RegistrationDocument
from dvk.documents.report import ReportDocument
from dvk.documents.scalars import Part
from dvk.documents.settings import SettingsDocument
from dvk.documents.units import UnitsDocument
from dvk.facts import Facts


class Document(Protocol):
    """A document read by its schema, which gives the record that cross-file code sees."""

    def facts(self) -> Facts:
        """Its record."""
        ...


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document: its name, the schema that it declares, its model and the paths it lives at."""

    name: str
    schema: str
    model: type[Part]
    paths: re.Pattern[str]


_YEARLY = r"/[0-9]{4}/(?:[^/]+/)+[^/]+\.yaml"

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("settings", "settings/v1", SettingsDocument, re.compile(r"dvk\.yaml")),
        Kind("units", "units/v1", UnitsDocument, re.compile(r"units/(?:[^/]+/)*[^/]+\.yaml")),
        Kind("indicators", "indicators/v1", IndicatorsDocument, re.compile(r"indicators\.yaml")),
        Kind("plan", "plan/v1", PlanDocument, re.compile("plans" + _YEARLY)),
        Kind("registration", "registration/v1", RegistrationDocument, re.compile("registrations" + _YEARLY)),
        Kind("report", "report/v1", ReportDocument, re.compile("reports" + _YEARLY)),
    )
}
"""Every kind of document, in the order in which a workspace reads them."""


def kind_of(path: str) -> str | None:
    """The kind of document that lives at a path of a workspace; ``None`` where none does."""
    return next((kind.name for kind in KINDS.values() if kind.paths.fullmatch(path)), None)
