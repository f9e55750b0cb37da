"""What a document of each kind may say, typed by its schema; one file a kind, and the table of models."""

from typing import Protocol

from dvk.documents.holidays import HolidaysDocument
from dvk.documents.indicators import IndicatorsDocument
from dvk.documents.plan import PlanDocument
from dvk.documents.profile import ProfileDocument
from dvk.documents.registration import RegistrationDocument
from dvk.documents.report import ReportDocument
from dvk.documents.scalars import Part
from dvk.documents.settings import SettingsDocument
from dvk.documents.story import StoryDocument
from dvk.documents.units import UnitsDocument
from dvk.facts import Facts


class Document(Protocol):
    """A document read by its schema, which gives the record that cross-file code sees."""

    def facts(self) -> Facts:
        """Its record."""
        ...


MODELS: dict[str, type[Part]] = {
    "settings": SettingsDocument,
    "units": UnitsDocument,
    "indicators": IndicatorsDocument,
    "holidays": HolidaysDocument,
    "plan": PlanDocument,
    "registration": RegistrationDocument,
    "report": ReportDocument,
    "story": StoryDocument,
    "profile": ProfileDocument,
}
"""The model of each kind of ``kinds.KINDS``."""
