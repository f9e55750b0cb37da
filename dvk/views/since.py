"""What changed in documents after they were stamped, as a table and as JSON."""

from collections.abc import Iterable, Iterator

from dvk.facts import Stamp
from dvk.messages import Language, Phrase
from dvk.messages.of_keys import CHOICES
from dvk.stamping import Since
from dvk.values import Moment
from dvk.vietnamese.dates import format_date
from dvk.views.table import Column, Table

_GAPS = {
    "no_git": Phrase("Không có git nên không biết đã đổi gì.", "Without git, what changed is not known."),
    "shallow": Phrase(
        "Bản sao git bị cắt (shallow), không có bản đã đóng dấu.",
        "The clone is shallow: what was stamped is not in it.",
    ),
    "no_version": Phrase(
        "Git không có bản đã đóng dấu: lúc đó chưa commit.", "Git has no such version: it was not committed then."
    ),
}
_ONLY_WRITTEN = Phrase(
    "Nghĩa như cũ, chỉ viết khác (3.000 và 3000 …).", "It means the same, written differently (3.000 and 3000 …)."
)
_FOUND = Phrase("Bản đã đóng dấu: commit {0}, nhận {1}.", "What was stamped: commit {0}, received {1}.")


def since_json(since: Iterable[Since]) -> list[dict[str, object]]:
    """What changed after stamps, document by document."""
    return [
        {
            "file": item.path,
            "stamps": [stamp_json(stamp) for stamp in item.stamps],
            "version": item.version.id if item.version else None,
            "gap": item.gap or None,
            "changes": [{"field": c.field, "old": c.old, "new": c.new} for c in item.changes],
        }
        for item in since
    ]


def stamp_json(stamp: Stamp) -> dict[str, object]:
    """A stamp as data."""
    return {
        "step": stamp.step,
        "unit": stamp.unit,
        "who": stamp.who,
        "post": stamp.post or None,
        "when": _moment(stamp.when),
        "without": [{"unit": part.unit, "reason": part.reason} for part in stamp.without],
    }


def _moment(moment: Moment) -> str:
    return moment.day.isoformat() + (f" {moment.hour:%H:%M}" if moment.hour else "")


def since_table(since: Iterable[Since], language: Language) -> Table:
    """One row for each field that is not as it was stamped."""
    en = language == "en"
    columns = (
        Column("file", "file" if en else "tệp"),
        Column("steps", "after it was" if en else "sau bước"),
        Column("field", "field" if en else "trường"),
        Column("old", "then" if en else "lúc đóng dấu"),
        Column("new", "now" if en else "bây giờ"),
    )
    table = Table("Changed after it was stamped" if en else "Đổi sau khi đóng dấu", columns)
    for item in since:
        steps = ", ".join(step_words(stamp.step, language) for stamp in item.stamps)
        rows = [(item.path, steps, change.field, change.old, change.new) for change in item.changes]
        table.rows.extend(rows or [(item.path, steps, None, None, None)])
        table.notes.extend(note for note in _notes(item, language) if note not in table.notes)
    return table


def _notes(item: Since, language: Language) -> Iterator[str]:
    """Where the old content was found, or why it is not known."""
    if item.version is None:
        yield _GAPS[item.gap].to(language)
        return
    yield _FOUND.to(language).format(item.version.id[:10], format_date(item.version.received.date()))
    if not item.changes:
        yield _ONLY_WRITTEN.to(language)


def step_words(step: str, language: Language) -> str:
    """What a step is called."""
    return CHOICES[f"step.{step}"].to(language)
