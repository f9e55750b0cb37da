"""What two versions of a document say differently: its fields, not its lines."""

from dvk.meaning.differences import FieldChange, changes_between
from dvk.meaning.shaped import ORDERED, Spot

__all__ = ["ORDERED", "FieldChange", "Spot", "changes_between"]
