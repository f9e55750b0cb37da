"""Whom a heading or a sentence speaks to: units below, the issuer itself, one of its departments."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from dvk.importing.known import Known
from dvk.importing.orders.departments import departments_alone
from dvk.importing.orders.levels import Mention, Ranks, Tier, kinds_named, mention_at, mentions_in
from dvk.importing.orders.words import LONGEST, past, searched
from dvk.importing.paper import Line
from dvk.importing.quoted import Draft, Quoted, quoted

Role = Literal["below", "issuer", "above", "others", "unsaid"]

_LEAD = re.compile(
    r"(?:đối với|trách nhiệm của|nhiệm vụ của|đề nghị|yêu cầu|giao cho|giao|phân công|ở|tại|các|những|mỗi|tất cả"
    r"|toàn thể|100%|từng"
    r"|ủy ban|ubnd|ubmttqvn|ubmttq|ub|mttqvn|mttq|mặt trận|tổ quốc|việt nam|ban thường vụ|btv|ban thường trực"
    r"|thường trực"
    r"|ban chấp hành|bch"
    r"|đoàn thanh niên|đoàn|hội|thanh niên|tncs|hồ chí minh|cấp bộ|cấp|ban chỉ đạo|bí thư|cán bộ|cơ quan"
    r"|thủ trưởng|đồng chí|chủ tịch"
    r"|và|,|:|-|–|/|\(|\)|ii\b|thuộc|trong toàn|toàn|trên địa bàn|nhân dân)(?!\w)",
    re.IGNORECASE,
)
_SPACE = re.compile(r"[\s,]+")
_ASKED = re.compile(r"\b(?:đề nghị|yêu cầu|giao cho|giao|phân công|đối với)\s+", re.IGNORECASE)
_ON_THE_WAY = re.compile(
    r"^[\s\-–+*•]*(?:căn cứ|trên cơ sở|theo|định kỳ|hằng|hàng|sau|ngay sau|từ|để|trước|chậm nhất|khi|qua|nhằm"
    r"|từ nay|riêng)\b",
    re.IGNORECASE,
)
_COMMA = re.compile(r",\s*")
_BULLET = re.compile(r"^[\s\-–+*•]*")
_DEPARTMENT = re.compile(
    r"(?:ban(?! thường| chấp| chỉ đạo| công tác mặt trận| hành)|văn phòng|vp|phòng|trung tâm|bộ phận|tổ(?! chức"
    r"| dân)|ủy ban kiểm tra|chi đoàn cơ quan)\s+\w",
    re.IGNORECASE,
)
_OWN_HEADING = re.compile(
    r"(?:(?:đối với|trách nhiệm của|nhiệm vụ của|giao)\s+)?(?:các\s+)?"
    r"(?:ban(?! thường| chấp| chỉ đạo| công tác mặt trận| hành)|văn phòng|phòng|trung tâm|bộ phận"
    r"|ủy ban kiểm tra)(?!\w)",
    re.IGNORECASE,
)
_SELF = re.compile(r"(?:cơ quan|văn phòng|ban thường vụ|btv|ban thường trực|thường trực)(?!\w)", re.IGNORECASE)
_OTHERS = re.compile(
    r"(?:(?:các )?(?:ban,? ngành|sở,? ngành|sở,? ban|phòng,? ban|cơ quan chuyên môn|ngành)|cấp ủy|chính quyền|ubnd"
    r"|hđnd|đảng ủy|công an)(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom words speak to.

    Args:
        role: units below the issuer, the issuer or a part of it, those above, others, or not said.
        who: the units below as ``who:`` of an obligation has them.
        words: the words that name them.
        departments: the departments of the issuer that a heading names and says nothing besides.
    """

    role: Role
    who: dict[str, Draft] = field(default_factory=dict)
    words: str = ""
    departments: tuple[Quoted, ...] = ()

    @property
    def is_named(self) -> bool:
        """Whether the words name more than “the units”."""
        return self.role != "unsaid" and not any(level.doubt == "level_guessed" for level in self.levels)

    @property
    def levels(self) -> list[Quoted]:
        """The levels of the units."""
        found = self.who.get("level", ())
        return [level for level in found if isinstance(level, Quoted)] if isinstance(found, list) else []


UNSAID = Addressee("unsaid")


@dataclass(frozen=True)
class Addressing:
    """Reads addressees for one issuer."""

    known: Known

    @cached_property
    def ranks(self) -> Ranks:
        """Where the issuer stands."""
        return Ranks(self.known)

    def of_heading(self, printed: str, line: Line) -> Addressee:
        """Whom a heading speaks to, if it names anybody in its first words and says little else."""
        text = searched(printed)
        departments = departments_alone(printed, self.known, line)
        if any(not each.doubt for each in departments) or (departments and _OWN_HEADING.match(text)):
            return Addressee("issuer", words=text, departments=departments)
        run = self._run(text, past(_BULLET, text))
        if run and len(text) - len(run) <= _MOST_BESIDE:
            return self._named(run, line)
        if _OWN_HEADING.match(text) or (_SELF.match(text) and len(text) <= _MOST_BESIDE):
            return Addressee("issuer", words=text)
        return Addressee("others", words=text) if _OTHERS.match(text) and len(text) <= _MOST_BESIDE else UNSAID

    def of_sentence(self, text: str, line: Line) -> Addressee:
        """Whom a sentence speaks to: the one that it asks, else its subject."""
        for found in _ASKED.finditer(text):
            run = self._run(text, found.end())
            if run and (asked := self._named(run, line)).role == "below":
                return asked
        start = past(_BULLET, text)
        commas = [found.end() for found in _COMMA.finditer(text[:_LONGEST_RUN])] if _ON_THE_WAY.match(text) else []
        for at in (start, *commas):
            named = self._subject(text, at, line)
            if named.role != "unsaid":
                return named
        return UNSAID

    def guessed(self, line: Line) -> Addressee:
        """The units just below the issuer, where nobody is named."""
        level, _ = self.ranks.level("below")
        return Addressee("below", {"level": [quoted(level, line, doubt="who_guessed")]})

    def recipient(self, text: str) -> Role:
        """To whom something is sent: ``issuer``, ``above``, ``below`` where that is not the issuer; else not said."""
        found = _SENT_TO.search(text)
        if not found:
            return "unsaid"
        if _PARTY.search(found["whom"]) and not _PARTY.search(self._own_name):
            return "below"
        tiers = {mention.tier for mention in mentions_in(found["whom"])} - {"below", "affiliated", "hamlet"}
        if any(not self.ranks.is_above(tier) and not self.ranks.is_below(tier) for tier in tiers) or not tiers:
            return "issuer"
        return "above" if all(self.ranks.is_above(tier) for tier in tiers) else "below"

    @cached_property
    def _own_name(self) -> str:
        return self.known.workspace.organisation.name_or_id(self.known.unit, self.known.day)

    def _subject(self, text: str, at: int, line: Line) -> Addressee:
        giving = re.match(r"(?:giao|phân công)\s+(?:cho\s+)?", text[at:], re.IGNORECASE)
        start = at + (giving.end() if giving else 0)
        if _DEPARTMENT.match(text, start):
            return Addressee("issuer", words=text[start : start + _MOST_BESIDE])
        run = self._run(text, at)
        if run:
            return self._named(run, line)
        return Addressee("others") if _OTHERS.match(text, start) else UNSAID

    def _run(self, text: str, start: int) -> str:
        """The words from there on that name units, with what stands between; "" where none are named."""
        at, named = start, False
        while at < min(len(text), start + _LONGEST_RUN):
            mention = mention_at(text, at)
            between = None if mention else (_LEAD.match(text, at) or _SPACE.match(text, at))
            if mention:
                at, named = mention.end, True
            elif between:
                at = between.end()
            else:
                break
        return text[start:at] if named else ""

    def _named(self, run: str, line: Line) -> Addressee:
        mentions = list(mentions_in(run))
        lower = [mention for mention in mentions if self.ranks.is_below(mention.tier)]
        if self.ranks.issuer is None and _MANY.search(run):
            lower = mentions
        if units := self._units(line.text, run):
            return Addressee("below", {"units": [quoted(unit, line, name) for name, unit in units]}, run)
        if lower:
            return Addressee("below", self._who(run.strip(" ,:-–("), lower, line), run)
        above = mentions and all(self.ranks.is_above(mention.tier) for mention in mentions)
        return Addressee("above" if above else "issuer", words=run)

    def _who(self, run: str, mentions: list[Mention], line: Line) -> dict[str, Draft]:
        """The levels named; affiliated and unnamed ones only where no other is, as they stand just below, too."""
        tiers: list[Tier] = [mention.tier for mention in mentions]
        named = (
            [tier for tier in tiers if tier not in {"below", "affiliated"}]
            or [t for t in tiers if t != "below"]
            or tiers
        )
        levels = dict(map(self.ranks.level, dict.fromkeys(named)))
        words = line.text[:LONGEST]
        at = searched(words).find(run)
        run = words[at : at + len(run)] if at >= 0 else run
        who: dict[str, Draft] = {"level": [quoted(level, line, run, doubt) for level, doubt in levels.items()]}
        if kinds := kinds_named(run, self.known):
            who["kind"] = [quoted(kind, line, run, "kinds_named") for kind in kinds]
        return who

    def _units(self, text: str, run: str) -> list[tuple[str, str]]:
        """Units named by their whole names where the run stands."""
        at = text.find(run.strip())
        words = text[at : at + _LONGEST_RUN].split() if at >= 0 else []
        for length in range(min(len(words), _LONGEST_NAME), 1, -1):
            name = " ".join(words[:length]).strip(" ,.;:")
            unit = self.known.unit_named(name)
            if unit and unit != self.known.unit:
                return [(name, unit)]
        return []


_MANY = re.compile(r"(?<!\w)(?:các|những|mỗi|từng)(?!\w)", re.IGNORECASE)
_PARTY = re.compile(r"(?:tỉnh|huyện|thành|thị|quận|đảng|khu) ủy|ubnd|ủy ban nhân dân|hđnd", re.IGNORECASE)
_SENT_TO = re.compile(
    r"(?<!\w)(?:(?:gửi|nộp|báo cáo)\s+)?(?:về|cho)\s+(?:các\s+)?(?P<whom>(?:ban(?! ngành)|ban thường|btv|ban chấp|bch"
    r"|thường trực|tỉnh|huyện|thành|thị|"
    r"đoàn|ủy ban|ub|mttq|mặt trận|hội|trung ương|xã|phường|cấp|đảng ủy|ban tuyên|ban tổ|văn phòng"
    r"|cơ quan)[^,.;:(]{0,70}?)"
    r"(?=\s+(?:trước|chậm|muộn|qua|để|định|theo|đến|bằng|vào|ngày|tổng hợp)(?!\w)|[,.;:()]|$)",
    re.IGNORECASE,
)
_LONGEST_RUN = 220
_MOST_BESIDE = 60
"""How many characters of a heading may say something else than whom it speaks to."""
_LONGEST_NAME = 10
