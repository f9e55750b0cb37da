"""The running text of a report of somebody else, sorted by the titles of its sections; the rest is its text."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from dvk.importing.bases import lead_in
from dvk.importing.outline import Outline, Section, mark_of, without_mark
from dvk.importing.paper import Block, Grid, Line, Piece
from dvk.importing.prose import markdown, text_of
from dvk.importing.quoted import Draft, Quoted
from dvk.importing.tables.exemplar_prose import ExemplarsTold
from dvk.importing.tables.head import cited, ended
from dvk.importing.tables.model_prose import Told, told_models
from dvk.importing.tables.named import Named
from dvk.importing.tables.section_titles import WEAK_STRENGTHS, field_words, label_key, section_key
from dvk.importing.tables.written import plain_words
from dvk.naming import compared

CAUSES_INSIDE = "causes_inside"
"""The doubt of limits whose title speaks of causes too."""
_CAPTION = re.compile(r"(?:bảng|biểu|\(?\s*đvt|\(?\s*đơn vị tính)\b.*", re.IGNORECASE)
_END = re.compile(r"[.;]?\s*/\.\s*$")
_FIELD = "by_field"

Fields = dict[str, Draft]


def narrative_of(outline: Outline, named: Named, year: int, spent: Collection[int]) -> Fields:
    """The sections of a report by key; what belongs to none stands in ``text``.

    Args:
        outline: the report.
        named: what its names mean.
        year: its year, for the models that it names.
        spent: the first lines of the tables that were read already.
    """
    sorter = _Sorter(named, year, spent)
    rest = [kept for each in outline.sections if (kept := sorter.sort(each, "", outline.sections))]
    before = sorter.labelled(sorter.unspent(lead_in(outline)), "")
    left = replace(outline, preamble=tuple(before), sections=tuple(rest))
    text = text_of(left)
    return sorter.draft() | ({"text": text} if text else {})


@dataclass(slots=True)
class _Sorter:
    """Takes sections out by their titles, and remembers what was taken."""

    named: Named
    year: int
    spent: Collection[int]
    texts: dict[str, list[Quoted]] = field(default_factory=dict)
    fields: dict[str, tuple[Quoted, list[str]]] = field(default_factory=dict)
    models: list[Draft] = field(default_factory=list)
    issued: list[Draft] = field(default_factory=list)
    exemplars: ExemplarsTold = field(default_factory=ExemplarsTold)

    def sort(self, section: Section, within: str, beside: Sequence[Section]) -> Section | None:
        """What of a section stays in the text around it; None where all of it went elsewhere."""
        title, opening = _apart(section)
        key = self._key(title, section, beside)
        if key == within:
            key = ""
        blocks = self.unspent([*opening, *section.blocks])
        inner = key or within
        kept = tuple(left for part in section.parts if (left := self.sort(part, inner, section.parts)))
        body = replace(section, blocks=tuple(self.labelled(blocks, inner)), parts=kept)
        if not body.blocks and not kept:
            return None if section.blocks or section.parts else section
        if not key:
            return replace(body, title=section.title) if not opening else replace(section, parts=kept)
        return self._taken(key, title, body)

    def unspent(self, blocks: Sequence[Block]) -> list[Block]:
        """The blocks without the tables that were read, and what is written above those."""
        spent = [isinstance(block, Grid) and _first(block) in self.spent for block in blocks]
        above = [*spent, False][1:]
        return [
            block
            for block, gone, captioned in zip(blocks, spent, above, strict=True)
            if not gone and not (captioned and isinstance(block, Line) and _CAPTION.fullmatch(block.text))
        ]

    def labelled(self, blocks: Sequence[Block], within: str) -> list[Block]:
        """The blocks without the lines that begin with a label, ``Ưu điểm: …``, and what stands below an empty one."""
        kept: list[Block] = []
        key, goes_on = "", False
        for block in blocks:
            label, words = _labelled(block)
            found = label_key(label) or self._field_key(label) or ""
            if found and found != within and found not in {"models", "documents_issued"}:
                key, goes_on = found, not words
                self._add(found, label, [_line(block, words)] if words else [])
            elif key and (goes_on or (isinstance(block, Line) and block.text.startswith("+"))) and not found:
                self._add(key, label, [block])
            else:
                key = ""
                kept.append(block)
        return kept

    def draft(self) -> Fields:
        """What was taken, in the keys of a report."""
        made: Fields = {key: _joined(found) for key, found in self.texts.items() if found}
        lists: dict[str, list[Draft]] = {
            "documents_issued": self.issued,
            _FIELD: [
                {"field": name, "text": Quoted("\n\n".join(texts), name.line)} for name, texts in self.fields.values()
            ],
            "models": self.models,
            "exemplars": self.exemplars.found,
        }
        made |= {key: found for key, found in lists.items() if found}
        return made

    def _key(self, title: str, section: Section, beside: Sequence[Section]) -> str:
        if compared(title) in WEAK_STRENGTHS:
            judged = any(section_key(each.words) == "limits" for each in beside)
            return "strengths" if judged and not section.parts else ""
        return self._field_key(title) or section_key(title) or ""

    def _field_key(self, title: str) -> str:
        return f"{_FIELD}.{found}" if title and (found := self.named.field(field_words(title))) else ""

    def _taken(self, key: str, title: str, body: Section) -> Section | None:
        """A section put in its place; what cannot stand there is given back."""
        if key == "models":
            told = told_models(body, self.named, self.year)
            return self._told(told)
        if key == "documents_issued":
            return self._issued(body)
        left = self.exemplars.taken_from(title, body) if key == "commendation" else body
        if left is not None:
            self._add(key, title, left.blocks, left.parts, body.title)
        return None

    def _told(self, told: Told) -> Section | None:
        self.models += told.models
        return told.rest

    def _issued(self, body: Section) -> Section | None:
        rest: list[Block] = []
        for block in body.blocks:
            words = without_mark(block.text) if isinstance(block, Line) and mark_of(block) else ""
            words = words or (block.text if isinstance(block, Line) else "")
            found = cited([_line(block, f"Căn cứ {ended(words)}")]).get("legal_bases") if words else None
            if isinstance(found, Sequence):
                self.issued += found
            else:
                rest.append(block)
        return replace(body, blocks=tuple(rest)) if rest or body.parts else None

    def _add(
        self, key: str, title: str, blocks: Sequence[Block], parts: Sequence[Section] = (), at: Line | None = None
    ) -> None:
        lifted = [_lifted(part, part.depth - 1) for part in parts]
        text = _END.sub(".", markdown(lifted, before=blocks).rstrip("\n"))
        line = at.number if at else next((_first(block) for block in blocks), 0)
        if not text:
            return
        if key.startswith(f"{_FIELD}."):
            found = key.removeprefix(f"{_FIELD}.")
            self.fields.setdefault(found, (Quoted(found, line, title), []))[1].append(text)
            return
        causes = key == "limits" and "nguyen nhan" in compared(title)
        self.texts.setdefault(key, []).append(Quoted(text, line, title, CAUSES_INSIDE if causes else ""))


def _apart(section: Section) -> tuple[str, list[Block]]:
    """The title of a section, and what goes on behind its colon as a line of its own."""
    title, colon, words = section.words.partition(":")
    known = colon and words.strip() and (section_key(title) or "linh vuc" in compared(title))
    return (title, [_line(section.title, words.strip())]) if known else (section.words.rstrip(" .:"), [])


def _labelled(block: Block) -> tuple[str, str]:
    """The words in front of the colon of a line, its mark left out, and those behind it."""
    if isinstance(block, Grid):
        return "", ""
    words = without_mark(block.text) if mark_of(block) else block.text
    label, colon, rest = plain_words(words).lstrip("*+- ").partition(":")
    return (label, rest.strip()) if colon else ("", "")


def _line(block: Block, words: str) -> Line:
    return Line(_first(block), (Piece(words),))


def _first(block: Block) -> int:
    """The number of the first line of a block."""
    return block.number if isinstance(block, Line) else next((line.number for line in block.lines), 0)


def _lifted(section: Section, by: int) -> Section:
    return replace(section, depth=section.depth - by, parts=tuple(_lifted(part, by) for part in section.parts))


def _joined(found: Sequence[Quoted]) -> Quoted:
    """Texts of one key that stand in several places, one below the other."""
    doubt = next((each.doubt for each in found if each.doubt), "")
    return Quoted("\n\n".join(each.value for each in found), found[0].line, found[0].phrase, doubt)
