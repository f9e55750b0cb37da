"""The cascade by the command line: submitted, accepted, returned, approved, published, each step stamped in the file."""

import re
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from io import StringIO

import pytest
from workspace_builder import Result, Workspace, report_due

from dvk.__main__ import run
from dvk.fingerprints import fingerprint
from dvk.textfile import read_text

YEAR = 2021
DAY = date(2021, 11, 20)
PLAN = f"plans/{YEAR}/tinh/ke-hoach.yaml"
PROVINCE = f"reports/{YEAR}/tinh/{YEAR}.yaml"
A = f"reports/{YEAR}/tinh/huyen-a/{YEAR}.yaml"
B = f"reports/{YEAR}/tinh/huyen-b/{YEAR}.yaml"
COMMUNE = f"reports/{YEAR}/tinh/huyen-a/xa-1/{YEAR}.yaml"


@pytest.fixture
def place(tmp_path):
    """Make a province with two districts that owe a report, one of them with a commune that owes one, too."""
    made = Workspace(tmp_path / "w")
    made.unit("tinh", level="province", maintainers=["tinh-1", "tinh-2"])
    made.unit("huyen-a", "tinh", level="district", maintainers=["a-1@example.org"])
    made.unit("huyen-b", "tinh", level="district", maintainers=["b-1"])
    made.unit("xa-1", "huyen-a", maintainers=["xa"])
    made.indicator("houses", "sum", "sum")
    made.plan("tinh", report_due("nam", YEAR, "district", "commune", by=f"{YEAR}-11-30"), year=YEAR)
    for unit in ("huyen-a", "huyen-b", "xa-1"):
        made.report(unit, YEAR, {"houses": 3}, answers=[f"{PLAN}#nam"], state="draft")
    made.report("tinh", YEAR, {"houses": 1}, state="draft")
    return made


def call(place, *words, on=DAY, language="en"):
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run([*map(str, words), "--root", str(place.root), "--lang", language], today=on)
    return Result(code, out.getvalue(), err.getvalue())


def done(place, *words, on=DAY):
    result = call(place, *words, on=on)
    assert result.exit_code == 0, result.stderr + result.stdout
    return result.stdout


def refused(place, code, *words, on=DAY):
    """What a refused step says; no file may change."""
    before = files(place)
    result = call(place, *words, on=on)
    assert (result.exit_code, result.stdout) == (2, ""), result
    assert set(re.findall(r"DVK\d{3}", result.stderr)) == {code}, result.stderr
    assert files(place) == before
    return result.stderr


def files(place):
    return {path: path.read_bytes() for path in place.root.rglob("*.yaml")}


def tree(place, path):
    return read_text((place.root / path).read_bytes()).tree


def edited(place, path, before, after):
    file = place.root / path
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")


def up_to(place, path, step, who="xa", above="a-1@example.org"):
    """Take a document as far as a step."""
    calls = {"submit": who, "accept": above, "approve": above, "publish": above}
    for command, person in calls.items():
        done(place, command, path, "--who", person)
        if command == step:
            return


def test_it_works(place):
    print(done(place, "submit", COMMUNE, "--who", "xa", "--post", "Bí thư: Đoàn xã"))
    print(done(place, "accept", COMMUNE, "--who", "a-1@example.org"))
    print(done(place, "return", COMMUNE, "--who", "a-1@example.org", "--field", "own[indicator=houses].value", "--reason", "Số nhà: sai?", "--resubmit-by", "2021-11-25"))
    print(refused(place, "DVK977", "submit", COMMUNE, "--who", "xa"))
    print(done(place, "submit", COMMUNE, "--who", "xa", "--answer", "Số đúng"))
    print(done(place, "accept", COMMUNE, "--who", "a-1@example.org"))
    print(done(place, "approve", COMMUNE, "--who", "a-1@example.org"))
    print(done(place, "publish", COMMUNE, "--who", "a-1@example.org"))
    print((place.root/COMMUNE).read_text())
    print(call(place, "check"))
    up_to(place, A, "accept", "a-1@example.org", "tinh-1")
    print(call(place, "approve", A, "--who", "a-1@example.org", language="vi"))
    print(call(place, "approve", A, "--who", "tinh-1", language="vi"))
    print(call(place, "submit", PROVINCE, "--who", "tinh-1", language="vi"))
    print(call(place, "accept", PROVINCE, "--who", "tinh-1", language="vi"))
    print(call(place, "accept", PROVINCE, "--who", "tinh-2", language="vi"))
    print(call(place, "approve", PROVINCE, "--who", "tinh-2", language="vi"))
    print(call(place, "approve", PROVINCE, "--who", "tinh-2", "--without", "huyen-b=Bão lụt", language="vi"))
    print((place.root/PROVINCE).read_text())
    assert 0
