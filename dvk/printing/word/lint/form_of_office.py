"""Whether a template has the parts of a document of its profile, each once and in order, and keeps its looks."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from docx.oxml.ns import qn

from dvk.printing.word.fonts import fonts_of, set_by_hand, theme_font
from dvk.printing.word.parts import Part, in_another_style, lacks, place_of, printed_by, style_of
from dvk.printing.word.typed import Typed, never_both, typed_tags, words_of

COMMANDS_STYLE = "thẻ"
_COMMANDS_ONLY = re.compile(r"\s*(?:\{%-?\s*(?!(?:p|tr|tc|r)\s)[^%]*%\}\s*)+")
_MOST_NAMED = 5

Found = tuple[str, int, str, dict[str, str]]
"""Code, paragraph, tag or words, and what else the sentence needs."""


def parts_found(root: Any, styles: Mapping[str, str], wanted: Sequence[Part]) -> Iterator[Found]:
    """Parts that the body lacks, that stand in the wrong order, and that are printed twice."""
    typed = typed_tags(root)
    for lack in lacks(root, styles, wanted):
        part = lack.part
        args = {"part_name": part["name"], "style": part["style"]}
        paragraph, tag = place_of(lack, typed)
        if lack.fault == "part_misplaced":
            yield "DVK509", paragraph, tag, args
        else:
            which = "in_another_style" if in_another_style(part, typed) else "no_paragraph"
            yield "DVK507", paragraph, tag, {**args, "which": which}
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
    others: list[tuple[int, str, set[str]]] = []
    for number, (paragraph, words) in enumerate(words_of(root), 1):
        if not words.strip():
            continue
        if _COMMANDS_ONLY.fullmatch(words):
            yield "DVK510", number, words.strip(), {}
        name = names.get(style_of(paragraph), "")
        if name not in known and name not in seen:
            seen.add(name)
            yield "DVK513", number, words.strip(), {"style": name or "Normal"}
        by_hand = list(set_by_hand(paragraph))
        yield from [("DVK512", number, said, {}) for set_, said in by_hand if theme_font(set_)][:1]
        others += [(number, said, other) for set_, said in by_hand if (other := fonts_of(set_) - fonts)]
    yield from _other_fonts(others)


def _other_fonts(others: Sequence[tuple[int, str, set[str]]]) -> Iterator[Found]:
    """All paragraphs with words in other fonts than the profile's as one: who set one by hand has set many."""
    if others:
        paragraph, words, _ = others[0]
        count = len({number for number, _, _ in others})
        named = ", ".join(sorted(set().union(*(fonts for _, _, fonts in others))))
        yield "DVK511", paragraph, words, {"font": named, "count": str(count)}


def styles_found(document: Any, fonts: set[str]) -> Iterator[dict[str, str]]:
    """The styles in use whose fonts are not those of the profiles, the usual one and what all begin with among them."""
    styles = document.styles.element
    used = {style_of(paragraph) for paragraph in document.element.body.iter(qn("w:p"))}
    found = {"docDefaults": _others(styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}"), fonts)}
    for style in styles.iterchildren(qn("w:style")):
        is_used = style.get(qn("w:default")) == "1" or style.get(qn("w:styleId")) in used
        if is_used and style.get(qn("w:type")) == "paragraph":
            name = style.find(qn("w:name"))
            found["" if name is None else name.get(qn("w:val"), "")] = _others(style, fonts)
    named = [name for name, others in found.items() if others]
    if named:
        font = ", ".join(sorted(set().union(*found.values())))
        yield {"style": ", ".join(named[:_MOST_NAMED]), "count": str(len(named)), "font": font}


def _others(style: Any, fonts: set[str]) -> set[str]:
    """The fonts of a style that are not among these; those of a theme have no name."""
    own = None if style is None else style.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
    return set() if own is None or theme_font(own) else fonts_of(own) - fonts


def _twice(typed: Sequence[Typed], styles: Mapping[str, str], part: Part) -> Iterator[Found]:
    style = styles.get(part["style"].casefold())
    printed = [tag for tag in typed if style_of(tag.element) == style and printed_by(tag) in part["tags"]]
    for number, tag in enumerate(printed):
        again = (printed_by(before) == printed_by(tag) and not never_both(before, tag) for before in printed[:number])
        if any(again):
            yield "DVK508", tag.paragraph, tag.text, {"part_name": part["name"]}
            return
