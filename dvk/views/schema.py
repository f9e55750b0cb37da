"""The kinds of document: what each is called, where its files are, which schema they follow."""

from dvk.kinds import KINDS
from dvk.messages import Language
from dvk.messages.of_keys import KIND_NAMES
from dvk.views.table import Column, Table


def kinds_table(language: Language) -> Table:
    """One row a kind."""
    en = language == "en"
    columns = (
        Column("kind", "kind" if en else "loại"),
        Column("name", "name" if en else "tên"),
        Column("files", "files" if en else "các tệp"),
        Column("schema", "first line" if en else "dòng đầu"),
    )
    rows = [
        (kind.name, KIND_NAMES[kind.name].to(language), kind.glob, f"schema: {kind.schema}") for kind in KINDS.values()
    ]
    return Table("", columns, list(rows))
