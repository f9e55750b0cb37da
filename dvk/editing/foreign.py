"""How other parsers type a plain scalar, and where that is what dvk means by it.

A union of YAML 1.1 as PyYAML and ruamel.yaml read it, and of the core schema of YAML 1.2: what only one of them types
is not clear either.
"""

import re

_NUMBER = (
    r"[-+]?(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9_]+)(?:[eE][-+]?[0-9]+)?|[-+][0-9_]+"
    r"|[-+]?0[bo][0-7_]+|[-+]?0x[0-9a-fA-F_]+"
    r"|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_MOMENT = (
    r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?"
    r"(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::?[0-9]{2})?))?"
)
_YES_NO = r"yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE"
_OTHER = r"on|On|ON|off|Off|OFF|[yYnN]|~|null|Null|NULL||=|<<"
_TYPED = re.compile(f"{_NUMBER}|{_DAY}|{_MOMENT}|{_YES_NO}|{_OTHER}")

_DIGITS = re.compile(r"0|-?[1-9][0-9]*")
_YEAR = re.compile(r"[1-9][0-9]{3}")
_ISO_DAY = re.compile(_DAY)
_TYPED_AS_MEANT = {
    **dict.fromkeys(("count", "money", "figure", "measure"), _DIGITS),
    **dict.fromkeys(("period", "period_or_part", "years"), _YEAR),
    **dict.fromkeys(("day", "last_day", "moment", "moment_or_yearly", "last_day_or_yearly"), _ISO_DAY),
    "yes_no": re.compile(_YES_NO),
}


def is_unclear(text: str, form: str) -> bool:
    """Whether another parser takes this text, written plain, for anything else than dvk does at a key of that form.

    Plain digits are a number where the key is one, a year where it is a period; an ISO day is a day, and yes, no, true
    and false are what they are where the key asks yes or no. Everywhere else a typed text is unclear.
    """
    if not _TYPED.fullmatch(text):
        return False
    meant = _TYPED_AS_MEANT.get(form)
    return meant is None or not meant.fullmatch(text)
