"""Format profiles: data with dates, which one a document has, what is wrong in one, and what a template may keep."""

import os
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from repositories import commit, new_repository
from template_frames import framed
from word_measures import Measured, W, attribute, has_page_number, words
from workspace_builder import Workspace

from dvk.__main__ import run
from dvk.components import COMPONENTS
from dvk.errors import CannotGoOn
from dvk.printing.contents.head import shortened
from dvk.profiles import Profiles, profile_of, shipped
from dvk.reading import read
from dvk.workspace import open_workspace

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 21)
IDS = ("front", "party", "state", "youth-union")
PLAN = "plans/2021/tinh/ke-hoach.yaml"
TWIPS_PER_MM = 1440 / 25.4


@pytest.fixture
def space(tmp_path):
    made = Workspace(tmp_path / "w")
    made.unit("tinh", level="province")
    made.plan("tinh", year=2021, text="# Mục đích\n\nNội dung.")
    return made


def profile(*editions, **fields):
    return {"schema": "profile/v1", "name": "Thử", "editions": list(editions)} | fields


def edition(start="2013-10-29", **fields):
    return {"from": start} | fields


def own(space, name, *editions, **fields):
    return space.write(f"templates/profiles/{name}.yaml", profile(*editions, **fields))


def says(space, unit="tinh", day=date(2021, 6, 22), named=None):
    return profile_of(open_workspace(space.root), unit, day, named)


def printed(space, path=PLAN, *more):
    file = space.root.parent / f"{len(list(space.root.parent.iterdir()))}.docx"
    code = run(["render", path, "-o", str(file), "--root", str(space.root), *more], TODAY)
    assert code == 0
    return Measured(file)


# --- what comes with dvk ---


@pytest.mark.parametrize("name", IDS)
def test_a_shipped_profile_reads_without_a_word(name):
    reading = read((ROOT / f"templates/profiles/{name}.yaml").read_bytes(), "profile")
    assert reading.mistakes == ()
    assert shipped()[name] == reading.facts


def test_the_state_says_how_every_component_looks(space):
    """Everything else may be like it, so that nothing is left to chance."""
    typed = {
        key.split(".")[1] for edition in shipped()["state"].editions for key, _ in edition.values if "looks" in key
    }
    assert typed == {component.name for component in COMPONENTS}
    assert set(says(space).looks) == typed


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("youth-union", ("ĐOÀN TNCS HỒ CHÍ MINH", None, "***", "Số:", "union", "TM.")),
        ("party", ("ĐẢNG CỘNG SẢN VIỆT NAM", None, "*", "Số", "union", "T/M")),
        ("state", ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", 40, "Số:", "state", "TM.")),
        ("front", ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", 40, "Số:", "state", "TM.")),
    ],
)
def test_the_four_lines_write_as_their_rules_say(name, values, space):
    found = says(space, named=name)
    head = (found.heading, found.motto, found.below_issuer, found.number.label, found.number.form)
    assert (*head, found.authority.on_behalf) == values


# --- which one, of which day ---


def test_the_edition_of_the_day_of_the_document_holds(space):
    own(space, "youth-union", edition("2027-01-01", page={"left": 35}), edition("2024-01-01", page={"left": 33}))
    days = [date(2020, 1, 1), date(2023, 12, 31), date(2024, 1, 1), date(2026, 12, 31), date(2027, 1, 1)]
    assert [says(space, day=day).page.left for day in days] == [33, 33, 33, 33, 35], "before the first: the first"
    assert says(space).heading == "ĐOÀN TNCS HỒ CHÍ MINH", "what it does not say stays dvk's own"


def test_an_edition_says_only_what_changes(space):
    own(space, "moi", edition("2020-01-01", page={"left": 31}, motto=None), edition("2021-06-01", page={"right": 16}))
    before, after = says(space, day=date(2021, 5, 31), named="moi"), says(space, day=date(2021, 6, 1), named="moi")
    assert (before.page.left, before.page.right) == (31, 20)
    assert (after.page.left, after.page.right) == (31, 16)
    assert before.motto is after.motto is None
    assert before.heading.startswith("CỘNG HÒA"), "a profile of a new name is like that of the State"


def test_a_profile_is_like_another_one_on_the_same_day(space):
    own(space, "goc", edition("2020-01-01", font="Arial"), edition("2025-01-01", font="Cambria"))
    own(space, "con", edition("2020-01-01", page={"left": 40}), like="goc")
    found = {year: says(space, day=date(year, 2, 1), named="con") for year in (2021, 2026)}
    assert [(p.font, p.page.left) for p in found.values()] == [("Arial", 40), ("Cambria", 40)]


def test_a_line_names_its_profile_and_a_document_another(space):
    lines = [{"id": "youth-union", "name": "Đoàn", "profile": "party"}, {"id": "khac", "name": "Khác"}]
    space.settings(lines=lines)
    space.unit("khac", level="province", line="khac")
    assert says(space).id == "party"
    assert says(space, "khac").id == "state", "a line without a profile of its own"
    assert says(space, named="front").id == "front"
    space.plan("tinh", year=2021, profile="state", number="07/KH-UBND")
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in words(printed(space).body)


def test_a_profile_of_an_earlier_commit_is_read_from_there(space):
    repository = new_repository(space.root)
    own(space, "youth-union", edition(page={"left": 35}))
    first = commit(repository, {})
    own(space, "youth-union", edition(page={"left": 40}))
    margins = [
        attribute(printed(space, PLAN, *more).sections[0].find(f"{W}pgMar"), "left") for more in ([], ["--at", first])
    ]
    assert margins == [str(round(mm * TWIPS_PER_MM)) for mm in (40, 35)]


# --- what is wrong in one ---


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"looks": {"than_bai": {"size": 14}}}, "DVK322", "looks.than_bai"),
        ({"parts": ["heading", "quoc-huy"]}, "DVK322", "parts[1]"),
        ({"page": {"left": "0,5"}}, "DVK323", "page.left"),
        ({"page": {"top": 250}}, "DVK323", "page.top"),
        ({"page_number": {"first": 3}}, "DVK323", "page_number.first"),
        ({"looks": {"body": {"size": 200}}}, "DVK323", "looks.body.size"),
        ({"looks": {"body": {"line_spacing": 0}}}, "DVK323", "looks.body.line_spacing"),
        ({"below_subject": "140 %"}, "DVK323", "below_subject"),
        ({"page": {"left": "1.27"}}, "DVK205", "page.left"),
        ({"page": {"left": "-30"}}, "DVK205", "page.left"),
        ({"page": {"letf": 30}}, "DVK122", "page.letf"),
        ({"looks": {"body": {"align": "centre"}}}, "DVK123", "looks.body.align"),
        ({"page": {"size": "Letter"}}, "DVK123", "page.size"),
        ({"looks": ["body"]}, "DVK124", "looks"),
    ],
)
def test_a_mistake_in_a_profile_is_found_where_it_stands(fields, code, field, space):
    own(space, "youth-union", edition(**fields))
    found = space.finding(code)
    assert found["file"] == "templates/profiles/youth-union.yaml"
    assert found["field"] == f"editions[0].{field}"
    assert found["line"] > 1


def test_of_two_editions_of_a_day_the_first_holds(space):
    own(space, "youth-union", edition(page={"left": 31}), edition(page={"left": 32}))
    assert space.finding("DVK316")["field"] == "editions[1].from"
    assert says(space).page.left == 31


def test_a_profile_that_cannot_be_read_prints_nothing(space):
    own(space, "youth-union", edition(page={"left": "ba mươi"}))
    assert run(["render", PLAN, "-o", str(space.root.parent / "x.docx"), "--root", str(space.root)], TODAY) == 2
    with pytest.raises(CannotGoOn) as stop:
        says(space)
    assert (stop.value.code, stop.value.details["path"]) == ("DVK924", "templates/profiles/youth-union.yaml")
    assert says(space, named="party").id == "party", "what does not take anything from it is printed"


def test_unknown_profiles_are_named_with_the_nearest(space):
    space.settings(lines=[{"id": "youth-union", "name": "Đoàn", "profile": "parti"}])
    space.plan("tinh", year=2021, profile="stat")
    own(space, "moi", edition(), like="fornt")
    found = {row["file"]: row for row in space.findings("DVK447")}
    assert {path: row["field"] for path, row in found.items()} == {
        "dvk.yaml": "lines[id=youth-union].profile",
        PLAN: "profile",
        "templates/profiles/moi.yaml": "like",
    }
    assert [near for near, row in (("party", "dvk.yaml"), ("state", PLAN)) if near not in str(found[row])] == []
    assert says(space, named="stat").id == "youth-union"


def test_profiles_in_a_circle_still_say_everything(space):
    own(space, "mot", edition(page={"left": 31}), like="hai")
    own(space, "hai", edition(page={"left": 32, "right": 17}), like="mot")
    own(space, "ba", edition(page={"top": 21}), like="mot")
    assert {row["file"] for row in space.findings("DVK448")} == {f"templates/profiles/{n}.yaml" for n in ("mot", "hai")}
    found = says(space, named="ba").page
    assert (found.top, found.left, found.right, found.bottom) == (21, 31, 17, 20)


def test_a_profile_that_is_like_itself_changes_dvks_own(space):
    own(space, "state", edition(page={"left": 35}), like="state")
    assert says(space, named="state").page.left == says(space, named="front").page.left == 35
    assert space.findings("DVK448") == []


def test_numbers_in_the_form_of_another_line_are_warned_of(space):
    space.plan("tinh", year=2021, number="7/KH-TĐTN")
    assert "07-KH/TĐTN" in str(space.finding("DVK449"))
    space.plan("tinh", year=2021, number="7/KH-TĐTN", profile="front")
    assert space.findings("DVK449") == []


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no symbolic links here")
def test_a_linked_profile_is_not_followed(space, tmp_path):
    outside = tmp_path / "outside.yaml"
    outside.write_text("schema: profile/v1\n", encoding="utf-8")
    (space.root / "templates/profiles").mkdir(parents=True)
    (space.root / "templates/profiles/youth-union.yaml").symlink_to(outside)
    assert space.finding("DVK424")["file"] == "templates/profiles/youth-union.yaml"
    assert says(space).page.left == 30


def test_other_files_beside_profiles_are_named(space):
    space.write("templates/profiles/doan.yml", "schema: profile/v1\n")
    assert space.finding("DVK423")["file"] == "templates/profiles/doan.yml"
    assert "doan" not in Profiles(open_workspace(space.root)).ids()


# --- what a document of a profile looks like, beside what test_format_measured measures ---


def test_a_changed_profile_changes_what_is_printed(space):
    look = {"body": {"size": 13, "italic": "yes", "align": "left", "first_line": 1}}
    own(space, "youth-union", edition(looks=look, below_issuer="40 %", below_heading="~~", number={"label": "Số"}))
    document = printed(space)
    found = document.style("Nội dung")
    assert (found["sz"], found["i"], found["jc"], found["ind.firstLine"]) == ("26", True, "left", "567")
    said = [words(paragraph) for _, paragraph in document.paragraphs()]
    assert "~~" in said, "a sign stands where a rule was"
    assert "***" not in said
    assert "Số 01-KH/ĐTN" in [line.replace("\u00a0", " ") for line in said]


def test_page_numbers_stand_where_the_profile_wants_them(space):
    own(space, "youth-union", edition(page_number={"first": 1, "place": "bottom"}))
    document = printed(space)
    first = document.sections[0]
    assert has_page_number(document.header(first, "default", "footer"))
    assert not has_page_number(document.header(first, "default"))
    if first.find(f"{W}titlePg") is not None:
        assert has_page_number(document.header(first, "first", "footer"))


def test_no_zero_before_numbers_where_the_profile_wants_none(space):
    own(space, "youth-union", edition(number={"two_digits": "no"}))
    assert "Số: 1-KH/ĐTN" in words(printed(space).body).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("TM. Ban Thường vụ", "T/M Ban Thường vụ"),
        ("T/M Ban Thường vụ", "T/M Ban Thường vụ"),
        ("KT. Bí thư", "K/T Bí thư"),
        ("TL. Ban Thường vụ", "T/L Ban Thường vụ"),
        ("TUQ. Bí thư", "TUQ. Bí thư"),
        ("Q. Chủ tịch", "Q. Chủ tịch"),
        ("Tm Ban", "Tm Ban"),
        ("TMĐT", "TMĐT"),
        ("Ban Thường vụ", "Ban Thường vụ"),
    ],
)
def test_authority_is_shortened_as_the_profile_does(typed, shown, space):
    assert shortened(typed, says(space, named="party").authority) == shown


def test_the_head_of_a_paper_calls_units_as_declared(space):
    names = [{"value": "BCH Đoàn tỉnh", "to": "2021-06-30"}]
    space.unit("huyen", "tinh", level="district", letterhead="BCH Đoàn huyện")
    space.unit("khac", level="province", letterhead=names)
    space.plan("huyen", year=2021, text="HUYEN làm.")
    heads = {
        style: words(p) for style, p in reversed(printed(space, "plans/2021/tinh/huyen/ke-hoach.yaml").paragraphs())
    }
    assert heads["Đơn vị ban hành"].casefold() == "bch đoàn huyện"
    assert heads["Cấp trên"].casefold() == "tinh", "its name where nothing else is declared"
    organisation = open_workspace(space.root).organisation
    assert [organisation.letterhead_on("khac", date(2021, month, 30)) for month in (6, 7)] == ["BCH Đoàn tỉnh", "KHAC"]


# --- templates of a clerk ---


def template(space, build, name="plan.docx"):
    document = Document()
    build(document)
    if "Tiêu đề" not in document.styles:
        framed(document)
    file = space.root / "templates/word" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    document.save(str(file))


def test_a_template_without_the_styles_is_given_them(space):
    template(space, lambda document: document.add_paragraph("{{ trich_yeu }}"))
    document = printed(space)
    for component in COMPONENTS:
        assert document.style(component.style)["color"] == "000000"
    assert document.style("Nội dung")["sz"] == "28"


def test_what_a_clerk_set_by_hand_stays(space):
    def build(document):
        style = framed(document).styles["Nội dung"]
        style.font.size, style.font.name, style.font.bold = Pt(9), "Arial", True
        style.paragraph_format.left_indent, style.paragraph_format.first_line_indent = Mm(10), Mm(-5)
        paragraph = document.add_paragraph(style="Nội dung")
        paragraph.add_run("{{ trich_yeu }}").font.size = Pt(20)
        paragraph.paragraph_format.space_after = Pt(33)

    template(space, build)
    document = printed(space)
    found = document.style("Nội dung")
    assert (found["sz"], found["b"], found["rFonts.ascii"]) == ("28", False, "Times New Roman")
    assert ("ind.hanging" in found, found["ind.firstLine"], found["ind.left"]) == (False, "720", "567")
    paragraph = [p for style, p in document.paragraphs() if style == "Nội dung"][-1]
    assert attribute(paragraph.find(f".//{W}rPr/{W}sz"), "val") == "40"
    assert attribute(paragraph.find(f"{W}pPr/{W}spacing"), "after") == "660"


def test_a_section_that_lies_stays_so_and_its_margins_turn(space):
    own(space, "youth-union", edition(page={"top": 21, "right": 22, "bottom": 23, "left": 34}))

    def build(document):
        document.add_paragraph("{{ trich_yeu }}")
        section = document.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(300), Mm(200)
        document.add_paragraph("Phụ lục")

    template(space, build)
    standing, lying = printed(space).sections
    sides = ("top", "right", "bottom", "left")
    found = [[int(attribute(s.find(f"{W}pgMar"), side)) for side in sides] for s in (standing, lying)]
    assert found == [[round(mm * TWIPS_PER_MM) for mm in margins] for margins in ((21, 22, 23, 34), (34, 21, 22, 23))]
    size = lying.find(f"{W}pgSz")
    assert [attribute(size, key) for key in ("w", "h", "orient")] == ["16838", "11906", "landscape"]


def test_words_in_the_margin_stay_on_the_first_page_too(space):
    def build(document):
        document.sections[0].header.paragraphs[0].text = "Tài liệu nội bộ"
        document.add_paragraph("{{ trich_yeu }}")

    template(space, build)
    document = printed(space)
    usual, first = (document.header(document.sections[0], kind) for kind in ("default", "first"))
    assert "Tài liệu nội bộ" in words(usual)
    assert words(first) == "Tài liệu nội bộ"
    assert (has_page_number(usual), has_page_number(first)) == (True, False)


def test_a_number_among_words_of_the_template_stays_where_it_is(space):
    def build(document):
        paragraph = document.sections[0].footer.paragraphs[0]
        paragraph.add_run("Trang ")
        run = paragraph.add_run()
        for tag, kind, text in (("fldChar", "begin", None), ("instrText", None, "PAGE"), ("fldChar", "end", None)):
            node = run._r.makeelement(qn(f"w:{tag}"), {qn("w:fldCharType"): kind} if kind else {})
            node.text = text
            run._r.append(node)
        document.add_paragraph("{{ trich_yeu }}")

    template(space, build)
    document = printed(space)
    assert has_page_number(document.header(document.sections[0], "default", "footer"))
    assert not has_page_number(document.header(document.sections[0], "default"))


def test_the_same_profile_gives_the_same_bytes(space):
    files = [space.root.parent / name for name in ("a.docx", "b.docx")]
    for file in files:
        assert run(["render", PLAN, "-o", str(file), "--root", str(space.root)], TODAY) == 0
    assert files[0].read_bytes() == files[1].read_bytes()
