"""What fuzzing found, kept: every input that once failed, took long or filled the memory; and the harness itself."""

import gc
import importlib
import time
from pathlib import Path
from random import Random

import pytest
from fuzz.mutating import mutated
from fuzz.watching import MOST_SECONDS, Watch

from dvk.naming import MOST_ASKED
from dvk.reading import MOST_MISTAKES, read

FUZZ = Path(__file__).parent / "fuzz"
TARGETS = ("reader", "parsers", "paper_texts")
FOUND = sorted((FUZZ / "found").glob("*/*"))


@pytest.mark.parametrize("file", FOUND, ids=lambda file: f"{file.parent.name}-{file.name}")
def test_what_was_found_is_mended(file):
    before = time.process_time()
    importlib.import_module(f"fuzz.{file.parent.name}").one(file.read_bytes())
    assert time.process_time() - before < MOST_SECONDS


def test_every_kind_of_finding_belongs_to_a_target():
    assert {file.parent.name for file in FOUND} <= set(TARGETS)


@pytest.mark.parametrize("target", ["reader", "parsers"])
def test_the_repositorys_own_documents_and_changes_of_them(target, tmp_path):
    """A short run without guidance: every seventh seed, and one change of each."""
    module, random = importlib.import_module(f"fuzz.{target}"), Random(1)  # noqa: S311 - no secret
    seeds = list(dict.fromkeys(module.seeds()))
    watch = Watch(module.one, tmp_path / "found", tmp_path / "notes.json")
    for seed in seeds[::7]:
        watch(seed)
        watch(mutated(seed, 5000, random, seeds))
    assert watch.runs > 80
    assert not (tmp_path / "found").exists(), [file.read_text() for file in (tmp_path / "found").glob("*.txt")]


def test_the_watch_keeps_what_fails(tmp_path):
    watch = Watch(lambda data: 1 // (len(data) - 3), tmp_path / "found", tmp_path / "notes.json")
    for data in (b"abc", b"abcd", b"a"):
        watch(data)
    (kept,) = [file for file in (tmp_path / "found").iterdir() if not file.suffix]
    assert kept.read_bytes() == b"abc"
    assert '"executions": 3' in watch.note()


# files that are nothing but mistakes


@pytest.mark.parametrize("size", [200_000, pytest.param(1 << 20, marks=pytest.mark.deep)])
@pytest.mark.parametrize("entry", ["-\n", "- a\n", "- a: 1\n"])
def test_a_list_of_nothing_but_mistakes_is_read_in_time(entry, size):
    text = "schema: report/v1\nown:\n"
    text += entry * ((size - len(text)) // len(entry))
    before = time.process_time()
    found = read(text.encode(), "report")
    assert time.process_time() - before < MOST_SECONDS
    assert found.facts is None
    assert found.mistakes[-1].field.startswith("own[")
    assert len(found.mistakes) <= MOST_MISTAKES


@pytest.mark.parametrize("number", [500, 9000, 12_000])
def test_what_was_read_is_freed(number):
    """Errors of validators keep the frames that they were raised from; with those of pydantic that was a leak.

    Few are taken as they come, very many are looked for in parts, and of a large file a part comes first.
    """
    entries = "  - {ps: null, unit: null}\n" * number
    data = f"schema: report/v1\nrevision: x\nanswers:\n{entries}own:\n{entries}".encode()
    counts = []
    for _ in range(3):
        assert len(read(data, "report").mistakes) == MOST_MISTAKES
        gc.collect()
        counts.append(len(gc.get_objects()))
    assert counts[2] - counts[1] < 100


def test_mistakes_behind_very_many_good_entries_are_found():
    good, bad = "- A\n" * 5000, "-\n" * 50_000
    found = read(f"schema: plan/v1\nrecipients:\n{good}{bad}".encode(), "plan")
    assert any(mistake.field == "recipients[5000]" for mistake in found.mistakes)


def test_unknown_keys_are_told_up_to_a_thousand_and_something_near_up_to_a_hundred():
    keys = "".join(f"unit{number}: 1\n" for number in range(3000))
    found = read(f"schema: report/v1\n{keys}".encode(), "report")
    near = [mistake.args["near"] for mistake in found.mistakes if mistake.code == "DVK122"]
    assert len(found.mistakes) == MOST_MISTAKES
    assert 90 < sum(map(bool, near)) <= MOST_ASKED


def test_one_slip_in_every_row_is_answered_in_every_row():
    rows = "".join(f"- {{indicator: a{number}, vaule: 1}}\n" for number in range(400))
    found = read(f"schema: report/v1\nown:\n{rows}".encode(), "report")
    near = [mistake.args["near"] for mistake in found.mistakes if mistake.code == "DVK122"]
    assert len(near) == 400
    assert set(near) == {"value"}


USABLE = "- {id: bbb, name: x, unit_of_measure: x, over_time: sum, over_units: sum}\n"
MANY = {
    "severities: of no code": ("settings", "schema: settings/v1\nseverities:\n", "  DVK{0}x: error\n"),
    "parts of no component": (
        "profile",
        "schema: profile/v1\nname: x\neditions:\n- from: 2021-01-01\n  parts:\n",
        "  - issuer{0}\n",
    ),
    "ratios of nothing": (
        "indicators",
        f"schema: indicators/v1\nindicators:\n{USABLE}",
        "- {{id: b{0}, name: x, unit_of_measure: x, numerator: b{0}, denominator: bb{0}}}\n",
    ),
    "days after nothing": (
        "plan",
        "schema: plan/v1\nrevision: 1\nstate: draft\ntype: KH\nsubject: a\nunit: x\nperiod: 2021\nobligations:\n",
        "- {{id: a{0}, kind: report, who: {{units: [x]}}, period: 2021, of: a{0}x, days_after: 3}}\n",
    ),
}


@pytest.mark.parametrize("what", MANY)
def test_each_check_tells_a_thousand_mistakes_and_something_near_of_few(what):
    kind, head, entry = MANY[what]
    found = read((head + "".join(map(entry.format, range(1100)))).encode(), kind)
    near = [mistake.args["near"] for mistake in found.mistakes if mistake.args.get("near")]
    assert len(found.mistakes) == MOST_MISTAKES
    assert 0 < len(near) <= MOST_ASKED
