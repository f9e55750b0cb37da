"""A template filled with data: runs only in a process of its own, which is stopped when it takes too long."""

import io
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from zipfile import BadZipFile, ZipFile

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docxtpl import DocxTemplate  # type: ignore[import-untyped]
from jinja2 import TemplateError, UndefinedError
from jinja2.exceptions import SecurityError
from lxml import etree  # type: ignore[import-untyped]

from dvk.printing.data import Data
from dvk.printing.word.numbering import number_headings
from dvk.printing.word.packing import packed
from dvk.printing.word.prose import Marks, Placing
from dvk.printing.word.refusals import Fault, Refused
from dvk.printing.word.sandbox import NotAllowed, Sandbox, checked
from dvk.printing.word.tags import blamed, placed

MOST_PARTS = 500
LARGEST_TEMPLATE = 50 << 20  # unfolded
LARGEST_RESULT = 20 << 20
_LARGEST_XML = 50 << 20
_PARAGRAPH = re.compile(r"<w:p([ >])")
_HARMLESS_OUTSIDE = {RELATIONSHIP_TYPE.HYPERLINK}
_ACTIVE = re.compile(r"vbaProject|activeX|embeddings/", re.IGNORECASE)
_XML = etree.XMLParser(resolve_entities=False, no_network=True)
_UNREADABLE = (etree.XMLSyntaxError, ValueError, KeyError, OpcError)
_FAULTS: tuple[tuple[type[Exception], Fault], ...] = (
    (SecurityError, "tag_not_allowed"),
    (NotAllowed, "tag_not_allowed"),
    (UndefinedError, "no_such_tag"),
    (TemplateError, "tag_syntax"),
    (SyntaxError, "tag_syntax"),  # more loops inside each other than Python takes
    (RecursionError, "tag_syntax"),
    (ArithmeticError, "tag_misused"),
    (TypeError, "tag_misused"),
    (ValueError, "tag_misused"),
    (LookupError, "tag_misused"),
    (AttributeError, "tag_misused"),
)
"""What an error while a template is read or filled says about it, the narrower first."""


def filled(template: bytes, data: Mapping[str, Data], properties: Mapping[str, str]) -> bytes:
    """The Word document that a template gives with this data.

    Raises:
        Refused: where the template cannot be used, or gives something that Word cannot read.
    """
    vet(template)
    marks = Marks()
    context = {key: marks.in_place_of(value) for key, value in data.items()}
    made = _Template(io.BytesIO(template))
    try:
        made.init_docx()
    except (*_UNREADABLE, AttributeError):
        raise Refused("not_word") from None
    try:
        made.render(context, Sandbox())
    except _UNREADABLE:
        raise Refused("gives_broken_word") from None
    document = made.docx
    Placing(document, marks).everywhere(_roots(document))
    number_headings(document)
    result = packed(document, properties)
    if len(result) > LARGEST_RESULT:
        raise Refused("result_too_large")
    return result


def vet(template: bytes) -> None:
    """Refuse a template that is no Word file, unfolds to too much, or would run or fetch something when opened."""
    try:
        with ZipFile(io.BytesIO(template)) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_TEMPLATE:
                raise Refused("template_too_large")
            names = {part.filename for part in parts}
            links = [link for name in names if name.endswith(".rels") for link in _outside(archive.read(name))]
    except (*_UNREADABLE, BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error):
        raise Refused("not_word") from None
    if "word/document.xml" not in names:
        raise Refused("not_word")
    if any(_ACTIVE.search(name) for name in names) or not set(links) <= _HARMLESS_OUTSIDE:
        raise Refused("leads_outside")


def _outside(relations: bytes) -> Iterator[str]:
    """The kinds of relations that lead out of the file."""
    for relation in etree.fromstring(relations, _XML):
        if relation.get("TargetMode") == "External":
            yield relation.get("Type", "")


class _Template(DocxTemplate):  # type: ignore[misc]
    """docxtpl with errors that name the tag, a limit on what comes out, and no XML mended in silence."""

    def render_xml_part(self, src_xml: str, part: Any, context: Mapping[str, Data], jinja_env: Any = None) -> str:
        """The XML of one part with its tags filled."""
        self.current_rendering_part = part
        source = _PARAGRAPH.sub(r"\n<w:p\1", src_xml)
        try:
            checked(jinja_env, source)
            text = "".join(_up_to_the_limit(jinja_env.from_string(source).generate(context)))
        except Refused:
            raise
        except Exception as problem:  # noqa: BLE001 - what a tag runs into is sorted below
            raise self._blamed(problem, source) from None
        return str(self.resolve_listing(text.replace("\n<w:p", "<w:p")))

    def fix_tables(self, xml: str) -> Any:
        """The tree of the body: broken XML is refused, where docxtpl would leave out what it cannot read."""
        etree.fromstring(xml.encode(), _XML)
        try:
            return super().fix_tables(xml)
        except (AttributeError, TypeError):
            raise Refused("gives_broken_word") from None

    def render_properties(self, context: Mapping[str, Data], jinja_env: Any = None) -> None:
        """Leave the properties of the file: they are set when it is packed."""

    def _blamed(self, problem: Exception, source: str) -> Refused:
        fault = next((fault for kind, fault in _FAULTS if isinstance(problem, kind)), None)
        if fault is None:
            raise problem
        return Refused(fault, *placed(blamed(problem, source), self.docx.element.body))


def _up_to_the_limit(pieces: Iterable[str]) -> Iterator[str]:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > _LARGEST_XML:
            raise Refused("result_too_large")
        yield piece


def _roots(document: Document) -> list[Any]:
    """The body, and each header and footer."""
    kinds = {RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER}
    parts = [relation.target_part for relation in document.part.rels.values() if relation.reltype in kinds]
    return [document.element.body, *(part.element for part in parts)]
