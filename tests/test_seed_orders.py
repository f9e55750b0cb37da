"""What five real plans order, read from their texts and compared with what is known of them; no other day is due."""

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from dvk.importing.known import Known
from dvk.importing.orders import orders_of
from dvk.importing.outline import outlined
from dvk.importing.paper import Line, Paper, Piece
from dvk.importing.quoted import plain
from dvk.vietnamese.text import nfc
from dvk.workspace import open_workspace

ROOT = Path(__file__).parents[1]
SEEDS = ROOT.parent / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason=f"the five source texts are not at {SEEDS}")

ISSUERS = {
    "000": ("tinh-doan-ha-tinh", 2020),
    "001": ("huyen-doan-tho-xuan", 2022),
    "002": ("tinh-doan-kien-giang", 2014),
    "003": ("mttq-huyen-cu-jut", 2020),
    "004": ("tinh-doan-tra-vinh", 2021),
}
DISTRICT, COMMUNE = {"level": ["district"]}, {"level": ["commune"]}
OFFICE = {"department": "van-phong", "by": "e-mail", "address": "huyendoanthoxuan@gmail.com"}
PUBLICITY = {"department": "ban-tuyen-giao"}
ORGANISATION = {"department": "ban-to-chuc-kiem-tra"}
OBLIGATIONS = {
    "000": [
        {"kind": "plan", "who": DISTRICT, "period": "2020"},
        {"kind": "registration", "who": DISTRICT, "period": "2020", "before": "2020-04-27", "channel": PUBLICITY},
        {"kind": "report", "who": DISTRICT, "period": "2020", "before": "2020-11-05", "channel": PUBLICITY},
    ],
    "001": [
        {"kind": "plan", "who": COMMUNE, "period": "2022"},
        {"kind": "registration", "who": COMMUNE, "period": "2022"},
        {"kind": "report", "who": COMMUNE, "period": "2022-H1", "before": "2022-06-15", "channel": OFFICE},
        {"kind": "report", "who": COMMUNE, "period": "2022", "before": "2022-11-15", "channel": OFFICE},
    ],
    "002": [
        {"kind": "plan", "who": DISTRICT, "period": "2014"},
        {
            "kind": "report",
            "who": DISTRICT,
            "period": "H1",
            "every_year": "yes",
            "before": "05-15",
            "channel": PUBLICITY,
        },
        {
            "kind": "report",
            "who": DISTRICT,
            "period": "year",
            "every_year": "yes",
            "before": "11-15",
            "channel": PUBLICITY,
        },
    ],
    "003": [
        {"kind": "plan", "who": COMMUNE, "period": "2020"},
        {"kind": "registration", "who": COMMUNE, "period": "2020"},
        {"kind": "report", "who": COMMUNE, "period": "2020", "before": "2020-11-10"},
    ],
    "004": [
        {"kind": "plan", "who": DISTRICT, "period": "2021"},
        {"kind": "report", "who": DISTRICT, "period": "2021", "channel": ORGANISATION},
        {
            "kind": "report",
            "who": DISTRICT,
            "period": "2021",
            "embedded_in": "bao-cao-nam",
            "channel": ORGANISATION,
        },
    ],
}
TARGETS = {
    "000": [
        {"indicator": "ho-thoat-ngheo", "kind": "each", "value": "1", "bound": "at_least", "who": COMMUNE},
        {
            "indicator": "cong-trinh-thanh-nien-do-thi",
            "kind": "each",
            "value": "1",
            "bound": "at_least",
            "who": {"level": ["district", "commune"]},
        },
        {"indicator": "thanh-nien-moi-doan-vien", "kind": "total", "value": "1", "bound": "at_least"},
    ],
    "001": [],
    "002": [
        {"indicator": "trien-khai-nghi-quyet", "kind": "each", "value": "1", "bound": "at_least", "who": DISTRICT},
        {
            "indicator": "mo-hinh-diem",
            "kind": "each",
            "value": "1",
            "upper": "2",
            "bound": "exactly",
            "who": DISTRICT,
        },
    ],
    "003": [],
    "004": [
        {"indicator": "thieu-nhi-duoc-cham-lo", "kind": "own", "value": "3000"},
        {"indicator": "nha-nhan-ai", "kind": "own", "value": "90"},
        {"indicator": "tuyen-duong-thanh-nien", "kind": "own", "value": "9"},
        {"indicator": "co-quan-xanh-sach-dep", "kind": "own", "value": "1"},
    ],
}
DEPARTMENTS = {
    "000": ["ban-tuyen-giao", "van-phong"],
    "001": [],
    "002": ["ban-tuyen-giao", "van-phong", "ban-doan-ket-tap-hop-thanh-nien", "ban-to-chuc-kiem-tra"],
    "003": [],
    "004": [
        *("ban-to-chuc-kiem-tra", "ban-tuyen-giao", "ban-phong-trao"),
        *("ban-thanh-thieu-nhi-truong-hoc", "chi-doan-co-quan"),
    ],
}
STANDING = {"000": "ban-tuyen-giao", "002": "ban-tuyen-giao", "004": "ban-to-chuc-kiem-tra"}
BESIDE = {"id", "title", "phrase", "inferred"}


@cache
def workspace():
    return open_workspace(ROOT)


def paper(name):
    """The lines of a text, tidied as a paper is."""
    text = nfc(next(SEEDS.glob(f"{name}_*.txt")).read_text(encoding="utf-8"))
    lines = (re.sub(r" +", " ", re.sub(r"\s*(?:\t| {3,})\s*", "\t", line.strip())) for line in text.split("\n"))
    return Paper(name, tuple(Line(at, (Piece(line),)) for at, line in enumerate(lines, 1) if line))


@cache
def found(name):
    unit, year = ISSUERS[name]
    return orders_of(outlined(paper(name)), Known(workspace(), unit, date(year, 5, 1)), year)


def without(draft, *keys):
    return {key: value for key, value in plain(draft).items() if key not in {*BESIDE, *keys}}


@pytest.mark.parametrize("name", ISSUERS)
def test_every_deadline_and_no_other(name):
    assert [without(each) for each in found(name).draft["obligations"]] == OBLIGATIONS[name]


@pytest.mark.parametrize("name", ISSUERS)
def test_every_target_and_no_other(name):
    assert [without(each) for each in found(name).draft["targets"]] == TARGETS[name]


@pytest.mark.parametrize("name", ISSUERS)
def test_every_department(name):
    named = [plain(each["department"]) for each in found(name).draft["tasks"] if "department" in each]
    assert list(dict.fromkeys(named)) == DEPARTMENTS[name]
    standing = found(name).standing
    assert (standing and standing.value) == STANDING.get(name)


@pytest.mark.parametrize("name", ISSUERS)
def test_every_other_day_is_one_of_a_document_cited(name):
    assert {each.why for each in found(name).aside} == {"cited"}


def test_the_periods_of_two_unnamed_days_are_a_reading():
    doubts = [each["period"].doubt for each in found("001").draft["obligations"]]
    assert doubts == ["", "", "periods_read", "periods_read"]


def test_what_only_people_of_an_office_register_is_marked():
    kinds = [each["kind"].doubt for each in found("003").draft["obligations"]]
    assert kinds == ["", "registered_inside", ""]


def test_models_with_their_numbers_and_budgets():
    models = [plain(each) for each in found("004").models]
    assert [(each.get("value"), each.get("unit")) for each in models] == [
        ("3000", "em"),
        ("90", "căn"),
        ("9", "tuyến đường"),
        (None, None),
    ]
    assert [(each.get("budget"), each.get("budget_bound")) for each in models] == [
        ("600000000", "about"),
        ("3600000000", "about"),
        (None, None),
        (None, None),
    ]
    assert not any("field" in each for each in models)
    assert [found(name).models for name in ("000", "001", "002", "003")] == [[], [], [], []]
