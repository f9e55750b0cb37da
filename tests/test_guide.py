"""The guide for clerks: every command on the page is run from an empty folder, its dialogues at a real terminal."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest
from test_docs import TODAY, apply, called, is_shown

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/huong-dan.md"
_BLOCK = re.compile(r"^```(console|diff|terminal)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_EXIT = re.compile(r"\s+# mã thoát (\d)$")
_ON_THAT_DAY = "import sys; from datetime import date; from dvk.__main__ import run; "
ANSWERS = {
    "new-plan": (
        ("Đơn vị nào ban hành:", "tỉnh đoàn mẫu"),
        ("Năm hoặc kỳ (Enter: năm nay):", "2026"),
        ("Trích yếu, như Thực hiện phong trào …:", 'Thực hiện phong trào thi đua "Dân vận khéo" năm 2026'),
        ("Tên phong trào (Enter: để trống):", "Dân vận khéo"),
        ("Cấp dưới nộp kế hoạch trước ngày nào (Enter: không hỏi):", "6/3/2026"),
        ("Cấp dưới đăng ký mô hình trước ngày nào (Enter: không hỏi):", "giữa tháng 4"),
        ("Cấp dưới đăng ký mô hình trước ngày nào (Enter: không hỏi):", "25-4-2026"),
        ("Báo cáo 6 tháng trước ngày nào (Enter: không hỏi):", ""),
        ("Báo cáo năm trước ngày nào (Enter: không hỏi):", "14/11/2026"),
    ),
    "register-model": (
        ("Đơn vị nào đăng ký:", "doan xa mot"),
        ("Năm hoặc kỳ (Enter: năm nay):", "2026"),
        ("Tên mô hình:", "Đường hoa thanh niên"),
        ("Tên mô hình tiếp theo (Enter: hết):", ""),
        ("Lĩnh vực (Enter: để trống):", "2"),
        ("Địa bàn (Enter: để trống):", "Ba thôn ven sông"),
        ("Kinh phí dự kiến, như khoảng 600 triệu (Enter: để trống):", "khoảng 20 triệu"),
    ),
    "new-report": (
        ("Đơn vị nào báo cáo:", "chi doan a"),
        ("Kỳ báo cáo, như 2022 hoặc 2022-H1:", "1"),
    ),
}
"""What a person types at each question; the page shows the whole dialogue."""


def calls(body):
    """Give (command, expected exit code, lines shown) for each call of a console block."""
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        line, *shown = part.splitlines()
        found = _EXIT.search(line)
        yield _EXIT.sub("", line), int(found[1]) if found else 0, shown


def in_git(command):
    who = ["-c", "user.name=Thử", "-c", "user.email=thu@example.org"]
    subprocess.run(["git", *who, *shlex.split(command)[1:]], check=True, capture_output=True)


def dialogue(command):
    """Play a dialogue at a terminal and give all of it as it stood on the screen, the call in the first line."""
    words = shlex.split(command)[1:]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "DVK_LANG": "vi", "TERM": "dumb"}
    script = f"{_ON_THAT_DAY}sys.exit(run({words!r}, date({TODAY.year}, {TODAY.month}, {TODAY.day})))"
    terminal = pexpect.spawn(
        sys.executable, ["-c", script], env=environment, encoding="utf-8", timeout=60, dimensions=(60, 300)
    )
    seen = []
    for question, answer in ANSWERS[words[0]]:
        terminal.expect_exact(question)
        seen.append(terminal.before + question)
        terminal.sendline(answer)
    terminal.expect(pexpect.EOF)
    terminal.close()
    seen.append(terminal.before)
    assert terminal.exitstatus == 0, "".join(seen)
    shown = [line.rstrip() for line in "".join(seen).replace("\r\n", "\n").splitlines()]
    return "\n".join([f"$ {command}", *shown]).rstrip() + "\n"


@pytest.fixture(scope="module")
def page():
    return PAGE.read_text(encoding="utf-8")


def test_the_guide_leads_from_an_empty_folder_to_a_printed_report(page, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DVK_LANG", raising=False)
    written, played = page, 0
    for kind, body in _BLOCK.findall(page):
        if kind == "diff":
            apply(body, Path())
        elif kind == "terminal":
            screen = dialogue(body.splitlines()[0].removeprefix("$ "))
            written, played = written.replace(body, screen), played + 1
        else:
            for command, expected, shown in calls(body):
                does_what_it_shows(command, expected, shown, monkeypatch, capsys)
    if os.environ.get("DVK_REWRITE_DOCS"):
        PAGE.write_text(written, encoding="utf-8")
    assert played == len(ANSWERS)
    assert written == PAGE.read_text(encoding="utf-8")
    for name in ("tong-hop.xlsx", "bao-cao-doan-xa-mot.docx", "bao-cao-tong-hop.docx", "ke-hoach.docx"):
        assert Path(name).read_bytes().startswith(b"PK")


def does_what_it_shows(command, expected, shown, monkeypatch, capsys):
    if command.startswith("cd "):
        monkeypatch.chdir(command.removeprefix("cd "))
    elif command.startswith("git "):
        in_git(command)
    else:
        code, output = called(shlex.split(command)[1:], capsys)
        assert code == expected, f"{command}\n{output}"
        lost = [line for line in shown if line.strip() and not is_shown(line, output)]
        assert not lost, f"{command}\n{output}"
