"""Mistakes as people make them, in a few of a thousand reports."""

from collections.abc import Callable
from random import Random
from unicodedata import normalize

_SPOILERS: tuple[Callable[[str], str], ...] = (
    lambda text: text.replace("indicator: luot-nguoi\n    value: ", "indicator: luot-nguoi\n    value: 3.6 # ", 1),
    lambda text: text.replace("strengths:", "uu_diem:", 1),
    lambda text: text.replace("indicator: nha-nhan-ai", "indicator: nha-nhan-aj", 1),
    lambda text: text.replace("#bao-cao-", "#bao-cao-so-", 1),
    lambda text: text.replace("unit: ", "unit: x", 1),
    lambda text: text.replace("limits:", "strengths:", 1),
    lambda text: text.replace("own:\n", "own:\n - indicator: [\n", 1),
    lambda text: text.replace("submitted: ", "submitted: 31/", 1),
    lambda text: normalize("NFD", text),
)


def spoiled(text: str, path: str, seed: int, of_a_thousand: int) -> str:
    """The text, or in so many of a thousand cases the text with one mistake in it."""
    rng = Random(f"{seed}/{path}/mistake")
    return rng.choice(_SPOILERS)(text) if rng.random() * 1000 < of_a_thousand else text
