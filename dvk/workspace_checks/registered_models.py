"""Registered models as checks compare them: names, and the day on which they were dropped."""

import unicodedata
from collections.abc import Iterable
from datetime import date

from dvk.facts import Model
from dvk.values import Reference
from dvk.vietnamese.text import fold
from dvk.workspace_checks.books import Books


def compared(name: str) -> str:
    """A name without what offices type differently: accents, case, spaces, quotes, hyphens and other punctuation.

    A name of nothing but such signs is compared as it stands.
    """
    folded = fold(name)
    if folded.replace(" ", "").isalnum():
        return folded
    plain = "".join(" " if unicodedata.category(sign)[0] in "PZ" else sign for sign in folded)
    return " ".join(plain.split()) or folded


def days_dropped(books: Books) -> dict[Reference, list[tuple[str, date]]]:
    """The days on which reports that count say that a model was dropped, each with the unit that says so."""
    found: dict[Reference, list[tuple[str, date]]] = {}
    for year in books.years:
        for report in books.admission.reports(year).values():
            for result in report.models:
                if result.stage == "dropped" and result.model is not None:
                    found.setdefault(result.model, []).append((report.unit, report.period.end))
    return found


def dropped_on(model: Model, reported: Iterable[tuple[str, date]]) -> date | None:
    """The first day on which a model was dropped, by its registration or by a report of its lead."""
    days = [stage.day for stage in model.stages if stage.stage == "dropped"]
    days += [day for unit, day in reported if unit == model.owners[0]]
    return min(days, default=None)
