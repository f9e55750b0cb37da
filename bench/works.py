"""What is measured: one table of works, each a command line and what has to be so before it starts."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from place import SCHEMAS, Place

_HERE = Path(__file__).parent
_SCRIPT = Path(sys.executable).with_name("dvk")
_DVK = [str(_SCRIPT)] if _SCRIPT.exists() else [sys.executable, "-m", "dvk"]
_HAS_SCALE = find_spec("ibis") is not None
_HISTORY = """\
import os, sys, time
from pathlib import Path
from dvk import gitdoor
root = Path(sys.argv[1])
start = time.perf_counter()
gitdoor.file_versions(root, gitdoor.branch_tip(root, "main"), ("plans", "registrations", "reports"))
Path(os.environ["BENCH_SECONDS"]).write_text(str(time.perf_counter() - start))
"""
_LOG = (
    *("git", "log", "--first-parent", "--diff-merges=first-parent", "--raw", "-z", "--no-abbrev", "--no-renames"),
    *("--format=%ct", "main", "--", "plans", "registrations", "reports"),
)
_BEANCOUNT = """\
import sys
from beancount import loader
from beancount.core import realization
entries, mistakes, options = loader.load_file(sys.argv[1])
assert not mistakes, mistakes[:3]
realization.compute_balance(realization.realize(entries))
"""
Commands = list[list[str]]
WORDS_BEFORE_FILES = 3
"""In the command lines of works on a sample: what stands before the files."""


@dataclass(frozen=True)
class Work:
    """Something that takes time.

    Args:
        name: its id, by which others are compared with it.
        title: what it is, as typed.
        commands: the command lines at a place; none where the program is not there.
        before: what has to happen first, unmeasured.
        besides: variables of the environment.
        is_dvk: whether it is dvk's.
        of_sample: whether it works on the sample only, its files at the end of the line.
        is_slow: whether it is run only once on large workspaces.
        says_seconds: whether the command measures itself and writes its seconds to ``$BENCH_SECONDS``.
    """

    name: str
    title: str
    commands: Callable[[Place], Commands]
    before: Callable[[Place], None] = lambda _: None
    besides: dict[str, str] = field(default_factory=dict)
    is_dvk: bool = False
    of_sample: bool = False
    is_slow: bool = False
    says_seconds: bool = False


def _nothing(_: Place) -> None:
    """Nothing has to happen first."""


def _dvk(name: str, title: str, *words: str, before: Callable[[Place], None] = _nothing) -> Work:
    return Work(name, title, lambda _: [[*_DVK, *words]], before, is_dvk=True)


def _again(name: str, title: str, *words: str) -> Work:
    """A question that was asked before, of the same files."""
    return _dvk(name, title, *words, before=lambda place: place.ask([*_DVK, *words]))


def _changed(name: str, title: str, *words: str) -> Work:
    """A question that was asked before one file was changed."""

    def before(place: Place) -> None:
        place.ask([*_DVK, *words])
        place.change()

    return _dvk(name, title, *words, before=before)


def _render(place: Place) -> Commands:
    return [[*_DVK, "render", place.report, "--force", "-o", str(place.folder / "out.docx")]]


def _export(place: Place) -> Commands:
    return [[*_DVK, "export", "--format", "parquet", "--year", "2024", str(place.facts)]] if _HAS_SCALE else []


def _combined(place: Place) -> Commands:
    return [[*_DVK, "rollup", "--facts", str(place.facts), "--year", "2024"]] if _HAS_SCALE else []


def _docxtpl(place: Place) -> Commands:
    template, data = place.sheet
    return [[sys.executable, str(_HERE / "plain_docxtpl.py"), *map(str, (template, data, place.folder / "o.docx"))]]


def _check_jsonschema(place: Place) -> Commands:
    program = place.program("check-jsonschema")
    kinds = ("settings", "indicators", "units", "plan", "registration", "report")
    found = [(kind, str(SCHEMAS / f"{kind}.json")) for kind in kinds] if program else []
    return [line for kind, schema in found for line in place.chunks(program or "", "--schemafile", schema, kind=kind)]


def _yamllint(place: Place) -> Commands:
    program = place.program("yamllint")
    return place.chunks(program, "-d", "relaxed") if program else []


def _hledger(place: Place) -> Commands:
    program = place.program("hledger")
    return [[program, "-f", str(place.folder / "ledger.journal"), "balance", "--tree"]] if program else []


def _beancount(place: Place) -> Commands:
    known = place.program("bean-check")
    python = str(Path(known).with_name("python")) if known else ""
    return [[python, "-c", _BEANCOUNT, str(place.folder / "ledger.beancount")]] if known else []


def _bare(name: str, title: str, *words: str, **besides: str) -> Work:
    return Work(name, title, lambda place: [[sys.executable, str(place.folder / "bare"), *words]], besides=besides)


_DEADLINES = ("deadlines", "--year", "2024", "--on", "2024-12-31")
_TAB = {"COMP_WORDS": "dvk\ndeadlines\n--unit\nhuyen-doan-b", "COMP_CWORD": "3", "_DVK_COMPLETE": "complete_bash"}
WORKS = (
    _dvk("cold", "dvk check, cold", "check", before=Place.forget),
    _again("warm", "dvk check, warm", "check"),
    _changed("changed", "dvk check, 1 file changed", "check"),
    _dvk("rollup cold", "dvk rollup, cold", "rollup", "--year", "2024", before=Place.forget),
    _again("rollup", "dvk rollup, warm", "rollup", "--year", "2024"),
    _changed("rollup changed", "dvk rollup, 1 file changed", "rollup", "--year", "2024"),
    _again("rollup 2025", "dvk rollup 2025, warm", "rollup", "--year", "2025"),
    _again("deadlines", "dvk deadlines, warm", *_DEADLINES),
    _changed("deadlines changed", "dvk deadlines, 1 file changed", *_DEADLINES),
    Work("export", "dvk export, warm", _export, Place.without_facts, is_dvk=True, is_slow=True),
    Work("facts", "dvk rollup --facts", _combined, is_dvk=True),
    Work("render", "dvk render, 1 report", _render, is_dvk=True),
    _dvk("help", "dvk --help", "--help"),
    Work("tab", "dvk, Tab", lambda _: [_DVK], besides=_TAB, is_dvk=True),
    Work(
        "history",
        "days of receipt",
        lambda place: [[sys.executable, "-c", _HISTORY, str(place.root)]],
        is_dvk=True,
        says_seconds=True,
    ),
    Work("git log", "git log", lambda _: [list(_LOG)]),
    Work("git status", "git status", lambda _: [["git", "status", "--porcelain"]]),
    _bare("typer help", "typer, --help", "--help"),
    _bare("typer tab", "typer, Tab", COMP_WORDS="bare\nch", COMP_CWORD="1", _BARE_COMPLETE="complete_bash"),
    Work("docxtpl", "docxtpl, 1 report", _docxtpl),
    Work("check-jsonschema", "check-jsonschema", _check_jsonschema, of_sample=True, is_slow=True),
    Work("yamllint", "yamllint", _yamllint, of_sample=True, is_slow=True),
    Work("hledger", "hledger balance --tree", _hledger, is_slow=True),
    Work("beancount", "beancount", _beancount, is_slow=True),
)
