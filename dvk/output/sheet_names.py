"""Names of sheets as Excel takes them, and texts no longer than it can hold."""

import re

from dvk.output.office import xml_text

_LONGEST = 31
_REFUSED = re.compile(r"[\[\]:*?/\\]")


class SheetNames:
    """The names given in one workbook, each once, whatever the case."""

    def __init__(self) -> None:
        self._taken = {"history"}  # the name that Excel keeps for itself

    def give(self, wish: str, otherwise: str) -> str:
        """The name wished for, as far as it can be had; ``otherwise`` where nothing of it is left."""
        wish = " ".join(_REFUSED.sub(" ", xml_text(wish)).split()).strip("'") or otherwise
        name, times = cut(wish, _LONGEST), 1
        while name.casefold() in self._taken:
            times += 1
            ending = f" ({times})"
            name = cut(wish, _LONGEST - len(ending)) + ending
        self._taken.add(name.casefold())
        return name


def cut(text: str, most: int) -> str:
    """The text, or its beginning and ``…``, in at most so many units of UTF-16."""
    data = text.encode("utf-16-le", "surrogatepass")
    if len(data) <= 2 * most:
        return text
    return data[: 2 * (most - 1)].decode("utf-16-le", "ignore").rstrip() + "…"
