"""A repository that a pull request is made against, and short calls that make one."""

import json
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from repositories import git
from workspace_builder import Workspace, report_due

PLAN = "plans/2021/tinh/ke-hoach.yaml"
ACCEPTED = "reports/2021/tinh/huyen-a/2021-H1.yaml"
SUBMITTED = "reports/2021/tinh/huyen-b/2021-H1.yaml"
RETURNED = "reports/2021/tinh/huyen-c/2021-H1.yaml"
YEAR_OF_A = "reports/2021/tinh/huyen-a/2021.yaml"
YEAR_OF_B = "reports/2021/tinh/huyen-b/2021.yaml"
DRAFT = "reports/2021/tinh/huyen-c/2021.yaml"
MODELS = "registrations/2021/tinh/huyen-a/dang-ky.yaml"
QUARTER = "reports/2021/tinh/huyen-b/2021-Q1.yaml"
UNITS = "units/units.yaml"
INDICATORS = "indicators.yaml"
HALF, YEAR, REGISTER = (f"{PLAN}#{name}" for name in ("nua-nam", "ca-nam", "dang-ky"))


def seconds(day):
    return int(datetime.fromisoformat(f"{day}T05:00").replace(tzinfo=UTC).timestamp())


BASE_DAY = "2021-12-10"
NOW = seconds("2021-12-12")


def build(root):
    """Make the base: an issued plan with locks, filings in every state, and a number that was given up again."""
    made = Workspace(root)
    made.settings(adoption_date="2021-01-01")
    made.unit("tinh", level="province", maintainers=["an"])
    for name in ("huyen-a", "huyen-b", "huyen-c"):
        made.unit(name, "tinh", level="district", maintainers=[name.replace("huyen", "nguoi")])
    made.unit("huyen-d", "tinh", level="district")
    made.unit("xa-a1", "huyen-a")
    made.indicator("nha", "sum", "sum")
    made.indicator("cay", "sum", "sum")
    made.plan(
        "tinh",
        {"id": "dang-ky", "kind": "registration", "who": {"level": ["district"]}, "period": 2021}
        | {"before": "2021-04-20"},
        report_due("nua-nam", "2021-H1", "district", before="2021-07-06", lock="2021-07-31"),
        report_due("ca-nam", 2021, "district", before="2021-12-15", lock="2021-12-31"),
        year=2021,
    )
    made.registration(
        "huyen-a", 2021, {"id": "mo-hinh", "targets": [{"indicator": "nha", "value": 2}]}, answers=[REGISTER]
    )
    filed = {"answers": [HALF], "submitted": "2021-07-02"}
    made.report("huyen-a", "2021-H1", {"nha": 2}, state="accepted", number="02-BC/HĐ", date="2021-07-01", **filed)
    made.report("huyen-b", "2021-H1", {"nha": 3}, **filed)
    returned = {"by": "tinh", "date": "2021-07-20", "reason": "thiếu số", "resubmit_by": "2021-12-20"}
    made.report("huyen-c", "2021-H1", {"nha": 4}, state="returned", returns=[returned], **filed)
    made.report("huyen-a", 2021, {"nha": 5}, answers=[YEAR], submitted="2021-12-01", **_of_the_model())
    made.report("huyen-c", 2021, {"nha": 6}, state="draft")
    made.report("huyen-b", "2021-Q1", {"cay": 7}, number="03-BC/HĐ", date="2021-04-01", submitted="2021-04-01")
    git(root, "init", "-q", "--template=", "-b", "main", ".")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "việc", at=seconds("2021-12-09"))
    made.report("huyen-b", "2021-Q1", {"cay": 7}, number="04-BC/HĐ", date="2021-04-01", submitted="2021-04-01")
    git(root, "commit", "-q", "-a", "-m", "sửa số", at=seconds(BASE_DAY))
    git(root, "switch", "-q", "-c", "de-nghi")


def _of_the_model():
    return {"models": [{"model": f"{MODELS}#mo-hinh", "stage": "carried_out"}]}


@dataclass
class Request:
    """A pull request in the making: a checkout on the branch ``de-nghi`` of a copy of the base."""

    root: Path
    base: str = "main"
    at: str | None = "HEAD"
    options: tuple[str, ...] = ()

    @property
    def trap(self):
        """A file that is there once something of the pull request has run."""
        return self.root.parent / "ran"

    def write(self, path, text):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def change(self, path, *pairs):
        """Replace texts of a file, each there once."""
        text = (self.root / path).read_text(encoding="utf-8")
        for old, new in pairs:
            assert text.count(old) == 1, (path, old, text)
            text = text.replace(old, new)
        self.write(path, text)

    def add(self, path, text):
        self.write(path, (self.root / path).read_text(encoding="utf-8") + text)

    def remove(self, path):
        (self.root / path).unlink()

    def report(self, unit, period, value=1, *, answers="", more=""):
        """Write a submitted report in its place."""
        named = f"answers:\n  - {answers}\n" if answers else ""
        text = f"schema: report/v1\nrevision: 1\nstate: submitted\nunit: {unit}\nperiod: {period}\n{named}{more}"
        path = f"reports/{period[:4]}/tinh/{unit}/{period}.yaml"
        self.write(path, f"{text}submitted: 2021-12-11\nown:\n  - indicator: nha\n    value: {value}\n")
        return path

    def revise(self, path, *pairs, note=True):
        """Change a document and raise its revision, with a reason or without."""
        self.change(path, ("revision: 1\n", "revision: 2\n"), *pairs)
        if note:
            self.add(path, "changes:\n  - revision: 2\n    reason: đính chính\n")

    def commit(self, at=NOW):
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "đề nghị", at=at)

    def git(self, *command, at=NOW, given=b""):
        return git(self.root, *command, at=at, given=given)

    def judged(self, *options):
        """Judge it; give the exit code, the findings as (code, file, field), and all that was said beside them."""
        at = ["--at", self.at] if self.at else []
        result = Workspace.run(self, "check", "--base", self.base, *at, *self.options, *options, "--format", "json")
        found = json.loads(result.stdout) if result.exit_code < 2 else []
        return result.exit_code, {(row["code"], row["file"], row["field"]) for row in found}, result.stderr

    def check(self, *options):
        """The same with the findings as (code, file)."""
        exit_code, found, said_besides = self.judged(*options)
        return exit_code, {(code, file) for code, file, _ in found}, said_besides

    def shown(self, *options):
        """The same as a person reads it."""
        at = ["--at", self.at] if self.at else []
        return Workspace.run(self, "check", "--base", self.base, *at, *options).stdout


def main_goes_on(request, change):
    """Let ``main`` go on by one commit while the branch stays."""
    branch = request.git("rev-parse", "--abbrev-ref", "HEAD")
    request.git("switch", "-q", "main")
    change()
    request.commit()
    request.git("switch", "-q", branch)


def copied(base, root):
    """A copy of the base, its own repository."""
    shutil.copytree(base, root, symlinks=True)
    return Request(root)
