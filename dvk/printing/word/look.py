"""A filled document in the look of a format profile: its styles, pages, page numbers, rules and rows of tables.

What a clerk formatted in Word by hand, a run or a paragraph, stays: Word lets it win over the style.
"""

from collections.abc import Mapping
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from dvk.printing.word.columns import fit_columns, rooms
from dvk.printing.word.ordered import child, put, switch
from dvk.printing.word.page_numbers import number_pages
from dvk.printing.word.pages import set_pages
from dvk.printing.word.parts import style_ids
from dvk.printing.word.rows import keep_rows
from dvk.printing.word.rules import draw_rules

_BLACK = "000000"
_THEMED = dict.fromkeys(("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"))


def dress(document: Document, look: Mapping[str, Any]) -> None:
    """Give a document the look of a profile, its styles aside: see ``dress_styles``.

    Args:
        document: the filled document.
        look: what ``printing.looks`` says of a profile.
    """
    ids = style_ids(document)
    before = rooms(document)
    set_pages(document, look["page"])
    fit_columns(document, before, {ids[name.casefold()]: styled for name, styled in look["styles"].items()})
    number_pages(document, ids["số trang"], look["page_number"])
    draw_rules(document, {name: ids[name.casefold()] for name in look["styles"]}, look)
    keep_rows(document, ids["đầu bảng"])


def dress_styles(document: Document, look: Mapping[str, Any]) -> None:
    """Give the styles of a document the look of a profile: the same for every document of a template."""
    ids = style_ids(document)
    styles = document.styles.element
    _set_font(_defaults(styles), look["font"])
    put(child(child(child(styles, "w:docDefaults"), "w:pPrDefault"), "w:pPr"), "w:widowControl", val=None)
    for name, wanted in look["styles"].items():
        _set_style(_style(styles, ids, name), wanted, look["font"])


def _style(styles: Any, ids: dict[str, str], name: str) -> Any:
    """The style of that name; made where a template has none."""
    key = name.casefold()
    if key in ids:
        return next(style for style in styles.iterchildren(qn("w:style")) if style.get(qn("w:styleId")) == ids[key])
    taken = {style.get(qn("w:styleId")) for style in styles.iterchildren(qn("w:style"))}
    ids[key] = name.replace(" ", "")
    while ids[key] in taken:
        ids[key] += "2"
    made = OxmlElement("w:style")
    is_words_own = key.startswith("heading ")
    for attribute, value in (
        ("type", "paragraph"),
        ("customStyle", "0" if is_words_own else "1"),
        ("styleId", ids[key]),
    ):
        made.set(qn(f"w:{attribute}"), value)
    put(made, "w:name", val=key if is_words_own else name)
    styles.append(made)
    return made


def _defaults(styles: Any) -> Any:
    return child(child(child(styles, "w:docDefaults"), "w:rPrDefault"), "w:rPr")


def _set_font(properties: Any, font: str) -> None:
    put(properties, "w:rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font, **_THEMED)


def _set_style(style: Any, look: Mapping[str, Any], font: str) -> None:
    words, lines = child(style, "w:rPr"), child(style, "w:pPr")
    _set_font(words, font)
    for tag, key in (("w:b", "bold"), ("w:bCs", "bold"), ("w:i", "italic"), ("w:iCs", "italic"), ("w:caps", "caps")):
        switch(words, tag, on=look[key])
    put(words, "w:color", val=_BLACK, themeColor=None, themeTint=None, themeShade=None)
    put(words, "w:sz", val=look["size"])
    put(words, "w:szCs", val=look["size"])
    switch(lines, "w:keepNext", on=look["keep_next"])
    switch(lines, "w:widowControl", on=True)
    gaps = {"before": look["before"], "after": look["after"], "line": look["line"], "lineRule": "auto"}
    put(lines, "w:spacing", **gaps, beforeAutospacing=None, afterAutospacing=None)
    put(lines, "w:ind", firstLine=look["first_line"], hanging=None, firstLineChars=None, hangingChars=None)
    put(lines, "w:jc", val=look["align"])
