"""What fills each table of an export."""

from collections.abc import Callable, Iterator

from dvk.exporting.branch import Branch, Row
from dvk.exporting.figure_rows import facts, fields, indicators, targets, yearly
from dvk.exporting.model_rows import model_figures, model_units, models
from dvk.exporting.standing import contributions
from dvk.exporting.tree_rows import closure, events, exports, units

FILLED_BY: dict[str, Callable[[Branch], Iterator[Row]]] = {
    "exports": exports,
    "units": units,
    "closure": closure,
    "events": events,
    "indicators": indicators,
    "fields": fields,
    "facts": facts,
    "yearly": yearly,
    "contributions": contributions,
    "targets": targets,
    "models": models,
    "model_units": model_units,
    "model_figures": model_figures,
}
