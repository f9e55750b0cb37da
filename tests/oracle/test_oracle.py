"""``dvk rollup`` against the oracle on random workspaces: 40 in the ordinary suite, 2,000 more with ``-m deep``.

``DVK_ORACLE_SEED`` sets the base seed; a failure names the seed and size of its workspace, and
``python tests/oracle/generate.py SEED SIZE`` shows it again.
"""

import shutil
from collections import defaultdict
from fractions import Fraction

import pytest
from compare import compared, differences, printed
from generate import SIZES, workspace
from hand_examples import reorganised, report
from oracle import own_figures
from oracle_seed import BASE_SEED
from random_plans import YEAR
from workspace_files import Documents, shown

QUICK, DEEP = 40, 2_000
NUMBERS = [*range(QUICK), *(pytest.param(number, marks=pytest.mark.deep) for number in range(QUICK, QUICK + DEEP))]


def _seed_and_size(number: int) -> tuple[int, int]:
    return BASE_SEED + number, SIZES[number % len(SIZES)]


@pytest.mark.parametrize("number", NUMBERS)
def test_rollup_is_what_the_rules_say(number, tmp_path):
    seed, size = _seed_and_size(number)
    documents, found = compared(seed, size, tmp_path)
    if found:
        pytest.fail("\n".join([*found, f"seed {seed}, size {size}, in {tmp_path}", shown(documents)]), pytrace=False)
    shutil.rmtree(tmp_path)


@pytest.mark.parametrize("number", NUMBERS)
def test_conservation(number, tmp_path):
    """Where no total is stated and no predecessor covered, all roots are the sum of all own figures."""
    seed, size = _seed_and_size(number)
    documents = _without_totals(workspace(seed, size))
    sums = {row["id"] for row in documents["indicators.yaml"]["indicators"] if row["over_units"] == "sum"}
    own: dict[str, Fraction] = defaultdict(Fraction)
    for indicator, figure in own_figures(documents, YEAR):
        own[indicator] += figure
    roots: dict[str, float] = defaultdict(float)
    for root in printed(tmp_path, documents, YEAR):
        for row in root["indicators"]:
            roots[row["id"]] += row["value"] or 0
    for indicator in sums:
        assert roots[indicator] == pytest.approx(float(own[indicator])), f"{indicator}, seed {seed}, size {size}"
    shutil.rmtree(tmp_path)


def _without_totals(documents: Documents) -> Documents:
    told = {"consolidated", "covers_predecessors"}
    plain = {
        path: {key: value for key, value in document.items() if key not in told} for path, document in documents.items()
    }
    rows = [row for row in plain["indicators.yaml"]["indicators"] if "numerator" not in row]
    return plain | {"indicators.yaml": {"schema": "indicators/v1", "indicators": rows}}


def test_the_comparison_sees_a_difference(tmp_path):
    documents = reorganised()
    answer = printed(tmp_path, documents, 2025)
    assert not differences(documents, answer, 2025)
    more = documents | report("e", "2025-Q3", {"models_done": "1"})
    more["reports/2025/e/2025-H2.yaml"]["own"][0]["value"] = "4"
    assert differences(more, answer, 2025)
