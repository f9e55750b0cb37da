"""What the words of a call mean, worked out without pydantic: typer imports it for the first option of any call."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args, get_origin

from typer._coercion import RuntimeParam
from typer._param_types import coerce_cli_path

_PLAIN = {str, Path, bool}


class WithPlainValues:
    """A command whose text, paths, flags and values with a parser of their own are read here; typer reads the rest."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Its parameters, ``--help`` among them."""
        parameters: list[Any] = super().get_params(ctx)  # type: ignore[misc]
        for parameter in parameters:
            described = parameter.type_descriptor
            if described.parameter_info.parser is not None or _type_of_one(described.annotation) in _PLAIN:
                parameter._runtime_param = _PlainValue(described.parameter_info, described.annotation)  # noqa: SLF001
        return parameters


@dataclass(frozen=True)
class _PlainValue(RuntimeParam):
    """The value of one parameter; a list of them where it may come often."""

    def _coerce_value(self, value: Any, param: Any, ctx: Any) -> Any:
        if _is_list(self.annotation):
            return [self._one(item, param, ctx) for item in value]
        return self._one(value, param, ctx)

    def _one(self, value: Any, param: Any, ctx: Any) -> Any:
        if self.parameter_info.parser is not None:
            return self.parameter_info.parser(value)
        kind = _type_of_one(self.annotation)
        if kind is Path:
            value = coerce_cli_path(value, self.parameter_info, path_type=str, param=param, ctx=ctx)
        return kind(value)


def _type_of_one(annotation: Any) -> Any:
    return get_args(annotation)[0] if _is_list(annotation) else annotation


def _is_list(annotation: Any) -> bool:
    origin: Any = get_origin(annotation)
    return origin is list
