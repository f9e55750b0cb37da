"""A change for a reviewer as data and as tables; in Markdown it is ``dvk/output/summary``."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dvk.messages import Language
from dvk.messages.of_summary import told
from dvk.messages.words import word
from dvk.movements.filings import FilingMovement
from dvk.summary import ChangeSummary, DocumentChange
from dvk.views.changes import against
from dvk.views.findings import findings_json, findings_table, gravest_first, weights
from dvk.views.movements import Named, as_json, movements_json, movements_table
from dvk.views.places import Places
from dvk.views.table import Column, Table


def named_of(summary: ChangeSummary, language: Language) -> Named:
    """The names of what a change speaks of."""
    return Named(summary.comparison.before, summary.merged, language)


def summary_json(summary: ChangeSummary, language: Language) -> dict[str, object]:
    """A change as documented in docs/output.md."""
    comparison, touched = summary.comparison, summary.touched
    places = Places(comparison.after.snapshot)
    return {
        "base": comparison.base_commit,
        "head": comparison.head_commit,
        "day": comparison.day.isoformat(),
        "actors": list(summary.actors),
        "gaps": list(comparison.gaps),
        "documents": [_document_json(document) for document in touched.documents],
        "lists": [
            {"kind": row.kind, "added": list(row.added), "changed": list(row.changed), "removed": list(row.removed)}
            for row in touched.lists
        ],
        "policy": [change.path for change in touched.policy],
        "others": [change.path for change in touched.others],
        "movements": movements_json(summary.movements, named_of(summary, language)),
        "leaps": [
            {
                "year": leap.movement.year,
                "unit": leap.movement.unit,
                "id": leap.movement.name,
                "value": as_json(leap.movement.after.value),
                "last_year": as_json(leap.last_year),
            }
            for leap in summary.leaps
        ],
        "obligations": [_obligation_json(effect, movement) for effect, movement in effects(summary)],
        "asked": [
            {
                "plan": asked.plan,
                "obligation": asked.obligation,
                "period": str(asked.period),
                "n": asked.filed,
                "N": asked.expected,
                "missing": list(asked.missing),
            }
            for asked in summary.asked
        ],
        "findings": findings_json(places.in_order(summary.findings), places, language),
        "findings_before": findings_json(places.in_order(summary.findings_before), places, language),
    }


def _document_json(document: DocumentChange) -> dict[str, object]:
    return {
        "path": document.path,
        "kind": document.kind,
        "how": document.how,
        "unit": document.unit or None,
        "period": document.period or None,
        "was": document.was,
        "now": document.now,
        "keys": list(document.keys),
        "was_kept": document.was_kept,
        "illustrative": document.illustrative,
        "is_step": document.is_step,
    }


def effects(summary: ChangeSummary) -> Iterator[tuple[str, FilingMovement]]:
    """Every obligation that stands otherwise, with what that means: met, unmet, arisen, gone, stands_otherwise."""
    yield from (("met", movement) for movement in summary.met)
    yield from (("unmet", movement) for movement in summary.unmet)
    for movement in summary.otherwise:
        effect = "arisen" if movement.before is None else "gone" if movement.after is None else "stands_otherwise"
        yield effect, movement


def _obligation_json(effect: str, movement: FilingMovement) -> dict[str, object]:
    owed = movement.owed
    return {
        "plan": owed.plan,
        "obligation": owed.obligation.id,
        "unit": owed.unit,
        "period": str(owed.period),
        "due": owed.due.day.isoformat() if owed.due else None,
        "was": movement.was,
        "now": movement.now,
        "effect": effect,
    }


def summary_tables(summary: ChangeSummary, language: Language) -> list[Table]:
    """What moves, what the change is, what it meets, and what is wrong with it."""
    named = named_of(summary, language)
    places = Places(summary.comparison.after.snapshot)
    title = "figures" if summary.movements else "no_movement"
    tables = [
        movements_table(
            summary.movements,
            named,
            against(summary.comparison, language) if summary.is_empty else told(title, language),
        ),
        _documents_table(summary, named),
        filings_table(list(effects(summary)), named),
        _findings_table(summary, places, language),
    ]
    return [tables[0], *(table for table in tables[1:] if table.rows or table.notes)]


def _findings_table(summary: ChangeSummary, places: Places, language: Language) -> Table:
    """What came with the change, and in a line how much was wrong before."""
    findings = gravest_first(places.in_order(summary.findings))
    table = findings_table(findings, places, len(summary.comparison.changes), language)
    before = weights(summary.findings_before, language)
    notes = [told("found_before", language, before)] if before else []
    return replace(table, notes=[*notes, *_not_asked(summary, language)])


def _not_asked(summary: ChangeSummary, language: Language) -> list[str]:
    """That nobody was asked about, where nobody was named."""
    return [] if summary.actors else [told("nobody_asked", language)]


def _documents_table(summary: ChangeSummary, named: Named) -> Table:
    language = named.language
    columns = (
        Column("how", told("col_what", language)),
        Column("unit", told("col_unit", language)),
        Column("period", told("col_period", language)),
        Column("state", told("col_state", language)),
        Column("path", told("col_file", language)),
    )
    rows = [
        (
            f"{told(document.how, language)} {word(document.kind, language)}",
            unit_of(document, summary, named),
            document.period,
            state_of(document, language),
            document.path,
        )
        for document in summary.touched.documents
    ]
    return Table(told("documents", language), columns, list(rows))


def unit_of(document: DocumentChange, summary: ChangeSummary, named: Named) -> str:
    """The name of the unit of a document on the day that judges the change."""
    return named.unit_on(document.unit, summary.comparison.day) if document.unit else ""


def state_of(document: DocumentChange, language: Language) -> str:
    """The state of a document, before and after where they differ."""
    states = [word(state, language) for state in (document.was, document.now) if state is not None]
    return " → ".join(dict.fromkeys(states))


def filings_table(moved: Sequence[tuple[str, FilingMovement]], named: Named) -> Table:
    """A row an obligation of a unit, with its state before and after."""
    language = named.language
    columns = (
        Column("plan", "plan", reader="machine"),
        Column("obligation", "obligation", reader="machine"),
        Column("unit", "unit", reader="machine"),
        Column("effect", told("col_what", language), reader="people"),
        Column("title", told("col_obligation", language)),
        Column("period", told("col_period", language)),
        Column("unit_name", told("col_unit", language)),
        Column("due", told("col_due", language)),
        Column("was", "was", reader="machine"),
        Column("now", "now", reader="machine"),
        Column("before", told("col_before", language), reader="people"),
        Column("after", told("col_after", language), reader="people"),
    )
    rows = [
        (
            movement.owed.plan,
            movement.owed.obligation.id,
            movement.owed.unit,
            told(effect, language),
            named.obligation(movement.owed.plan, movement.owed.obligation.id),
            str(movement.owed.period),
            named.unit_on(movement.owed.unit, movement.owed.reference),
            movement.owed.due.day if movement.owed.due else None,
            movement.was,
            movement.now,
            word(movement.was, language) if movement.was else None,
            word(movement.now, language) if movement.now else None,
        )
        for effect, movement in moved
    ]
    return Table(told("obligations", language), columns, list(rows))
