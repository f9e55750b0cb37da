"""What the styles of a Word file come to for a paragraph and its runs: look, font, heading, list."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dvk.importing.papers.word.names import number_of, switched_on, value_of, w
from dvk.vietnamese.text import nfc

_DEEPEST = 30
"""Styles above each other; what goes in a circle ends here."""
_BODY_LEVEL = 9
_HEADING = re.compile(r"(?:heading|đầu đề|tiêu đề|mục)\s*([1-9])$", re.IGNORECASE)
_DEFAULT = {"1", "true", "on"}
_BY_THEME = ""


@dataclass(frozen=True, slots=True)
class Look:
    """What a style or a run says of its letters; None where it says nothing."""

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    font: str | None = None


def look_of(properties: Any) -> Look:
    """The look that the properties of a run name themselves."""
    if properties is None:
        return Look()
    return Look(
        switched_on(properties, "b"), switched_on(properties, "i"), switched_on(properties, "vanish"), _font(properties)
    )


def _font(properties: Any) -> str | None:
    fonts = properties.find(w("rFonts"))
    if fonts is None:
        return None
    if fonts.get(w("hAnsiTheme")) or fonts.get(w("asciiTheme")):
        return _BY_THEME
    named: str | None = fonts.get(w("hAnsi")) or fonts.get(w("ascii"))
    return named


class Styles:
    """The styles of one file.

    Args:
        root: the root of ``styles.xml``; None where the file has none.
    """

    def __init__(self, root: Any) -> None:
        styles = [] if root is None else root.findall(w("style"))
        self._styles = {style.get(w("styleId"), ""): style for style in styles}
        self._defaults = {
            style.get(w("type"), ""): style.get(w("styleId"), "")
            for style in styles
            if style.get(w("default")) in _DEFAULT
        }
        self._everywhere = None if root is None else root.find(w("docDefaults"))
        self._looks: dict[str, Look] = {}

    @cached_property
    def basic(self) -> Look:
        """What holds for every run of which nothing else is said."""
        found = None if self._everywhere is None else self._everywhere.find(f"{w('rPrDefault')}/{w('rPr')}")
        return look_of(found)

    def chain(self, style: str | None, kind: str) -> Iterator[Any]:
        """A style and those that it is based on, the nearest first; the default of its kind where it is unknown."""
        name = style if style in self._styles else self._defaults.get(kind)
        for _ in range(_DEEPEST):
            found = self._styles.get(name or "")
            if found is None:
                return
            yield found
            name = value_of(found, "basedOn")

    def look(self, style: str | None, kind: str) -> Look:
        """The look of a style of paragraphs or characters, with all that it is based on."""
        key = f"{kind}/{style}"
        if key not in self._looks:
            looks = [look_of(each.find(w("rPr"))) for each in self.chain(style, kind)]
            self._looks[key] = Look(
                _first(look.bold for look in looks),
                _first(look.italic for look in looks),
                _first(look.hidden for look in looks),
                _first(look.font for look in looks),
            )
        return self._looks[key]

    def run_look(self, properties: Any, paragraph: Look) -> Look:
        """The look of a run in a paragraph of that look: what is said nearest holds.

        Bold, italic and hidden of a style of characters turn those of the paragraph's style around, as Word has it.
        """
        own = look_of(properties)
        named = value_of(properties, "rStyle")
        style = self.look(named, "character") if named else Look()
        return Look(
            _toggled(own.bold, style.bold, paragraph.bold, self.basic.bold),
            _toggled(own.italic, style.italic, paragraph.italic, self.basic.italic),
            _toggled(own.hidden, style.hidden, paragraph.hidden, self.basic.hidden),
            _first((own.font, style.font, paragraph.font, self.basic.font)),
        )

    def heading(self, properties: Any) -> int:
        """The level of a heading, 1 for the topmost; 0 for any other paragraph."""
        own = _level(properties)
        if own is not None:
            return own
        for style in self.chain(value_of(properties, "pStyle"), "paragraph"):
            level = _level(style.find(w("pPr")))
            if level is not None:
                return level
            named = _HEADING.match(nfc(value_of(style, "name") or "").strip())
            if named:
                return int(named.group(1))
        return 0

    def centred(self, properties: Any) -> bool:
        """Whether a paragraph stands in the middle."""
        return self._nearest(properties, "jc") == "center"

    def list_of(self, properties: Any) -> tuple[str, int | None, str] | None:
        """The list of a paragraph: its id, its level where one is said, and the style that says so ("" itself)."""
        level: int | None = None
        for style, found in self._levels_of(properties):
            numbered = found.find(w("numPr"))
            if numbered is None:
                continue
            said = number_of(value_of(numbered, "ilvl"))
            level = said if level is None else level
            list_id = value_of(numbered, "numId")
            if list_id is not None:
                return list_id, level, style
        return None

    def _nearest(self, properties: Any, name: str) -> str | None:
        found: str | None = _first(value_of(each, name) for _, each in self._levels_of(properties))
        if found is None and self._everywhere is not None:
            return value_of(self._everywhere.find(f"{w('pPrDefault')}/{w('pPr')}"), name)
        return found

    def _levels_of(self, properties: Any) -> Iterator[tuple[str, Any]]:
        """The properties of a paragraph, then those of its styles, each with the id of its style."""
        if properties is not None:
            yield "", properties
        for style in self.chain(value_of(properties, "pStyle"), "paragraph"):
            found = style.find(w("pPr"))
            if found is not None:
                yield style.get(w("styleId"), ""), found


def _level(properties: Any) -> int | None:
    found = number_of(value_of(properties, "outlineLvl"))
    if found is None or found < 0:
        return None
    return found + 1 if found < _BODY_LEVEL else 0


def _first(values: Any) -> Any:
    return next((value for value in values if value is not None), None)


def _toggled(own: bool | None, style: bool | None, paragraph: bool | None, basic: bool | None) -> bool:
    if own is not None:
        return own
    if style is None and paragraph is None:
        return bool(basic)
    return bool(style) != bool(paragraph)
