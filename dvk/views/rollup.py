"""A year as tables and as JSON."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from dvk.facts import Exact, Model, Term
from dvk.messages import Language
from dvk.messages.words import word
from dvk.models import COUNTS, ModelOfYear
from dvk.periods import month_names
from dvk.ratios import divided
from dvk.shown import json_number, number
from dvk.targets import Measured
from dvk.totals import Total, finished
from dvk.views.table import Cell, Column, Table
from dvk.yearbook import Row, Yearbook

_MOST_NAMED = 3
"""Where all of more units than this are missing, they are not named one by one."""


def rollup_json(book: Yearbook, units: tuple[str, ...], only: frozenset[str]) -> list[dict[str, object]]:
    """The roll-up as documented in docs/output.md: one object a root (or the unit asked for)."""
    return [
        {
            "year": book.rollup.year,
            "unit": unit,
            "indicators": [_row_json(row, book) for row in book.rows(unit, only)],
            "models": _models_json(book, unit),
            "illustrative": book.illustrative(unit),
        }
        for unit in units
    ]


def _row_json(row: Row, book: Yearbook) -> dict[str, object]:
    coverage = row.total.coverage
    target = row.targets[0] if row.targets else None
    return {
        "unit": row.unit,
        "ended": row.unit in book.rollup.tree.ended,
        "id": row.indicator.id,
        "name": row.indicator.name,
        "unit_of_measure": row.indicator.unit_of_measure,
        "value": _json(row.value),
        "basis": row.basis,
        "target": _json(target.value) if target else None,
        "attainment": _json(target.attainment) if target else None,
        "last_year": _json(row.last_year),
        "last_year_basis": row.last_year_basis,
        "change": _json(row.change),
        "n": coverage.given,
        "N": coverage.expected,
        "partial": list(coverage.partial),
        "null": [{"unit": unit, "reason": _reason(book, row, unit)} for unit in coverage.null],
        "stated_only": list(coverage.stated_only),
        "missing": list(coverage.missing),
        "targets": [_target_json(measured) for measured in row.targets],
        **_basis_json(row, book),
        "children": [_row_json(child, book) for child in row.children],
    }


def _basis_json(row: Row, book: Yearbook) -> dict[str, object]:
    total = row.total
    if isinstance(total, Total):
        own, stated = total.own, total.stated
        computed = finished(total.computed, row.indicator, leaf=not row.children)
        return {
            "own": _json(own.value),
            "state": own.state,
            "computed": _json(computed),
            "stated": _json(stated.value),
            "remainder": _json(_remainder(total)),
            "not_comparable": [row.unit] if not total.comparable else [],
            "covers_predecessors": total.covers_predecessors,
            "missing_months": [
                {"unit": unit, "months": month_names(book.rollup.totals[row.indicator.id][unit].own.missing)}
                for unit in total.coverage.partial
            ],
        }
    return {
        "own": _json(divided(row.indicator, *total.own_parts)),
        "state": total.own_state,
        "computed": _json(divided(row.indicator, *total.computed)),
        "stated": None,
        "remainder": None,
        "not_comparable": [],
        "covers_predecessors": total.covers_predecessors,
        "missing_months": [],
        "ratio": {"numerator": json_number(total.numerator), "denominator": json_number(total.denominator)},
        "no_numerator": list(total.no_numerator),
        "no_denominator": list(total.no_denominator),
        "zero_denominator": list(total.zero_denominator),
    }


def _remainder(total: Total) -> Exact | None:
    """What a stated total holds beyond the children's totals and the unit's own figure."""
    if not total.stated_up or total.stated.value is None:
        return None
    return total.stated.value - total.inside.total


def _target_json(measured: Measured) -> dict[str, object]:
    return {
        "plan": measured.plan,
        "kind": measured.target.kind,
        "bound": measured.target.bound,
        "value": _json(measured.value),
        "upper": _json(measured.upper),
        "measured": _json(measured.measured),
        "attainment": _json(measured.attainment),
        "met": measured.met,
        "reached": measured.reached,
        "of": measured.of,
    }


def _models_json(book: Yearbook, unit: str) -> dict[str, object]:
    models = book.funnel.of(unit)
    return {
        **_counts(models),
        "by_field": {
            name: sum(model.model.field == name for model in models)
            for name in dict.fromkeys([*(f.id for f in book.workspace.settings.fields), *_fields(models)])
        },
        "list": [_model_json(model) for model in models],
        "children": [{"unit": child, **_counts(book.funnel.of(child))} for child in book.rollup.tree.children[unit]],
    }


def _fields(models: list[ModelOfYear]) -> Iterator[str]:
    return (model.model.field for model in models if model.model.field)


def _counts(models: list[ModelOfYear]) -> dict[str, object]:
    return {count: sum(model.counts_as(count) for model in models) for count in COUNTS}


def _model_json(entry: ModelOfYear) -> dict[str, object]:
    model = entry.model
    return {
        "model": str(entry.reference),
        "name": model.name,
        "lead": entry.lead,
        "owners": list(model.owners),
        "stage": entry.stage,
        "dropped": entry.dropped,
        "new": entry.is_new,
        "field": model.field,
        "inferred": list(model.inferred),
        "targets": [
            {
                "indicator": target.indicator,
                "value": _json(target.value),
                "upper": _json(target.upper),
                "bound": target.bound,
                "result": _json(entry.results.get(target.indicator)),
                "attainment": _json(_attained(entry.results.get(target.indicator), target.value)),
            }
            for target in model.targets
        ],
        "budget": model.budget,
        "budget_bound": model.budget_bound if model.budget is not None else None,
        "spent": _json(entry.spent),
        "results": [{"indicator": name, "value": _json(value)} for name, value in entry.results.items()],
    }


def _attained(result: Exact | None, target: Exact) -> Exact | None:
    return None if result is None or not target else Fraction(result) * 100 / Fraction(target)


def _json(value: Exact | None) -> int | float | None:
    return None if value is None else json_number(value)


def _reason(book: Yearbook, row: Row, unit: str) -> str:
    """Why a unit gives null, from its own figures; of a ratio from either part."""
    names = (row.indicator.id, row.indicator.numerator, row.indicator.denominator)
    known = [book.rollup.totals[name][unit] for name in names if name in book.rollup.totals]
    return next((given.reason for total in known for given in total.own.nulls if given.reason), "")


def rollup_tables(
    book: Yearbook, units: tuple[str, ...], only: frozenset[str], depth: int, language: Language
) -> list[Table]:
    """A table of indicators for each root, and one of its models where it has any."""
    tables = []
    for unit in units:
        view = _RootView(book, unit, language)
        tables.append(view.indicators(only, depth))
        if not only and book.funnel.of(unit):
            tables.append(view.models())
    if not only and sum(bool(book.funnel.of(unit)) for unit in units) > 1:
        tables.append(_all_roots(book, units, language))
    return tables


def _all_roots(book: Yearbook, units: tuple[str, ...], language: Language) -> Table:
    """The funnel of all roots together, a model with owners in two of them counted once."""
    title = "All roots · models" if language == "en" else "Tất cả các cây · mô hình"
    return Table(f"{title} · {_counts_line(_counts(book.funnel.all_of(units)), language)}", ())


def _counts_line(counts: dict[str, object], language: Language) -> str:
    return " · ".join(f"{word(name, language)} {number}" for name, number in counts.items())


class _RootView:
    """One root, or the unit asked for, as tables."""

    def __init__(self, book: Yearbook, unit: str, language: Language) -> None:
        self.book, self.unit, self.language = book, unit, language

    def indicators(self, only: frozenset[str], depth: int) -> Table:
        """The indicators with value, target, last year and coverage; children down to ``depth``."""
        en = self.language == "en"
        year = self.book.rollup.year
        columns = (
            Column("year", "year", reader="machine"),
            Column("unit", "unit", reader="machine"),
            Column("indicator", "indicator", reader="machine"),
            Column("unit_of_measure", "unit of measure", reader="machine"),
            Column("name", "indicator" if en else "chỉ tiêu"),
            Column("value", "result" if en else "kết quả", "number"),
            Column("own", "own" if en else "riêng", "number"),
            Column("target", "target" if en else "giao", "number"),
            Column("attainment", "% of target" if en else "đạt", "number"),
            Column("last_year", str(year - 1), "number"),
            Column("change", "change" if en else "tăng/giảm", "number"),
            Column("coverage", "n/N", "number"),
            Column("remark", "remarks" if en else "ghi chú"),
        )
        table = Table(self._title(), columns)
        for row in self.book.rows(self.unit, only):
            table.rows.extend(self._rows(row, depth, 0))
        table.notes.extend(self._notes(table))
        return table

    def _title(self) -> str:
        parts = [self._name(self.unit), f"{'year' if self.language == 'en' else 'năm'} {self.book.rollup.year}"]
        if self.unit in self.book.rollup.tree.ended:
            parts.append(word("ended", self.language))
        if self.book.illustrative(self.unit):
            parts.append(word("illustrative", self.language))
        return " · ".join(parts)

    def _notes(self, table: Table) -> Iterator[str]:
        if not table.rows:
            yield (
                "No figures and nothing asked."
                if self.language == "en"
                else "Không có số liệu và không có gì phải báo cáo."
            )

    def _name(self, unit: str) -> str:
        organisation = self.book.workspace.organisation
        return organisation.name_on(unit, date(self.book.rollup.year, 12, 31))

    def _rows(self, row: Row, depth: int, level: int) -> Iterator[tuple[Cell, ...]]:
        indicator, coverage = row.indicator, row.total.coverage
        name = indicator.name_en if self.language == "en" else indicator.name
        label = f"{name} ({indicator.unit_of_measure})" if not level else "  " * level + self._name(row.unit)
        target = row.targets[0] if row.targets else None
        yield (
            self.book.rollup.year,
            row.unit,
            indicator.id,
            indicator.unit_of_measure,
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
            for child in row.children:
                yield from self._rows(child, depth, level + 1)

    def _value(self, row: Row) -> Cell:
        return "null" if row.basis == "null" else row.value

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
        attained = measured.attainment
        return None if attained is None else f"{number(round(attained), self.language)} %"

    def _remarks(self, row: Row) -> str:
        coverage, total = row.total.coverage, row.total
        remarks = [self._named("missing", coverage.missing, coverage.expected)]
        remarks.append(self._named("stated_only", coverage.stated_only))
        remarks.append(self._named("partial", coverage.partial))
        remarks.append(self._named("null", coverage.null))
        if isinstance(total, Total):
            if total.stated_up:
                remarks.insert(0, word("stated", self.language))
            if not total.comparable:
                remarks.append(f"{word('stated', self.language)}: {word('not_comparable', self.language)}")
        else:
            remarks.append(self._named("no_numerator", total.no_numerator))
            remarks.append(self._named("no_denominator", total.no_denominator))
            remarks.append(self._named("zero_denominator", total.zero_denominator))
        if row.unit in self.book.rollup.tree.ended:
            remarks.append(word("ended", self.language))
        remarks.append(self._named("ended_units", self._ended(row)))
        return "; ".join(filter(None, remarks))

    def _ended(self, row: Row) -> tuple[str, ...]:
        return tuple(c.unit for c in row.children if c.unit in self.book.rollup.tree.ended and c.value is not None)

    def _named(self, what: str, units: tuple[str, ...], of: int = 0) -> str:
        if of > _MOST_NAMED and len(units) == of:
            return f"{word(what, self.language)}: {f'all {of} units' if self.language == 'en' else f'cả {of} đơn vị'}"
        names = ", ".join(self._name(unit) for unit in units)
        return f"{word(what, self.language)}: {names}" if names else ""

    def models(self) -> Table:
        """The models with stage, target, result and money; the funnel as a note."""
        en = self.language == "en"
        columns = (
            Column("year", "year", reader="machine"),
            Column("unit", "unit", reader="machine"),
            Column("model", "model", reader="machine"),
            Column("name", "model" if en else "mô hình"),
            Column("lead", "lead" if en else "chủ trì"),
            Column("field", "field" if en else "lĩnh vực"),
            Column("stage", "stage" if en else "giai đoạn"),
            Column("target", "target" if en else "giao"),
            Column("result", "result" if en else "kết quả"),
            Column("budget", "budget (đ)" if en else "dự kiến (đ)", "number"),
            Column("spent", "spent (đ)" if en else "đã chi (đ)", "number"),
        )
        models = self.book.funnel.of(self.unit)
        counts = _counts_line(_counts(models), self.language)
        title = f"{self._name(self.unit)} · {'models' if en else 'mô hình'} · {counts}"
        table = Table(title, columns, [self._model(entry) for entry in models])
        if any("field" in entry.model.inferred for entry in models):
            table.notes.append("* inferred, not in the source" if en else "* suy ra, nguồn không ghi")
        return table

    def _model(self, entry: ModelOfYear) -> tuple[Cell, ...]:
        model = entry.model
        stage = word(entry.stage, self.language)
        field = next((f for f in self.book.workspace.settings.fields if f.id == model.field), None)
        return (
            self.book.rollup.year,
            self.unit,
            str(entry.reference),
            model.name,
            self._name(entry.lead) if entry.lead in self.book.workspace.organisation.units else entry.lead,
            self._field(field, model.field, inferred="field" in model.inferred),
            f"{stage}, {word('dropped', self.language)}" if entry.dropped else stage,
            "; ".join(self._amount(t.indicator, t.value) for t in model.targets) or None,
            "; ".join(self._amount(name, value) for name, value in entry.results.items()) or None,
            self._budget(model),
            entry.spent,
        )

    def _budget(self, model: Model) -> Cell:
        if model.budget is None or model.budget_bound == "exactly":
            return model.budget
        return f"{word(model.budget_bound, self.language)} {number(model.budget, self.language)}"

    def _field(self, field: Term | None, name: str | None, *, inferred: bool) -> Cell:
        if name is None:
            return None
        text = (field.name_en if self.language == "en" else field.name) if field else name
        return f"{text} *" if inferred else text

    def _amount(self, indicator: str, value: Exact) -> str:
        known = self.book.workspace.indicators.get(indicator)
        return f"{number(value, self.language)} {known.unit_of_measure if known else indicator}"
