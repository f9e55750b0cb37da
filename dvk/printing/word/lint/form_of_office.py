"""Whether a template has the parts of a document of its profile, each once and in order, and keeps its looks."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from docx.oxml.ns import qn

from dvk.printing.word.lint.typed import Typed, never_both, typed_tags, words_of
from dvk.printing.word.parts import Part, lacks, style_of, tag_of

COMMANDS_STYLE = "thẻ"
_COMMANDS_ONLY = re.compile(r"\s*(?:\{%-?\s*(?!(?:p|tr|tc|r)\s)[^%]*%\}\s*)+")
_PRINTED = re.compile(r"\{\{-?\s*(?:r\s+)?([\w.]+)")
_THEMES = tuple(qn(f"w:{name}") for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"))
_FONTS = tuple(qn(f"w:{name}") for name in ("ascii", "hAnsi"))

Found = tuple[str, int, str, dict[str, str]]
"""Code, paragraph, tag or words, and what else the sentence needs."""


def parts_found(root: Any, styles: Mapping[str, str], wanted: Sequence[Part]) -> Iterator[Found]:
    """Parts that the body lacks, that stand in the wrong order, and that are printed twice."""
    typed = typed_tags(root)
    for lack in lacks(root, styles, wanted):
        part = lack.part
        args = {"part_name": part["name"], "style": part["style"]}
        if lack.fault == "part_misplaced":
            yield "DVK509", lack.paragraph, _first_tag(typed, lack.paragraph, part), args
            continue
        elsewhere = next((tag for tag in typed if _printed_by(tag) in part["tags"]), None)
        paragraph = elsewhere.paragraph if elsewhere else lack.paragraph
        yield "DVK507", paragraph, tag_of(part), {**args, "which": "in_another_style" if elsewhere else "no_paragraph"}
    for part in wanted:
        yield from _twice(typed, styles, part)


def looks_found(root: Any, styles: Mapping[str, str], known: set[str], fonts: set[str]) -> Iterator[Found]:
    """What is set by hand otherwise than the profile does: fonts, styles of no part, and paragraphs left empty.

    Args:
        root: the body.
        styles: id of each style, by its name in small letters.
        known: names of the styles that are parts, in small letters.
        fonts: the fonts of the profiles.
    """
    names = {style: name for name, style in styles.items()}
    seen: set[str] = set()
    for number, (paragraph, words) in enumerate(words_of(root), 1):
        if not words.strip():
            continue
        if _COMMANDS_ONLY.fullmatch(words):
            yield "DVK510", number, words.strip(), {}
        name = names.get(style_of(paragraph), "")
        if name not in known and name not in seen:
            seen.add(name)
            yield "DVK513", number, words.strip(), {"style": name or "Normal"}
        yield from _fonts(paragraph, number, fonts, seen)


def theme_font(runs: Any) -> bool:
    """Whether the fonts of a run or a style are those of a theme, which are others on every machine."""
    return any(runs.get(theme) is not None for theme in _THEMES)


def _fonts(paragraph: Any, number: int, fonts: set[str], seen: set[str]) -> Iterator[Found]:
    for run in paragraph.iter(qn("w:r")):
        set_by_hand = run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
        words = "".join(text.text or "" for text in run.iter(qn("w:t"))).strip()
        if set_by_hand is None or not words:
            continue
        if theme_font(set_by_hand):
            yield "DVK512", number, words, {}
            return
        other = {set_by_hand.get(name) for name in _FONTS} - fonts - {None}
        for font in sorted(other - seen):
            seen.add(font)
            yield "DVK511", number, words, {"font": font}


def _twice(typed: Sequence[Typed], styles: Mapping[str, str], part: Part) -> Iterator[Found]:
    style = styles.get(part["style"].casefold())
    printed = [tag for tag in typed if style_of(tag.element) == style and _printed_by(tag) in part["tags"]]
    for number, tag in enumerate(printed):
        again = (_printed_by(before) == _printed_by(tag) and not never_both(before, tag) for before in printed[:number])
        if any(again):
            yield "DVK508", tag.paragraph, tag.text, {"part_name": part["name"]}
            return


def _first_tag(typed: Sequence[Typed], paragraph: int, part: Part) -> str:
    return next((tag.text for tag in typed if tag.paragraph == paragraph), tag_of(part))


def _printed_by(tag: Typed) -> str:
    found = _PRINTED.match(tag.text)
    return found[1] if found else ""
