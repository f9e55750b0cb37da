"""Numbers as Vietnamese offices write them: a dot between groups of three digits, a comma before decimals.

Whatever the English habit would read differently is refused, with the spellings that are clear.
"""

import re
from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

from dvk.vietnamese.misread import Misread, readable, readable_or_near
from dvk.vietnamese.text import tidied

MOST_DIGITS = 15
"""Digits that a whole part, decimals, or an amount in đồng may have: exact also in a spreadsheet."""

_SPACE = " \u00a0\u202f"
_WHOLE = rf"(?:[0-9]+|[1-9][0-9]{{0,2}}(?:(?:\.[0-9]{{3}})+|(?:[{_SPACE}][0-9]{{3}})+))"
_COUNT = re.compile(_WHOLE)
_DECIMAL = re.compile(rf"({_WHOLE})(?:,([0-9]+))?")
_COMMA_GROUPS = re.compile(r"([1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.([0-9]+))?")
_ONE_COMMA_GROUP = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
_DOT_DECIMALS = re.compile(r"([0-9]+)\.([0-9]+)")
_DIGITS_AND_SIGNS = re.compile(rf"[0-9][0-9.,{_SPACE}]*")
_WITH_WORDS = re.compile(rf"([0-9][0-9.,{_SPACE}]*?)\s+[^\W\d_].*")
_SEPARATOR = re.compile(rf"[.,{_SPACE}]")
_LONG_MINUS = "\u2212\u2013\u2014"
_BOUND = re.compile(
    r"^(?:(?:khoảng|chừng|ước|trên|dưới|hơn|gần|ít nhất|nhiều nhất|tối thiểu|tối đa|không quá|không dưới"
    r"|khoang|chung|uoc|tren|duoi|hon|gan|it nhat|nhieu nhat|toi thieu|toi da|khong qua|khong duoi)\s+"
    r"|[~≈≥≤<>]=?\s*)|\s+(?:trở|tro) (?:lên|xuống|len|xuong)$",
    re.IGNORECASE,
)

_Readings = tuple[str, tuple[str, ...]]


class _Form(NamedTuple):
    """A form of number: its name, its reader, and how a text that it refuses may have been meant."""

    kind: str
    parse: Callable[[str], object]
    readings: Callable[[str], _Readings | None]


def parse_count(text: str) -> int:
    """Read a number of things, 0 or more: ``3000``, ``3.000``, ``3 000``, ``01``.

    Raises:
        Misread: of kind ``count``; ``3.6`` and ``3,000`` among others could mean two things.
    """
    if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS:
        return int(text)
    wanted = tidied("count", text)
    if not _COUNT.fullmatch(wanted):
        raise _refused(_Form("count", parse_count, _count_readings), text, wanted)
    return int(_within_limit("count", text, digits_of(wanted)))


def parse_decimal(text: str) -> Fraction:
    """Read a number with or without decimals, exactly: ``2,5``, ``1.234,56``, ``-0,125``.

    Raises:
        Misread: of kind ``decimal``; ``2.5`` and ``3,600`` among others could mean two things.
    """
    wanted = tidied("decimal", text)
    found = _DECIMAL.fullmatch(wanted.removeprefix("-"))
    if found is None or _ONE_COMMA_GROUP.fullmatch(found[0]):
        raise _refused(_Form("decimal", parse_decimal, _decimal_readings), text, wanted)
    whole = _within_limit("decimal", text, digits_of(found[1]))
    decimals = _within_limit("decimal", text, found[2] or "")
    value = Fraction(int(whole + decimals), 10 ** len(decimals))
    return -value if wanted.startswith("-") else value


def parse_percent(text: str) -> Fraction:
    """Read a percentage in points, with or without its sign: ``93 %`` and ``93`` are 93.

    Raises:
        Misread: of kind ``percent``, for the same reasons as a decimal.
    """
    wanted = tidied("percent", text)
    amount = wanted.removesuffix("%").rstrip()
    try:
        return parse_decimal(amount)
    except Misread as wrong:
        raise wrong.inside("percent", text, after=wanted[len(amount) :]) from None


def format_number(value: int | Fraction, places: int = 2) -> str:
    """Write a number with dots and a comma, to at most ``places`` decimals, halves away from zero.

    Zeros at the end of the decimals are dropped. With three decimals ``parse_decimal`` may refuse the result.
    """
    scaled = abs(Fraction(value)) * 10**places
    nearest = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    whole, decimals = divmod(nearest, 10**places)
    tail = f"{decimals:0{places}}".rstrip("0") if places else ""
    sign = "-" if value < 0 and nearest else ""
    return f"{sign}{grouped(str(whole))}{',' if tail else ''}{tail}"


def grouped(digits: str) -> str:
    """Plain digits with a dot before every third from the right: ``3000`` is ``3.000``."""
    return f"{int(digits):,}".replace(",", ".")


def digits_of(number: str) -> str:
    """The digits of a number without what separates them."""
    return _SEPARATOR.sub("", number)


def without_bound(text: str) -> str | None:
    """The amount alone in ``khoảng 600 triệu`` or ``3 trở lên``; None where no bound is written."""
    alone = _BOUND.sub("", text).strip()
    return None if alone == text else alone


def as_thousands(number: str) -> tuple[str, ...]:
    """Spellings of a refused number if its signs part thousands: ``3,600`` and ``3.6`` are 3600."""
    digits = digits_of(number)
    dotted = _DOT_DECIMALS.fullmatch(number)
    if dotted and len(dotted[1]) <= 3 and not dotted[1].startswith("0"):  # noqa: PLR2004 - a group has three digits
        digits = dotted[1] + dotted[2].ljust(3, "0")
    elif not _COMMA_GROUPS.fullmatch(number) or "." in number:
        return ()
    return digits, grouped(digits)


def as_decimals(number: str) -> str | None:
    """The clear spelling of a number if its last sign parts decimals: ``2.5`` and ``2,500`` are ``2,5``."""
    if _ONE_COMMA_GROUP.fullmatch(number):
        whole, _, decimals = number.partition(",")
        decimals = decimals.rstrip("0")
        filled = f"{decimals}0" if len(decimals) == 3 else decimals  # noqa: PLR2004 - three would be doubtful again
        return f"{whole},{filled}" if filled else whole
    english = _DOT_DECIMALS.fullmatch(number) or _COMMA_GROUPS.fullmatch(number)
    if english and english[2]:
        return f"{english[1].replace(',', '.')},{english[2]}"
    return number if _DECIMAL.fullmatch(number) else None


def _count_readings(wanted: str) -> _Readings | None:
    if _COMMA_GROUPS.fullmatch(wanted) and "." not in wanted:
        return "ambiguous", as_thousands(wanted)
    decimal = as_decimals(wanted)
    if decimal is None:
        return _wrong_groups(wanted)
    whole, _, decimals = decimal.partition(",")
    below = int(digits_of(whole))
    either = (str(below), str(below + 1) if decimals.strip("0") else str(below))
    return "ambiguous" if _DOT_DECIMALS.fullmatch(wanted) else "not_whole", either + as_thousands(wanted)


def _decimal_readings(wanted: str) -> _Readings | None:
    body = wanted.removeprefix("-")
    found = _unsigned_readings(body)
    sign = wanted[: len(wanted) - len(body)]
    return found and (found[0], tuple(f"{sign}{spelling}" for spelling in found[1]))


def _unsigned_readings(body: str) -> _Readings | None:
    decimal = as_decimals(body)
    if decimal is None:
        thousands = as_thousands(body)
        return ("ambiguous", thousands) if thousands else _wrong_groups(body)
    only_decimal = body.startswith("0") or {",", "."} <= set(body)
    return "ambiguous", (decimal,) if only_decimal else (decimal, digits_of(body))


def _wrong_groups(wanted: str) -> _Readings | None:
    if not _DIGITS_AND_SIGNS.fullmatch(wanted):
        return None
    whole, _, decimals = wanted.partition(",") if wanted.count(",") == 1 else (wanted, "", "")
    tail = f",{decimals}" if decimals else ""
    digits = digits_of(whole)
    return "group_of_three", (f"{digits}{tail}", f"{grouped(digits)}{tail}")


def _refused(form: _Form, text: str, wanted: str) -> Misread:
    reason, spellings = form.readings(wanted) or _surroundings(wanted) or ("not_a_number", ())
    if reason == "has_bound":
        return Misread(form.kind, text, reason, readable_or_near(form.parse, spellings[0]))
    return Misread(form.kind, text, reason, readable(form.parse, spellings))


def _surroundings(wanted: str) -> _Readings | None:
    """What stands before or after a number and does not belong to it."""
    alone = without_bound(wanted)
    if alone is not None:
        return "has_bound", (alone,)
    if wanted[0] == "-":
        return "negative", ()
    if wanted[0] in _LONG_MINUS:
        return "negative", (f"-{wanted[1:]}",)
    if wanted[0] == "+":
        return "sign", (wanted[1:],)
    with_words = _WITH_WORDS.fullmatch(wanted)
    return ("has_words", (with_words[1],)) if with_words else None


def _within_limit(kind: str, text: str, digits: str) -> str:
    if len(digits.lstrip("0")) > MOST_DIGITS:
        raise Misread(kind, text, "too_large")
    return digits
