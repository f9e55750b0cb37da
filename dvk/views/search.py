"""What a search found, as a table and as JSON."""

from collections.abc import Iterable

from dvk.messages import Language, Phrase
from dvk.messages.words import word
from dvk.searching import Found
from dvk.views.table import Column, Table

NOTHING_FOUND = Phrase(
    "Không tìm thấy. Thử ít từ hơn, bỏ bớt --kind, --unit, --year, hoặc thêm --comments.",
    "Nothing found. Try fewer words, leave out --kind, --unit, --year, or add --comments.",
)


def search_json(found: Iterable[Found]) -> list[dict[str, object]]:
    """One object a file, the best first, with all lines that hold words."""
    return [
        {
            "path": hit.path,
            "kind": hit.kind,
            "unit": hit.unit,
            "lines": [{"line": line.number, "text": line.text} for line in hit.lines],
        }
        for hit in found
    ]


def search_table(found: Iterable[Found], language: Language) -> Table:
    """One row a line."""
    en = language == "en"
    columns = (
        Column("path", "file" if en else "tệp"),
        Column("line", "line" if en else "dòng", "number"),
        Column("kind", "kind", reader="machine"),
        Column("kind_words", "kind" if en else "loại", reader="people"),
        Column("unit", "unit" if en else "đơn vị"),
        Column("text", "text" if en else "nội dung"),
    )
    rows = [
        (hit.path, line.number, hit.kind, word(hit.kind, language) if hit.kind else None, hit.unit, line.text)
        for hit in found
        for line in hit.lines
    ]
    return Table("" if rows else NOTHING_FOUND.to(language), columns, list(rows))
