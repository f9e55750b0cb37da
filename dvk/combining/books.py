"""Yearbooks made of exports again, one a root, for the views of ``dvk rollup``."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dvk.admission import Admission
from dvk.combining.marks import see_that_marks_are_there
from dvk.combining.models import funnel_of
from dvk.combining.records import PartRecords, Record, number
from dvk.combining.totals import TotalsAgain
from dvk.combining.trees import tree_of, workspace_of
from dvk.comparison import LastYear
from dvk.errors import CannotGoOn
from dvk.facts import Exact, Indicator, Target
from dvk.figures import Figures
from dvk.rollup import RollUp
from dvk.targets import Measured
from dvk.workspace import Workspace
from dvk.yearbook import Yearbook


@dataclass(frozen=True)
class ToldLastYear(LastYear):
    """Last year's figures as the export tells them; its bases are told, too."""

    values: Mapping[tuple[str, str], Exact] = field(default_factory=dict)

    def value(self, unit: str, indicator: Indicator) -> Exact | None:
        """Last year's figure; ``None`` where there is none or where it is not comparable."""
        return self.values.get((unit, indicator.id))


@dataclass(frozen=True)
class CombinedBook(Yearbook):
    """The year of one root, from an export.

    Args:
        root: the root.
        marked: the units with illustrative figures or models in their subtree.
        itself: the row of ``exports``: what is not in it.
    """

    root: str
    marked: frozenset[str]
    itself: Record = field(repr=False)

    @property
    def roots(self) -> tuple[str, ...]:
        """The one root."""
        return (self.root,)

    def illustrative(self, unit: str) -> bool:
        """Whether a figure or a model of the unit's subtree is illustrative."""
        return unit in self.marked


def book_of(records: PartRecords, root: str, year: int, place: Path) -> CombinedBook:
    """The yearbook of one part.

    Args:
        records: its rows.
        root: its root.
        year: its year.
        place: the folder of the export, for what has to be said about it.

    Raises:
        CannotGoOn: DVK987 where its figures are not what its contributions give, or illustrative ones are not marked.
    """
    tree, workspace, yearly = tree_of(records, year), workspace_of(records, place), records.of("yearly")
    made = TotalsAgain(records, tree, root)
    plain = [indicator for indicator in workspace.indicators.values() if not indicator.is_ratio]
    ratios = [indicator for indicator in workspace.indicators.values() if indicator.is_ratio]
    now = RollUp(
        workspace=workspace,
        year=year,
        tree=tree,
        figures=Figures({(row["unit"], row["indicator"], "own"): [] for row in yearly if row["given"]}),
        expected=_expected(yearly, workspace),
        totals={indicator.id: made.totals(indicator) for indicator in plain},
        ratios={ratio.id: made.ratios(ratio) for ratio in ratios},
        admission=Admission(workspace),
    )
    _see_that_it_adds_up(now, records, place)
    see_that_marks_are_there(records, tree, place)
    return CombinedBook(
        rollup=now,
        last_year=_last_year(now, records),
        targets=_targets(records),
        funnel=funnel_of(records, tree),
        root=root,
        marked=frozenset(row["unit"] for row in records.of("units") if row["illustrative"]),
        itself=records.itself,
    )


def _expected(yearly: list[Record], workspace: Workspace) -> dict[str, set[str]]:
    expected: dict[str, set[str]] = {indicator: set() for indicator in workspace.indicators}
    for row in yearly:
        if row["expected"]:
            expected[row["indicator"]].add(row["unit"])
    return expected


def _last_year(now: RollUp, records: PartRecords) -> LastYear:
    before: Figures = Figures({("", "", "own"): []} if records.itself["compared"] else {})
    then = RollUp(now.workspace, now.year - 1, now.tree, before, {}, {}, {}, now.admission)
    bases = {row["unit"]: row["last_year_basis"] for row in records.of("units") if row["last_year_basis"]}
    told = {(row["unit"], row["indicator"]): number(row, "last_year") for row in records.of("yearly")}
    return ToldLastYear(now, then, bases, {key: value for key, value in told.items() if value is not None})


def _targets(records: PartRecords) -> dict[tuple[str, str], list[Measured]]:
    found: dict[tuple[str, str], list[Measured]] = {}
    for row in records.in_order("targets"):
        value, upper = number(row, "value") or 0, number(row, "upper")
        target = Target(row["indicator"], row["kind"], value, upper, row["bound"])
        measured = Measured(
            row["plan"], target, value, upper, number(row, "measured"), row["met"], row["reached"], row["members"]
        )
        found.setdefault((row["unit"], row["indicator"]), []).append(measured)
    return found


def _see_that_it_adds_up(now: RollUp, records: PartRecords, place: Path) -> None:
    """Hold what was added up against the figures that dvk wrote beside it: a file that was changed shows."""
    untold = records.added.keys() - {(row["unit"], row["indicator"]) for row in records.of("yearly")}
    if untold:
        raise CannotGoOn("DVK987", folder=str(place), fault="does_not_add_up", detail=" ".join(min(untold)))
    for row in records.of("yearly"):
        unit, indicator = row["unit"], now.workspace.indicators[row["indicator"]]
        coverage = (now.ratios if indicator.is_ratio else now.totals)[indicator.id][unit].coverage
        told = (number(row, "value"), row["n"], row["n_expected"])
        if told != (now.value(unit, indicator), coverage.given, coverage.expected):
            detail = f"{unit} {indicator.id}"
            raise CannotGoOn("DVK987", folder=str(place), fault="does_not_add_up", detail=detail)
