"""DVK405–409: the organisation contradicts itself, or a document its dates."""

from collections.abc import Iterator
from datetime import date

from dvk.entries import listed
from dvk.facts import Event
from dvk.findings import Mistake
from dvk.organisation import Organisation
from dvk.periods import ONE_DAY
from dvk.vietnamese.dates import format_date
from dvk.workspace_checks.books import Books, Found


def open_then(books: Books) -> Found:
    """DVK405: a document of a unit for a period in which it was not open, or a story of such a day."""
    organisation = books.workspace.organisation
    for path, filing in books.workspace.filings():
        period = filing.period
        if filing.unit in organisation.units and not organisation.open_in(filing.unit, period.start, period.end):
            args = {"unit": filing.unit, "during": "in_period", "period": str(period)}
            yield path, Mistake("DVK405", "period", args)
    for path, story in books.workspace.stories.items():
        if story.unit in organisation.units and not organisation.is_open(story.unit, story.day):
            args = {"unit": story.unit, "during": "on_day", "period": format_date(story.day)}
            yield path, Mistake("DVK405", "date", args)


def declared_once(books: Books) -> Found:
    """DVK406: two units of one id."""
    first: dict[str, str] = {}
    for path, file in books.workspace.unit_files.items():
        for at, unit in listed("units", file.units):
            if first.setdefault(unit.id, path) != path:
                yield path, Mistake("DVK406", f"{at}.id", {"unit": unit.id, "first": first[unit.id]})


def circles(books: Books) -> Found:
    """DVK407: a unit stands above itself on some day."""
    organisation = books.workspace.organisation
    seen: set[frozenset[str]] = set()
    for path, unit in _declared(books):
        for link in organisation.units[unit].parents:
            day = link.start or organisation.units[unit].start or date.min
            circle = _circle(organisation, unit, day)
            if circle and frozenset(circle) not in seen:
                seen.add(frozenset(circle))
                args = {"unit": unit, "circle": " → ".join([*circle, unit])}
                yield path, Mistake("DVK407", f"units[id={unit}].parent", args)


def _circle(organisation: Organisation, unit: str, day: date) -> list[str]:
    chain = [unit]
    above = organisation.parent_on(unit, day)
    while above is not None and above not in chain:
        chain.append(above)
        above = organisation.parent_on(above, day)
    return chain if above == unit else []


def outlives_parent(books: Books) -> Found:
    """DVK408: a unit is open after the unit above it ended, and no new one is named."""
    organisation = books.workspace.organisation
    for path, unit in _declared(books):
        end = organisation.end_of(unit)
        for link in organisation.units[unit].parents:
            if link.value not in organisation.units:
                continue
            last = organisation.end_of(link.value)
            after = link.end or end
            if last is not None and (after is None or after > last) and organisation.is_open(unit, last + ONE_DAY):
                args = {"unit": unit, "parent": link.value, "end": format_date(last)}
                yield path, Mistake("DVK408", f"units[id={unit}].parent", args)


def events(books: Books) -> Found:
    """DVK409: an event says that a unit ended or was there, and the unit's dates say otherwise."""
    organisation = books.workspace.organisation
    for path, file in books.workspace.unit_files.items():
        for at, event in listed("events", file.events):
            for unit, problem in _problems(organisation, event):
                args = {"date": format_date(event.day), "unit": unit, "problem": problem}
                yield path, Mistake("DVK409", f"{at}.date", args)


def _problems(organisation: Organisation, event: Event) -> Iterator[tuple[str, str]]:
    before = event.day - ONE_DAY
    for unit in event.sources:
        if unit not in organisation.units:
            continue
        if not organisation.is_open(unit, before):
            yield unit, "not_open_before"
        elif event.ends(unit) and organisation.is_open(unit, event.day):
            yield unit, "still_open"
    for unit in event.targets:
        if unit in organisation.units and not organisation.is_open(unit, event.day):
            yield unit, "not_open_after"


def _declared(books: Books) -> Iterator[tuple[str, str]]:
    """Each unit once, with the file that declares it first."""
    seen: set[str] = set()
    for path, file in books.workspace.unit_files.items():
        for unit in file.units:
            if unit.id not in seen:
                seen.add(unit.id)
                yield path, unit.id
