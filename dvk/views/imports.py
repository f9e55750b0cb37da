"""What was read of a paper: found, to be looked at, left aside and not found; and what differs from a document."""

from collections.abc import Sequence
from itertools import takewhile

from dvk.importing.comparing import Difference
from dvk.importing.doubts import ASIDES, DOUBTS
from dvk.importing.quoted import Quoted
from dvk.importing.reading_papers import Import
from dvk.messages import Language, Phrase
from dvk.messages.of_keys import KEYS
from dvk.messages.words import word
from dvk.views.table import Cell, Column, Table

FOUND = Phrase("Tìm thấy", "Found")
DOUBTFUL = Phrase("Cần xem lại", "To be looked at")
ASIDE = Phrase("Bỏ qua", "Left aside")
MISSING = Phrase("Không thấy trong văn bản", "Not found in the paper")
DIFFERENT = Phrase("Khác với {0}", "Different from {0}")
DONE = Phrase(
    """Đã tạo {path} (bản nháp).
Tiếp theo:
  mở tệp, xem những dòng có chữ XEM LẠI, điền chỗ còn thiếu;
  kiểm tra:            dvk check {call}
  in ra văn bản:       dvk render {call}""",
    """Made {path} (a draft).
Next:
  open the file, look at the lines that say XEM LẠI, fill in what is missing;
  check it:               dvk check {call}
  print it:               dvk render {call}""",
)
WRITTEN = Phrase("Đã ghi {0}", "Written: {0}")
OTHER_ISSUER = Phrase(
    "{file}: trên giấy là “{issuer}”, không phải {unit}; xem lại --unit.",
    "{file}: the paper is of “{issuer}”, not of {unit}; look at --unit.",
)
NUMBER_KNOWN = Phrase(
    "{file}: số này đã có ở {path}; so hai bản bằng --against {path}.",
    "{file}: {path} has this number already; compare the two with --against {path}.",
)
SUMMARY = Phrase(
    "{file}: {kind}; tìm thấy {found}, cần xem lại {doubtful}, không thấy {missing}{converted}.",
    "{file}: {kind}; found {found}, to be looked at {doubtful}, not found {missing}{converted}.",
)
CONVERTED = Phrase("; đã đổi từ bảng mã {0}", "; converted from {0}")
SAME = Phrase("Văn bản khớp với {0}: không có chỗ nào khác.", "The paper agrees with {0}: nothing differs.")
_WIDEST = 60
_BEFORE = 20


def import_json(read: Import, written: str | None, differences: Sequence[Difference] | None) -> dict[str, object]:
    """The same as data; without ``differences`` it was compared with nothing."""
    found = [{"field": path, **_as_data(value)} for path, value in read.read]
    return {
        "file": read.paper.name,
        "kind": read.kind,
        "written": written,
        "converted_from": list(read.paper.converted),
        "found": found,
        "not_found": list(read.missing),
        "aside": [{"line": each.line, "phrase": each.phrase, "why": each.why} for each in read.aside],
        "differences": None
        if differences is None
        else [{"field": each.field, "document": each.document, "paper": each.paper} for each in differences],
    }


def summary(read: Import, language: Language) -> str:
    """One line: what it is and how much of it was read."""
    values = [value for _, value in read.read]
    doubtful = sum(bool(value.doubt) for value in values)
    return SUMMARY.to(language).format(
        file=read.paper.name,
        kind=word(read.kind, language),
        found=len(values) - doubtful,
        doubtful=doubtful,
        missing=len(read.missing),
        converted=CONVERTED.to(language).format(", ".join(read.paper.converted)) if read.paper.converted else "",
    )


def _as_data(value: Quoted) -> dict[str, object]:
    return {
        "value": value.value,
        "line": value.line or None,
        "phrase": value.phrase or None,
        "doubt": value.doubt or None,
    }


def import_tables(read: Import, language: Language) -> list[Table]:
    """Values that are plain, values to be looked at, words left aside, and keys that nothing was found for."""
    values = read.read
    columns = _columns(language)
    plain = [_row(path, value, language) for path, value in values if not value.doubt]
    doubtful = [_row(path, value, language) for path, value in values if value.doubt]
    tables = [
        Table(f"{FOUND.to(language)} ({len(plain)})", columns, plain, name=FOUND.to(language)),
        Table(f"{DOUBTFUL.to(language)} ({len(doubtful)})", columns, doubtful, name=DOUBTFUL.to(language)),
        _aside(read, language),
        _missing(read, language),
    ]
    return [table for table in tables if table.rows]


def difference_table(path: str, differences: Sequence[Difference], language: Language) -> Table:
    """Each field that says something else on paper than in the document."""
    en = language == "en"
    columns = (
        Column("field", "field" if en else "trường"),
        Column("document", "document" if en else "trong tệp"),
        Column("paper", "paper" if en else "trên giấy"),
    )
    rows = [(each.field, *_apart(each.document or "–", each.paper or "–")) for each in differences]
    return Table(DIFFERENT.to(language).format(path), columns, list(rows))


def _apart(document: str, paper: str) -> tuple[str, str]:
    """Two long texts from a little before the first place where they are not the same."""
    start = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(document, paper, strict=False)))
    start = document.rfind(" ", 0, max(start - _BEFORE, 0)) + 1 if max(map(len, (document, paper))) > _WIDEST else 0
    before = "…" if start else ""
    return _cut(before + document[start:]), _cut(before + paper[start:])


def _columns(language: Language) -> tuple[Column, ...]:
    en = language == "en"
    return (
        Column("field", "field" if en else "trường"),
        Column("value", "value" if en else "giá trị"),
        Column("line", "line" if en else "dòng", "number"),
        Column("phrase", "words" if en else "câu trong văn bản"),
        Column("doubt", "why" if en else "vì sao"),
    )


def _row(path: str, value: Quoted, language: Language) -> tuple[Cell, ...]:
    doubt = DOUBTS[value.doubt].to(language) if value.doubt else ""
    return (path, _cut(value.value), value.line or None, _cut(value.phrase), doubt)


def _aside(read: Import, language: Language) -> Table:
    en = language == "en"
    columns = (
        Column("line", "line" if en else "dòng", "number"),
        Column("phrase", "words" if en else "câu trong văn bản"),
        Column("why", "why" if en else "vì sao"),
    )
    rows = [(each.line, _cut(each.phrase), ASIDES[each.why].to(language)) for each in read.aside]
    return Table(f"{ASIDE.to(language)} ({len(rows)})", columns, list(rows), name=ASIDE.to(language))


def _missing(read: Import, language: Language) -> Table:
    en = language == "en"
    columns = (Column("field", "field" if en else "trường"), Column("meaning", "meaning" if en else "nghĩa"))
    rows = [(key, KEYS[f"{read.kind}.{key}"].to(language)) for key in read.missing]
    return Table(f"{MISSING.to(language)} ({len(rows)})", columns, list(rows), name=MISSING.to(language))


def _cut(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _WIDEST else f"{words[: _WIDEST - 1]}…"
