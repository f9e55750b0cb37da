"""Checks of a change: each a function (Comparison) → mistakes with their files; here is their table."""

from collections.abc import Callable

from dvk.changes import Comparison
from dvk.trust import (
    added_steps,
    file_modes,
    file_names,
    guarded_files,
    identifiers,
    locked_periods,
    loosened_plans,
    policy,
    removals,
    replaced_plans,
    revisions,
    used_numbers,
)
from dvk.workspace_checks.books import Found

CHANGE_CHECKS: tuple[Callable[[Comparison], Found], ...] = (
    removals.removed,
    revisions.identities,
    revisions.unexplained,
    revisions.rewritten_days,
    added_steps.without_stamps,
    added_steps.stamped_to_come,
    added_steps.left_out,
    locked_periods.locked_periods,
    loosened_plans.loosened,
    replaced_plans.replaced,
    identifiers.moved_folders,
    identifiers.units_taken_away,
    identifiers.indicators_taken_away,
    identifiers.obligations_taken_away,
    identifiers.models_taken_away,
    identifiers.changed_operators,
    used_numbers.used_numbers,
    policy.removed_policy,
    policy.changed_policy,
    policy.changed_owners,
    guarded_files.guarded,
    guarded_files.unjudged,
    file_modes.no_plain_files,
    file_modes.runnable,
    file_names.names,
    file_names.same_names,
)
"""Every check of a change, in the order in which they run."""
