"""All that a change does and is not for the person who proposes it: DVK620 to DVK625; DVK628 where nobody is named."""

from dvk.changes import Comparison
from dvk.findings import Finding, Mistake
from dvk.kinds import kind_of
from dvk.snapshot import SETTINGS_FILE
from dvk.trust.owners.entries import judge_entries
from dvk.trust.owners.files import Judge
from dvk.trust.owners.ownership import Newcomer, Ownership
from dvk.workspace_checks.books import Found


def findings_of_actor(comparison: Comparison, actor: str) -> list[Finding]:
    """What a change does to files, entries and stamps of others, weighed by the policy that it is to be merged into.

    Args:
        comparison: the change; who answers for what is as its tip has it on its day.
        actor: who proposes it, by login or e-mail as ``maintainers:`` name people; case and a leading ``@`` make no
            difference.
    """
    return [comparison.before.finding(path, mistake) for path, mistake in _found(comparison, actor)]


def ownership_of(comparison: Comparison) -> Ownership:
    """Who answers for what before a change; units that it declares belong to whoever answers for those above."""
    known, head = comparison.before.organisation, comparison.after.organisation
    newcomers = {
        name: Newcomer(tuple(link.value for link in unit.parents), head.folder_of(name))
        for name, unit in head.units.items()
        if name not in known.units
    }
    return Ownership(known, comparison.day, newcomers)


def _found(comparison: Comparison, actor: str) -> Found:
    ownership = ownership_of(comparison)
    if not ownership.is_named:
        path = min(comparison.before.unit_files, default=SETTINGS_FILE)
        yield path, Mistake("DVK628", "", {"actor": actor.strip() or "–"})
        return
    judge = Judge(comparison, ownership, actor)
    for change in (*comparison.changes, *comparison.outside):
        if kind_of(change.path) != "units":
            yield from ((change.path, mistake) for mistake in judge.file(change))
    yield from judge_entries(comparison, ownership, actor)
