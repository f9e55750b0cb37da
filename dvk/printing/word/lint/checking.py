"""All that is wrong with a template, with paragraph and tag."""

from collections.abc import Iterator, Mapping
from typing import Any

from jinja2 import TemplateSyntaxError

from dvk.printing.word.following.commands import Commands
from dvk.printing.word.form import Form, Source
from dvk.printing.word.halves import halves_below
from dvk.printing.word.lint.form_of_office import COMMANDS_STYLE, looks_found, parts_found, styles_found
from dvk.printing.word.parts import style_ids
from dvk.printing.word.placing import Origins
from dvk.printing.word.sandbox import Sandbox
from dvk.printing.word.tags import a_tag_a_line
from dvk.printing.word.typed import typed_tags

_UNREADABLE = (TemplateSyntaxError, SyntaxError, RecursionError)
_MOST = 200
"""Problems of one template that are told: who has more mends these first."""


def linted(template: bytes, asked: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The findings of a template: ``code`` and ``args``, among them ``part``, ``paragraph`` and ``tag``.

    Args:
        template: the bytes of the .docx.
        asked: ``tags`` (what each gives), ``parts`` (for each profile those that are wanted), ``styles`` (names of the
            styles that are parts) and ``fonts``.

    Raises:
        Refused: where it is no Word file, unfolds to too much, or would run or fetch something when opened.
    """
    form = Form(template)
    found: list[dict[str, Any]] = []
    for source in form.sources():
        found += _of_tags(source, asked["tags"])
    found += _of_form(form, asked)
    return found[:_MOST]


def _of_tags(source: Source, tags: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    split = [_told("DVK503", source.part, paragraph, half, {}) for paragraph, half in halves_below(source.root)]
    if split:  # nobody can tell which words around them are tags
        yield from split
        return
    text = a_tag_a_line(source.text)
    origins = Origins(text, typed_tags(source.root))
    environment = Sandbox()
    try:
        environment.from_string(text)
    except _UNREADABLE as unread:
        yield from _unreadable(unread, source, origins)
    try:
        problems = Commands(environment, dict(tags)).problems_in(environment.parse(text))
    except _UNREADABLE:
        return
    told: list[dict[str, Any]] = []
    for problem in problems:
        paragraph, tag = origins.of(problem.line, problem.needle)
        found = _told(problem.code, source.part, paragraph, tag, problem.args)
        if found not in told:
            told.append(found)
    yield from told


def _unreadable(problem: Exception, source: Source, origins: Origins) -> Iterator[dict[str, Any]]:
    """A tag that is no tag; that a filter does not exist is told better where the tags are followed."""
    if type(problem).__name__ != "TemplateAssertionError":
        yield _told("DVK503", source.part, *origins.blamed(problem), {})


def _of_form(form: Form, asked: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    document = form.opened()
    body, styles = document.element.body, style_ids(document)
    told: list[Any] = []
    for wanted in asked["parts"]:
        told += [found for found in parts_found(body, styles, wanted) if found not in told]
    known = {*(name.casefold() for name in asked["styles"]), COMMANDS_STYLE}
    told += looks_found(body, styles, known, set(asked["fonts"]))
    for code, paragraph, tag, args in told:
        yield _told(code, "body", paragraph, tag, args)
    yield from ({"code": "DVK514", "args": args} for args in styles_found(document, set(asked["fonts"])))


def _told(code: str, part: str, paragraph: int, tag: str, args: Mapping[str, str]) -> dict[str, Any]:
    return {"code": code, "args": {"part": f"in_{part}", "paragraph": str(paragraph), "tag": tag, **args}}
