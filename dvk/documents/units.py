"""``units/*.yaml``: units, their departments and people, and the events that link units to units."""

from typing import Literal

from pydantic import Field

from dvk.documents.scalars import Date, Dated, DatedValue, EndDate, Folder, Part, Rows, Slug, Text, YesNo
from dvk.facts import DatedText, Department, Event, Unit, UnitsFile


def _dated(rows: list[DatedValue]) -> tuple[DatedText, ...]:
    return tuple(DatedText(row.value, row.start, row.end) for row in rows)


class DepartmentPart(Part):
    """A department to which tasks are assigned and through which reports go."""

    id: Slug
    name: Text
    standing: YesNo = False
    start: Date | None = Field(None, alias="from")
    end: EndDate | None = Field(None, alias="to")


class UnitPart(Part):
    """An office in an organisation tree; names, levels, kinds and parents each with dates."""

    id: Slug
    line: Slug
    folder: Folder | None = None
    start: Date | None = Field(None, alias="from")
    end: EndDate | None = Field(None, alias="to")
    name: Dated
    letterhead: Dated = Field(default_factory=list)
    level: Dated
    kind: Dated = Field(default_factory=list)
    parent: Dated = Field(default_factory=list)
    answers_to: Dated = Field(default_factory=list)
    departments: Rows[DepartmentPart] = Field(default_factory=list)
    maintainers: Rows[Text] = Field(default_factory=list)
    source: Text | None = None
    note: Text | None = None

    def facts(self) -> Unit:
        """The unit without what only its own file needs."""
        return Unit(
            id=self.id,
            line=self.line,
            folder=self.folder,
            start=self.start,
            end=self.end,
            names=_dated(self.name),
            letterheads=_dated(self.letterhead),
            levels=_dated(self.level),
            kinds=_dated(self.kind),
            parents=_dated(self.parent),
            answers_to=_dated(self.answers_to),
            maintainers=tuple(self.maintainers),
            departments=tuple(Department(d.id, d.name, d.standing, d.start, d.end) for d in self.departments),
        )


class EventPart(Part):
    """A change that links many units to many; its date is the first day of the new state."""

    kind: Literal["merge", "split", "rename", "move", "end"]
    date: Date
    sources: Rows[Slug] = Field(default_factory=list, alias="from")
    targets: Rows[Slug] = Field(default_factory=list, alias="into")
    decision: Text | None = None
    note: Text | None = None

    def facts(self) -> Event:
        """The links and their date."""
        return Event(self.kind, self.date, tuple(self.sources), tuple(self.targets), self.decision or "")


class UnitsDocument(Part):
    """One file of the organisation; a workspace may have many."""

    schema_: Literal["units/v1"] = Field(alias="schema")
    units: Rows[UnitPart] = Field(default_factory=list)
    events: Rows[EventPart] = Field(default_factory=list)

    def facts(self) -> UnitsFile:
        """Units and events of the file."""
        return UnitsFile(tuple(u.facts() for u in self.units), tuple(e.facts() for e in self.events))
