"""All findings of a change: of what it touches, of what it breaks elsewhere, and of the change itself."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from dvk.added_mistakes import added_mistakes, exactly_added
from dvk.changed_filings import trees_of
from dvk.changes import Comparison
from dvk.checking import findings_of
from dvk.findings import Finding, Mistake
from dvk.people import each_once
from dvk.printing.own_templates import own_templates
from dvk.printing.template_checks import findings_of_templates
from dvk.templates import WORD_FOLDER
from dvk.textfile import StablePaths
from dvk.trust import CHANGE_CHECKS
from dvk.trust.owners import findings_of_actor


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is found in a change, in the order of findings.

    Args:
        new: what came with it.
        before: what is wrong in the files that it touches, and was wrong there in the same way where it began.
    """

    new: list[Finding]
    before: list[Finding]


def findings_of_change(comparison: Comparison, actors: Sequence[str] = ()) -> list[Finding]:
    """Every finding of a change, new or not; see ``judgement_of``."""
    judgement = judgement_of(comparison, actors)
    return sorted([*judgement.new, *judgement.before], key=lambda finding: finding.order)


def judgement_of(comparison: Comparison, actors: Sequence[str] = ()) -> Judgement:
    """Every finding of a change, weighed by the policy of what it is to be merged into; the same in every run.

    Of changed files all that is wrong with them; of others what was not wrong before; and what no change may do.
    Changed Word templates are looked at as they would be, with the profiles that hold now.

    Args:
        comparison: the change.
        actors: who proposes it, by login or e-mail, and has to be allowed all of it, each of them; without any nobody
            is asked whose files these are.
    """
    made = findings_of(comparison.after)
    new = [*_added(comparison, made), *_in_changed_templates(comparison), *_of_the_change(comparison)]
    new += _of_people(comparison, actors)
    known = {finding.order: finding for finding in new}
    before = {f.order: f for f in made if f.file in comparison.paths and f.order not in known}
    return Judgement([known[order] for order in sorted(known)], [before[order] for order in sorted(before)])


def _in_changed_templates(comparison: Comparison) -> Iterator[Finding]:
    if any(path.startswith(f"{WORD_FOLDER}/") for path in comparison.paths):
        own = own_templates(comparison.after.snapshot)
        changed = [template for template in own if template.where in comparison.paths]
        yield from findings_of_templates(comparison.after, changed)


def _added(comparison: Comparison, made: Iterable[Finding]) -> Iterator[Finding]:
    """What is wrong in files, touched or not, and is not wrong in them without the change."""
    if not comparison.changes:
        return
    before = _by_file(findings_of(comparison.before))
    for path, mistakes in _by_file(made).items():
        known = before.get(path, [])
        touched = bool(known) and path in comparison.paths
        added = added_mistakes(known, mistakes, _stays(comparison, path)) if touched else exactly_added(known, mistakes)
        yield from (comparison.after.finding(path, mistake) for mistake in added)


def _stays(comparison: Comparison, path: str) -> Callable[[str], bool]:
    """Whether an entry of a document is there on both sides of a change."""
    sides = (trees_of(side.snapshot, [path]).get(path, {}) for side in (comparison.before, comparison.after))
    was, now = map(StablePaths, sides)
    return lambda entry: was.value(entry) is not None and now.value(entry) is not None


def _of_the_change(comparison: Comparison) -> Iterator[Finding]:
    for check in CHANGE_CHECKS:
        yield from (comparison.before.finding(path, mistake) for path, mistake in check(comparison))


def _of_people(comparison: Comparison, actors: Sequence[str]) -> Iterator[Finding]:
    """What is not for all of these people to do; of several at one place the first is told."""
    told: set[tuple[str, str, str]] = set()
    for actor in each_once(actors):
        found = findings_of_actor(comparison, actor)
        yield from (finding for finding in found if _place(finding) not in told)
        told.update(_place(finding) for finding in found)


def _place(finding: Finding) -> tuple[str, str, str]:
    return finding.mistake.code, finding.file, finding.mistake.field


def _by_file(findings: Iterable[Finding]) -> dict[str, list[Mistake]]:
    found: dict[str, list[Mistake]] = {}
    for finding in findings:
        found.setdefault(finding.file, []).append(finding.mistake)
    return found
