"""Runs of ours as runs of Word."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.run import Run as WordRun

from dvk.printing.word.markdown import Runs


def word_runs(runs: Runs, like: Any) -> Iterator[Any]:
    """Word's runs for ours, in the look of another run; ``like`` is None where the style of the paragraph says it."""
    look = like.find(qn("w:rPr")) if like is not None else None
    for run in runs:
        made = OxmlElement("w:r")
        if look is not None:
            made.append(deepcopy(look))
        text = OxmlElement("w:t")
        set_text(text, run.text)
        made.append(text)
        word = WordRun(made, None)  # type: ignore[arg-type]
        if run.bold:
            word.bold = True
        if run.italic:
            word.italic = True
        yield made


def bold(paragraph: Any) -> None:
    """Make all runs of a paragraph bold."""
    for run in paragraph.r_lst:
        WordRun(run, paragraph).bold = True


def set_text(element: Any, text: str) -> None:
    """Give a ``w:t`` a text whose spaces at the ends count."""
    element.text = text
    element.set(qn("xml:space"), "preserve")


def said(element: Any) -> str:
    """The words of an element; a hyphen at which no line may end is like any other."""
    nodes = element.iter(qn("w:t"), qn("w:noBreakHyphen"))
    return "".join("-" if node.tag == qn("w:noBreakHyphen") else node.text or "" for node in nodes)
