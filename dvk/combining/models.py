"""The models of one part, and of several together."""

from collections.abc import Sequence
from dataclasses import replace

from dvk.combining.records import PartRecords, Record, number
from dvk.facts import Model, ModelTarget
from dvk.models import STAGES, Funnel, ModelOfYear
from dvk.values import Reference
from dvk.year_tree import Tree


def funnel_of(records: PartRecords, tree: Tree) -> Funnel:
    """The models that count in a tree, in the order of their registrations.

    Raises:
        ValueError: where a model has no owner that leads it, or counts in a unit that is not there.
    """
    units, figures = _by_model(records.in_order("model_units")), _by_model(records.in_order("model_figures"))
    models = []
    for row in records.in_order("models"):
        model = _model(row, units.get(row["model"], []), figures.get(row["model"], []))
        if model.model.owners[:1] != (row["lead"],) or not model.homes <= tree.parents.keys():
            raise ValueError(f"model_units: {row['model']}")
        models.append(model)
    return Funnel(tree, tuple(models))


def together(funnels: Sequence[tuple[str, Funnel]], year: int) -> Funnel:
    """The models of several roots, one with owners in two of them once; each root stands for its whole tree."""
    found: dict[tuple[Reference, str], ModelOfYear] = {}
    homes: dict[tuple[Reference, str], set[str]] = {}
    for root, funnel in funnels:
        for model in funnel.of(root):
            key = (model.reference, model.lead)
            found.setdefault(key, model)
            homes.setdefault(key, set()).add(root)
    roots = [root for root, _ in funnels]
    tree = Tree(year, dict.fromkeys(roots), dict.fromkeys(roots, ()), frozenset(), frozenset())
    return Funnel(tree, tuple(replace(model, homes=frozenset(homes[key])) for key, model in found.items()))


def _by_model(rows: list[Record]) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = {}
    for row in rows:
        found.setdefault(row["model"], []).append(row)
    return found


def _model(row: Record, units: list[Record], figures: list[Record]) -> ModelOfYear:
    path, _, item = str(row["model"]).rpartition("#")
    owners = tuple(unit["unit"] for unit in units if unit["role"] == "owner")
    targets = tuple(_target(figure) for figure in figures if figure["role"] == "target")
    results = ((figure["indicator"], number(figure, "value")) for figure in figures if figure["role"] == "result")
    return ModelOfYear(
        reference=Reference(path, item) if path else Reference(item),
        model=_registered(row, item, owners, targets),
        rank=("registered", *STAGES).index(row["stage"]),
        dropped=row["dropped"],
        is_new=row["is_new"],
        homes=frozenset(unit["unit"] for unit in units if unit["role"] == "home"),
        results={name: value for name, value in results if value is not None},
        spent=number(row, "spent"),
        illustrative=row["illustrative"],
    )


def _registered(row: Record, item: str, owners: tuple[str, ...], targets: tuple[ModelTarget, ...]) -> Model:
    return Model(
        id=item,
        name=row["name"],
        field=row["field"],
        type=row["type"],
        owners=owners,
        first_year=row["first_year"],
        last_year=row["last_year"],
        targets=targets,
        budget=row["budget"],
        budget_bound=row["budget_bound"],
        inferred=tuple((row["inferred"] or "").split()),
    )


def _target(row: Record) -> ModelTarget:
    return ModelTarget(row["indicator"], number(row, "value") or 0, number(row, "upper"), row["bound"])
