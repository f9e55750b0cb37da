"""Exemplars that a report tells of in sentences: ``- Đồng chí Lê Văn An, Bí thư Chi đoàn ấp 3: vận động …``."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dvk.importing.outline import Section, mark_of, without_mark
from dvk.importing.paper import Block, Grid
from dvk.importing.quoted import Draft, Quoted, quoted
from dvk.importing.tables.written import plain_words
from dvk.naming import FreeIds, compared
from dvk.vietnamese.text import slug

_OF_EXEMPLARS = re.compile(r"\b(?:dien hinh|guong|tieu bieu)\b")
_PERSON = re.compile(
    r"(?:(?:gương|cá nhân)\s*:?\s+)?(?:đồng chí|đ/c|anh|chị|ông|bà|em)\s+(?P<name>\w+(?:\s\w+){1,4})"
    r"(?:\s*(?:,|–|-)\s*(?P<post>[^:;.–]{3,100}))?\s*:\s*(?P<text>\S.*)",
    re.IGNORECASE,
)
_COLLECTIVE = re.compile(
    r"(?:tập thể\s*:?\s+)?(?P<name>(?:(?:ban thường vụ|ban chấp hành)\s+)?(?:chi đoàn|chi hội|chi bộ|đoàn xã|xã đoàn"
    r"|đoàn phường|đoàn thị trấn|đoàn trường|liên đội|câu lạc bộ|đội|tổ|nhóm|huyện đoàn|thị đoàn|thành đoàn"
    r"|ban công tác mặt trận|khu dân cư|thôn|ấp|buôn)\s[^:;.]{1,80}?)\s*:\s*(?P<text>\S.*)",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"(?<!\w)(?:đã|có|được|là|tổ chức|thực hiện|phối hợp|xây dựng|vận động|duy trì|giúp|tham gia|với|trong|các|gồm|như)"
    r"(?!\w)",
    re.IGNORECASE,
)
"""Words of a sentence: what holds one is no name."""
_FEWEST_WORDS = 4
"""An achievement has so many words and more."""
_LONGEST_ID = 60


@dataclass(slots=True)
class ExemplarsTold:
    """Takes exemplars out of the sections of a report.

    Args:
        found: the exemplars so far, in the keys of a report.
    """

    found: list[Draft] = field(default_factory=list)
    _ids: FreeIds = field(default_factory=FreeIds)

    def taken_from(self, title: str, section: Section) -> Section | None:
        """What is left of a section; None for nothing.

        A line goes where its title is one of exemplars, and it names a person or a collective and, behind a colon, what
        they did. Any other stays.
        """
        if not _OF_EXEMPLARS.search(compared(title)):
            return section
        return self._left(section)

    def _left(self, section: Section) -> Section | None:
        blocks: Sequence[Block] = [block for block in section.blocks if not self._is_taken(block)]
        parts = tuple(left for part in section.parts if (left := self._left(part)))
        return replace(section, blocks=tuple(blocks), parts=parts) if blocks or parts else None

    def _is_taken(self, block: Block) -> bool:
        made = _exemplar(block)
        if made is None:
            return False
        name = made["name"]
        wanted = slug(name.value)[:_LONGEST_ID].strip("-") or "muc"
        self.found.append({"id": Quoted(self._ids.new(wanted), name.line), **made})
        return True


def _exemplar(block: Block) -> dict[str, Quoted] | None:
    """Type, name, post and achievement of a line; None where it is not plainly one."""
    if isinstance(block, Grid):
        return None
    words = plain_words(without_mark(block.text) if mark_of(block) else block.text)
    for kind, pattern in (("individual", _PERSON), ("collective", _COLLECTIVE)):
        found = pattern.fullmatch(words)
        if found is None or _DOES.search(found["name"]) or len(found["text"].split()) < _FEWEST_WORDS:
            continue
        if kind == "individual" and not all(word[:1].isupper() for word in found["name"].split()):
            continue
        made = {"type": quoted(kind, block, words[: found.start("text")]), "name": quoted(found["name"], block)}
        post = found.groupdict().get("post")
        if post:
            made["post"] = quoted(post.strip(), block)
        return made | {"text": quoted(found["text"].removesuffix("/."), block)}
    return None
