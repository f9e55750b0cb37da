"""What a change is: one sentence, then the documents, the entries of the organisation, and other files."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from dvk.messages.of_keys.choices import CHOICES
from dvk.messages.of_keys.labels import label
from dvk.messages.words import word
from dvk.output.markdown_text import plain
from dvk.output.summary.naming import Reviewed
from dvk.summary import DocumentChange, ListChange
from dvk.vietnamese.dates import format_date
from dvk.views.summary import state_of, unit_of

_FIRST = ("unread", "removed", "withdrawn", "changed", "handed_in", "new")
"""What is done to documents, the gravest first."""


def first_sentence(reviewed: Reviewed) -> str:
    """What a change does in one sentence: “Đề nghị này **thêm 1 báo cáo; sửa 2 kế hoạch**.”."""
    touched = reviewed.summary.touched
    parts = list(_of_documents(reviewed))
    lists = dict.fromkeys("list_indicators" if row.kind == "indicators" else "list_units" for row in touched.lists)
    parts += [reviewed.say("lists", reviewed.say(name)) for name in lists]
    if touched.policy:
        parts.append(reviewed.say("sentence_policy", len(touched.policy)))
    if touched.others:
        parts.append(reviewed.say("sentence_others", len(touched.others)))
    sentence = f"{reviewed.say('this_change')} **{'; '.join(parts)}**."
    if touched.documents or touched.lists:
        return sentence
    return f"{sentence} {reviewed.say('only_others')}"


def _of_documents(reviewed: Reviewed) -> Iterator[str]:
    """“thêm 2 báo cáo, 1 bản đăng ký”, for each thing that is done."""
    counted = Counter((document.how, document.kind) for document in reviewed.summary.touched.documents)
    for how in reversed(_FIRST):
        kinds = [reviewed.say(f"of_{kind}", number) for (done, kind), number in counted.items() if done == how]
        if kinds:
            yield f"{reviewed.say(how)} {', '.join(kinds)}"


def documents(reviewed: Reviewed) -> list[str]:
    """A line for each document, the gravest first, and one for each list that is touched."""
    touched = reviewed.summary.touched
    ordered = sorted(
        touched.documents, key=lambda document: (not document.was_kept, document.is_step, _FIRST.index(document.how))
    )
    lines = [_document(reviewed, document) for document in ordered]
    found = reviewed.listed(lines)
    found += [f"- {_list(reviewed, row)}" for row in touched.lists]
    for name, changes in (("policy_files", touched.policy), ("others", touched.others)):
        if changes:
            paths = reviewed.names(change.path for change in changes)
            found.append(f"- **{reviewed.say(name)}** ({len(changes)}): {paths}")
    return found


def _document(reviewed: Reviewed, document: DocumentChange) -> str:
    what = f"{reviewed.say(document.how)} {word(document.kind, reviewed.language)}"
    unit = unit_of(document, reviewed.summary, reviewed.named)
    parts = [f"**{what[:1].upper()}{what[1:]}**"]
    parts += [plain(text) for text in (unit, document.period, state_of(document, reviewed.language)) if text]
    if document.is_step:
        parts.append(reviewed.say("is_step"))
    elif document.was_kept:
        parts.append(f"**{reviewed.say('was_kept')}**")
    if document.how == "changed" and document.keys:
        keys = [label(f"{document.kind}.{key}", reviewed.language) for key in document.keys]
        parts.append(f"{reviewed.say('keys')}: {reviewed.names(keys)}")
    if document.illustrative:
        parts.append(word("illustrative", reviewed.language))
    return " · ".join([*parts, plain(document.path)])


def _list(reviewed: Reviewed, row: ListChange) -> str:
    name = word(row.kind, reviewed.language) if row.kind != "events" else reviewed.say("events")
    parts = [
        f"{reviewed.say(f'entries_{what}')} {len(ids)} ({reviewed.names(_called(reviewed, row.kind, ids))})"
        for what, ids in (("added", row.added), ("changed", row.changed), ("removed", row.removed))
        if ids
    ]
    return f"**{name[:1].upper()}{name[1:]}**: {'; '.join(parts)}"


def _called(reviewed: Reviewed, kind: str, ids: Sequence[str]) -> list[str]:
    """Ids as they are; events, which have none, by day and in words: “01/11/2026, nhập …: xa-1, xa-2 → xa-3”."""
    if kind != "events":
        return [*ids]
    named = []
    for event in ids:
        day, _, rest = event.partition(" ")
        what, _, units = rest.partition(": ")
        words = CHOICES[f"kind.{what}"].to(reviewed.language)
        named.append(f"{format_date(date.fromisoformat(day))}, {words}: {units}")
    return named
