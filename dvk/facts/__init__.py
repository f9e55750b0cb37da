"""Facts: the small, frozen record of each document, the only thing that cross-file code may see.

A record never holds a path, a line or a sentence; it can be remembered under the content of its file.
Numbers are exact: ``int``, or ``Fraction`` where the figure is not whole. Money is in đồng.
"""

from typing import TypeAlias

from dvk.facts.filings import (
    Exemplar,
    FigureFact,
    Model,
    ModelResult,
    ModelTarget,
    Registration,
    Report,
    Stage,
    Story,
)
from dvk.facts.organisation import (
    DatedText,
    DayOverride,
    Department,
    Event,
    HolidaysFile,
    Indicator,
    IndicatorsFile,
    Settings,
    Term,
    Unit,
    UnitsFile,
)
from dvk.facts.plans import MOST_STEPS, Debtors, Due, Exemption, Extension, Obligation, Plan, Target, Task, Unlock
from dvk.facts.profiles import Edition, ProfileFile, ProfileValue
from dvk.facts.steps import ChangeNote, ReturnNote, Stamp, Step, Without
from dvk.facts.terms import (
    SUBMITTED_STATES,
    Bound,
    Exact,
    FilingKind,
    OverTime,
    OverUnits,
    Section,
    StageName,
    State,
    TargetKind,
)
from dvk.filing_states import STATES, StateOfFiling

Filing: TypeAlias = Plan | Registration | Report
"""What can meet an obligation."""
Facts: TypeAlias = Settings | UnitsFile | IndicatorsFile | HolidaysFile | Filing | Story | ProfileFile

__all__ = [
    "MOST_STEPS",
    "STATES",
    "SUBMITTED_STATES",
    "Bound",
    "ChangeNote",
    "DatedText",
    "DayOverride",
    "Debtors",
    "Department",
    "Due",
    "Edition",
    "Event",
    "Exact",
    "Exemplar",
    "Exemption",
    "Extension",
    "Facts",
    "FigureFact",
    "Filing",
    "FilingKind",
    "HolidaysFile",
    "Indicator",
    "IndicatorsFile",
    "Model",
    "ModelResult",
    "ModelTarget",
    "Obligation",
    "OverTime",
    "OverUnits",
    "Plan",
    "ProfileFile",
    "ProfileValue",
    "Registration",
    "Report",
    "ReturnNote",
    "Section",
    "Settings",
    "Stage",
    "StageName",
    "Stamp",
    "State",
    "StateOfFiling",
    "Step",
    "Story",
    "Target",
    "TargetKind",
    "Task",
    "Term",
    "Unit",
    "UnitsFile",
    "Unlock",
    "Without",
]
