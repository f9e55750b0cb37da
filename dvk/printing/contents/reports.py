"""What the template of a report is filled with."""

from dvk import wording
from dvk.documents.report import ExemplarPart, FigurePart, ModelCountsPart, ModelResultPart, ReportDocument
from dvk.facts import Section
from dvk.messages.words import word
from dvk.printing.contents.citations import cited_document
from dvk.printing.contents.head import closed_lines, head
from dvk.printing.contents.names import OWNER, Names
from dvk.printing.contents.targets_beside import Comparison
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
_NO_FIGURE = "không có số liệu"


def report_data(workspace: Workspace, report: ReportDocument) -> dict[str, Data]:
    """The tags of ``report.docx``: see docs/templates.md."""
    day = report.date or (report.submitted.day if report.submitted else report.period.end)
    names = Names(workspace, day)
    printed = _ReportInWords(names, report, Comparison(workspace, report.unit, report.period))
    return {
        **head(names, report, report.state),
        "loai": "Báo cáo",
        "trich_yeu": report.subject or _subject(names, report),
        "gom_don_vi_truoc": report.covers_predecessors,
        **{tag: prose(getattr(report, key), level=2) for tag, key in _TEXTS.items()},
        "noi_dung": prose(report.text, level=1),
        "van_ban": closed_lines([cited_document(part) for part in report.documents_issued]),
        "nam_truoc": str(report.period.year - 1),
        "ket_qua_rieng": printed.figures("own"),
        "ket_qua_tong_hop": printed.figures("consolidated"),
        "linh_vuc": [{"ten": names.field(part.field), "noi_dung": prose(part.text)} for part in report.by_field],
        "so_mo_hinh": counts(report.model_counts),
        "mo_hinh": [printed.model(number, part) for number, part in enumerate(report.models, 1)],
        "dien_hinh": [printed.exemplar(number, part) for number, part in enumerate(report.exemplars, 1)],
    }


def counts(typed: ModelCountsPart) -> list[Data]:
    """The numbers of models, in the order of the funnel; those not given are left out."""
    given = typed.model_dump(exclude_none=True)
    return [{"ten": word(name, "vi"), "so": wording.count(value)} for name, value in given.items()]


def _subject(names: Names, report: ReportDocument) -> str:
    """What a report without a subject is about: what the first plan that it answers is about, and its period."""
    plans = (names.workspace.plans.get(reference.path) for reference in report.answers)
    asked = next((plan.subject for plan in plans if plan), "")
    period = wording.period(report.period)
    if not asked:
        return f"Kết quả thực hiện {period}"
    about = f"Kết quả {wording.lowered(asked)}"
    return about if report.period.is_year and str(report.period.year) in asked else f"{about}, {period}"


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
            "ket_qua": _NO_FIGURE if value is None else wording.amount(value, self.names.indicator(part.indicator)),
            "dat": beside.reached,
            "nam_truoc": beside.last_year,
            "ghi_chu": "; ".join(filter(None, [part.reason, part.note])),
        }

    def model(self, number: int, part: ModelResultPart) -> dict[str, Data]:
        """A model: what was registered of it, and what came of it."""
        known = self.names.model(part.model) if part.model else None
        return {
            "tt": number,
            "ten": known.name if known else part.name or (self.names.entry(part.model) if part.model else ""),
            "linh_vuc": self.names.field(known.field if known else part.field),
            "giai_doan": word(part.stage, "vi") if part.stage else "",
            "chi_tieu": self.names.amounts([(t.indicator, t.value) for t in known.targets] if known else []),
            "ket_qua": [self._result(result, alone=len(part.results) == 1) for result in part.results],
            "da_chi": "" if part.spent is None else wording.money(part.spent),
            "noi_dung": prose(part.text, level=3),
            "ghi_chu": part.note or "",
        }

    def _result(self, part: FigurePart, *, alone: bool) -> str:
        """``62 căn``; of several the name of the indicator first."""
        beside = "; ".join(filter(None, [part.reason, part.note]))
        value = self.names.with_unit(part.indicator, part.value.value) if part.value else _NO_FIGURE
        named = value if alone else f"{self.names.indicator_name(part.indicator)}: {value}"
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
