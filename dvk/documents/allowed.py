"""What a schema allows in one place: the keys of a mapping, the words or the form of a value."""

from collections.abc import Iterator, Sequence
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, WithJsonSchema
from pydantic.fields import FieldInfo


def keys_at(model: type[BaseModel], steps: Sequence[str | int]) -> list[str]:
    """The keys of the mapping that these steps lead to, those that must be there first; none if they lead elsewhere."""
    found = _model_at(model, steps)
    fields = found.model_fields.items() if found else ()
    return [field.alias or name for name, field in sorted(fields, key=lambda item: not item[1].is_required())]


def expected(model: type[BaseModel], steps: Sequence[str | int]) -> dict[str, str]:
    """What the value there may be: ``one_of`` the words of a closed list, or ``value_form`` the name of its form."""
    above = _model_at(model, steps[:-1])
    field = _field(above, str(steps[-1])) if above and steps else None
    if field is None:
        return {}
    if get_origin(field.annotation) is Literal:
        return {"one_of": ", ".join(get_args(field.annotation))}
    marks = [mark for mark in field.metadata if isinstance(mark, WithJsonSchema)]
    schema = marks[0].json_schema if marks else None
    return {"value_form": str(schema["form"])} if schema else {}


def _model_at(model: type[BaseModel], steps: Sequence[str | int]) -> type[BaseModel] | None:
    found: type[BaseModel] | None = model
    for step in steps:
        if isinstance(step, str) and found:
            field = _field(found, step)
            found = next(_models_in(field.annotation), None) if field else None
    return found


def _field(model: type[BaseModel], key: str) -> FieldInfo | None:
    fields = model.model_fields.items()
    return next((field for name, field in fields if key in {field.alias, name}), None)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models_in(inner)
