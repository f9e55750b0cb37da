"""What the template of a reminder is filled with: who is late with what, since when, and where it is to be sent."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from dvk import wording
from dvk.deadlines import FilingLine
from dvk.documents.head import SignatoryPart
from dvk.documents.plan import ChannelPart, ObligationPart, PlanDocument
from dvk.due_days import Deadline
from dvk.number_register import NumberRegister, symbol_of
from dvk.obligations import Owed
from dvk.periods import Period
from dvk.printing.contents.full_documents import document_at
from dvk.printing.contents.head import closed_lines, letterhead, place_and_day, signature
from dvk.printing.contents.names import KINDS_SAID, Names
from dvk.printing.data import Data
from dvk.profiles import profile_of
from dvk.values import in_year
from dvk.workspace import Workspace

TYPE = "CV"
_MOST_ADDRESSED = 6
"""How many units are named as addressees; where there are more, the letter is to those in its tables."""
_ONE_WORD = (("báo", "cáo"), ("mô", "hình"), ("kế", "hoạch"), ("đăng", "ký"))
_YEAR = re.compile(r"năm (?=[0-9])")
_REMARKS = {"returned": "Đã trả lại, chưa gửi lại", "empty": "Đã gửi, chưa có số liệu"}


@dataclass(frozen=True)
class Reminder:
    """A reminder that is to be written.

    Args:
        workspace: the files.
        unit: who writes it.
        day: the day whose end it speaks of.
        late: what is overdue on the day.
        soon: what is due before long, where that is wanted.
        until: a new day to file by, if one is set.
        signed_as: the plan whose signatory signs.
    """

    workspace: Workspace
    unit: str
    day: date
    late: Sequence[FilingLine]
    soon: Sequence[FilingLine] = ()
    until: date | None = None
    signed_as: str | None = None

    @property
    def debtors(self) -> list[str]:
        """Who is reminded: those that are late first, each once."""
        return list(dict.fromkeys(line.owed.unit for line in (*self.late, *self.soon)))

    def to(self, debtor: str) -> "Reminder":
        """The part of it that one unit is concerned with."""
        late, soon = ([line for line in lines if line.owed.unit == debtor] for lines in (self.late, self.soon))
        asked = self.workspace, self.unit, self.day
        return Reminder(*asked, late, soon, self.until, self.signed_as)


def reminder_data(reminder: Reminder, debtor: str | None = None) -> dict[str, Data]:
    """The tags of ``reminder.docx``: see docs/templates.md.

    Args:
        reminder: who is late with what.
        debtor: the one unit that it goes to; None for one letter to all.
    """
    return _Letter(reminder if debtor is None else reminder.to(debtor), alone=debtor is not None).data()


class _Letter:
    """One letter, to one unit or to all."""

    def __init__(self, reminder: Reminder, *, alone: bool) -> None:
        self.asked, self.alone = reminder, alone or len(reminder.debtors) == 1
        self.names = Names(reminder.workspace, reminder.day)
        self.profile = profile_of(reminder.workspace, reminder.unit, reminder.day)
        lines = (*reminder.late, *reminder.soon)
        paths = dict.fromkeys(line.owed.plan for line in lines)
        self.plans: dict[str, PlanDocument] = {path: document_at(reminder.workspace, path) for path in paths}

    def data(self) -> dict[str, Data]:
        """All tags."""
        asked = self.asked
        late, soon = self._groups(asked.late), self._groups(asked.soon)
        return {
            **self._head(),
            "loai": "Công văn",
            "trich_yeu": _unbroken(self._subject()),
            "rieng": self.alone,
            "kinh_gui": self._addressees(),
            "theo": [self.names.document(path) for path in self.plans],
            "tinh_den": wording.short_day(asked.day),
            "qua_han": late,
            "sap_den_han": soon,
            "so_don_vi": wording.count(len({line.owed.unit for line in asked.late})),
            "gia_han": wording.short_day(asked.until) if asked.until else "",
        }

    def _head(self) -> dict[str, Data]:
        asked = self.asked
        head = letterhead(self.names, asked.unit, "", draft=False, profile=self.profile)
        place = next((plan.place for plan in self.plans.values() if plan.unit == asked.unit and plan.place), "")
        return {
            **head,
            "so_ky_hieu": f"{head['so_ky_hieu']}{_symbol(asked.workspace, asked.unit)}",
            "noi_ngay": place_and_day(place, None, Period(asked.day.year)),
            "minh_hoa": any(plan.illustrative for plan in self.plans.values()),
            "noi_nhan": closed_lines(["Như trên", "Lưu: VT"]),
            "chu_ky": signature(self._signatory(), self.profile.authority),
        }

    def _signatory(self) -> SignatoryPart | None:
        """Who signs, by the plan that the call names; else only the body in whose name its plans were signed."""
        if self.asked.signed_as is not None:
            found: SignatoryPart | None = document_at(self.asked.workspace, self.asked.signed_as).signatory
            return found
        signed = (plan.signatory for plan in self.plans.values())
        authority = next((part.authority for part in signed if part and part.authority), None)
        return SignatoryPart(authority=authority) if authority else None

    def _subject(self) -> str:
        """``đôn đốc gửi báo cáo năm 2021``; of several the kinds, and the years of their periods."""
        lines = self.asked.late or self.asked.soon
        called = {self._called(line.owed) for line in lines}
        act = "đôn đốc gửi" if self.asked.late else "nhắc thời hạn gửi"
        if len(called) == 1:
            return f"{act} {wording.lowered(called.pop())}"
        kinds = [said for kind, said in KINDS_SAID.items() if any(line.owed.obligation.kind == kind for line in lines)]
        years = sorted({str(line.owed.period.year) for line in lines})
        return f"{act} {', '.join(kinds)} năm {', '.join(years)}"

    def _addressees(self) -> list[Data]:
        units = [self.names.unit(unit) for unit in self.asked.debtors]
        if len(units) == 1:
            return list(units)
        return closed_lines(units) if len(units) <= _MOST_ADDRESSED else ["Các đơn vị có tên trong danh sách dưới đây"]

    def _groups(self, lines: Iterable[FilingLine]) -> list[Data]:
        """One entry for each obligation and period, by last day; in it the units, the longest late first."""
        ordered = sorted(sorted(lines, key=_last_day), key=_what)
        groups = [list(group) for _, group in groupby(ordered, key=_what)]
        groups.sort(key=lambda group: (_last_day(group[0]), _what(group[0])))
        return [self._group(number, group) for number, group in enumerate(groups, 1)]

    def _group(self, number: int, lines: Sequence[FilingLine]) -> dict[str, Data]:
        owed = lines[0].owed
        part = next(part for part in self.plans[owed.plan].obligations if part.id == owed.obligation.id)
        return {
            "tt": number,
            "ten": self._called(owed),
            "theo": self.names.document(owed.plan),
            "han": _due_as_written(owed, part),
            "kenh": self._channel(owed, part.channel),
            "so": wording.count(len(lines)),
            "don_vi": [self._row(place, line) for place, line in enumerate(lines, 1)],
        }

    def _row(self, number: int, line: FilingLine) -> dict[str, Data]:
        due = line.owed.due
        days = abs((self.asked.day - due.day).days) if due else 0
        return {
            "tt": number,
            "ten": self.names.unit(line.owed.unit),
            "han": _last_moment(due) if due else "",
            "so_ngay": str(days),
            "ghi_chu": "; ".join(filter(None, [self._longer(line.owed), _REMARKS.get(line.state, "")])),
        }

    def _longer(self, owed: Owed) -> str:
        """That a unit was given more time than the others, and until when."""
        usual = self.asked.workspace.orders.due_of(owed.plan, owed.obligation, owed.period)
        if owed.due is None or owed.due == usual:
            return ""
        return f"Đã gia hạn đến {'' if owed.due.minute else 'hết ngày '}{_last_moment(owed.due)}"

    def _called(self, owed: Owed) -> str:
        """``Báo cáo kết quả 6 tháng đầu năm 2021``; words of the period that the title ends with stand once."""
        name = self.names.obligation(owed.obligation.title, owed.obligation.kind).split()
        period = wording.period(owed.period).split()
        if " ".join(period).casefold() in " ".join(name).casefold():
            return " ".join(name)
        ends = [size for size in range(1, len(period)) if _folded(name[-size:]) == _folded(period[:size])]
        return " ".join(name + period[max(ends, default=0) :])

    def _channel(self, owed: Owed, part: ChannelPart | None) -> str:
        """``qua Văn phòng; thư điện tử …``; "" where the plan does not say."""
        if part is None:
            return ""
        department = self.names.department(self.plans[owed.plan].unit, part.department)
        sent = " ".join(filter(None, [part.by, part.address]))
        return "; ".join(filter(None, [f"qua {department}" if department else "", sent]))


def _unbroken(subject: str) -> str:
    """A subject in the narrow column below the number: what is one word to a reader stays on one line."""
    for parts in _ONE_WORD:
        subject = subject.replace(" ".join(parts), "\u00a0".join(parts))
    return _YEAR.sub("năm\u00a0", subject)


def _folded(words: list[str]) -> list[str]:
    return [word.casefold() for word in words]


def _what(line: FilingLine) -> tuple[str, str, str]:
    return line.owed.plan, line.owed.obligation.id, str(line.owed.period)


def _last_day(line: FilingLine) -> date:
    return line.owed.due.day if line.owed.due else date.max


def _symbol(workspace: Workspace, unit: str) -> str:
    """What stands behind the blank number, as the unit signs: ``-CV/TĐTN-VP``, or ``/UBND-VP`` in the State's form.

    A letter of a State body names no type. Source: Decree 30/2020, annex I.
    """
    patterns = NumberRegister(workspace).patterns(unit, TYPE)
    if not patterns:
        return ""
    symbol = symbol_of(patterns[0])
    return f"-{TYPE}/{symbol}" if patterns[0].style == "union" else f"/{symbol}"


def _due_as_written(owed: Owed, part: ObligationPart) -> str:
    """``trước ngày 05/11/2021``, with the year of the period; "" for a day that the plan counts from another one."""
    year = owed.period.year + (part.in_ is not None)
    if part.before:
        return f"trước {wording.moment(in_year(part.before, year))}"
    return f"chậm nhất {wording.moment(in_year(part.by, year))}" if part.by else ""


def _last_moment(due: Deadline) -> str:
    """The last day on which it was in time, with its minute where there is one."""
    return f"{due.minute} ngày {wording.short_day(due.day)}" if due.minute else wording.short_day(due.day)
