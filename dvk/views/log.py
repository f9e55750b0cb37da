"""The history of documents as a table, as JSON, and as lines to read."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from dvk.document_log import Log, LogEntry
from dvk.messages import Language, Phrase
from dvk.messages.of_keys import CHOICES
from dvk.shown import printable
from dvk.vietnamese.dates import format_date
from dvk.views.field_words import FieldWords
from dvk.views.table import Cell, Column, Table

MOST_MOVED = 3
"""Changes of one commit that are told."""
_TOLD_ELSEWHERE = {"revision", "schema"}

_BECAME = {
    "added": Phrase("tệp mới", "new file"),
    "removed": Phrase("xoá tệp", "file removed"),
    "rewritten": Phrase("chỉ viết lại, nội dung như cũ", "only written anew; it says the same"),
    "unreadable": Phrase("tệp không đọc được", "the file cannot be read"),
    "readable": Phrase("đọc lại được; bản trước không đọc được", "can be read again; the one before could not"),
    "changed": Phrase("", ""),
}
_MORE = Phrase("và {0} chỗ khác", "and {0} more")
_NOT_COMMITTED = Phrase("chưa commit", "not committed")
_NOT_RECEIVED = Phrase("chưa vào nhánh chính", "not on the main branch")
_REVISION = Phrase("lần sửa {0}", "revision {0}")
_DATED = Phrase("commit tự đề {0}", "the commit itself says {0}")
_OLDER = Phrase("Còn {0} lần sửa trước đó: thêm --limit 0 để xem hết.", "{0} older changes: add --limit 0 to see all.")
_NOTHING = Phrase("Chưa có commit nào về tệp này.", "No commit has touched this.")


@dataclass(frozen=True)
class LogWords:
    """Words for a log."""

    words: FieldWords
    language: Language

    def when(self, entry: LogEntry) -> str:
        """When the main branch had it, or why that is not known."""
        if entry.commit is None:
            return _NOT_COMMITTED.to(self.language)
        if entry.received is None:
            return _NOT_RECEIVED.to(self.language)
        return f"{format_date(entry.received)} {entry.received:%H:%M}"

    def own_date(self, entry: LogEntry) -> str:
        """The date that the commit itself gives, where it is another one; "" else."""
        if entry.commit is None or entry.commit.committed == entry.received:
            return ""
        return f"{format_date(entry.commit.committed)} {entry.commit.committed:%H:%M}"

    def who(self, entry: LogEntry) -> str:
        """Name and e-mail of the author."""
        if entry.commit is None:
            return ""
        email = f"<{entry.commit.author_email}>" if entry.commit.author_email else ""
        return f"{entry.commit.author} {email}".strip()

    def state(self, entry: LogEntry) -> str:
        """The state of the document, in words."""
        state = entry.text("state")
        meaning = CHOICES.get(f"state.{state}")
        return meaning.to(self.language) if meaning else state

    def moved(self, entry: LogEntry, most: int | None = MOST_MOVED) -> list[str]:
        """What moved, a line each; at most so many, then how many more."""
        became = _BECAME[entry.became].to(self.language)
        told = [change for change in entry.changes if change.field not in _TOLD_ELSEWHERE]
        lines = [self.words.short(change, entry.tree_of(change), entry.kind) for change in told[:most]]
        left = len(told) - len(lines)
        return [*([became] if became else []), *lines, *([_MORE.to(self.language).format(left)] if left else [])]


def log_json(log: Log) -> list[dict[str, object]]:
    """One object a change, the newest first."""
    return [_entry_json(entry) for entry in log.entries]


def log_table(log: Log, words: FieldWords, language: Language) -> Table:
    """One row a change."""
    en, told = language == "en", LogWords(words, language)
    columns = (
        Column("received", "received", reader="machine"),
        Column("when", "received" if en else "nhận lúc", reader="people"),
        Column("committed", "committed", reader="machine"),
        Column("own_date", "commit says" if en else "commit tự đề", reader="people"),
        Column("author", "author" if en else "ai"),
        Column("email", "e-mail", reader="machine"),
        Column("path", "file" if en else "tệp"),
        Column("commit", "commit"),
        Column("revision", "revision" if en else "lần sửa"),
        Column("state", "state", reader="machine"),
        Column("state_words", "state" if en else "tình trạng", reader="people"),
        Column("became", "became", reader="machine"),
        Column("moved", "what moved" if en else "đổi gì"),
        Column("subject", "subject" if en else "lời ghi"),
    )
    table = Table("" if log.entries else _NOTHING.to(language), columns, [_row(e, told) for e in log.entries])
    table.notes.extend(_older(log, language))
    return table


def log_text(log: Log, words: FieldWords, language: Language) -> str:
    """For each commit who and when; below it for each file what it then was, and what moved."""
    if not log.entries:
        return _NOTHING.to(language)
    told = LogWords(words, language)
    several = len({entry.path for entry in log.entries}) > 1
    lines = [] if several else [printable(log.entries[0].path)]
    for _, entries in groupby(log.entries, key=lambda entry: entry.commit.id if entry.commit else ""):
        of_commit = list(entries)
        lines += _head(of_commit[0], told, language)
        lines += [line for entry in of_commit for line in _lines(entry, told, language, several=several)]
    return "\n".join([*lines, *_older(log, language)])


def _head(entry: LogEntry, told: LogWords, language: Language) -> Iterator[str]:
    """Who and when, and what the commit says of itself."""
    commit = entry.commit
    yield "  ".join(filter(None, (told.when(entry), printable(told.who(entry)), commit.id[:7] if commit else "")))
    if own := told.own_date(entry):
        yield f"  {_DATED.to(language).format(own)}"
    if commit and commit.subject:
        yield f"  “{printable(commit.subject)}”"


def _lines(entry: LogEntry, told: LogWords, language: Language, *, several: bool) -> Iterator[str]:
    revision = entry.text("revision")
    words = [_REVISION.to(language).format(revision) if revision else "", told.state(entry)]
    said = ", ".join(filter(None, words))
    if several or said:
        yield "    " + "  ".join(filter(None, (printable(entry.path) if several else "", printable(said))))
    yield from (f"      {printable(line)}" for line in told.moved(entry))


def _older(log: Log, language: Language) -> list[str]:
    return [_OLDER.to(language).format(log.older)] if log.older else []


def _row(entry: LogEntry, told: LogWords) -> tuple[Cell, ...]:
    commit = entry.commit
    return (
        entry.received,
        told.when(entry),
        commit.committed if commit else None,
        told.own_date(entry) or None,
        commit.author if commit else None,
        commit.author_email if commit else None,
        entry.path,
        commit.id[:12] if commit else None,
        entry.text("revision") or None,
        entry.text("state") or None,
        told.state(entry) or None,
        entry.became,
        "; ".join(told.moved(entry)) or None,
        commit.subject if commit else None,
    )


def _entry_json(entry: LogEntry) -> dict[str, object]:
    commit = entry.commit
    return {
        "path": entry.path,
        "commit": commit.id if commit else None,
        "author": commit.author if commit else None,
        "email": commit.author_email if commit else None,
        "committer": commit.committer if commit else None,
        "committed": commit.committed.isoformat() if commit else None,
        "received": entry.received.isoformat() if entry.received else None,
        "subject": commit.subject if commit else None,
        "became": entry.became,
        "revision": entry.text("revision") or None,
        "state": entry.text("state") or None,
        "changes": [{"field": c.field, "old": c.old, "new": c.new, "how": c.how} for c in entry.changes],
    }
