"""The units of a made-up country as files, its settings and its catalogue."""

from collections.abc import Iterator

from country_figures import COUNTED, RATIO
from country_shape import FIRST_DAY, LAST_DAY, Office, Region

SETTINGS = """\
schema: settings/v1
adoption_date: 2024-01-01
main_branch: main
fields:
  - {id: economy, name: Kinh tế, name_en: Economy}
  - {id: culture-society, name: Văn hóa - xã hội, name_en: Culture and society}
  - {id: defence-security, name: Quốc phòng - an ninh, name_en: Defence and security}
  - {id: political-system, name: Xây dựng hệ thống chính trị, name_en: Political system}
lines:
  - {id: youth-union, name: Đoàn TNCS Hồ Chí Minh, name_en: Youth Union}
levels:
  - {id: province, name: Cấp tỉnh, name_en: Province}
  - {id: district, name: Cấp huyện, name_en: District}
  - {id: commune, name: Cấp xã, name_en: Commune}
kinds:
  - {id: province, name: Tỉnh, name_en: Province}
  - {id: rural-district, name: Huyện, name_en: Rural district}
  - {id: commune, name: Xã, name_en: Commune}
  - {id: ward, name: Phường, name_en: Ward}
  - {id: township, name: Thị trấn, name_en: Township}
"""


def catalogue() -> str:
    """Write ``indicators.yaml``."""
    rows = [
        f"  - id: {c.id}\n    name: {c.name}\n    unit_of_measure: {c.unit_of_measure}\n    type: {c.type}\n"
        f"    over_time: {c.over_time}\n    over_units: {c.over_units}\n"
        for c in COUNTED
    ]
    parts = f"numerator: {COUNTED[7].id}, denominator: {COUNTED[8].id}"
    rows.append(f"  - {{id: {RATIO[0]}, name: '{RATIO[1]}', unit_of_measure: lần, type: decimal, {parts}}}\n")
    return "schema: indicators/v1\nindicators:\n" + "".join(rows)


def units(region: Region, *, reorganised: bool) -> Iterator[tuple[str, str]]:
    """The files of a region's units, one a province, as they are before the reorganisation or after it."""
    for province, districts in region.provinces:
        ends = reorganised and (region.is_new or province.id != region.after.id)
        rows = [_unit(province, ends=ends)]
        for district in districts:
            rows.append(_unit(district.office, ends=reorganised))
            rows.extend(
                _unit(commune, ends=reorganised and not commune.moved_to, moves=reorganised)
                for commune in district.communes
            )
        yield f"units/{province.id}.yaml", "schema: units/v1\nunits:\n" + "".join(rows)


def reorganisation(region: Region) -> tuple[str, str]:
    """Give the file of the units of 1 July 2025 and of what led to them."""
    rows = [_unit(region.after, new=True)] if region.is_new else []
    events = []
    if region.is_new:
        events.append(_event("merge", [province.id for province, _ in region.provinces], region.after.id))
    for _, districts in region.provinces:
        events.append(_event("end", [district.office.id for district in districts]))
        for district in districts:
            rows += [_unit(new, new=True) for _, new in district.merged]
            events += [_event("merge", [old.id for old in group], new.id) for group, new in district.merged]
            events += [_event("move", [commune.id]) for commune in district.staying]
    text = "schema: units/v1\nunits:\n" + "".join(rows) + "events:\n" + "".join(events)
    return f"units/sap-nhap-{region.after.id}.yaml", text


def _unit(office: Office, *, ends: bool = False, moves: bool = False, new: bool = False) -> str:
    lines = [f"  - id: {office.id}\n    line: youth-union\n"]
    lines.append(f"    from: {FIRST_DAY}\n" if new else f"    to: {LAST_DAY}\n" if ends else "")
    lines.append(f"    name: {office.name}\n    level: {office.level}\n    kind: {office.kind}\n")
    if moves and office.moved_to:
        before, after = (
            f"{{value: {office.parent}, to: {LAST_DAY}}}",
            f"{{value: {office.moved_to}, from: {FIRST_DAY}}}",
        )
        lines.append(f"    parent:\n      - {before}\n      - {after}\n")
    elif office.parent:
        lines.append(f"    parent: {office.parent}\n")
    return "".join(lines)


def _event(kind: str, before: list[str], after: str = "") -> str:
    into = f", into: [{after}]" if after else ""
    return f"  - {{kind: {kind}, date: {FIRST_DAY}, from: [{', '.join(before)}]{into}}}\n"
