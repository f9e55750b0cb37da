"""Random reports: overlapping periods, own and consolidated figures, zeros, nulls, drafts, doubles, late ones."""

from collections.abc import Mapping
from datetime import date
from random import Random

from random_plans import LATE_DAYS, YEAR
from random_units import Office, Organisation
from workspace_files import Document, Documents

_PATTERNS: tuple[tuple[str, ...], ...] = (
    ("year",),
    ("year",),
    ("year",),
    ("H1", "year"),
    ("H1", "H2"),
    ("H1", "H2"),
    ("H1", "H2", "year"),
    ("H1",),
    ("H1", "M1-9", "Q4"),
    ("Q1", "Q2", "Q3", "Q4"),
    ("M1-4", "M5-12", "M1-8", "M9-12"),
    ("Q1", "H2", "year"),
    ("M1-9", "10", "11", "12"),
    ("H1", "Q3", "07", "M8-12"),
)
_SECOND_SPELLING = {"H1": "M1-6", "05": "M5-5", "Q4": "M10-12", "year": "M1-12"}
_MONTHS = {"year": (1, 12), "H1": (1, 6), "H2": (7, 12), "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12)}


class Reports:
    """Reports of the units of an organisation, the lowest units first, so that a total may be near what is below."""

    def __init__(
        self, rng: Random, organisation: Organisation, indicators: Mapping[str, str], locked: Mapping[str, str]
    ) -> None:
        self.rng = rng
        self.organisation = organisation
        self.indicators = indicators
        self.locked = locked
        self.heirs = {name for event in organisation.events for name in event["into"]}
        self.diligent = rng.random() < 0.4
        self.sent: dict[tuple[str, str, str], float] = {}

    def documents(self, size: int) -> Documents:
        """Reports of most units, by path."""
        documents: Documents = {}
        for office in sorted(self.organisation.offices.values(), key=lambda office: -office.level):
            if self.diligent or self.rng.random() < 0.85:
                for part in self._parts(office, size):
                    documents |= self._files(self._report(office, part), office.id, part)
        return documents

    def _parts(self, office: Office, size: int) -> list[str]:
        pattern = self.rng.choice(_PATTERNS if size > 1 and not self.diligent else _PATTERNS[:8])
        open_months = _open_months(office)
        fitting = [part for part in pattern if self._fits(_months_of(part), open_months)]
        if 0 < len(open_months) < 12 and not set(fitting) - {"year"} and self.rng.random() < 0.7:
            fitting.append(f"M{open_months[0]}-{open_months[-1]}")
        return [part for part in fitting if self.rng.random() < (0.98 if self.diligent else 0.9)]

    def _fits(self, months: tuple[int, int], open_months: range) -> bool:
        """Mostly periods that end within the unit's life; now and then one in which it was not open.

        A part that runs past the end of a unit is left out: two of them could differ in nothing but their ends.
        """
        if months == (1, 12):
            return True
        inside = bool(open_months) and open_months[0] <= months[1] <= open_months[-1]
        outside = not open_months or months[1] < open_months[0] or months[0] > open_months[-1]
        return inside or (outside and self.rng.random() < 0.1)

    def _report(self, office: Office, part: str) -> Document:
        lower = [child.id for child in self.organisation.offices.values() if child.parent == office.id]
        has_stated = self.rng.random() < (0.5 if lower else 0.1)
        own = self._own() if not has_stated or self.rng.random() < 0.7 else []
        stated = self._stated(own, lower, part) if has_stated else []
        for row in stated or own:
            if row["value"] is not None:
                self.sent[office.id, part, row["indicator"]] = _number(str(row["value"]))
        return {
            "schema": "report/v1",
            "revision": "1",
            "state": self.rng.choices(("submitted", "accepted", "approved", "draft", "returned"), (20, 2, 2, 1, 1))[0],
            "unit": office.id,
            "period": str(YEAR) if part == "year" else f"{YEAR}-{part}",
            **self._covers(office, part),
            **self._answers(office, part),
            **({"own": own} if own else {}),
            **({"consolidated": stated} if stated else {}),
        }

    def _covers(self, office: Office, part: str) -> Document:
        likely = 0.5 if office.id in self.heirs else 0.05
        return {"covers_predecessors": "yes"} if part == "year" and self.rng.random() < likely else {}

    def _answers(self, office: Office, part: str) -> Document:
        if part != "year" or office.id not in self.locked:
            return {}
        return {"answers": [self.locked[office.id]], "submitted": self.rng.choice(LATE_DAYS)}

    def _own(self) -> list[Document]:
        return [
            self._figure(name, self._text(form))
            for name, form in self.indicators.items()
            if self.rng.random() < (0.97 if self.diligent else 0.85)
        ]

    def _figure(self, name: str, text: str) -> Document:
        if self.rng.random() < (0.03 if self.diligent else 0.1):
            return {"indicator": name, "value": None, "reason": "chưa có số liệu"}
        return {"indicator": name, "value": text}

    def _text(self, form: str) -> str:
        draw = self.rng.random()
        if draw < 0.15:
            return "0"
        if draw < 0.2:
            return self.rng.choice(("1.250", "3.000", "12"))
        if form == "decimal" and draw < 0.7:
            return f"{self.rng.randint(0, 40)},{self.rng.randint(1, 99)}"
        if draw > 0.99:
            return "3,6"
        return str(self.rng.randint(1, 40))

    def _stated(self, own: list[Document], lower: list[str], part: str) -> list[Document]:
        """Totals near what own figures and children of the same period give: equal, above or below it."""
        given = {row["indicator"]: str(row["value"]) for row in own if row["value"] is not None}
        rows: list[Document] = []
        for name in self.indicators:
            if self.rng.random() < 0.85:
                children = sum(self.sent.get((child, part, name), 0) for child in lower)
                shift = self.rng.choice((0, 0, 1, 5, 60, -1, -10))
                rows.append(self._figure(name, str(max(0, round(_number(given.get(name, "0")) + children) + shift))))
        return rows

    def _files(self, report: Document, unit: str, part: str) -> Documents:
        """The report's file; now and then a second one for the same keys, or one of the year before."""
        folder = f"reports/{YEAR}/{unit}"
        files = {f"{folder}/{report['period']}.yaml": report}
        draw = self.rng.random()
        if draw < 0.1:
            second = {
                **report,
                "own": [{"indicator": row["indicator"], "value": "77"} for row in report.get("own", [])],
            }
            spelling = _SECOND_SPELLING.get(part, part) if self.rng.random() < 0.5 else part
            second["period"] = str(YEAR) if spelling == "year" else f"{YEAR}-{spelling}"
            files[f"{folder}/{report['period']}-{self.rng.choice('az')}.yaml"] = second
        elif draw > 0.97:
            before = str(report["period"]).replace(str(YEAR), str(YEAR - 1))
            files[f"reports/{YEAR - 1}/{unit}/{before}.yaml"] = {**report, "period": before}
        return files


def _open_months(office: Office) -> range:
    first = office.first.month if office.first and office.first.year == YEAR else 1
    last = office.last.month if office.last and office.last.year == YEAR else 12
    gone = (office.last and office.last < date(YEAR, 1, 1)) or (office.first and office.first > date(YEAR, 12, 31))
    return range(1, 1) if gone else range(first, last + 1)


def _months_of(part: str) -> tuple[int, int]:
    if part in _MONTHS:
        return _MONTHS[part]
    first, _, last = part.removeprefix("M").partition("-")
    return int(first), int(last or first)


def _number(text: str) -> float:
    return float(text.replace(".", "").replace(",", "."))
