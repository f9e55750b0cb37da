"""Checks of models and figures in random workspaces: none fails, and “registered twice” is what a plain reading says.

``DVK_ORACLE_SEED`` sets the base seed, as for the roll-up.
"""

import json
from collections import Counter
from datetime import date
from itertools import combinations

import pytest
from oracle_seed import BASE_SEED
from random_filings import workspace
from workspace_builder import Workspace

from dvk.naming import compared
from dvk.workspace import open_workspace

MANY = 100
MINE = ("DVK304", "DVK404", "DVK417", "DVK426", *(f"DVK{number}" for number in range(435, 445)))


def checked(tmp_path, seed):
    ws = Workspace(tmp_path / str(seed))
    for path, document in workspace(seed).items():
        ws.write(path, document)
    result = ws.run("check", "--format", "json")
    assert result.exit_code in {0, 1}, f"seed {seed}: {result.stderr}"
    return ws, json.loads(result.stdout)


@pytest.mark.parametrize("tens", range(MANY // 10))
def test_registered_twice_is_what_a_plain_reading_says(tmp_path, tens):
    for seed in range(BASE_SEED + 10 * tens, BASE_SEED + 10 * tens + 10):
        ws, found = checked(tmp_path, seed)
        told = {(row["file"], row["field"], row["args"]["first"]) for row in found if row["code"] == "DVK438"}
        assert told == plainly(ws), f"seed {seed} in {ws.root}"


def test_every_code_turns_up_in_the_random_workspaces(tmp_path):
    """A test of the test: what never happens in them is not tried by them."""
    seen = Counter(row["code"] for seed in range(60) for row in checked(tmp_path, seed)[1])
    assert [code for code in MINE if not seen[code]] == []


def plainly(ws):
    """Give (file, field, first) for every pair of two models, compared one by one."""
    opened = open_workspace(ws.root)
    models = []
    for path, registration in opened.registrations.items():
        if registration.state in {"returned", "withdrawn"}:
            continue
        times = Counter()
        for model in registration.models:
            times[model.id] += 1
            name = model.id if times[model.id] == 1 else f"{model.id}#{times[model.id]}"
            models.append((path, f"models[id={name}].name", registration, model))
    twice = {}
    for first, later in combinations(sorted(models, key=lambda entry: precedence(opened, entry)), 2):
        if is_one(opened, first, later):
            twice.setdefault(later[:2], f"{first[0]}#{first[3].id}")
    return {(*place, first) for place, first in twice.items()}


def precedence(opened, entry):
    """Tell which of two was registered first: no draft, the day declared, reported on by its lead, the path."""
    path, _, registration, model = entry
    reports = [r for r in opened.reports.values() if r.state != "withdrawn" and r.unit == model.owners[0]]
    is_told = any(str(told.model) == f"{path}#{model.id}" for report in reports for told in report.models)
    declared = registration.declared.day if registration.declared else registration.issued or date.max
    return registration.state == "draft", declared, not is_told, path.removesuffix(".yaml")


def is_one(opened, first, later):
    (path, _, _, model), (other_path, _, _, other) = first, later
    if compared(model.name) != compared(other.name) or (path, model.id) == (other_path, other.id):
        return False
    if dropped(opened, first) < begun(later) or dropped(opened, later) < begun(first):
        return False
    common = set(range(model.first_year, model.last_year + 1)) & set(range(other.first_year, other.last_year + 1))
    return any(of_one_place(opened, model, other, year) for year in common)


def begun(entry):
    _, _, registration, model = entry
    return registration.declared.day if registration.declared else date(model.first_year, 1, 1)


def dropped(opened, entry):
    path, _, registration, model = entry
    days = [stage.day for stage in model.stages if stage.stage == "dropped"]
    for report in opened.reports.values():
        counts = report.state not in {"draft", "returned", "withdrawn"} and report.unit == registration.unit
        told = [result.stage for result in report.models if str(result.model) == f"{path}#{model.id}"]
        days += [report.period.end] if counts and "dropped" in told else []
    return min(days, default=date.max)


def of_one_place(opened, model, other, year):
    a, b = model.owners[0], other.owners[0]
    if a == b or b in model.owners or a in other.owners:
        return True
    parents = opened.trees.of(year).parents
    if a not in parents or b not in parents:
        return answered(opened, a, year) == b or answered(opened, b, year) == a
    if a in above(opened, b, year) or b in above(opened, a, year):
        return True
    mine, theirs = answered(opened, a, year), answered(opened, b, year)
    if (mine and mine == theirs) or mine == b or theirs == a:
        return True
    one_area = model.area and compared(model.area) == compared(other.area)
    return bool(one_area and parents[a] is not None and parents[a] == parents[b])


def above(opened, unit, year):
    found, parent = set(), opened.trees.of(year).parents[unit]
    while parent is not None:
        found.add(parent)
        parent = opened.trees.of(year).parents[parent]
    before = set(opened.organisation.above_on(unit, last_day(opened, unit, year)))
    return found | (before & opened.trees.of(year).parents.keys())


def answered(opened, unit, year):
    if unit not in opened.trees.of(year).parents:
        return None
    day = last_day(opened, unit, year)
    return next((link.value for link in opened.organisation.units[unit].answers_to if link.holds(day)), None)


def last_day(opened, unit, year):
    return min(date(year, 12, 31), opened.organisation.end_of(unit) or date.max)
