"""The fonts that are set by hand in a template, of runs whose words are printed."""

import re
from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

_COMMAND = re.compile(r"\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_THEMES = tuple(qn(f"w:{name}") for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"))
_FONTS = tuple(qn(f"w:{name}") for name in ("ascii", "hAnsi"))


def theme_font(fonts: Any) -> bool:
    """Whether the fonts of a run or a style are those of a theme, which are others on every machine."""
    return any(fonts.get(theme) is not None for theme in _THEMES)


def fonts_of(fonts: Any) -> set[str]:
    """The names of the fonts of a run or a style."""
    return {fonts.get(name) for name in _FONTS} - {None}


def set_by_hand(paragraph: Any) -> Iterator[tuple[Any, str]]:
    """The fonts (``w:rFonts``) of each run of a paragraph that has its own and prints something, with its words."""
    texts = [text for text in paragraph.iter(qn("w:t")) if next(text.iterancestors(qn("w:p")), None) is paragraph]
    words = "".join(text.text or "" for text in texts)
    printed = _COMMAND.sub(lambda command: " " * len(command[0]), words)
    place = 0
    for text in texts:
        end = place + len(text.text or "")
        fonts = text.getparent().find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
        if fonts is not None and printed[place:end].strip():
            yield fonts, words[place:end].strip()
        place = end


def first_of_theme(root: Any) -> tuple[int, str] | None:
    """The first paragraph below an element that prints words in a font of the theme, and these words."""
    for number, paragraph in enumerate(root.iter(qn("w:p")), 1):
        for fonts, words in set_by_hand(paragraph):
            if theme_font(fonts):
                return number, words
    return None
