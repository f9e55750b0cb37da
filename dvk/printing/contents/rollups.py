"""What the template of a roll-up is filled with: the figures of a unit and all below it, and its models by field."""

from collections.abc import Iterator
from fractions import Fraction

from dvk import wording
from dvk.facts import Exact, Model
from dvk.messages.words import word
from dvk.models import COUNTS, ModelOfYear
from dvk.periods import Period
from dvk.printing.contents.head import letterhead, place_and_day, signature
from dvk.printing.contents.names import Names
from dvk.printing.contents.reports import NO_FIELD
from dvk.printing.contents.targets_beside import target_words
from dvk.printing.data import Data
from dvk.ratios import RatioTotal
from dvk.targets import Measured
from dvk.totals import Total
from dvk.vietnamese.numbers import format_number
from dvk.yearbook import Row, Yearbook

_NO_FIGURE = "không có số liệu"
_COMPARABLE = {None, "same", "predecessors"}
_CLASSES = {"thieu": "missing", "chua_du_ky": "partial", "khong_co_so": "null", "theo_so_tong_hop": "stated_only"}
_GAPS = {
    "thieu": "Thiếu",
    "chua_du_ky": "Chưa đủ kỳ",
    "khong_co_so": "Không có số liệu",
    "theo_so_tong_hop": "Theo số tổng hợp của cấp trên",
    "thieu_tu_so": "Thiếu tử số",
    "thieu_mau_so": "Thiếu mẫu số",
    "mau_so_khong": "Mẫu số bằng 0",
}
"""What is said of the units of each class, by the tag that names them."""


def rollup_data(book: Yearbook, unit: str) -> dict[str, Data]:
    """The tags of ``rollup.docx``: see docs/templates.md."""
    period = Period(book.rollup.year)
    names = Names(book.workspace, period.end)
    printed = _YearInWords(book, names)
    subtree = book.rollup.tree.subtree(unit)
    rows = book.rows(unit)
    return {
        **letterhead(names, unit, "", draft=False),
        "noi_ngay": place_and_day("", None, period),
        "loai": "Báo cáo tổng hợp",
        "trich_yeu": f"Kết quả thực hiện các chỉ tiêu và mô hình {wording.period(period)}",
        "ky_han": wording.period(period),
        "noi_nhan": [],
        "chu_ky": signature(None),
        "nam": str(period.year),
        "nam_truoc": str(period.year - 1),
        "da_ket_thuc": unit in book.rollup.tree.ended,
        "minh_hoa": book.illustrative(unit),
        "don_vi_ket_thuc": names.units(u for u in subtree if u in book.rollup.tree.ended and u != unit),
        "ket_qua": [printed.row(number, row) for number, row in enumerate(rows, 1)],
        "chua_du": list(printed.gaps(rows)),
        **printed.models(book.funnel.of(unit)),
        "chua_cong": [
            {"ten": path, "ly_do": word(why, "vi")}
            for path, why in book.rollup.admission.left_out(book.rollup.year).items()
            if book.workspace.reports[path].unit in subtree
        ],
    }


def _number_of(models: list[ModelOfYear], name: str) -> str:
    return wording.count(sum(model.counts_as(name) for model in models))


class _YearInWords:
    """A year of one unit, indicator by indicator and model by model."""

    def __init__(self, book: Yearbook, names: Names) -> None:
        self.book, self.names = book, names

    def row(self, number: int, row: Row) -> dict[str, Data]:
        """An indicator with target, result, last year, and how many of the expected units gave it."""
        coverage = row.total.coverage
        target = row.targets[0] if row.targets else None
        return {
            "tt": number,
            "ten": row.indicator.name,
            "don_vi_tinh": row.indicator.unit_of_measure,
            "giao": self._target(target),
            "ket_qua": self._value(row),
            "ket_qua_day_du": "" if row.value is None else wording.with_unit(row.value, row.indicator),
            "dat": self._reached(target),
            "nam_truoc": self._last_year(row),
            "tang_giam": "" if row.change is None else _signed(row.change),
            "da_co": format_number(coverage.given),
            "phai_co": format_number(coverage.expected),
            "ghi_chu": "; ".join(filter(None, [self._basis(row), self._own(target, row)])),
            "con_thieu": [f"{_GAPS[tag]}: {units}" for tag, units in self._lacking(row).items() if units],
        }

    def gaps(self, rows: list[Row]) -> Iterator[dict[str, Data]]:
        """The indicators that not all expected units gave, with the units by class; those of a ratio by its parts."""
        for row in rows:
            words = self._lacking(row)
            if any(words.values()):
                yield {"ten": row.indicator.name, **words}

    def _lacking(self, row: Row) -> dict[str, str]:
        """The units that do not give an indicator as they should, by class."""
        coverage = row.total.coverage
        classes = {tag: self._units(getattr(coverage, key)) for tag, key in _CLASSES.items()}
        classes["khong_co_so"] = ", ".join(self._null(row, unit) for unit in coverage.null)
        parts = self._parts(row.total) if isinstance(row.total, RatioTotal) else {}
        return dict.fromkeys(_GAPS, "") | classes | parts

    def models(self, models: list[ModelOfYear]) -> dict[str, Data]:
        """How many models there are at each stage, and all of them by field."""
        return {
            "so_mo_hinh": wording.count(len(models)),
            "mo_hinh_dem": [{"ten": word(name, "vi"), "so": _number_of(models, name)} for name in COUNTS],
            "mo_hinh_theo_linh_vuc": list(self.by_field(models)),
            "suy_ra": any("field" in entry.model.inferred for entry in models),
        }

    def by_field(self, models: list[ModelOfYear]) -> Iterator[dict[str, Data]]:
        """The models under their fields, in the order of the policy; those without a field last."""
        known = [field.id for field in self.names.workspace.settings.fields]
        others = [entry.model.field for entry in models if entry.model.field not in known]
        for field in dict.fromkeys([*known, *others]):
            found = [entry for entry in models if entry.model.field == field]
            if found:
                rows = [self._model(number, entry) for number, entry in enumerate(found, 1)]
                name = self.names.field(field) or NO_FIELD
                yield {"ten": name, "so": wording.count(len(found)), "mo_hinh": list(rows)}

    def _value(self, row: Row) -> str:
        if row.value is not None:
            return wording.in_column(row.value)
        return _NO_FIGURE if row.basis == "null" else ""

    def _target(self, measured: Measured | None) -> str:
        if measured is None:
            return ""
        words = target_words(measured)
        kind = measured.target.kind
        return words if kind == "total" else f"{words} ({word(kind, 'vi')})"

    def _reached(self, measured: Measured | None) -> str:
        if measured is None:
            return ""
        if measured.of is not None:
            return f"{measured.reached}/{measured.of} đơn vị"
        return "" if measured.attainment is None else wording.percent(measured.attainment)

    def _own(self, measured: Measured | None, row: Row) -> str:
        """The unit's own figure, where it is what the target is measured by."""
        if measured is None or measured.target.kind != "own" or measured.measured is None:
            return ""
        return f"{word('own', 'vi')}: {wording.amount(measured.measured, row.indicator)}"

    def _last_year(self, row: Row) -> str:
        if row.last_year_basis not in _COMPARABLE:
            return word(row.last_year_basis or "", "vi")
        return "" if row.last_year is None else wording.in_column(row.last_year)

    def _parts(self, total: RatioTotal) -> dict[str, str]:
        return {
            "thieu_tu_so": self._units(total.no_numerator),
            "thieu_mau_so": self._units(total.no_denominator),
            "mau_so_khong": self._units(total.zero_denominator),
        }

    def _null(self, row: Row, unit: str) -> str:
        """A unit that gives null, with its reason; of a ratio the reason for either part."""
        indicators = (row.indicator.id, row.indicator.numerator, row.indicator.denominator)
        totals = [self.book.rollup.totals[name][unit] for name in indicators if name in self.book.rollup.totals]
        reason = next((given.reason for total in totals for given in total.own.nulls if given.reason), "")
        return f"{self.names.unit(unit)} ({reason})" if reason else self.names.unit(unit)

    def _basis(self, row: Row) -> str:
        if row.total.stated_up:
            return word("stated", "vi")
        incomparable = isinstance(row.total, Total) and not row.total.comparable
        return f"{word('stated', 'vi')}: {word('not_comparable', 'vi')}" if incomparable else ""

    def _units(self, units: tuple[str, ...]) -> str:
        return self.names.units(units)

    def _model(self, number: int, entry: ModelOfYear) -> dict[str, Data]:
        model = entry.model
        stage = word(entry.stage, "vi")
        return {
            "tt": number,
            "ten": model.name,
            "chu_tri": self.names.units(model.owners),
            "giai_doan": f"{stage}, {word('dropped', 'vi')}" if entry.dropped else stage,
            "chi_tieu": self.names.amounts([(target.indicator, target.value) for target in model.targets]),
            "ket_qua": self.names.amounts(list(entry.results.items())),
            "du_kien": _budget(model),
            "da_chi": "" if entry.spent is None else wording.money(entry.spent),
            "linh_vuc_suy_ra": "field" in model.inferred,
        }


def _budget(model: Model) -> str:
    return "" if model.budget is None else wording.bounded(model.budget_bound, wording.money(model.budget))


def _signed(value: Exact) -> str:
    return f"{'+' if Fraction(value) > 0 else ''}{format_number(value)}"
