"""How fast many reports are printed: ``dvk render --all`` beside plain docxtpl, same template and data, same run.

    python bench/render.py [--quick] [--reports N] [--jobs N]

dvk starts from the YAML files: it reads the workspace, works out targets and last year's figures, fills the template
in its sandbox, sets the Markdown, numbers the headings and gives the document its look. docxtpl starts from data that
are ready, one new object for each document, in one process, and does none of that. The last column is what counts:
machines differ, the ratio of one run does not.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from itertools import count as numbers
from pathlib import Path
from typing import Any

from plain_docxtpl import fill

from dvk.printing.data import is_prose
from dvk.printing.places import documents_of_year
from dvk.printing.word_files import Sheet, Sheets
from dvk.workspace import open_workspace

YEAR = 2021
COMMUNES = 25
"""Communes of one district."""
SETTINGS = """\
schema: settings/v1
main_branch: main
fields:
  - {id: economy, name: Kinh tế, name_en: Economy}
lines:
  - {id: youth-union, name: Đoàn TNCS Hồ Chí Minh, name_en: Youth Union}
levels:
  - {id: province, name: Tỉnh, name_en: Province}
  - {id: district, name: Huyện, name_en: District}
  - {id: commune, name: Xã, name_en: Commune}
kinds:
  - {id: territorial, name: Địa bàn, name_en: Territorial}
"""
INDICATORS = ("Nhà nhân ái", "Cuộc tuyên truyền", "Công trình thanh niên", "Cây xanh", "Ngày công", "Tuyến đường hoa")
REPORT = """\
schema: report/v1
revision: 1
state: submitted
unit: {unit}
period: {year}
number: {number:02}-BC/ĐTN
date: {year}-11-25
place: Xã số {number}
situation: |
  Địa bàn có **{hamlets} thôn**, dân cư sống dọc hai bờ sông; nhiều thanh niên đi làm xa.

  - Thuận lợi: được cấp uỷ quan tâm, người dân đồng tình.
  - Khó khăn: kinh phí ít, mưa lũ kéo dài từ tháng 9.
leadership: Ban Chấp hành họp {hamlets} lần, ban hành kế hoạch và phân công từng uỷ viên phụ trách thôn.
propaganda: |
  Phát thanh *hằng tuần*; lồng ghép trong sinh hoạt chi đoàn.

  1. Treo băng rôn ở trung tâm xã.
  2. Đăng bài trên trang của đoàn xã.
own:
{figures}
strengths: Đoàn viên tham gia đông, nhiều việc làm cụ thể.
limits: Một số chi đoàn báo cáo chậm.
next_period: Duy trì các mô hình đã có, nhân rộng ở {hamlets} thôn.
signatory: {{authority: TM. Ban Chấp hành, post: Bí thư, name: Nguyễn Văn An}}
"""


def workspace(root: Path, reports: int) -> None:
    """Write a workspace in which so many communes have reported on a year, the same for the same number."""
    random.seed(reports)
    units = ["  - {id: tinh, line: youth-union, name: Tỉnh đoàn, level: province}"]
    for number in range(reports):
        district = f"huyen-{number // COMMUNES}"
        if number % COMMUNES == 0:
            units.append(
                f"  - {{id: {district}, line: youth-union, name: Huyện đoàn {number}, level: district, parent: tinh}}"
            )
        units.append(
            f"  - {{id: xa-{number}, line: youth-union, name: Đoàn xã {number}, level: commune, parent: {district}}}"
        )
        _write(root / f"reports/{YEAR}/tinh/{district}/xa-{number}/{YEAR}.yaml", _report(number))
    _write(root / "dvk.yaml", SETTINGS)
    _write(root / "units/units.yaml", "schema: units/v1\nunits:\n" + "\n".join(units) + "\n")
    rows = (
        f"  - {{id: c{i}, name: {name}, unit_of_measure: lượt, type: count, over_time: sum, over_units: sum}}\n"
        for i, name in enumerate(INDICATORS)
    )
    _write(root / "indicators.yaml", "schema: indicators/v1\nindicators:\n" + "".join(rows))


def _report(number: int) -> str:
    figures = "\n".join(f"  - {{indicator: c{i}, value: {random.randrange(1, 9000)}}}" for i in range(len(INDICATORS)))
    return REPORT.format(unit=f"xa-{number}", year=YEAR, number=number + 1, hamlets=number % 9 + 2, figures=figures)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def seconds_of_dvk(root: Path, into: Path, jobs: int) -> float:
    """Print all reports with ``dvk render``; give the seconds from the call to its end."""
    command = ["render", "--all", "--year", str(YEAR), "--jobs", str(jobs), "-o", str(into), "--root", str(root)]
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "dvk", *command], check=True, capture_output=True)
    return time.perf_counter() - start


def seconds_of_docxtpl(sheets: list[Sheet], into: Path) -> float:
    """Fill the same template with the same data by docxtpl alone; give the seconds."""
    into.mkdir()
    template = into / "mau.docx"
    template.write_bytes(sheets[0].template)
    contexts = [plain(sheet.data) for sheet in sheets]
    start = time.perf_counter()
    fill(template, contexts, (into / f"{number}.docx" for number in numbers()))
    return time.perf_counter() - start


def plain(data: Any) -> Any:
    """The same data, texts in Markdown as they are typed."""
    if isinstance(data, Mapping):
        return data["prose"] if is_prose(data) else {key: plain(value) for key, value in data.items()}
    return [plain(item) for item in data] if isinstance(data, list) else data


def table(rows: list[tuple[str, int, float]]) -> str:
    """Rows of (what, documents, seconds) as a table in Markdown; the first is what the others are compared with."""
    lines = ["| what | documents | seconds | documents/s | beside docxtpl |", "|---|---:|---:|---:|---:|"]
    first = rows[0][1] / rows[0][2]
    for what, count, seconds in rows:
        lines.append(f"| {what} | {count} | {seconds:.2f} | {count / seconds:.0f} | {count / seconds / first:.2f} × |")
    return "\n".join(lines)


def measured(reports: int, jobs: int, folder: Path) -> list[tuple[str, int, float]]:
    """The rows of one run in this folder."""
    root = folder / "w"
    workspace(root, reports)
    opened = open_workspace(root)
    gathered = Sheets(opened)
    sheets = [gathered.of_document(path) for path in documents_of_year(opened, YEAR)]
    rows = [("docxtpl, one process, no sandbox, data ready", len(sheets), seconds_of_docxtpl(sheets, folder / "a"))]
    for number in sorted({1, jobs}):
        seconds = seconds_of_dvk(root, folder / f"jobs-{number}", number)
        rows.append((f"dvk render --all --jobs {number}, from YAML", len(sheets), seconds))
    if len(list((folder / f"jobs-{jobs}").rglob("*.docx"))) != reports:
        raise SystemExit("not every report was printed")
    return rows


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--quick", action="store_true", help="40 reports instead of 1,000: does it run at all?")
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument("--jobs", type=int, default=2)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="dvk-bench-") as folder:
        rows = measured(40 if asked.quick else asked.reports, asked.jobs, Path(folder))
        sys.stdout.write(table(rows) + "\n")


if __name__ == "__main__":
    main()
