"""Stories: whose they are, where they lie, and what they are about."""

import unicodedata

import pytest
from workspace_builder import Workspace

STORY = """\
---
schema: story/v1
revision: 1
state: published
unit: {unit}
date: {date}
title: Căn nhà mới
{more}---
Sáng nay trao nhà cho bà Tư.
"""
PATH = "stories/2021/tinh/huyen/can-nha.md"


@pytest.fixture
def ws(tmp_path):
    ws = Workspace(tmp_path)
    ws.unit("tinh", level="province")
    ws.unit("huyen", "tinh", level="district", to="2022-06-30")
    ws.indicator("nha", "sum", "sum")
    ws.registration("huyen", 2021, {"id": "nha-moi"})
    exemplar = {"id": "ba-tu", "type": "individual", "name": "Bà Tư"}
    model = "registrations/2021/tinh/huyen/dang-ky.yaml#nha-moi"
    ws.report("huyen", 2021, {"nha": 1}, exemplars=[exemplar], models=[{"model": model}])
    return ws


def story(ws, path=PATH, *, more="", **fields):
    rows = f"{more}\n" if more else ""
    return ws.write(path, STORY.format(**{"unit": "huyen", "date": "2021-11-20", "more": rows, **fields}))


def found(ws):
    return [(row["code"], row["file"], row["field"]) for row in ws.json("check")]


def test_a_story_may_have_nothing_wrong(ws):
    model = "registrations/2021/tinh/huyen/dang-ky.yaml#nha-moi"
    exemplar = "reports/2021/tinh/huyen/2021.yaml#ba-tu"
    story(ws, more=f"field: economy\nmodels: [{model}]\nexemplars: [{exemplar}]")
    assert found(ws) == []


def test_402_404_427_what_it_names_is_there(ws):
    model = "registrations/2021/tinh/huyen/dang-ky.yaml#nha-mo"
    exemplar = "reports/2021/tinh/huyen/2021.yaml#ba-tư"
    story(ws, unit="huyenn", more=f"field: kinh-te\nmodels: [{model}]\nexemplars: [{exemplar}]")
    assert found(ws) == [
        ("DVK402", PATH, "unit"),
        ("DVK427", PATH, "field"),
        ("DVK404", PATH, "models[0]"),
        ("DVK404", PATH, "exemplars[0]"),
    ]
    lost = ws.findings("DVK404")
    assert [row["line"] for row in lost] == [9, 10]
    assert lost[0]["args"]["near"] == "registrations/2021/tinh/huyen/dang-ky.yaml#nha-moi"
    assert lost[1]["args"]["near"] == "reports/2021/tinh/huyen/2021.yaml#ba-tu"


@pytest.mark.parametrize(
    ("key", "reference"),
    [
        ("models", "reports/2021/tinh/huyen/2021.yaml#ba-tu"),
        ("models", "registrations/2021/tinh/huyen/dang-ky.yaml"),
        ("exemplars", "registrations/2021/tinh/huyen/dang-ky.yaml#nha-moi"),
        ("exemplars", "reports/2020/tinh/huyen/2020.yaml#ba-tu"),
    ],
)
def test_404_a_model_is_a_registered_one_and_an_exemplar_one_of_a_report(ws, key, reference):
    story(ws, more=f"{key}: [{reference}]")
    assert found(ws) == [("DVK404", PATH, f"{key}[0]")]


def test_404_not_while_the_file_that_may_hold_it_cannot_be_read(ws):
    ws.write("reports/2021/tinh/huyen/2021.yaml", "schema: report/v1\n")
    story(ws, more="exemplars: [reports/2021/tinh/huyen/2021.yaml#ba-tu]")
    assert "DVK404" not in {code for code, _, _ in found(ws)}


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("stories/2020/tinh/huyen/can-nha.md", "date"),
        ("stories/2021/tinh/can-nha.md", "unit"),
        ("stories/2020/tinh/can-nha.md", "unit"),
        ("stories/2021/huyen/tinh/can-nha.md", "unit"),
    ],
)
def test_401_a_story_lies_in_the_year_and_folder_of_its_day_and_unit(ws, path, field):
    story(ws, path)
    assert found(ws) == [("DVK401", path, field)]
    assert ws.finding("DVK401")["args"]["expected"] == PATH


@pytest.mark.parametrize(("day", "year", "is_found"), [("2022-06-30", 2022, False), ("2022-07-01", 2022, True)])
def test_405_the_unit_was_open_on_the_day(ws, day, year, is_found):
    path = story(ws, f"stories/{year}/tinh/huyen/can-nha.md", date=day)
    assert found(ws) == [("DVK405", path, "date")] * is_found
    if is_found:
        assert "không hoạt động vào ngày 01/07/2022" in ws.run("check", "--lang", "vi").stdout
        assert "was not open on 01/07/2022" in ws.run("check").stdout


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("stories/2021/tinh/huyen/can-nha.yaml", "wrong_ending_of_story"),
        ("stories/2021/tinh/huyen/can-nha.markdown", "wrong_ending_of_story"),
        ("stories/2021/tinh/huyen/can-nha.md.txt", "wrong_ending_of_story"),
        ("stories/2021/tinh/huyen/anh.jpg", "wrong_ending_of_story"),
        ("stories/can-nha.md", "wrong_folder"),
        ("stories/2021/can-nha.md", "wrong_folder"),
        ("reports/2021/tinh/can-nha.md", "wrong_ending"),
    ],
)
def test_423_a_file_that_is_not_read(ws, path, problem):
    story(ws, path)
    assert found(ws) == [("DVK423", path, "")]
    assert ws.finding("DVK423")["args"] == {"problem": problem}


@pytest.mark.parametrize("text", ["# Căn nhà mới\n", "---\nschema: story/v1\n", "", "\n---\nschema: story/v1\n---\n"])
def test_115_a_story_without_a_head(ws, text):
    ws.write(PATH, text)
    (row,) = ws.json("check")
    assert (row["code"], row["file"]) in {("DVK115", PATH), ("DVK109", PATH)}
    assert row["remedy"]


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: ("\ufeff" + text.replace("\n", "\r\n")).encode(),
        lambda text: unicodedata.normalize("NFD", text).encode(),
    ],
)
def test_windows_and_mac_typing_is_read_and_lines_are_right(ws, encode):
    story(ws, unit="huyenn")
    file = ws.root / PATH
    file.write_bytes(encode(file.read_text("utf-8")))
    row = ws.finding("DVK402")
    assert (row["line"], row["args"]["near"]) == (5, "huyen (HUYEN)")


def test_404_what_a_model_or_an_exemplar_was_taken_from(ws):
    good = "registrations/2021/tinh/huyen/dang-ky.yaml#nha-moi"
    bad = "registrations/2021/tinh/huyen/dang-ky.yaml#nha-cu"
    second = {"id": "hai", "replicated_from": bad}
    registration = ws.registration("tinh", 2021, {"id": "mot", "replicated_from": good}, second)
    rows = [
        {"id": "a", "type": "collective", "name": "A", "replicated_from": good},
        {"id": "b", "type": "collective", "name": "B", "replicated_from": bad},
    ]
    report = ws.report("tinh", "2021-H1", {"nha": 1}, exemplars=rows)
    lost = [(row["file"], row["field"]) for row in ws.findings("DVK404")]
    assert lost == [(registration, "models[id=hai].replicated_from"), (report, "exemplars[id=b].replicated_from")]
    assert all(row["args"]["near"].startswith(good) for row in ws.findings("DVK404"))
