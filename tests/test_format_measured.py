"""The printed documents measured from their XML, component by component, against the values of their profile.

The values are read here from the profile's YAML alone, and what Word would show is worked out from styles.xml, so that
neither the reader of profiles nor what writes styles is asked about itself.
"""

from datetime import date
from pathlib import Path

import pytest
import yaml
from word_measures import Measured, W, attribute, has_page_number, words
from workspace_builder import Workspace

from dvk.__main__ import run
from dvk.components import COMPONENTS

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 21)
PROFILES = ("youth-union", "state", "front", "party")
TWIPS_PER_MM = 1440 / 25.4
STYLES = {component.name: component.style for component in COMPONENTS}
NAMES = {component.style.casefold(): component.name for component in COMPONENTS}
ALIGNED = {"justify": "both"}
FACTOR = {"size": 2, "before": 20, "after": 20, "line_spacing": 240, "first_line": 10 * TWIPS_PER_MM}
USUAL = {"size": 14, "line_spacing": 1, "align": "left"}
"""What holds of a component where no profile says anything, as docs/files.md has it."""
HEAD = ("superior", "issuer", "number", "place_date", "heading", "type", "subject")
IN_EVERY = {"issuer", "number", "heading", "place_date", "type", "subject", "body", "post", "signer"}


# --- what the profile says ---


def number(text):
    return float(str(text).replace(",", "."))


def values_of(name):
    """All that a shipped profile says in 2021, with what it takes from the one that it is like."""
    text = (ROOT / f"templates/profiles/{name}.yaml").read_text(encoding="utf-8")
    profile = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - it makes texts and nothing else
    found = values_of(profile["like"]) if "like" in profile else {}
    for edition in profile["editions"]:
        found = merged(found, edition)
    return found


def merged(below, above):
    together = dict(below)
    for key, value in above.items():
        both = isinstance(value, dict) and isinstance(below.get(key), dict)
        together[key] = merged(below[key], value) if both else value
    return together


def expected(look):
    """The properties that Word has to find for a look."""
    look = USUAL | look
    twips = {key: str(round(number(look.get(key, 0)) * factor)) for key, factor in FACTOR.items()}
    return {
        "sz": twips["size"],
        "szCs": twips["size"],
        "b": look.get("bold") == "yes",
        "i": look.get("italic") == "yes",
        "caps": look.get("caps") == "yes",
        "jc": ALIGNED.get(look["align"], look["align"]),
        "ind.firstLine": twips["first_line"],
        "spacing.before": twips["before"],
        "spacing.after": twips["after"],
        "spacing.line": twips["line_spacing"],
        "spacing.lineRule": "auto",
        "keepNext": look.get("keep_with_next") == "yes",
        "widowControl": True,
        "color": "000000",
    }


# --- what was printed ---


def filled_workspace(root, line):
    space = Workspace(root)
    space.settings(lines=[{"id": name, "name": name} for name in PROFILES])
    space.unit("cap-tren", level="province", line=line)
    space.unit("co-quan", "cap-tren", level="district", line=line)
    space.indicator("nha", "sum", "sum")
    sign = "-KH/TĐTN" if line in {"youth-union", "party"} else "/KH-UBND"
    head = {
        "place": "Núi Xanh",
        "recipients": ["Ban Thường vụ (b/c)", "Lưu VP"],
        "signatory": {"authority": "TM. Ban Thường vụ", "post": "Bí thư", "name": "Nguyễn Văn An"},
        "legal_bases": [{"number": "03/KH-UBND", "date": "2020-12-01", "issuer": "Ủy ban nhân dân tỉnh"}],
    }
    parts = ("# Mục đích", "## Yêu cầu", "### Chi tiết", "#### Nhỏ hơn", "Làm **thật**.")
    text = "\n\n".join([*parts, "| Việc | Số |\n|---|---|\n| Nhà | 3 |"])
    targets = [{"indicator": "nha", "kind": "own", "value": 3}]
    space.plan("co-quan", year=2021, number=f"7{sign}", text=text, targets=targets, **head)
    space.report("co-quan", "2021", {"nha": 3}, date="2021-11-02", situation="Địa bàn rộng.", **head)
    space.registration("co-quan", 2021, {"id": "duong-hoa"}, date="2021-03-02", addressee="Ban Thường vụ", **head)
    return space


DOCUMENTS = {
    "plan": "plans/2021/cap-tren/co-quan/ke-hoach.yaml",
    "report": "reports/2021/cap-tren/co-quan/2021.yaml",
    "registration": "registrations/2021/cap-tren/co-quan/dang-ky.yaml",
    "rollup": None,
}


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """Print every document of a line once; give what is measured of it."""
    made = {}

    def of(line, kind):
        if line not in made:
            root = tmp_path_factory.mktemp(line)
            space, out = filled_workspace(root / "w", line), root / "out"
            out.mkdir()
            asked = ["--root", str(space.root), "--output"]
            assert run(["render", *filter(None, DOCUMENTS.values()), *asked, str(out)], TODAY) == 0
            rollup = ["render", "--rollup", "co-quan", "--year", "2021", *asked, str(out / "tong-hop.docx")]
            assert run(rollup, TODAY) == 0
            names = {"plan": "ke-hoach-*", "report": "bao-cao-*", "registration": "dang-ky-*", "rollup": "tong-hop*"}
            made[line] = {name: Measured(next(out.glob(pattern))) for name, pattern in names.items()}
        return made[line][kind]

    return of


each_document = pytest.mark.parametrize("kind", DOCUMENTS)
each_profile = pytest.mark.parametrize("line", PROFILES)


@each_document
@each_profile
def test_every_component_looks_as_its_profile_says(line, kind, printed):
    document, values = printed(line, kind), values_of(line)
    for name, style in STYLES.items():
        found = document.style(style)
        wanted = expected(values["looks"][name]) | dict.fromkeys(
            ("rFonts.ascii", "rFonts.hAnsi", "rFonts.cs", "rFonts.eastAsia"), values["font"]
        )
        differing = {key: (found.get(key), value) for key, value in wanted.items() if found.get(key) != value}
        assert differing == {}, f"{name} ({style})"


@each_document
@each_profile
def test_what_is_printed_is_of_components_and_keeps_their_look(line, kind, printed):
    """Nothing is printed in a style that no profile knows, in another font, size or colour."""
    document = printed(line, kind)
    seen = set()
    for style, paragraph in document.paragraphs():
        assert style.casefold() in NAMES, words(paragraph)
        name = NAMES[style.casefold()]
        seen.add(name)
        for tag in ("rFonts", "sz", "color", "caps", "u"):
            assert next(paragraph.iter(f"{W}{tag}"), None) is None, (name, tag, words(paragraph))
        for tag in ("b", "i", "jc") if name in {*HEAD, "authority", "post", "signer"} else ():
            assert next(paragraph.iter(f"{W}{tag}"), None) is None, (name, tag, words(paragraph))
    assert seen >= IN_EVERY - ({"post", "signer"} if kind == "rollup" else set())
    assert ("motto" in seen) == (line in {"state", "front"})
    if kind == "plan":
        assert seen >= {"superior", "basis", "heading_1", "heading_2", "heading_3", "heading_4", "table_head"}
        assert seen >= {"recipients_label", "recipient", "authority"}


@each_document
@each_profile
def test_every_section_has_the_profiles_sheet_and_margins(line, kind, printed):
    document, page = printed(line, kind), values_of(line)["page"]
    wanted = {side: round(number(page[side]) * TWIPS_PER_MM) for side in page if side != "size"}
    turned = {"top": "left", "right": "top", "bottom": "right", "left": "bottom"}
    assert document.sections
    for section in document.sections:
        size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        lies = attribute(size, "orient") == "landscape"
        width, height = int(attribute(size, "w")), int(attribute(size, "h"))
        assert sorted((width, height)) == [11906, 16838], "A4"
        assert (width > height) == lies
        for side in ("top", "right", "bottom", "left"):
            assert int(attribute(margins, side)) == wanted[turned[side] if lies else side], (side, lies)
        assert int(attribute(margins, "header")) == wanted["header"]
        assert int(attribute(margins, "footer")) == wanted["footer"]


@each_document
@each_profile
def test_pages_are_numbered_on_top_from_the_second_on(line, kind, printed):
    document = printed(line, kind)
    first, *others = document.sections
    assert first.find(f"{W}titlePg") is not None
    top = document.header(first, "default")
    assert has_page_number(top)
    numbered = next(p for p in top.iter(f"{W}p") if next(p.iter(f"{W}instrText"), None) is not None)
    assert document.name(numbered) == STYLES["page_number"]
    for part, which in (("header", "first"), ("footer", "first"), ("footer", "default")):
        assert not has_page_number(document.header(first, which, part)), (part, which)
    for section in others:
        assert section.find(f"{W}titlePg") is None or has_page_number(document.header(section, "first"))
        assert document.header(section, "default") is None or has_page_number(document.header(section, "default"))


@each_document
@each_profile
def test_heads_of_tables_repeat_and_short_rows_do_not_break(line, kind, printed):
    document, heads = printed(line, kind), 0
    for table in document.body.iter(f"{W}tbl"):
        for place, row in enumerate(table.iterfind(f"{W}tr")):
            styles = {document.name(p) for p in row.iter(f"{W}p") if words(p).strip()}
            repeats = row.find(f"{W}trPr/{W}tblHeader") is not None
            if styles == {STYLES["table_head"]} and len(table.findall(f"{W}tr")) > place + 1:
                assert repeats or place > 0
                heads += repeats
            elif styles:
                assert not repeats
            if len(words(row)) < 600:
                assert row.find(f"{W}trPr/{W}cantSplit") is not None
    if kind in {"plan", "report", "rollup"}:
        assert heads


KNOWN_WIDTHS = {
    "Độc lập - Tự do - Hạnh phúc": 14 * 12.09,
    "ĐOÀN TNCS HỒ CHÍ MINH": 15 * 12.87,
    "ĐẢNG CỘNG SẢN VIỆT NAM": 15 * 13.74,
    "CO-QUAN": 13 * 4.83,
}
"""Words in bold → their width in pt, measured with a font of the same widths as Times New Roman."""


def rules(document):
    """Give (name of the component above, its words, paragraph, width of the cell or page in twips) of each rule."""
    above = None
    for paragraph in document.body.iter(f"{W}p"):
        name = NAMES.get(document.name(paragraph).casefold())
        if name in {"issuer", "heading", "motto", "subject"}:
            above = name, words(paragraph)
        elif name == "rule" and above:
            yield *above, paragraph


def share_drawn(values, name):
    key = {"issuer": "below_issuer", "subject": "below_subject"}.get(name, "below_heading")
    wanted = values[key]
    return int(wanted.rstrip(" %")) if wanted.endswith("%") else 0


@each_document
@each_profile
def test_rules_are_borders_as_wide_as_the_profile_says(line, kind, printed):
    document, values = printed(line, kind), values_of(line)
    seen = {}
    for name, said, paragraph in rules(document):
        assert words(paragraph) == ""
        share = share_drawn(values, name)
        bottom = attribute(paragraph.find(f"{W}pPr/{W}pBdr/{W}bottom"), "val", "nil")
        assert (bottom == "single") == bool(share), name
        assert attribute(paragraph.find(f"{W}pPr/{W}pBdr/{W}top"), "val", "nil") == "nil"
        if share and said in KNOWN_WIDTHS:
            seen[name] = said
            indents = paragraph.find(f"{W}pPr/{W}ind")
            assert attribute(indents, "left") == attribute(indents, "right")
            cell = next(paragraph.iterancestors(f"{W}tc"))
            room = int(attribute(cell.find(f"{W}tcPr/{W}tcW"), "w"))
            drawn = (room - 2 * int(attribute(indents, "left"))) / 20
            assert drawn == pytest.approx(KNOWN_WIDTHS[said] * share / 100, rel=0.03), (name, said)
    assert seen.keys() == ({"motto", "issuer"} if line in {"state", "front"} else {"heading"})


@each_profile
def test_signs_labels_and_shortenings_are_those_of_the_profile(line, printed):
    document, values = printed(line, "plan"), values_of(line)
    said = {}
    for style, paragraph in document.paragraphs():
        said.setdefault(NAMES[style.casefold()], []).append(words(paragraph).replace("\u00a0", " "))
    below = values["below_issuer"]
    assert said.get("separator", []) == ([] if below.endswith("%") else [below])
    form = "07-KH/TĐTN" if line in {"youth-union", "party"} else "07/KH-UBND"
    assert said["number"] == [f"{values['number']['label']} {form}"]
    assert said["heading"] == [values["heading"]]
    assert said["authority"][0].startswith(values["authority"]["on_behalf"])
    assert said["body"][-1].endswith(values["closing"])
    assert said["basis"] == ["Căn cứ Kế hoạch số 03/KH-UBND ngày 01/12/2020 của Ủy ban nhân dân tỉnh."]
