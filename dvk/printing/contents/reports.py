"""What the template of a report is filled with."""

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

from dvk import wording
from dvk.documents.report import ExemplarPart, FigurePart, ModelCountsPart, ModelResultPart, ReportDocument
from dvk.facts import Section
from dvk.messages.words import word
from dvk.periods import Period
from dvk.printing.contents.citations import cited_document
from dvk.printing.contents.head import closed_lines, head
from dvk.printing.contents.names import OWNER, Names
from dvk.printing.contents.targets_beside import Comparison, Years
from dvk.printing.data import Data, prose
from dvk.workspace import Workspace

_TEXTS = {
    "tinh_hinh": "situation",
    "lanh_dao": "leadership",
    "tuyen_truyen": "propaganda",
    "bieu_duong": "commendation",
    "uu_diem": "strengths",
    "han_che": "limits",
    "nguyen_nhan": "causes",
    "ky_toi": "next_period",
    "kien_nghi": "proposals",
}
"""Tags whose text is Markdown, and the keys that they come from."""
_DEEPER = {"uu_diem", "han_che", "nguyen_nhan"}
"""Those that stand below a heading of the second level."""
_NO_FIGURE = "không có số liệu"
NO_FIELD = "Chưa xếp lĩnh vực"
"""Above the models to which nobody gave a field."""


def report_data(workspace: Workspace, report: ReportDocument, years: Years) -> dict[str, Data]:
    """The tags of ``report.docx``: see docs/templates.md."""
    day = report.date or (report.submitted.day if report.submitted else report.period.end)
    names = Names(workspace, day)
    printed = _ReportInWords(names, report, Comparison(years, report.unit, report.period))
    models = printed.models()
    return {
        **head(names, report, report.state),
        "loai": "Báo cáo",
        "trich_yeu": report.subject
        or default_subject(names, [answer.path for answer in report.answers], report.period),
        "gom_don_vi_truoc": report.covers_predecessors,
        **{tag: prose(getattr(report, key), level=3 if tag in _DEEPER else 2) for tag, key in _TEXTS.items()},
        "noi_dung": prose(report.text, level=2),
        "van_ban": closed_lines([cited_document(part) for part in report.documents_issued]),
        "nam_truoc": str(report.period.year - 1),
        "ket_qua_rieng": printed.figures("own"),
        "ket_qua_tong_hop": printed.figures("consolidated"),
        "linh_vuc": [
            {"ten": names.field(part.field), "noi_dung": prose(part.text, level=3)} for part in report.by_field
        ],
        "so_mo_hinh": counts(report.model_counts),
        "mo_hinh": list(models),
        "mo_hinh_theo_linh_vuc": _by_field(models),
        "dien_hinh": [printed.exemplar(number, part) for number, part in enumerate(report.exemplars, 1)],
    }


def _beside(part: FigurePart) -> str:
    """Why there is no figure, and what is noted beside it."""
    return "; ".join(filter(None, [f"Lý do: {part.reason}" if part.reason else "", part.note]))


def _by_field(models: list[dict[str, Data]]) -> list[Data]:
    """Models that stand field by field, under the names of their fields."""
    groups = [(str(field), list(found)) for field, found in groupby(models, key=itemgetter("linh_vuc"))]
    return [
        {"ten": field or NO_FIELD, "so": wording.count(len(found)), "mo_hinh": list(found)} for field, found in groups
    ]


def _place(field: str, known: list[str]) -> tuple[int, str]:
    """Where the models of a field stand: in the order of the policy, unknown fields after it, none at the end."""
    return (known.index(field), "") if field in known else (len(known) + (not field), field)


def counts(typed: ModelCountsPart) -> list[Data]:
    """The numbers of models, in the order of the funnel; those not given are left out."""
    return [{"ten": word(name, "vi"), "so": wording.count(value)} for name, value in typed.given().items()]


def default_subject(names: Names, answered: Iterable[str], period: Period) -> str:
    """What a report without a subject is about: what the first plan that it answers is about, and its period."""
    plans = (names.workspace.plans.get(path) for path in answered)
    asked = next((plan.subject for plan in plans if plan), "")
    written = wording.period(period)
    if not asked:
        return f"Kết quả thực hiện {written}"
    about = f"Kết quả {wording.lowered(asked)}"
    return about if period.is_year and str(period.year) in asked else f"{about}, {written}"


class _ReportInWords:
    """One report, part by part."""

    def __init__(self, names: Names, report: ReportDocument, comparison: Comparison) -> None:
        self.names, self.report, self.comparison = names, report, comparison

    def figures(self, section: Section) -> list[Data]:
        """The figures of a section in the order of the report."""
        parts = self.report.own if section == "own" else self.report.consolidated
        return [self._figure(section, number, part) for number, part in enumerate(parts, 1)]

    def _figure(self, section: Section, number: int, part: FigurePart) -> dict[str, Data]:
        value = part.value.value if part.value else None
        beside = self.comparison.beside(section, part.indicator, value)
        return {
            "tt": number,
            "ten": self.names.indicator_name(part.indicator),
            "don_vi_tinh": self.names.measure(part.indicator),
            "giao": beside.target,
            "ket_qua": _NO_FIGURE if value is None else wording.in_column(value),
            "dat": beside.reached,
            "nam_truoc": beside.last_year,
            "ghi_chu": _beside(part),
        }

    def models(self) -> list[dict[str, Data]]:
        """The models by field, in the order of the policy, numbered on; those without a field last."""
        known = [field.name for field in self.names.workspace.settings.fields]
        parts = sorted(self.report.models, key=lambda part: _place(self._field(part), known))
        return [self.model(number, part) for number, part in enumerate(parts, 1)]

    def _field(self, part: ModelResultPart) -> str:
        """The field of a model, as it was registered."""
        known = self.names.model(part.model) if part.model else None
        return self.names.field(known.field if known else part.field)

    def model(self, number: int, part: ModelResultPart) -> dict[str, Data]:
        """A model: what was registered of it, and what came of it."""
        known = self.names.model(part.model) if part.model else None
        return {
            "tt": number,
            "ten": known.name if known else part.name or (self.names.entry(part.model) if part.model else ""),
            "linh_vuc": self._field(part),
            "giai_doan": word(part.stage, "vi") if part.stage else "",
            "chi_tieu": self.names.amounts([(t.indicator, t.value) for t in known.targets] if known else []),
            "ket_qua": [self._result(result) for result in part.results],
            "da_chi": "" if part.spent is None else wording.money(part.spent),
            "da_chi_bang_chu": "" if part.spent is None else wording.money_in_words(part.spent),
            "noi_dung": prose(part.text, level=3),
            "ghi_chu": part.note or "",
        }

    def _result(self, part: FigurePart) -> str:
        """``Nhà Nhân ái: 62 căn``."""
        beside = _beside(part)
        value = self.names.with_unit(part.indicator, part.value.value) if part.value else _NO_FIGURE
        named = f"{self.names.indicator_name(part.indicator)}: {value}"
        return f"{named} ({beside})" if beside else named

    def exemplar(self, number: int, part: ExemplarPart) -> dict[str, Data]:
        """A collective or an individual held up as an example."""
        return {
            "tt": number,
            "loai": OWNER[part.type].capitalize(),
            "ten": part.name,
            "chuc_vu": part.post or "",
            "don_vi": part.unit or "",
            "linh_vuc": self.names.field(part.field),
            "mo_hinh": self.names.entry(part.model) if part.model else "",
            "tieu_chi": list(part.criteria),
            "binh_xet": part.selection or "",
            "cap": self.names.level(part.level),
            "quyet_dinh": part.decision or "",
            "ngay": wording.short_day(part.date) if part.date else "",
            "nhan_tu": self.names.entry(part.replicated_from) if part.replicated_from else "",
            "noi_dung": prose(part.text, level=3),
        }
