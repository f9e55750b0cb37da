"""The commands of a template, followed with the names that hold inside of each."""

from collections.abc import Callable, Sequence
from typing import Any

from jinja2 import nodes

from dvk.printing.word.following.expressions import LOOP, Expressions, Scope, laps
from dvk.printing.word.following.problems import ANY, Problem, Shape
from dvk.printing.word.sandbox import FORBIDDEN, Sandbox

_MOST_LAPS = 1_000_000
"""How often loops over numbers inside each other may go round: more never comes to an end in time."""


class Commands:
    """Follows the commands of one part of a template.

    Args:
        environment: its filters are those that there are.
        tags: what each tag gives.
    """

    def __init__(self, environment: Sandbox, tags: dict[str, Shape]) -> None:
        self._tags = tags
        self._found = Expressions(environment)
        self._laps = 1
        self._of_kind: dict[type[nodes.Node], Callable[[Any, Scope], None]] = {
            nodes.Output: self._output,
            nodes.For: self._for,
            nodes.If: self._if,
            nodes.With: self._with,
            nodes.Assign: self._assign,
            nodes.AssignBlock: self._assign_block,
            nodes.FilterBlock: self._filter_block,
        }

    def problems_in(self, template: nodes.Template) -> list[Problem]:
        """What is wrong with its tags, in their order."""
        self._all(template.body, dict(self._tags))
        return sorted(self._found.problems, key=lambda problem: problem.line)

    def _all(self, commands: Sequence[nodes.Node], scope: Scope) -> None:
        for command in commands:
            if isinstance(command, FORBIDDEN):
                self._found.say("DVK504", command, "")
            else:
                self._of_kind.get(type(command), self._other)(command, scope)

    def _other(self, command: nodes.Node, scope: Scope) -> None:
        body = getattr(command, "body", None)
        if isinstance(body, list):
            self._all(body, dict(scope))

    def _output(self, command: nodes.Output, scope: Scope) -> None:
        for node in command.nodes:
            if isinstance(self._found.shape(node, scope), list | dict):
                self._found.say("DVK506", node, _name_of(node), which="list_printed")

    def _for(self, command: nodes.For, scope: Scope) -> None:
        source = self._found.shape(command.iter, scope)
        if not isinstance(source, list) and source != ANY:
            self._found.say("DVK506", command, _name_of(command.iter), which="no_list")
        rounds = laps(command.iter) or 1
        self._laps *= max(rounds, 1)
        if rounds > 1 and self._laps > _MOST_LAPS:
            self._found.say("DVK504", command, "range")
        inner = {**scope, **_bound(command.target, _item_of(source)), "loop": LOOP}
        if command.test is not None:
            self._found.shape(command.test, inner)
        self._all(command.body, inner)
        self._laps //= max(rounds, 1)
        self._all(command.else_, dict(scope))

    def _if(self, command: nodes.If, scope: Scope) -> None:
        self._found.shape(command.test, scope)
        self._all(command.body, scope)
        self._all(command.elif_, scope)
        self._all(command.else_, scope)

    def _with(self, command: nodes.With, scope: Scope) -> None:
        inner = dict(scope)
        for target, value in zip(command.targets, command.values, strict=True):
            inner |= _bound(target, self._found.shape(value, scope))
        self._all(command.body, inner)

    def _assign(self, command: nodes.Assign, scope: Scope) -> None:
        value = self._found.shape(command.node, scope)
        if isinstance(command.target, nodes.NSRef):
            self._found.say("DVK504", command, command.target.name)
        scope |= _bound(command.target, value)

    def _assign_block(self, command: nodes.AssignBlock, scope: Scope) -> None:
        self._all(command.body, dict(scope))
        scope |= _bound(command.target, "text")

    def _filter_block(self, command: nodes.FilterBlock, scope: Scope) -> None:
        self._found.filter_is_known(command.filter)
        self._all(command.body, dict(scope))


def _bound(target: nodes.Node, value: Shape) -> Scope:
    """The names that a loop or ``set`` gives a value to."""
    if isinstance(target, nodes.Name):
        return {target.name: value}
    names = target.items if isinstance(target, nodes.Tuple) else []
    return {name.name: ANY for name in names if isinstance(name, nodes.Name)}


def _item_of(source: Shape) -> Shape:
    return source[0] if isinstance(source, list) and source else ANY


def _name_of(node: nodes.Node) -> str:
    """A word by which a tag is found again."""
    if isinstance(node, nodes.Getattr):
        return node.attr
    found = node if isinstance(node, nodes.Name) else node.find(nodes.Name)
    return found.name if isinstance(found, nodes.Name) else ""
