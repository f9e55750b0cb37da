"""What a reviewer has to look at: what dvk check finds, what binds already and changes, what is not real."""

from collections.abc import Iterator

from dvk.findings import Finding, Severity
from dvk.messages.words import word
from dvk.movements.leaps import Leap
from dvk.output.markdown_text import plain
from dvk.output.summary.naming import Reviewed
from dvk.shown import number
from dvk.views.findings import gravest_first, sentence, weights

_LONGEST_SENTENCE = 400


def to_look_at(reviewed: Reviewed) -> list[str]:
    """Lines on what to look at, the gravest first."""
    unasked = [] if reviewed.summary.actors else [f"- {reviewed.say('nobody_asked')}"]
    return [*_facts(reviewed), *_findings(reviewed), *unasked]


def _facts(reviewed: Reviewed) -> Iterator[str]:
    """What the change itself shows, apart from mistakes."""
    documents = reviewed.summary.touched.documents
    unread = [document.path for document in documents if document.how == "unread"]
    if unread:
        yield f"- **{reviewed.say('unread_documents', len(unread))}**: {reviewed.names(unread)}"
    kept = [document.path for document in documents if document.was_kept and not document.is_step]
    if kept:
        yield f"- **{reviewed.say('kept_changed', len(kept))}**: {reviewed.names(kept)}"
    steps = [document.path for document in documents if document.is_step]
    if steps:
        yield f"- {reviewed.say('steps_taken', len(steps))}: {reviewed.names(steps)}"
    invented = [document.path for document in documents if document.illustrative]
    if invented:
        yield f"- {reviewed.say('illustrative_documents', len(invented))}: {reviewed.names(invented)}"
    stated = sum(movement.after.basis == "stated" for movement in reviewed.summary.movements)
    if stated:
        yield f"- {reviewed.say('stated_used', stated, word('stated', reviewed.language))}"
    leaps = reviewed.listed([_leap(reviewed, leap) for leap in reviewed.summary.leaps])
    if leaps:
        yield f"- **{reviewed.say('far_off', len(reviewed.summary.leaps))}**:"
        yield from (f"  {leap}" for leap in leaps)


def _leap(reviewed: Reviewed, leap: Leap) -> str:
    """“Nhà Nhân ái (căn) · Huyện đoàn Càng Long · năm 2021: 90; năm 2020: 9”."""
    moved, language = leap.movement, reviewed.language
    year = reviewed.say("year").lower()
    now = number(moved.after.value or 0, language)
    return (
        f"{plain(reviewed.named.indicator(moved.name))} · {plain(reviewed.named.unit(moved.unit, moved.year))} · "
        f"{year} {moved.year}: {now}; {year} {moved.year - 1}: {number(leap.last_year, language)}"
    )


def _findings(reviewed: Reviewed) -> list[str]:
    """What came with the change, one by one, and how much was wrong before."""
    known = weights(reviewed.summary.findings_before, reviewed.language)
    before = [f"- {reviewed.say('found_before', known)}"] if known else []
    found = [f for f in reviewed.summary.findings if f.severity is not Severity.NOTE]
    if not found:
        return [f"- {reviewed.say('no_new_findings' if before else 'no_findings')}", *before]
    ordered = gravest_first(reviewed.places.in_order(found))
    counts = weights(found, reviewed.language)
    return [f"- **{reviewed.say('found', counts)}**:", *(f"  {line}" for line in _listed(reviewed, ordered)), *before]


def _listed(reviewed: Reviewed, findings: list[Finding]) -> list[str]:
    return reviewed.listed([_finding(reviewed, finding) for finding in findings])


def _finding(reviewed: Reviewed, finding: Finding) -> str:
    place = reviewed.places.find(finding)
    where = f", {reviewed.say('line')} {place.line}" if place else ""
    told = plain(sentence(finding, reviewed.language), _LONGEST_SENTENCE)
    severity = word(finding.severity, reviewed.language)
    return f"{severity} {finding.mistake.code}: {told} · {plain(finding.file)}{where}"
