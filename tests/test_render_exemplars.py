"""``dvk render --exemplars``: recognised models and exemplars of a year, each once; amounts in words in documents."""

from datetime import date

import pytest
from docx import Document
from template_frames import framed, misfits
from test_render import documented_tags, tags_of
from word_text import assert_word_reads, paragraphs, text
from word_text import rows as tables
from workspace_builder import Workspace, report_due

from dvk.deadlines import filing_matrix
from dvk.overdue import due_soon, overdue
from dvk.printing.contents.exemplars import exemplars_data
from dvk.printing.contents.reminders import Reminder, reminder_data
from dvk.printing.tags import shapes_of
from dvk.workspace import open_workspace
from dvk.yearbook import yearbook

REGISTRATION = "registrations/2021/tinh/huyen-a/dang-ky.yaml"
PERSON = {
    "id": "nguoi",
    "type": "individual",
    "name": "Trần Thị Bé",
    "post": "Bí thư Đoàn xã",
    "unit": "Đoàn xã Long Đức",
    "field": "economy",
    "criteria": ["Chị Trần Thị Bé vận động 40 hộ hiến đất"],
    "selection": "Bình xét công khai",
}
GROUP = {"id": "to", "type": "collective", "name": "Tổ tự quản ấp Vĩnh Hưng", "field": "culture-society"}


@pytest.fixture
def ws(tmp_path):
    made = Workspace(tmp_path / "w")
    made.unit("tinh", level="province", name="Tỉnh đoàn X")
    made.unit("huyen-a", "tinh", level="district", name="Huyện đoàn A")
    made.unit("huyen-b", "tinh", level="district", name="Huyện đoàn B")
    made.indicator("nha", "sum", "sum")
    return made


def register(ws, *stages, model="ao-ca", **fields):
    given = [{"stage": stage, "date": day, **more} for stage, day, more in stages]
    return ws.registration("huyen-a", 2021, {"id": model, "name": "Ao cá thanh niên", "stages": given} | fields)


def listed(ws, tmp_path, *words, unit="tinh", year=2021):
    file = tmp_path / f"{len(list(tmp_path.iterdir()))}.docx"
    result = ws.run("render", "--exemplars", unit, "--year", year, "-o", file, *words)
    assert result.exit_code == 0, result.stderr
    assert_word_reads(file)
    return file


def rows(file):
    return [row for table in tables(file) for row in table]


RECOGNISED = ("recognised", "2021-10-05", {"level": "district", "decision": "12-QĐ/HĐ"})


# models


def test_a_recognised_model_stands_in_the_list_with_its_decision(ws, tmp_path):
    register(ws, RECOGNISED)
    file = listed(ws, tmp_path)
    assert ["1", "Ao cá thanh niên", "Huyện đoàn A", "Công nhận (huyện)", "12-QĐ/HĐ ngày 05/10/2021"] in rows(file)
    assert ["Kinh tế: 01 mô hình"] in rows(file)


@pytest.mark.parametrize(
    "stages",
    [
        [],
        [("carried_out", "2021-06-01", {})],
        [("recognised", "2020-12-31", {})],
        [("recognised", "2022-01-01", {})],
        [RECOGNISED, ("dropped", "2021-11-01", {"reason": "Hết vốn"})],
    ],
)
def test_a_model_that_got_nowhere_that_year_is_left_out(ws, tmp_path, stages):
    register(ws, *stages, years="2020–2022")
    assert "Ao cá" not in text(listed(ws, tmp_path))


def test_the_highest_stage_of_the_year_is_named(ws, tmp_path):
    register(ws, RECOGNISED, ("rewarded", "2021-12-01", {"level": "province", "decision": "90-QĐ/TĐTN"}))
    found = next(row for row in rows(listed(ws, tmp_path)) if "Ao cá thanh niên" in row)
    assert found[3:] == ["Khen thưởng (tỉnh)", "90-QĐ/TĐTN ngày 01/12/2021"]


def test_a_stage_that_only_the_report_of_the_lead_tells_counts(ws, tmp_path):
    register(ws)
    told = [{"model": f"{REGISTRATION}#ao-ca", "stage": "typical"}]
    ws.report("huyen-b", 2021, {"nha": 1}, models=told)
    assert "Ao cá" not in text(listed(ws, tmp_path))
    ws.report("huyen-a", 2021, {"nha": 1}, models=told)
    assert "Điển hình" in next(row for row in rows(listed(ws, tmp_path)) if "Ao cá thanh niên" in row)


def test_a_model_that_was_never_registered_stands_once_under_its_unit(ws, tmp_path):
    told = [{"name": "Cầu ván", "field": "economy", "stage": "recognised"}]
    ws.report("huyen-b", "2021-H1", {"nha": 1}, models=told)
    ws.report("huyen-b", 2021, {"nha": 1}, models=[{**told[0], "name": "CẦU VÁN", "stage": "typical"}])
    found = [row for row in rows(listed(ws, tmp_path)) if "CẦU VÁN" in row or "Cầu ván" in row]
    assert found == [["1", "CẦU VÁN", "Huyện đoàn B", "Điển hình", ""]]


# exemplars


def test_exemplars_stand_with_what_they_are_proposed_for(ws, tmp_path):
    ws.report("huyen-a", 2021, {"nha": 1}, exemplars=[PERSON, GROUP])
    said = rows(listed(ws, tmp_path))
    person = next(row for row in said if row[1:2] == ["Trần Thị Bé"])
    assert person[2] == "Bí thư Đoàn xã Đoàn xã Long Đức Lĩnh vực: kinh tế"
    assert person[3] == "- Chị Trần Thị Bé vận động 40 hộ hiến đất Bình xét: Bình xét công khai"
    group = next(row for row in said if row[1:2] == ["Tổ tự quản ấp Vĩnh Hưng"])
    assert group[2].startswith("Huyện đoàn A")


def test_an_exemplar_of_two_reports_stands_once_as_the_last_one_puts_it(ws, tmp_path):
    ws.report("huyen-a", "2021-H1", {"nha": 1}, exemplars=[{**GROUP, "criteria": ["Nửa năm"]}])
    ws.report("huyen-a", 2021, {"nha": 1}, exemplars=[{**GROUP, "criteria": ["Cả năm"]}])
    said = text(listed(ws, tmp_path))
    assert said.count(GROUP["name"]) == 1
    assert "Cả năm" in said
    assert "Nửa năm" not in said


def test_two_of_one_name_in_two_units_are_two(ws, tmp_path):
    for unit in ("huyen-a", "huyen-b"):
        ws.report(unit, 2021, {"nha": 1}, exemplars=[GROUP])
    assert text(listed(ws, tmp_path)).count(GROUP["name"]) == 2


@pytest.mark.parametrize("state", ["draft", "returned", "withdrawn"])
def test_reports_that_do_not_count_propose_nobody(ws, tmp_path, state):
    ws.report("huyen-a", 2021, {"nha": 1}, exemplars=[GROUP], state=state)
    file = listed(ws, tmp_path)
    assert GROUP["name"] not in text(file)
    assert "Chưa có mô hình" in text(file)


def test_the_list_of_a_unit_has_only_those_below_it(ws, tmp_path):
    ws.report("huyen-b", 2021, {"nha": 1}, exemplars=[GROUP])
    assert GROUP["name"] not in text(listed(ws, tmp_path, unit="huyen-a"))
    assert GROUP["name"] in text(listed(ws, tmp_path, unit="huyen-b"))
    assert GROUP["name"] not in text(listed(ws, tmp_path, year=2020))


def test_illustrative_rows_are_marked(ws, tmp_path):
    ws.report("huyen-a", 2021, {"nha": 1}, exemplars=[GROUP], illustrative=True)
    said = text(listed(ws, tmp_path))
    assert f"{GROUP['name']} (minh hoạ)" in said
    assert "(Số liệu minh hoạ)" in said


def test_names_of_individuals_can_be_left_out_everywhere(ws, tmp_path):
    register(ws, RECOGNISED, name="Vườn rau chị Trần Thị Bé")
    ws.report("huyen-a", 2021, {"nha": 1}, exemplars=[PERSON, GROUP])
    assert text(listed(ws, tmp_path)).count("Trần Thị Bé") == 3
    said = text(listed(ws, tmp_path, "--without-names"))
    assert "trần thị bé" not in said.casefold()
    assert "(không nêu tên)" in said
    assert "Vườn rau chị …" in said
    assert GROUP["name"] in said


def test_without_names_goes_with_the_list_alone(ws):
    path = ws.plan("tinh", year=2021)
    assert ws.run("render", path, "--without-names").exit_code == 2
    assert ws.run("render", "--exemplars", "tihn").exit_code == 2
    assert ws.run("render", "--exemplars", "tinh", "--rollup", "tinh").exit_code == 2


# amounts in words


def test_the_budget_of_a_model_is_printed_in_words(ws, tmp_path):
    budget = {"value": "65,5 triệu", "bound": "about"}
    path = ws.registration("huyen-a", 2021, {"id": "ao-ca", "budget": budget})
    file = tmp_path / "dk.docx"
    assert ws.run("render", path, "-o", file).exit_code == 0
    assert "khoảng sáu mươi lăm triệu năm trăm nghìn đồng" in text(file).casefold()


@pytest.mark.parametrize(
    ("tag", "printed"),
    [
        ("m.kinh_phi | bang_chu", "Khoảng một triệu không trăm linh năm nghìn đồng"),
        ("m.kinh_phi | bang_chu('lẻ', 'ngàn')", "Khoảng một triệu không trăm lẻ năm ngàn đồng"),
        ("m.kinh_phi_bang_chu", "Khoảng một triệu không trăm linh năm nghìn đồng"),
        ("'' | bang_chu", ""),
        ("'1.005 đồng' | bang_chu", "Một nghìn không trăm linh năm đồng"),
    ],
)
def test_a_template_can_put_any_amount_into_words(ws, tmp_path, tag, printed):
    path = ws.registration("huyen-a", 2021, {"id": "ao-ca", "budget": {"value": 1_005_000, "bound": "about"}})
    assert own_template(ws, tmp_path, path, f"{{% for m in mo_hinh %}}[{{{{ {tag} }}}}]{{% endfor %}}") == (
        0,
        [f"[{printed}]"],
    )


@pytest.mark.parametrize("words", ["'vài đồng 3.6'", "'1.5'", "'3,600'", "5 / 2"])
def test_what_is_no_amount_is_refused_with_the_tag(ws, tmp_path, words):
    path = ws.registration("huyen-a", 2021, {"id": "ao-ca"})
    code, _ = own_template(ws, tmp_path, path, f"{{{{ ({words}) | bang_chu }}}}")
    assert code == 2


def own_template(ws, tmp_path, path, line):
    document = Document()
    document.add_paragraph(line)
    framed(document)
    (ws.root / "templates/word").mkdir(parents=True)
    document.save(str(ws.root / "templates/word/registration.docx"))
    file = tmp_path / "dk.docx"
    code = ws.run("render", path, "-o", file).exit_code
    return code, paragraphs(file)[:1] if code == 0 else []


# tags


ALIKE = {"tap_the": "ca_nhan", "sap_den_han": "qua_han"}
"""Lists whose entries are as those of another one; the page says so in one row."""


def folded(tags):
    return {f"{ALIKE.get(first, first)}{dot}{rest}" for first, dot, rest in (tag.partition("[]") for tag in tags)}


@pytest.mark.parametrize("template", ["exemplars", "reminder"])
def test_every_tag_is_documented(ws, template):
    chapters = documented_tags()
    common = next(tags for heading, tags in chapters.items() if "Chung" in heading)
    own = next(tags for heading, tags in chapters.items() if f"`{template}.docx`" in heading)
    data = data_of_all(ws, template)
    assert list(misfits(data, shapes_of(f"{template}.docx"))) == []
    offered = set(tags_of(data))
    assert folded(offered) <= folded([*common, *own]), folded(offered) - folded([*common, *own])
    assert set(own) <= offered, set(own) - offered
    assert len(own) == len(set(own))


def data_of_all(ws, template):
    register(ws, RECOGNISED)
    due = [report_due(name, 2021, "district", by=f"2021-11-{day}") for name, day in (("a", "05"), ("b", "12"))]
    ws.plan("tinh", *due, year=2021)
    ws.report("huyen-a", 2021, {"nha": 1}, exemplars=[PERSON, GROUP])
    workspace = open_workspace(ws.root)
    if template == "exemplars":
        return exemplars_data(yearbook(workspace, 2021), "tinh")
    on = date(2021, 11, 10)
    lines = filing_matrix(workspace, 2021, on)
    return reminder_data(Reminder(workspace, "tinh", on, overdue(workspace, lines, on), due_soon(lines)))
