"""Reading one file: bytes and a kind in, the record and all mistakes out; no path, no clock, nothing outside."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from dvk.document_checks import DOCUMENT_CHECKS
from dvk.documents import MODELS
from dvk.documents.scalars import NotText
from dvk.facts import Facts
from dvk.findings import Mistake
from dvk.kinds import KINDS
from dvk.textfile import Tree, read_text, stable_path, value_at
from dvk.vietnamese.misread import Misread
from dvk.vietnamese.text import nearest

MISREAD_CODES = {
    "count": "DVK204",
    "decimal": "DVK205",
    "money": "DVK206",
    "percent": "DVK207",
    "date": "DVK208",
    "moment": "DVK208",
    "end_date": "DVK208",
    "month_day": "DVK209",
    "time": "DVK210",
    "period": "DVK211",
    "number": "DVK212",
    "yes_no": "DVK213",
    "id": "DVK214",
    "folder": "DVK215",
    "reference": "DVK216",
    "text": "DVK125",
}

TIME_REASONS = {"midnight", "no_such_time", "not_a_time", "has_zone", "has_seconds"}
"""Why the hour of a moment is refused, where its day is right."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file says, and what is wrong with it; without a record the file says nothing that can be used."""

    facts: Facts | None
    mistakes: tuple[Mistake, ...]


def read(data: bytes, kind: str) -> Reading:
    """Read the bytes of a document of that kind.

    Every mistake of the file is found at once. A file whose text or schema is wrong gives no record: nothing of it
    is added up half-read.
    """
    text = read_text(data, front_matter=KINDS[kind].front_matter)
    if text.tree is None:
        return Reading(None, text.mistakes)
    try:
        document = MODELS[kind].model_validate(text.tree)
    except ValidationError as errors:
        return Reading(None, (*text.mistakes, *_schema_mistakes(errors, text.tree, kind)))
    found = [mistake for check in DOCUMENT_CHECKS.get(kind, ()) for mistake in check(document)]
    if any(mistake.code != "DVK112" for mistake in text.mistakes):
        return Reading(None, (*text.mistakes, *found))
    return Reading(document.facts(), (*text.mistakes, *found))  # type: ignore[attr-defined]


def _schema_mistakes(errors: ValidationError, tree: Tree, kind: str) -> Iterator[Mistake]:
    for error in errors.errors(include_url=False):
        last = len(error["loc"]) - 1
        steps = [s for i, s in enumerate(error["loc"]) if i == last or not str(s).startswith("function-")]
        yield _mistake(error, stable_path(tree, steps), steps, (tree, kind))


def _mistake(error: Any, field: str, steps: list[str | int], where: tuple[Tree, str]) -> Mistake:
    tree, kind = where
    key = str(steps[-1]) if steps else ""
    cause = error.get("ctx", {}).get("error")
    if isinstance(cause, Misread):
        code = "DVK210" if cause.reason in TIME_REASONS else MISREAD_CODES[cause.kind]
        return Mistake(code, field, {"typed": cause.typed, "reason": cause.reason, "clear": " / ".join(cause.clear)})
    if isinstance(cause, NotText):
        return _wrong_shape(field, key, "text", cause.found)
    if error["type"] == "missing":
        return Mistake("DVK121", field, {"key": key})
    if error["type"] == "extra_forbidden":
        near = nearest(key, _keys_beside(MODELS[kind], steps[:-1]))
        return Mistake("DVK122", field, {"key": key, "near": " / ".join(near)})
    if error["type"] == "literal_error":
        return _not_a_choice(error, field, key, KINDS[kind].schema)
    wanted = "list" if error["type"] == "list_type" else "mapping"
    return _wrong_shape(field, key, wanted, _shape(value_at(tree, field)))


def _wrong_shape(field: str, key: str, wanted: str, found: str) -> Mistake:
    if found == "null":
        return Mistake("DVK125", field, {"key": key})
    return Mistake("DVK124", field, {"key": key, "wanted": wanted, "found": found})


def _not_a_choice(error: Any, field: str, key: str, schema: str) -> Mistake:
    typed = error["input"]
    if not isinstance(typed, str):
        return _wrong_shape(field, key, "text", _shape(typed))
    if field == "schema":
        return Mistake("DVK126", field, {"typed": str(typed), "schema": schema})
    choices = error["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
    return Mistake("DVK123", field, {"typed": str(typed), "choices": choices})


def _shape(value: object) -> str:
    if isinstance(value, dict):
        return "mapping"
    return "list" if isinstance(value, list) else "null" if value is None else "text"


def _keys_beside(model: type[BaseModel], steps: list[str | int]) -> list[str]:
    """The keys that the schema allows where an unknown key stands."""
    for step in steps:
        if isinstance(step, str):
            inner = _part_of(model, step)
            if inner is None:
                return []
            model = inner
    return [field.alias or name for name, field in model.model_fields.items()]


def _part_of(model: type[BaseModel], key: str) -> type[BaseModel] | None:
    for name, field in model.model_fields.items():
        if key in {field.alias, name}:
            return next(_models_in(field.annotation), None)
    return None


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models_in(inner)
