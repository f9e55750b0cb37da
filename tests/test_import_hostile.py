"""Files that nobody would send, read as a whole: what is done with them is bounded, whatever kind they claim to be."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from workspace_builder import Workspace

from dvk.errors import CannotGoOn
from dvk.importing.comparing import read_fields
from dvk.importing.draft_files import draft_of
from dvk.importing.papers import paper_of
from dvk.importing.papers.lines import LONGEST
from dvk.importing.reading_papers import Wishes, imported
from dvk.workspace import open_workspace

TESTS = Path(__file__).parent
TODAY = date(2026, 11, 21)
SIZE = 200_000
SECONDS = 40
"""Far more than any of these takes, and far less than work that grows with the square of a file."""
KINDS = ("plan", "registration", "report")
HEAD = """ĐOÀN TNCS HỒ CHÍ MINH
Số: 3-KH/ĐTN
Cầu Kè, ngày 20 tháng 4 năm 2021
KẾ HOẠCH
Thực hiện năm 2021
-----
"""
OPENING = "Huyện đoàn ban hành kế hoạch năm 2021 với các nội dung sau:\n"
FOOT = "\nTrên đây là kế hoạch của Huyện đoàn./.\nNơi nhận:\n- Lưu: VT.\nTM. BAN THƯỜNG VỤ\nBÍ THƯ\nTrần Thị Hòa\n"
USUAL = ["a ban hành ", "[", "số\t", "Phấn đấu ít nhất 5 căn, "]
REPEATED = [
    *(
        "a đăng ký 5 mô hình ",
        "a báo cáo kết quả ",
        "x ban hành kế hoạch thực hiện “a” 2021 ",
        "trước ngày 27/4/2021, ",
    ),
    *("a\t", "“", "Kính gửi: a; ", "*a ", "Căn cứ "),
]
READ = """
import sys
from pathlib import Path
from test_import_hostile import read_all
read_all(Path(sys.argv[1]), Path(sys.argv[2]))
"""


@pytest.fixture
def space(tmp_path):
    made = Workspace(tmp_path / "w")
    made.unit("huyen", level="district", name="Huyện đoàn Cầu Kè")
    made.indicator("nha", "sum", "sum", name="Nhà Nhân ái", unit_of_measure="căn")
    return made


def read_all(root, folder):
    """Read every file of a folder as every kind, with its draft and what is compared of it."""
    workspace = open_workspace(root)
    for file in sorted(folder.iterdir()):
        paper = paper_of(file)
        for kind in KINDS:
            read = imported(paper, workspace, Wishes("huyen", TODAY, kind))
            read_fields(kind, read.draft, read.known)
            draft_or_stop(read, workspace)


def draft_or_stop(read, workspace):
    """A draft is made, or is told to be larger than a document may be."""
    try:
        assert draft_of(read, workspace).text
    except CannotGoOn as stop:
        assert stop.code == "DVK948"  # noqa: PT017 - either is right


def bodies(repeated):
    """The same words in one line, in the longest lines that are read, in many lines, in a cell, and in an opening."""
    line = (repeated * LONGEST)[: LONGEST - 100].strip()
    short = repeated.strip()
    yield "cell.md", HEAD + OPENING + f"| Tên mô hình | a |\n|---|---|\n| Nội dung | {line.replace('|', '')} |\n" + FOOT
    yield "lines.txt", HEAD + "\n".join([line] * (SIZE // LONGEST)) + FOOT
    yield "many.txt", HEAD + OPENING + "\n".join([short] * (SIZE // 10 // len(short) + 1)) + FOOT
    yield "opening.md", HEAD + f"{line} ban hành kế hoạch với các nội dung sau:\n- a" + FOOT
    yield "ended.txt", HEAD + f"{line} như sau:\n" * 5 + FOOT


@pytest.mark.parametrize("repeated", [*USUAL, *(pytest.param(each, marks=pytest.mark.deep) for each in REPEATED)])
def test_what_is_done_with_a_file_is_bounded(space, tmp_path, repeated):
    folder = tmp_path / "papers"
    folder.mkdir()
    for name, text in bodies(repeated):
        (folder / name).write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", READ, str(space.root), str(folder)],
        cwd=TESTS,
        env=os.environ | {"PYTHONPATH": str(TESTS.parent), "PYTHONUTF8": "1"},
        timeout=SECONDS,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("repeated", [*USUAL, *REPEATED])
def test_a_line_longer_than_any_paragraph_is_not_read(tmp_path, repeated):
    file = tmp_path / "van-ban.txt"
    file.write_text(HEAD + repeated * (SIZE // len(repeated)) + FOOT, encoding="utf-8")
    with pytest.raises(CannotGoOn) as stop:
        paper_of(file)
    assert (stop.value.code, stop.value.details["fault"]) == ("DVK948", "too_long_a_line")
