"""The bound of a target as a signed paper may say it: nothing is put into it that nobody wrote."""

from dvk import wording
from dvk.documents.plan import TargetPart
from dvk.documents.registration import ModelTargetPart


def bounded_value(target: TargetPart | ModelTargetPart, value: str, upper: str = "") -> str:
    """``ít nhất 90``, ``khoảng 150``, ``đúng 90``, ``từ 1 đến 2``; the value alone where the default merely judges it.

    Args:
        target: whose bound it is.
        value: its value, as it is printed.
        upper: the upper end of a range; "" where there is none.
    """
    if "bound" not in target.model_fields_set:
        return wording.bounded("exactly", value, upper)
    if target.bound == "exactly":
        return f"trong khoảng từ {value} đến {upper}" if upper else f"đúng {value}"
    least = "ít nhất " if upper and target.bound == "at_least" else ""
    return f"{least}{wording.bounded(target.bound, value, upper)}"
