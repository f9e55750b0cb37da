"""The shape of the code: who may import whom, who alone touches the outside, and how long a file may be."""

import ast
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "dvk"

LAYERS = (
    "dvk",  # __version__ only
    # what everything stands on
    "errors",
    "findings",
    "added_mistakes",
    "vietnamese",
    "periods",
    "values",
    "filing_states",
    "facts",
    "naming",
    "people",
    "messages",
    "codes",
    "shown",
    "wording",
    "components",
    # the doors, and one file read
    "temporary",
    "on_disk",
    "textfile",
    "gitdoor",
    "entries",
    "fingerprints",
    "kinds",
    "documents",
    "document_checks",
    "reading",
    "schemas",
    "meaning",
    "snapshot",
    "memory",
    "files_asked",
    "merged_files",
    "templates",
    # a workspace as a value, and what is owed in it
    "parent_links",
    "organisation",
    "superiors",
    "placing",
    "year_tree",
    "due_days",
    "obligations",
    "history",
    "workspace",
    "main_branch",
    "named_things",
    "file_differences",
    "document_log",
    "changed_filings",
    "changes",
    "as_merged",
    "number_register",
    "profiles",
    "next_number",
    "deadlines",
    "overdue",
    "admission",
    # figures of one unit, then up the tree
    "amounts",
    "yearly",
    "figures",
    "coverage",
    "cascade",
    "proofs",
    "totals",
    "ratios",
    "rollup",
    "models",
    "targets",
    "comparison",
    "yearbook",
    "movements",
    "why",
    "explanation",
    "agenda",
    # all findings
    "days_off",
    "workspace_checks",
    "checking",
    "checked_before",
    "explaining",
    "searching",
    # new files
    "writing",
    "editing",
    "stamping",
    "skeletons",
    "remembered",
    # the printed form
    "office_files",
    "confined",
    "libreoffice",
    "printing.data",
    "printing.tags",
    "printing.word",
    "printing.word.lint",
    "printing.contents",
    "printing",
    # old documents in
    "importing.paper",
    "importing.papers",
    "importing.doubts",
    "importing.quoted",
    "importing.known",
    "importing.outline",
    "importing",
    # a change judged before it is merged
    "trust",
    "summary",
    # beyond one machine
    "exporting",
    "combining",
    # finished results on their way out: as tables, as text
    "views",
    "output",
    # the command line
    "cli",
    "__main__",
)
"""Every module or package, in order: each imports only from those above it, and from its own package."""

DOORS = {
    "yaml": {"textfile"},
    "git": {"gitdoor.making"},
    "subprocess": {"gitdoor.calling", "confined", "libreoffice"},
    "jinja2": {"skeletons", "printing.word"},
    "docx": {"printing.word", "importing.papers", "output"},
    "docxtpl": {"printing.word"},
    "lxml": {"printing.word", "importing.papers"},
    "pypdf": {"importing.papers"},
    "markdown_it": {"printing.word"},
    "xlsxwriter": {"output"},
    "holidays": {"days_off"},
    "pydantic": {"documents", "reading", "schemas"},
    "pydantic_core": set(),
    "typer": {"cli", "__main__"},
    "rich": {"output"},
    "pyarrow": {"exporting.parquet_files"},
    "ibis": {"combining.engines"},
    "pyspark": {"combining.engines"},
}
"""Each library from outside, and the modules and packages that may import it."""

FULL_DOCUMENTS = {"documents", "document_checks", "reading", "schemas", "printing.contents", "skeletons.superior"}
"""Who may see a full document; everybody else sees facts. Commands on one file would be added by name."""

LONGEST = 300
LONGER: dict[str, tuple[int, str]] = {}
"""Files over the limit, how long they may be, and why."""


def name_of(file):
    parts = file.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts) or "dvk"


@cache
def sources():
    return {name_of(file): ast.parse(file.read_text(encoding="utf-8")) for file in sorted(PACKAGE.rglob("*.py"))}


def imports(module):
    """Give (line, imported module, name taken from it or "") for every import, those inside functions too."""
    for node in ast.walk(sources()[module]):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}:{node.lineno}: a relative import"
            yield from ((node.lineno, node.module, alias.name) for alias in node.names)


def own_imports(module):
    """Give the modules of dvk that a module imports, with the line."""
    for line, imported, taken in imports(module):
        if imported != "dvk" and not imported.startswith("dvk."):
            continue
        inner = imported.removeprefix("dvk").removeprefix(".")
        deeper = f"{inner}.{taken}".removeprefix(".")
        yield line, deeper if deeper in sources() else inner or "dvk"


def belongs(module, group):
    return module == group or module.startswith(f"{group}.")


def layer_of(module):
    """The entry of the list that a module belongs to: the longest one that fits."""
    fitting = [entry for entry in LAYERS if belongs(module, entry)]
    return max(fitting, key=len) if fitting else None


def test_every_module_has_its_place_in_the_order():
    assert [module for module in sources() if layer_of(module) is None] == []


def test_every_place_in_the_order_is_taken():
    assert set(LAYERS) - {layer_of(module) for module in sources()} == set()


def test_modules_import_only_from_those_above_them():
    wrong = []
    for module in sources():
        here = LAYERS.index(layer_of(module))
        for line, imported in own_imports(module):
            there = LAYERS.index(layer_of(imported))
            if there > here:
                wrong.append(f"{module}:{line} imports {imported}, which stands below it")
    assert wrong == []


def test_no_imports_run_in_a_circle():
    """Inside a package the order is not written down: there it is enough that nothing leads back."""
    above = {module: {imported for _, imported in own_imports(module)} for module in sources()}
    left = dict(above)
    while left:
        free = [module for module, needed in left.items() if not needed & left.keys() - {module}]
        assert free, f"these import each other: {sorted(left)}"
        left = {module: needed for module, needed in left.items() if module not in free}


@pytest.mark.parametrize("library", DOORS)
def test_each_library_has_one_door(library):
    wrong = [
        f"{module}:{line}"
        for module in sources()
        for line, imported, _ in imports(module)
        if imported.partition(".")[0] == library and not any(belongs(module, door) for door in DOORS[library])
    ]
    assert wrong == []


def test_every_library_from_outside_is_in_the_table_of_doors():
    used = {imported.partition(".")[0] for module in sources() for _, imported, _ in imports(module)}
    assert used - sys.stdlib_module_names - {"dvk"} <= DOORS.keys()


def test_only_reading_sees_full_documents():
    wrong = []
    for module in sources():
        if any(belongs(module, group) for group in FULL_DOCUMENTS):
            continue
        for line, imported, taken in imports(module):
            whole = belongs(imported, "dvk.documents") or (imported == "dvk" and taken == "documents")
            if whole:
                wrong.append(f"{module}:{line} imports {taken or imported}")
    assert wrong == []


CLOCKS = {
    "datetime": {"now", "today", "utcnow"},
    "date": {"today"},
    "time": {"time", "time_ns", "localtime", "gmtime"},
}


def test_only_the_entry_point_reads_the_clock():
    readers = {
        f"{module}:{node.lineno}"
        for module, tree in sources().items()
        if module != "__main__"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name | ast.Attribute)
        and node.attr in CLOCKS.get(getattr(node.value, "id", getattr(node.value, "attr", "")), set())
    }
    assert readers == set()


def test_the_clock_is_read_in_one_place():
    """A test of the test: the search above finds the one reader that there is."""
    text = (PACKAGE / "__main__.py").read_text(encoding="utf-8")
    assert text.count("datetime.now(") == 1


def lines(file):
    return len(file.read_text(encoding="utf-8").splitlines())


def test_no_file_is_longer_than_it_may_be():
    allowed = {file: LONGER.get(file.relative_to(PACKAGE).as_posix(), (LONGEST, ""))[0] for file in python_files()}
    assert {file.name: lines(file) for file in python_files() if lines(file) > allowed[file]} == {}


def test_no_excuse_is_kept_for_a_file_that_is_gone():
    assert [name for name in LONGER if not (PACKAGE / name).is_file()] == []


def python_files():
    return sorted(PACKAGE.rglob("*.py"))


def loaded_after(*words):
    """Give the modules that a process has loaded after one call of the command line."""
    script = "import sys; from dvk.__main__ import run; run(sys.argv[1:]); sys.stderr.write(chr(10).join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script, *words],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stdout
    return set(done.stderr.splitlines())


HEAVY = {"yaml", "jinja2", "git", "dvk.workspace", "dvk.documents", "dvk.gitdoor"}


PYDANTIC = {"pydantic", "pydantic_core"}


@pytest.mark.parametrize("words", ["--help", "--version"])
def test_help_and_the_version_load_nothing_heavy(words):
    assert loaded_after(words) & (HEAVY | PYDANTIC) == set()


@pytest.mark.parametrize("words", ["check --help", "explain DVK204 --lang en"])
def test_a_command_that_reads_no_document_loads_nothing_that_reads(words):
    """Typer itself would load pydantic for the first option."""
    assert loaded_after(*words.split()) & ((HEAVY - {"dvk.gitdoor"}) | PYDANTIC) == set()


def test_a_question_loads_neither_templates_nor_the_git_library():
    assert loaded_after("rollup", "--year", "2021") & {"jinja2", "git"} == set()


def test_help_loads_no_module_of_a_command():
    commands = {name for name in sources() if name.startswith("cli.")}
    shared = {"cli.app", "cli.bilingual", "cli.plain_values", "cli.session"}
    assert loaded_after("--help") & {f"dvk.{name}" for name in commands - shared} == set()
