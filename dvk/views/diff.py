"""What changed between two points in time: as tables, as JSON, and as an annex that an office attaches."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from dvk.file_differences import FileDifference
from dvk.messages import Language, Phrase
from dvk.vietnamese.dates import format_date
from dvk.views.field_words import FieldWords
from dvk.views.table import Cell, Column, Table

_BECAME = {
    "changed": Phrase("", ""),
    "rewritten": Phrase("chỉ viết lại; nội dung như cũ", "only written anew; it says the same"),
    "added": Phrase("tệp mới: toàn bộ nội dung là mới", "a new file: all of it is new"),
    "removed": Phrase("tệp đã bị xoá", "the file was removed"),
    "renamed": Phrase("tệp đổi tên, trước là {0}", "the file was called {0} before"),
    "unreadable_before": Phrase("bản trước không đọc được, không so được", "the old version cannot be read"),
    "unreadable_after": Phrase("bản sau không đọc được, không so được", "the new version cannot be read"),
    "unreadable": Phrase("cả hai bản đều không đọc được", "neither version can be read"),
    "other": Phrase("nội dung khác, không phải tài liệu dvk so được", "it differs, and is nothing that dvk compares"),
}
_THE_FILE = Phrase("(cả tệp)", "(the file)")
_NOTHING = Phrase("Không có điểm nào thay đổi về nội dung.", "Nothing was changed in what it says.")
_DAY = Phrase("hết ngày {0} (commit {1}, nhận {2})", "the end of {0} (commit {1}, received {2})")
_REVISION = Phrase("{0} (commit {1}, {2})", "{0} (commit {1}, {2})")
_NOW = Phrase("các tệp hiện nay, ngày {0}", "the files as they are on {0}")
_FROM, _TO = Phrase("Trước: {0}", "Before: {0}"), Phrase("Sau: {0}", "After: {0}")
_ANNEX = Phrase("PHỤ LỤC: NHỮNG ĐIỂM THAY ĐỔI", "ANNEX: WHAT HAS CHANGED")
_OF = Phrase("Văn bản: {0}", "Document: {0}")


@dataclass(frozen=True, slots=True)
class Point:
    """One of the two points in time.

    Args:
        typed: the revision as it was typed; "" for the files as they are.
        commit: its full id; "" for the files as they are.
        made: when the commit was made.
        day: the day asked about: of the files as they are today; None where a revision was typed.
    """

    typed: str
    commit: str
    made: datetime | None
    day: date | None

    def told(self, language: Language) -> str:
        """The point in words, with its day."""
        if self.made is None:
            return _NOW.to(language).format(format_date(self.day) if self.day else "")
        made = f"{format_date(self.made)} {self.made:%H:%M}"
        if self.day is not None:
            return _DAY.to(language).format(format_date(self.day), self.commit[:7], made)
        return _REVISION.to(language).format(self.typed, self.commit[:7], made)


@dataclass(frozen=True)
class Diff:
    """What changed, and between what.

    Args:
        before: the older point.
        after: the newer one.
        files: the files that differ.
    """

    before: Point
    after: Point
    files: Sequence[FileDifference]


def diff_json(diff: Diff, words: FieldWords) -> dict[str, object]:
    """The two points, and one object a file."""
    return {
        "before": _point_json(diff.before),
        "after": _point_json(diff.after),
        "files": [_file_json(file, words) for file in diff.files],
    }


def diff_tables(diff: Diff, words: FieldWords, language: Language) -> list[Table]:
    """One table a file, one row a field; what came of the whole file is a row of its own."""
    en = language == "en"
    columns = (
        Column("path", "file", reader="machine"),
        Column("became", "became", reader="machine"),
        Column("field", "field", reader="machine"),
        Column("what", "what" if en else "điểm thay đổi", reader="people"),
        Column("old", "old", reader="machine"),
        Column("was", "before" if en else "trước", reader="people"),
        Column("new", "new", reader="machine"),
        Column("is", "after" if en else "sau", reader="people"),
    )
    tables = [Table(file.path, columns, [*_rows(file, words, language)]) for file in diff.files]
    if not tables:
        return [Table("", columns, notes=[_NOTHING.to(language), *_points(diff, language)])]
    tables[-1].notes.extend(_points(diff, language))
    return tables


def annex_tables(diff: Diff, words: FieldWords, language: Language) -> list[Table]:
    """The annex: its title and what is compared, then for each document a table with numbered rows."""
    en = language == "en"
    columns = (
        Column("number", "No." if en else "TT", "number"),
        Column("what", "What" if en else "Nội dung"),
        Column("was", "Before" if en else "Trước khi sửa"),
        Column("is", "After" if en else "Sau khi sửa"),
    )
    head = Table(_ANNEX.to(language), (), notes=_points(diff, language))
    if not diff.files:
        head.notes.append(_NOTHING.to(language))
    documents = [
        Table(
            _OF.to(language).format(_document(file, words)),
            columns,
            [(number, *row[3::2][:1], row[5], row[7]) for number, row in enumerate(_rows(file, words, language), 1)],
            name=file.path,
        )
        for file in diff.files
    ]
    return [head, *documents]


def _document(file: FileDifference, words: FieldWords) -> str:
    name = words.names.document(file.path)
    return name if name == file.path else f"{name} ({file.path})"


def _points(diff: Diff, language: Language) -> list[str]:
    return [
        _FROM.to(language).format(diff.before.told(language)),
        _TO.to(language).format(diff.after.told(language)),
    ]


def _rows(file: FileDifference, words: FieldWords, language: Language) -> Iterator[tuple[Cell, ...]]:
    became = _BECAME[file.became].to(language).format(file.old_path)
    if became:
        yield file.path, file.became, None, _THE_FILE.to(language), None, None, None, became
    for change in file.changes:
        was, now = words.sides(change)
        what = words.field(change, file.tree_of(change), file.kind or "")
        yield file.path, file.became, change.field, what, change.old, was, change.new, now


def _point_json(point: Point) -> dict[str, object]:
    return {
        "typed": point.typed or None,
        "commit": point.commit or None,
        "made": point.made.isoformat() if point.made else None,
        "day": point.day.isoformat() if point.day else None,
    }


def _file_json(file: FileDifference, words: FieldWords) -> dict[str, object]:
    return {
        "path": file.path,
        "kind": file.kind,
        "became": file.became,
        "old_path": file.old_path if file.old_path != file.path else None,
        "changes": [*_changes_json(file, words)],
    }


def _changes_json(file: FileDifference, words: FieldWords) -> Iterable[dict[str, object]]:
    for change in file.changes:
        was, now = words.sides(change)
        what = words.field(change, file.tree_of(change), file.kind or "")
        told = {"what": what, "was": was, "is": now}
        yield {"field": change.field, "how": change.how, "old": change.old, "new": change.new, **told}
