"""A command's parameters without what stands behind them: completion wants the options, not the machinery.

The module of a command imports workspaces, documents and YAML. Read as source, with those imports and the body of the
command left out, it gives the same options in a hundredth of the time.
"""

import ast
import sys
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any

_LIGHT = {"typer", "dvk.cli.bilingual"}
_OPTIONS = "options"
"""How the modules of ``dvk.cli`` end that hold options which commands share; they import nothing heavy."""


def signature_of(module: str) -> Callable[..., None] | None:
    """The function ``command`` of a module with all its parameters, doing nothing.

    ``None`` where it cannot be had in this way: without the source, or where a parameter needs what was left out.
    """
    spec = find_spec(module)
    source = getattr(spec.loader, "get_source", lambda _: None)(module) if spec else None
    names: dict[str, Any] = {"__name__": module}
    for node in ast.parse(source or "").body:
        if _is_wanted(node):
            try:
                _run(_without_body(node), names)
            except NameError:  # it stands on an import that was left out
                continue
    found = names.get("command")
    return found if callable(found) else None


def _is_wanted(node: ast.stmt) -> bool:
    if isinstance(node, ast.Import):
        return all(_is_light(alias.name) for alias in node.names)
    if isinstance(node, ast.ImportFrom):
        return _is_light(node.module or "")
    return isinstance(node, ast.Assign | ast.AnnAssign) or _is_command(node)


def _is_light(module: str) -> bool:
    top = module.partition(".")[0]
    return module in _LIGHT or top in sys.stdlib_module_names or (top == "dvk" and module.endswith(_OPTIONS))


def _is_command(node: ast.stmt) -> bool:
    return isinstance(node, ast.FunctionDef) and node.name == "command"


def _without_body(node: ast.stmt) -> ast.stmt:
    if isinstance(node, ast.FunctionDef):
        node.body = [ast.copy_location(ast.Pass(), node)]
    return node


def _run(node: ast.stmt, names: dict[str, Any]) -> None:
    exec(compile(ast.Module([node], []), "<signature>", "exec"), names)  # noqa: S102 - a module of our own
