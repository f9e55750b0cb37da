"""``dvk diff A B PATH…``: what two versions of documents say differently, field by field."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from dvk import gitdoor
from dvk.cli.bilingual import both
from dvk.cli.destination import Destination, destination
from dvk.cli.meant_paths import path_meant
from dvk.cli.opening import root_of
from dvk.cli.options import Force, OutputFile, Root, TableFormat
from dvk.cli.session import Session
from dvk.errors import CannotGoOn
from dvk.file_differences import file_differences
from dvk.files_asked import snapshot_of
from dvk.messages.of_system import reason_of
from dvk.named_things import documents_cited, workspace_of_names
from dvk.printing.contents.names import Names
from dvk.snapshot import Snapshot
from dvk.vietnamese.dates import parse_date
from dvk.vietnamese.misread import Misread
from dvk.views.diff import Diff, Point, annex_tables, diff_json, diff_tables
from dvk.views.field_words import FieldWords

_LAST = "HEAD"
_MOST_POINTS = 2

Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[REV|DATE|PATH]…",
        help=both(
            "Một hoặc hai thời điểm (phiên bản git hoặc ngày), rồi tệp, thư mục. Thiếu thời điểm sau: so với các tệp "
            "hiện nay; thiếu cả hai: từ commit cuối.",
            "One or two points in time (git revisions or days), then files or folders. Without the second: the files "
            "as they are; without both: since the last commit.",
        ),
    ),
]
_SHALLOW = {
    "vi": "Bản sao git bị cắt (shallow): “đến hết ngày” chỉ xét những commit có ở đây.",
    "en": "A shallow clone: for the end of a day, only the commits that are here count.",
}


def command(
    ctx: typer.Context,
    words: Words = None,
    root: Root = None,
    form: TableFormat = None,
    output: OutputFile = None,
    force: Force = False,
) -> None:
    to = destination(ctx, form, output, force=force)
    folder = root_of(root)
    if not gitdoor.is_repository(folder):
        raise CannotGoOn("DVK902", root=str(folder))
    times, paths = _parted(folder, words or [])
    before = _side(folder, times[0] if times else _LAST, to.session)
    after = _side(folder, times[1] if times[1:] else None, to.session)
    diff = _diff(before, after, paths)
    if gitdoor.is_shallow(folder) and any(side.point.day and side.point.made for side in (before, after)):
        to.session.remark(_SHALLOW[to.session.language])
    _give(to, diff, _names(diff, after.snapshot, to.session))


@dataclass(frozen=True)
class _Side:
    """One of the two sides: its point in time and its files."""

    point: Point
    snapshot: Snapshot


def _parted(root: Path, words: Sequence[str]) -> tuple[list[str], list[str]]:
    """The points in time at the beginning, and the paths behind them; a file that is there is a path."""
    times: list[str] = []
    for word in words[:_MOST_POINTS]:
        if not _is_time(root, word):
            break
        times.append(word)
    return times, list(words[len(times) :])


def _is_time(root: Path, word: str) -> bool:
    if _day(word) is not None:
        return True
    if any(os.path.lexists(folder / word) for folder in (Path.cwd(), root)):
        return False
    try:
        gitdoor.resolve(root, word)
    except CannotGoOn as problem:
        if problem.code == "DVK901":
            return False
        raise
    return True


def _day(word: str) -> date | None:
    try:
        return parse_date(word)
    except Misread:
        return None


def _side(root: Path, typed: str | None, session: Session) -> _Side:
    snapshot = snapshot_of(root, typed)
    if typed is None or snapshot.commit is None:
        return _Side(Point("", "", None, session.today), snapshot)
    made = gitdoor.commit_moment(root, snapshot.commit)
    return _Side(Point(typed, snapshot.commit, made, _day(typed)), snapshot)


def _diff(before: _Side, after: _Side, typed: Sequence[str]) -> Diff:
    """What differs at the paths.

    Raises:
        CannotGoOn: DVK969 where a word is neither a point in time nor a file; DVK911 where a file cannot be read.
    """
    among = sorted({*before.snapshot.entries, *after.snapshot.entries})
    wanted = [_meant(after.snapshot.root, word, among) for word in typed]
    try:
        files = file_differences(before.snapshot, after.snapshot, wanted)
    except OSError as problem:
        raise CannotGoOn("DVK911", path=str(problem.filename), problem=reason_of(problem)) from None
    return Diff(before.point, after.point, files)


def _meant(root: Path, word: str, among: Sequence[str]) -> str:
    try:
        return path_meant(root, word, among)
    except CannotGoOn as problem:
        raise CannotGoOn("DVK969", word=word, near=problem.details.get("near", "")) from None


def _names(diff: Diff, snapshot: Snapshot, session: Session) -> FieldWords:
    cited = documents_cited(change for file in diff.files for change in file.changes)
    documents = {*cited, *(file.path for file in diff.files)}
    return FieldWords(Names(workspace_of_names(snapshot, documents), session.today), session.language)


def _give(to: Destination, diff: Diff, words: FieldWords) -> None:
    language = to.session.language
    to.give(
        json=lambda: diff_json(diff, words),
        tables=lambda: (annex_tables if to.form == "docx" else diff_tables)(diff, words, language),
    )
