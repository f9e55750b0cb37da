"""DVK606, DVK607, DVK608: folders, ids and operators that other files stand on."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from dvk.changes import Comparison
from dvk.facts import Indicator, Plan, Registration, Report
from dvk.findings import Mistake
from dvk.values import Reference
from dvk.workspace import Workspace
from dvk.workspace_checks.books import Found

_MEANING = ("type", "unit_of_measure", "over_time", "over_units", "numerator", "denominator")


def moved_folders(comparison: Comparison) -> Found:
    """DVK606: the files of a unit would have to lie elsewhere; a folder never changes."""
    before, after = comparison.before.organisation, comparison.after.organisation
    for path, unit in _units_in(comparison, comparison.after):
        old, new = before.units.get(unit), after.units[unit]
        if old is None or (old.folder, old.parents[:1]) == (new.folder, new.parents[:1]):
            continue  # not moved, or along with the unit above
        was, now = before.folder_of(unit), after.folder_of(unit)
        if was != now:
            yield path, Mistake("DVK606", f"units[id={unit}]", {"unit": unit, "was": was, "now": now})


def units_taken_away(comparison: Comparison) -> Found:
    """DVK607: a unit is nowhere any more; it ends on a day and stays on record."""
    left = comparison.after.organisation.units
    used = Counter(document.unit for _, document in comparison.after.documents())
    names = comparison.before.organisation
    for path, unit in _units_in(comparison, comparison.before):
        if unit not in left and path not in comparison.after.unread:
            yield path, _gone("unit_id", f"{unit} ({names.name_or_id(unit, date.max)})", "", used[unit])


def indicators_taken_away(comparison: Comparison) -> Found:
    """DVK607: an indicator is not in the catalogue any more while figures or targets name it."""
    path = "indicators.yaml"
    if path in comparison.paths and path not in comparison.after.unread:
        used = Counter(name for _, names in _indicators_named(comparison.before) for name in names)
        for name in comparison.before.indicators:
            if name not in comparison.after.indicators and used[name]:
                yield path, _gone("indicator_id", name, "", used[name])


def obligations_taken_away(comparison: Comparison) -> Found:
    """DVK607: an obligation of a plan is gone while documents answer it."""
    answered = Counter((r.path, r.item) for _, f in comparison.after.filings() for r in f.answers)
    for changed in comparison.filings:
        if isinstance(changed.before, Plan) and isinstance(changed.after, Plan):
            left = {obligation.id for obligation in changed.after.obligations}
            for obligation in changed.before.obligations:
                times = answered[changed.path, obligation.id]
                if obligation.id not in left and times:
                    yield changed.path, _gone("obligation_id", obligation.id, "obligations", times)


def models_taken_away(comparison: Comparison) -> Found:
    """DVK607: a registered model is gone while reports tell what came of it."""
    named = Counter((reference.path, reference.item) for reference in _models_named(comparison.after))
    for changed in comparison.filings:
        if isinstance(changed.before, Registration) and isinstance(changed.after, Registration):
            left = {model.id for model in changed.after.models}
            for model in changed.before.models:
                times = named[changed.path, model.id]
                if model.id not in left and times:
                    yield changed.path, _gone("model_id", model.id, "models", times)


def changed_operators(comparison: Comparison) -> Found:
    """DVK608: an indicator is added up, or counted, in another way while there are figures of it."""
    path = "indicators.yaml"
    if path not in comparison.paths:
        return
    years = _years_with_figures(comparison.before)
    for name, old in comparison.before.indicators.items():
        new = comparison.after.indicators.get(name)
        if new is not None and name in years:
            for key in _MEANING:
                was, now = _value(old, key), _value(new, key)
                if was != now:
                    args = {"indicator": name, "key": key, "was": was, "now": now, "years": years[name]}
                    yield path, Mistake("DVK608", f"indicators[id={name}].{key}", args)


def _gone(problem: str, name: str, field: str, times: int) -> Mistake:
    return Mistake("DVK607", field, {"problem": problem, "name": name, "times": str(times)})


def _units_in(comparison: Comparison, side: Workspace) -> Iterator[tuple[str, str]]:
    """The units declared in changed files of a side, with the file."""
    for path, file in side.unit_files.items():
        if path in comparison.paths:
            yield from ((path, unit.id) for unit in file.units)


def _indicators_named(workspace: Workspace) -> Iterator[tuple[int, set[str]]]:
    """The indicators that each document names, with its year."""
    for _, filing in workspace.filings():
        if isinstance(filing, Report):
            yield filing.period.year, {figure.indicator for figure in filing.figures}
        elif isinstance(filing, Plan):
            yield filing.period.year, {target.indicator for target in filing.targets}
        else:
            yield filing.period.year, {target.indicator for model in filing.models for target in model.targets}


def _models_named(workspace: Workspace) -> Iterator[Reference]:
    """Every reference to a model, once for each that tells of it."""
    for report in workspace.reports.values():
        yield from (result.model for result in report.models if result.model is not None)
        yield from (exemplar.model for exemplar in report.exemplars if exemplar.model is not None)
    for story in workspace.stories.values():
        yield from story.models


def _years_with_figures(workspace: Workspace) -> dict[str, str]:
    """For each indicator the years for which reports give it."""
    found: dict[str, set[int]] = {}
    for report in workspace.reports.values():
        for figure in report.figures:
            found.setdefault(figure.indicator, set()).add(report.period.year)
    return {name: ", ".join(map(str, sorted(years))) for name, years in found.items()}


def _value(indicator: Indicator, key: str) -> str:
    return str(getattr(indicator, key) or "–")
