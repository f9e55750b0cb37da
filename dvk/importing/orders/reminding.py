"""A letter that reminds of the deadlines of another plan: what it names is marked, each by itself."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dvk.importing.quoted import Draft, Quoted
from dvk.vietnamese.text import fold

_REMINDER = re.compile(
    r"(?:v/v|ve viec)?\s*:?\s*(?:tiep tuc |khan truong )?(?:don doc|nhac (?:nho|viec|nop|gui|lai|han|bao cao|dang ky))"
)


def is_reminder(subject: "Draft | None") -> bool:
    """Whether the subject of a paper is to remind."""
    return isinstance(subject, Quoted) and _REMINDER.match(fold(subject.value)) is not None


def reminded(obligations: Draft) -> list[Draft]:
    """The obligations with a doubt on each."""
    items = obligations if isinstance(obligations, Sequence) else ()
    return [_marked(item) for item in items if isinstance(item, Mapping)]


def _marked(obligation: Mapping[str, Draft]) -> Mapping[str, Draft]:
    kind, read = obligation["kind"], obligation.get("inferred", [])
    names = [one.value for one in read if isinstance(one, Quoted)] if isinstance(read, list) else []
    if not isinstance(kind, Quoted):
        return obligation
    inferred = [Quoted(name) for name in dict.fromkeys([*names, "kind"])]
    return {**obligation, "kind": replace(kind, doubt="reminder"), "inferred": inferred}
