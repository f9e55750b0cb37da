"""What the template of a plan is filled with."""

from dvk import wording
from dvk.documents.plan import ChannelPart, ObligationPart, PlanDocument, TargetPart, TaskPart
from dvk.printing.contents.bounds import bounded_value
from dvk.printing.contents.due_words import DueWords
from dvk.printing.contents.head import head
from dvk.printing.contents.names import KINDS_SAID, Names
from dvk.printing.data import Data, prose
from dvk.vietnamese.document_types import PLAN_TYPES
from dvk.workspace import Workspace

_WHOSE = {"total": "toàn hệ thống của {unit}", "own": "phần việc của {unit}", "each": "mỗi đơn vị{who}"}
_PER = "tính theo số đơn vị{who}"
_BEGINNINGS = {"plan": "kế hoạch", "registration": "đăng ký", "report": "báo cáo"}


def plan_data(workspace: Workspace, plan: PlanDocument) -> dict[str, Data]:
    """The tags of ``plan.docx``: see docs/templates.md."""
    names = Names(workspace, plan.date or plan.effective or plan.period.start)
    printed = _PlanInWords(names, plan)
    return {
        **head(names, plan, plan.state),
        "loai": PLAN_TYPES[plan.type],
        "trich_yeu": plan.subject,
        "chuong_trinh": plan.programme or "",
        "noi_dung": prose(plan.text, level=1),
        "moc": [printed.event(number) for number in range(len(plan.events))],
        "so_lieu": [_indicator(names, name) for name in plan.indicators],
        "chi_tieu": [printed.target(number, part) for number, part in enumerate(plan.targets, 1)],
        "viec_phai_nop": [printed.obligation(number, part) for number, part in enumerate(plan.obligations, 1)],
        "phan_cong": printed.tasks(),
        "hieu_luc": printed.validity(),
    }


def _indicator(names: Names, indicator: str) -> str:
    measure = names.measure(indicator)
    name = names.indicator_name(indicator)
    return f"{name} ({measure})" if measure else name


def _tells(part: ObligationPart) -> bool:
    """Whether the name of an obligation tells what is to be filed, and does not end as if that stood behind it."""
    title = part.title.casefold() if part.title else _BEGINNINGS[part.kind]
    said = next((kind for kind, words in _BEGINNINGS.items() if title.startswith(words)), None)
    return said == part.kind and not title.endswith(tuple(f"({words})" for words in KINDS_SAID.values()))


class _PlanInWords:
    """One plan, part by part."""

    def __init__(self, names: Names, plan: PlanDocument) -> None:
        self.names, self.plan = names, plan
        self.due_words = DueWords(names, plan)

    def event(self, number: int) -> dict[str, Data]:
        """A dated event."""
        event = self.plan.events[number]
        return {"ten": event.name or event.id, "ngay": wording.short_day(event.date)}

    def target(self, number: int, part: TargetPart) -> dict[str, Data]:
        """A target: what, how much, for whom, for which year."""
        upper = wording.in_column(part.upper.value) if part.upper else ""
        return {
            "tt": number,
            "ten": self.names.indicator_name(part.indicator),
            "don_vi_tinh": self.names.measure(part.indicator),
            "muc": bounded_value(part, wording.in_column(part.value.value), upper),
            "pham_vi": self._whose(part),
            "nam": "hằng năm" if part.every_year else wording.period(part.year) if part.year else "",
            "nguyen_van": part.phrase or "",
        }

    def obligation(self, number: int, part: ObligationPart) -> dict[str, Data]:
        """Who owes what, for which period, by which day, sent how."""
        return {
            "tt": number,
            "ten": self.names.obligation(part.title, part.kind),
            "loai": "" if _tells(part) else KINDS_SAID[part.kind],
            "don_vi": self.due_words.who(part.who),
            "ky_han": self.due_words.period(part),
            "han": self.due_words.due(part),
            "noi_gui": self._channel(part.channel),
            "so_lieu": [_indicator(self.names, name) for name in part.indicators],
            "chi_tiet": list(self.due_words.details(part)),
            "nguyen_van": part.phrase or "",
        }

    def tasks(self) -> list[Data]:
        """Tasks under the department or level that they are assigned to, in the order of the plan; first nobody's."""
        groups: dict[tuple[str | None, str | None], list[Data]] = {(None, None): []}
        for part in self.plan.tasks:
            groups.setdefault((part.department, part.level), []).append(part.task)
        parts = [TaskPart(department=department, level=level, task="-") for department, level in groups]
        named = zip(map(self._assigned, parts), groups.values(), strict=True)
        return [{"ten": name, "viec": work} for name, work in named if work]

    def validity(self) -> list[Data]:
        """From when until when the plan holds, and what it takes the place of; an inferred day is not printed."""
        plan, found = self.plan, []
        if plan.effective and "effective" not in plan.inferred:
            found.append(f"Có hiệu lực từ ngày {wording.short_day(plan.effective)}.")
        if plan.until and "until" not in plan.inferred:
            found.append(f"Thực hiện đến hết ngày {wording.short_day(plan.until)}.")
        found += [f"Thay thế {self.names.document(reference.path)}." for reference in plan.supersedes]
        return list(found)

    def _whose(self, part: TargetPart) -> str:
        who = self.due_words.who(part.who)
        pattern = _WHOSE.get(part.kind, _PER)
        return pattern.format(unit=self.names.unit(self.plan.unit), who=f" {who}" if who else "")

    def _channel(self, part: ChannelPart | None) -> str:
        if part is None:
            return ""
        department = self.names.department(self.plan.unit, part.department)
        address = f"địa chỉ: {part.address}" if part.address else ""
        return "; ".join(filter(None, [f"qua {department}" if department else "", part.by, address]))

    def _assigned(self, part: TaskPart) -> str:
        if part.department:
            name = self.names.department(self.plan.unit, part.department)
            return f"{name} (bộ phận thường trực)" if self.names.is_standing(self.plan.unit, part.department) else name
        return self.names.level(part.level)
