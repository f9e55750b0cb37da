"""A year as JSON, as documented in docs/output.md."""

from collections.abc import Iterator
from fractions import Fraction

from dvk.facts import Exact
from dvk.models import COUNTS, ModelOfYear
from dvk.periods import month_names
from dvk.ratios import divided
from dvk.shown import json_number
from dvk.targets import Measured
from dvk.totals import Total, finished
from dvk.yearbook import Row, Yearbook


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
        "null": [{"unit": unit, "reason": reason_of_null(book, row, unit)} for unit in coverage.null],
        "stated_only": list(coverage.stated_only),
        "missing": list(coverage.missing),
        "targets": [_target_json(measured) for measured in row.targets],
        **_basis_json(row, book),
        "children": [_row_json(child, book) for child in book.below(row)],
    }


def _basis_json(row: Row, book: Yearbook) -> dict[str, object]:
    total = row.total
    if isinstance(total, Total):
        own, stated = total.own, total.stated
        computed = finished(total.computed, row.indicator, leaf=not book.rollup.tree.children[row.unit])
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
        **counts_of(models),
        "by_field": {
            name: sum(model.model.field == name for model in models)
            for name in dict.fromkeys([*(f.id for f in book.workspace.settings.fields), *_fields(models)])
        },
        "list": [_model_json(model) for model in models],
        "children": [{"unit": child, **counts_of(book.funnel.of(child))} for child in book.rollup.tree.children[unit]],
    }


def _fields(models: list[ModelOfYear]) -> Iterator[str]:
    return (model.model.field for model in models if model.model.field)


def counts_of(models: list[ModelOfYear]) -> dict[str, object]:
    """How many models enter each count of the funnel."""
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


def reason_of_null(book: Yearbook, row: Row, unit: str) -> str:
    """Why a unit gives null, from its own figures; of a ratio from either part."""
    names = (row.indicator.id, row.indicator.numerator, row.indicator.denominator)
    known = [book.rollup.totals[name][unit] for name in names if name in book.rollup.totals]
    return next((given.reason for total in known for given in total.own.nulls if given.reason), "")
