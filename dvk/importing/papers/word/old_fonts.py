"""Runs in fonts of old encodings turned into Unicode, each by its own font."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from dvk.importing.papers.word.runs import BREAK, Run
from dvk.vietnamese.legacy_fonts import (
    SOME_FONT,
    Legacy,
    encoding_of_font,
    from_font,
    holds_modern_letters,
    legacy_encoding,
)


@dataclass(slots=True)
class Turned:
    """Which old encodings the runs of a file were turned from so far, the first met first.

    Args:
        encodings: the encodings.
        assumed: the old encoding of text in any other font; None where its font is right.
    """

    encodings: list[Legacy] = field(default_factory=list)
    assumed: Legacy | None = None

    def modern(self, runs: Sequence[Run]) -> list[Run]:
        """The runs of a paragraph in Unicode.

        A run with modern letters was typed in Unicode, whatever its font is. One without them that does not look
        old either goes with the others of its encoding in the paragraph.
        """
        found: list[Run] = []
        known = [self._with_old_font(run) for run in runs]
        typed = _typed_in_unicode(known)
        for run in _together(known):
            old = encoding_of_font(run.font)
            if old is None or run.text.isascii() or not _is_old(run.text, old, typed):
                found.append(run if old is None else replace(run, text=_cased(run)))
                continue
            if old not in self.encodings:
                self.encodings.append(old)
            found.append(replace(run, text=from_font(run.text, run.font)))
        return found

    def _with_old_font(self, run: Run) -> Run:
        if self.assumed is None or encoding_of_font(run.font):
            return run
        return replace(run, font=SOME_FONT[self.assumed])


def _typed_in_unicode(runs: Sequence[Run]) -> set[Legacy]:
    """The old encodings in whose fonts the paragraph holds modern letters."""
    return {old for run in runs if (old := encoding_of_font(run.font)) and holds_modern_letters(run.text)}


def _is_old(text: str, old: Legacy, typed: set[Legacy]) -> bool:
    if holds_modern_letters(text):
        return False
    return old not in typed or legacy_encoding(text) == old


def _cased(run: Run) -> str:
    """ASCII letters of a font of capitals are printed as capitals, too."""
    return from_font(run.text, run.font) if run.text.isascii() else run.text


def _together(runs: Sequence[Run]) -> Iterator[Run]:
    """Neighbours of one look and font as one run, for a letter of VNI may stand in two; ends of lines by themselves."""
    for (is_break, bold, italic, font), group in groupby(runs, _look):
        texts = [run.text for run in group]
        yield from (Run(text, bold, italic, font) for text in (texts if is_break else ["".join(texts)]))


def _look(run: Run) -> tuple[bool, bool, bool, str]:
    return run.text == BREAK, run.bold, run.italic, run.font
