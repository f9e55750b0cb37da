"""Reading one file: bytes and a kind in, the record and all mistakes out; no path, no clock, nothing outside."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice
from typing import Any, NamedTuple

from pydantic import ValidationError

from dvk.document_checks import DOCUMENT_CHECKS
from dvk.documents import MODELS
from dvk.documents.allowed import expected, keys_at
from dvk.facts import Facts, Registration, Report
from dvk.facts.reading import Reading
from dvk.findings import Mistake
from dvk.fingerprints import fingerprint
from dvk.kinds import KINDS
from dvk.messages.of_keys import ALSO_CALLED, CHOICES
from dvk.naming import Nearest
from dvk.textfile import Node, StablePaths, Tree, read_text
from dvk.vietnamese.misread import Misread
from dvk.vietnamese.text import CURLY_QUOTES, fold

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

REFERENCES = {
    "answers": "plans/2021/<folder>/<file>.yaml#<id>",
    "superior_plan": "plans/2021/<folder>/<file>.yaml",
    "supersedes": "plans/2021/<folder>/<file>.yaml",
    "model": "registrations/2021/<folder>/<file>.yaml#<id>",
    "models": "registrations/2021/<folder>/<file>.yaml#<id>",
    "replicated_from": "registrations/2021/<folder>/<file>.yaml#<id>",
    "exemplars": "reports/2021/<folder>/<file>.yaml#<id>",
}
"""Key → the kind of document that a reference under it leads to."""

MOST_MISTAKES = 1000
"""Mistakes of schema, and of each check, that are told of one file; one with more is generated, and nobody reads it."""
_LARGE = 1 << 19
"""Bytes above which a file is looked at in part first: half a million mistakes take long, and a thousand are told."""
_LONG_LIST = 2000
_MOST_LISTED = 20_000
_SHORT_LIST = 20

TIME_REASONS = {"midnight", "no_such_time", "not_a_time", "has_zone", "has_seconds"}
"""Why the hour of a moment is refused, where its day is right."""


def read(data: bytes, kind: str) -> Reading:
    """Read the bytes of a document of that kind.

    Every mistake of the file is found at once, of its schema and of each check the first thousand. A file whose text
    or schema is wrong gives no record: nothing of it is added up half-read.
    """
    text = read_text(data, front_matter=KINDS[kind].front_matter)
    if text.tree is None:
        return Reading(None, text.mistakes)
    if alone := _no_such_document(text.tree, kind):
        return Reading(None, (*text.mistakes, alone))
    if len(data) > _LARGE and (enough := _mistakes_of_part(text.tree, kind)):
        return Reading(None, (*text.mistakes, *enough))
    try:
        document = MODELS[kind].model_validate(text.tree)
    except ValidationError as errors:
        return Reading(None, (*text.mistakes, *_schema_mistakes(_told(errors, text.tree, kind), text.tree, kind)))
    found = [mistake for check in DOCUMENT_CHECKS.get(kind, ()) for mistake in islice(check(document), MOST_MISTAKES)]
    if any(mistake.code != "DVK112" for mistake in text.mistakes):
        return Reading(None, (*text.mistakes, *found))
    return Reading(_stamped(document.facts(), text.tree), (*text.mistakes, *found))  # type: ignore[attr-defined]


def _no_such_document(tree: Tree, kind: str) -> Mistake | None:
    """What is told alone of a file that is no document of the kind at all: of another kind, or none of its keys."""
    typed, schema = tree.get("schema"), KINDS[kind].schema
    if isinstance(typed, str) and typed != schema and typed in {other.schema for other in KINDS.values()}:
        return Mistake("DVK126", "schema", {"typed": typed, "schema": schema})
    if not _keys_at_top(kind).isdisjoint(tree):
        return None
    return Mistake("DVK121", "schema", {"key": "schema", **expected(MODELS[kind], ["schema"])})


@cache
def _keys_at_top(kind: str) -> frozenset[str]:
    """The keys by any of which a file is known as a document of the kind."""
    return frozenset(("schema", *keys_at(MODELS[kind], [])))


def _stamped(facts: Facts, tree: Tree) -> Facts:
    """The record with the fingerprint of what the document says, where it bears stamps to be held against it."""
    if isinstance(facts, Registration | Report) and facts.stamps:
        return replace(facts, fingerprint=fingerprint(tree))
    return facts


def _mistakes_of_part(tree: Tree, kind: str) -> tuple[Mistake, ...]:
    """The mistakes of so much of a document as has as many as are told; of any other none."""
    return tuple(_schema_mistakes(_if_enough(_shortened(tree, _LONG_LIST), kind), tree, kind))


def _schema_mistakes(errors: Sequence[Any], tree: Tree, kind: str) -> Iterator[Mistake]:
    paths, nearest = StablePaths(tree), Nearest()
    for error in errors:
        last = len(error["loc"]) - 1
        steps = [s for i, s in enumerate(error["loc"]) if i == last or not str(s).startswith("function-")]
        yield _mistake(error, paths.path(steps), steps, _Among(paths, kind, nearest))


def _told(errors: ValidationError, tree: Tree, kind: str) -> Sequence[Any]:
    """The errors that are told: with half a million, which would fill the memory, those of so much as has enough."""
    if errors.error_count() <= _MOST_LISTED:
        return errors.errors(include_url=False)[:MOST_MISTAKES]
    found: Sequence[Any] = ()
    longest = _SHORT_LIST
    while not found:
        found = _if_enough(_shortened(tree, longest), kind)
        longest *= 2
    return found


def _if_enough(tree: Any, kind: str) -> Sequence[Any]:
    """The errors of a document that has as many as are told; of any other none.

    Pydantic's collection of errors never leaves here, and nobody gives a name to what does: kept by a frame that its
    errors lead back to, they are never freed.
    """
    try:
        MODELS[kind].model_validate(tree)
    except ValidationError as errors:
        enough = errors.error_count() >= MOST_MISTAKES
        return errors.errors(include_url=False)[:MOST_MISTAKES] if enough else ()
    return ()


def _shortened(node: Node, longest: int) -> Any:
    """The same with no list longer than so many entries."""
    if isinstance(node, dict):
        return {key: _shortened(item, longest) for key, item in node.items()}
    return [_shortened(item, longest) for item in node[:longest]] if isinstance(node, list) else node


class _Among(NamedTuple):
    """What the mistakes of one file share."""

    paths: StablePaths
    kind: str
    nearest: Nearest


def _mistake(error: Any, field: str, steps: list[str | int], where: _Among) -> Mistake:
    paths, kind, nearest = where
    key = _named(steps)
    cause = error.get("ctx", {}).get("error")
    if isinstance(cause, Misread):
        return _misread(cause, field, steps)
    if error["type"] == "missing":
        return Mistake("DVK121", field, {"key": key, **expected(MODELS[kind], steps)})
    if error["type"] == "extra_forbidden":
        near = nearest(key, keys_at(MODELS[kind], steps[:-1]))
        return Mistake("DVK122", field, {"key": key, "near": " / ".join(near)})
    if error["type"] == "literal_error":
        return _not_a_choice(error, field, steps, where)
    if error["type"] == "string_type":
        return _wrong_shape(field, key, "text", _shape(error["input"]))
    wanted = "list" if error["type"] == "list_type" else "mapping"
    keys = keys_at(MODELS[kind], steps) if wanted == "mapping" else []
    return _wrong_shape(field, key, wanted, _shape(paths.value(field)), keys)


def _named(steps: list[str | int]) -> str:
    """The last key; of an entry of a list the key of the list and its position."""
    keys = [step for step in steps if isinstance(step, str)]
    is_entry = bool(steps) and isinstance(steps[-1], int)
    return "".join(keys[-1:]) + (f"[{steps[-1]}]" if is_entry else "")


def _misread(cause: Misread, field: str, steps: list[str | int]) -> Mistake:
    code = "DVK210" if cause.reason in TIME_REASONS else MISREAD_CODES[cause.kind]
    clear = " / ".join(cause.clear)
    if cause.kind == "reference":
        clear = REFERENCES.get(_named(steps).partition("[")[0], clear)
    return Mistake(code, field, {"typed": cause.typed, "reason": cause.reason, "clear": clear})


def _wrong_shape(field: str, key: str, wanted: str, found: str, keys: Sequence[str] = ()) -> Mistake:
    if found == "null":
        return Mistake("DVK125", field, {"key": key})
    named = {"keys": ", ".join(keys)} if keys else {}
    return Mistake("DVK124", field, {"key": key, "wanted": wanted, "found": found, **named})


def _not_a_choice(error: Any, field: str, steps: list[str | int], where: _Among) -> Mistake:
    typed = error["input"]
    if not isinstance(typed, str):
        return _wrong_shape(field, _named(steps), "text", _shape(typed))
    if field == "schema":
        return Mistake("DVK126", field, {"typed": typed, "schema": KINDS[where.kind].schema})
    choices = error["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
    keys = [str(step) for step in steps]
    # The words of a mapping with free keys, such as severities, are those of the mapping.
    key = next(
        (key for key in reversed(keys) if any(f"{key}.{choice}" in CHOICES for choice in choices.split(", "))), ""
    )
    typed_plainly, words = typed.strip("".join(CURLY_QUOTES)), choices.split(", ")
    write = _meant(typed_plainly, key, words) or where.nearest(typed_plainly, words)
    return Mistake("DVK123", field, {"typed": typed, "choices": choices, "key": key, "write": " / ".join(write)})


def _meant(typed: str, key: str, choices: list[str]) -> tuple[str, ...]:
    """The word of a closed list that somebody meant who typed this: that word, or what it means; () if neither."""
    wanted = fold(typed)
    for choice in choices:
        meaning = CHOICES.get(f"{key}.{choice}")
        meanings = [*(meaning.vi.split(",") if meaning else ()), *ALSO_CALLED.get(f"{key}.{choice}", ())]
        if wanted in {choice, *map(fold, (choice, *meanings))}:
            return (choice,)
    return ()


def _shape(value: object) -> str:
    if isinstance(value, dict):
        return "mapping"
    return "list" if isinstance(value, list) else "null" if value is None else "text"
