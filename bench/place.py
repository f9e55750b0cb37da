"""Where a run of the benchmark takes place: one workspace, what others need to do the same work, and what dvk keeps."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from ledgers import beancount_ledger, hledger_journal
from measuring import plain_environment
from render import plain
from workspaces import Country, made_up, write

from dvk.kinds import kind_of
from dvk.printing.word_files import Sheets
from dvk.workspace import open_workspace

SCHEMAS = Path(__file__).parents[1] / "schemas"
_SETTLED = 2.1
"""Seconds after which a file counts as written long ago."""
_MOST_WORDS = 900_000
"""Characters in one command's line; what is more goes into a second command."""
_FIGURE = re.compile(r"(indicator: cuoc-tuyen-truyen\n    value: )(\d+)")
_BARE = """\
import typer
app = typer.Typer()
@app.command()
def check(root: str = ".", strict: bool = False) -> None:
    "Kiểm tra các tệp."
@app.command()
def rollup(year: int, unit: str = "") -> None:
    "Tổng hợp số liệu."
app()
"""


@dataclass
class Place:
    """One workspace and all that is measured on it.

    Args:
        folder: everything lies below it.
        made: what the workspace is made of.
        sample: on how many files the slow ones among the others work.
        peers: where their programs are looked for before the PATH.
    """

    folder: Path
    made: Country
    sample: int
    peers: Path | None = None
    _turns: int = field(default=0, init=False)
    _changes: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        write(self.root, self.made, checkout=True)
        subprocess.run(["git", "status"], cwd=self.root, env=plain_environment(), check=True, capture_output=True)
        (self.folder / "bare").write_text(_BARE, encoding="utf-8")
        for name, lines in (("journal", hledger_journal(self.made)), ("beancount", beancount_ledger(self.made))):
            with (self.folder / f"ledger.{name}").open("w", encoding="utf-8") as ledger:
                ledger.writelines(lines)
        self.forget()

    @property
    def root(self) -> Path:
        """The workspace."""
        return self.folder / "w"

    @property
    def size(self) -> int:
        """How many files it has."""
        return len(self.paths)

    @cached_property
    def paths(self) -> list[str]:
        """All its files."""
        listed = subprocess.run(["git", "ls-files"], cwd=self.root, env=plain_environment(), check=True, stdout=-1)
        return listed.stdout.decode().splitlines()

    @cached_property
    def sampled(self) -> list[str]:
        """Documents, evenly from everywhere, at most as many as asked for."""
        step = max(1, -(-len(self.paths) // self.sample))
        return self.paths[::step]

    @cached_property
    def report(self) -> str:
        """A commune's report of the first half of 2025 with a plain figure in it."""
        halves = (path for path in self.paths if path.endswith("/2025-H1.yaml"))
        return next(path for path in halves if _FIGURE.search((self.root / path).read_text(encoding="utf-8")))

    @property
    def cache(self) -> Path:
        """Where dvk keeps what it remembers, in this turn."""
        return self.folder / f"cache-{self._turns}"

    def environment(self) -> dict[str, str]:
        """The environment of everything that is measured."""
        return plain_environment(DVK_CACHE=str(self.cache), BENCH_SECONDS=str(self.folder / "seconds"))

    def program(self, name: str) -> str | None:
        """Where a program of others is; None if it is not installed."""
        places = [str(self.peers / "bin")] if self.peers else []
        return shutil.which(name, path=os.pathsep.join([*places, str(Path(sys.executable).parent), os.environ["PATH"]]))

    def ask(self, words: list[str]) -> None:
        """Run a command once, not measured, when no file is of this moment any more: such a one dvk reads again."""
        time.sleep(_SETTLED)
        subprocess.run(words, cwd=self.root, env=self.environment(), check=True, capture_output=True)

    def forget(self) -> None:
        """Make dvk forget all that it has remembered, and put the changed file back."""
        self.put_back()
        shutil.rmtree(self.cache, ignore_errors=True)
        self._turns += 1
        self.cache.mkdir()

    @property
    def facts(self) -> Path:
        """Where dvk exports facts to."""
        return self.folder / "facts"

    def without_facts(self) -> None:
        """Take an earlier export away: dvk writes into a new folder only."""
        shutil.rmtree(self.facts, ignore_errors=True)

    def change(self) -> None:
        """Change one figure of one report, to another one each time."""
        self._changes += 1
        file = self.root / self.report
        text = file.read_text(encoding="utf-8")
        file.write_text(_FIGURE.sub(rf"\g<1>{1000 + self._changes}", text), encoding="utf-8")

    def put_back(self) -> None:
        """Give the changed file back what is committed."""
        for command in (["checkout", "-q", "--", self.report], ["update-index", "-q", "--refresh"]):
            subprocess.run(["git", *command], cwd=self.root, env=plain_environment(), check=True)

    def chunks(self, *command: str, kind: str | None = None) -> list[list[str]]:
        """The command with the sampled files (of a kind) at its end, as often as their names need."""
        found: list[list[str]] = []
        room = 0
        for path in self.sampled:
            if kind is None or kind_of(path) == kind:
                if room < len(path) + 1:
                    found.append(list(command))
                    room = _MOST_WORDS
                found[-1].append(path)
                room -= len(path) + 1
        return found

    @cached_property
    def sheet(self) -> tuple[Path, Path]:
        """A template and the data of a report, ready for docxtpl: from a small country, the same at every size."""
        with TemporaryDirectory(dir=self.folder) as folder:
            root = Path(folder, "w")
            write(root, made_up(150, self.made.seed), checkout=True)
            opened = open_workspace(root)
            path = next(path for path in opened.reports if path.endswith("/2025-H1.yaml"))
            sheet = Sheets(opened).of_document(path)
        template, data = self.folder / "mau.docx", self.folder / "data.json"
        template.write_bytes(sheet.template)
        data.write_text(json.dumps(plain(sheet.data)), encoding="utf-8")
        return template, data
