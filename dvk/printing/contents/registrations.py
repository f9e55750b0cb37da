"""What the template of a registration is filled with."""

from dvk import wording
from dvk.documents.registration import BudgetPart, ModelPart, RegistrationDocument, StagePart
from dvk.messages.words import word
from dvk.printing.contents.bounds import bounded_value
from dvk.printing.contents.head import head, signature
from dvk.printing.contents.names import OWNER, Names
from dvk.printing.data import Data, prose
from dvk.workspace import Workspace

_TEXTS = {
    "tinh_hinh": "situation",
    "muc_tieu": "goal",
    "noi_dung": "content",
    "cach_lam": "method",
    "dia_ban": "area",
    "doi_tuong": "beneficiaries",
    "san_pham": "output",
    "duy_tri": "upkeep",
    "nhan_rong": "replication",
    "ghi_chu": "note",
}
"""Tags of a model whose text is Markdown, and the keys that they come from."""


def registration_data(workspace: Workspace, registration: RegistrationDocument) -> dict[str, Data]:
    """The tags of ``registration.docx``: see docs/templates.md."""
    day = registration.date or (registration.submitted.day if registration.submitted else registration.period.start)
    names = Names(workspace, day)
    models = [_model(names, registration, number, part) for number, part in enumerate(registration.models, 1)]
    return {
        **head(names, registration, registration.state),
        "loai": "Bản đăng ký",
        "trich_yeu": f"Mô hình thi đua {wording.period(registration.period)}",
        "kinh_gui": registration.addressee or "",
        "noi_dung": prose(registration.text, level=1),
        "so_mo_hinh": wording.count(len(models)),
        "mo_hinh": list(models),
        "suy_ra": any("field" in part.inferred for part in registration.models),
        "chu_ky_2": signature(registration.second_signatory) if registration.second_signatory else "",
    }


def _model(names: Names, registration: RegistrationDocument, number: int, part: ModelPart) -> dict[str, Data]:
    first, last = part.years or (registration.period.year, registration.period.year)
    return {
        "tt": number,
        "ten": part.name,
        "loai": OWNER[part.type],
        "linh_vuc": names.field(part.field),
        "linh_vuc_suy_ra": "field" in part.inferred,
        "don_vi": names.unit(registration.unit),
        "dong_chu_tri": [names.unit(owner) for owner in part.owners],
        "nam": str(first) if first == last else f"{first} - {last}",
        "ban_phu_trach": names.department(registration.unit, part.department),
        **{tag: prose(getattr(part, key), level=3) for tag, key in _TEXTS.items()},
        "vai_tro": part.lead_role or "",
        "phoi_hop": [{"ten": partner.name, "vai_tro": partner.role or ""} for partner in part.partners],
        "chi_tieu": [_target(names, part, position) for position in range(len(part.targets))],
        "kinh_phi": _money(part.budget) if part.budget else "",
        "kinh_phi_bang_chu": wording.money_in_words(part.budget.value, part.budget.bound) if part.budget else "",
        **_resources(part),
        "tien_do": [_step(part, position) for position in range(len(part.timetable))],
        "nhan_tu": names.entry(part.replicated_from) if part.replicated_from else "",
        "giai_doan": [_stage(names, stage) for stage in part.stages],
    }


def _target(names: Names, part: ModelPart, position: int) -> dict[str, Data]:
    target = part.targets[position]
    indicator = names.indicator(target.indicator)
    upper = wording.amount(target.upper.value, indicator) if target.upper else ""
    return {
        "ten": names.indicator_name(target.indicator),
        "muc": bounded_value(target, wording.amount(target.value.value, indicator), upper),
        "don_vi_tinh": names.measure(target.indicator),
    }


def _resources(part: ModelPart) -> dict[str, Data]:
    """Money by source, working days, things in kind; empty where the registration names none."""
    resources = part.resources
    if resources is None:
        return {"nguon_tien": [], "ngay_cong": "", "hien_vat": []}
    money: list[Data] = [
        {"nguon": m.source, "tien": wording.bounded(m.bound, wording.money(m.value))} for m in resources.money
    ]
    days = "" if resources.working_days is None else wording.count(resources.working_days)
    return {"nguon_tien": money, "ngay_cong": days, "hien_vat": list(resources.in_kind)}


def _step(part: ModelPart, position: int) -> dict[str, Data]:
    """A piece of the timetable: ``từ 11/5/2020 đến 30/5/2020``."""
    step = part.timetable[position]
    start = f"từ {wording.short_day(step.start)}" if step.start else ""
    end = f"đến {wording.short_day(step.end)}" if step.end else ""
    return {"thoi_gian": " ".join(filter(None, [start, end])), "viec": step.work}


def _stage(names: Names, stage: StagePart) -> dict[str, Data]:
    return {
        "ten": word(stage.stage, "vi"),
        "ngay": wording.short_day(stage.date),
        "cap": wording.lowered(names.level(stage.level)),
        "quyet_dinh": stage.decision or "",
        "ly_do": stage.reason or "",
    }


def _money(part: BudgetPart) -> str:
    return wording.bounded(part.bound, wording.money(part.value))
