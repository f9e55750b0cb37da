"""What every new document starts from: whose it is, for which period, and where its file belongs."""

from dataclasses import dataclass
from datetime import date

from dvk import wording
from dvk.facts import Indicator
from dvk.kinds import KINDS
from dvk.periods import Period
from dvk.skeletons.units_then import check_open, day_within, levels_of, lowest_level
from dvk.workspace import Workspace

_EXAMPLE = Indicator("ma-chi-tieu", "Tên chỉ tiêu", "", "đơn vị tính")


@dataclass(frozen=True, slots=True)
class Frame:
    """What is settled before a new file is filled in.

    Args:
        unit: whose document.
        period: for which months.
        day: the day on which the organisation is looked at.
    """

    unit: str
    period: Period
    day: date

    @property
    def year(self) -> int:
        """The year of the period."""
        return self.period.year


def frame_of(workspace: Workspace, unit: str, period: Period, today: date) -> Frame:
    """The frame of a document that is made today.

    Raises:
        CannotGoOn: DVK920 if the unit was not open in the period.
    """
    check_open(workspace, unit, period)
    return Frame(unit, period, day_within(workspace, unit, period, today))


def common(workspace: Workspace, frame: Frame) -> dict[str, object]:
    """The values that every template needs."""
    mine = levels_of(workspace, [frame.unit], frame.day)
    return {
        "unit": frame.unit,
        "unit_name": workspace.organisation.name_on(frame.unit, frame.day),
        "level": mine[0] if mine else lowest_level(workspace),
        "period": str(frame.period),
        "period_words": wording.period(frame.period),
        "year": frame.year,
        "today": frame.day.isoformat(),
        "fields": workspace.settings.fields,
        "example": next(iter(workspace.indicators.values()), _EXAMPLE),
    }


def path_of(workspace: Workspace, kind: str, frame: Frame, name: str) -> str:
    """Where a document of a kind belongs; ``name`` is that of its file without the ending."""
    return f"{KINDS[kind].folder}/{frame.year}/{workspace.organisation.folder_of(frame.unit)}/{name}.yaml"
