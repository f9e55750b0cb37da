"""The runs of a paragraph in the order in which they are printed: results of fields, no codes, nothing hidden."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from dvk.importing.papers.word.names import ALTERNATE, CHOICE, FALLBACK, MATH_TEXT, local, w
from dvk.importing.papers.word.styles import Look, Styles

BREAK = "\n"
"""The text of a run that ends a line inside a paragraph."""

SOFT_HYPHEN = "\xad"
"""Not printed, but in an old font the letter ư."""

_AROUND_RUNS = {
    "hyperlink",
    "smartTag",
    "sdt",
    "sdtContent",
    "customXml",
    "fldSimple",
    "dir",
    "bdo",
    "ruby",
    "rubyBase",
}
_TEXTS = {"noBreakHyphen": "-", "softHyphen": SOFT_HYPHEN, "tab": "\t", "ptab": "\t", "br": BREAK, "cr": BREAK}
_SIGNS = dict(
    zip(
        b"\xb7\xa7\xb3\xa3\xb4\xb0\xb1\xb9\xae\x2d\xd8\xfc\xfe\xfd\xa8\x6f\x6e\xe0\x76",
        "•▪≥≤×°±≠→-➢✓☑☒□□■→❖",
        strict=True,
    )
)
"""Of the fonts Symbol and Wingdings."""
_UNKNOWN_SIGN = "□"
_PRIVATE = 0xF000


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look in one font; ``BREAK`` alone ends a line."""

    text: str
    bold: bool = False
    italic: bool = False
    font: str = ""


@dataclass(slots=True)
class Fields:
    """The fields that are open where the reading is: a field begins in one paragraph and may end in another."""

    results: list[bool] = field(default_factory=list)

    @property
    def visible(self) -> bool:
        """Whether what stands here is the result of every field around it, and not its code."""
        return all(self.results)

    def meet(self, kind: str | None) -> None:
        """Take notice of a mark: a field begins, its result begins, or it ends."""
        if kind == "begin":
            self.results.append(False)
        elif kind == "separate" and self.results:
            self.results[-1] = True
        elif kind == "end" and self.results:
            self.results.pop()


def runs_of(paragraph: Any, look: Look, styles: Styles, fields: Fields) -> list[Run]:
    """The runs of a paragraph whose style has that look."""
    found: list[Run] = []
    for element in _run_elements(paragraph):
        if element.tag == MATH_TEXT:
            found.append(Run(element.text or ""))
            continue
        own = styles.run_look(element.find(w("rPr")), look)
        texts = list(_texts(element, fields))
        if not own.hidden:
            found += [Run(text, bool(own.bold), bool(own.italic), own.font or "") for text in texts]
    return found


def text_boxes(element: Any) -> Iterator[Any]:
    """The contents of the text boxes anchored in a paragraph; those written twice, for old and new Word, once."""
    for child in element:
        name = local(child)
        if name == "txbxContent":
            yield child
        elif child.tag == ALTERNATE:
            yield from text_boxes(chosen(child))
        else:
            yield from text_boxes(child)


def chosen(alternatives: Any) -> Any:
    """The way to write something that new Word takes, or what stands there for others."""
    for name in (CHOICE, FALLBACK):
        found = alternatives.find(name)
        if found is not None and len(found):
            return found
    return ()


def _run_elements(element: Any) -> Iterator[Any]:
    for child in element:
        name = local(child)
        if name == "r" or child.tag == MATH_TEXT:
            yield child
        elif name in _AROUND_RUNS:
            yield from _run_elements(child)
        elif child.tag == ALTERNATE:
            yield from _run_elements(chosen(child))
        elif not name and isinstance(child.tag, str):  # formulas: letters inside many layers
            yield from child.iter(MATH_TEXT)


def _texts(run: Any, fields: Fields) -> Iterator[str]:
    for child in run:
        name = local(child)
        if name == "fldChar":
            fields.meet(child.get(w("fldCharType")))
        elif child.tag == ALTERNATE:
            yield from _texts(chosen(child), fields)
        elif name == "ruby":
            for inner in _run_elements(child):
                yield from _texts(inner, fields)
        elif fields.visible:
            text = _text(child, name)
            if text:
                yield text


def _text(element: Any, name: str) -> str:
    if name == "t":
        kept = element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
        text = str(element.text or "").replace("\n", " ").replace("\t", " ").replace("\r", " ")
        return text if kept else text.strip(" ")
    if name == "sym":
        return _sign(element.get(w("char"), ""))
    return _TEXTS.get(name, "")


def _sign(code: str) -> str:
    """A sign of a font of signs; one that is not known is a box, as where the font is missing."""
    try:
        number = int(code, 16)
    except ValueError:
        return _UNKNOWN_SIGN
    return _SIGNS.get(number - _PRIVATE if number >= _PRIVATE else number, _UNKNOWN_SIGN)
