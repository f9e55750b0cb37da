"""Which obligations are met by a change, which no more, and what would still be missing."""

from collections import Counter

from dvk.messages.words import word
from dvk.movements.filings import FilingMovement
from dvk.output.markdown_text import plain
from dvk.output.summary.naming import Reviewed
from dvk.summary import Asked
from dvk.vietnamese.dates import format_date
from dvk.views.summary import effects


def obligations(reviewed: Reviewed) -> list[str]:
    """Lines on what is owed; nothing where the change brings no document."""
    summary = reviewed.summary
    if not summary.touched.documents and not summary.touched.lists:
        return []
    lines = [f"**{reviewed.say('unmet')}**: {_line(reviewed, movement)}" for movement in summary.unmet]
    lines += [f"**{reviewed.say('met')}**: {_line(reviewed, movement)}" for movement in summary.met]
    if not lines and not summary.otherwise:
        return [reviewed.say("no_obligation")]
    found = reviewed.listed(lines)
    found += reviewed.listed([_still(reviewed, asked) for asked in summary.asked])
    found += reviewed.listed(_otherwise(reviewed))
    day = format_date(summary.comparison.day)
    return [*found, "", reviewed.say("as_of", day)] if lines else found


def _line(reviewed: Reviewed, movement: FilingMovement) -> str:
    """“Báo cáo năm 2021 · Huyện đoàn Càng Long · đúng hạn (hạn cuối 04/11/2021)”."""
    owed = movement.owed
    due = f"{reviewed.say('last_day')} {format_date(owed.due.day)}" if owed.due else reviewed.say("no_due_day")
    states = [word(state, reviewed.language) for state in (movement.was, movement.now) if state]
    state = states[-1] if movement.is_met else " → ".join(states)
    return " · ".join(
        [
            _title(reviewed, owed.plan, owed.obligation.id, str(owed.period)),
            plain(reviewed.named.unit_on(owed.unit, owed.reference)),
            f"{plain(state)} ({due})",
        ]
    )


def _title(reviewed: Reviewed, plan: str, obligation: str, period: str) -> str:
    title = reviewed.named.obligation(plan, obligation)
    return plain(f"{title[:1].upper()}{title[1:]} {period}")


def _still(reviewed: Reviewed, asked: Asked) -> str:
    """“Báo cáo năm 2021: sau đó đã nộp 7/9; còn thiếu: A, B”."""
    title = _title(reviewed, asked.plan, asked.obligation, str(asked.period))
    after = reviewed.say("after_this", asked.filed, asked.expected)
    if not asked.missing:
        return f"{title}: {after}, {reviewed.say('nobody_missing')}"
    names = (reviewed.named.unit_on(unit, reviewed.summary.comparison.day) for unit in asked.missing)
    return f"{title}: {after}; {reviewed.say('still_missing')}: {reviewed.names(names)}"


def _otherwise(reviewed: Reviewed) -> list[str]:
    """Obligations that are new or gone, or stand otherwise, counted over their units."""
    counted: Counter[tuple[str, str, str]] = Counter()
    for effect, movement in effects(reviewed.summary):
        if effect in {"met", "unmet"}:
            continue
        owed = movement.owed
        states = [word(state, reviewed.language) for state in (movement.was, movement.now) if state]
        title = _title(reviewed, owed.plan, owed.obligation.id, str(owed.period))
        counted[reviewed.say(effect), title, plain(" → ".join(states))] += 1
    return [
        f"**{effect}**: {title} · {states} · {reviewed.say('units_number', number)}"
        for (effect, title, states), number in counted.items()
    ]
