"""Builds workspaces of real files and real git histories from short calls, and asks the command line."""

import json
import os
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any, TypeAlias

from plain_yaml import as_yaml

Fields: TypeAlias = Mapping[str, Any]
Figures: TypeAlias = Mapping[str, "int | str | None"]
Answer: TypeAlias = dict[str, Any]

NULL_REASON = "chưa thống kê được"

_SETTINGS = {
    "main_branch": "main",
    "fields": [
        {"id": "economy", "name": "Kinh tế", "name_en": "Economy"},
        {"id": "culture-society", "name": "Văn hóa - xã hội", "name_en": "Culture and society"},
    ],
    "lines": [
        {"id": "youth-union", "name": "Đoàn TNCS Hồ Chí Minh", "name_en": "Youth Union"},
        {"id": "front", "name": "Mặt trận Tổ quốc", "name_en": "Fatherland Front"},
    ],
    "levels": [
        {"id": "province", "name": "Tỉnh", "name_en": "Province"},
        {"id": "district", "name": "Huyện", "name_en": "District"},
        {"id": "commune", "name": "Xã", "name_en": "Commune"},
    ],
    "kinds": [{"id": "territorial", "name": "Địa bàn", "name_en": "Territorial"}],
}


@dataclass(frozen=True)
class Result:
    """What a run of the command line came to."""

    exit_code: int
    stdout: str
    stderr: str


class Workspace:
    """A folder that grows into a workspace; every call writes at once and paths are relative to ``root``."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._units: list[Answer] = []
        self._events: list[Answer] = []
        self._indicators: list[Answer] = []
        self._folders: dict[str, str] = {}
        self._numbers = 0
        self.settings()

    # documents

    def write(self, path: str, document: Any) -> str:
        """Write a document, or a text as it is, and give its path back."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(document if isinstance(document, str) else as_yaml(document), encoding="utf-8")
        return path

    def settings(self, **fields: Any) -> None:
        self.write("dvk.yaml", {"schema": "settings/v1", **_SETTINGS, **fields})

    def unit(self, unit: str, parent: Any = None, *, level: str = "commune", **fields: Any) -> None:
        """Add a unit; ``fields`` may hold ``start`` and ``to``, and whatever else the format knows.

        A parent that changed is a list of ``since`` rows; the files of its unit lie in a folder of its own.
        """
        start = fields.pop("start", None)
        row = {"id": unit, "line": fields.pop("line", "youth-union"), "name": unit.upper(), "level": level}
        row |= ({"from": start} if start else {}) | ({"parent": parent} if parent else {}) | fields
        if isinstance(parent, list):
            row.setdefault("folder", unit)
        above = f"{self._folders[parent]}/" if isinstance(parent, str) else ""
        self._folders[unit] = row.get("folder", above + unit)
        self._units.append(row)
        self._write_units()

    def units(self, *units: str, parent: str, level: str = "commune") -> None:
        for unit in units:
            self.unit(unit, parent, level=level)

    def event(self, kind: str, date: str, sources: Sequence[str], targets: Sequence[str] = ()) -> None:
        row = {"kind": kind, "date": date, "from": list(sources), "decision": "12-QĐ/TĐTN"}
        self._events.append(row | ({"into": list(targets)} if targets else {}))
        self._write_units()

    def indicator(self, indicator: str, over_time: str, over_units: str, **fields: Any) -> None:
        added = {"type": "count", "over_time": over_time, "over_units": over_units} | fields
        self._add_indicator(indicator, added)

    def ratio(self, indicator: str, numerator: str, denominator: str) -> None:
        parts = {"type": "percent", "numerator": numerator, "denominator": denominator}
        self._add_indicator(indicator, {"unit_of_measure": "%", **parts})

    def plan(self, unit: str, *obligations: Fields, year: int, slug: str = "ke-hoach", **fields: Any) -> str:
        """Issue a plan on 5 January of its year, unless ``date`` is given."""
        self._numbers += 1
        document = {
            "schema": "plan/v1",
            "revision": 1,
            "state": "issued",
            "unit": unit,
            "type": "KH",
            "number": f"{self._numbers:02}-KH/ĐTN",
            "date": f"{year}-01-05",
            "subject": "Phong trào thi đua Dân vận khéo",
            "period": year,
            "obligations": list(obligations),
            "signatory": {"authority": "TM. Ban Thường vụ", "post": "Bí thư", "name": "Nguyễn Văn An"},
        }
        path = f"plans/{year}/{self._folders[unit]}/{slug}.yaml"
        return self.write(path, document | fields)

    def report(
        self, unit: str, period: int | str, own: Figures | None = None, *, topic: str = "", **fields: Any
    ) -> str:
        """Write a submitted report; ``own`` and ``consolidated`` map indicators to figures, or None."""
        document = {
            "schema": "report/v1",
            "revision": 1,
            "state": "submitted",
            "unit": unit,
            "period": period,
        }
        consolidated = fields.pop("consolidated", {})
        document |= fields
        document |= {"own": _figures(own)} if own is not None else {}
        document |= {"consolidated": _figures(consolidated)} if consolidated else {}
        name = f"{period}-{topic}" if topic else f"{period}"
        return self.write(f"reports/{name[:4]}/{self._folders[unit]}/{name}.yaml", document)

    def registration(self, unit: str, year: int, *models: Fields, **fields: Any) -> str:
        """Write an accepted registration of models."""
        document = {
            "schema": "registration/v1",
            "revision": 1,
            "state": "accepted",
            "unit": unit,
            "period": year,
        }
        rows = [{"name": f"Mô hình {model['id']}", "field": "economy", **model} for model in models]
        path = f"registrations/{year}/{self._folders[unit]}/dang-ky.yaml"
        return self.write(path, document | {"submitted": f"{year}-04-20", "models": rows} | fields)

    # git

    def git_init(self) -> None:
        self._git("init", "--quiet", "--initial-branch=main")

    def commit(self, date: str = "", *, committer_date: str = "", author_date: str = "", message: str = "Nộp") -> None:
        """Commit all that changed (or nothing) at ``date``, or at the two dates apart."""
        self._git("add", "--all")
        dates = {"GIT_COMMITTER_DATE": committer_date or date, "GIT_AUTHOR_DATE": author_date or date}
        self._git("commit", "--quiet", "--allow-empty", "-m", message, **dates)

    def branch(self, name: str) -> None:
        """Begin a branch here and switch to it."""
        self._git("switch", "--quiet", "--create", name)

    def merge(self, branch: str, date: str) -> None:
        """Merge a branch into main, always by a merge commit."""
        self._git("switch", "--quiet", "main")
        dates = {"GIT_COMMITTER_DATE": date, "GIT_AUTHOR_DATE": date}
        self._git("merge", "--quiet", "--no-ff", "-m", f"Nhận {branch}", branch, **dates)

    # questions

    def run(self, *args: object) -> Result:
        """Run the command line in this process, in English unless ``--lang`` is given."""
        from dvk.__main__ import run

        argv = [*map(str, args), "--root", str(self.root)]
        out, err = (TextIOWrapper(BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
        with redirect_stdout(out), redirect_stderr(err):
            code = run(argv if "--lang" in argv else [*argv, "--lang", "en"])
        return Result(code, *(stream.buffer.getvalue().decode() for stream in (out, err)))

    def json(self, *args: object) -> Any:
        """Give the answer of a command as JSON; findings (exit 1) are an answer too."""
        result = self.run(*args, "--format", "json")
        assert result.exit_code in {0, 1}, result.stderr + result.stdout
        return json.loads(result.stdout)

    def row(self, unit: str, indicator: str, year: int) -> Answer:
        """Give the roll-up of one indicator at one unit."""
        answer = self.json("rollup", "--year", year, "--unit", unit, "--indicator", indicator, "--depth", 9)
        return _only([row for row in _only(answer)["indicators"] if row["id"] == indicator])

    def models(self, unit: str, year: int) -> Answer:
        """Give the funnel of models of one unit."""
        models: Answer = _only(self.json("rollup", "--year", year, "--unit", unit))["models"]
        return models

    def deadlines(self, year: int, on: str, obligation: str = "") -> list[Answer]:
        """List what is owed for a year, for one obligation or for all."""
        listed: list[Answer] = self.json("deadlines", "--year", year, "--on", on)
        return [entry for entry in listed if obligation in {"", entry["obligation"]}]

    def findings(self, code: str) -> list[Answer]:
        """List what check finds under one code."""
        return [found for found in self.json("check") if found["code"] == code]

    def finding(self, code: str) -> Answer:
        """Give the one finding under a code; the failure shows all that were found."""
        found = self.json("check")
        assert [row["code"] for row in found].count(code) == 1, found
        return _only([row for row in found if row["code"] == code])

    def _write_units(self) -> None:
        self.write("units/units.yaml", {"schema": "units/v1", "units": self._units, "events": self._events})

    def _add_indicator(self, indicator: str, fields: Answer) -> None:
        named = {"id": indicator, "name": indicator.capitalize(), "unit_of_measure": "căn"}
        self._indicators.append(named | fields)
        self.write("indicators.yaml", {"schema": "indicators/v1", "indicators": self._indicators})

    def _git(self, *args: str, **variables: str) -> None:
        person = {
            f"GIT_{role}_{what}": value
            for role in ("AUTHOR", "COMMITTER")
            for what, value in (("NAME", "An"), ("EMAIL", "an@example.org"))
        }
        apart = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        subprocess.run(["git", *args], cwd=self.root, env=kept | person | apart | variables, check=True)


def report_due(obligation: str, period: int | str, *levels: str, **fields: Any) -> Answer:
    """Give a report obligation of the units of these levels."""
    return {"id": obligation, "kind": "report", "who": {"level": list(levels)}, "period": period} | fields


def since(value: str, start: str | None = None, to: str | None = None) -> Answer:
    """Give a row of a dated value."""
    return {"value": value} | ({"from": start} if start else {}) | ({"to": to} if to else {})


def child(row: Answer, unit: str) -> Answer:
    """Give the row of a unit that stands directly below another."""
    return _only([below for below in row["children"] if below["unit"] == unit])


def words(finding: Answer) -> str:
    """Give all that a finding says: its sentence, its remedy, its arguments."""
    return json.dumps(finding, ensure_ascii=False)


def _figures(figures: Figures | None) -> list[Answer]:
    return [
        {"indicator": indicator, "value": value} | ({} if value is not None else {"reason": NULL_REASON})
        for indicator, value in (figures or {}).items()
    ]


def _only(rows: Sequence[Answer]) -> Answer:
    assert len(rows) == 1, rows
    return rows[0]
