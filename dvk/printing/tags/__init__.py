"""The tags of each Word template, as a table: what docs/templates.md lists and ``dvk templates lint`` looks up."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TypeAlias

from dvk.printing.tags.common import COMMON
from dvk.printing.tags.exemplars import EXEMPLARS
from dvk.printing.tags.plan import PLAN
from dvk.printing.tags.registration import REGISTRATION
from dvk.printing.tags.reminder import REMINDER
from dvk.printing.tags.report import REPORT
from dvk.printing.tags.rollup import ROLLUP
from dvk.printing.tags.tag import Tag

Shape: TypeAlias = "str | list[Shape] | dict[str, Shape]"
"""What a tag gives, as plain data: ``text``, ``number``, ``flag`` or ``prose``, a list of one shape, a mapping."""

OWN: dict[str, tuple[Tag, ...]] = {
    "plan.docx": PLAN,
    "registration.docx": REGISTRATION,
    "report.docx": REPORT,
    "rollup.docx": ROLLUP,
    "reminder.docx": REMINDER,
    "exemplars.docx": EXEMPLARS,
}
"""The tags that a template has beside the common ones; every template that dvk knows."""

_NOT_COMMON = {
    "can_cu": {"rollup.docx", "reminder.docx", "exemplars.docx"},
    "ky_han": {"reminder.docx"},
}
"""Common tags that some templates have not."""


def _tags_of(template: str) -> list[Tag]:
    """Every tag of a template, the common ones first."""
    common = [tag for tag in COMMON if template not in _NOT_COMMON.get(tag.path, ())]
    return [*common, *OWN[template]]


@cache
def shapes_of(template: str) -> Mapping[str, Shape]:
    """What each tag of a template gives."""
    return _below(_tags_of(template), "")


def _below(tags: Iterable[Tag], above: str) -> dict[str, Shape]:
    """The tags whose names begin so and have no dot behind that."""
    listed = list(tags)
    inner = {tag.path.removeprefix(above): tag for tag in listed if tag.path.startswith(above)}
    return {name: _shape(listed, tag) for name, tag in inner.items() if "." not in name}


def _shape(tags: list[Tag], tag: Tag) -> Shape:
    same = tag.like or tag.path
    if tag.kind == "rows":
        return [_below(tags, f"{same}[].")]
    if tag.kind == "mapping":
        return _below(tags, f"{same}.")
    return ["text"] if tag.kind == "lines" else tag.kind
