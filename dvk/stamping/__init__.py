"""Steps of the cascade written into files: a stamp, the new state, a return or its answer; figures stay as they are."""

from dvk.stamping.ahead import Next, Way, way_of
from dvk.stamping.fields import known_field
from dvk.stamping.refusals import Attempt, stop_of
from dvk.stamping.requests import Request
from dvk.stamping.several import Outcome, Refusal, Stamped, outcome_of
from dvk.stamping.since import Since, changed_since

__all__ = [
    "Attempt",
    "Next",
    "Outcome",
    "Refusal",
    "Request",
    "Since",
    "Stamped",
    "Way",
    "changed_since",
    "known_field",
    "outcome_of",
    "stop_of",
    "way_of",
]
