"""Names for ids: units, departments, indicators, levels and the documents that a reference means, on one day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dvk import wording
from dvk.facts import Exact, Indicator, Model, Plan, Registration, Report, Term
from dvk.printing.data import Data
from dvk.values import Reference
from dvk.vietnamese.document_types import PLAN_TYPES
from dvk.workspace import Workspace

OWNER = {"collective": "tập thể", "individual": "cá nhân"}
"""Whose a model or an exemplar is."""
_FILED = {Plan: "Kế hoạch", Registration: "Bản đăng ký mô hình", Report: "Báo cáo"}
KINDS_SAID = {"plan": "kế hoạch", "registration": "đăng ký mô hình", "report": "báo cáo"}
"""What is to be filed, in the middle of a sentence."""


@dataclass(frozen=True)
class Names:
    """The names of a workspace on the day of a document; what is not declared stands for itself."""

    workspace: Workspace
    day: date

    def unit(self, unit: str) -> str:
        """The name of a unit on the day."""
        return self.workspace.organisation.name_or_id(unit, self.day)

    def units(self, units: Iterable[str]) -> str:
        """The names of several units."""
        return ", ".join(map(self.unit, units))

    def superior(self, unit: str) -> str:
        """The name of the unit above on the day; "" where there is none."""
        organisation = self.workspace.organisation
        above = organisation.parent_on(unit, self.day) if unit in organisation.units else None
        return self.unit(above) if above else ""

    def on_paper(self, unit: str) -> str:
        """What the head of a document calls a unit on the day."""
        return self.workspace.organisation.letterhead_on(unit, self.day)

    def superior_on_paper(self, unit: str) -> str:
        """What the head of a document calls the unit above on the day; "" where there is none."""
        organisation = self.workspace.organisation
        above = organisation.parent_on(unit, self.day) if unit in organisation.units else None
        return self.on_paper(above) if above else ""

    def line(self, unit: str) -> str:
        """The id of the line that a unit belongs to."""
        known = self.workspace.organisation.units.get(unit)
        return known.line if known else ""

    def department(self, unit: str, department: str | None) -> str:
        """The name of a department of a unit: of the one there on the day, if it came and went."""
        known = self.workspace.organisation.units.get(unit)
        same = [d for d in known.departments if d.id == department] if known else []
        now = [d for d in same if d.holds(self.day)]
        return next((d.name for d in [*now, *same]), department or "")

    def is_standing(self, unit: str, department: str | None) -> bool:
        """Whether a department is the standing one of its unit."""
        known = self.workspace.organisation.units.get(unit)
        return known is not None and any(d.standing for d in known.departments if d.id == department)

    def indicator(self, indicator: str) -> Indicator | None:
        """What the catalogue says of an indicator."""
        return self.workspace.indicators.get(indicator)

    def indicator_name(self, indicator: str) -> str:
        """The name of an indicator."""
        known = self.indicator(indicator)
        return known.name if known else indicator

    def measure(self, indicator: str) -> str:
        """The unit of measure of an indicator."""
        known = self.indicator(indicator)
        return known.unit_of_measure if known else ""

    def with_unit(self, indicator: str, value: Exact) -> str:
        """A figure in a sentence: ``3.000 em``."""
        return wording.with_unit(value, self.indicator(indicator))

    def amounts(self, figures: Sequence[tuple[str, Exact]]) -> list[Data]:
        """Figures in a cell: ``62 căn``; of several the name of each indicator first."""
        if len(figures) == 1:
            return [self.with_unit(*figures[0])]
        return [f"{self.indicator_name(name)}: {self.with_unit(name, value)}" for name, value in figures]

    def field(self, field: str | None) -> str:
        """The name of a field."""
        return _term(self.workspace.settings.fields, field)

    def level(self, level: str | None) -> str:
        """The name of a level."""
        return _term(self.workspace.settings.levels, level)

    def kind(self, kind: str | None) -> str:
        """The name of a kind of units."""
        return _term(self.workspace.settings.kinds, kind)

    def model(self, reference: Reference) -> Model | None:
        """The registered model that a reference means."""
        registration = self.workspace.registrations.get(reference.path)
        models = registration.models if registration else ()
        return next((model for model in models if model.id == reference.item), None)

    def entry(self, reference: Reference) -> str:
        """The name of the model, exemplar, obligation or document that a reference means."""
        model, report = self.model(reference), self.workspace.reports.get(reference.path)
        exemplars = report.exemplars if report else ()
        exemplar = next((found for found in exemplars if found.id == reference.item), None)
        obligation = self.workspace.obligation(reference)
        if model or exemplar:
            return model.name if model else exemplar.name if exemplar else ""
        if obligation:
            return self.obligation(obligation.title, obligation.kind)
        return self.document(reference.path)

    def obligation(self, title: str | None, kind: str) -> str:
        """What an obligation is called: its title, or the kind of document that it asks for."""
        return title or KINDS_SAID[kind].capitalize()

    def document(self, path: str) -> str:
        """What another document is called: ``Kế hoạch số 382-KH/TĐTN ngày 22/6/2021 của Tỉnh đoàn X``."""
        filing = self.workspace.filing(path)
        if filing is None:
            story = self.workspace.stories.get(path)
            return story.title if story else path
        name = PLAN_TYPES[filing.type] if isinstance(filing, Plan) else _FILED[type(filing)]
        what = f"số {filing.number}" if filing.number else ""
        if not what:
            subject = wording.lowered(filing.subject) if isinstance(filing, Plan) else ""
            what = subject or wording.period(filing.period)
        issued = f"ngày {wording.short_day(filing.issued)}" if filing.issued else ""
        return " ".join(filter(None, [name, what, issued, f"của {self.unit(filing.unit)}"]))


def _term(terms: tuple[Term, ...], name: str | None) -> str:
    return next((term.name for term in terms if term.id == name), name or "")
