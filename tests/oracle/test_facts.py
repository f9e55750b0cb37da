"""``dvk rollup --facts`` against ``dvk rollup`` on random workspaces: 3 in the ordinary suite, 300 more deep."""

import shutil

import pytest
from facts_out import FORMS, VIEWS, differing_views, exported, needs_scale
from generate import SIZES, workspace
from hand_examples import reorganised, report
from oracle_seed import BASE_SEED
from random_plans import YEAR
from workspace_files import shown, write

pytestmark = needs_scale
QUICK, DEEP = 1, 300
NUMBERS = [*range(QUICK), *(pytest.param(number, marks=pytest.mark.deep) for number in range(QUICK, QUICK + DEEP))]


def differences(documents, form, tmp_path, views=VIEWS):
    write(tmp_path / "w", documents)
    folder = exported(tmp_path / "w", tmp_path / "x", form, "--year", YEAR)
    return differing_views(tmp_path / "w", YEAR, folder, views=views)


@pytest.mark.parametrize("number", NUMBERS)
def test_exports_add_up_to_what_the_files_do(number, tmp_path):
    seed, size = BASE_SEED + number, SIZES[-1 - number % len(SIZES)]
    documents = workspace(seed, size)
    found = differences(documents, FORMS[number % len(FORMS)], tmp_path, VIEWS[:1] if number < QUICK else VIEWS)
    if found:
        pytest.fail("\n".join([*map(str, found), f"seed {seed}, size {size}", shown(documents)]), pytrace=False)
    shutil.rmtree(tmp_path)


def test_the_reorganisation_of_2025(tmp_path):
    """Ended units under their successor, moved ones, and a year report that covers its predecessors."""
    assert differences(reorganised(), "parquet", tmp_path / "plain", VIEWS[:1]) == []
    covering = report("c", "2025", {"models_done": "40"}, covers_predecessors="yes")
    stated = report("p", "2025", {}, consolidated=[{"indicator": "models_done", "value": "90"}])
    assert differences(reorganised(covering | stated), "parquet", tmp_path / "covered") == []
