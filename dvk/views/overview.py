"""How each root of a workspace stands, in short, as a table and as JSON."""

from collections.abc import Iterable
from datetime import date

from dvk.agenda import RootCounts
from dvk.messages import Language
from dvk.messages.words import word
from dvk.vietnamese.dates import format_date
from dvk.views.table import Cell, Column, Table
from dvk.workspace import Workspace

_HINT = {"vi": "Việc của một đơn vị: dvk status --unit MÃ", "en": "What one unit has to do: dvk status --unit ID"}


def overview_json(workspace: Workspace, roots: Iterable[RootCounts], day: date) -> dict[str, object]:
    """How each root stands, as documented in docs/output.md."""
    return {
        "on": day.isoformat(),
        "roots": [
            {
                "unit": root.unit,
                "name": workspace.organisation.name_or_id(root.unit, day) if root.unit else None,
                "units": root.units,
                "late": root.late,
                "due_soon": root.due_soon,
                "drafts": root.drafts,
                "unread": root.unread,
                "errors": root.errors,
                "warnings": root.warnings,
                "suspect": root.suspect,
            }
            for root in roots
        ],
    }


def overview_table(workspace: Workspace, roots: Iterable[RootCounts], day: date, language: Language) -> Table:
    """One row a root."""
    en = language == "en"
    columns = (
        Column("unit", "unit", reader="machine"),
        Column("name", "unit" if en else "đơn vị"),
        Column("units", "units" if en else "số đơn vị", "number"),
        Column("late", "late" if en else "trễ", "number"),
        Column("due_soon", word("due_soon", language), "number"),
        Column("drafts", "drafts" if en else "bản nháp", "number"),
        Column("unread", "unread" if en else "không đọc được", "number"),
        Column("errors", "errors" if en else "lỗi", "number"),
        Column("warnings", "warnings" if en else "cảnh báo", "number"),
        Column("suspect", "changed after stamp" if en else "đổi sau khi đóng dấu", "number"),
    )
    of_none = "(files of no unit)" if en else "(tệp không thuộc đơn vị nào)"
    rows: list[tuple[Cell, ...]] = [
        (
            root.unit,
            workspace.organisation.name_or_id(root.unit, day) if root.unit else of_none,
            root.units,
            root.late,
            root.due_soon,
            root.drafts,
            root.unread,
            root.errors,
            root.warnings,
            root.suspect,
        )
        for root in roots
    ]
    return Table(on_day(day, language), columns, rows, [_HINT[language]])


def on_day(day: date, language: Language) -> str:
    """``Ngày 10/11/2021``."""
    return f"{'On' if language == 'en' else 'Ngày'} {format_date(day)}"
