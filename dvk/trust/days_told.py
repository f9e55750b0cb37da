"""Days of documents as people read them."""

from dvk.textfile import Node
from dvk.vietnamese.dates import format_date, parse_date
from dvk.vietnamese.misread import Misread


def told_day(typed: Node) -> str:
    """A day as ``01/12/2021``; what is no day, or not a day alone, as it was typed; "–" where nothing was."""
    if not isinstance(typed, str) or not typed:
        return "–"
    try:
        return format_date(parse_date(typed))
    except Misread:
        return typed
