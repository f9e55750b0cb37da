"""What tests of exports share: whether the extra is there, and how the command line is asked."""

import io
import shutil
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.util import find_spec

import pytest

from dvk.__main__ import run

TODAY = date(2026, 11, 21)
FORMS = ("sqlite", "csv", "parquet")
needs_scale = pytest.mark.skipif(
    any(find_spec(name) is None for name in ("ibis", "duckdb", "pyarrow", "pandas")),
    reason="the extra is not installed: pip install 'dvk[scale]'",
)
needs_spark = pytest.mark.skipif(
    find_spec("pyspark") is None or shutil.which("java") is None,
    reason="no pyspark or no Java: pip install 'dvk[scale,spark]'",
)


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    err: str


def dvk(*words):
    """Ask the command line in this process, in English; a result in bytes is not asked for."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run([*map(str, words), "--lang", "en"], TODAY)
    return Said(code, out.getvalue(), err.getvalue())


def exported(root, target, form, *more):
    """Export a workspace; give the folder."""
    said = dvk("export", target, "--format", form, "--root", root, *more)
    assert said.code == 0, said.err
    return target


VIEWS = (
    ("--format", "json"),
    ("--format", "table", "--depth", 9),
    ("--format", "csv", "--depth", 9),
)


@cache
def _of_files(root, year, words):
    return dvk("rollup", "--year", year, "--root", root, *words)


def differing_views(root, year, *folders, views=VIEWS):
    """Give the ways of asking in which the roll-up of exports is not that of the files, to the last byte."""
    facts = [word for folder in folders for word in ("--facts", folder)]
    found = []
    for words in views:
        of_files = _of_files(root, year, words)
        of_facts = dvk("rollup", "--year", year, *facts, *words)
        assert of_files.code == 0, of_files.err
        if (of_facts.code, of_facts.out) != (0, of_files.out):
            found.append((words, of_facts.err))
    return found
