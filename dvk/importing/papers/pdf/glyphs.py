"""The letters of a page with their places, as its instructions draw them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple, TypeAlias

from dvk.importing.papers.pdf.fonts import Font, font_of, get
from dvk.importing.papers.pdf.rulings import Rulings
from dvk.importing.papers.unreadable import too_large

_MOST_GLYPHS = 1_000_000
_MOST_FORMS = 2_000
_DEEPEST_FORM = 5
_DEEPEST_STATE = 200
_Matrix: TypeAlias = tuple[float, float, float, float, float, float]
_STILL: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Glyph(NamedTuple):
    """A letter: where it begins and ends on its base line, how large it is, which way it runs, and what it says.

    ``turned`` counts quarter turns against the clock; ``x`` runs along the text, ``y`` up from it.
    """

    x: float
    y: float
    end: float
    size: float
    turned: int
    text: str
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True)
class _State:
    """What ``q`` keeps and ``Q`` brings back."""

    place: _Matrix = _STILL
    font: Font = field(default_factory=Font)
    size: float = 1.0
    letter_gap: float = 0.0
    word_gap: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


@dataclass(slots=True)
class Page:
    """The drawing of one page, and of the forms on it."""

    reader: Any
    state: _State = field(default_factory=_State)
    kept: list[_State] = field(default_factory=list)
    text: _Matrix = _STILL
    line: _Matrix = _STILL
    marked: list[bool] = field(default_factory=list)
    forms: int = 0
    drawn: int = 0
    fonts: dict[int, tuple[Any, Font]] = field(default_factory=dict)
    rulings: Rulings = field(default_factory=Rulings)

    def glyphs(self, contents: Any, resources: Any, depth: int = 0) -> Iterator[Glyph]:
        """The letters that instructions draw.

        Args:
            contents: the stream of instructions.
            resources: what they name: fonts and forms.
            depth: how many forms it is inside of.
        """
        from pypdf.generic import ContentStream

        for operands, operator in ContentStream(contents, self.reader).operations:
            name = operator.decode("latin-1") if isinstance(operator, bytes) else str(operator)
            if name == "Do":
                yield from self._form(operands, resources, depth)
            elif name in _SHOWING:
                yield from self._shown(name, operands)
            elif name == "Tf":
                self._set_font(operands, resources)
            else:
                self._obey(name, operands)

    def _form(self, operands: Any, resources: Any, depth: int) -> Iterator[Glyph]:
        form = get(get(resources, "/XObject", dict), str(operands[0]), dict)
        self.forms += 1
        if get(form, "/Subtype", str) != "/Form" or depth >= _DEEPEST_FORM or self.forms > _MOST_FORMS:
            return
        outside, kept = self.state, self.kept
        matrix = get(form, "/Matrix", list)
        self.state, self.kept = replace(outside, place=_times(_matrix(matrix), outside.place)), []
        yield from self.glyphs(form, get(form, "/Resources", dict) or resources, depth + 1)
        self.state, self.kept = outside, kept

    def _set_font(self, operands: Any, resources: Any) -> None:
        resource = get(get(resources, "/Font", dict), str(operands[0]), dict)
        if id(resource) not in self.fonts:
            self.fonts[id(resource)] = resource, font_of(resource)
        self.state = replace(self.state, font=self.fonts[id(resource)][1], size=float(operands[1]))

    def _obey(self, name: str, operands: Any) -> None:
        if name in {"BMC", "BDC"}:
            self.marked.append(_is_of_page(operands))
        elif name == "EMC" and self.marked:
            self.marked.pop()
        elif name == "q" and len(self.kept) < _DEEPEST_STATE:
            self.kept.append(self.state)
        elif name == "Q" and self.kept:
            self.state = self.kept.pop()
        elif name == "cm":
            self.state = replace(self.state, place=_times(_matrix(operands), self.state.place))
        elif name in _SETTINGS:
            setting, scale = _SETTINGS[name]
            self.state = replace(self.state, **{setting: float(operands[0]) * scale})  # type: ignore[arg-type]
        else:
            self._move(name, operands)

    def _move(self, name: str, operands: Any) -> None:
        if name == "BT":
            self.text = self.line = _STILL
        elif name == "Tm":
            self.text = self.line = _matrix(operands)
        elif name in {"Td", "TD"}:
            x, y = float(operands[0]), float(operands[1])
            self.state = replace(self.state, leading=-y) if name == "TD" else self.state
            self._next_line(x, y)
        elif name == "T*":
            self._next_line(0.0, -self.state.leading)
        elif not any(self.marked):
            self.rulings.obey(name, operands, self.state.place)

    def _next_line(self, x: float, y: float) -> None:
        self.text = self.line = _times((1.0, 0.0, 0.0, 1.0, x, y), self.line)

    def _shown(self, name: str, operands: Any) -> Iterator[Glyph]:
        if name == '"':
            self.state = replace(self.state, word_gap=float(operands[0]), letter_gap=float(operands[1]))
        if name in {"'", '"'}:
            self._next_line(0.0, -self.state.leading)
        for part in operands[0] if name == "TJ" else operands[-1:]:
            if isinstance(part, int | float):
                self._advance(-float(part) / 1000 * self.state.size * self.state.stretch)
            else:
                yield from self._letters(_codes(part))

    def _letters(self, codes: bytes) -> Iterator[Glyph]:
        state = self.state
        for text, width, is_space in state.font.read(codes):
            step = (width * state.size + state.letter_gap + (state.word_gap if is_space else 0.0)) * state.stretch
            self.drawn += 1
            if self.drawn > _MOST_GLYPHS:
                raise too_large("too_much_text")
            if not any(self.marked):
                yield _glyph(text, width * state.size * state.stretch, state, _times(self.text, state.place))
            self._advance(step)

    def _advance(self, step: float) -> None:
        self.text = _times((1.0, 0.0, 0.0, 1.0, step, 0.0), self.text)


_SHOWING = {"Tj", "TJ", "'", '"'}
_SETTINGS = {
    "Tc": ("letter_gap", 1.0),
    "Tw": ("word_gap", 1.0),
    "Tz": ("stretch", 0.01),
    "TL": ("leading", 1.0),
    "Ts": ("rise", 1.0),
}


def _glyph(text: str, width: float, state: _State, place: _Matrix) -> Glyph:
    a, b, c, d, e, f = place
    e, f = e + state.rise * c, f + state.rise * d
    turned = (0 if a > 0 else 2) if abs(a) >= abs(b) else (1 if b > 0 else 3)
    x, y = ((e, f), (f, -e), (-e, -f), (-f, e))[turned]
    along, upwards = (a * a + b * b) ** 0.5, (c * c + d * d) ** 0.5
    return Glyph(x, y, x + width * along, state.size * upwards, turned, text, state.font.bold, state.font.italic)


def _is_of_page(operands: Any) -> bool:
    """Whether what is marked is a header or footer of the page."""
    if str(operands[0]) != "/Artifact" or len(operands) == 1 or not isinstance(operands[1], dict):
        return False
    return bool(get(operands[1], "/Type", str) == "/Pagination")


def _codes(part: Any) -> bytes:
    found = getattr(part, "original_bytes", part)
    return found if isinstance(found, bytes) else b""


def _matrix(values: Any) -> _Matrix:
    numbers = [float(value) for value in values[:6]]
    return (*numbers,) if len(numbers) == len(_STILL) else _STILL  # type: ignore[return-value]


def _times(first: _Matrix, second: _Matrix) -> _Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)
