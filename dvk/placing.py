"""Where a file belongs: below its kind, its year and the folder of its unit, a report under its period's name."""

from dvk.facts import Filing, Report, Story
from dvk.kinds import KINDS
from dvk.organisation import Organisation
from dvk.periods import is_year_part


def place_of(path: str, document: Filing | Story, organisation: Organisation) -> str | None:
    """The path where a file belongs, its own name kept where it may be chosen; ``None`` if its unit is not known."""
    if document.unit not in organisation.units:
        return None
    name, folder = path.rpartition("/")[2], organisation.folder_of(document.unit)
    if isinstance(document, Story):
        return f"{KINDS['story'].folder}/{document.day.year}/{folder}/{name}"
    if isinstance(document, Report):
        name = _report_name(name, str(document.period))
    return f"{KINDS[document.kind].folder}/{document.period.year}/{folder}/{name}"


def is_misplaced(path: str, document: Filing | Story, organisation: Organisation) -> bool:
    """Whether a file stands elsewhere than it belongs, as ``2026 - Copy.yaml`` beside ``2026.yaml`` does."""
    return place_of(path, document, organisation) not in {path, None}


def _report_name(name: str, period: str) -> str:
    """The period, and behind a dash a topic of its own choice, such as ``2021-an-sinh.yaml``."""
    topic = name.removesuffix(".yaml").removeprefix(period)
    has_period = name != f"{topic}.yaml"
    is_topic = topic.startswith("-") and not is_year_part(topic[1:])
    return name if has_period and (is_topic or not topic) else f"{period}.yaml"
