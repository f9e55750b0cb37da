"""An independent answer to ``dvk rollup``: the rules of ``docs/operators.md`` as SQL over what a workspace says.

Only loading and reading back are Python; no code of dvk is used.
"""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

from workspace_files import Document, Documents

HERE = Path(__file__).parent
SCALE = 27_720 * 100  # every average over 1 to 12 months of a figure with two decimals is a whole number
NEVER, ALWAYS = "9999-12-31", "0001-01-01"
CLASSES = ("whole", "null", "partial", "stated_only", "missing")
_NAMED = {"year": (1, 12), "H1": (1, 6), "H2": (7, 12), "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12)}
_MONTHS = re.compile(r"M?(\d+)(?:-(\d+))?")


@dataclass
class Row:
    """What the roll-up says of one unit and one indicator; classes as sets of unit ids.

    ``numerator`` and ``denominator`` mean something for a ratio that has a value.
    """

    parent: str | None
    value: Fraction | None
    basis: str | None
    computed: Fraction | None
    stated: Fraction | None
    own: Fraction | None
    numerator: Fraction
    denominator: Fraction
    classes: dict[str, set[str]] = field(default_factory=lambda: {name: set() for name in CLASSES})


def rollup(documents: Documents, year: int) -> dict[tuple[str, str], Row]:
    """The row of every unit of the year's tree and every indicator, by (unit, indicator)."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.row_factory = sqlite3.Row
        database.executescript((HERE / "tables.sql").read_text(encoding="utf-8"))
        database.execute("INSERT INTO setting VALUES (?, ?)", (year, SCALE))
        for path, document in documents.items():
            _LOADERS[str(document["schema"])](database, path, document)
        _answer(database)
        return _rows(database)


def _answer(database: sqlite3.Connection) -> None:
    for script in ("organisation", "expected", "figures"):
        database.executescript((HERE / f"{script}.sql").read_text(encoding="utf-8"))
    step = (HERE / "totals_of_depth.sql").read_text(encoding="utf-8")
    deepest = database.execute("SELECT max(depth) FROM depth").fetchone()[0] or 0
    for depth in range(deepest, 0, -1):
        for ratios in (0, 1):
            database.execute(step, {"depth": depth, "ratios": ratios})
    database.executescript((HERE / "rows.sql").read_text(encoding="utf-8"))


def _rows(database: sqlite3.Connection) -> dict[tuple[str, str], Row]:
    rows = {
        (answer["unit"], answer["indicator"]): Row(
            parent=answer["parent"],
            value=_fraction(answer["value_over"], answer["value_under"]),
            basis=answer["basis"],
            computed=_fraction(answer["computed_over"], answer["computed_under"]),
            stated=_fraction(answer["stated"], SCALE),
            own=_fraction(answer["own_a"], SCALE),
            numerator=Fraction(answer["a"], SCALE),
            denominator=Fraction(answer["b"], SCALE),
        )
        for answer in database.execute("SELECT * FROM answered")
    }
    for member in database.execute("SELECT * FROM class"):
        rows[member["top"], member["indicator"]].classes[member["class"]].add(member["unit"])
    return rows


def _fraction(over: int | None, under: int) -> Fraction | None:
    return None if over is None else Fraction(over, under)


def _insert(database: sqlite3.Connection, table: str, *values: object) -> None:
    marks = ", ".join("?" * len(values))
    database.execute(f"INSERT INTO {table} VALUES ({marks})", values)  # noqa: S608  (names of our own tables)


def _dated(value: Any) -> list[tuple[str, str, str]]:
    if isinstance(value, str):
        return [(value, ALWAYS, NEVER)]
    return [(row["value"], row.get("from", ALWAYS), row.get("to", NEVER)) for row in value or []]


def _load_units(database: sqlite3.Connection, _path: str, document: Document) -> None:
    for unit in document.get("units", []):
        _insert(database, "unit", unit["id"], unit["line"], unit.get("from", ALWAYS), unit.get("to", NEVER))
        for name in ("parent", "level", "kind"):
            for value, first, last in _dated(unit.get(name)):
                _insert(database, "dated", unit["id"], name, value, first, last)
    for event in document.get("events", []):
        number = database.execute("SELECT count(*) FROM event").fetchone()[0]
        _insert(database, "event", number, event["kind"], event["date"])
        for unit in event.get("from", []):
            _insert(database, "event_source", number, unit)
        for unit in event.get("into", []):
            _insert(database, "event_target", number, unit)


def _load_indicators(database: sqlite3.Connection, _path: str, document: Document) -> None:
    for indicator in document["indicators"]:
        _insert(
            database,
            "indicator",
            indicator["id"],
            indicator.get("type", "count"),
            indicator.get("over_time", "none"),
            indicator.get("over_units", "none"),
            indicator.get("numerator"),
            indicator.get("denominator"),
            indicator.get("unit_of_measure") == "%",
        )


def _load_plan(database: sqlite3.Connection, path: str, plan: Document) -> None:
    start = plan.get("effective", plan["date"])
    _insert(database, "plan", path, plan["unit"], plan["state"], start, plan.get("until", NEVER))
    for old in plan.get("supersedes", []):
        _insert(database, "supersedes", path, old)
    for indicator in plan.get("indicators", []):
        _insert(database, "plan_indicator", path, indicator)
    for obligation in plan.get("obligations", []):
        _load_obligation(database, path, obligation)


def _load_obligation(database: sqlite3.Connection, plan: str, obligation: Document) -> None:
    key = obligation["id"]
    year, first, last = _period(obligation["period"])
    way, text, days, of = _due(obligation)
    _insert(
        database,
        "obligation",
        *(plan, key, obligation["kind"], year, first, last, way, text, obligation.get("in") == "next_year", days, of),
        obligation.get("open_on") == "any_day",
        obligation.get("lock"),
    )
    for field_name, table in (("level", "asked_level"), ("kind", "asked_kind"), ("units", "asked_unit")):
        for value in obligation["who"].get(field_name, []):
            _insert(database, table, plan, key, value)
    for indicator in obligation.get("indicators", []):
        _insert(database, "asked_indicator", plan, key, indicator)
    for exemption in obligation.get("except", []):
        _insert(database, "exemption", plan, key, exemption["unit"], exemption.get("until", NEVER))
    for unlock in obligation.get("unlocks", []):
        for unit in unlock["units"]:
            _insert(database, "unlock", plan, key, unit, unlock["unlocked_until"])


def _due(obligation: Document) -> tuple[str, str | None, int | None, str | None]:
    for way in ("before", "by"):
        if way in obligation:
            return way, obligation[way], None, None
    if "embedded_in" in obligation:
        return "after", None, 0, obligation["embedded_in"]
    if "days_after" in obligation:
        return "after", None, int(obligation["days_after"]), obligation["of"]
    return "none", None, None, None


def _load_report(database: sqlite3.Connection, path: str, report: Document) -> None:
    year, first, last = _period(report["period"])
    covers = report.get("covers_predecessors") == "yes"
    submitted = report.get("submitted")
    _insert(database, "report", path, report["unit"], report["state"], year, first, last, submitted, covers)
    for reference in report.get("answers", []):
        plan, _, obligation = reference.partition("#")
        _insert(database, "answer", path, plan, obligation)
    for section in ("own", "consolidated"):
        for figure in report.get(section, []):
            _insert(database, "figure", path, section, figure["indicator"], *_amount(figure["value"]))


def _amount(text: str | None) -> tuple[int | None, str | None]:
    if text is None:
        return None, None
    amount = Fraction(str(text).replace(".", "").replace(",", ".")) * SCALE
    return int(amount), "decimal" if "," in str(text) else "count"


def _period(text: str) -> tuple[int | None, int, int]:
    year, dash, part = text.partition("-")
    if not (year.isdigit() and len(year) == 4):
        return None, *_months(text)
    return int(year), *_months(part if dash else "year")


def _months(text: str) -> tuple[int, int]:
    if text in _NAMED:
        return _NAMED[text]
    found = _MONTHS.fullmatch(text)
    assert found, text
    return int(found[1]), int(found[2] or found[1])


_LOADERS = {
    "units/v1": _load_units,
    "indicators/v1": _load_indicators,
    "plan/v1": _load_plan,
    "report/v1": _load_report,
}


def own_figures(documents: Documents, year: int) -> Iterator[tuple[str, Fraction]]:
    """Indicator and figure of every own figure of the year (for the conservation of sums)."""
    for (_unit, indicator), row in rollup(documents, year).items():
        if row.own is not None:
            yield indicator, row.own
