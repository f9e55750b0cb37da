"""What may stand under each key of a document, read off its model: the one source of schemas and of docs/files.md."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError, WithJsonSchema
from pydantic.fields import FieldInfo

from dvk.documents import MODELS
from dvk.documents.scalars import DatedValue

DATED = "dated"
"""The place of the keys of a dated value, which are the same wherever one stands."""

_FIRST = ("schema", "revision", "state", "unit", "type", "number", "date", "place", "subject", "title", "period")
_LAST = ("legal_bases", "recipients", "signatory", "second_signatory", "inferred", "illustrative", "note", "text")


@dataclass(frozen=True, slots=True)
class Shape:
    """What may stand under a key, or as an entry of a list.

    Args:
        form: the name of a scalar's form, or ``choice``, ``list``, ``mapping``.
        types: JSON's names of what an editor may take a scalar of this form for.
        choices: the words of a closed list.
        keys: of a mapping.
        inner: what the entries of a list are, or the values of a mapping with free keys.
        short: whether one text may stand in its place.
        empty: whether nothing (``null``) may.
    """

    form: str
    types: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    keys: tuple["Key", ...] = ()
    inner: "Shape | None" = None
    short: bool = False
    empty: bool = False


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a document.

    Args:
        name: as it is typed.
        place: kind and keys, ``plan.obligations.before``; its meaning is in ``KEYS`` under it.
        written: the keys with the lists shown, ``obligations[].before``.
        shape: what may stand under it.
        required: whether a file without it is not read.
        default: what holds where it is left out; "" where nothing does.
    """

    name: str
    place: str
    written: str
    shape: Shape
    required: bool
    default: str | int


def keys_of(kind: str) -> tuple[Key, ...]:
    """The keys at the top of a kind of document, each with those below it: the head first, the text last."""
    return tuple(sorted(_keys(MODELS[kind], kind, ""), key=_rank))


def all_keys(kind: str) -> Iterator[Key]:
    """Every key of a kind of document, above before below; those of dated values are left to ``DATED``."""
    return _flat(keys_of(kind))


def dated_keys() -> tuple[Key, ...]:
    """The keys of a dated value."""
    return _keys(DatedValue, DATED, "")


def _flat(keys: tuple[Key, ...]) -> Iterator[Key]:
    for key in keys:
        yield key
        inner = key.shape.keys or (key.shape.inner.keys if key.shape.inner else ())
        if not is_dated(key.shape):
            yield from _flat(inner)


def is_dated(shape: Shape) -> bool:
    """Whether it is a value that may change with dates."""
    return shape.inner is not None and any(key.place.startswith(f"{DATED}.") for key in shape.inner.keys)


def _rank(key: Key) -> int:
    if key.name in _FIRST:
        return _FIRST.index(key.name)
    return len(_FIRST) + (1 + _LAST.index(key.name) if key.name in _LAST else 0)


def _keys(model: type[BaseModel], place: str, written: str) -> tuple[Key, ...]:
    above = f"{written}." if written else ""
    return tuple(
        _key(name, f"{place}.{name}", f"{above}{name}", field)
        for name, field in ((field.alias or name, field) for name, field in model.model_fields.items())
    )


def _key(name: str, place: str, written: str, field: FieldInfo) -> Key:
    default = field.get_default(call_default_factory=False)
    return Key(
        name=name,
        place=place,
        written=written,
        shape=_shape(field.rebuild_annotation(), place, written),
        required=field.is_required(),
        default=default if isinstance(default, str | int) else "",
    )


def _shape(annotation: Any, place: str, written: str) -> Shape:
    bare, marks = _bare(annotation)
    empty = _takes(annotation, None)
    scalar = next((mark.json_schema for mark in marks if isinstance(mark, WithJsonSchema)), None)
    if scalar is not None:
        return Shape(str(scalar["form"]), types=tuple(scalar["type"]), empty=empty)
    short = _takes(annotation, "x")
    if get_origin(bare) is Literal:
        return Shape("choice", choices=get_args(bare), empty=empty)
    if get_origin(bare) is list:
        inner = _shape(get_args(bare)[0], place, f"{written}[]")
        return Shape("list", inner=inner, short=short, empty=empty)
    if get_origin(bare) is dict:
        return Shape("mapping", inner=_shape(get_args(bare)[1], place, written), empty=empty)
    at = DATED if bare is DatedValue else place
    return Shape("mapping", keys=_keys(bare, at, written), short=short, empty=empty)


def _bare(annotation: Any) -> tuple[Any, list[Any]]:
    """A type without its marks and without ``None``; and the marks."""
    marks: list[Any] = []
    while True:
        if get_origin(annotation) is Annotated:
            marks += annotation.__metadata__
            annotation = annotation.__origin__
        elif get_origin(annotation) in {Union, UnionType} and NoneType in get_args(annotation):
            annotation = next(inner for inner in get_args(annotation) if inner is not NoneType)
        else:
            return annotation, marks


def _takes(annotation: Any, value: str | None) -> bool:
    """Whether the reader takes a value there: asked of the reader itself, so that the two cannot differ."""
    try:
        TypeAdapter(annotation).validate_python(value)
    except ValidationError:
        return False
    return True
