"""What a search found, as text: a place to click on and the line, as grep prints it."""

from collections.abc import Sequence

from dvk.messages import Language
from dvk.searching import Found
from dvk.shown import printable
from dvk.views.search import NOTHING_FOUND

MOST_LINES = 5
"""Lines shown of a file: those that say most."""
_MORE = {"vi": "… {0} dòng nữa", "en": "… {0} more"}


def as_text(found: Sequence[Found], language: Language) -> str:
    """Files with a blank line between them, each with its best lines; or that there are none."""
    if not found:
        return NOTHING_FOUND.to(language)
    return "\n\n".join(_block(hit, language) for hit in found)


def _block(hit: Found, language: Language) -> str:
    path = printable(hit.path)
    shown = sorted(hit.best[:MOST_LINES], key=lambda line: line.number)
    lines = [f"{path}:{line.number}: {printable(line.text)}" for line in shown]
    if len(hit.lines) > len(shown):
        lines.append(f"{path}: {_MORE[language].format(len(hit.lines) - len(shown))}")
    return "\n".join(lines)
