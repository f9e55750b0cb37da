"""What the list of a year's recognised models and exemplars is filled with, to be proposed for reward."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dvk import wording
from dvk.documents.registration import ModelPart, RegistrationDocument, StagePart
from dvk.documents.report import ExemplarPart, ModelResultPart, ReportDocument
from dvk.facts import StageName
from dvk.messages.words import word
from dvk.models import STAGES, ModelOfYear
from dvk.naming import compared
from dvk.periods import Period
from dvk.printing.contents.full_documents import document_at
from dvk.printing.contents.head import letterhead, place_and_day, signature
from dvk.printing.contents.names import Names
from dvk.printing.contents.reports import NO_FIELD
from dvk.printing.data import Data
from dvk.values import Reference
from dvk.yearbook import Yearbook

_RECOGNISED: tuple[StageName, ...] = STAGES[STAGES.index("recognised") :]
"""The stages from which on a model may be proposed for reward, the highest last."""
_NAMELESS = "(không nêu tên)"
_GAP = "…"


@dataclass(frozen=True, slots=True)
class _Line:
    """A model or an exemplar of the list, with the field that it is sorted by."""

    field: str | None
    data: dict[str, Data]
    illustrative: bool


def exemplars_data(book: Yearbook, unit: str, *, names_of_individuals: bool = True) -> dict[str, Data]:
    """The tags of ``exemplars.docx``: see docs/templates.md.

    Args:
        book: the year.
        unit: the unit, with all below it.
        names_of_individuals: whether persons are named; without, their names are left out of every text.
    """
    found = _Found(book, unit)
    data = _Printed(found).data()
    if names_of_individuals:
        return data
    persons = [part.name for _, part in found.exemplars if part.type == "individual"]
    return {tag: _without(value, persons) for tag, value in data.items()}


class _Found:
    """The documents of a year and a subtree that count, and what they say of models and exemplars."""

    def __init__(self, book: Yearbook, unit: str) -> None:
        self.book, self.unit, self.year = book, unit, book.rollup.year
        self._registrations: dict[str, RegistrationDocument] = {}

    @cached_property
    def reports(self) -> dict[str, ReportDocument]:
        """The reports of the year that are added up, by the end of their periods; drafts are none of them."""
        subtree = set(self.book.rollup.tree.subtree(self.unit))
        admitted = self.book.rollup.admission.reports(self.year)
        paths = [path for path, report in admitted.items() if report.unit in subtree]
        paths.sort(key=lambda path: admitted[path].period.end)
        return {path: document_at(self.book.workspace, path) for path in paths}

    @cached_property
    def exemplars(self) -> list[tuple[ReportDocument, ExemplarPart]]:
        """Each once, as the last report puts it, in the order of first mention."""
        found: dict[tuple[str, str, str], tuple[ReportDocument, ExemplarPart]] = {}
        for report in self.reports.values():
            for part in report.exemplars:
                whose = compared(part.unit) if part.unit else report.unit
                found[part.type, compared(part.name), whose] = report, part
        return list(found.values())

    @cached_property
    def results(self) -> list[tuple[ReportDocument, ModelResultPart]]:
        """What the reports say of models that reached one of the stages."""
        return [
            (report, part) for report in self.reports.values() for part in report.models if part.stage in _RECOGNISED
        ]

    def registered(self, entry: ModelOfYear) -> ModelPart:
        """A model with all that its registration says."""
        path = entry.reference.path
        if path not in self._registrations:
            self._registrations[path] = document_at(self.book.workspace, path)
        models = self._registrations[path].models
        return next(part for part in models if part.id == entry.reference.item)

    def stages(self, part: ModelPart) -> list[StagePart]:
        """The stages that a registration dates in the year."""
        return [stage for stage in part.stages if stage.stage in _RECOGNISED and stage.date.year == self.year]


class _Printed:
    """The list in words."""

    def __init__(self, found: _Found) -> None:
        self.found = found
        self.period = Period(found.year)
        self.names = Names(found.book.workspace, self.period.end)

    def data(self) -> dict[str, Data]:
        """All tags."""
        models = [*self._registered(), *self._unregistered()]
        groups = {kind: list(self._exemplars(kind)) for kind in ("collective", "individual")}
        lines = [*models, *groups["collective"], *groups["individual"]]
        return {
            **letterhead(self.names, self.found.unit, "", draft=False),
            "noi_ngay": place_and_day("", None, self.period),
            "loai": "Danh sách",
            "trich_yeu": f"Mô hình và điển hình đề nghị khen thưởng {wording.period(self.period)}",
            "ky_han": wording.period(self.period),
            "noi_nhan": [],
            "chu_ky": signature(None),
            "minh_hoa": any(line.illustrative for line in lines),
            "so_mo_hinh": wording.count(len(models)),
            "mo_hinh_theo_linh_vuc": list(self._by_field(models)),
            "so_tap_the": wording.count(len(groups["collective"])),
            "tap_the": self._numbered(groups["collective"]),
            "so_ca_nhan": wording.count(len(groups["individual"])),
            "ca_nhan": self._numbered(groups["individual"]),
            "suy_ra": any(line.data.get("linh_vuc_suy_ra") for line in models),
        }

    def _registered(self) -> Iterator[_Line]:
        """The registered models that reached a stage in the year, by their registration or by a report of the lead."""
        for entry in self.found.book.funnel.of(self.found.unit):
            stages = self.found.stages(self.found.registered(entry))
            told = [result.stage for report, result in self.found.results if _is_of(report, result, entry)]
            reached = [stage.stage for stage in stages] + [stage for stage in told if stage]
            if reached and not entry.dropped:
                yield _Line(entry.model.field, self._model(entry, stages, reached), entry.illustrative)

    def _model(self, entry: ModelOfYear, stages: list[StagePart], reached: Sequence[StageName]) -> dict[str, Data]:
        highest = max(reached, key=_RECOGNISED.index)
        dated = [stage for stage in stages if stage.stage == highest]
        return {
            "ten": entry.model.name,
            "don_vi": self.names.units(entry.model.owners),
            "giai_doan": word(highest, "vi"),
            "cap": ", ".join(dict.fromkeys(filter(None, (self.names.level(stage.level) for stage in dated)))),
            "quyet_dinh": [_decision(stage.decision, stage.date) for stage in dated if stage.decision],
            "linh_vuc_suy_ra": "field" in entry.model.inferred,
            "minh_hoa": entry.illustrative,
        }

    def _unregistered(self) -> Iterator[_Line]:
        """Models that only a report names, each once."""
        seen: dict[tuple[str, str], _Line] = {}
        for report, part in self.found.results:
            if part.model is None and part.name and part.stage:
                data: dict[str, Data] = {
                    "ten": part.name,
                    "don_vi": self.names.unit(report.unit),
                    "giai_doan": word(part.stage, "vi"),
                    "cap": "",
                    "quyet_dinh": [],
                    "linh_vuc_suy_ra": False,
                    "minh_hoa": report.illustrative,
                }
                seen[report.unit, compared(part.name)] = _Line(part.field, data, report.illustrative)
        yield from seen.values()

    def _exemplars(self, kind: str) -> Iterator[_Line]:
        for report, part in self.found.exemplars:
            if part.type == kind:
                data: dict[str, Data] = {
                    "ten": part.name,
                    "chuc_vu": part.post or "",
                    "don_vi": part.unit or self.names.unit(report.unit),
                    "don_vi_bao_cao": self.names.unit(report.unit),
                    "linh_vuc": self.names.field(part.field),
                    "tieu_chi": list(part.criteria),
                    "binh_xet": part.selection or "",
                    "mo_hinh": self._called(part.model),
                    "nhan_tu": self._called(part.replicated_from),
                    "cap": self.names.level(part.level),
                    "quyet_dinh": _decision(part.decision, part.date) if part.decision else "",
                    "minh_hoa": report.illustrative,
                }
                yield _Line(part.field, data, report.illustrative)

    def _called(self, reference: Reference | None) -> str:
        return self.names.entry(reference) if reference else ""

    def _numbered(self, lines: Sequence[_Line]) -> list[Data]:
        """By field, in the order of the policy, and numbered."""
        order = [field.id for field in self.names.workspace.settings.fields]
        ordered = sorted(lines, key=lambda line: order.index(line.field) if line.field in order else len(order))
        return [{"tt": number, **line.data} for number, line in enumerate(ordered, 1)]

    def _by_field(self, lines: Sequence[_Line]) -> Iterator[dict[str, Data]]:
        known = [field.id for field in self.names.workspace.settings.fields]
        others = [line.field for line in lines if line.field not in known]
        for field in dict.fromkeys([*known, *others]):
            own = [line for line in lines if line.field == field]
            if own:
                name = self.names.field(field) or NO_FIELD
                yield {"ten": name, "so": wording.count(len(own)), "mo_hinh": self._numbered(own)}


def _is_of(report: ReportDocument, result: ModelResultPart, entry: ModelOfYear) -> bool:
    return result.model == entry.reference and report.unit == entry.lead


def _decision(number: str | None, day: date | None) -> str:
    return " ".join(filter(None, [number, f"ngày {wording.short_day(day)}" if day else ""]))


def _without(data: Data, persons: Sequence[str]) -> Data:
    """The same without the names of persons, wherever they stand; where one is all there is, that is said."""
    if isinstance(data, dict):
        return {key: _without(value, persons) for key, value in data.items()}
    if isinstance(data, list):
        return [_without(value, persons) for value in data]
    if not isinstance(data, str) or not persons:
        return data
    named = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in persons), re.IGNORECASE)
    return _NAMELESS if named.fullmatch(data) else named.sub(_GAP, data)
