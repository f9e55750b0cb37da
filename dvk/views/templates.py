"""The Word templates of a workspace, and what is wrong with them."""

from collections.abc import Sequence

from dvk.messages import Language, Phrase
from dvk.printing.own_templates import Template
from dvk.views.table import Column, Table

_PRINTS = {
    "plan.docx": Phrase("kế hoạch, hướng dẫn, chương trình", "plans, guidelines, programmes"),
    "registration.docx": Phrase("bản đăng ký mô hình", "registrations of models"),
    "report.docx": Phrase("báo cáo", "reports"),
    "rollup.docx": Phrase("báo cáo tổng hợp (--rollup)", "roll-ups (--rollup)"),
    "reminder.docx": Phrase("công văn đôn đốc (dvk remind)", "reminders (dvk remind)"),
    "exemplars.docx": Phrase("danh sách đề nghị khen thưởng (--exemplars)", "proposals for reward (--exemplars)"),
}


def templates_json(templates: Sequence[Template], language: Language) -> list[dict[str, object]]:
    """One object a template."""
    return [
        {
            "name": template.name,
            "path": template.where.rpartition(" ")[2],
            "from": "workspace" if template.is_own else "dvk",
            "prints": _PRINTS[template.name].to(language),
        }
        for template in templates
    ]


def templates_table(templates: Sequence[Template], language: Language) -> Table:
    """One row a template."""
    en = language == "en"
    columns = (
        Column("name", "name" if en else "tên"),
        Column("from", "from" if en else "lấy từ"),
        Column("prints", "prints" if en else "in ra"),
    )
    rows = [(template.name, template.where, _PRINTS[template.name].to(language)) for template in templates]
    return Table("", columns, list(rows), name="Templates" if en else "Mẫu in")
