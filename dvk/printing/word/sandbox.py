"""Where the tags of a template run: no code, no files, no calls, nothing but texts, lists and mappings.

A template may come from anybody. Attributes are those of a loop; calls are ``range`` and the pairs of a mapping;
filters are those that cannot make much out of little. What is left, loops without an end, is stopped from outside.
"""

from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

_FILTERS = (
    *("capitalize", "default", "d", "first", "groupby", "int", "join", "last", "length", "list", "lower", "map"),
    *("reject", "rejectattr", "reverse", "round", "select", "selectattr", "sort", "sum", "title", "trim", "unique"),
    *("upper", "replace", "batch", "slice", "count", "min", "max", "dictsort", "string", "truncate", "e", "escape"),
)
_FORBIDDEN = (
    *(nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends, nodes.Block),
    *(nodes.Macro, nodes.CallBlock, nodes.EvalContextModifier, nodes.ScopedEvalContextModifier),
)
_OF_A_LOOP = {"index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem", "depth"}
_OF_A_MAPPING = {"items", "keys", "values"}
_NUMBERS_ONLY = frozenset({"*", "**", "%", "/", "//", "+", "-"})
_LONGEST_RANGE = 1000
_LARGEST_POWER = 9


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment of one template."""

    intercepted_binops = _NUMBERS_ONLY

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.filters = {name: self.filters[name] for name in _FILTERS} | {"hoa_dau": _with_capital}
        self.globals = {"range": _range}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may read an attribute; the keys of a mapping are no attributes."""
        del value
        return attr in _OF_A_LOOP if isinstance(obj, LoopContext) else isinstance(obj, dict) and attr in _OF_A_MAPPING

    def is_safe_callable(self, obj: Any) -> bool:
        """Whether a template may call something."""
        return obj is _range or isinstance(getattr(obj, "__self__", None), dict)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic on numbers, and texts put together; never a text many times over."""
        both_texts = isinstance(left, str) and isinstance(right, str)
        both_numbers = isinstance(left, int | float) and isinstance(right, int | float)
        if not (both_numbers or (operator == "+" and both_texts)) or (operator == "**" and right > _LARGEST_POWER):
            raise SecurityError(operator)
        return super().call_binop(context, operator, left, right)


class NotAllowed(Exception):
    """A tag that no template may hold; ``lineno`` is its line."""

    def __init__(self, lineno: int) -> None:
        super().__init__(lineno)
        self.lineno = lineno


def checked(environment: Sandbox, source: str) -> None:
    """Refuse what a template may not even say: other templates, macros, output that is not escaped.

    Raises:
        TemplateSyntaxError: where a tag cannot be read.
        NotAllowed: with the line of the first of them.
    """
    for node in environment.parse(source).find_all(_FORBIDDEN):
        raise NotAllowed(node.lineno)


def _with_capital(text: Any) -> str:
    """``trước ngày 05/11`` at the beginning of a cell: ``Trước ngày 05/11``; the other letters stay."""
    words = str(text)
    return words[:1].upper() + words[1:]


def _range(*ends: int) -> range:
    if len(range(*ends)) > _LONGEST_RANGE:
        raise SecurityError("range")
    return range(*ends)
