"""Levels of the organisation as sentences name them, and as the workspace does."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from dvk.importing.known import Known

Tier = Literal["central", "province", "district", "commune", "hamlet", "affiliated", "below"]
_TIERS: tuple[Tier, ...] = ("central", "province", "district", "commune", "hamlet")
"""From the top; ``affiliated`` stands just below the issuer, ``below`` is whoever stands below."""

_NAMES: dict[Tier, tuple[str, ...]] = {
    "central": ("Trung ương", "Cấp trung ương"),
    "province": ("Cấp tỉnh", "Tỉnh"),
    "district": ("Cấp huyện", "Huyện"),
    "commune": ("Cấp xã", "Xã", "Cơ sở"),
    "hamlet": ("Chi đoàn", "Cấp thôn", "Thôn", "Khu dân cư", "Dưới cấp xã", "Thôn, tổ dân phố"),
}
_MENTIONS: tuple[tuple[Tier, str], ...] = (
    ("central", r"trung ương(?: đoàn| hội)?"),
    (
        "affiliated",
        (
            r"(?:các )?(?:đoàn|đơn vị|cơ sở đoàn|cơ sở|hội|tổ chức|đảng bộ|đtt|đoàn tt)(?: cơ sở)? trực thuộc"
            r"|đtt\b|đoàn tt\b"
            r"|đơn vị cấp ii"
        ),
    ),
    (
        "hamlet",
        r"chi đoàn(?! cơ quan)|chi hội|khu dân cư|ban công tác mặt trận|thôn|buôn|ấp|tổ dân phố|khu phố|liên đội",
    ),
    (
        "commune",
        r"(?:các )?c[ơở] sở (?:đoàn|hội)|(?:đoàn|hội|cấp) cơ sở|cấp xã|phường|thị trấn|đặc khu|xã(?! hội)|các cơ sở",
    ),
    (
        "province",
        r"(?:các )?tỉnh,? thành(?: ?phố| ?đoàn| ?hội| ?ủy)?(?: trực thuộc trung ương)?|tỉnh(?! ủy)(?: ?(?:đoàn|hội))?",
    ),
    (
        "district",
        (
            r"huyện(?! ủy)(?: ?(?:đoàn|hội))?|quận(?! ủy)(?: ?đoàn)?|thị xã|thành phố|(?:thị|thành) ?đoàn|(?:thị"
            r"|thành)(?=\s*(?:,|và\s|-|/|$))"
        ),
    ),
    (
        "below",
        (
            r"(?:các|mỗi|từng) cấp bộ đoàn|đoàn các cấp|mttq các cấp|mặt trận các cấp|các cấp|(?:các|mỗi"
            r"|từng) (?:đơn vị|địa phương)"
            r"|tổ chức thành viên|các đoàn thể|các nhà trường|các chi bộ|cấp dưới"
        ),
    ),
)
_MENTION = re.compile(
    "|".join(f"(?P<t{number}>(?<!\\w)(?:{words})(?!\\w))" for number, (_, words) in enumerate(_MENTIONS)), re.IGNORECASE
)
_KINDS = {
    "phường": "Phường",
    "thị trấn": "Thị trấn",
    "đặc khu": "Đặc khu",
    "thị xã": "Thị xã",
    "thành phố": "Thành phố thuộc tỉnh",
    "quận": "Quận",
}
_WHOLE = re.compile(r"(?<!thị )xã(?! hội)|huyện|cấp|cơ sở|c[ơở] sở", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """A level named in a text, and where."""

    tier: Tier
    start: int
    end: int


def mentions_in(text: str) -> Iterator[Mention]:
    """Every level that a text names, in its order."""
    for found in _MENTION.finditer(text):
        if found.lastgroup is not None:
            yield Mention(_MENTIONS[int(found.lastgroup[1:])][0], found.start(), found.end())


def mention_at(text: str, start: int) -> Mention | None:
    """The level named just there."""
    found = _MENTION.match(text, start)
    return Mention(_MENTIONS[int(found.lastgroup[1:])][0], *found.span()) if found and found.lastgroup else None


def kinds_named(words: str, known: Known) -> list[str]:
    """The kinds of units, where words name some kinds of a level and not all: ``các phường, thị trấn``."""
    if _WHOLE.search(words):
        return []
    named = [
        known.kind(name) for word, name in _KINDS.items() if re.search(rf"(?<!\w){word}(?!\w)", words, re.IGNORECASE)
    ]
    return [kind for kind in named if kind]


@dataclass(frozen=True)
class Ranks:
    """Where the issuer stands among the levels of its workspace."""

    known: Known

    @cached_property
    def issuer(self) -> str | None:
        """The level of the issuer on the day of the paper."""
        return self._level_of(self.known.unit)

    @cached_property
    def below(self) -> str | None:
        """The level just below the issuer: that of most units under it, else the next one that has units on the day."""
        organisation, day = self.known.workspace.organisation, self.known.day
        if self.known.unit in organisation.units:
            under = organisation.below_on(self.known.unit, day)
            children = [unit for unit in under if organisation.parent_on(unit, day) == self.known.unit]
            levels = Counter(filter(None, (self._level_of(unit) for unit in children)))
            if levels:
                return max(sorted(levels), key=lambda level: levels[level])
        order = self._order
        lower = order[order.index(self.issuer) + 1 :] if self.issuer in order else []
        used = {self._level_of(unit) for unit in organisation.units if organisation.is_open(unit, day)}
        return next((level for level in lower if level in used), lower[0] if lower else None)

    @cached_property
    def all_below(self) -> list[str]:
        """The levels below the issuer, from the one just below it."""
        order, below = self._order, self.below
        return order[order.index(below) :] if below in order else []

    def level(self, tier: Tier) -> tuple[str, str]:
        """The id of a level that a text names, and a doubt where the workspace has none of that name."""
        if tier in {"below", "affiliated"}:
            return (self.below or "commune", "level_guessed" if tier == "below" else "")
        for name in _NAMES[tier]:
            if found := self.known.level(name):
                return found, ""
        if tier in self._order:
            return tier, ""
        lowest = self._order[-1] if self._order and tier == "hamlet" else self.below
        return lowest or tier, "level_guessed"

    def is_below(self, tier: Tier) -> bool:
        """Whether a level stands below the issuer."""
        return self._compare(tier) > 0

    def is_above(self, tier: Tier) -> bool:
        """Whether a level stands above the issuer."""
        return self._compare(tier) < 0

    def _compare(self, tier: Tier) -> int:
        if tier in {"below", "affiliated"}:
            return 1
        level, doubt = self.level(tier)
        order, issuer = self._order, self.issuer
        if issuer in order and level in order and not doubt:
            return order.index(level) - order.index(issuer)
        own = next((at for at, name in enumerate(_TIERS) if self.level(name) == (issuer, "")), None)
        return _TIERS.index(tier) - own if own is not None else 0

    @cached_property
    def _order(self) -> list[str]:
        return [level.id for level in self.known.workspace.settings.levels]

    def _level_of(self, unit: str) -> str | None:
        record = self.known.workspace.organisation.units.get(unit)
        if record is None or not record.levels:
            return None
        held = [level.value for level in record.levels if level.holds(self.known.day)]
        return held[-1] if held else record.levels[-1].value
