"""The door to PyYAML: text → events, and what its parser says when it cannot go on."""

from collections.abc import Iterator
from typing import Any

import yaml

from dvk.findings import Mistake, Place
from dvk.textfile.complaints import Scene, Slip, recognised
from dvk.textfile.decoding import place_of

try:
    from yaml import CLoader as Loader
except ImportError:  # an installation without libyaml: the same events, many times slower
    from yaml import Loader  # type: ignore[assignment]

# What PyYAML's own parser lets through from an escape such as "\UFFFFFFFF", which libyaml refuses.
PARSER_ERRORS = (yaml.YAMLError, ValueError, OverflowError)


def events(text: str) -> Iterator[Any]:
    """The parser's events, as it finds them: nothing of the text is held beyond the next one.

    Raises:
        PARSER_ERRORS: while iterating, where the text is not YAML.
    """
    # What `yaml.parse` yields, without its two calls for every event.
    return iter(Loader(text).get_event, None)


def problem_of(error: Exception, text: str, last: Any = None) -> Mistake:
    """The parser's complaint as a mistake (DVK104), at the place where a person would look for it.

    ``last`` is the event that the parser gave before it gave up. The argument ``problem`` names what was typed wrong;
    of a mistake of no known kind it is ``other``, and ``parser`` is what the parser says.
    """
    said = " ".join((getattr(error, "problem", None) or str(error)).split())
    found = getattr(error, "problem_mark", None)
    if found is not None:
        opened = getattr(error, "context_mark", None) or found
        during = getattr(error, "context", None) or ""
        slip = recognised(Scene(text, said, during, found.index, opened.index, last))
        if slip:
            return mistake_of(slip, text)
    return Mistake("DVK104", args={"problem": "other", "parser": said}, place=_blamed(error, text))


def mistake_of(slip: Slip, text: str) -> Mistake:
    """A recognised slip as a mistake (DVK104) at its place."""
    return Mistake("DVK104", args={"problem": slip.problem, **slip.args}, place=place_of(text, slip.position))


def _blamed(error: Exception, text: str) -> Place:
    """The parser's mark; at the end of the file, rather where the thing that never ended was opened."""
    found = getattr(error, "problem_mark", None)
    opened = getattr(error, "context_mark", None)
    end = len(text.rstrip())
    marks = [mark for mark in (found, opened) if mark is not None and mark.index < end]
    return Place(marks[0].line + 1, marks[0].column + 1) if marks else place_of(text, end)
