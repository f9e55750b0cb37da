"""Children of Word's elements put where its schema wants them: an order that Word insists on."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

_ORDERS = {
    "w:pPr": (
        *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr"),
        *("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct"),
        *("topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind"),
        *("contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment"),
        *("textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
    ),
    "w:rPr": (
        *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow"),
        *("emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern"),
        *("position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs"),
        *("em", "lang", "eastAsianLayout", "specVanish", "oMath"),
    ),
    "w:style": (
        *("name", "aliases", "basedOn", "next", "link", "autoRedefine", "hidden", "uiPriority", "semiHidden"),
        *("unhideWhenUsed", "qFormat", "locked", "personal", "personalCompose", "personalReply", "rsid", "pPr", "rPr"),
        *("tblPr", "trPr", "tcPr", "tblStylePr"),
    ),
    "w:sectPr": (
        *("headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc"),
        *("pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote", "titlePg"),
        *("textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings", "sectPrChange"),
    ),
    "w:docDefaults": ("rPrDefault", "pPrDefault"),
    "w:rPrDefault": ("rPr",),
    "w:pPrDefault": ("pPr",),
    "w:styles": ("docDefaults", "latentStyles", "style"),
    "w:p": ("pPr",),
    "w:pBdr": ("top", "left", "bottom", "right", "between", "bar"),
    "w:tr": ("tblPrEx", "trPr", "tc"),
    "w:tcPr": ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "vAlign"),
    "w:trPr": ("cnfStyle", "cantSplit", "trHeight", "tblHeader", "tblCellSpacing", "jc", "hidden"),
}
_RANKS = {qn(tag): {qn(f"w:{name}"): rank for rank, name in enumerate(names)} for tag, names in _ORDERS.items()}


def child(parent: Any, tag: str) -> Any:
    """The child of that tag; made, in its place, where there is none."""
    found = parent.find(qn(tag))
    if found is None:
        found = OxmlElement(tag)
        ranks = _RANKS[parent.tag]
        mine, last = ranks[found.tag], len(ranks)
        after = next((other for other in parent if ranks.get(other.tag, last) > mine), None)
        if after is None:
            parent.append(found)
        else:
            after.addprevious(found)
    return found


def put(parent: Any, tag: str, **values: object) -> Any:
    """The child of that tag with these attributes, others left as they are; None takes an attribute away."""
    found = child(parent, tag)
    for name, value in values.items():
        if value is None:
            found.attrib.pop(qn(f"w:{name}"), None)
        else:
            found.set(qn(f"w:{name}"), str(value))
    return found


def switch(parent: Any, tag: str, *, on: bool) -> None:
    """A switch such as bold said on or off, whatever stood there."""
    put(parent, tag, val=None if on else "0")
