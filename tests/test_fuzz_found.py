"""What fuzzing found, kept: every input that once failed, took long or filled the memory; and the harness itself."""

import gc
import importlib
import time
from pathlib import Path
from random import Random

import pytest
from fuzz.mutating import mutated
from fuzz.watching import MOST_SECONDS, Watch

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


def test_what_was_read_is_freed():
    """Errors of validators keep the frames that they were raised from; with those of pydantic that was a leak."""
    entries = "  - {ps: null, unit: null}\n" * 12_000
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


def test_unknown_keys_are_told_up_to_a_thousand():
    keys = "".join(f"k{number}: 1\n" for number in range(3000))
    found = read(f"schema: report/v1\n{keys}".encode(), "report")
    assert len(found.mistakes) == MOST_MISTAKES
