"""The parsers of what one scalar says: numbers, money, per cents, days, hours, periods, numbers of documents."""

import re
from collections.abc import Callable, Iterator

from fuzz.seeding import documents, papers

from dvk import periods, values
from dvk.vietnamese import dates, document_number, legacy_fonts, money, numbers, text
from dvk.vietnamese.amount_words import amount_in_words
from dvk.vietnamese.misread import Misread

LONGEST = 20_000
PACKAGES = ("dvk/vietnamese/*", "dvk/values.py", "dvk/periods.py")
PARSERS: tuple[Callable[[str], object], ...] = (
    *(numbers.parse_count, numbers.parse_decimal, numbers.parse_percent, money.parse_money),
    *(dates.parse_date, dates.parse_month_day, dates.parse_end_date, dates.parse_time),
    *(dates.parse_moment, dates.parse_month_day_moment, document_number.parse_document_number, text.parse_yes_no),
    *(periods.parse_period, periods.parse_year_part, values.read_period_or_part, values.read_years),
    *(values.read_figure, values.read_slug, values.read_folder, values.read_reference, values.read_day),
    *(values.read_end_day, values.read_measure, values.read_sign_or_share, values.read_days, values.read_text),
)
_GIVE_BACK: tuple[tuple[Callable[[str], object], Callable[..., str]], ...] = (
    (numbers.parse_count, numbers.format_number),
    (money.parse_money, money.format_money),
    (dates.parse_date, dates.format_date),
    (periods.parse_period, str),
    (periods.parse_year_part, str),
    (document_number.parse_document_number, str),
    (values.read_reference, str),
)
"""What prints a value so that the parser gives the same value again."""


def seeds() -> Iterator[bytes]:
    """The values of documents and the short stretches of papers that have a digit."""
    found = {
        value.strip(" \"'")
        for data in [*(data for _, data in documents()), *papers()]
        for line in data.decode("utf-8", "ignore").splitlines()
        for value in re.split(r"[:;(]\s|,\s", line)
        if any(sign.isdigit() for sign in value)
    }
    yield from (b"\x00" + value.encode() for value in sorted(found) if len(value) < 60)


def one(data: bytes) -> None:
    """Give the text to every parser: a value comes back, or a refusal whose spellings the parser takes."""
    typed = data[1:].decode("utf-8", "surrogateescape" if data[:1] == b"s" else "replace")
    for parse in PARSERS:
        _parsed(parse, typed)
    for parse, shown in _GIVE_BACK:
        value = _parsed(parse, typed)
        assert value is None or parse(shown(value)) == value, f"{parse.__name__}: {value!r} is not given back"
    amount = _parsed(money.parse_money, typed)
    assert not isinstance(amount, int) or amount_in_words(amount).endswith("đồng")
    text.fold(typed), text.slug(typed), text.sort_key(typed), text.nearest(typed, ("15/5", "nguoi"))
    legacy_fonts.legacy_encoding(typed)


def _parsed(parse: Callable[[str], object], typed: str) -> object:
    try:
        return parse(typed)
    except Misread as refused:
        offered = refused.clear
    assert all(len(clear) < len(typed) + 200 for clear in offered), "a remedy longer than what was typed"
    return None
