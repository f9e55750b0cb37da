"""Why a value should be looked at before the draft is used, in both languages."""

from dvk.messages import Phrase

DOUBTS: dict[str, Phrase] = {}
"""By the name that a ``Quoted`` bears; one line each, without a stop at the end."""
