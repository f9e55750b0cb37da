"""A template taken apart once: vetted, its tags compiled, ready to be filled again and again."""

import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docxtpl import DocxTemplate  # type: ignore[import-untyped]
from jinja2 import Template, TemplateError, UndefinedError
from jinja2.exceptions import SecurityError
from lxml import etree  # type: ignore[import-untyped]

from dvk.printing.data import Data
from dvk.printing.word.allowed import NotAllowed, see_that_all_is_allowed
from dvk.printing.word.look import dress, dress_styles
from dvk.printing.word.parts import Part, see_parts
from dvk.printing.word.placing import Origins
from dvk.printing.word.refusals import Fault, Refused
from dvk.printing.word.sandbox import Sandbox
from dvk.printing.word.tagged import see_that_tags_are_whole, tagged_parts
from dvk.printing.word.tags import a_tag_a_line
from dvk.printing.word.typed import too_deep, typed_tags
from dvk.printing.word.vetting import SAFE_XML, UNREADABLE, vet

_LARGEST_XML = 50 << 20
_PARAGRAPH = re.compile(r"<w:p([ >])")
_LISTED = re.compile("[\t\n\a\f]")
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


@dataclass(frozen=True, slots=True)
class Source:
    """A part of a template that holds tags.

    Args:
        part: ``body``, ``header``, ``footer`` or ``footnotes``.
        root: its XML.
        text: the same as jinja reads it, a paragraph a line.
    """

    part: str
    root: Any
    text: str


class Form:
    """A template that may be used; what is worked out for one document serves the next.

    Raises:
        Refused: where it is no Word file, unfolds to too much, or would run or fetch something when opened.
    """

    def __init__(self, template: bytes) -> None:
        vet(template)
        self.template = template
        self._environment = Sandbox()
        self._patched: dict[str, str] = {}
        self._compiled: dict[str, Template] = {}
        self._styles: dict[str, Any] = {}
        self.is_looked_at = self.is_whole = False
        self.seen: set[bytes] = set()
        self._has: set[str] = set()

    def filled(self, context: Mapping[str, Data]) -> Document:
        """A document of its own with the tags filled; nothing of it comes back in the next.

        Raises:
            Refused: where a tag cannot be used, or what they give cannot be read by Word.
        """
        made = _opened(self)
        if not self.is_whole:
            see_that_tags_are_whole(made.docx)
            self.is_whole = True
        try:
            made.render(context, self._environment)
        except UNREADABLE:
            raise Refused("gives_broken_word") from None
        document: Document = made.docx
        return document

    def opened(self) -> Document:
        """The template as it is, its tags not filled.

        Raises:
            Refused: where it cannot be read.
        """
        document: Document = _opened(self).docx
        return document

    def sources(self) -> Iterator["Source"]:
        """The parts of the template that hold tags, as jinja reads them.

        Raises:
            Refused: where it cannot be read.
        """
        made = _opened(self)
        yield from (made.source(name, root) for name, _, root in tagged_parts(made.docx))

    def see_parts(self, wanted: Sequence[Part]) -> None:
        """See once that the template has the parts that a document must have, whatever its data.

        Raises:
            Refused: for the first that it lacks, or that stands before one which comes first.
        """
        key = json.dumps([part["name"] for part in wanted])
        if key not in self._has:
            see_parts(self.opened(), wanted)
            self._has.add(key)

    def dress(self, document: Document, look: Mapping[str, Any]) -> None:
        """Give a document that this form was filled as the look of a profile; its styles are worked out once."""
        key = json.dumps(look, sort_keys=True)
        if key in self._styles:
            document.part._styles_part._element = deepcopy(self._styles[key])  # noqa: SLF001 - it has no other way in
        else:
            dress_styles(document, look)
            self._styles[key] = deepcopy(document.styles.element)
        dress(document, look)

    def patched(self, xml: str, patch: Callable[[str], str]) -> str:
        """The XML of a part as jinja reads it; the parts of a template are few and always the same."""
        if xml not in self._patched:
            self._patched[xml] = patch(xml)
        return self._patched[xml]

    def compiled(self, source: str) -> Template:
        """The tags of a part as code of the sandbox."""
        if source not in self._compiled:
            see_that_all_is_allowed(self._environment, source)
            self._compiled[source] = self._environment.from_string(source)
        return self._compiled[source]


def _opened(form: Form) -> "_Filling":
    made = _Filling(form)
    try:
        made.init_docx()
    except (*UNREADABLE, AttributeError):
        raise Refused("not_word") from None
    if not form.is_looked_at:
        deep = too_deep(made.docx.element.body)
        if deep is not None:
            raise Refused("nested_too_deep", deep.paragraph, deep.text)
        form.is_looked_at = True
    return made


class _Filling(DocxTemplate):  # type: ignore[misc]
    """docxtpl with errors that name the tag, a limit on what comes out, and no XML mended in silence."""

    def __init__(self, form: Form) -> None:
        super().__init__(io.BytesIO(form.template))
        self.form = form

    def patch_xml(self, src_xml: str) -> str:
        """The XML of a part with its tags put where jinja finds them."""
        return self.form.patched(src_xml, super().patch_xml)

    def render_xml_part(self, src_xml: str, part: Any, context: Mapping[str, Data], jinja_env: Any = None) -> str:
        """The XML of one part with its tags filled."""
        del jinja_env  # the form's own
        self.current_rendering_part = part
        source = _by_paragraphs(src_xml)
        try:
            text = "".join(_up_to_the_limit(self.form.compiled(source).generate(context)))
        except Refused:
            raise
        except Exception as problem:  # noqa: BLE001 - what a tag runs into is sorted below
            raise self._blamed(problem, source) from None
        return self.resolve_listing(text.replace("\n<w:p", "<w:p"))

    def resolve_listing(self, xml: str) -> str:
        """Line ends and tabs inside texts as Word writes them; most documents have none."""
        return str(super().resolve_listing(xml)) if _LISTED.search(xml) else xml

    def fix_tables(self, xml: str) -> Any:
        """The tree of the body: broken XML is refused, where docxtpl would leave out what it cannot read."""
        etree.fromstring(xml.encode(), SAFE_XML)
        try:
            return super().fix_tables(xml)
        except (AttributeError, TypeError):
            raise Refused("gives_broken_word") from None

    def render_properties(self, context: Mapping[str, Data], jinja_env: Any = None) -> None:
        """Leave the properties of the file: they are set when it is packed."""

    def source(self, part: str, root: Any) -> "Source":
        """A part of the template as jinja reads it, a paragraph a line."""
        return Source(part, root, _by_paragraphs(self.patch_xml(self.xml_to_string(root))))

    def _blamed(self, problem: Exception, source: str) -> Refused:
        fault = next((fault for kind, fault in _FAULTS if isinstance(problem, kind)), None)
        if fault is None:
            raise problem
        here = self.current_rendering_part
        within, root = next((name, root) for name, part, root in tagged_parts(self.docx) if part is here)
        text, told = source, problem
        try:
            self.form.compiled(a_tag_a_line(source))
        except Exception as again:  # noqa: BLE001 - the same once more, of one tag
            text, told = a_tag_a_line(source), again
        return Refused(fault, *Origins(text, typed_tags(root)).blamed(told), within=within)


def _by_paragraphs(xml: str) -> str:
    """Every paragraph on a line of its own, so that the line of a tag tells its paragraph."""
    return _PARAGRAPH.sub(r"\n<w:p\1", xml)


def _up_to_the_limit(pieces: Iterable[str]) -> Iterator[str]:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > _LARGEST_XML:
            raise Refused("result_too_large")
        yield piece
