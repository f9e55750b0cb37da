"""Where the tags of a template run: no code, no files, no calls, nothing but texts, lists and mappings.

A template may come from anybody. Attributes are those of a loop; calls are ``range`` and the pairs of a mapping;
filters are those that cannot make much out of little. What is left, loops without an end, is stopped from outside.
"""

import re
from typing import Any, Literal

from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from dvk.vietnamese.amount_words import Reading, amount_in_words
from dvk.vietnamese.money import parse_money

_FILTERS = (
    *("capitalize", "default", "d", "first", "groupby", "int", "join", "last", "length", "list", "lower", "map"),
    *("reject", "rejectattr", "reverse", "round", "select", "selectattr", "sort", "sum", "title", "trim", "unique"),
    *("upper", "replace", "batch", "slice", "count", "min", "max", "dictsort", "string", "truncate", "e", "escape"),
)
FORBIDDEN = (
    *(nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends, nodes.Block),
    *(nodes.Macro, nodes.CallBlock, nodes.EvalContextModifier, nodes.ScopedEvalContextModifier),
)
OF_A_LOOP = {"index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem", "depth"}
OF_A_MAPPING = {"items", "keys", "values"}
_UP_TO_DIGITS = re.compile(r"(?=[0-9])")
_NUMBERS_ONLY = frozenset({"*", "**", "%", "/", "//", "+", "-"})
LONGEST_RANGE = 1000
LARGEST_POWER = 9


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment of one template."""

    intercepted_binops = _NUMBERS_ONLY

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.filters = {name: self.filters[name] for name in _FILTERS} | _OURS
        self.globals = {"range": _range}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may read an attribute; the keys of a mapping are no attributes."""
        del value
        return attr in OF_A_LOOP if isinstance(obj, LoopContext) else isinstance(obj, dict) and attr in OF_A_MAPPING

    def is_safe_callable(self, obj: Any) -> bool:
        """Whether a template may call something."""
        return obj is _range or isinstance(getattr(obj, "__self__", None), dict)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic on numbers, and texts put together; never a text many times over."""
        both_texts = isinstance(left, str) and isinstance(right, str)
        both_numbers = isinstance(left, int | float) and isinstance(right, int | float)
        if not (both_numbers or (operator == "+" and both_texts)) or (operator == "**" and right > LARGEST_POWER):
            raise SecurityError(operator)
        return super().call_binop(context, operator, left, right)


def _with_capital(text: Any) -> str:
    """``trước ngày 05/11`` at the beginning of a cell: ``Trước ngày 05/11``; the other letters stay."""
    words = str(text)
    return words[:1].upper() + words[1:]


def _in_words(
    money: Any,
    no_tens: Literal["linh", "lẻ"] = "linh",
    thousand: Literal["nghìn", "ngàn"] = "nghìn",
    four: Literal["tư", "bốn"] = "tư",
) -> str:
    """``khoảng 65.500.000 đồng``: ``Khoảng sáu mươi lăm triệu năm trăm nghìn đồng``; nothing for nothing."""
    bound = _UP_TO_DIGITS.split(str(money), maxsplit=1)[0]
    amount = str(money)[len(bound) :]
    if not amount:
        return ""
    words = amount_in_words(parse_money(amount), Reading(no_tens, thousand, four))
    return _with_capital(f"{bound}{words[:1].lower()}{words[1:]}")


def _range(*ends: int) -> range:
    if len(range(*ends)) > LONGEST_RANGE:
        raise SecurityError("range")
    return range(*ends)


_OURS = {"hoa_dau": _with_capital, "bang_chu": _in_words}
"""Filters that every template may use beside those of jinja."""
