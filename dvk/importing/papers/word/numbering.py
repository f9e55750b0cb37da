"""Automatic numbers of a Word file: what stands printed before each paragraph of a list."""

from dataclasses import dataclass, field
from typing import Any

from dvk.importing.papers.word.names import number_of, switched_on, value_of, w
from dvk.importing.papers.word.numerals import numeral
from dvk.importing.papers.word.styles import Look, look_of

_DEEPEST = 8
_NO_LIST = "0"
_LINKS = 5
_WITHOUT_GAP = "nothing"


@dataclass(frozen=True, slots=True)
class Label:
    """A number or sign before a paragraph, with the gap after it, and the look that its level names."""

    text: str
    look: Look


@dataclass(slots=True)
class _Level:
    """A level of a list: from which number, in which numerals, between which signs."""

    start: int = 1
    form: str = "decimal"
    pattern: str = ""
    gap: str = " "
    restarts_below: int | None = None
    plain: bool = False
    style: str = ""
    look: Look = field(default_factory=Look)


@dataclass(slots=True)
class _List:
    counters: str
    levels: dict[int, _Level]
    starts: dict[int, int]


class Numbering:
    """The lists of one file, and how far each has been counted.

    Args:
        root: the root of ``numbering.xml``; None where the file has none.
    """

    def __init__(self, root: Any) -> None:
        abstract = [] if root is None else root.findall(w("abstractNum"))
        self._abstract = {each.get(w("abstractNumId"), ""): each for each in abstract}
        self._by_style = {name: each for each in abstract if (name := value_of(each, "styleLink"))}
        self._numbers = {} if root is None else {each.get(w("numId"), ""): each for each in root.findall(w("num"))}
        self._lists: dict[str, _List | None] = {}
        self._counted: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, list_id: str, level: int | None, style: str) -> Label | None:
        """The label of the next paragraph of a list.

        Args:
            list_id: the list.
            level: its level, from 0; None where the paragraph does not say it.
            style: the style that puts it there; then its level is the one that names the style.
        """
        found = self._list(list_id)
        if found is None:
            return None
        at = _level_of(found, level, style)
        own = found.levels.get(at)
        if own is None:
            return None
        counted = self._next(list_id, found, at)
        text = _written(own, found.levels, counted)
        return Label(text + own.gap, own.look) if text else None

    def _next(self, list_id: str, found: _List, at: int) -> dict[int, int]:
        counted = self._counted.setdefault(found.counters, {})
        first = at in found.starts and (list_id, at) not in self._begun
        self._begun.add((list_id, at))
        if first:
            counted[at] = found.starts[at]
        elif at in counted:
            counted[at] += 1
        else:
            counted[at] = found.levels[at].start
        for above in range(at):
            if above not in counted:
                counted[above] = found.levels[above].start if above in found.levels else 1
        for below in [level for level in counted if level > at]:
            limit = found.levels[below].restarts_below if below in found.levels else None
            if limit is None or at < limit:
                del counted[below]
        return counted

    def _list(self, list_id: str) -> _List | None:
        if list_id not in self._lists:
            self._lists[list_id] = self._read(list_id)
        return self._lists[list_id]

    def _read(self, list_id: str) -> _List | None:
        number = self._numbers.get(list_id)
        if number is None or list_id == _NO_LIST:
            return None
        counters = value_of(number, "abstractNumId") or ""
        levels = {at: _level(each) for at, each in self._levels(counters)}
        starts: dict[int, int] = {}
        for changed in number.findall(w("lvlOverride")):
            at = number_of(changed.get(w("ilvl")), _DEEPEST)
            other, start = changed.find(w("lvl")), number_of(value_of(changed, "startOverride"))
            if at is not None and other is not None:
                levels[at] = _level(other)
            if at is not None and start is not None:
                starts[at] = start
        return _List(counters, levels, starts)

    def _levels(self, counters: str) -> list[tuple[int, Any]]:
        abstract = self._abstract.get(counters)
        for _ in range(_LINKS):
            linked = value_of(abstract, "numStyleLink")
            if not linked or linked not in self._by_style:
                break
            abstract = self._by_style[linked]
        levels = [] if abstract is None else abstract.findall(w("lvl"))
        numbered = [(number_of(level.get(w("ilvl")), _DEEPEST), level) for level in levels]
        return [(at, level) for at, level in numbered if at is not None]


def _level_of(found: _List, level: int | None, style: str) -> int:
    if level is None and style:
        level = next((at for at, each in found.levels.items() if each.style == style), None)
    return min(max(level or 0, 0), _DEEPEST)


def _level(element: Any) -> _Level:
    start, restart = number_of(value_of(element, "start")), number_of(value_of(element, "lvlRestart"))
    return _Level(
        start=1 if start is None else start,
        form=value_of(element, "numFmt") or "decimal",
        pattern=value_of(element, "lvlText") or "",
        gap="" if value_of(element, "suff") == _WITHOUT_GAP else " ",
        restarts_below=restart,
        plain=bool(switched_on(element, "isLgl")),
        style=value_of(element, "pStyle") or "",
        look=look_of(element.find(w("rPr"))),
    )


def _written(own: _Level, levels: dict[int, _Level], counted: dict[int, int]) -> str:
    if own.form == "bullet":
        return _sign(own.pattern)
    text = own.pattern
    for level in range(_DEEPEST + 1):
        mark = f"%{level + 1}"
        if mark in text:
            form = "decimal" if own.plain else levels[level].form if level in levels else "decimal"
            text = text.replace(mark, numeral(counted.get(level, 1), form))
    return text.strip()


def _sign(pattern: str) -> str:
    """The sign of a list without numbers; the many shapes of dots are all the dash that is typed for them."""
    sign = pattern.strip()
    return "" if not sign and not pattern else "+" if sign in {"+", "⁺", "＋"} else "-"
