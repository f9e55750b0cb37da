"""What the head of a document looks like in each line of organisations.

A first set of values; that of another line, or of another year, is another entry.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """The head of a document.

    Args:
        heading: the first line on the right.
        motto: the line below it; "" where there is none.
        below_left: what stands under the issuing body.
        below_right: what stands under heading and motto.
        number_label: what stands before number and symbol.
    """

    heading: str
    motto: str
    below_left: str
    below_right: str
    number_label: str


_RULE = "_______"
_LONG_RULE = "______________________"
_STATE = Form("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", _RULE, _LONG_RULE, "Số:")
"""Decree 30/2020, annex I; offices of the Front write alike."""

_FORMS = {
    # Guideline 29-HD/TWĐTN-VP of 2013.
    "youth-union": Form("ĐOÀN TNCS HỒ CHÍ MINH", "", "***", _LONG_RULE, "Số:"),
    # Guideline 36-HD/VPTW of 2018.
    "party": Form("ĐẢNG CỘNG SẢN VIỆT NAM", "", "*", _LONG_RULE, "Số"),
}


def form_of(line: str) -> Form:
    """The form of a line of organisations; that of the State for every line without one of its own."""
    return _FORMS.get(line, _STATE)
