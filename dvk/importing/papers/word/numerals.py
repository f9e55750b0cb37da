"""Numbers in the numerals that Word offers for lists."""

_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_LARGEST_ROMAN = 3999
_LETTERS = 26
_MOST_LETTERS = 780
_BELOW_TEN = 10


def numeral(number: int, form: str) -> str:
    """A number as a level of a list writes it; plain digits for a form that is not known here.

    Args:
        number: the number.
        form: Word's name of the numerals, such as ``upperRoman``.
    """
    if form in {"lowerRoman", "upperRoman"} and 0 < number <= _LARGEST_ROMAN:
        return _cased(_roman(number), form)
    if form in {"lowerLetter", "upperLetter"} and 0 < number <= _MOST_LETTERS:
        return _cased(_letters(number), form)
    if form == "decimalZero" and 0 <= number < _BELOW_TEN:
        return f"0{number}"
    return "" if form == "none" else str(number)


def _cased(text: str, form: str) -> str:
    return text.lower() if form.startswith("lower") else text


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        text += sign * count
    return text


def _letters(number: int) -> str:
    """A … Z, AA, BB … ZZ, AAA, as Word counts on."""
    times, letter = divmod(number - 1, _LETTERS)
    return chr(ord("A") + letter) * (times + 1)
