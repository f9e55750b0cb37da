"""DVK626, DVK627: who looks after a unit's files is named as platforms know people, and once."""

import re
from collections.abc import Iterator

from dvk.document_checks.entries import Entries
from dvk.documents.units import UnitsDocument
from dvk.findings import Mistake
from dvk.people import as_compared

_LOGIN = re.compile(r"@?[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_-])?", re.IGNORECASE | re.ASCII)
_E_MAIL = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]+")


def maintainers(file: UnitsDocument) -> Iterator[Mistake]:
    """Each person of each unit; capitals and a leading ``@`` make no difference."""
    units = Entries("units", file.units)
    for position, unit in enumerate(file.units):
        seen: set[str] = set()
        for number, person in enumerate(unit.maintainers):
            field = f"{units[position]}.maintainers[{number}]"
            plain = as_compared(person)
            if not (_LOGIN.fullmatch(person) or _E_MAIL.fullmatch(person)):
                yield Mistake("DVK626", field, {"typed": person})
            elif plain in seen:
                yield Mistake("DVK627", field, {"typed": person})
            seen.add(plain)
