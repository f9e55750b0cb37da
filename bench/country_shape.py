"""The organisation of a made-up country: provinces, districts, communes, and what became of them on 1 July 2025.

Its shape is the real one: a province has 8 to 14 districts, a district 11 to 21 communes. On that day districts end,
about three communes become one, one in thirty stays, and most provinces go together in twos and threes. Names are
made of common words, and repeat from province to province as they do.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from dvk.vietnamese.text import slug

FIRST_DAY, LAST_DAY = "2025-07-01", "2025-06-30"
_WORDS = (
    *("An", "Bình", "Cẩm", "Đông", "Đức", "Giang", "Hà", "Hải", "Hòa", "Hưng", "Khánh", "Lâm", "Lộc", "Long", "Mỹ"),
    *("Nam", "Ninh", "Phú", "Phước", "Quảng", "Sơn", "Tân", "Tây", "Thạnh", "Thọ", "Thuận", "Tiên", "Trung"),
    *("Vĩnh", "Xuân", "Yên"),
)
_KINDS = ("commune",) * 12 + ("ward", "ward", "township")
_CALLED = {"commune": "Đoàn xã", "ward": "Đoàn phường", "township": "Đoàn thị trấn"}
_STAYING = 0.5
"""In how many districts one of the communes lives on: one commune in thirty-two."""
_REGIONS = (1, 2, 2, 3, 1, 2)
"""How many provinces go together into one: 63 became 34."""
_STYLES = ("halves",) * 11 + ("year",) * 4 + ("quarters",) * 3 + ("months", "nine")
"""How the communes of a district report in 2024; dealt out like cards, so that small countries have all of them."""


@dataclass(frozen=True, slots=True)
class Office:
    """A unit.

    Args:
        id: its id.
        name: its name.
        level: ``province``, ``district`` or ``commune``.
        kind: one of the kinds of the settings.
        parent: the unit above, before the reorganisation; of a new unit the one above it after that.
        folder: where its files lie.
        moved_to: the unit above since the reorganisation, where it lived on without its district.
    """

    id: str
    name: str
    level: str
    kind: str
    parent: str
    folder: str
    moved_to: str = ""


@dataclass(frozen=True, slots=True)
class District:
    """A district, its communes, and which of these became what: those that became one stand together."""

    office: Office
    style: str
    communes: tuple[Office, ...]
    merged: tuple[tuple[tuple[Office, ...], Office], ...]

    @property
    def staying(self) -> tuple[Office, ...]:
        """The communes that lived on."""
        return tuple(commune for commune in self.communes if commune.moved_to)


@dataclass(frozen=True, slots=True)
class Region:
    """Provinces that became one, or a single one that stayed as it was: then ``after`` is the same office."""

    provinces: tuple[tuple[Office, tuple[District, ...]], ...]
    after: Office

    @property
    def is_new(self) -> bool:
        """Whether a new province took the place of others."""
        return self.after not in [province for province, _ in self.provinces]


def country(districts: int, seed: int) -> list[Region]:
    """Regions with so many districts together, the same for the same numbers."""
    rng = Random(f"{seed}/country")
    names, styles = _province_names(rng), _dealt(rng)
    regions: list[Region] = []
    while districts > 0:
        sizes = [rng.randint(8, 14) for _ in range(_REGIONS[len(regions) % len(_REGIONS)])]
        sizes = [min(size, districts - sum(sizes[:at])) for at, size in enumerate(sizes)]
        sizes = [size for size in sizes if size > 0]
        regions.append(_region(rng, [next(names) for _ in sizes], sizes, styles))
        districts -= sum(sizes)
    return regions


def _province_names(rng: Random) -> Iterator[str]:
    found = [f"{first} {second}" for first in _WORDS for second in _WORDS if first != second]
    rng.shuffle(found)
    yield from found


def _dealt(rng: Random) -> Iterator[str]:
    while True:
        deck = list(_STYLES)
        rng.shuffle(deck)
        yield from deck


def _region(rng: Random, names: list[str], sizes: list[int], styles: Iterator[str]) -> Region:
    provinces = [_unit(f"Tỉnh đoàn {name}", ("province", "province")) for name in names]
    after = provinces[0]
    if len(provinces) > 1:
        heir = rng.choice(provinces)
        after = replace(heir, id=f"{heir.id}-2025", folder=f"{heir.folder}-2025")
    found = []
    for province, size in zip(provinces, sizes, strict=True):
        called = [f"{first} {rng.choice(_WORDS)}" for first in rng.sample(_WORDS, size)]
        districts = [_district(rng, province, (name, next(styles)), after) for name in called]
        found.append((province, tuple(districts)))
    return Region(tuple(found), after)


def _district(rng: Random, province: Office, called: tuple[str, str], after: Office) -> District:
    name, style = called
    office = _unit(f"Huyện đoàn {name}", ("district", "rural-district"), province)
    pairs = [f"{first} {second}" for first in rng.sample(_WORDS, 7) for second in rng.sample(_WORDS, 4)]
    wanted = [pair for pair in pairs if len(set(pair.split())) > 1]
    communes = [_commune(rng, name, office) for name in rng.sample(wanted, rng.randint(11, 21))]
    staying = rng.random() < _STAYING
    if staying:
        communes[0] = replace(communes[0], moved_to=after.id)
    merged = tuple(_merged(rng, communes[1:] if staying else communes, after))
    return District(office, style, tuple(communes), merged)


def _commune(rng: Random, name: str, district: Office) -> Office:
    kind = rng.choice(_KINDS)
    return _unit(f"{_CALLED[kind]} {name}", ("commune", kind), district)


def _merged(rng: Random, communes: list[Office], after: Office) -> Iterator[tuple[tuple[Office, ...], Office]]:
    """Neighbours in twos, threes and fours, each with what they became."""
    at = 0
    while at < len(communes):
        group = tuple(communes[at : at + rng.choice((2, 3, 3, 3, 4))])
        at += len(group)
        if len(communes) - at == 1:
            group, at = (*group, communes[at]), at + 1
        first = group[0]
        new = f"{first.id}-2025"
        yield group, replace(first, id=new, parent=after.id, folder=f"{after.folder}/{new}")


def _unit(name: str, level_and_kind: tuple[str, str], parent: Office | None = None) -> Office:
    above = parent.id.partition("-doan-")[2] if parent else ""
    unit = "-".join(filter(None, (slug(name), above)))
    folder = f"{parent.folder}/{unit}" if parent else unit
    return Office(unit, name, *level_and_kind, parent=parent.id if parent else "", folder=folder)
