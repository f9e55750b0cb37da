"""All findings of a change: of what it touches, of what it breaks elsewhere, and of the change itself."""

from collections.abc import Iterable, Iterator

from dvk.added_mistakes import added_mistakes
from dvk.changes import Comparison
from dvk.checking import findings_of
from dvk.findings import Finding, Mistake
from dvk.printing.template_checks import findings_of_templates, own_templates
from dvk.templates import WORD_FOLDER
from dvk.trust import CHANGE_CHECKS
from dvk.trust.owners import findings_of_actor


def findings_of_change(comparison: Comparison, actor: str | None = None) -> list[Finding]:
    """Every finding of a change, weighed by the policy of what it is to be merged into; the same in every run.

    Of changed files all that is wrong with them; of others what was not wrong before; and what no change may do.
    Changed Word templates are looked at as they would be, with the profiles that hold now.

    Args:
        comparison: the change.
        actor: who proposes it, by login or e-mail; without one nobody is asked whose files these are.
    """
    made = findings_of(comparison.head)
    found = [*_in_changed_files(comparison, made), *_elsewhere(comparison, made), *_of_the_change(comparison)]
    if actor is not None:
        found += findings_of_actor(comparison, actor)
    return sorted({finding.order: finding for finding in found}.values(), key=lambda finding: finding.order)


def _in_changed_files(comparison: Comparison, made: Iterable[Finding]) -> Iterator[Finding]:
    yield from (finding for finding in made if finding.file in comparison.paths)
    if any(path.startswith(f"{WORD_FOLDER}/") for path in comparison.paths):
        changed = [template for template in own_templates(comparison.head) if template.where in comparison.paths]
        yield from findings_of_templates(comparison.head, changed)


def _elsewhere(comparison: Comparison, made: Iterable[Finding]) -> Iterator[Finding]:
    """What is wrong in files that the change does not touch and was not wrong in the base."""
    if not comparison.changes:
        return
    before = _by_file(findings_of(comparison.base))
    for path, mistakes in _by_file(made).items():
        if path not in comparison.paths:
            added = added_mistakes(before.get(path, []), mistakes)
            yield from (comparison.head.finding(path, mistake) for mistake in added)


def _of_the_change(comparison: Comparison) -> Iterator[Finding]:
    for check in CHANGE_CHECKS:
        yield from (comparison.tip.finding(path, mistake) for path, mistake in check(comparison))


def _by_file(findings: Iterable[Finding]) -> dict[str, list[Mistake]]:
    found: dict[str, list[Mistake]] = {}
    for finding in findings:
        found.setdefault(finding.file, []).append(finding.mistake)
    return found
