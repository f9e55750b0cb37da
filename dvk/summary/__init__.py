"""A change for whoever has to agree to it: what it is, what it moves, what it meets, what to look at."""

from dvk.summary.collecting import Asked, ChangeSummary, summary_of
from dvk.summary.documents import DocumentChange, ListChange

__all__ = ["Asked", "ChangeSummary", "DocumentChange", "ListChange", "summary_of"]
