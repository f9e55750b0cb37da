"""What an expression of a template gives, and what in it does not exist or may not be done."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

from jinja2 import nodes

from dvk.printing.word.following.problems import ANY, Problem, Shape
from dvk.printing.word.sandbox import LARGEST_POWER, LONGEST_RANGE, OF_A_LOOP, OF_A_MAPPING, Sandbox
from dvk.vietnamese.text import nearest

_RANGE = "range"
_OF_JINJA = {"self", "super", "caller", "cycler", "joiner", "namespace", "lipsum", "dict", "varargs", "kwargs"}
"""Names with which a template could reach what is not its data."""
_PYTHON = {"text": str, "prose": str, "number": int, "flag": bool}
_SAME = {"sort", "reverse", "unique", "select", "reject", "selectattr", "rejectattr", "list"}
_ITEM = {"first", "last", "min", "max"}
_GIVES: dict[str, Shape] = {
    **dict.fromkeys(("length", "count", "int", "sum", "round"), "number"),
    **{name: [ANY] for name in ("map", "groupby", "dictsort", "batch", "slice")},
}
_BY_ATTRIBUTE = {"selectattr", "rejectattr", "groupby"}
_OWN = {"default", "d"}
LOOP: dict[str, Shape] = {name: ANY if name.endswith("item") else "number" for name in OF_A_LOOP}

Scope = dict[str, Shape]


class Expressions:
    """Looks into expressions; what is wrong is collected in ``problems``."""

    def __init__(self, environment: Sandbox) -> None:
        self.environment = environment
        self.problems: list[Problem] = []
        self._of_kind: dict[type[nodes.Node], Callable[[Any, Scope], Shape]] = {
            nodes.Name: self._name,
            nodes.Const: self._const,
            nodes.TemplateData: lambda _, __: "text",
            nodes.Getattr: self._attribute,
            nodes.Getitem: self._item,
            nodes.Filter: self._filter,
            nodes.Test: self._test,
            nodes.Call: self._call,
            nodes.Mul: self._numbers,
            nodes.Mod: self._numbers,
            nodes.Div: self._numbers,
            nodes.FloorDiv: self._numbers,
            nodes.Sub: self._numbers,
            nodes.Pow: self._power,
            nodes.Add: self._sum,
            nodes.Or: self._either,
            nodes.And: self._either,
            nodes.CondExpr: self._choice,
            nodes.Concat: lambda node, scope: self._all(node, scope, "text"),
            nodes.Compare: lambda node, scope: self._all(node, scope, "flag"),
            nodes.Not: lambda node, scope: self._all(node, scope, "flag"),
        }

    def say(self, code: str, node: nodes.Node, needle: str, **args: str) -> Shape:
        """Collect a problem; what it is about may then be anything, so that nothing is said twice."""
        self.problems.append(Problem(code, node.lineno, needle, args))
        return ANY

    def shape(self, node: nodes.Node, scope: Scope) -> Shape:
        """What an expression gives."""
        look = self._of_kind.get(type(node))
        return look(node, scope) if look else self._all(node, scope, ANY)

    def filter_is_known(self, node: nodes.Filter) -> bool:
        """Whether a filter exists; said where it does not."""
        if node.name in self.environment.filters:
            return True
        self.say("DVK505", node, node.name, name=node.name, near=_near(node.name, self.environment.filters))
        return False

    def _all(self, node: nodes.Node, scope: Scope, gives: Shape) -> Shape:
        for inner in node.iter_child_nodes():
            self.shape(inner, scope)
        return gives

    def _name(self, node: nodes.Name, scope: Scope) -> Shape:
        if node.name in scope:
            return scope[node.name]
        if node.name in _OF_JINJA or node.name.startswith("_"):
            return self.say("DVK504", node, node.name)
        return ANY if node.name == _RANGE else self._unknown(node, node.name, scope)

    def _unknown(self, node: nodes.Node, name: str, known: Iterable[str]) -> Shape:
        return self.say("DVK502", node, name, name=name, near=_near(name, known))

    def _const(self, node: nodes.Const, scope: Scope) -> Shape:
        del scope
        return "flag" if isinstance(node.value, bool) else "text" if isinstance(node.value, str) else "number"

    def _attribute(self, node: nodes.Getattr, scope: Scope) -> Shape:
        return self._member(node, self.shape(node.node, scope), node.attr)

    def _item(self, node: nodes.Getitem, scope: Scope) -> Shape:
        base = self.shape(node.node, scope)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._member(node, base, node.arg.value)
        self.shape(node.arg, scope)
        if isinstance(node.arg, nodes.Slice):
            return base
        return base[0] if isinstance(base, list) else "text" if base == "text" else ANY

    def _member(self, node: nodes.Node, base: Shape, name: str) -> Shape:
        """What stands behind a dot: a key of a mapping; nothing else has any."""
        if isinstance(base, dict):
            if name in base:
                return base[name]
            if name in OF_A_MAPPING and base is not LOOP:
                return ANY
        of_python = dict if isinstance(base, dict) else list if isinstance(base, list) else _PYTHON.get(base, object)
        if name.startswith("_") or hasattr(of_python, name):
            return self.say("DVK504", node, name)
        if isinstance(base, list):
            return self.say("DVK506", node, name, which="attribute_of_list")
        return ANY if base == ANY else self._unknown(node, name, base if isinstance(base, dict) else ())

    def _filter(self, node: nodes.Filter, scope: Scope) -> Shape:
        base = self.shape(node.node, scope) if node.node is not None else "text"
        for inner in (*node.args, *(pair.value for pair in node.kwargs)):
            self.shape(inner, scope)
        if not self.filter_is_known(node):
            return ANY
        self._attribute_of_items(node, base)
        return _filtered(node, base)

    def _attribute_of_items(self, node: nodes.Filter, base: Shape) -> None:
        """The name of a key that a filter looks at in each item of a list."""
        named = [pair.value for pair in node.kwargs if pair.key == "attribute"]
        named += node.args[:1] if node.name in _BY_ATTRIBUTE else []
        item = base[0] if isinstance(base, list) and base else ANY
        for const in named:
            if isinstance(const, nodes.Const) and isinstance(const.value, str) and isinstance(item, dict):
                self._member(node, item, const.value.partition(".")[0])

    def _test(self, node: nodes.Test, scope: Scope) -> Shape:
        if node.name not in self.environment.tests:
            near = _near(node.name, self.environment.tests)
            self.say("DVK505", node, node.name, name=node.name, near=near)
        return self._all(node, scope, "flag")

    def _call(self, node: nodes.Call, scope: Scope) -> Shape:
        for inner in (*node.args, *(pair.value for pair in node.kwargs)):
            self.shape(inner, scope)
        called = node.node
        if isinstance(called, nodes.Name) and called.name == _RANGE and _RANGE not in scope:
            if (laps(node) or 0) > LONGEST_RANGE:
                self.say("DVK504", node, _RANGE)
            return ["number"]
        if isinstance(called, nodes.Getattr) and called.attr in OF_A_MAPPING:
            base = self.shape(called.node, scope)
            if base == ANY or (isinstance(base, dict) and called.attr not in base):
                return ["text"] if called.attr == "keys" else [ANY]
        needle = called.attr if isinstance(called, nodes.Getattr) else getattr(called, "name", "")
        return self.say("DVK504", node, needle)

    def _numbers(self, node: nodes.BinExpr, scope: Scope) -> Shape:
        """A text times a number could fill any memory."""
        sides = [self.shape(node.left, scope), self.shape(node.right, scope)]
        if any(isinstance(side, list | dict) or side in {"text", "prose"} for side in sides):
            return self.say("DVK504", node, node.operator)
        return "number"

    def _power(self, node: nodes.Pow, scope: Scope) -> Shape:
        self._numbers(node, scope)
        right = node.right
        if isinstance(right, nodes.Const) and isinstance(right.value, int | float) and right.value > LARGEST_POWER:
            self.say("DVK504", node, "**")
        return "number"

    def _sum(self, node: nodes.Add, scope: Scope) -> Shape:
        sides = [self.shape(node.left, scope), self.shape(node.right, scope)]
        if any(isinstance(side, list | dict) for side in sides) or sorted(map(str, sides)) == ["number", "text"]:
            return self.say("DVK504", node, "+")
        return sides[0] if sides[0] == sides[1] else ANY

    def _either(self, node: nodes.BinExpr, scope: Scope) -> Shape:
        sides = [self.shape(node.left, scope), self.shape(node.right, scope)]
        return sides[0] if sides[0] == sides[1] else ANY

    def _choice(self, node: nodes.CondExpr, scope: Scope) -> Shape:
        self.shape(node.test, scope)
        first = self.shape(node.expr1, scope)
        second = self.shape(node.expr2, scope) if node.expr2 is not None else ANY
        return first if first == second else ANY


def laps(node: nodes.Node) -> int | None:
    """How often ``range`` with numbers goes round; None for anything else."""
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name) or node.node.name != _RANGE:
        return None
    ends = [_number(end) for end in node.args]
    if not ends or None in ends or len(ends) > 3 or 0 in ends[2:]:  # noqa: PLR2004 - start, end, step
        return None
    start, end, *step = cast("list[int]", [0, *ends] if len(ends) == 1 else ends)
    each = step[0] if step else 1
    return max(0, (end - start + each - (1 if each > 0 else -1)) // each)


def _number(node: nodes.Node) -> int | None:
    """A number, or one power of it; how large it becomes is bounded before it is worked out."""
    if isinstance(node, nodes.Const) and isinstance(node.value, int):
        return min(node.value, 10**12)
    if isinstance(node, nodes.Neg):
        inner = _number(node.node)
        return None if inner is None else -inner
    if isinstance(node, nodes.Pow):
        base, power = _number(node.left), _number(node.right)
        return None if base is None or power is None or power < 0 else base ** min(power, LARGEST_POWER)
    return None


def _filtered(node: nodes.Filter, base: Shape) -> Shape:
    name = node.name
    if name in _SAME:
        return base if isinstance(base, list) else [ANY]
    if name in _ITEM:
        return base[0] if isinstance(base, list) and base else ANY
    if name in _OWN:
        return base if isinstance(base, list | dict) else ANY
    return _GIVES.get(name, "prose" if base == "prose" else "text")


def _near(name: str, known: Iterable[str] | Mapping[str, Any]) -> str:
    return " / ".join(nearest(name, known))
