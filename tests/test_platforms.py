"""Findings as GitHub, SARIF viewers, GitLab and CI servers take them, of files whose names and words mean harm."""

import json
import os
import re
import unicodedata
from contextlib import redirect_stdout
from dataclasses import replace
from io import BytesIO, TextIOWrapper
from pathlib import Path
from urllib.parse import unquote_to_bytes
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft4Validator
from repositories import git, new_repository
from workspace_builder import Workspace

from dvk.__main__ import run
from dvk.codes import CODES
from dvk.findings import Finding, Mistake, Place, Severity
from dvk.output.platforms import FINDING_FORMATS
from dvk.output.platforms.checked import Checked
from dvk.output.platforms.checked import identities as identities_of
from dvk.output.platforms.github import LARGEST_SUMMARY, MOST_OF_A_LEVEL, as_annotations, as_step_summary
from dvk.output.platforms.gitlab import as_code_quality
from dvk.output.platforms.junit import as_junit
from dvk.output.platforms.sarif import as_sarif
from dvk.shown import UNSEEN
from dvk.snapshot import working_tree
from dvk.views.places import Places

SARIF = Draft4Validator(json.loads((Path(__file__).parent / "platforms/sarif-2.1.0.json").read_text(encoding="utf-8")))
YEAR = "2021"
NAMES = (
    "xuống\ndòng",
    "cr\rlf\r\n",
    "::error::x",
    "##[stop-commands]x",
    "a%0Ab,c:d=e;f",
    "\"nháy'",
    "<b>]]>&amp;",
    "rtl\u202egnp",
    "esc\x1b[31m\x7f\x01",
    "nel\x85\u2028\u2029",
    "\ufffe\uffff",
    "#[x](y)?z",
    "`|*_@all",
    "-o",
    "🙂\u200d",
    "..",
)
NO_TEXT = b"\xff\xfe\xc0"
MANY = 5_000
_COMMAND = re.compile(r"::(error|warning|notice) (?:([a-z]+=[^:,]*(?:,[a-z]+=[^:,]*)*))?::(.*)")


@pytest.fixture(autouse=True)
def _no_platform(monkeypatch):
    for name in ("GITHUB_STEP_SUMMARY", "DVK_LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    """A workspace in a folder of a repository, with broken files of hostile names and a warning."""
    top = new_repository(tmp_path_factory.mktemp("kho"))
    made = Workspace(top / "đơn vị")
    made.unit("tinh", level="province")
    made.units("huyen-a", parent="tinh", level="district")
    made.indicator("houses", "sum", "sum")
    made.report("huyen-a", f"{YEAR}-H1", {"houses": "3.6"})
    for name in NAMES:
        made.write(f"reports/{YEAR}/tinh/{name}.yaml", "schema: [")
    Path(os.fsdecode(os.fsencode(made.root / f"reports/{YEAR}/tinh") + b"/" + NO_TEXT + b".yaml")).write_text("a: [")
    made.write(
        f"reports/{YEAR}/tinh/{YEAR}.yaml",
        f'schema: report/v1\nrevision: "x ::error::%0A]]>"\nstate: "\\u202e<b>"\nunit: tinh\nperiod: {YEAR}\n'
        'nickname: "\\ufffe]]>"\n',
    )
    made.settings(severities={"DVK204": "warning"})
    return made


def printed(workspace, form, *words, code=1):
    """Give what check prints in a format, as it is."""
    out = TextIOWrapper(BytesIO(), encoding="utf-8", newline="\n", write_through=True)
    with redirect_stdout(out):
        found = run(["check", "--format", form, "--root", str(workspace.root), *words])
    assert found == code
    return out.buffer.getvalue().decode()


def findings(workspace, *words):
    return json.loads(printed(workspace, "json", *words))


def above(workspace, path):
    return f"{workspace.root.name}/{path}"


def unseen(text):
    """What could act on a terminal or a log: control characters, overrides, halves of characters."""
    return {c for c in text if unicodedata.category(c) in UNSEEN and c not in "\n\u200c\u200d"}


def test_the_hostile_files_are_all_there(workspace):
    files = {found["file"] for found in findings(workspace)}
    assert {f"reports/{YEAR}/tinh/{name}.yaml" for name in NAMES} <= files
    assert any("\udcff\udcfe\udcc0" in file for file in files)
    assert {found["severity"] for found in findings(workspace)} >= {"error", "warning"}


@pytest.mark.parametrize("form", FINDING_FORMATS)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_nothing_acts_on_whoever_reads_it(workspace, form, language):
    text = printed(workspace, form, "--lang", language)
    assert unseen(text) == set()
    assert text.endswith("\n")
    assert text == printed(workspace, form, "--lang", language)


# GitHub


def commands(text):
    """Read the log as GitHub's runner does: the commands, and the lines that are none."""
    found, plain = [], []
    for line in text.splitlines():
        if (command := _COMMAND.fullmatch(line)) is None:
            plain.append(line)
            continue
        level, listed, data = command.groups()
        properties = dict(pair.split("=", 1) for pair in (listed or "").split(","))
        for code, letter in (("%3A", ":"), ("%2C", ","), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
            properties = {name: value.replace(code, letter) for name, value in properties.items()}
            data = data.replace(code, letter) if code not in {"%3A", "%2C"} else data
        found.append((level, properties, data))
    return found, plain


def test_the_runner_reads_each_annotation_and_nothing_else(workspace):
    found, plain = commands(printed(workspace, "github", f"reports/{YEAR}/tinh"))
    assert len(found) == MOST_OF_A_LEVEL + sum(level != "error" for level, *_ in found)
    assert not [line for line in plain if "::" in line or "##[" in line]
    told = {(row["file"], row["code"]): row for row in findings(workspace)}
    for _, properties, data in found:
        row = told[properties["file"].removeprefix(above(workspace, "")), properties["title"].removeprefix("dvk ")]
        assert (properties.get("line"), properties.get("col")) == (
            (str(row["line"]), str(row["column"])) if row["line"] else (None, None)
        )
        assert data.startswith(row["message"].replace("\u202e", "\\u202e").replace("\ufffe", "\\ufffe")[:20])


@pytest.mark.parametrize("name", [name for name in NAMES if not unseen(name) - set("\r\n")])
def test_a_name_comes_back_as_it_is(workspace, name):
    file = f"reports/{YEAR}/tinh/{name}.yaml"
    found, _ = commands(printed(workspace, "github", "--", file))
    assert {properties["file"] for _, properties, _ in found} == {above(workspace, file)}


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """What a check of 5,000 wrong figures came to, with some warnings and notes."""
    made = clean(tmp_path_factory.mktemp("nhiều"))
    rows = "".join(f"  - {{indicator: x{number}, value: 3.6}}\n" for number in range(MANY))
    file = made.write(f"reports/{YEAR}/tinh/{YEAR}.yaml", f"own:\n{rows}")
    wrong = [
        Finding(Severity.ERROR, file, Mistake("DVK204", f"own[indicator=x{number}].value", {"typed": "3.6"}))
        for number in range(MANY)
    ]
    lighter = [
        Finding(severity, file, Mistake("DVK122", f"own[{number}]", {"key": f"k{number}"}))
        for severity in (Severity.NOTE, Severity.WARNING)
        for number in range(12)
    ]
    return Checked([*lighter, *wrong], Places(working_tree(made.root)), [file], "en")


def test_ten_of_each_level_are_shown_errors_first_and_the_rest_is_counted(many):
    found, plain = commands(as_annotations(many))
    assert [level for level, *_ in found] == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert [found[number][1].get("line") for number in (0, 9)] == ["2", "11"]
    assert plain[0].startswith(f"{MANY + 24 - 30} more are not shown here")
    assert plain[1:] == [f"{MANY} errors, 12 warnings, 12 notes · 1 file"]


def test_what_a_change_may_not_do_stands_before_mistakes_of_form(many):
    """Ten mistakes of form of one file fill what GitHub shows; whose files these are is not the eleventh."""
    told = [Finding(Severity.ERROR, "z.yaml", Mistake(code, "", {"problem": "entry"})) for code in ("DVK623", "DVK605")]
    shown = as_annotations(replace(many, findings=[*many.findings, *told])).splitlines()
    assert [line.split("dvk ")[1][:6] for line in shown[:3]] == ["DVK623", "DVK605", "DVK204"]
    step = as_step_summary(replace(many, findings=[*many.findings, *told]))
    assert step.index("DVK605") < step.index("DVK204")


def test_the_whole_list_stands_in_the_summary_of_the_step(workspace, tmp_path, monkeypatch):
    summary = tmp_path / "summary.md"
    summary.write_text("đã có\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    printed(workspace, "github")
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("đã có\n")
    assert unseen(text) == set()
    rows = [line for line in text.splitlines() if line.startswith("| ") and "DVK" in line]
    told = findings(workspace)
    assert len(rows) == len(told)
    assert [row.count(" lỗi |") for row in rows] == sorted((row.count(" lỗi |") for row in rows), reverse=True)
    assert not re.search(r"(?<!\\)[<`]|(?<!\\)\]\(|(?<!\\)@all", text)
    before = summary.read_bytes()
    printed(workspace, "json")
    assert summary.read_bytes() == before


@pytest.mark.parametrize("room", [0, 2_000, 100_000])
def test_the_summary_keeps_within_the_room_that_is_left(many, room):
    text = as_step_summary(many, room)
    assert len(text.encode()) <= room
    shown = sum("DVK" in line for line in text.splitlines())
    left = re.search(r"^([0-9]+) more: run dvk check", text, re.MULTILINE)
    assert shown + int(left[1] if left else 0) == (MANY + 24 if text else 0)
    assert len(text.encode()) > room - 500 or not left or room < 1_000


def test_a_full_summary_is_left_alone(workspace, tmp_path, monkeypatch):
    summary = tmp_path / "summary.md"
    summary.write_bytes(b"x" * LARGEST_SUMMARY)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    printed(workspace, "github")
    assert summary.stat().st_size == LARGEST_SUMMARY


def test_a_summary_that_cannot_be_written_is_said(workspace, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
    printed(workspace, "github", code=2)
    assert "DVK910" in capsys.readouterr().err


# SARIF


def test_sarif_fits_its_schema_and_says_what_json_says(workspace):
    log = json.loads(printed(workspace, "sarif"))
    SARIF.validate(log)
    (only,) = log["runs"]
    rows = findings(workspace)
    assert [result["ruleId"] for result in only["results"]] == [row["code"] for row in rows]
    rules = only["tool"]["driver"]["rules"]
    for result, row in zip(only["results"], rows, strict=True):
        assert rules[result["ruleIndex"]]["id"] == row["code"]
        assert result["level"] == row["severity"]
        place = result["locations"][0]["physicalLocation"]
        path = unquote_to_bytes(place["artifactLocation"]["uri"])
        assert path == os.fsencode(above(workspace, row["file"]))
        assert re.fullmatch(r"[A-Za-z0-9._~/%-]+", place["artifactLocation"]["uri"])
        assert place.get("region", {}).get("startLine") == row["line"]
        assert place.get("region", {}).get("startColumn") == row["column"]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_rule_has_its_help_in_both_languages(workspace, language):
    driver = json.loads(printed(workspace, "sarif", "--lang", language))["runs"][0]["tool"]["driver"]
    assert driver["language"] == language
    for rule in driver["rules"]:
        message = CODES[rule["id"]].message
        assert rule["fullDescription"]["text"] == message.prevents.to(language)
        first, second = (rule["help"]["text"].index(message.prevents.to(spoken)) for spoken in ("vi", "en"))
        assert (first < second) == (language == "vi")


def told_by_sarif(workspace):
    (only,) = json.loads(printed(workspace, "sarif"))["runs"]
    return [result["partialFingerprints"]["dvkFinding/v1"] for result in only["results"]]


def test_a_finding_keeps_its_identity_when_lines_move(tmp_path):
    made = Workspace(tmp_path / "w")
    made.unit("tinh", level="province")
    path = made.report("tinh", YEAR, {"houses": "3.6"})
    before = told_by_sarif(made)
    text = (made.root / path).read_text(encoding="utf-8")
    made.write(path, "# một dòng\n\n" + text)
    assert told_by_sarif(made) == before
    made.write(path, text.replace("3.6", "3.7"))
    assert told_by_sarif(made) != before


def test_findings_alike_in_all_but_their_line_are_told_apart():
    twice = [Finding(Severity.ERROR, "a.yaml", Mistake("DVK103", place=Place(line, 1))) for line in (3, 7)]
    first, second = identities_of(twice)
    assert first != second
    assert list(identities_of(twice[1:])) == [first]


# GitLab


def test_code_quality_is_what_gitlab_reads(workspace):
    rows = findings(workspace)
    entries = json.loads(printed(workspace, "gitlab"))
    assert [entry["check_name"] for entry in entries] == [row["code"] for row in rows]
    assert len({entry["fingerprint"] for entry in entries}) == len(entries)
    for entry, row in zip(entries, rows, strict=True):
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] == {"error": "major", "warning": "minor", "note": "info"}[row["severity"]]
        assert entry["location"]["lines"]["begin"] == (row["line"] or 1)
        assert "\n" not in entry["description"]
        json.dumps(entry, ensure_ascii=False).encode()
    assert above(workspace, f"reports/{YEAR}/tinh/::error::x.yaml") in {e["location"]["path"] for e in entries}


def test_nothing_found_is_an_empty_list(tmp_path):
    assert json.loads(printed(clean(tmp_path), "gitlab", code=0)) == []


def clean(folder):
    made = Workspace(folder / "w")
    made.unit("tinh", level="province")
    return made


# JUnit


def cases_of(text):
    (suite,) = ET.fromstring(text.encode())  # noqa: S314 - our own text
    cases = list(suite)
    assert int(suite.get("tests")) == len(cases)
    assert int(suite.get("failures")) == len(suite.findall("testcase/failure"))
    assert len({(case.get("classname"), case.get("name")) for case in cases}) == len(cases)
    return cases


def test_junit_is_xml_and_fails_where_check_does(workspace):
    rows = findings(workspace)
    cases = cases_of(printed(workspace, "junit"))
    failed = [case for case in cases if case.find("failure") is not None]
    assert len(failed) == sum(row["severity"] == "error" for row in rows)
    assert len([case for case in cases if case.find("system-out") is not None]) == len(rows) - len(failed)
    strict = cases_of(printed(workspace, "junit", "--strict"))
    assert len([c for c in strict if c.find("failure") is not None]) == sum(r["severity"] != "note" for r in rows)
    passed = {case.get("classname") for case in cases if not list(case)}
    assert above(workspace, "dvk.yaml") in passed
    assert passed.isdisjoint(above(workspace, row["file"]) for row in rows)
    assert any("]]>" in (case.find("failure").text or "") for case in failed)
    assert not any("\ufffe" in "".join(case.itertext()) + case.get("classname") for case in cases)


def test_a_file_without_findings_has_passed(tmp_path):
    cases = cases_of(printed(clean(tmp_path), "junit", code=0))
    assert {case.get("classname") for case in cases} == {"dvk.yaml", "units/units.yaml"}
    assert [child for case in cases for child in case] == []


# all of them


def test_five_thousand_findings_are_no_burden(many):
    log = json.loads(as_sarif(many))
    results = log["runs"][0]["results"]
    assert len(results) == MANY + 24
    results[:] = results[::100]
    SARIF.validate(log)
    assert len({entry["fingerprint"] for entry in json.loads(as_code_quality(many))}) == MANY + 24
    assert len(cases_of(as_junit(many))) == MANY + 24


@pytest.mark.parametrize("form", FINDING_FORMATS)
def test_a_file_holds_what_is_printed(workspace, tmp_path, form):
    assert printed(workspace, form, "-o", str(tmp_path / "a")) == ""
    assert (tmp_path / "a").read_bytes().decode() == printed(workspace, form)


def test_the_ending_of_a_file_says_sarif(workspace, tmp_path):
    printed(workspace, "sarif", "-o", str(tmp_path / "a.sarif"))
    assert run(["check", "--root", str(workspace.root), "-o", str(tmp_path / "b.sarif")]) == 1
    assert (tmp_path / "a.sarif").read_bytes() == (tmp_path / "b.sarif").read_bytes()


def test_only_check_knows_them(workspace, capsys):
    assert run(["units", "--format", "sarif", "--root", str(workspace.root)]) == 2
    said = capsys.readouterr().err
    assert "DVK908" in said
    assert "junit" not in said
    assert run(["check", "--format", "xml", "--root", str(workspace.root)]) == 2
    said = capsys.readouterr().err
    assert all(form in said for form in ("table", "json", *FINDING_FORMATS))


def test_the_option_of_check_lists_every_format():
    from dvk.cli.options import FindingFormat, TableFormat

    shared, of_check = (option.__metadata__[0].metavar.split("|") for option in (TableFormat, FindingFormat))
    assert of_check == [*shared, *FINDING_FORMATS]


def test_a_workspace_at_the_top_has_its_own_paths(tmp_path):
    made = clean(tmp_path)
    made.write(f"reports/{YEAR}/tinh/{YEAR}.yaml", "schema: [")
    outside = json.loads(printed(made, "gitlab"))
    git(made.root, "init", "-q", ".")
    assert json.loads(printed(made, "gitlab")) == outside
    assert outside[0]["location"]["path"] == f"reports/{YEAR}/tinh/{YEAR}.yaml"
