"""The parts of a template that hold tags, and where in them a clerk mends what is wrong with the printed document."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree  # type: ignore[import-untyped]

from dvk.printing.word.fonts import first_of_theme
from dvk.printing.word.halves import halves_below
from dvk.printing.word.parts import Part, place_in
from dvk.printing.word.refusals import Refused
from dvk.printing.word.typed import typed_tags
from dvk.printing.word.vetting import SAFE_XML

_WITH_TAGS = {
    RELATIONSHIP_TYPE.HEADER: "header",
    RELATIONSHIP_TYPE.FOOTER: "footer",
    RELATIONSHIP_TYPE.FOOTNOTES: "footnotes",
}
_BRACE_IN_QUOTES = re.compile(r"['\"][^'\"]*\{")


def tagged_parts(document: Document) -> Iterator[tuple[str, Any, Any]]:
    """Each part that holds tags: ``body``, ``header``, ``footer`` or ``footnotes``, the part, and its XML."""
    yield "body", document.part, document.element.body
    for relation in document.part.rels.values():
        if relation.reltype in _WITH_TAGS and not relation.is_external:
            part = relation.target_part
            root = getattr(part, "element", None)
            yield _WITH_TAGS[relation.reltype], part, etree.fromstring(part.blob, SAFE_XML) if root is None else root


def see_that_tags_are_whole(document: Document) -> None:
    """See that every brace of a template has its other half in its paragraph.

    Raises:
        Refused: for the first that has not.
    """
    for within, _, root in tagged_parts(document):
        for paragraph, half in halves_below(root):
            raise Refused("tag_syntax", paragraph, half, within=within)


def in_template(refused: Refused, template: Document, wanted: Sequence[Part]) -> Refused:
    """What was found in a printed document, told of the paragraph of the template that it came from.

    The printed document was never written, so that nobody could look up a paragraph of it.

    Args:
        refused: what was found.
        template: the template, not filled.
        wanted: the parts that were asked for.
    """
    part = next((part for part in wanted if part["name"] == refused.part), None)
    if part is not None:
        return Refused(refused.fault, *place_in(template, part), refused.part)
    for within, _, root in tagged_parts(template):
        place = first_of_theme(root) if refused.fault == "theme_font" else _first_with_brace(root)
        if place is not None and refused.fault in {"theme_font", "tag_left"}:
            return Refused(refused.fault, *place, within=within)
    return Refused(refused.fault, 0, refused.tag)


def _first_with_brace(root: Any) -> tuple[int, str] | None:
    """The first tag that prints a brace."""
    return next(((tag.paragraph, tag.text) for tag in typed_tags(root) if _BRACE_IN_QUOTES.search(tag.text)), None)
