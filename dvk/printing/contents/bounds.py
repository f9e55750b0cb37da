"""The bound of a target as a signed paper may say it: nothing is put into it that nobody wrote."""

from dvk.documents.plan import TargetPart
from dvk.documents.registration import ModelTargetPart
from dvk.facts import Bound


def said_bound(target: TargetPart | ModelTargetPart) -> Bound:
    """The bound where one is written; the value alone where the default merely judges it."""
    return target.bound if "bound" in target.model_fields_set else "exactly"
