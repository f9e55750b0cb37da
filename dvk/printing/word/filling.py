"""A document made of a form and data: runs only in a process of its own, which is stopped when it takes too long."""

from collections.abc import Mapping
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE

from dvk.printing.data import Data
from dvk.printing.word.bookmarks import keep_bookmarks_apart
from dvk.printing.word.form import Form
from dvk.printing.word.numbering import USUAL, number_headings
from dvk.printing.word.packing import packed
from dvk.printing.word.parts import see_parts
from dvk.printing.word.preflight import see_document, see_file
from dvk.printing.word.prose import Marks, Placing
from dvk.printing.word.refusals import Refused
from dvk.printing.word.sections import keep_distance, keep_the_end, lay_wide_tables, without_empty_end
from dvk.printing.word.tagged import in_template
from dvk.printing.word.unbroken import keep_together

_LARGEST_RESULT = 20 << 20


def filled(
    form: Form, data: Mapping[str, Data], properties: Mapping[str, str], look: Mapping[str, Any] | None = None
) -> bytes:
    """The Word document that a form gives with this data, in the look of a format profile if one is given.

    Raises:
        Refused: where the template cannot be used, or gives something that Word cannot read.
    """
    marks = Marks()
    document = form.filled({key: marks.in_place_of(value) for key, value in data.items()})
    _finish(form, document, marks, look)
    wanted = look.get("parts", []) if look is not None else []
    form.see_parts(wanted)
    try:
        see_document(_roots(document), document, data)
        see_parts(document, [part for part in wanted if part["said"]])
    except Refused as refused:
        raise in_template(refused, form.opened(), wanted) from None
    result = packed(document, properties)
    if len(result) > _LARGEST_RESULT:
        raise Refused("result_too_large")
    see_file(result, form.seen)
    return result


def _finish(form: Form, document: Document, marks: Marks, look: Mapping[str, Any] | None) -> None:
    """Put the texts in Markdown into a filled document, number its headings, and give it its look."""
    placing = Placing(document, marks)
    placing.everywhere(_roots(document))
    lay_wide_tables(document, placing.tables)
    without_empty_end(document)
    number_headings(document, look["numbering"] if look else USUAL, placing.in_cells)
    keep_together(document.element.body)
    for root in _roots(document):
        keep_bookmarks_apart(root)
    if look is not None:
        form.dress(document, look)
    keep_distance(document)
    keep_the_end(document)


def _roots(document: Document) -> list[Any]:
    """The body, and each header and footer."""
    kinds = {RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER}
    parts = [relation.target_part for relation in document.part.rels.values() if relation.reltype in kinds]
    return [document.element.body, *(part.element for part in parts)]
