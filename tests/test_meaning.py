"""The difference in meaning of two versions of a document: what counts, what does not, and where it is said to be."""

import unicodedata
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dvk.kinds import KINDS
from dvk.meaning import ORDERED, changes_between
from dvk.meaning.shaped import top_of
from dvk.messages import LANGUAGES
from dvk.messages.of_keys import KEYS
from dvk.messages.of_keys.labels import label
from dvk.schemas.shapes import all_keys
from dvk.textfile import read_text, value_at

LONG = "Huyện đoàn đã vận động các xã chăm lo cho hộ nghèo trong toàn huyện. " * 30


def changes(before, after, kind="report"):
    """Give (field, old, new) of what differs between two texts."""
    was, now = (read_text(text.encode(), front_matter=KINDS[kind].front_matter).tree for text in (before, after))
    return [(change.field, change.old, change.new) for change in changes_between(was, now, kind)]


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("own: [{indicator: a, value: 3.000}]", "own: [{indicator: a, value: 3000}]", "report"),
        ("own: [{indicator: a, value: '3,6 tỷ'}]", "own: [{indicator: a, value: 3600000000}]", "report"),
        ("date: 27/4/2020", "date: 2020-04-27", "report"),
        ("submitted: 2020-04-27 17:00", "submitted: 17 giờ 00 ngày 27/4/2020", "report"),
        ("period: 2022-H1", "period: 2022-M1-6", "report"),
        ("until: before 2026-12-01", "until: 2026-11-30", "plan"),
        ("illustrative: yes", "illustrative: có", "report"),
        ("illustrative: no", "unit: ''", "report"),
        ("targets: [{indicator: a, bound: at_least}]", "targets: [{indicator: a}]", "plan"),
        ("own: []", "note: null", "report"),
        ("number: '12 - KH/ĐTN'", "number: 12-KH/ĐTN", "plan"),
        ("units: [{id: a, name: Đoàn xã A}]", "units: [{id: a, name: [{value: Đoàn xã A}]}]", "units"),
        ("models: [{id: a, partners: [Hội A]}]", "models: [{id: a, partners: [{name: Hội A}]}]", "registration"),
        (
            f"limits: {unicodedata.normalize('NFD', 'Còn chậm')}",
            f"limits: {unicodedata.normalize('NFC', 'Còn chậm')}",
            "report",
        ),
        ("limits: |\n  Một hai\n  ba.\n", "limits: Một hai ba.", "report"),
        ("# nháp\nunit: 'a'\nstate: draft", 'state: "draft"\r\nunit: a\r\n', "report"),
        ("\ufeffunit: a", "unit: a", "report"),
        (
            "own: [{indicator: a, value: 1}, {indicator: b, value: 2}]",
            "own: [{value: 2, indicator: b}, {indicator: a, value: 1}]",
            "report",
        ),
        ("obligations: [{id: x, who: {units: [a, b]}}]", "obligations: [{id: x, who: {units: [b, a]}}]", "plan"),
    ],
)
def test_what_means_the_same_is_no_change(before, after, kind):
    before, after = (text.replace("unit: ''", "") for text in (before, after))
    assert changes(before or "{}", after or "{}", kind) == []


@pytest.mark.parametrize(
    ("before", "after", "kind", "found"),
    [
        (
            "own: [{indicator: a, value: 3.000}]",
            "own: [{indicator: a, value: 3.001}]",
            "report",
            [("own[indicator=a].value", "3.000", "3.001")],
        ),
        (
            "own: [{indicator: a, value: 0}]",
            "own: [{indicator: a, value: null}]",
            "report",
            [("own[indicator=a].value", "0", "null")],
        ),
        (
            "own: [{indicator: a, value: null}]",
            "own: [{indicator: a}]",
            "report",
            [("own[indicator=a].value", "null", None)],
        ),
        (
            "own: [{indicator: a, value: 45 %}]",
            "own: [{indicator: a, value: 45}]",
            "report",
            [("own[indicator=a].value", "45 %", "45")],
        ),
        ("before: 2020-11-05", "by: 2020-11-05", "plan", [("before", "2020-11-05", None), ("by", None, "2020-11-05")]),
        (
            "submitted: 2020-04-27",
            "submitted: 2020-04-27 17:00",
            "report",
            [("submitted", "2020-04-27", "2020-04-27 17:00")],
        ),
        (
            "own: [{indicator: a, value: 1}]",
            "own: [{indicator: b, value: 1}]",
            "report",
            [("own[indicator=a]", "a; 1", None), ("own[indicator=b]", None, "b; 1")],
        ),
        ("recipients: [A, B, C]", "recipients: [A, C, B]", "report", [("recipients", "A | B | C", "A | C | B")]),
        (
            "recipients: [Như trên, Lưu VT]",
            "recipients: [Như trên, Ban Thường vụ, Lưu VT]",
            "report",
            [("recipients[1]", None, "Ban Thường vụ")],
        ),
        (
            "recipients: [Như trên, Lưu văn thư]",
            "recipients: [Lưu văn phòng, Như trên]",
            "report",
            [
                ("recipients", "Như trên | Lưu văn thư", "Lưu văn phòng | Như trên"),
                ("recipients[0]", "Lưu văn thư", "Lưu văn phòng"),
            ],
        ),
        ("illustrative: no", "illustrative: yes", "report", [("illustrative", "no", "yes")]),
        ("state: draft", "state: submitted\nwho: ai", "report", [("state", "draft", "submitted"), ("who", None, "ai")]),
        ("signatory: {post: Bí thư, name: An}", "{}", "report", [("signatory", "Bí thư; An", None)]),
        (
            "units: [{id: a, level: x}]",
            "units: [{id: a, level: [{value: x, to: 2020-01-01}]}]",
            "units",
            [("units[id=a].level[value=x].to", None, "2020-01-01")],
        ),
        (
            "models: [{id: a, timetable: [{work: Một}, {work: Hai}]}]",
            "models: [{id: a, timetable: [{work: Hai}, {work: Một}]}]",
            "registration",
            [("models[id=a].timetable", "Một | Hai", "Hai | Một")],
        ),
        (
            "limits: |\n  - Một\n  - Hai\n",
            "limits: |\n  - Một - Hai\n",
            "report",
            [("limits", "- Một - Hai", "- Một - Hai")],
        ),
        ("own: chưa có", "own: [{indicator: a, value: 1}]", "report", [("own", "chưa có", "a; 1")]),
    ],
)
def test_what_means_something_else_is_said_field_by_field(before, after, kind, found):
    assert changes(before, after, kind) == found


def test_changes_come_in_the_order_of_the_new_document_what_is_gone_where_it_was():
    before = "a: 1\nb: 2\nc: 3\nown: [{indicator: x, value: 1}, {indicator: y, value: 2}, {indicator: z, value: 3}]"
    after = "c: 4\na: 0\nown: [{indicator: z, value: 9}, {indicator: new, value: 1}, {indicator: x, value: 8}]\nd: 5"
    assert [field for field, _, _ in changes(before, after)] == [
        *("c", "a", "b"),
        *("own[indicator=z].value", "own[indicator=new]", "own[indicator=x].value", "own[indicator=y]", "d"),
    ]


def test_of_a_long_text_only_what_changed_is_shown():
    after = LONG.replace("hộ nghèo", "12 hộ cận nghèo", 1)
    [(field, old, new)] = changes(f"limits: {LONG}", f"limits: {after}")
    assert field == "limits"
    assert old == "… xã chăm lo cho hộ nghèo trong toàn huyện. …"
    assert new == "… xã chăm lo cho 12 hộ cận nghèo trong toàn huyện. …"


def test_passages_far_apart_are_shown_apart_and_many_are_cut():
    words = LONG.split()
    for at in range(10, len(words), 40):
        words[at] = f"SỬA{at}"
    [(_, old, new)] = changes(f"limits: {LONG}", f"limits: {' '.join(words)}")
    assert [new.count(f"SỬA{at}") for at in (10, 50, 90, 130)] == [1, 1, 1, 0]
    assert len(old) < 300
    assert new.endswith("…")


def test_the_longest_text_that_a_file_may_hold_takes_no_time():
    was, now = ("xã huyện tỉnh " * 40_000, "tỉnh xã huyện " * 40_000)
    [(_, old, new)] = changes(f"limits: {was}", f"limits: {now}")
    assert len(old) + len(new) < 1_000
    [(_, old, _)] = changes(f"limits: {'x' * 900_000}", f"limits: {'y' * 900_000}")
    assert len(old) < 200


def test_hundreds_of_texts_written_anew_take_no_time():
    """Not the square of their number, and not of the words that a text says again and again."""
    was, now = ("\n".join(f"- {word * 40} {at}" for at in range(200)) for word in ("Đoàn xã cũ ", "Ban mới của huyện "))
    start = process_time()
    assert len(changes(f"recipients:\n{was}", f"recipients:\n{now}")) == 400
    [(_, old, new)] = changes(f"limits: {'xã ' * 1_490}", f"limits: {'xã huyện ' * 745}")
    assert len(old) + len(new) < 1_000
    assert process_time() - start < 2


def test_entries_without_names_are_those_that_say_most_of_the_same():
    before = "recipients: [Đoàn xã Sông Dào, Ban Thường vụ Tỉnh đoàn (để báo cáo), Lưu văn thư]"
    after = "recipients: [Chi đoàn Công an, Ban Thường vụ Tỉnh đoàn (b/c), Đoàn phường Sông Dào]"
    assert {(old, new) for field, old, new in changes(before, after) if field != "recipients"} == {
        (None, "Chi đoàn Công an"),
        ("Ban Thường vụ Tỉnh đoàn (để báo cáo)", "Ban Thường vụ Tỉnh đoàn (b/c)"),
        ("Đoàn xã Sông Dào", "Đoàn phường Sông Dào"),
        ("Lưu văn thư", None),
    }


def test_duplicate_keys_and_entries_of_one_name_do_no_harm():
    before = "own:\n  - {indicator: a, value: 1}\n  - {indicator: a, value: 2}\nunit: a\nunit: b"
    after = "own:\n  - {indicator: a, value: 2}\nunit: a"
    found = {field: (old, new) for field, old, new in changes(before, after)}
    assert found["own[indicator=a]"] == ("a; 1", None)
    before, after = after, "own:\n  - {indicator: a, value: 2}\n  - {indicator: a, value: 3}\nunit: a"
    assert changes(before, after) == [("own[indicator=a#2]", None, "a; 3")]


def test_every_list_whose_order_counts_is_a_list_of_the_schema():
    lists = {key.place for kind in KINDS for key in all_keys(kind) if key.shape.form == "list"}
    assert lists >= ORDERED


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_has_a_short_name(language):
    names = {place: label(place, language) for place in KEYS}
    assert {place: name for place, name in names.items() if not name or len(name) > 40 or name[-1] in ",;:("} == {}


_FIGURES = st.lists(
    st.builds(
        lambda indicator, value, note: {"indicator": indicator, "value": value} | ({"note": note} if note else {}),
        st.sampled_from("abcd"),
        st.sampled_from(["1", "2", "1.000", "1000", None]),
        st.sampled_from(["", "x", "y"]),
    ),
    max_size=4,
    unique_by=lambda figure: figure["indicator"],
)
_TREES = st.fixed_dictionaries(
    {},
    optional={
        "own": _FIGURES,
        "state": st.sampled_from(["draft", "submitted"]),
        "date": st.sampled_from(["2020-04-27", "27/4/2020", "2020-04-28", "hôm qua"]),
        "illustrative": st.sampled_from(["yes", "no", "có", None]),
        "signatory": st.sampled_from([{}, {"name": "A"}, {"name": "B", "post": "C"}, "A"]),
        "recipients": st.lists(st.sampled_from(["A", "B", "C", None]), max_size=3),
        "odd": st.sampled_from(["1", ["1"], {"x": ["2"]}, None]),
    },
)


@settings(max_examples=200, deadline=None)
@given(before=_TREES, after=_TREES)
def test_nothing_is_found_just_where_both_mean_the_same(before, after):
    top = top_of("report")
    found = changes_between(before, after, "report")
    assert (not found) == (top.form_of(before) == top.form_of(after))
    assert changes_between(before, before, "report") == ()
    for change in found:
        if change.how == "changed":
            assert value_at(after, change.field) == change.after
        assert (change.old is None) == (change.how == "added")
        assert (change.new is None) == (change.how == "removed")


@settings(max_examples=100, deadline=None)
@given(before=_TREES, after=_TREES)
def test_the_way_back_says_the_same_the_other_way_round(before, after):
    there = {(c.old, c.new, c.top) for c in changes_between(before, after, "report") if c.top != "recipients"}
    back = {(c.new, c.old, c.top) for c in changes_between(after, before, "report") if c.top != "recipients"}
    assert there == back
