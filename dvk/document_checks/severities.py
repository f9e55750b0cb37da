"""DVK122: a weight given to a code that does not exist, so that the one meant keeps its own."""

from collections.abc import Iterator

from dvk.codes import CODES
from dvk.documents.settings import SettingsDocument
from dvk.findings import Mistake
from dvk.naming import Nearest


def severities(settings: SettingsDocument) -> Iterator[Mistake]:
    """Every key of ``severities:`` that is no code."""
    nearest = Nearest()
    for name in settings.severities:
        if name not in CODES:
            yield Mistake("DVK122", f"severities.{name}", {"key": name, "near": " / ".join(nearest(name, CODES))})
