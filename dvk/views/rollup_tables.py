"""A year as tables: the indicators of each root, and its models."""

from collections.abc import Iterator

from dvk.messages import Language
from dvk.messages.words import word
from dvk.periods import month_names
from dvk.shown import number
from dvk.targets import Measured
from dvk.totals import Total
from dvk.views.model_tables import all_models, models_table
from dvk.views.rollup import reason_of_null
from dvk.views.rollup_columns import MACHINE_COLUMNS, machine_cells
from dvk.views.table import Cell, Column, Nested, Table
from dvk.yearbook import Row, Yearbook

_MOST_NAMED = 3
"""Where all of more units than this are missing, they are not named one by one."""


def rollup_tables(
    book: Yearbook, units: tuple[str, ...], only: frozenset[str], depth: int, language: Language
) -> list[Table]:
    """A table of indicators for each root, and one of its models where it has any."""
    tables = []
    for unit in units:
        indicators = _RootView(book, unit, language).indicators(only, depth)
        if indicators.rows or not only or len(units) == 1:
            tables.append(indicators)
        if not only and book.funnel.of(unit):
            tables.append(models_table(book, unit, language))
    if not only and sum(bool(book.funnel.of(unit)) for unit in units) > 1:
        tables.append(all_models(book, units, language))
    return tables


class _RootView:
    """One root, or the unit asked for, as tables."""

    def __init__(self, book: Yearbook, unit: str, language: Language) -> None:
        self.book, self.unit, self.language = book, unit, language

    def indicators(self, only: frozenset[str], depth: int) -> Table:
        """The indicators with value, target, last year and coverage; children down to ``depth``."""
        en = self.language == "en"
        year = self.book.rollup.year
        columns = (
            *MACHINE_COLUMNS,
            Column("name", "indicator" if en else "chỉ tiêu", reader="people"),
            Column("value", "result" if en else "kết quả", "number", reader="people"),
            Column("own", "own" if en else "riêng", "number", reader="people"),
            Column("target", "target" if en else "giao", "number", reader="people"),
            Column("attainment", "% of target" if en else "đạt", "percent", reader="people"),
            Column("last_year", str(year - 1), "number", reader="people"),
            Column("change", "change" if en else "tăng/giảm", "number", reader="people"),
            Column("coverage", "n/N", "number", reader="people"),
            Column("remark", "remarks" if en else "ghi chú", reader="people"),
        )
        table = Table(self._title(), columns, name=self.book.name(self.unit))
        for row in self.book.rows(self.unit, only):
            table.rows.extend(self._rows(row, depth, 0))
        table.notes.extend(self._notes(table))
        return table

    def _title(self) -> str:
        parts = [self.book.name(self.unit), f"{'year' if self.language == 'en' else 'năm'} {self.book.rollup.year}"]
        if self.unit in self.book.rollup.tree.ended:
            parts.append(word("ended", self.language))
        if self.book.illustrative(self.unit):
            parts.append(word("illustrative", self.language))
        return " · ".join(parts)

    def _notes(self, table: Table) -> Iterator[str]:
        if not table.rows:
            yield ("There is no indicator to show." if self.language == "en" else "Không có chỉ tiêu nào để in.")

    def _rows(self, row: Row, depth: int, level: int) -> Iterator[tuple[Cell, ...]]:
        indicator, coverage = row.indicator, row.total.coverage
        name = indicator.name_en if self.language == "en" else indicator.name
        label = f"{name} ({indicator.unit_of_measure})" if not level else Nested(self.book.name(row.unit), level)
        target = row.targets[0] if row.targets else None
        yield (
            *machine_cells(self.book, row),
            label,
            self._value(row),
            row.own.value if row.own else None,
            self._target(target),
            self._attainment(target),
            row.last_year
            if row.last_year_basis in {None, "same", "predecessors"}
            else word(row.last_year_basis or "", self.language),
            row.change,
            f"{coverage.given}/{coverage.expected}",
            self._remarks(row),
        )
        if level < depth:
            for child in self.book.below(row):
                yield from self._rows(child, depth, level + 1)

    def _value(self, row: Row) -> Cell:
        return word("no_figure", self.language) if row.basis == "null" else row.value

    def _target(self, measured: Measured | None) -> Cell:
        if measured is None:
            return None
        if measured.upper is None and measured.target.kind == "total" and measured.target.bound == "at_least":
            return measured.value
        value = number(measured.value, self.language)
        if measured.upper is not None:
            value += f"–{number(measured.upper, self.language)}"
        if measured.target.bound == "about":
            value = f"{word('about', self.language)} {value}"
        kind = measured.target.kind
        return value if kind == "total" else f"{value} ({word(kind, self.language)})"

    def _attainment(self, measured: Measured | None) -> Cell:
        if measured is None:
            return None
        if measured.of is not None:
            return f"{measured.reached}/{measured.of} {'units' if self.language == 'en' else 'đơn vị'}"
        return measured.attainment

    def _remarks(self, row: Row) -> str:
        coverage, total = row.total.coverage, row.total
        remarks = [self._named("missing", coverage.missing, row)]
        remarks.append(self._named("stated_only", coverage.stated_only, row))
        remarks.append(self._partial(row))
        remarks.append(self._nulls(row))
        if isinstance(total, Total):
            if total.stated_up:
                remarks.insert(0, word("stated", self.language))
            if not total.comparable:
                remarks.append(f"{word('stated', self.language)}: {word('not_comparable', self.language)}")
        else:
            remarks.append(self._named("no_numerator", total.no_numerator, row))
            remarks.append(self._named("no_denominator", total.no_denominator, row))
            remarks.append(self._named("zero_denominator", total.zero_denominator, row))
        if row.unit in self.book.rollup.tree.ended:
            remarks.append(word("ended", self.language))
        remarks.append(self._named("ended_units", self._ended(row), row))
        return "; ".join(filter(None, remarks))

    def _ended(self, row: Row) -> tuple[str, ...]:
        """The ended units directly below that give a figure."""
        rollup = self.book.rollup
        ended = (unit for unit in rollup.tree.children[row.unit] if unit in rollup.tree.ended)
        return tuple(unit for unit in ended if rollup.value(unit, row.indicator) is not None)

    def _named(self, what: str, units: tuple[str, ...], row: Row) -> str:
        of = row.total.coverage.expected
        if units == (row.unit,):
            return word(what, self.language)
        if of > _MOST_NAMED and len(units) == of:
            return f"{word(what, self.language)}: {f'all {of} units' if self.language == 'en' else f'cả {of} đơn vị'}"
        return self._listed(what, [self.book.name(unit) for unit in units])

    def _partial(self, row: Row) -> str:
        """Units whose figure is not for the whole year, each with the months that are missing."""
        totals = self.book.rollup.totals.get(row.indicator.id, {})
        names = [(self.book.name(unit), totals.get(unit)) for unit in row.total.coverage.partial]
        missing = word("missing", self.language)
        return self._listed(
            "partial", [f"{name} ({missing} {month_names(t.own.missing)})" if t else name for name, t in names]
        )

    def _nulls(self, row: Row) -> str:
        """Units that give null, each with its reason."""
        reasons = [(unit, reason_of_null(self.book, row, unit)) for unit in row.total.coverage.null]
        return self._listed("null", [f"{self.book.name(unit)} ({reason})" for unit, reason in reasons])

    def _listed(self, what: str, names: list[str]) -> str:
        return f"{word(what, self.language)}: {', '.join(names)}" if names else ""
