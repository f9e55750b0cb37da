"""Checks of one document: each a function (Document) → mistakes in a file of its own; here is their table."""

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from dvk.document_checks.debtors import debtors
from dvk.document_checks.empty_dates import empty_dates
from dvk.document_checks.extensions import extensions
from dvk.document_checks.given_days import (
    given_days_of_plan,
    given_days_of_registration,
    given_days_of_report,
)
from dvk.document_checks.issue_day import issue_day
from dvk.document_checks.issued_without import (
    plan_issued_without,
    registration_issued_without,
    report_issued_without,
)
from dvk.document_checks.maintainers import maintainers
from dvk.document_checks.model_entries import model_entries
from dvk.document_checks.money_by_source import money_by_source
from dvk.document_checks.named_deadlines import named_deadlines
from dvk.document_checks.nulls import nulls
from dvk.document_checks.operators import operators
from dvk.document_checks.profiles import components, edition_days, measures
from dvk.document_checks.ratio_parts import ratio_parts
from dvk.document_checks.repeated_days import repeated_days
from dvk.document_checks.repeated_ids import (
    repeated_ids_of_indicators,
    repeated_ids_of_plan,
    repeated_ids_of_registration,
    repeated_ids_of_report,
    repeated_ids_of_settings,
    repeated_ids_of_units,
)
from dvk.document_checks.repeated_indicators import repeated_indicators
from dvk.document_checks.reversed_days import (
    reversed_days_of_plan,
    reversed_days_of_registration,
    reversed_days_of_units,
)
from dvk.document_checks.severities import severities
from dvk.document_checks.target_ranges import target_ranges_of_plan, target_ranges_of_registration
from dvk.document_checks.ways_of_dating import ways_of_dating
from dvk.document_checks.yearly_dates import yearly_dates
from dvk.findings import Mistake

Check: TypeAlias = Callable[[Any], Iterator[Mistake]]
"""A check takes the document of the kind under which it is listed."""

DOCUMENT_CHECKS: dict[str, tuple[Check, ...]] = {
    "settings": (repeated_ids_of_settings, severities),
    "units": (repeated_ids_of_units, reversed_days_of_units, maintainers),
    "indicators": (repeated_ids_of_indicators, ratio_parts, operators),
    "holidays": (repeated_days,),
    "plan": (
        repeated_ids_of_plan,
        ways_of_dating,
        yearly_dates,
        empty_dates,
        named_deadlines,
        extensions,
        debtors,
        issue_day,
        reversed_days_of_plan,
        target_ranges_of_plan,
        plan_issued_without,
        given_days_of_plan,
    ),
    "registration": (
        repeated_ids_of_registration,
        reversed_days_of_registration,
        target_ranges_of_registration,
        money_by_source,
        registration_issued_without,
        given_days_of_registration,
    ),
    "report": (
        repeated_ids_of_report,
        repeated_indicators,
        nulls,
        model_entries,
        report_issued_without,
        given_days_of_report,
    ),
    "profile": (components, measures, edition_days),
}
"""The checks of each kind of document, in the order in which they run."""
