"""The table of codes: every mistake that dvk can name, how much it weighs, and its sentences."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dvk.findings import Severity
from dvk.messages import Message
from dvk.messages.of_changes import OF_CHANGES
from dvk.messages.of_comparisons import OF_COMPARISONS
from dvk.messages.of_documents import OF_DOCUMENTS
from dvk.messages.of_exports import OF_EXPORTS
from dvk.messages.of_files import OF_FILES
from dvk.messages.of_git import OF_GIT
from dvk.messages.of_history import OF_HISTORY
from dvk.messages.of_orders import OF_ORDERS
from dvk.messages.of_owners import OF_OWNERS
from dvk.messages.of_papers import OF_PAPERS
from dvk.messages.of_profiles import OF_PROFILES
from dvk.messages.of_stamps import OF_STAMPS
from dvk.messages.of_steps import OF_STEPS
from dvk.messages.of_stops import OF_STOPS
from dvk.messages.of_templates import OF_TEMPLATES
from dvk.messages.of_workspaces import OF_WORKSPACES
from dvk.messages.of_writing import OF_WRITING

if TYPE_CHECKING:
    from dvk.facts import Settings

_WARNINGS = {
    "DVK306",
    "DVK314",
    "DVK315",
    "DVK317",
    "DVK318",
    "DVK319",
    "DVK321",
    "DVK412",
    "DVK416",
    "DVK418",
    "DVK420",
    "DVK422",
    "DVK423",
    "DVK424",
    "DVK426",
    "DVK427",
    "DVK428",
    "DVK430",
    "DVK431",
    "DVK432",
    "DVK434",
    "DVK435",
    "DVK436",
    "DVK437",
    "DVK438",
    "DVK441",
    "DVK442",
    "DVK443",
    "DVK444",
    "DVK445",
    "DVK446",
    "DVK449",
    "DVK511",
    "DVK514",
    "DVK515",
    "DVK610",
    "DVK611",
    "DVK612",
    "DVK614",
    "DVK618",
    "DVK626",
    "DVK632",
    "DVK633",
    "DVK640",
}
_NOTES = {"DVK112", "DVK312", "DVK414", "DVK421", "DVK510", "DVK513", "DVK627", "DVK628", "DVK631"}


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of mistake: its number, its weight unless policy says otherwise, and what it says."""

    name: str
    severity: Severity
    message: Message


def _weight(name: str) -> Severity:
    if name in _NOTES:
        return Severity.NOTE
    return Severity.WARNING if name in _WARNINGS else Severity.ERROR


_TABLES = (
    *(OF_FILES, OF_DOCUMENTS, OF_WORKSPACES, OF_ORDERS, OF_COMPARISONS, OF_PROFILES, OF_TEMPLATES),
    OF_CHANGES,
    OF_OWNERS,
    OF_STAMPS,
    *(OF_STOPS, OF_GIT, OF_HISTORY, OF_PAPERS, OF_WRITING),
    OF_STEPS,
    OF_EXPORTS,
)

CODES: dict[str, Code] = {
    name: Code(name, _weight(name), message)
    for name, message in sorted((named for table in _TABLES for named in table.items()), key=lambda named: named[0])
}


def severity_of(code: str, settings: "Settings") -> Severity:
    """How much a code weighs in a workspace."""
    return Severity(dict(settings.severities).get(code, CODES[code].severity))
