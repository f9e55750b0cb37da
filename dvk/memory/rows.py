"""A record as a row of plain JSON, and back: lists in the order of its fields, worked out from their types."""

import json
import types
from collections.abc import Callable, Iterable
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date, time
from fractions import Fraction
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from dvk.findings import Severity

Record = TypeVar("Record")

_JSON = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))
_PLAIN = {str, int, bool, types.NoneType}
_TEXTS: dict[type, tuple[Callable[[Any], str], Callable[[str], Any]]] = {
    date: (date.isoformat, date.fromisoformat),
    time: (time.isoformat, time.fromisoformat),
    Fraction: (str, Fraction),
    Severity: (str, Severity),
}


@dataclass(frozen=True, slots=True)
class _Form:
    """How values of one type are written and read; None where they stay what they are."""

    write: Callable[[Any], Any]
    read: Callable[[Any], Any]


def to_row(record: object) -> str:
    """A record as one line of JSON."""
    return _JSON.encode(_record_form(type(record)).write(record))


def from_row(row: str, kind: type[Record]) -> Record:
    """The record of that kind that a row was made of, equal in every value and type.

    Raises:
        ValueError: the text was made otherwise.
    """
    try:
        record: Record = _record_form(kind).read(json.loads(row))
    except (ValueError, TypeError, LookupError, RecursionError) as problem:
        raise ValueError(f"no row of ours: {problem}") from None
    return record


@cache
def _form(kind: Any) -> _Form | None:
    """How values of a type that stands in an annotation are written; None for those of JSON itself."""
    origin = get_origin(kind)
    if kind in _PLAIN or origin is Literal:
        return None
    if kind in _TEXTS:
        return _Form(*_TEXTS[kind])
    if isinstance(kind, type) and is_dataclass(kind):
        return _record_form(kind)
    if origin in {Union, types.UnionType}:
        return _union_form(get_args(kind))
    if origin in {tuple, frozenset}:
        return _list_form(origin, get_args(kind))
    if origin is dict:
        return None  # of texts only: arguments of mistakes
    raise TypeError(f"no form for {kind}")


def _record_form(kind: Any) -> _Form:
    """How a record of a class is written."""
    return _form_of_fields(kind)


@cache
def _form_of_fields(kind: Any) -> _Form:
    """A record is the list of its fields; those at the end that are as by default are left out."""
    hints = get_type_hints(kind)
    named = fields(kind)
    names = [field.name for field in named]
    forms = [(at, form) for at, name in enumerate(names) if (form := _form(hints[name]))]
    writers = [(at, form.write) for at, form in forms]
    readers = [(at, form.read) for at, form in forms]
    defaults = [MISSING if field.default is MISSING else field.default for field in named]

    def write(value: Any) -> list[Any]:
        row = [getattr(value, name) for name in names]
        while row and row[-1] == defaults[len(row) - 1] and type(row[-1]) is type(defaults[len(row) - 1]):
            row.pop()
        known = len(row)
        for at, write_field in writers:
            if at < known and row[at] is not None:
                row[at] = write_field(row[at])
        return row

    def read(row: list[Any]) -> Any:
        known = len(row)
        for at, read_field in readers:
            if at < known and row[at] is not None:
                row[at] = read_field(row[at])
        return kind(*row)

    return _Form(write, read)


def _list_form(container: Callable[[Iterable[Any]], Any], kinds: tuple[Any, ...]) -> _Form:
    if container is tuple and Ellipsis not in kinds:
        return _fixed_form(tuple(_form(kind) for kind in kinds))
    inner = _form(kinds[0])
    ordered = sorted if container is frozenset else list
    if inner is None:
        return _Form(ordered, container)
    write, read = inner.write, inner.read
    return _Form(lambda value: list(map(write, value)), lambda row: container(map(read, row)))


def _fixed_form(inner: tuple[_Form | None, ...]) -> _Form:
    return _Form(
        lambda value: [form.write(item) if form else item for form, item in zip(inner, value, strict=True)],
        lambda row: tuple(form.read(item) if form else item for form, item in zip(inner, row, strict=True)),
    )


def _union_form(kinds: tuple[Any, ...]) -> _Form | None:
    """Of several types the plain ones stay, one other is told by its looks, more are written with their place."""
    others = [(kind, form) for kind in kinds if (form := _form(kind))]
    if not others:
        return None
    if len(others) == 1 and not (others[0][0] in _TEXTS and str in kinds):
        return _told_by_looks(*others[0])
    return _told_by_place(others)


def _told_by_looks(kind: Any, form: _Form) -> _Form:
    looks = str if kind in _TEXTS else list
    is_kind = get_origin(kind) or kind
    write, read = form.write, form.read
    return _Form(
        lambda value: write(value) if type(value) is is_kind else value,
        lambda row: read(row) if type(row) is looks else row,
    )


def _told_by_place(others: list[tuple[Any, _Form]]) -> _Form:
    kinds = [get_origin(kind) or kind for kind, _ in others]

    def write(value: Any) -> Any:
        for at, (_, form) in enumerate(others):
            if isinstance(value, kinds[at]):
                return [at, form.write(value)]
        return value

    def read(row: Any) -> Any:
        return others[row[0]][1].read(row[1]) if isinstance(row, list) else row

    return _Form(write, read)
