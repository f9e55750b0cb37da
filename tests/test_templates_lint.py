"""``dvk templates``: what is wrong with a template is named before any data exist, and never printed."""

import copy
import io
import json
import time
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from hypothesis import given, settings
from hypothesis import strategies as st
from random_papers import workspace as random_workspace
from template_frames import framed, misfits
from workspace_builder import Workspace

from dvk.kinds import kind_of
from dvk.printing.contents.exemplars import exemplars_data
from dvk.printing.contents.rollups import rollup_data
from dvk.printing.contents.sources import PRINTABLE, data_of
from dvk.printing.tags import OWN, shapes_of
from dvk.printing.word.guard import Press
from dvk.printing.word.halves import halves
from dvk.printing.word.lint.checking import linted
from dvk.printing.word.preflight import see_file
from dvk.printing.word.refusals import Refused
from dvk.workspace import open_workspace
from dvk.yearbook import yearbook

ROOT = Path(__file__).parents[1]
SHIPPED = ROOT / "templates/word"
SECONDS = 20
"""Within which every hostile template is answered, on a machine that does other things too."""
PROPERTIES = {"title": "Thử", "author": "An", "day": "2021-06-22"}


@pytest.fixture
def space(tmp_path):
    made = Workspace(tmp_path / "w")
    made.unit("tinh", level="province")
    made.plan("tinh", year=2021, text="Nội dung.")
    return made


PLAN = "plans/2021/tinh/ke-hoach.yaml"


def shipped(name="plan.docx"):
    return Document(str(SHIPPED / name))


def paragraph(document, text):
    found = (Paragraph(element, document) for element in document.element.body.iter(qn("w:p")))
    return next(paragraph for paragraph in found if paragraph.text == text)


def number(document, text):
    """The number of the first paragraph with these words, as a clerk counts."""
    there = paragraph(document, text)._p
    return str(1 + next(n for n, p in enumerate(document.element.body.iter(qn("w:p"))) if p is there))


def saved(space, document, name="plan.docx"):
    file = space.root / "templates/word" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    document.save(str(file))
    return file


def lint(space, *names):
    """Give code, paragraph and tag of each finding, and the exit code."""
    result = space.run("templates", "lint", *names, "--format", "json", "--lang", "en")
    assert result.exit_code in {0, 1}, result.stderr
    rows = json.loads(result.stdout)
    found = [(row["code"], row["args"].get("paragraph"), row["args"].get("tag")) for row in rows]
    return found, result.exit_code


def render(space, tmp_path, path=PLAN):
    """Give the exit code and what was said; nothing is written where it is refused."""
    file = tmp_path / "a.docx"
    result = space.run("render", path, "-o", file, "--lang", "en")
    assert file.exists() == (result.exit_code == 0), result.stderr
    return result.exit_code, result.stderr


# --- what is shipped, and what is printed with it ---


def test_the_shipped_templates_are_without_fault(space):
    assert lint(space) == ([], 0)
    assert "· 6 tệp" in space.run("templates", "lint", "--lang", "vi").stdout


def test_every_shipped_template_has_its_tags():
    assert sorted(OWN) == sorted(path.name for path in SHIPPED.glob("*.docx"))


def test_the_data_of_the_samples_are_what_the_table_of_tags_says():
    workspace = open_workspace(ROOT)
    paths = [*workspace.plans, *workspace.registrations, *workspace.reports]
    assert len(paths) > 20
    for path in paths:
        template = PRINTABLE[kind_of(path)].template
        assert list(misfits(data_of(workspace, path), shapes_of(template))) == [], path
    for year in (2020, 2021, 2022):
        book = yearbook(workspace, year)
        for unit in book.rollup.tree.parents:
            assert list(misfits(rollup_data(book, unit), shapes_of("rollup.docx"))) == []
            assert list(misfits(exemplars_data(book, unit), shapes_of("exemplars.docx"))) == []


def test_the_data_of_random_papers_are_what_the_table_of_tags_says(tmp_path):
    for seed in range(3):
        made = Workspace(tmp_path / str(seed))
        for path, document in random_workspace(seed, 9).items():
            made.write(path, document)
        workspace = open_workspace(made.root)
        paths = [*workspace.plans, *workspace.registrations, *workspace.reports]
        assert paths
        for path in paths:
            template = PRINTABLE[kind_of(path)].template
            assert list(misfits(data_of(workspace, path), shapes_of(template))) == [], path


# --- Show 4 ---


def test_a_misspelt_variable_is_refused_with_template_paragraph_and_tag(space, tmp_path):
    document = shipped()
    paragraph(document, "{{ noi_ngay }}").text = "{{ noi_ngya }}"
    saved(space, document)
    assert lint(space) == ([("DVK502", "18", "{{ noi_ngya }}")], 1)
    said = space.run("templates", "lint", "plan").stdout
    assert "templates/word/plan.docx" in said
    assert "noi_ngay" in said.replace("noi_ngya", ""), "the nearest name"
    code, error = render(space, tmp_path)
    assert code == 2
    assert "DVK926  templates/word/plan.docx, paragraph 18, {{ noi_ngya }}: there is no such tag" in error


def test_a_variable_in_a_branch_that_is_not_taken_is_found_before_printing(space):
    document = shipped()
    paragraph(document, "DỰ THẢO").text = "DỰ THẢO {{ lan_thu }}"
    saved(space, document)
    assert lint(space) == ([("DVK502", "2", "{{ lan_thu }}")], 1)


def test_a_missing_signature_block_is_refused_with_template_paragraph_and_tag(space, tmp_path):
    document = shipped()
    table = document.tables[-1]._tbl
    table.getparent().remove(table)
    saved(space, document)
    found, code = lint(space)
    assert code == 1
    assert ("DVK507", "28", "{{ chu_ky.ho_ten }}") in found, found
    assert {row[0] for row in found} == {"DVK507"}
    code, error = render(space, tmp_path)
    assert code == 2
    assert error.startswith("DVK934  templates/word/plan.docx, paragraph 28, {{ chu_ky.chuc_vu }}: the post")


COMMANDS = [
    "{{ ''.__class__.__mro__ }}",
    "{{ cycler.__init__.__globals__.os.popen('id') }}",
    "{% set x = self._TemplateReference__context %}",
    "{{ lipsum.__globals__ }}",
    "{{ lipsum() }}",
    "{% set ns = namespace(a=1) %}",
    "{{ don_vi.format(1) }}",
    "{{ can_cu.append(1) }}",
    "{{ chu_ky['__class__'] }}",
    "{{ range.__call__ }}",
    "{% include 'plan.docx' %}",
    "{% import 'os' as os %}",
    "{% extends 'x' %}",
    "{% macro m() %}{{ m() }}{% endmacro %}",
    "{% autoescape false %}{{ don_vi }}{% endautoescape %}",
]
ENDLESS = [
    "{% for i in range(10**9) %}x{% endfor %}",
    "{% for i in range(1000) %}" * 3 + "x" + "{% endfor %}" * 3,
    "{% for dong in can_cu recursive %}{{ loop(can_cu) }}{% endfor %}",
    "{{ 'x' * 1000000000 }}",
    "{{ 9 ** 999 }}",
    "{{ '%9999999999d' % 1 }}",
    "{% for a in can_cu %}" * 60 + "{% endfor %}" * 60,
]


def test_code_and_loops_without_end_are_refused_with_paragraph_and_tag(space):
    tags = [tag for tag in (*COMMANDS, *ENDLESS[:-1]) if not tag.startswith("{% extends")]
    document = framed(Document())
    for tag in tags:
        document.add_paragraph(f"Trước {tag} sau", "Nội dung")
    saved(space, document)
    begun = time.monotonic()
    found, code = lint(space, "plan.docx")
    assert code == 1
    assert {row[0] for row in found} == {"DVK504"}
    assert {int(number) for _, number, _ in found} == set(range(11, 11 + len(tags)))
    for _, number, shown in found:
        assert shown.rstrip(" %}") in tags[int(number) - 11], found
    assert time.monotonic() - begun < SECONDS


@pytest.mark.parametrize("tag", ["{% extends 'x' %}", ENDLESS[-1], "{{ don_vi", "{% if a %}", "{{ a b }}"])
def test_what_ends_the_reading_of_a_template_is_named_too(space, tag):
    document = framed(Document())
    document.add_paragraph(f"Trước {tag} sau", "Nội dung")
    saved(space, document)
    found, code = lint(space, "plan.docx")
    assert code == 1
    number, shown = next((number, shown) for code, number, shown in found if code in {"DVK503", "DVK504"})
    assert (number, shown[:4]) == ("11", tag[:4])


@pytest.mark.parametrize("tag", [*COMMANDS[:3], COMMANDS[5], ENDLESS[0], *ENDLESS[2:4], ENDLESS[-1]])
def test_they_are_refused_when_printed_too(space, tmp_path, tag):
    document = framed(Document())
    document.add_paragraph(f"Trước {tag} sau", "Nội dung")
    saved(space, document)
    begun = time.monotonic()
    code, error = render(space, tmp_path)
    assert code == 2
    assert "DVK926  templates/word/plan.docx, paragraph 11, {" in error
    assert time.monotonic() - begun < SECONDS


def test_ifs_inside_each_other_by_the_hundred_thousand_end_at_once(space, tmp_path):
    document = framed(Document())
    document.add_paragraph("{% if du_thao %}" * 300_000)
    saved(space, document)
    begun = time.monotonic()
    assert lint(space, "plan") == ([("DVK504", "11", "{% if du_thao %}")], 1)
    code, error = render(space, tmp_path)
    assert code == 2
    assert "paragraph 11, {% if du_thao %}" in error
    assert time.monotonic() - begun < SECONDS


def test_what_is_no_template_is_named(space):
    (space.root / "templates/word").mkdir(parents=True)
    (space.root / "templates/word/report.docx").write_text("chữ")
    (space.root / "templates/word/plan.docx").symlink_to("/etc/hostname")
    found, code = lint(space)
    assert [row[0] for row in found] == ["DVK501", "DVK501"]
    assert code == 1


# --- where tags stand ---


def test_a_tag_in_a_header_and_a_footer(space, tmp_path):
    document = shipped()
    document.sections[0].different_first_page_header_footer = False
    document.sections[0].footer.paragraphs[0].text = "{{ chan }}"
    saved(space, document)
    row = json.loads(space.run("templates", "lint", "--format", "json", "--lang", "vi").stdout)[0]
    assert (row["code"], row["args"]["part"], row["args"]["tag"]) == ("DVK502", "in_footer", "{{ chan }}")
    assert "chân trang, đoạn 1" in row["message"]
    code, error = render(space, tmp_path)
    assert code == 2
    assert "footer, paragraph 1, {{ chan }}" in error


def test_a_tag_split_over_runs(space):
    document = shipped()
    split = paragraph(document, "{{ noi_ngay }}")
    split.text = ""
    for piece in ("{", "{ noi", "_ngya", " }", "}"):
        split.add_run(piece).bold = piece == "_ngya"
    saved(space, document)
    assert lint(space) == ([("DVK502", "18", "{{ noi_ngya }}")], 1)


def test_a_tag_in_a_text_box(space):
    document = shipped()
    box = parse_xml(
        f"<w:r {nsdecls('w')}><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent>"
        "<w:p><w:r><w:t>{{ trong_khung }}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    paragraph(document, "{{ trich_yeu }}")._p.append(box)
    saved(space, document)
    found, _ = lint(space)
    assert ("DVK502", "21", "{{ trong_khung }}") in found


def test_a_tag_in_a_row_of_a_table_knows_what_the_loop_goes_through(space):
    document = shipped()
    paragraph(document, "{{ muc.ten }}").text = "{{ muc.ten }} {{ muc.han }} {{ loop.index }} {{ loop.indx }}"
    saved(space, document)
    found, _ = lint(space)
    assert [(code, tag) for code, _, tag in found] == [("DVK502", "{{ muc.han }}"), ("DVK502", "{{ loop.indx }}")]


def test_quotes_that_word_made_round_are_quotes(space):
    document = shipped()
    paragraph(document, "{{ noi_ngay }}").text = "{{ noi_ngay }}{{ can_cu | join(“; ”) }}"
    saved(space, document)
    assert lint(space) == ([], 0)


SCOPES = [
    ("{% for a in can_cu %}{{ a }}{% endfor %}{{ a }}", [("DVK502", "{{ a }}")]),
    ("{% set x = don_vi %}{{ x | upper }}", []),
    ("{% with x = chi_tieu %}{% for c in x %}{{ c.tem }}{% endfor %}{% endwith %}", [("DVK502", "{{ c.tem }}")]),
    ("{% for ten, gia in chu_ky.items() %}{{ ten }}{% endfor %}", []),
    ("{{ chi_tieu[0].ten }}{{ (chi_tieu | first).tem }}", [("DVK502", "{{ (chi_tieu | first).tem }}")]),
    ("{{ chi_tieu | map(attribute='ten') | join(', ') }}", []),
    (
        "{{ chi_tieu | map(attribute='tem') | join(', ') }}",
        [("DVK502", "{{ chi_tieu | map(attribute='tem') | join(', ') }}")],
    ),
    ("{% filter upper %}{{ don_vi }}{% endfilter %}", []),
    ("{% filter uper %}{{ don_vi }}{% endfilter %}", [("DVK505", "{% filter uper %}")]),
    ("{% if don_vi is xyz %}a{% endif %}", [("DVK505", "{% if don_vi is xyz %}")]),
    ("{{ can_cu }}", [("DVK506", "{{ can_cu }}")]),
    ("{{ can_cu.ten }}", [("DVK506", "{{ can_cu.ten }}")]),
    ("{% for a in don_vi %}{{ a }}{% endfor %}", [("DVK506", "{% for a in don_vi %}")]),
    ("{{ 'có' if du_thao else 'không' }}{{ ky_han or '…' }}{{ so_lieu | length + 1 }}", []),
    ("{% for i in range(3) %}{{ i * 2 }}{% endfor %}", []),
    ("{{ 'a' ~ so_lieu | length }}", []),
]


def test_names_hold_where_they_hold_in_jinja(space):
    document = framed(Document())
    for words, _ in SCOPES:
        document.add_paragraph(words, "Nội dung")
    saved(space, document)
    found, _ = lint(space, "plan")
    for number, (words, expected) in enumerate(SCOPES, 11):
        told = [(code, tag) for code, at, tag in found if int(at) == number and code < "DVK507"]
        assert told == expected, words


# --- halves of tags ---

HALVES = [
    ("{{ trich_yeu ", ["{{ trich_yeu"]),
    ("trich_yeu }}", ["trich_yeu }}"]),
    ("{% if a %} b {% endif", ["{% endif"]),
    ("{# ghi {{ chú }}", ["{# ghi {{ chú }}"]),
    ("{{ a {{ b }}", ["{{ a"]),
    ("{{ a }} b }} c %}", ["b }}", "c %}"]),
    ("{{ a %}", ["{{ a %}"]),
    ("{{ '}}' }}{{ “}}” }}{# {{ #}", []),
    ("{{ {'a': {'b': 1}} }} } { {{ {'a': 1}}}", []),
    ("{% raw %}{{ {%{% endraw %}", []),
    ("{%p if a -%}{%- endif %} {{r b }}", []),
]


@pytest.mark.parametrize(("words", "expected"), HALVES)
def test_the_halves_of_tags(words, expected):
    assert [" ".join(half.split()) for half in halves(words)] == expected


@given(st.lists(st.sampled_from(["{{", "{%", "{#", "}}", "%}", "#}", "'", '"', "“", "{", "}", " ", "a"]), max_size=30))
@settings(max_examples=200, deadline=None)
def test_whole_tags_hide_no_half_and_add_none(pieces):
    words = "".join(pieces)
    assert list(halves("{{ a }}{% b %}{# c #}" + words)) == list(halves(words))
    assert list(halves(words + "{{ x"))


def test_many_braces_are_read_in_time():
    begun = time.monotonic()
    assert len(list(halves("{{'“" * 100_000))) > 0
    assert time.monotonic() - begun < SECONDS


@pytest.mark.parametrize(
    "pieces", [("{{ trich_yeu ",), ("{", "{ trich", "_yeu", " "), ("{%", " if du_thao }}"), ("a }", "}")]
)
def test_half_a_tag_is_named_and_never_printed(space, tmp_path, pieces):
    document = shipped()
    there = paragraph(document, "{{ trich_yeu }}")
    there.text = ""
    for piece in pieces:
        there.add_run(piece).bold = True
    at, words = number(document, there.text), " ".join("".join(pieces).split())
    saved(space, document)
    assert lint(space, "plan") == ([("DVK503", at, words)], 1)
    code, error = render(space, tmp_path)
    assert code == 2
    assert error.startswith(f"DVK926  templates/word/plan.docx, paragraph {at}, {words}: ")


def test_half_a_tag_in_a_footer_is_named_there(space, tmp_path):
    document = shipped()
    document.sections[0].footer.paragraphs[0].text = "{{ don_vi"
    saved(space, document)
    assert lint(space, "plan") == ([("DVK503", "1", "{{ don_vi")], 1)
    assert "footer, paragraph 1, {{ don_vi" in render(space, tmp_path)[1]


@pytest.mark.parametrize("place", [0, 4, -1])
def test_a_tag_that_stands_often_has_one_number_in_lint_and_render(space, tmp_path, place):
    document = shipped()
    ends = [p for p in document.element.body.iter(qn("w:p")) if Paragraph(p, document).text == "{%p endif %}"]
    twice = copy.deepcopy(ends[place])
    ends[place].addnext(twice)
    saved(space, document)
    [(code, at, tag)], _ = lint(space, "plan")
    assert (code, tag) == ("DVK503", "{%p endif %}")
    assert f"paragraph {at}, {tag}: " in render(space, tmp_path)[1]


# --- parts ---


def test_a_part_twice_but_not_in_two_branches(space):
    document = shipped()
    there = paragraph(document, "{{ trich_yeu }}")
    there._p.addnext(copy.deepcopy(there._p))
    saved(space, document)
    assert lint(space) == ([("DVK508", "21", "{{ trich_yeu }}")], 1)
    there.insert_paragraph_before("{%p if du_thao %}", "Thẻ")
    then = paragraph(document, "{{ trich_yeu }}")
    Paragraph(then._p.getnext(), document).insert_paragraph_before("{%p else %}", "Thẻ")
    Paragraph(then._p.getnext().getnext().getnext(), document).insert_paragraph_before("{%p endif %}", "Thẻ")
    saved(space, document)
    assert lint(space) == ([], 0)


def test_a_part_out_of_order_is_the_only_one_named(space, tmp_path):
    document = shipped()
    document.element.body[-1].addprevious(paragraph(document, "{{ loai | upper }}")._p)
    saved(space, document)
    assert lint(space) == ([("DVK509", number(document, "{{ loai | upper }}"), "{{ loai | upper }}")], 1)
    code, error = render(space, tmp_path)
    assert code == 2
    assert "is out of order" in error


def test_cells_beside_each_other_have_no_order(space):
    document = shipped()
    cells = document.tables[0].rows[0]._tr.findall(qn("w:tc"))
    cells[1].addnext(cells[0])
    saved(space, document)
    assert lint(space) == ([], 0)


def test_a_profile_of_the_workspace_asks_for_more(space):
    edition = {"from": "2000-01-01", "parts": ["heading", "addressee", "body"]}
    space.write("templates/profiles/youth-union.yaml", {"schema": "profile/v1", "name": "A", "editions": [edition]})
    found, _ = lint(space, "plan")
    assert [(code, tag) for code, _, tag in found] == [("DVK507", "{{ kinh_gui }}")]


def test_a_part_without_data_may_be_absent_from_paper_but_not_from_the_template(space, tmp_path):
    assert render(space, tmp_path)[0] == 0, "a plan without signatory and recipients"


# --- notes ---


def test_what_is_set_by_hand_is_noted(space):
    document = shipped()
    there = paragraph(document, "{{ trich_yeu }}")
    there.runs[0].font.name = "Arial"
    there.insert_paragraph_before("{% if du_thao %}{% endif %}", "Normal")
    saved(space, document)
    found, code = lint(space)
    assert [row[0] for row in found] == ["DVK510", "DVK513", "DVK511"]
    assert code == 0


def test_all_fonts_set_by_hand_are_one_warning_with_a_count_and_styles_another(space):
    document = shipped()
    printed = []
    for place, element in enumerate(document.element.body.iter(qn("w:p")), 1):
        there = Paragraph(element, document)
        for run in there.runs:
            run.font.name = "Arial"
        if there.text.strip() and not there.text.startswith("{%"):
            printed.append(str(place))
    document.styles["Normal"].font.name = "Comic Sans MS"
    saved(space, document)
    rows = json.loads(space.run("templates", "lint", "--format", "json", "--lang", "en").stdout)
    told = {row["code"]: row["args"] for row in rows}
    assert len(rows) == len(told) == 2
    hand = told["DVK511"]
    assert (hand["font"], hand["count"], hand["paragraph"]) == ("Arial", str(len(printed)), printed[0])
    assert told["DVK514"]["font"] == "Comic Sans MS"
    assert "Normal" in told["DVK514"]["style"]


def test_fonts_of_commands_are_nobodys_concern(space):
    document = shipped()
    for element in document.element.body.iter(qn("w:p")):
        if Paragraph(element, document).text.startswith("{%p"):
            Paragraph(element, document).runs[0].font.name = "Arial"
    saved(space, document)
    assert lint(space, "plan") == ([], 0)


# --- preflight of what is printed ---


def test_fonts_of_a_theme_are_never_printed(space, tmp_path):
    document = shipped()
    run = paragraph(document, "{{ trich_yeu }}").runs[0]
    run.font.name = "x"
    fonts = run._r.rPr.rFonts
    fonts.attrib.clear()
    fonts.set(qn("w:asciiTheme"), "minorHAnsi")
    saved(space, document)
    [(code, at, words)], _ = lint(space)
    assert code == "DVK512"
    code, error = render(space, tmp_path)
    assert code == 2
    assert error.startswith(f"DVK935  templates/word/plan.docx, paragraph {at}, “{words}”: ")


def test_braces_of_the_data_stay_and_those_of_a_template_do_not(space, tmp_path):
    path = space.plan("tinh", year=2022, text="Gõ {{ don_vi }} và {% if %}.", subject="{{ a }}")
    assert render(space, tmp_path, path)[0] == 0
    (tmp_path / "a.docx").unlink()
    document = shipped()
    paragraph(document, "{{ noi_ngay }}").text = "{{ '{{' }} noi_ngay {{ '}}' }}"
    saved(space, document)
    code, error = render(space, tmp_path)
    assert code == 2
    assert "DVK935  templates/word/plan.docx, paragraph 18, “{{ '{{' }}”" in error


def test_a_table_without_rows_is_never_printed(space, tmp_path):
    document = shipped()
    table = document.add_table(3, 1)
    for row, words in zip(table.rows, ("{%tr for d in can_cu %}", "{{ d }}", "{%tr endfor %}"), strict=True):
        row.cells[0].text = words
    saved(space, document)
    code, error = render(space, tmp_path)
    assert code == 2
    assert error.startswith("DVK933  templates/word/plan.docx gives a broken file: it has a table without a row")


def test_a_bookmark_in_a_loop_is_printed_once(space, tmp_path):
    document = shipped()
    there = paragraph(document, "- {{ viec }}")
    there._p.append(parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:id="7" w:name="_GoBack"/>'))
    there._p.append(parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="7"/>'))
    saved(space, document)
    path = space.plan("tinh", year=2022, text="a", tasks=[{"task": "một"}, {"task": "hai"}])
    code, error = render(space, tmp_path, path)
    assert code == 0, error
    body = Document(str(tmp_path / "a.docx")).element.body
    assert len(list(body.iter(qn("w:bookmarkStart")))) == len(list(body.iter(qn("w:bookmarkEnd")))) == 1


def test_a_relation_that_leads_nowhere_is_never_printed(tmp_path):
    """Word says of such a file that it is damaged; no tag is wrong with it."""
    file = tmp_path / "a.docx"
    document = Document()
    document.add_paragraph("a")
    document.save(str(file))
    data = file.read_bytes()
    see_file(data, set())
    with pytest.raises(Refused) as refused:
        see_file(without(data, "word/styles.xml"), {b"seen before"})
    assert refused.value.fault == "lost_part"
    with pytest.raises(Refused) as refused:
        see_file(data[:-200], set())
    assert refused.value.fault == "not_opened"


def without(data, name):
    """The same archive without one file."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for part in source.namelist():
            if part != name:
                target.writestr(part, source.read(part))
    return out.getvalue()


def test_without_a_look_no_part_is_asked_for():
    out = io.BytesIO()
    document = Document()
    document.add_paragraph("{{ a }}")
    document.save(out)
    with Press() as press:
        assert press.printed(out.getvalue(), {"a": "b"}, PROPERTIES)


# --- the command ---


def test_check_looks_at_the_workspaces_own_templates(space):
    assert "templates/word" not in space.run("check").stdout
    document = shipped()
    paragraph(document, "{{ noi_ngay }}").text = "{{ noi_ngya }}"
    saved(space, document)
    result = space.run("check")
    assert result.exit_code == 1
    assert "templates/word/plan.docx  error DVK502" in result.stdout
    assert space.run("check", "plans").exit_code == 0
    assert space.run("check", "templates/word/plan.docx").exit_code == 1


def test_copy_brings_a_template_and_never_over_a_file(space):
    result = space.run("templates", "copy", "plan", "report.docx")
    assert result.exit_code == 0
    for name in ("plan.docx", "report.docx"):
        assert (space.root / "templates/word" / name).read_bytes() == (SHIPPED / name).read_bytes()
    again = space.run("templates", "copy", "plan")
    assert again.exit_code == 2
    assert again.stderr.startswith("DVK909")
    assert space.run("templates", "copy", "../plan").exit_code == 2


def test_list_says_where_each_comes_from(space):
    space.run("templates", "copy", "plan")
    rows = json.loads(space.run("templates", "list", "--format", "json").stdout)
    assert {row["name"]: row["from"] for row in rows} == dict.fromkeys(OWN, "dvk") | {"plan.docx": "workspace"}


@pytest.mark.parametrize(
    "words", [("lnt",), ("lint", "plna.docx"), ("copy",), ("list", "plan"), ("lint", "x/plan.docx")]
)
def test_what_is_unknown_is_answered(space, words):
    assert space.run("templates", *words).exit_code == 2


def test_a_file_elsewhere_is_looked_at_too(space, tmp_path):
    file = tmp_path / "report.docx"
    document = shipped("report.docx")
    paragraph(document, "{{ trich_yeu }}").text = "{{ chi_tieu }}"
    document.save(str(file))
    assert lint(space, file) == ([("DVK502", "20", "{{ chi_tieu }}")], 1)


def test_a_file_of_any_name_is_looked_at_as_what_somebody_says(space, tmp_path):
    file = tmp_path / "Mẫu mới.docx"
    shipped("report.docx").save(str(file))
    asked = space.run("templates", "lint", file, "--lang", "en")
    assert asked.exit_code == 2
    assert f"dvk templates lint {file} --as plan" in asked.stderr
    assert lint(space, file, "--as", "report") == ([], 0)
    assert lint(space, file, "--as", "plan")[1] == 1
    assert space.run("templates", "lint", file, "--as", "x").exit_code == 2
    assert space.run("templates", "lint", "--as", "plan").exit_code == 2
    assert space.run("templates", "list", "--as", "plan").exit_code == 2


@pytest.mark.parametrize(
    ("name", "near"), [("ke-hoach.docx", "plan.docx"), ("plan.doc", "plan.docx"), ("bien-ban.docx", "")]
)
def test_a_file_among_the_templates_that_nothing_is_printed_with_is_named(space, name, near):
    folder = space.root / "templates/word"
    folder.mkdir(parents=True)
    for written in (name, "~$plan.docx", "notes.txt"):
        (folder / written).write_text("x")
    result = space.run("templates", "lint", "--format", "json")
    assert result.exit_code == 0
    [row] = json.loads(result.stdout)
    assert (row["code"], row["args"]["name"]) == ("DVK515", name)
    assert near in row["args"]["near"]
    assert f"templates/word/{name}" in space.run("check").stdout


def test_a_lint_is_the_same_every_time():
    asked = {"tags": shapes_of("plan.docx"), "parts": [], "styles": [], "fonts": []}
    data = (SHIPPED / "plan.docx").read_bytes()
    assert linted(data, asked) == linted(data, asked)
