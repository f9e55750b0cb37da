"""A JSON Schema made from the shapes of a kind's keys: closed mappings, lenient scalars, every key described."""

from typing import Any

from dvk.kinds import KINDS
from dvk.messages import Language, Phrase
from dvk.messages.of_keys import CHOICES, FORMS, KEYS, KIND_NAMES, SPELLINGS
from dvk.schemas.shapes import DATED, Key, Shape, is_dated, keys_of

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The newest dialect that the YAML language server, and with it most editors, knows in full."""

BODY = "text"
"""The key that the Markdown below a head becomes: nobody types it."""

_SHORT = ("string", "number", "boolean")
"""What an editor may take one text for."""
_MADE_BY = Phrase("dvk schema --write tạo ra; không sửa tay.", "Made by dvk schema --write; not to be edited.")
_WRITTEN = Phrase("Viết", "Written as")
_ONE_OF = Phrase("Một trong", "One of")
_LEFT_OUT = Phrase("Không ghi thì là", "Without it")
_PLAIN = {"text", "id", "list", "mapping"}
"""Forms that need no example."""
_YES_NO = {True: Phrase("có", "yes"), False: Phrase("không", "no")}


def schema_of(kind: str, language: Language = "vi") -> dict[str, Any]:
    """The JSON Schema of a kind of document, described in that language; of a story the schema of its head.

    It is for editors and other programs. It refuses what dvk refuses of keys, lists, mappings and closed lists of
    words; scalars it takes in any form, since editors type them by rules of their own.
    """
    keys = tuple(key for key in keys_of(kind) if not (KINDS[kind].front_matter and key.name == BODY))
    return {
        "$schema": DIALECT,
        "$id": f"{kind}.json",
        "$comment": _MADE_BY.to(language),
        "title": f"{KIND_NAMES[kind].to(language)} ({KINDS[kind].schema})",
        "type": "object",
        **_mapping(keys, language),
    }


def _mapping(keys: tuple[Key, ...], language: Language) -> dict[str, Any]:
    required = [key.name for key in keys if key.required]
    return {
        "properties": {key.name: _described(key, language) for key in keys},
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _described(key: Key, language: Language) -> dict[str, Any]:
    default = {"default": key.default} if key.default != "" else {}
    return {"description": describe(key, language), **_node(key.shape, key.name, language), **default}


def _node(shape: Shape, name: str, language: Language) -> dict[str, Any]:
    """What may stand in one place; keywords for lists and mappings say nothing of the scalar in their stead."""
    if shape.choices:
        return _choice(shape, name, language)
    types = shape.types or ("array" if shape.form == "list" else "object",)
    allowed = [*(_SHORT if shape.short else ()), *types, *(("null",) if shape.empty else ())]
    node: dict[str, Any] = {"type": allowed if len(allowed) > 1 else allowed[0]}
    if shape.form == "list" and shape.inner:
        node["items"] = _node(shape.inner, name, language)
    elif shape.form == "mapping" and shape.inner:
        node["additionalProperties"] = _node(shape.inner, name, language)
    elif shape.form == "mapping":
        node |= _mapping(shape.keys, language)
    return node


def _choice(shape: Shape, name: str, language: Language) -> dict[str, Any]:
    if name == "schema":
        return {"const": shape.choices[0]}
    meanings = [CHOICES[f"{name}.{choice}"].to(language) for choice in shape.choices]
    empty = shape.empty
    return {
        "enum": [*shape.choices, *((None,) if empty else ())],
        "enumDescriptions": [*meanings, *(("",) if empty else ())],
    }


def describe(key: Key, language: Language) -> str:
    """What an editor shows beside a key: its meaning, how its value is written, what holds without it."""
    parts = [KEYS[key.place].to(language), _spelt(key.shape, key.name, language)]
    if key.default != "":
        parts.append(f"{_LEFT_OUT.to(language)}: {_said(key, language)}")
    return " ".join(_sentence(part) for part in parts if part)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '…')) else '.'}"


def _said(key: Key, language: Language) -> str:
    if isinstance(key.default, bool):
        return _YES_NO[key.default].to(language)
    return _choice_in_words(f"{key.name}.{key.default}", language)


def _choice_in_words(place: str, language: Language) -> str:
    """A word of a closed list with what it means, where that is not the same word."""
    word = place.rpartition(".")[2]
    meaning = CHOICES[place].to(language) if place in CHOICES else word
    return word if meaning == word else f"{word} ({meaning})"


def _spelt(shape: Shape, name: str, language: Language) -> str:
    """The words of a closed list, or the form of a scalar that is not plain text, with spellings."""
    if is_dated(shape):
        return f"{_WRITTEN.to(language)}: {FORMS[DATED].to(language)}"
    shape = shape.inner or shape
    if name == "schema" or shape.form in _PLAIN:
        return ""
    if shape.choices:
        listed = ", ".join(_choice_in_words(f"{name}.{word}", language) for word in shape.choices)
        return f"{_ONE_OF.to(language)}: {listed}"
    spellings = f" ({'; '.join(SPELLINGS[shape.form])})" if shape.form in SPELLINGS else ""
    return f"{_WRITTEN.to(language)}: {FORMS[shape.form].to(language)}{spellings}"
