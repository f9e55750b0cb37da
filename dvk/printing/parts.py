"""The parts that a printed document must have after its profile, and the tags that print each."""

import re
from collections.abc import Mapping

from dvk.components import COMPONENTS
from dvk.facts.profiles import Profile
from dvk.printing.data import Data

_TAGS: dict[str, tuple[str, ...]] = {
    "superior": ("cap_tren",),
    "issuer": ("don_vi_dau_trang", "don_vi"),
    "separator": ("gach_trai", "gach_phai"),
    "heading": ("tieu_de",),
    "motto": ("tieu_ngu",),
    "number": ("so_ky_hieu",),
    "place_date": ("noi_ngay",),
    "type": ("loai",),
    "subject": ("trich_yeu",),
    "addressee": ("kinh_gui",),
    "basis": ("can_cu",),
    "recipients_label": ("noi_nhan",),
    "recipient": ("noi_nhan",),
    "authority": ("chu_ky.tham_quyen",),
    "post": ("chu_ky.chuc_vu",),
    "signer": ("chu_ky.ho_ten",),
}
"""Part → the tags that give its words, the usual one first; where they give nothing, the paper has no such part."""
_ALSO = {"body": ("heading_1", "heading_2", "heading_3", "heading_4", "cell")}
"""Parts that others can stand for."""
_WITHOUT = {"reminder.docx": {"type", "subject"}}
"""Parts that a document has not, whatever its profile asks: a letter names no type, its subject stands by its number.

Source: Decree 30/2020, annex I.
"""
_FILLED_IN_BY_HAND = {"number", "place_date"}
_TO_FILL_IN = re.compile(r"\s{2}|…")
"""What stands where something is to be written by hand."""
_STYLES = {component.name: component.style for component in COMPONENTS}


def wanted_parts(profile: Profile, template: str) -> list[Data]:
    """The parts that a document of a template must have, in the order of its profile.

    Each has ``name``, ``style`` (the style of its paragraphs), ``also`` (styles that stand for it) and ``tags``.
    """
    return [_part(name) for name in _named(profile, template)]


def parts_to_print(profile: Profile, template: str, data: Mapping[str, Data]) -> list[Data]:
    """The same for one document: ``said`` tells whether its data have something to print there."""
    named = (_part(name) for name in _named(profile, template))
    return [{**part, "said": _has_words(part["tags"], data)} for part in named]


def blank_parts(profile: Profile, template: str, data: Mapping[str, Data]) -> list[str]:
    """The parts that a printed document leaves empty; number, place and day are blank in a draft by right."""
    found = []
    for part in _named(profile, template):
        tags = _TAGS.get(part, ())
        to_fill_in = not data.get("du_thao") and any(_TO_FILL_IN.search(str(_value(tag, data))) for tag in tags)
        if not _has_words(list(tags), data) or (part in _FILLED_IN_BY_HAND and to_fill_in):
            found.append(part)
    return found


def part_name(name: str) -> tuple[str, str]:
    """What a part is called in Vietnamese and in English."""
    return next(component.meaning for component in COMPONENTS if component.name == name)


def _named(profile: Profile, template: str) -> list[str]:
    return [name for name in profile.parts if name in _STYLES and name not in _WITHOUT.get(template, ())]


def _part(name: str) -> dict[str, Data]:
    return {
        "name": name,
        "style": _STYLES[name],
        "also": [_STYLES[other] for other in _ALSO.get(name, ())],
        "tags": list(_TAGS.get(name, ())),
    }


def _has_words(tags: Data, data: Mapping[str, Data]) -> bool:
    return not tags or any(_value(str(tag), data) for tag in (tags if isinstance(tags, list) else ()))


def _value(tag: str, data: Mapping[str, Data]) -> Data:
    value: Data = dict(data)
    for name in tag.split("."):
        value = value.get(name, "") if isinstance(value, dict) else ""
    return value
