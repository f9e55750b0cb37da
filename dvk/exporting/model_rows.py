"""The rows of models: those that count in a unit of the tree, with their units, targets and results."""

from collections.abc import Iterable, Iterator

from dvk.exporting.branch import Branch, Row, exactly
from dvk.models import ModelOfYear


def models(branch: Branch) -> Iterator[Row]:
    """The models of the tree in the order of their registrations."""
    for position, entry in _counted(branch):
        model = entry.model
        yield {
            "model": str(entry.reference),
            "position": position,
            "name": model.name,
            "lead": entry.lead,
            "lead_name": branch.book.name(entry.lead),
            "type": model.type,
            "field": model.field,
            "field_inferred": "field" in model.inferred,
            "inferred": " ".join(model.inferred) or None,
            "first_year": model.first_year,
            "last_year": model.last_year,
            "stage": entry.stage,
            "dropped": entry.dropped,
            "is_new": entry.is_new,
            "budget": model.budget,
            "budget_bound": model.budget_bound,
            **exactly("spent", entry.spent, str(entry.reference)),
            "illustrative": entry.illustrative,
        }


def model_units(branch: Branch) -> Iterator[Row]:
    """Who owns each model, and in which units of the tree it counts."""
    for _, entry in _counted(branch):
        homes = sorted(home for home in entry.homes if home in branch.depths)
        for role, units in (("owner", entry.model.owners), ("home", homes)):
            for position, unit in enumerate(dict.fromkeys(units)):
                yield _of(entry, role=role, unit=unit, position=position)


def model_figures(branch: Branch) -> Iterator[Row]:
    """What each model is to reach, and what its lead reported."""
    for _, entry in _counted(branch):
        of = str(entry.reference)
        for position, target in enumerate(entry.model.targets):
            value = {**exactly("value", target.value, of), **exactly("upper", target.upper, of)}
            row = _of(entry, role="target", position=position, indicator=target.indicator, bound=target.bound)
            yield {**row, **value}
        for position, (name, result) in enumerate(entry.results.items()):
            yield {**_of(entry, role="result", position=position, indicator=name), **exactly("value", result, of)}


def _of(entry: ModelOfYear, **columns: str | int) -> Row:
    return {"model": str(entry.reference), **columns, "illustrative": entry.illustrative}


def _counted(branch: Branch) -> Iterable[tuple[int, ModelOfYear]]:
    return branch.shares.models.get(branch.root, ())
