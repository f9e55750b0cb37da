"""By when something is owed, in the words of offices."""

from dvk import wording
from dvk.documents.plan import ExceptPart, ExtensionPart, ObligationPart, PlanDocument, UnlockPart, WhoPart
from dvk.periods import Period
from dvk.printing.contents.names import Names
from dvk.values import Moment, Reference, YearDay

_UNDATED = "không định ngày"


class DueWords:
    """The dates of one plan's obligations in words."""

    def __init__(self, names: Names, plan: PlanDocument) -> None:
        self.names, self.plan = names, plan

    def due(self, part: ObligationPart) -> str:
        """``trước ngày 05/11/2020``, ``trước ngày 15/5 hằng năm``, ``lồng ghép trong Báo cáo năm``."""
        if part.embedded_in:
            return f"lồng ghép trong {self._called(part.embedded_in)}"
        if part.days_after is not None:
            return f"{wording.count(part.days_after)} ngày sau {self._start(part.of or '')}"
        written = f"trước {_moment(part.before)}" if part.before else f"chậm nhất {_moment(part.by)}" if part.by else ""
        if not written:
            return _UNDATED
        if part.in_:
            return f"{written} năm sau"
        return f"{written} hằng năm" if part.every_year and isinstance(part.before or part.by, YearDay) else written

    def period(self, part: ObligationPart) -> str:
        """``năm 2021``, ``6 tháng đầu hằng năm``."""
        if isinstance(part.period, Period):
            return wording.period(part.period)
        months = wording.part_of_year(part.period)
        if not part.every_year:
            return months
        return "hằng năm" if months == wording.WHOLE_YEAR else f"{months} hằng năm"

    def details(self, part: ObligationPart) -> list[str]:
        """Cut-off, lock, who is let off, who has more time: a sentence each."""
        found = [f"Chốt số liệu: {_until(part.cut_off)}"] if part.cut_off else []
        found += [f"Khoá sổ: {_until(part.lock)}"] if part.lock else []
        found += ["Gồm cả đơn vị kết thúc hoạt động trong kỳ"] if part.open_on == "any_day" else []
        found += [self._exempt(item) for item in part.except_]
        found += [self._extended(item) for item in part.extensions]
        return found + [self._unlocked(item) for item in part.unlocks]

    def who(self, part: WhoPart | None) -> str:
        """``cấp huyện, cấp xã (thành phố, thị xã); Huyện đoàn A``."""
        if part is None:
            return ""
        levels = ", ".join(wording.lowered(self.names.level(level)) for level in part.level)
        kinds = ", ".join(wording.lowered(self.names.kind(kind)) for kind in part.kind)
        group = f"{levels} ({kinds})" if levels and kinds else levels or kinds
        return "; ".join(filter(None, [group, self.names.units(part.units)]))

    def _start(self, name: str) -> str:
        event = next((event for event in self.plan.events if event.id == name), None)
        if event:
            return f"“{event.name or event.id}” (ngày {wording.short_day(event.date)})"
        return f"hạn {self._called(name)}"

    def _called(self, name: str) -> str:
        """What an obligation is called: ``“Báo cáo năm”``, with its number where two of this plan are called so.

        One of another plan, ``path#id``, is followed by that plan; an id that leads nowhere stands as typed.
        """
        names = [self.names.obligation(part.title, part.kind) for part in self.plan.obligations]
        place = next((n for n, part in enumerate(self.plan.obligations) if part.id == name), None)
        if place is not None:
            number = f" (số {place + 1} ở bảng này)" if names.count(names[place]) > 1 else ""
            return f"“{names[place]}”{number}"
        path, _, item = name.rpartition("#")
        found = self.names.workspace.obligation(Reference(path, item))
        if found is None:
            return f"“{name}”"
        return f"“{self.names.obligation(found.title, found.kind)}” của {self.names.document(path)}"

    def _exempt(self, part: ExceptPart) -> str:
        until = f", đến hết ngày {wording.short_day(part.until)}" if part.until else ""
        return f"Miễn: {self.names.unit(part.unit)} ({part.reason}){until}"

    def _extended(self, part: ExtensionPart) -> str:
        day = f"trước {_moment(part.before)}" if part.before else f"chậm nhất {_moment(part.by)}" if part.by else ""
        period = f", kỳ {wording.period(part.period)}" if part.period else ""
        return f"Gia hạn: {self.names.units(part.units)}, {day}{period} ({part.reason})"

    def _unlocked(self, part: UnlockPart) -> str:
        period = f", kỳ {wording.period(part.period)}" if part.period else ""
        day = wording.short_day(part.unlocked_until)
        return f"Mở khoá: {self.names.units(part.units)}, đến hết ngày {day}{period} ({part.reason})"


def _moment(value: Moment | YearDay | None) -> str:
    return wording.moment(value) if value else ""


def _until(value: Moment | YearDay) -> str:
    excluded = isinstance(value, YearDay) and value.excluded
    return f"trước {wording.moment(value)}" if excluded else f"hết {wording.moment(value)}"
