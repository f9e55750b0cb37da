"""``dvk render``: documents on paper. All of it is there, in the form of an office, and no template does harm."""

import io
import json
import os
import re
import shutil
import subprocess
import zipfile
from datetime import date
from fractions import Fraction
from functools import partial
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from repositories import commit, git, new_repository
from template_frames import framed, misfits
from test_docs import keys_of
from word_text import assert_word_reads, margins, paragraphs, plain, rows, text
from workspace_builder import Workspace

from dvk.__main__ import run
from dvk.documents import MODELS
from dvk.kinds import kind_of
from dvk.printing.tags import shapes_of
from dvk.printing.word.guard import LONGEST, Press
from dvk.printing.word.refusals import Refused
from dvk.textfile import read_text
from dvk.values import Figure, Moment, Reference, YearDay
from dvk.workspace import open_workspace

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 21)
SAMPLES = [
    *sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "plans").rglob("*.yaml")),
    *sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "registrations").rglob("*.yaml")),
    "reports/2020/tinh-doan-ha-tinh/huyen-doan-nghi-xuan/2020.yaml",
    "reports/2021/tinh-doan-tra-vinh/2021.yaml",
    "reports/2021/tinh-doan-tra-vinh/huyen-doan-cang-long/2021.yaml",
    "reports/2022/tinh-doan-thanh-hoa/huyen-doan-tho-xuan/doan-xa-tho-dien/2022.yaml",
]
PLAN = "plans/2021/tinh-doan-tra-vinh/dan-van-kheo.yaml"
PROPERTIES = {"title": "Thử", "author": "An", "day": "2021-06-22"}


def render(*words, root=ROOT, language="vi"):
    """Run one call in this process; give its exit code."""
    return run(["render", *map(str, words), "--root", str(root), "--lang", language], TODAY)


def rendered(folder, *words, root=ROOT):
    """Render into a file of a folder and give the file."""
    file = folder / f"{len(list(folder.iterdir()))}.docx"
    assert render(*words, "-o", file, root=root) == 0
    return file


@pytest.fixture
def space(tmp_path):
    """A workspace of two units with one plan, in a folder of its own."""
    made = Workspace(tmp_path / "w")
    made.unit("tinh", level="province")
    made.unit("huyen", "tinh", level="district")
    made.indicator("nha", "sum", "sum")
    made.plan("tinh", year=2021, text="Nội dung.")
    return made


SPACE_PLAN = "plans/2021/tinh/ke-hoach.yaml"


def own_template(space, *lines, name="plan.docx"):
    """Give the workspace a template of these paragraphs."""
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    return saved(space, framed(document), name)


def saved(space, document, name="plan.docx"):
    file = space.root / "templates/word" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    document.save(str(file))
    return file


# --- all that is written is printed ---


NOT_PRINTED = {
    "schema": "says what the file is",
    "revision": "of the file",
    "state": "printed as a word on drafts only",
    "note": "about the file, for whoever keeps it",
    "inferred": "about the file; an inferred field is marked",
    "illustrative": "printed as words",
    "profile": "the form in which it is printed",
    "phrase": "the words of the source that a key was read from",
    "answers": "printed as legal bases",
    "submitted": "when it was sent",
    "returns": "the way of the file, not what it says",
    "stamps": "the way of the file, not what it says",
    "changes": "the way of the file, not what it says",
    "id": "names the entry for references",
    "period": "printed in words",
    "every_year": "printed in words",
    "in": "printed in words",
    "open_on": "printed in words",
    "covers_predecessors": "printed in words",
    "bound": "printed in words",
    "year": "printed in words",
}
"""Keys that are not printed as they stand, wherever they are, and why."""
NOT_PRINTED_AT = {
    "obligations.kind": "printed as the title, or in words where there is none",
    "targets.kind": "printed in words",
    "effective": "only where the source says it",
    "models.type": "printed in words",
}
TITLES = {"legal_bases.title", "documents_issued.title"}
WORDS = {"collective": "tập thể", "individual": "cá nhân"} | {
    "carried_out": "thực hiện",
    "recognised": "công nhận",
    "typical": "điển hình",
    "rewarded": "khen thưởng",
    "dropped": "bỏ",
    "KH": "Kế hoạch",
    "HD": "Hướng dẫn",
}


class Expected:
    """What each value of a document looks like on paper, found without the code that prints it."""

    def __init__(self, workspace, document):
        self.workspace, self.unit = workspace, document.unit
        named = [*getattr(document, "obligations", []), *getattr(document, "events", [])]
        self.titles = {part.id: getattr(part, "title", None) or getattr(part, "name", None) for part in named}

    def of(self, key, value):
        forms = (
            (Figure, lambda: self.figure(value.value)),
            (Moment, lambda: self.day(value.day)),
            (date, lambda: self.day(value)),
            (YearDay, lambda: f"{value.day:02}/{self.month(value.month)}"),
            (Reference, lambda: self.reference(value)),
            (int, lambda: self.number(value)),
        )
        if isinstance(value, str):
            return [self.name(key, line) for line in self.lines(value)]
        if isinstance(value, tuple):
            return [str(year) for year in value]
        return [form() for kind, form in forms if isinstance(value, kind)]

    def title(self, words):
        """The title of a cited document; its type is printed before the number, see the test of citations."""
        return [re.sub(r"^(?:Kế hoạch|Hướng dẫn|Nghị quyết|Chương trình(?: hành động)?)(?: |$)", "", words)]

    def lines(self, words):
        """The lines of a text, without what Markdown puts before and into them."""
        for line in words.splitlines():
            bare = re.sub(r"^\s*(?:#+|[-*+]|\d+[.)])\s+", "", line).replace("*", "").strip()
            if bare:
                yield plain(bare)

    def number(self, value):
        if isinstance(value, Fraction):
            return f"{float(value):g}".replace(".", ",")
        return f"0{value}" if 0 < value < 10 else f"{value:,}".replace(",", ".")

    def figure(self, value):
        """In a sentence with the zero, in a column of a table without."""
        number = self.number(value)
        return f"{number}| {value} " if number.startswith("0") and value else number

    def day(self, day):
        month = self.month(day.month)
        return f"{day.day:02}/{month}/{day.year}|ngày {day.day:02} tháng {month} năm {day.year}"

    def month(self, month):
        return f"{month:02}" if month < 3 else str(month)

    def name(self, key, word):
        if key in {"of", "embedded_in"}:
            return self.titles.get(word, word)
        settings, units = self.workspace.settings, self.workspace.organisation.units
        if word in units:
            return units[word].names[0].value
        departments = {d.id: d.name for d in units[self.unit].departments}
        terms = {term.id: term.name for term in (*settings.fields, *settings.levels, *settings.kinds)}
        names = {
            "department": departments,
            "indicator": {i.id: i.name for i in self.workspace.indicators.values()},
            "type": WORDS,
            "stage": WORDS,
        } | dict.fromkeys(("field", "level", "kind"), terms)
        return names.get(key.removesuffix("s"), {}).get(word, word)

    def reference(self, reference):
        if reference.path in self.workspace.plans:
            plan = self.workspace.plans[reference.path]
            return plan.number or plan.subject[1:]
        registration = self.workspace.registrations[reference.path]
        return next(model.name for model in registration.models if model.id == reference.item)


def values(document, path=""):
    """Give (path of keys, value) for every value of a document."""
    for name, field in type(document).model_fields.items():
        key = field.alias or name
        inner = f"{path}.{key}".lstrip(".")
        found = getattr(document, name)
        for value in found if isinstance(found, list) else [found]:
            if hasattr(type(value), "model_fields"):
                yield from values(value, inner)
            elif value is not None and not isinstance(value, bool):
                yield inner, value


def is_printed(path, document):
    key = path.rpartition(".")[2]
    if path == "effective":
        return "effective" not in document.inferred
    about_the_file = NOT_PRINTED.keys() & {*path.split(".")}
    return (not about_the_file or (key == "note" and path != "note")) and path not in NOT_PRINTED_AT


def read_document(root, path):
    kind = kind_of(path)
    return MODELS[kind].model_validate(read_text((root / path).read_bytes()).tree)


def lost(root, path, file):
    """Give what a document says and its printed form does not."""
    document = read_document(root, path)
    expected = Expected(open_workspace(root), document)
    words = text(file).casefold()
    return [
        f"{key}: {wanted}"
        for key, value in values(document)
        if is_printed(key, document)
        for wanted in (expected.title if key in TITLES else partial(expected.of, key.rpartition(".")[2]))(value)
        if not any(choice.casefold() in words for choice in wanted.split("|"))
    ]


@pytest.mark.parametrize("path", SAMPLES)
def test_all_that_a_sample_says_is_printed(path, tmp_path):
    file = rendered(tmp_path, path)
    assert lost(ROOT, path, file) == []
    assert_word_reads(file)
    assert not re.search(r"\{\{|\{%|%\}|\bNone\b", text(file))


@pytest.mark.parametrize("path", SAMPLES)
def test_illustrative_samples_say_so_on_every_page(path, tmp_path):
    file = rendered(tmp_path, path)
    marked = read_document(ROOT, path).illustrative
    assert ("số liệu minh hoạ" in text(file).casefold()) == marked
    assert [("Số liệu minh hoạ" in words) for words in margins(file)[2:]] == [marked, marked]


# --- every key there is ---


def everything(space):
    """Add a plan, a registration and a report that use every key; give their paths by kind."""
    space.settings(due_soon=7)
    tasks = {"departments": [{"id": "van-phong", "name": "Văn phòng thử", "standing": "yes"}]}
    space.unit("ban", "tinh", level="district", kind="territorial", **tasks)
    space.unit("xa", "ban")
    head = {
        "number": "12-KH/TĐTN-VP",
        "date": "2021-02-05",
        "place": "Thị trấn Núi",
        "submitted": "2021-02-06",
        "illustrative": "yes",
        "inferred": ["place"],
        "note": "ghi chú của tệp",
        "legal_bases": [
            {
                "number": "07/KH-UBND",
                "date": "2021-01-09",
                "issuer": "Ủy ban nhân dân huyện",
                "title": "Về việc thi đua",
            },
            {"title": "Luật Thi đua, khen thưởng"},
        ],
        "recipients": ["Ban Dân vận Huyện ủy (b/c)", "Lưu VP, v.v."],
        "signatory": {"authority": "TM. Ban Thường vụ", "post": "Bí thư", "name": "Trần Thị Bình"},
    }
    plan = space.plan("ban", year=2021, slug="day-du", **head, **full_plan())
    registration = space.registration(
        "ban", 2021, full_model(), {"id": "con", "name": "Mô hình con"}, **head, **full_registration()
    )
    first = {"schema": "report/v1", "revision": 1, "state": "submitted", "unit": "ban", "period": 2021}
    report = space.write("reports/2021/tinh/ban/2021.yaml", first | head | full_report(registration))
    return {"plan": plan, "registration": registration, "report": report}


def full_plan():
    who = {"level": ["commune"], "kind": ["territorial"], "units": ["xa"]}
    return {
        "programme": "Chương trình thử",
        "effective": "2021-02-10",
        "until": "2021-12-20",
        "supersedes": [SPACE_PLAN],
        "superior_plan": SPACE_PLAN,
        "answers": [f"{SPACE_PLAN}#x"],
        "events": [{"id": "hoi-nghi", "date": "2021-11-03", "name": "Hội nghị tổng kết"}],
        "indicators": ["nha", "cuoc"],
        "obligations": [
            {
                "id": "bao-cao",
                "kind": "report",
                "title": "Báo cáo quý",
                "who": who,
                "period": "2021-Q3",
                "before": "2021-10-05 17:00",
                "lock": "2021-10-20",
                "cut_off": "2021-09-30",
                "open_on": "any_day",
                "indicators": ["cuoc"],
                "channel": {"department": "van-phong", "by": "e-mail", "address": "van.phong@example.org"},
                "except": [{"unit": "xa", "reason": "mới chia tách", "until": "2021-10-31"}],
                "extensions": [
                    {"units": ["xa"], "period": "2021-Q3", "before": "2021-10-12", "reason": "lũ"},
                    {"units": ["huyen"], "period": "2021-Q3", "by": "2021-10-13", "reason": "dịch"},
                ],
                "unlocks": [
                    {"units": ["xa"], "period": "2021-Q3", "unlocked_until": "2021-10-25", "reason": "gửi nhầm nơi"}
                ],
                "phrase": "trước 17 giờ",
                "inferred": ["lock"],
            },
            {
                "id": "nam",
                "kind": "report",
                "who": who,
                "period": "year",
                "every_year": "yes",
                "by": "01-15",
                "in": "next_year",
            },
            {
                "id": "sau",
                "kind": "plan",
                "title": "Kế hoạch riêng",
                "who": who,
                "period": 2021,
                "days_after": 5,
                "of": "hoi-nghi",
            },
            {"id": "tin", "kind": "report", "title": "Tin", "who": who, "period": "2021-Q3", "embedded_in": "bao-cao"},
        ],
        "targets": [
            {"indicator": "nha", "kind": "each", "value": 1, "upper": 2, "bound": "exactly", "who": who, "year": 2021},
            {
                "indicator": "cuoc",
                "kind": "total",
                "value": 3600,
                "bound": "about",
                "every_year": "yes",
                "phrase": "3.600",
            },
        ],
        "tasks": [
            {"department": "van-phong", "task": "Theo dõi, đôn đốc"},
            {"level": "commune", "task": "Vận động tại chỗ"},
        ],
        "text": "## Mục đích\n\nLàm **thật**.\n",
    }


def full_model():
    return {
        "id": "chinh",
        "name": "Đường hoa ven sông",
        "type": "individual",
        "owners": ["huyen"],
        "years": "2021-2025",
        "department": "van-phong",
        "situation": "Bờ sông nhiều rác.",
        "goal": "Sạch **2 km** bờ sông.",
        "targets": [{"indicator": "nha", "value": 7, "upper": 9, "bound": "about"}],
        "content": "- Dọn rác\n- Trồng hoa",
        "method": "1. Họp thôn\n2. Chia đoạn",
        "area": "Hai thôn ven sông",
        "beneficiaries": "Người dân hai thôn",
        "lead_role": "Lo cây giống",
        "partners": [{"name": "Hội Nông dân", "role": "góp công"}, {"name": "Trường học"}],
        "budget": {"value": "65,5 triệu", "bound": "about"},
        "resources": {
            "money": [{"source": "Xã hội hóa", "value": "40 triệu", "bound": "at_least"}],
            "working_days": 1200,
            "in_kind": ["Cây giống", "Phân"],
        },
        "timetable": [{"from": "2021-03-01", "to": "2021-03-26", "work": "Ra quân"}, {"work": "Chăm sóc"}],
        "output": "Ảnh trước, sau",
        "upkeep": "Mỗi hộ một đoạn",
        "replication": "Làm tiếp ở thôn ba",
        "replicated_from": "registrations/2021/tinh/ban/dang-ky.yaml#con",
        "stages": [
            {"stage": "recognised", "date": "2021-10-01", "level": "district", "decision": "15-QĐ/ĐTN"},
            {"stage": "dropped", "date": "2021-11-02", "reason": "Sạt lở"},
        ],
        "inferred": ["field"],
        "note": "đã hỏi ý kiến",
    }


def full_registration():
    return {
        "answers": [f"{SPACE_PLAN}#x"],
        "addressee": "Ban Thường vụ Tỉnh đoàn",
        "returns": [{"by": "tinh", "date": "2021-02-07", "reason": "thiếu số"}],
        "second_signatory": {"authority": "Xác nhận của cấp ủy", "post": "Phó Bí thư", "name": "Lê Văn Cường"},
        "text": "Kèm theo danh sách hộ.",
    }


def full_report(registration):
    return {
        "answers": [f"{SPACE_PLAN}#x"],
        "subject": "Kết quả thi đua cả năm",
        "returns": [{"by": "tinh", "date": "2021-02-07", "reason": "thiếu số", "resubmit_by": "2021-02-09"}],
        "covers_predecessors": "yes",
        "situation": "Địa bàn có hai sông.",
        "leadership": "Họp mỗi tháng.",
        "documents_issued": [
            {"number": "20-HD/ĐTN", "date": "2021-03-04", "issuer": "Huyện đoàn", "title": "về thi đua"}
        ],
        "propaganda": "Phát thanh *hằng tuần*.",
        "own": figures(4, "tự đếm", "mất sổ"),
        "consolidated": figures(1500, "cả cấp dưới", "chưa gom đủ"),
        "by_field": [{"field": "economy", "text": "Giúp vốn cho thanh niên."}],
        "models": [
            {
                "model": f"{registration}#chinh",
                "stage": "recognised",
                "results": [
                    {"indicator": "nha", "value": 8, "note": "thêm một"},
                    {"indicator": "cuoc", "value": None, "reason": "chưa đếm"},
                ],
                "spent": "61.000.000",
                "text": "Dân tự giữ.",
                "note": "có ảnh",
            },
            {"name": "Chợ không rác", "field": "culture-society"},
        ],
        "model_counts": {
            "registered": 12,
            "carried_out": 11,
            "recognised": 10,
            "typical": 6,
            "rewarded": 5,
            "dropped": 4,
        },
        "commendation": "Khen ba chi đoàn.",
        "exemplars": [
            {
                "id": "chi-doan",
                "type": "collective",
                "name": "Chi đoàn thôn Hạ",
                "post": "đơn vị dẫn đầu",
                "unit": "Đoàn xã Ven Sông",
                "field": "economy",
                "model": f"{registration}#chinh",
                "criteria": ["Làm đều", "Dân tin"],
                "selection": "Bỏ phiếu kín",
                "level": "district",
                "decision": "16-QĐ/ĐTN",
                "date": "2021-10-08",
                "replicated_from": f"{registration}#con",
                "text": "Kể ở hội nghị.",
            }
        ],
        "strengths": "Dân ủng hộ.",
        "limits": "Thiếu kinh phí.",
        "causes": "Chưa huy động sớm.",
        "next_period": "Làm tiếp đoạn hai.",
        "proposals": "Hỗ trợ cây giống.",
        "text": "## Phụ ghi\n\nSố liệu đến tháng 11.",
    }


def figures(value, note, reason):
    return [{"indicator": "nha", "value": value, "note": note}, {"indicator": "cuoc", "value": None, "reason": reason}]


@pytest.fixture
def full(space):
    space.indicator("cuoc", "sum", "sum", name="Cuộc tuyên truyền", unit_of_measure="cuộc")
    return space, everything(space)


@pytest.mark.parametrize("kind", ["plan", "registration", "report"])
def test_every_key_is_printed_or_named_as_not_printed(kind, full, tmp_path):
    space, paths = full
    file = rendered(tmp_path, paths[kind], root=space.root)
    document = read_document(space.root, paths[kind])
    assert lost(space.root, paths[kind], file) == []
    assert_word_reads(file)
    unused = {key.replace("[]", "") for key in keys_of(MODELS[kind], "")} - {key for key, _ in values(document)}
    leaves = {
        key for key in unused if not any(other.startswith(f"{key}.") for other in unused | set(dict(values(document))))
    }
    assert {key for key in leaves if is_printed(key, document)} == set()


def test_the_words_of_keys_that_are_printed_in_words(full, tmp_path):
    space, paths = full
    plan = text(rendered(tmp_path, paths["plan"], root=space.root))
    for words in (
        "Quý III năm 2021",
        "Trước 17 giờ 00 ngày 05/10/2021",
        "Chậm nhất ngày 15/01 năm sau",
        "Hằng năm",
        "05 ngày sau “Hội nghị tổng kết” (ngày 03/11/2021)",
        "Lồng ghép trong “Báo cáo quý”",
        "Chốt số liệu: hết ngày 30/9/2021",
        "Khoá sổ: hết ngày 20/10/2021",
        "Miễn: XA (mới chia tách), đến hết ngày 31/10/2021",
        "Gia hạn: XA, trước ngày 12/10/2021, kỳ quý III năm 2021 (lũ)",
        "Gia hạn: HUYEN, chậm nhất ngày 13/10/2021, kỳ quý III năm 2021 (dịch)",
        "Mở khoá: XA, đến hết ngày 25/10/2021",
        "Nha căn Trong khoảng từ 1 đến 2 Mỗi đơn vị xã (địa bàn); XA; năm 2021",
        "Cuộc tuyên truyền cuộc Khoảng 3.600 Toàn hệ thống của BAN; hằng năm",
        "BAN ban hành kế hoạch thực hiện “Chương trình thử” năm 2021 với các nội dung sau:",
        "Tin (báo cáo)",
        "Qua Văn phòng thử; e-mail; địa chỉ: van.phong@example.org",
        "Văn phòng thử (bộ phận thường trực)",
        "Có hiệu lực từ ngày 10/02/2021.",
        "Thực hiện đến hết ngày 20/12/2021.",
        "Thay thế Kế hoạch số 01-KH/ĐTN ngày 05/01/2021 của TINH.",
        "Thị trấn Núi, ngày 05 tháng 02 năm 2021",
        "Số: 12-KH/TĐTN-VP",
        "Lưu VP, v.v.",
    ):
        assert words in plan, words
    registration = text(rendered(tmp_path, paths["registration"], root=space.root))
    for words in (
        "Năm 2021 - 2025",
        "khoảng từ 07 đến 09 căn",
        "(bằng chữ: Khoảng sáu mươi lăm triệu năm trăm nghìn đồng)",
        "Khoảng 65.500.000 đồng",
        "Xã hội hóa: ít nhất 40.000.000 đồng",
        "Từ 01/3/2021 đến 26/3/2021: Ra quân",
        "Kinh tế (*)",
        "BAN (chủ trì): Lo cây giống",
    ):
        assert words in registration, words
    report = text(rendered(tmp_path, paths["report"], root=space.root))
    for words in (
        "đã nhập vào BAN trong năm",
        "Cuộc tuyên truyền: không có số liệu (Lý do: chưa đếm)",
        "không có số liệu Lý do: mất sổ",
        "Nha: 08 căn (thêm một)",
        "bỏ 04",
    ):
        assert words in report, words


# --- the roll-up of a unit ---


def test_a_rollup_has_target_result_last_year_coverage_and_models(tmp_path):
    file = rendered(tmp_path, "--rollup", "tinh-doan-tra-vinh", "--year", 2021)
    table = rows(file)[2]
    heads = ["TT", "Chỉ tiêu", "Đơn vị tính", "Giao", "Kết quả", "Đạt", "Năm 2020", "Tăng, giảm", "n/N"]
    assert table[0] == [*heads, "Đơn vị chưa đủ số liệu"]
    assert table[1] == [
        "1",
        "Thiếu nhi được chăm lo (riêng đơn vị: 2.640)",
        "em",
        "3.000 (riêng đơn vị)",
        "3.120",
        "88 %",
        "",
        "",
        "9/12",
        "Thiếu: Thị đoàn Duyên Hải, Huyện đoàn Cầu Kè Theo số tổng hợp của cấp trên: Đoàn xã Mỹ Cẩm",
    ]
    assert table[5][9].startswith("Thiếu: Thị đoàn Duyên Hải, Huyện đoàn Cầu Kè Không có số liệu: Huyện đoàn Trà Cú (")
    whole = text(file)
    assert "- Thiếu nhi được chăm lo: 3.120 em; 9/12 đơn vị đã có số liệu." in whole
    fields = [row[0] for row in rows(file)[3] if len(row) == 1]
    assert fields == ["Văn hóa - xã hội: 03 mô hình", "Xây dựng hệ thống chính trị: 01 mô hình"]
    assert "Dự kiến: khoảng 600.000.000 đồng Đã chi: 540.000.000 đồng" in whole
    assert "Số liệu minh hoạ" in whole
    assert_word_reads(file)


def test_a_rollup_shows_all_that_the_roll_up_says(tmp_path, capsys):
    assert (
        run(["rollup", "--year", "2020", "--unit", "tinh-doan-ha-tinh", "--format", "json", "--root", str(ROOT)], TODAY)
        == 0
    )
    told = json.loads(capsys.readouterr().out)[0]
    file = rendered(tmp_path, "--rollup", "tinh-doan-ha-tinh", "--year", 2020)
    units = open_workspace(ROOT).organisation.units
    whole, table = text(file), rows(file)[2]
    assert [row[1] for row in table[1:]] == [indicator["name"] for indicator in told["indicators"]]
    for row, indicator in zip(table[1:], told["indicators"], strict=True):
        assert row[8] in {f"{indicator['n']}/{indicator['N']}", ""}
        assert all(units[unit].names[0].value in whole for unit in indicator["missing"])
    assert all(model["name"] in whole for model in told["models"]["list"])


def test_a_rollup_compares_with_last_year(space, tmp_path):
    for year, value in ((2020, 8), (2021, 1200)):
        space.report("huyen", year, {"nha": value})
    file = rendered(tmp_path, "--rollup", "huyen", "--year", 2021, root=space.root)
    assert rows(file)[2][1] == ["1", "Nha", "căn", "", "1.200", "", "8", "+1.192", "", ""]
    assert "- Nha: 1.200 căn, so với năm 2020: +1.192." in paragraphs(file)


def test_a_rollup_of_nothing_is_a_document_too(space, tmp_path):
    file = rendered(tmp_path, "--rollup", "tinh", "--year", 2019, root=space.root)
    assert "Số liệu cộng từ báo cáo của TINH" in text(file)
    assert_word_reads(file)


def test_a_report_has_target_share_and_the_same_period_of_last_year(space, tmp_path):
    target = {"indicator": "nha", "kind": "total", "value": 40}
    each = {"indicator": "cuoc", "kind": "each", "value": 2, "who": {"level": ["district"]}}
    space.indicator("cuoc", "sum", "sum")
    space.plan("huyen", year=2021, targets=[target])
    space.plan("tinh", year=2021, slug="khac", targets=[each])
    space.report("huyen", "2020-H1", {"nha": 25})
    space.report("huyen", "2020", {"nha": 99})
    path = space.report("huyen", "2021-H1", {"nha": 30, "cuoc": 1})
    table = rows(rendered(tmp_path, path, root=space.root))[1]
    assert table[1] == ["1", "Nha", "căn", "40", "30", "75 %", "25", ""]
    assert table[2] == ["2", "Cuoc", "căn", "2", "1", "chưa đạt", "", ""]


def test_an_own_figure_is_not_a_share_of_the_target_of_a_subtree(space, tmp_path):
    """Design §4: `total` is of the issuer's subtree, `own` of the unit; `each` is what a subtree reached."""
    space.indicator("cuoc", "sum", "sum")
    for unit, kind, value in (("tinh", "total", 900), ("huyen", "own", 60)):
        space.plan(unit, year=2021, slug=kind, targets=[{"indicator": "nha", "kind": kind, "value": value}])
    each = {"indicator": "cuoc", "kind": "each", "value": 2, "who": {"level": ["province", "district"]}}
    space.plan("tinh", year=2021, slug="each", targets=[each])
    tinh = space.report("tinh", 2021, {"nha": 30})
    leaf = space.report("huyen", 2021, {"nha": 30, "cuoc": 1})
    assert rows(rendered(tmp_path, tinh, root=space.root))[1][1][3:6] == ["", "30", ""]
    told = rows(rendered(tmp_path, leaf, root=space.root))[1]
    assert [told[1][3:6], told[2][3:6]] == [["60", "30", "50 %"], ["2", "1", "chưa đạt"]]
    space.unit("xa", "huyen", level="commune")
    grown = rows(rendered(tmp_path, leaf, root=space.root))[1]
    assert [grown[1][3:6], grown[2][3:6]] == [["60", "30", "50 %"], ["", "1", ""]]


def test_each_section_has_the_target_of_its_own_reach(space, tmp_path):
    targets = [{"indicator": "nha", "kind": kind, "value": value} for kind, value in (("own", 40), ("total", 900))]
    space.plan("tinh", year=2021, targets=targets)
    path = space.report("tinh", 2021, {"nha": 30}, consolidated={"nha": 450})
    consolidated, own = (table for table in rows(rendered(tmp_path, path, root=space.root))[1:3])
    assert consolidated[1][3:6] == ["900", "450", "50 %"]
    assert own[1][3:6] == ["40", "30", "75 %"]


# --- the form of an office ---


def test_the_page_is_a4_with_the_margins_of_an_office(tmp_path):
    section = Document(str(rendered(tmp_path, PLAN))).sections[0]
    sides = (section.page_width, section.page_height, section.top_margin, section.bottom_margin, section.left_margin)
    assert [round(side.mm) for side in (*sides, section.right_margin)] == [210, 297, 20, 20, 30, 20]
    assert section.different_first_page_header_footer
    fields = [node.text.strip() for node in section.header._element.iter(qn("w:instrText"))]
    assert fields == ["PAGE"]
    assert list(section.first_page_header._element.iter(qn("w:instrText"))) == []


def test_every_letter_is_times_new_roman_of_13_or_14_in_the_body(tmp_path):
    document = Document(str(rendered(tmp_path, PLAN)))
    assert {style.font.name for style in document.styles if getattr(style, "font", None)} <= {"Times New Roman", None}
    body = {p.style.font.size.pt for p in document.paragraphs if p.text and p.style.name in {"Nội dung", "Heading 1"}}
    assert body == {14.0}


def test_each_line_of_organisations_has_its_heading(tmp_path):
    union = paragraphs(rendered(tmp_path, PLAN))
    front = paragraphs(rendered(tmp_path, "plans/2020/mttq-tinh-dak-nong/mttq-huyen-cu-jut/nam-dan-van-kheo.yaml"))
    assert "ĐOÀN TNCS HỒ CHÍ MINH" in union
    assert "***" in union
    assert not any("CỘNG HÒA" in line for line in union)
    assert {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"} <= set(front)
    assert {"ỦY BAN MTTQ TỈNH ĐẮK NÔNG", "ỦY BAN MTTQ HUYỆN CƯ JÚT"} <= set(front)


@pytest.mark.parametrize(
    ("bound", "said"), [("at_least", "Ít nhất 90"), ("exactly", "Đúng 90"), ("about", "Khoảng 90"), ("", "90")]
)
def test_a_bound_is_printed_as_it_is_written(tmp_path, bound, said):
    root = tmp_path / "w"
    for part in ("dvk.yaml", "indicators.yaml", "units", "plans"):
        source = ROOT / part
        root.mkdir(exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copy)(source, root / part)
    text = (root / PLAN).read_text(encoding="utf-8")
    typed = f"    bound: {bound}\n" if bound else ""
    (root / PLAN).write_text(text.replace("    value: 90\n", f"    value: 90\n{typed}"), encoding="utf-8")
    table = rows(rendered(tmp_path, PLAN, root=root))[1]
    assert table[2] == ["2", "Nhà Nhân ái", "căn", said, "Phần việc của Tỉnh đoàn Trà Vinh"]


@pytest.mark.parametrize(
    ("bound", "said"),
    [
        ("at_least", "ít nhất từ 01 đến 02 căn"),
        ("exactly", "trong khoảng từ 01 đến 02 căn"),
        ("about", "khoảng từ 01 đến 02 căn"),
        (None, "từ 01 đến 02 căn"),
    ],
)
def test_each_bound_of_a_range_has_words_of_its_own(space, tmp_path, bound, said):
    target = {"indicator": "nha", "value": 1, "upper": 2} | ({"bound": bound} if bound else {})
    path = space.registration("huyen", 2021, {"id": "m", "name": "Mô hình", "targets": [target]})
    assert f"- Nha: {said}" in paragraphs(rendered(tmp_path, path, root=space.root))


def test_head_and_foot_of_a_plan(tmp_path):
    lines = paragraphs(rendered(tmp_path, PLAN))
    for line in (
        "Số: 382-KH/TĐTN-TCKT",
        "Trà Vinh, ngày 22 tháng 6 năm 2021",
        "KẾ HOẠCH",
        "Nơi nhận:",
        "- Các Ban, Trung tâm thuộc Tỉnh đoàn;",
        "- Lưu TCKT.",
        "TM. Ban Thường vụ Tỉnh đoàn",
        "Phó Bí thư Thường trực",
        "Võ Minh Nhựt",
    ):
        assert line in lines, line
    assert [line for line in lines if line.endswith("./.")] == [lines[lines.index("Nơi nhận:") - 1]]


def test_headings_are_numbered_on_through_text_and_template(tmp_path):
    lines = paragraphs(rendered(tmp_path, PLAN))
    headings = [line for line in lines if re.match(r"[IVX]+\. ", line)]
    assert [line.partition(". ")[0] for line in headings] == ["I", "II", "III", "IV", "V"]
    assert headings[0] == "I. Mục đích, yêu cầu"
    assert {"1. Phân công thực hiện", "b) Ban Tuyên giáo", "2. Chế độ đăng ký, báo cáo"} <= set(lines)


CITED = [
    (
        {"title": "Kế hoạch thực hiện phong trào thi đua", "number": "05-KH/TĐTN"},
        "Kế hoạch số 05-KH/TĐTN ngày 15/01/2021 của Tỉnh đoàn về thực hiện phong trào thi đua",
    ),
    (
        {"title": 'Kế hoạch "Năm Dân vận khéo" 2020', "number": "108-KH/HU", "issuer": None},
        'Kế hoạch số 108-KH/HU ngày 15/01/2021 về "Năm Dân vận khéo" 2020',
    ),
    (
        {"title": "Chương trình hành động thực hiện nghị quyết về dân vận", "number": "40-CTr/TU"},
        "Chương trình hành động số 40-CTr/TU ngày 15/01/2021 của Tỉnh đoàn về thực hiện nghị quyết về dân vận",
    ),
    ({"title": "Chương trình hành động", "number": "4-CTr/TU"}, "Chương trình hành động số 4-CTr/TU ngày 15/01/2021"),
    (
        {"title": "Nghị quyết về tăng cường công tác dân vận", "number": "25-NQ/TW"},
        "Nghị quyết số 25-NQ/TW ngày 15/01/2021 của Tỉnh đoàn về tăng cường công tác dân vận",
    ),
    (
        {"title": "Công văn V/v gửi báo cáo", "number": "9-CV/ĐTN"},
        "Công văn số 9-CV/ĐTN ngày 15/01/2021 của Tỉnh đoàn về việc gửi báo cáo",
    ),
    (
        {"title": "Quyết định ban hành Quy chế", "number": "2-QĐ/ĐTN"},
        "Quyết định số 2-QĐ/ĐTN ngày 15/01/2021 của Tỉnh đoàn ban hành Quy chế",
    ),
    (
        {"title": "Kế hoạch vệ sinh môi trường", "number": "2-KH/ĐTN"},
        "Kế hoạch số 2-KH/ĐTN ngày 15/01/2021 của Tỉnh đoàn về vệ sinh môi trường",
    ),
    ({"title": "Kế hoạch Thực hiện phong trào", "issuer": None}, "Kế hoạch ngày 15/01/2021 về thực hiện phong trào"),
    ({"title": "Kế hoạch Mùa hè xanh", "issuer": None}, "Kế hoạch ngày 15/01/2021 về Mùa hè xanh"),
    ({"title": "Hướng dẫn Về chấm điểm", "date": None}, "Hướng dẫn của Tỉnh đoàn về chấm điểm"),
    (
        {"title": "Nghị quyết Đại hội Đoàn toàn quốc", "number": "01-NQ/ĐH"},
        "Nghị quyết Đại hội Đoàn toàn quốc, số 01-NQ/ĐH ngày 15/01/2021 của Tỉnh đoàn",
    ),
    (
        {"title": "Chương trình công tác năm 2020", "number": "01-CTr/ĐTN"},
        "Chương trình công tác năm 2020, số 01-CTr/ĐTN ngày 15/01/2021 của Tỉnh đoàn",
    ),
    (
        {"title": "Luật Thi đua, khen thưởng", "number": "06/2022/QH15", "issuer": None},
        "Luật Thi đua, khen thưởng, số 06/2022/QH15 ngày 15/01/2021",
    ),
    ({"title": "Luật Thanh niên", "date": None, "issuer": None}, "Luật Thanh niên"),
    ({"title": "Để an toàn giao thông", "number": "7-CT/TU"}, "văn bản số 7-CT/TU ngày 15/01/2021 của Tỉnh đoàn"),
    ({"number": "96/KH-UBND"}, "Kế hoạch số 96/KH-UBND ngày 15/01/2021 của Tỉnh đoàn"),
]


@pytest.mark.parametrize(("part", "words"), CITED)
def test_a_document_is_cited_as_offices_do(space, tmp_path, part, words):
    """Decree 30/2020, annex I: type, number, day, issuer, then what it is about."""
    cited = {"date": "2021-01-15", "issuer": "Tỉnh đoàn"} | part
    basis = {key: value for key, value in cited.items() if value}
    path = space.plan("tinh", year=2021, legal_bases=[basis])
    line = next(line for line in paragraphs(rendered(tmp_path, path, root=space.root)) if line.startswith("Căn cứ"))
    assert line.startswith(f"Căn cứ {words}")
    assert line.endswith(".")
    assert not re.search(r"về về|,,|  ", line)


def test_the_plan_above_is_cited_unless_it_is_already(space, tmp_path):
    above = space.plan("tinh", year=2021, slug="tren", number="82-KH/ĐTN", date="2021-01-15")
    others = {
        "82-KH/ĐTN": {"number": "82-KH/ĐTN", "date": "2021-01-15"},
        "Kế hoạch số 82-KH/ĐTN": {"title": "Kế hoạch số 82-KH/ĐTN ngày 15/01/2021 của Tỉnh đoàn"},
        "382-KH/ĐTN": {"number": "382-KH/ĐTN", "date": "2021-01-15"},
        "same number, another year": {"number": "82-KH/ĐTN", "date": "2020-01-15"},
    }
    told = {}
    for name, basis in others.items():
        path = space.plan("huyen", year=2021, superior_plan=above, legal_bases=[basis])
        lines = paragraphs(rendered(tmp_path, path, root=space.root))
        told[name] = "Căn cứ Kế hoạch số 82-KH/ĐTN ngày 15/01/2021 của TINH." in lines
    assert list(told.values()) == [False, False, True, True]


@pytest.mark.parametrize(
    ("fields", "number"),
    [
        ({"number": "07-KH/ĐTN"}, r"Số:\s+-KH/ĐTN"),
        ({"number": None}, r"Số:\s*"),
        ({"number": "07-KH/ĐTN", "state": "issued"}, "Số: 07-KH/ĐTN"),
    ],
)
def test_a_draft_says_so_and_has_no_number(space, tmp_path, fields, number):
    path = space.plan("tinh", year=2021, **({"state": "draft"} | fields))
    file = rendered(tmp_path, path, root=space.root)
    lines, draft = paragraphs(file), fields.get("state") is None
    assert any(re.fullmatch(number, line) for line in lines)
    assert ("DỰ THẢO" in lines) == draft
    assert [("Dự thảo" in words) for words in margins(file)[2:]] == [draft, draft]


def test_a_withdrawn_plan_says_so(space, tmp_path):
    file = rendered(tmp_path, space.plan("tinh", year=2021, state="withdrawn"), root=space.root)
    assert "ĐÃ RÚT" in paragraphs(file)


def test_a_registration_has_two_signatures(full, tmp_path):
    space, paths = full
    signatures, recipients = rows(rendered(tmp_path, paths["registration"], root=space.root))[-1]
    assert signatures == ["Xác nhận của cấp ủy Phó Bí thư Lê Văn Cường", "TM. Ban Thường vụ Bí thư Trần Thị Bình"]
    assert recipients[0].startswith("Nơi nhận: - Ban Dân vận Huyện ủy (b/c);")


def test_names_are_those_of_the_day(space, tmp_path):
    names = [{"value": "Tên cũ", "to": "2021-06-30"}, {"value": "Tên mới", "from": "2021-07-01"}]
    space.unit("doi", "tinh", level="district", name=names)
    for day, name in (("2021-03-01", "TÊN CŨ"), ("2021-09-01", "TÊN MỚI")):
        path = space.plan("doi", year=2021, date=day)
        assert name in paragraphs(rendered(tmp_path, path, root=space.root))


# --- Markdown ---


MARKDOWN = """\
Mở đầu **đậm** và *nghiêng*, <b>thẻ</b> &amp; {{ don_vi }} {% if x %}.
a) việc thứ nhất
b) việc thứ hai

# Một
## Hai
### Ba
#### Sâu hơn
### Bốn

- cha
  - con
    - cháu
- mẹ

3. ba
4. bốn

   nối tiếp

> trích

| Cột | **Số** |
|---|---|
| a | 1 |

[trang](https://example.org/a) `mã`

```
x = <y>
```
"""


def test_markdown_becomes_paragraphs_of_an_office(space, tmp_path):
    file = rendered(tmp_path, space.plan("tinh", year=2021, text=MARKDOWN), root=space.root)
    lines = paragraphs(file)
    for line in (
        "Mở đầu đậm và nghiêng, <b>thẻ</b> & {{ don_vi }} {% if x %}.",
        "a) việc thứ nhất",
        "b) việc thứ hai",
        "I. Một",
        "1. Hai",
        "a) Ba",
        "a.1) Sâu hơn",
        "b) Bốn",
        "- cha",
        "+ con",
        "· cháu",
        "- mẹ",
        "3. ba",
        "4. bốn",
        "nối tiếp",
        "trích",
        "trang (https://example.org/a) mã",
        "x = <y>",
    ):
        assert line in lines, line
    assert [["Cột", "Số"], ["a", "1"]] in rows(file)
    runs = {run.text: (run.bold, run.italic) for p in Document(str(file)).paragraphs for run in p.runs}
    assert runs["đậm"][0]
    assert runs["nghiêng"][1]
    assert_word_reads(file)


def test_nothing_is_lost_however_deep_it_stands(space, tmp_path):
    path = space.plan("tinh", year=2021, text=f"{'>' * 150} sâu\n\n{'[' * 3000} ngoặc\n\n{'*a ' * 3000}")
    words = text(rendered(tmp_path, path, root=space.root))
    assert all(word in words for word in ("sâu", "ngoặc", "[" * 3000))


def test_numbers_typed_by_hand_are_counted_and_kept(space, tmp_path):
    typed = "## I. Mục đích\n\nA.\n\n## II/ Nội dung\n\nB.\n\n### 1) Một\n\n### Hai\n"
    path = space.plan("tinh", year=2021, text=typed, tasks=[{"level": "commune", "task": "Làm"}])
    lines = paragraphs(rendered(tmp_path, path, root=space.root))
    for line in ("I. Mục đích", "II/ Nội dung", "1) Một", "2. Hai", "III. Tổ chức thực hiện"):
        assert line in lines, line


# --- hostile data ---


HOSTILE = [
    "A & B < C > D \"E\" 'F'",
    "{{ 7 * 7 }} {% for x in y %} {# z #} {_{ 8 }_}",
    "]]> <!-- --> <w:p/> &#x41 &lt",
    "🎉 👩‍👩‍👧 𠀀",
    "x" * 700,
    "một dòng\n\nhai dòng",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_text_of_any_kind_stays_text(space, tmp_path, words):
    path = space.plan(
        "tinh",
        year=2021,
        subject=words,
        text=words.replace("_", "\\_"),
        recipients=[words],
        tasks=[{"level": "commune", "task": words}],
        legal_bases=[{"title": words}],
        signatory={"authority": words, "post": words, "name": words},
    )
    file = rendered(tmp_path, path, root=space.root)
    assert_word_reads(file)
    assert text(file).count(plain(words)) >= 5


def test_signs_that_nobody_sees_are_left_out(space, tmp_path):
    subject = '"a\\u202eb\\u00adc\\u2066d\\ufdd00\\ufdd1e\\ue000f\\U0001fffeg"'
    path = space.plan("tinh", year=2021, subject="CHỖ NÀY")
    file = space.root / path
    file.write_text(re.sub(r"subject: .*", lambda _: f"subject: {subject}", file.read_text("utf-8")), "utf-8")
    made = rendered(tmp_path, path, root=space.root)
    assert "abcd0efg" in paragraphs(made)
    assert_word_reads(made)


def test_two_hundred_obligations_and_targets(space, tmp_path):
    owed = [
        {"id": f"n{i}", "kind": "report", "title": f"Báo cáo thứ {i}", "who": {"level": ["district"]}, "period": 2021}
        for i in range(200)
    ]
    path = space.plan("tinh", *owed, year=2021)
    file = rendered(tmp_path, path, root=space.root)
    assert [row[1] for row in rows(file)[1][1:]] == [f"Báo cáo thứ {i}" for i in range(200)]
    assert_word_reads(file)


# --- hostile templates ---


REFUSED_TAGS = [
    ("{{ ''.__class__ }}", "not do this"),
    ("{{ don_vi.__class__.__mro__ }}", "not do this"),
    ("{{ can_cu.append(1) }}", "not do this"),
    ("{{ chu_ky.pop('ho_ten') }}", "not do this"),
    ("{{ don_vi.ljust(9) }}", "not do this"),
    ("{{ don_vi.format(1) }}", "not do this"),
    ("{{ self._TemplateReference__context }}", "not do this"),
    ("{{ range.__call__ }}", "not do this"),
    ("{% for i in range(100000) %}x{% endfor %}", "not do this"),
    ("{{ 'x' * 1000000000 }}", "not do this"),
    ("{{ 9 ** 999 }}", "not do this"),
    ("{{ '%9999999999d' % 1 }}", "not do this"),
    ("{% include 'plan.docx' %}", "not do this"),
    ("{% import 'os' as os %}", "not do this"),
    ("{% extends 'x' %}", "not do this"),
    ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "not do this"),
    ("{% autoescape false %}{{ don_vi }}{% endautoescape %}", "not do this"),
    ("{{ don_vi | safe }}", "written wrongly"),
    ("{{ don_vi | center(99999999) }}", "written wrongly"),
    ("{{ cycler(1) }}", "not do this"),
    ("{{ lipsum() }}", "not do this"),
    ("{{ request }}", "no such tag"),
    ("{{ chu_ky.ho_va_ten }}", "no such tag"),
    ("{{ can_cu[99] }}", "no such tag"),
    ("{% for m in mo_hinh %}{{ m.ten }}{% endfor %}", "no such tag"),
    ("{{ don_vi", "written wrongly"),
    ("{% if don_vi %}", "written wrongly"),
    ("{% endif %}", "written wrongly"),
    ("{{ don_vi | hoa_dou }}", "written wrongly"),
    ("{{ 1 / 0 }}", "cannot be used"),
    ("{{ " + "(" * 400 + ")" * 400 + " }}", "written wrongly"),
    ("{% for a in can_cu %}" * 30 + "{% endfor %}" * 30, "written wrongly"),
]


@pytest.mark.parametrize(("tag", "fault"), REFUSED_TAGS)
def test_a_template_may_only_print(space, tmp_path, capsys, tag, fault):
    own_template(space, "Đoạn thứ nhất", "{{ don_vi }}", f"Trước {tag} sau")
    file = tmp_path / "a.docx"
    assert render(SPACE_PLAN, "-o", file, root=space.root, language="en") == 2
    error = capsys.readouterr().err
    assert re.search(r"DVK92[56]", error)
    assert "templates/word/plan.docx" in error
    assert fault in error, error
    assert not file.exists()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_refusal_names_template_paragraph_and_tag_as_typed(space, tmp_path, capsys, language):
    own_template(space, "{%p if don_vi %}", "{{ don_vi }}", "Số: {{ so_ky_hieu }}, ngày {{ ngay_ky }}", "{%p endif %}")
    assert render(SPACE_PLAN, "-o", tmp_path / "a.docx", root=space.root, language=language) == 2
    says = {
        "vi": "DVK926  Mẫu templates/word/plan.docx, đoạn 3, thẻ {{ ngay_ky }}: không có thẻ này",
        "en": "DVK926  templates/word/plan.docx, paragraph 3, {{ ngay_ky }}: there is no such tag",
    }
    assert capsys.readouterr().err.splitlines()[0] == says[language]


def test_a_refusal_shows_the_tag_of_a_paragraph_as_it_was_typed(space, tmp_path, capsys):
    own_template(space, "{{ don_vi }}", "{%p if khong_co %}", "x", "{%p endif %}")
    assert render(SPACE_PLAN, "-o", tmp_path / "a.docx", root=space.root) == 2
    assert "đoạn 2, thẻ {%p if khong_co %}: không có thẻ này" in capsys.readouterr().err


def test_a_tag_that_is_never_closed_is_named(space, tmp_path, capsys):
    own_template(space, "{%p if du_thao %}", "a", "{%p endif %}", "{%p for dong in can_cu %}", "{{ dong }}")
    assert render(SPACE_PLAN, "-o", tmp_path / "a.docx", root=space.root) == 2
    assert "đoạn 4, thẻ {%p for dong in can_cu %}: thẻ viết sai" in capsys.readouterr().err


def printed(template, data, properties, seconds=LONGEST):
    """Print one document."""
    with Press(seconds) as press:
        return press.printed(template, data, properties)


def template_of(*lines):
    """Give the bytes of a template."""
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_loops_without_an_end_are_stopped():
    loops = "{% for a in r %}" * 5
    template = template_of(f"{loops}{{% endfor %}}{'{% endfor %}' * 4}")
    with pytest.raises(Refused) as stopped:
        printed(template, {"r": ["x"] * 900}, PROPERTIES, seconds=2)
    assert stopped.value.fault == "takes_too_long"


def test_a_template_that_gives_too_much_is_stopped():
    template = template_of(
        "{% for a in range(1000) %}{% for b in range(1000) %}" + "x" * 60 + "{% endfor %}{% endfor %}"
    )
    with pytest.raises(Refused) as stopped:
        printed(template, {}, PROPERTIES)
    assert stopped.value.fault == "result_too_large"


def test_memory_is_no_way_out():
    doubled = "".join("{% set x = x ~ x %}" for _ in range(40))
    with pytest.raises(Refused) as stopped:
        printed(template_of("{% set x = 'xxxxxxxxxxxxxxxx' %}" + doubled), {}, PROPERTIES)
    assert stopped.value.fault in {"result_too_large", "takes_too_long"}


def test_tags_that_leave_broken_xml_are_refused(space, tmp_path, capsys):
    document = Document()
    document.add_paragraph("{% if du_thao %}")
    document.add_table(1, 1).rows[0].cells[0].text = "{% endif %}"
    saved(space, document)
    assert render(SPACE_PLAN, "-o", tmp_path / "a.docx", root=space.root, language="en") == 2
    assert "it gives a file that Word cannot read" in capsys.readouterr().err


def changed(template, change):
    """Give a template with its parts (name → bytes) changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in change({name: source.read(name) for name in source.namelist()}).items():
            target.writestr(name, data)
    return out.getvalue()


def with_relation(parts, relation):
    name = "word/_rels/document.xml.rels"
    return parts | {name: parts[name].replace(b"</Relationships>", relation.encode() + b"</Relationships>")}


IMAGE = (
    '<Relationship Id="rX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
    'Target="http://example.org/a.png" TargetMode="Exter&#110;al"/>'
)
DOCTYPE = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
BAD_FILES = {
    "no zip": (b"", "no Word file"),
    "text": ("Đây là tệp văn bản.".encode(), "no Word file"),
    "another zip": (changed(template_of(), lambda _: {"a.txt": b"a"}), "no Word file"),
    "cut off": (template_of("x")[:-400], "no Word file"),
    "broken part": (changed(template_of(), lambda parts: parts | {"word/document.xml": b"<a>"}), "no Word file"),
    "no relations": (
        changed(template_of(), lambda parts: {n: d for n, d in parts.items() if n != "_rels/.rels"}),
        "no Word file",
    ),
    "bomb": (changed(template_of(), lambda parts: parts | {"word/x.xml": bytes(60 << 20)}), "too large"),
    "many parts": (changed(template_of(), lambda parts: parts | {f"x/{i}": b"" for i in range(600)}), "too large"),
    "macro": (changed(template_of(), lambda parts: parts | {"word/vbaProject.bin": b"x"}), "macro"),
    "object": (changed(template_of(), lambda parts: parts | {"word/embeddings/a.xlsx": b"x"}), "macro"),
    "outside": (changed(template_of(), lambda parts: with_relation(parts, IMAGE)), "out of the file"),
    "large": (template_of() + bytes(6 << 20), "too large"),
}


@pytest.mark.parametrize("what", BAD_FILES)
def test_a_template_that_is_no_plain_word_file_is_refused(space, tmp_path, capsys, what):
    data, fault = BAD_FILES[what]
    file = space.root / "templates/word/plan.docx"
    file.parent.mkdir(parents=True)
    file.write_bytes(data)
    assert render(SPACE_PLAN, "-o", tmp_path / "a.docx", root=space.root, language="en") == 2
    error = capsys.readouterr().err
    assert error.startswith("DVK925  The template templates/word/plan.docx cannot be used: ")
    assert fault in error


def test_entities_of_a_template_are_not_read(space, tmp_path):
    def change(parts):
        document = parts["word/document.xml"]
        start = document.index(b"?>") + 2
        return parts | {"word/document.xml": document[:start] + DOCTYPE + document[start:].replace(b"ZZZ", b"[&b;]")}

    file = space.root / "templates/word/plan.docx"
    file.parent.mkdir(parents=True)
    file.write_bytes(changed(template_of("ZZZ"), change))
    target = tmp_path / "a.docx"
    assert render(SPACE_PLAN, "-o", target, root=space.root) in {0, 2}
    assert not target.exists() or "root:" not in text(target)


@pytest.mark.parametrize("linked", ["templates", "templates/word", "templates/word/plan.docx"])
def test_a_template_behind_a_link_is_refused(space, tmp_path, capsys, linked):
    outside = tmp_path / "outside"
    (outside / "word").mkdir(parents=True)
    (outside / "word/plan.docx").write_bytes(template_of("{{ don_vi }}"))
    target = outside / Path(linked).relative_to("templates") if linked != "templates" else outside
    (space.root / linked).parent.mkdir(parents=True, exist_ok=True)
    (space.root / linked).symlink_to(target)
    assert render(SPACE_PLAN, "-o", tmp_path / "a.docx", root=space.root, language="en") == 2
    assert f"The template {linked} cannot be used: it is a symbolic link" in capsys.readouterr().err


def test_the_folder_dvk_is_called_in_gives_no_code(space, monkeypatch):
    """A module beside the documents is not imported by the process that fills the template."""
    for name in ("json", "docx", "docxtpl", "dvk", "jinja2", "sitecustomize"):
        (space.root / f"{name}.py").write_text("raise SystemExit('nạp từ thư mục làm việc')", "utf-8")
    monkeypatch.chdir(space.root)
    assert render(SPACE_PLAN, root=space.root) == 0


# --- which template, which files ---


def test_a_workspaces_own_template_comes_first_and_any_tag_may_stand_in_any_paragraph(space, tmp_path):
    own_template(space, "MẪU RIÊNG của {{ don_vi | lower }}", "Mở {{ noi_dung }} đóng", "{{ trich_yeu | hoa_dau }}")
    path = space.plan("tinh", year=2021, text="một\n\n- hai\n\n# Ba", subject="thi đua")
    lines = paragraphs(rendered(tmp_path, path, root=space.root))
    assert lines[:5] == ["MẪU RIÊNG của tinh", "Mở một đóng", "- hai", "I. Ba", "Thi đua"]


def test_prose_in_a_cell_of_ones_own_template(space, tmp_path):
    document = Document()
    document.add_table(1, 2).rows[0].cells[1].text = "{{ noi_dung }}"
    saved(space, framed(document))
    path = space.plan("tinh", year=2021, text="a\n\n| x |\n|---|\n| y |")
    file = rendered(tmp_path, path, root=space.root)
    assert_word_reads(file)
    assert "y" in paragraphs(file)


def test_the_template_is_of_the_same_time_as_the_files(space, tmp_path):
    own_template(space, "MẪU CŨ")
    new_repository(space.root)
    first = commit(space.root, {}, at=1_600_000_000)
    own_template(space, "MẪU MỚI")
    commit(space.root, {}, at=1_700_000_000)
    assert paragraphs(rendered(tmp_path, SPACE_PLAN, "--at", first, root=space.root))[0] == "MẪU CŨ"
    assert paragraphs(rendered(tmp_path, SPACE_PLAN, root=space.root))[0] == "MẪU MỚI"
    (space.root / "templates/word/plan.docx").unlink()
    (space.root / "templates/word/plan.docx").symlink_to("/etc/hostname")
    git(space.root, "add", "-A", ".")
    last = commit(space.root, {}, at=1_700_000_100)
    assert render(SPACE_PLAN, "--at", last, "-o", tmp_path / "z.docx", root=space.root) == 2


def test_the_file_of_another_time_is_printed_as_it_was(space, tmp_path):
    new_repository(space.root)
    before = commit(space.root, {}, at=1_600_000_000)
    space.plan("tinh", year=2021, subject="Sau này")
    commit(space.root, {}, at=1_700_000_000)
    assert "Phong trào thi đua Dân vận khéo" in text(rendered(tmp_path, SPACE_PLAN, "--at", before, root=space.root))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ((PLAN,), "ke-hoach-tinh-doan-tra-vinh-dan-van-kheo-2021.docx"),
        (("reports/2021/tinh-doan-tra-vinh/2021.yaml",), "bao-cao-tinh-doan-tra-vinh-2021.docx"),
        (("--rollup", "tinh-doan-tra-vinh", "--year", "2021"), "tong-hop-tinh-doan-tra-vinh-2021.docx"),
    ],
)
def test_without_a_name_the_file_lies_here_and_is_named_after_the_document(tmp_path, monkeypatch, capsys, words, name):
    monkeypatch.chdir(tmp_path)
    assert render(*words) == 0
    assert capsys.readouterr().out == f"{name}\n"
    assert (tmp_path / name).is_file()


def test_never_over_a_file_without_force(tmp_path, capsys):
    file = tmp_path / "a.docx"
    file.write_text("giữ", "utf-8")
    assert render(PLAN, "-o", file) == 2
    assert "DVK909" in capsys.readouterr().err
    assert file.read_text("utf-8") == "giữ"
    assert render(PLAN, "-o", file, "--force") == 0
    assert_word_reads(file)


@pytest.mark.parametrize("leads", ["a file", "a device", "nowhere", "a folder"])
def test_never_in_the_place_of_a_link_even_with_force(tmp_path, capsys, leads):
    kept = tmp_path / "giu.docx"
    kept.write_text("giữ", "utf-8")
    ends = {"a file": kept, "a device": Path("/dev/null"), "nowhere": tmp_path / "x/y.docx", "a folder": tmp_path}
    link = tmp_path / "a.docx"
    link.symlink_to(ends[leads])
    assert render(PLAN, "-o", link) == (0 if leads == "a folder" else 2)
    if leads != "a folder":
        assert "DVK909" in capsys.readouterr().err
        assert render(PLAN, "-o", link, "--force") == 2
        assert "DVK910" in capsys.readouterr().err
    assert link.is_symlink()
    assert kept.read_text("utf-8") == "giữ"


def test_never_in_the_place_of_a_folder(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("ke-hoach-tinh-doan-tra-vinh-dan-van-kheo-2021.docx").mkdir()
    assert render(PLAN, "--force") == 2
    assert "DVK910" in capsys.readouterr().err


def test_never_among_the_documents(space, monkeypatch, capsys):
    folder = space.root / "plans/2021/tinh"
    assert render(SPACE_PLAN, "-o", folder / "a.docx", root=space.root) == 2
    assert "DVK908" in capsys.readouterr().err
    monkeypatch.chdir(folder)
    assert run(["render", "ke-hoach.yaml"], TODAY) == 0
    assert [path.name for path in space.root.glob("*.docx")] == ["ke-hoach-tinh-ke-hoach-2021.docx"]
    assert [path.name for path in folder.iterdir()] == ["ke-hoach.yaml"]


@pytest.mark.parametrize("name", ["a.pdf", "a", "a.docx/b.docx"])
def test_a_name_that_cannot_be_written_is_refused(tmp_path, capsys, name):
    (tmp_path / "a.docx").write_text("x", "utf-8")
    assert render(PLAN, "-o", tmp_path / name) == 2
    assert re.search(r"DVK9(?:10|22)", capsys.readouterr().err)


def test_a_folder_that_may_not_be_written_is_refused(tmp_path, capsys):
    tmp_path.chmod(0o500)
    if os.access(tmp_path, os.W_OK):
        pytest.skip("whoever runs this may write everywhere")
    assert render(PLAN, "-o", tmp_path / "a.docx") == 2
    assert "DVK910" in capsys.readouterr().err


def test_a_folder_as_the_name_takes_the_usual_name(tmp_path):
    assert render(PLAN, "-o", tmp_path) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["ke-hoach-tinh-doan-tra-vinh-dan-van-kheo-2021.docx"]


def test_the_same_data_gives_the_same_bytes(tmp_path):
    first, second = (rendered(tmp_path, PLAN).read_bytes() for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"
    core = Document(io.BytesIO(first)).core_properties
    assert (core.title, core.author) == (
        'Kế hoạch Thực hiện Phong trào thi đua "Dân vận khéo" năm 2021',
        "Tỉnh đoàn Trà Vinh",
    )
    assert core.created == core.modified
    assert core.created.date() == date(2021, 6, 22)


# --- what is not printed ---


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("path", ["units/tra-vinh.yaml", "dvk.yaml", "indicators.yaml"])
def test_what_is_no_document_is_refused_with_what_is_printed(capsys, tmp_path, path, language):
    assert render(path, "-o", tmp_path / "a.docx", language=language) == 2
    error = capsys.readouterr().err
    assert f"DVK923  {path} " in error
    assert all(folder in error for folder in ("plans/", "registrations/", "reports/", "--rollup"))


def test_a_story_is_refused_too(space, capsys, tmp_path):
    story = "---\nschema: story/v1\nrevision: 1\nstate: draft\nunit: tinh\ndate: 2021-01-02\ntitle: Tin\n---\nChữ.\n"
    path = space.write("stories/2021/tinh/tin.md", story)
    assert render(path, "-o", tmp_path / "a.docx", root=space.root) == 2
    assert "DVK923" in capsys.readouterr().err


@pytest.mark.parametrize("broken", ["subject: [", "khoa-la: 1"])
def test_a_document_with_a_mistake_of_form_is_not_printed(space, capsys, tmp_path, broken):
    file = space.root / SPACE_PLAN
    file.write_text(file.read_text("utf-8") + broken + "\n", "utf-8")
    assert render(SPACE_PLAN, "-o", tmp_path / "a.docx", root=space.root) == 2
    assert f"dvk check {SPACE_PLAN}" in capsys.readouterr().err


def test_an_unknown_file_is_answered_with_the_nearest(capsys):
    assert render("plans/2021/tinh-doan-tra-vinh/dan-van-keo.yaml") == 2
    assert PLAN in capsys.readouterr().err


@pytest.mark.parametrize("words", [(), (PLAN, "--rollup", "tinh-doan-tra-vinh"), (PLAN, "--year", "2021")])
def test_one_thing_is_printed_at_a_time(capsys, words):
    assert render(*words) == 2
    assert "dvk render --rollup UNIT" in capsys.readouterr().err


def test_a_unit_of_another_year_is_refused(capsys):
    assert render("--rollup", "tinh-doan-tra-vinh", "--year", "2030") == 2
    assert "DVK912" in capsys.readouterr().err
    assert render("--rollup", "tinh-doan-tra-vin", "--year", "2021") == 2
    assert "tinh-doan-tra-vinh" in capsys.readouterr().err


# --- the templates and their page ---


TEMPLATES = ("plan.docx", "registration.docx", "report.docx", "rollup.docx")


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_shipped_template_is_clean(name):
    file = ROOT / "templates/word" / name
    with zipfile.ZipFile(file) as archive:
        everything_in_it = b"".join(archive.read(part) for part in archive.namelist())
        assert not [part for part in archive.namelist() if re.search(r"thumbnail|customXml|comments|numbering", part)]
    assert not re.search(rb"python-docx|w:rsid|w:ins |w:del |TargetMode", everything_in_it)
    document = Document(str(file))
    tags = [line for line in paragraphs(file) if re.fullmatch(r"\{%(?:p|tr) .*%\}", line)]
    assert len(tags) > 5
    styles = {p.style.name for p in every_paragraph(document) if re.fullmatch(r"\{%(?:p|tr) .*%\}", p.text)}
    assert styles == {"Thẻ"}


def every_paragraph(document):
    yield from document.paragraphs
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from cell.paragraphs


def tags_of(data, above=""):
    """Give every tag that data offers: ``viec_phai_nop[].han``."""
    if isinstance(data, dict) and data.keys() != {"prose", "level"}:
        for key, value in data.items():
            yield f"{above}{key}"
            yield from tags_of(value, f"{above}{key}.")
    elif isinstance(data, list):
        for item in data:
            yield from tags_of(item, f"{above.removesuffix('.')}[].")


def documented_tags():
    """Give the tags of each template that docs/templates.md lists; those of the head hold for several."""
    found, heading = {}, ""
    for line in (ROOT / "docs/templates.md").read_text("utf-8").splitlines():
        if line.startswith("## "):
            heading = line
        elif line.startswith("| `"):
            found.setdefault(heading, []).append(line.split("|")[1].strip().strip("`"))
    return found


@pytest.mark.parametrize("kind", ["plan", "registration", "report", "rollup"])
def test_every_tag_is_documented(kind, full):
    from dvk.printing.contents.rollups import rollup_data
    from dvk.printing.contents.sources import data_of
    from dvk.yearbook import yearbook

    space, paths = full
    space.report("xa", 2021, {"nha": 3}, state="draft")
    space.report("xa", "2021-H1", {"nha": 3})
    workspace = open_workspace(space.root)
    data = data_of(workspace, paths[kind]) if kind in paths else rollup_data(yearbook(workspace, 2021), "tinh")
    chapters = documented_tags()
    common = next(tags for heading, tags in chapters.items() if "Chung" in heading)
    own = next(tags for heading, tags in chapters.items() if f"`{kind}.docx`" in heading)
    assert list(misfits(data, shapes_of(f"{kind}.docx"))) == []
    offered = set(tags_of(data))
    assert offered <= {*common, *own}, offered - {*common, *own}
    assert set(own) <= offered, set(own) - offered
    assert len(own) == len(set(own))


# --- LibreOffice ---


def test_libreoffice_opens_what_is_printed(full, tmp_path):
    if shutil.which("soffice") is None or shutil.which("pdftotext") is None:
        pytest.skip("soffice or pdftotext is not installed here")
    space, paths = full
    for path in paths.values():
        rendered(tmp_path, path, root=space.root)
    rendered(tmp_path, "--rollup", "tinh-doan-tra-vinh", "--year", 2021)
    files = sorted(tmp_path.glob("*.docx"))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), profile, *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    assert len(files) == 4
    for file in files:
        read = subprocess.run(["pdftotext", file.with_suffix(".pdf"), "-"], check=True, capture_output=True).stdout
        said = letters(read.decode())
        for line in paragraphs(file)[:12]:  # blanks to fill in are columns of their own in the text of a page
            assert all(letters(words) in said for words in re.split(r"\s{2,}", line)), line


def letters(words):
    return re.sub(r"\W+", "", words).casefold()
