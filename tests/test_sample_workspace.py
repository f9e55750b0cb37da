"""The repository as a workspace: the five programmes give the units, deadlines and figures of their documents."""

import json
import re
import shutil
from contextlib import redirect_stderr, redirect_stdout
from fractions import Fraction
from functools import cache
from io import StringIO
from pathlib import Path

import pytest
import yaml

from dvk.__main__ import run
from dvk.values import read_figure
from dvk.vietnamese.numbers import format_number
from dvk.views.places import Places
from dvk.why import addends
from dvk.workspace import open_workspace
from dvk.yearbook import yearbook

ROOT = Path(__file__).parents[1]
PARTS = ("dvk.yaml", "indicators.yaml", "units", "plans", "registrations", "reports")

HA_TINH = "plans/2020/tinh-doan-ha-tinh/dan-van-kheo.yaml"
THO_XUAN = "plans/2022/tinh-doan-thanh-hoa/huyen-doan-tho-xuan/nam-dan-van-chinh-quyen.yaml"
KIEN_GIANG = "plans/2014/tinh-doan-kien-giang/nghi-quyet-25.yaml"
CU_JUT = "plans/2020/mttq-tinh-dak-nong/mttq-huyen-cu-jut/nam-dan-van-kheo.yaml"
TRA_VINH = "plans/2021/tinh-doan-tra-vinh/dan-van-kheo.yaml"
YEARS = (2014, 2020, 2021, 2022)


@cache
def ask(*words, root=ROOT):
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run([*map(str, words), "--root", str(root)])
    assert code == 0, err.getvalue() + out.getvalue()
    return out.getvalue()


def answer(*words, root=ROOT):
    return json.loads(ask(*words, "--format", "json", root=root))


def units_on(day):
    return {unit["id"]: unit for unit in answer("units", "--on", day)}


def below(units, top):
    return {unit: row for unit, row in units.items() if row["parent"] == top}


def owed(year, plan, on="2022-12-31"):
    return answer("deadlines", "--year", year, "--on", on, "--plan", plan)


# units


@pytest.mark.parametrize(
    ("top", "day", "number", "level"),
    [
        ("tinh-doan-ha-tinh", "2020-04-26", 13, "district"),
        ("tinh-doan-ha-tinh", "2020-11-04", 13, "district"),
        ("tinh-doan-kien-giang", "2014-05-14", 15, "district"),
        ("tinh-doan-kien-giang", "2019-11-14", 15, "district"),
        ("tinh-doan-tra-vinh", "2021-12-31", 9, "district"),
        ("huyen-doan-tho-xuan", "2022-11-14", 30, "commune"),
        ("mttq-huyen-cu-jut", "2020-11-09", 8, "commune"),
    ],
)
def test_an_office_has_as_many_units_below_it_as_it_had_then(top, day, number, level):
    found = below(units_on(day), top)
    assert len(found) == number
    assert {unit["level"] for unit in found.values()} == {level}
    assert len({(unit["name"], unit["kind"]) for unit in found.values()}) == number


def test_loc_ha_is_gone_from_ha_tinh_in_2025():
    before, after = units_on("2024-12-31"), units_on("2025-01-01")
    assert len(below(before, "tinh-doan-ha-tinh")) == 13
    assert below(before, "tinh-doan-ha-tinh").keys() - after.keys() == {"huyen-doan-loc-ha"}


@pytest.mark.parametrize(
    ("unit", "day", "name", "kind"),
    [
        ("thi-doan-ha-tien", "2014-04-04", "Thị đoàn Hà Tiên", "town"),
        ("thi-doan-ha-tien", "2017-12-31", "Thị đoàn Hà Tiên", "town"),
        ("thi-doan-ha-tien", "2019-01-01", "Thành đoàn Hà Tiên", "city"),
        ("huyen-doan-phu-quoc", "2014-04-04", "Huyện đoàn Phú Quốc", "rural-district"),
        ("huyen-doan-phu-quoc", "2020-12-31", "Huyện đoàn Phú Quốc", "rural-district"),
        ("huyen-doan-phu-quoc", "2021-12-31", "Thành đoàn Phú Quốc", "city"),
        ("thanh-doan-rach-gia", "2014-04-04", "Thành đoàn Rạch Giá", "city"),
    ],
)
def test_a_unit_has_the_name_and_kind_of_the_day(unit, day, name, kind):
    found = units_on(day)[unit]
    assert (found["name"], found["kind"]) == (name, kind)


def test_two_units_of_one_name_stay_apart():
    units = units_on("2021-12-31").values()
    assert len([unit for unit in units if unit["name"] == "Huyện đoàn Châu Thành"]) == 2
    assert {unit["name"] for unit in units if "Duyên Hải" in unit["name"]} == {
        "Thị đoàn Duyên Hải",
        "Huyện đoàn Duyên Hải",
    }
    assert {unit["name"] for unit in units if "Kỳ Anh" in unit["name"]} == {"Thị đoàn Kỳ Anh", "Huyện đoàn Kỳ Anh"}


def test_the_organisation_at_the_end_of_2021():
    units = units_on("2021-12-31")
    provinces = {"tinh-doan-ha-tinh", "tinh-doan-kien-giang", "tinh-doan-thanh-hoa", "tinh-doan-tra-vinh"}
    assert provinces | {"mttq-tinh-dak-nong"} <= units.keys()
    assert units["huyen-doan-tho-xuan"]["parent"] == "tinh-doan-thanh-hoa"
    assert units["mttq-huyen-cu-jut"]["line"] == "front"
    assert not any(unit.endswith("-2025") for unit in units)


def test_districts_and_merged_provinces_are_gone_on_1_july_2025():
    units = units_on("2025-07-01")
    assert "district" not in {unit["level"] for unit in units.values()}
    names = sorted(unit["name"] for unit in units.values() if unit["level"] == "province")
    assert names == [
        "Tỉnh đoàn An Giang",
        "Tỉnh đoàn Hà Tĩnh",
        "Tỉnh đoàn Thanh Hóa",
        "Tỉnh đoàn Vĩnh Long",
        "Ủy ban MTTQ tỉnh Lâm Đồng",
    ]
    assert units["tinh-doan-ha-tinh"]["to"] is None
    assert {"tinh-doan-tra-vinh", "tinh-doan-kien-giang", "mttq-tinh-dak-nong"} <= units_on("2025-06-30").keys()


# deadlines


@pytest.mark.parametrize(
    ("plan", "kind", "period", "due", "number"),
    [
        (HA_TINH, "registration", "2020", "2020-04-26", 13),
        (HA_TINH, "report", "2020", "2020-11-04", 13),
        (CU_JUT, "report", "2020", "2020-11-09", 8),
        (THO_XUAN, "report", "2022-H1", "2022-06-14", 30),
        (THO_XUAN, "report", "2022", "2022-11-14", 30),
        (KIEN_GIANG, "report", "2014-H1", "2014-05-14", 15),
        (KIEN_GIANG, "report", "2014", "2014-11-14", 15),
        (KIEN_GIANG, "report", "2019-H1", "2019-05-14", 15),
        (KIEN_GIANG, "report", "2019", "2019-11-14", 15),
    ],
)
def test_every_unit_owes_by_the_last_day_of_its_document(plan, kind, period, due, number):
    lines = [line for line in owed(period[:4], plan) if line["kind"] == kind and line["period"] == period]
    assert {line["due"] for line in lines} == {due}
    assert {line["due_time"] for line in lines} == {None}
    assert len({line["unit"] for line in lines}) == len(lines) == number


@pytest.mark.parametrize(
    ("plan", "dated"),
    [
        (HA_TINH, {"2020-04-26", "2020-11-04"}),
        (CU_JUT, {"2020-11-09"}),
        (THO_XUAN, {"2022-06-14", "2022-11-14"}),
        (TRA_VINH, set()),
    ],
)
def test_a_plan_has_no_other_days(plan, dated):
    year = int(plan.split("/")[1])
    assert {line["due"] for line in owed(year, plan)} - {None} == dated


@pytest.mark.parametrize(("plan", "number"), [(HA_TINH, 13), (CU_JUT, 8), (THO_XUAN, 30), (KIEN_GIANG, 15)])
def test_every_programme_asks_its_units_for_a_plan(plan, number):
    year = int(plan.split("/")[1])
    asked = [line for line in owed(year, plan) if line["kind"] == "plan"]
    assert len(asked) == number
    assert {line["due"] for line in asked} == {None}


def test_the_deadlines_of_2014_hold_every_year_while_the_unions_are_there():
    for year, number in ((2014, 2), (2018, 2), (2024, 2), (2026, 0)):
        asked = {line["obligation"] for line in owed(year, KIEN_GIANG) if line["kind"] == "report"}
        assert len(asked) == number, year


def test_tra_vinh_sets_no_day_and_embeds_the_result_in_the_yearly_report():
    lines = owed(2021, TRA_VINH, "2026-12-31")
    by_obligation = {line["obligation"]: [] for line in lines}
    for line in lines:
        by_obligation[line["obligation"]].append(line)
    assert {len(found) for found in by_obligation.values()} == {9}
    assert {line["due"] for line in lines} == {None}
    assert {line["state"] for line in lines} <= {"open", "filed"}
    embedded = by_obligation["ket-qua-dan-van-kheo"]
    assert sorted(line["state"] for line in embedded) == ["filed"] * 7 + ["open"] * 2
    assert {line["unit"] for line in embedded if line["state"] == "open"} == {"thi-doan-duyen-hai", "huyen-doan-cau-ke"}
    carrier = {line["unit"]: line["received"] for line in by_obligation["bao-cao-nam"]}
    assert {line["unit"]: line["received"] for line in embedded} == carrier


def test_who_is_late_is_a_question_of_the_day():
    states = {}
    for day in ("2020-11-04", "2020-11-05"):
        lines = owed(2020, HA_TINH, day)
        states[day] = {line["unit"]: line["state"] for line in lines if line["due"] == "2020-11-04"}
    assert "overdue" not in states["2020-11-04"].values()
    assert states["2020-11-05"]["thi-doan-ky-anh"] == "overdue"


# the roll-up of 2021


def rolled(year, unit):
    return answer("rollup", "--year", year, "--unit", unit)[0]


@pytest.mark.parametrize(
    ("indicator", "target"),
    [
        ("thieu-nhi-duoc-cham-lo", 3000),
        ("nha-nhan-ai", 90),
        ("tuyen-duong-thanh-nien", 9),
        ("co-quan-xanh-sach-dep", 1),
    ],
)
def test_tra_vinh_aims_at_what_its_plan_says(indicator, target):
    row = next(row for row in rolled(2021, "tinh-doan-tra-vinh")["indicators"] if row["id"] == indicator)
    assert [(t["kind"], t["value"]) for t in row["targets"]] == [("own", target)]
    assert row["targets"][0]["measured"] == row["own"]


def test_budgets_are_about_and_are_no_targets():
    models = rolled(2021, "tinh-doan-tra-vinh")["models"]["list"]
    budgets = {model["model"].partition("#")[2]: (model["budget"], model["budget_bound"]) for model in models}
    assert budgets == {
        "cham-lo-thieu-nhi": (600_000_000, "about"),
        "nha-nhan-ai": (3_600_000_000, "about"),
        "tuyen-duong-thanh-nien": (None, None),
        "co-quan-van-minh": (None, None),
    }
    money = next(r for r in rolled(2021, "tinh-doan-tra-vinh")["indicators"] if r["id"] == "kinh-phi-huy-dong")
    assert money["targets"] == []
    assert money["target"] is None


def test_the_field_of_the_four_models_is_marked_as_inferred():
    models = rolled(2021, "tinh-doan-tra-vinh")["models"]["list"]
    assert len(models) == 4
    assert all("field" in model["inferred"] for model in models)


def test_tra_vinh_says_who_is_missing_and_that_its_figures_are_illustrative():
    answered = rolled(2021, "tinh-doan-tra-vinh")
    assert answered["illustrative"] is True
    for row in answered["indicators"]:
        classes = (row["partial"], row["null"], row["stated_only"], row["missing"])
        assert row["n"] + sum(map(len, classes)) == row["N"]
        assert {"thi-doan-duyen-hai", "huyen-doan-cau-ke"} <= set(row["missing"])
    roads = next(row for row in answered["indicators"] if row["id"] == "tuyen-duong-thanh-nien")
    assert (roads["n"], roads["N"]) == (7, 9)
    table = ask("rollup", "--year", "2021")
    assert "số liệu minh hoạ" in table
    assert "Huyện đoàn Cầu Kè" in table
    assert "Thị đoàn Duyên Hải" in table


@pytest.mark.parametrize("year", YEARS)
def test_every_root_with_figures_says_that_they_are_illustrative(year):
    for root in answer("rollup", "--year", year):
        given = any(row["value"] is not None for row in root["indicators"])
        assert root["illustrative"] is given


@pytest.mark.parametrize("year", YEARS)
def test_what_came_later_leaves_a_year_as_it_was(year, tmp_path):
    """Without the events of 2025 and the days on which units ended, the year is the same to the last byte."""
    copy = copied(tmp_path)
    for file in (copy / "units").glob("*.yaml"):
        text = file.read_text(encoding="utf-8").partition("\nevents:")[0] + "\n"
        text = re.sub(r"^    to: 202[45].*\n", "", text, flags=re.MULTILINE)
        file.write_text(text, encoding="utf-8")
    assert answer("units", "--on", "2026-01-01", root=copy) != answer("units", "--on", "2026-01-01")
    words = ("rollup", "--year", year, "--format", "json")
    assert ask(*words, root=copy) == ask(*words)
    deadlines = ("deadlines", "--year", year, "--on", "2023-01-01", "--format", "json")
    assert ask(*deadlines, root=copy) == ask(*deadlines)


def copied(folder):
    for part in PARTS:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copyfile
        copy(ROOT / part, folder / part)
    return folder


def test_the_programmes_stand_without_git_too(tmp_path):
    copy = copied(tmp_path)
    for words in (("rollup", "--year", 2021), ("deadlines", "--year", 2020, "--on", "2020-11-06"), ("check",)):
        assert answer(*words, root=copy) == answer(*words)


# why


@pytest.fixture(scope="module", params=YEARS)
def book(request):
    return yearbook(open_workspace(ROOT), request.param)


def shown_at(line):
    """Read the number that a line of a report shows after ``value:``."""
    typed = re.sub(r"\s#.*", "", line.partition("value:")[2]).strip(" \"'}\n")
    return read_figure(typed).value


def test_addends_add_up_to_every_total_and_stand_where_they_are_said_to(book):
    places = Places(book.workspace.snapshot)
    lines = {}
    seen = 0
    for unit in book.rollup.tree.parents:
        for indicator in book.workspace.indicators.values():
            value = book.rollup.value(unit, indicator)
            found = addends(book.rollup, unit, indicator)
            if indicator.is_ratio:
                above, below = (sum(a.value for a in found if a.part == p) for p in ("numerator", "denominator"))
                assert value == (Fraction(above, below) if below else None)
            else:
                assert value == (sum(addend.value for addend in found) if found else None), (unit, indicator.id)
            for addend in found:
                path = addend.given.path
                lines.setdefault(path, (ROOT / path).read_text(encoding="utf-8").splitlines())
                line = places.line(path, f"{addend.given.field}.value")
                assert shown_at(lines[path][line - 1]) == addend.given.value == addend.value, f"{path}:{line}"
                seen += 1
    assert seen > 50


@pytest.mark.parametrize("year", [pytest.param(year, marks=pytest.mark.deep if year != 2021 else ()) for year in YEARS])
def test_the_command_gives_the_same_addends_for_every_root_and_for_all_together(year):
    roots = answer("rollup", "--year", year)
    together = {}
    for root in roots:
        for row in root["indicators"]:
            found = answer("why", root["unit"], row["id"], "--year", year)
            assert found["value"] == row["value"]
            assert len({(a["file"], a["line"], a["part"]) for a in found["addends"]}) == len(found["addends"])
            if "ratio" not in row:
                assert sum(addend["value"] for addend in found["addends"]) == (row["value"] or 0)
                together[row["id"]] = together.get(row["id"], 0) + (row["value"] or 0)
    for indicator, total in together.items():
        assert (answer("why", "all", indicator, "--year", year)["value"] or 0) == total


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("count", ["registered", "carried_out", "recognised", "dropped", "new"])
def test_counts_of_models_come_from_their_parts(year, count):
    for root in answer("rollup", "--year", year):
        found = answer("why", root["unit"], f"models.{count}", "--year", year)
        assert found["value"] == root["models"][count]
        assert sum(row["value"] for row in (*found["addends"], *found["overlaps"])) == found["value"]


# check, paths, people


def test_the_programmes_have_no_mistakes_but_days_off():
    found = answer("check")
    assert {row["code"] for row in found} == {"DVK420"}
    assert {row["severity"] for row in found} == {"warning"}
    days = {(row["file"], row["args"]["day"]) for row in found}
    assert (HA_TINH, "26/04/2020") in days
    assert len(days) == len(found)
    for row in found:
        line = (ROOT / row["file"]).read_text(encoding="utf-8").splitlines()[row["line"] - 1]
        assert re.match(r"\s+before: ", line)


def test_strict_makes_days_off_fail():
    with redirect_stdout(StringIO()):
        assert run(["check", "--strict", "--root", str(ROOT)]) == 1


def documents():
    yield from (ROOT / part for part in PARTS if (ROOT / part).is_file())
    yield from (file for part in PARTS for file in sorted((ROOT / part).rglob("*")) if file.is_file())


ABSOLUTE = re.compile(r"(?<![\w.:/<])/(?:home|root|tmp|work|usr|etc|var|mnt|Users|opt)/|\b[A-Z]:\\|file://")


def test_no_file_of_the_workspace_names_a_place_on_a_machine():
    assert [file.name for file in documents() if ABSOLUTE.search(file.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("form", ["table", "json"])
@pytest.mark.parametrize(
    "words",
    [
        ("check",),
        ("rollup", "--year", 2021, "--depth", 9),
        ("deadlines", "--year", 2020, "--on", "2020-12-01"),
        ("units", "--on", "2021-12-31"),
        ("why", "tinh-doan-tra-vinh", "nha-nhan-ai", "--year", 2021),
    ],
    ids=lambda words: words[0],
)
def test_no_answer_names_a_place_on_this_machine(words, form):
    text = ask(*words, "--format", form)
    assert text.strip()
    assert str(ROOT) not in text
    assert not ABSOLUTE.search(text)


def signatories():
    for file in (ROOT / "plans").rglob("*.yaml"):
        signed = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader).get("signatory")  # noqa: S506
        if signed:
            yield file.relative_to(ROOT).as_posix(), signed.get("name")


def test_only_the_two_people_who_signed_are_named():
    assert {path: name for path, name in signatories() if name} == {
        TRA_VINH: "Võ Minh Nhựt",
        CU_JUT: "Trần Thị Hòa",
    }


def test_no_new_number_is_invented():
    numbers = {
        file.relative_to(ROOT).as_posix(): document.get("number")
        for file in (ROOT / "plans").rglob("*.yaml")
        for document in [yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)]  # noqa: S506
    }
    assert {path: number for path, number in numbers.items() if number} == {
        TRA_VINH: "382-KH/TĐTN-TCKT",
        KIEN_GIANG: "76-KH/TĐTN-VP",
    }


def test_every_report_says_that_its_figures_are_illustrative():
    for file in (ROOT / "reports").rglob("*.yaml"):
        assert "\nillustrative: yes\n" in file.read_text(encoding="utf-8"), file


def test_totals_are_printed_as_people_write_them():
    money = next(r for r in rolled(2021, "tinh-doan-tra-vinh")["indicators"] if r["id"] == "kinh-phi-huy-dong")
    assert format_number(money["value"]) in ask("rollup", "--year", 2021)
