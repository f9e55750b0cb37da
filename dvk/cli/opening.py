"""From the words of a call to a workspace and to things in it; an unknown name is answered with the nearest ones."""

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from typer import Context

from dvk.cli.session import Session
from dvk.errors import CannotGoOn
from dvk.files_asked import snapshot_of
from dvk.memory import Readings, Store
from dvk.messages import LANGUAGES, Language
from dvk.messages.words import word
from dvk.output.progress import progress
from dvk.remembered import Names, cache_folder, is_remembered, readings_file, remember
from dvk.shown import first_ones, printable
from dvk.snapshot import Snapshot, find_root

if TYPE_CHECKING:
    from dvk.workspace import Workspace
    from dvk.yearbook import Yearbook

JSON = "json"
_READING = {"vi": "Đọc tệp", "en": "Reading files"}
_SOON = 0.5
"""Seconds of reading before a terminal is shown how far it is."""
_UNREAD = {
    "vi": "Không đọc được {0} tệp, chưa tính: {1} (xem: dvk check)",
    "en": "Not read and not counted, {0} in all: {1} (see: dvk check)",
}
_LEFT_OUT = {
    "vi": "Không cộng {0} báo cáo: {1}",
    "en": "Reports not added, {0} in all: {1}",
}
_UNUSED = {
    "vi": "Không dùng {0} số liệu: {1} (xem: dvk check)",
    "en": "Figures not used, {0} in all: {1} (see: dvk check)",
}
_OTHER_MAIN = {
    "vi": "dvk.yaml ở đây ghi nhánh chính là “{0}”; dvk tính theo “{1}”, tên mà nhánh mặc định ghi",
    "en": "dvk.yaml here calls “{0}” the main branch; dvk goes by “{1}”, the name that the default branch says",
}
_NO_MAIN = {
    "vi": "Chỉ dvk.yaml ở đây nói “{0}” là nhánh chính: không biết nhánh chính nhận gì khi nào",
    "en": "Only dvk.yaml here calls “{0}” the main branch: what it received when is not known",
}
MOST_NAMED = 5
_MOST_CHOICES = 20


def session_of(ctx: Context) -> Session:
    """The session of a call."""
    session = ctx.find_root().obj
    if not isinstance(session, Session):
        raise TypeError("a command runs inside a session")
    return session


def workspace_of(session: Session, root: Path | None, at: str | None) -> "Workspace":
    """The workspace at ``root``, or at the nearest folder above this one that has one.

    Says beside the result which files could not be read: a total without them is not the whole.
    """
    workspace = opened(session, root, at)
    say_unread(workspace, session)
    return workspace


def opened(session: Session, root: Path | None, at: str | None) -> "Workspace":
    """The same, nothing said."""
    folder = root_of(root)
    return read_whole(snapshot_of(folder, at), readings_for(session, folder))


def read_whole(snapshot: Snapshot, readings: Readings) -> "Workspace":
    """The workspace that a snapshot makes; its names are remembered for completion, not those of the past."""
    from dvk.workspace import workspace_in

    workspace = workspace_in(snapshot, readings=readings)
    if snapshot.commit is None:
        remember(_names(workspace), cache_folder(os.environ))
    return workspace


def names_are_kept(root: Path) -> bool:
    """Whether completion knows the names of a workspace, or nothing is kept for it."""
    folder = cache_folder(os.environ)
    return folder is None or is_remembered(root, folder)


def readings_for(session: Session, root: Path) -> Readings:
    """What was read in earlier calls, where the user's cache has it."""
    file = readings_file(root, cache_folder(os.environ))
    store = Store(file) if file else None
    return Readings(store, session.began, progress=partial(progress, _READING[session.language], after=_SOON))


def _names(workspace: "Workspace") -> Names:
    from dvk.people import each_once

    filed = [path for path, _ in workspace.filings()]
    return Names(
        root=workspace.snapshot.root,
        units={unit: workspace.organisation.name_on(unit, date.max) for unit in workspace.organisation.units},
        indicators={indicator.id: indicator.name for indicator in workspace.indicators.values()},
        plans={path: plan.subject for path, plan in workspace.plans.items()},
        documents=(*filed, *workspace.stories, *workspace.unread),
        years=tuple(sorted({path.split("/")[1] for path in (*filed, *workspace.stories)})),
        people=each_once(person for unit in workspace.organisation.units.values() for person in unit.maintainers),
    )


def root_of(root: Path | None) -> Path:
    """The folder of the workspace that a call means."""
    return find_root(root if root is not None else Path.cwd())


def path_inside(root: Path, path: str) -> str:
    """A path as the workspace names it, whether it was given from here or from the root; "" is the root.

    Raises:
        CannotGoOn: DVK907 if it leads out of the workspace.
    """
    from_here = Path.cwd() / path
    for candidate in (from_here, root / path):
        try:
            found = candidate.resolve().relative_to(root.resolve())
        except ValueError:
            continue
        if candidate.exists() or candidate is not from_here:
            return "" if found == Path() else found.as_posix()
    raise CannotGoOn("DVK907", what="path", name=path)


def document_at_path(workspace: "Workspace", path: str) -> str:
    """The file of a workspace that a path means, whether it was given from here or from the root.

    Raises:
        CannotGoOn: DVK907, with the nearest documents, if there is none.
    """
    root = workspace.snapshot.root.resolve()
    for candidate in (Path.cwd() / path, root / path):
        found = candidate.resolve()
        if found.is_relative_to(root) and (name := found.relative_to(root).as_posix()) in workspace.snapshot.entries:
            return name
    return known("path", path, [name for name, _ in workspace.filings()])


def say_unread(workspace: "Workspace", session: Session) -> None:
    """Say beside a result which files could not be read: a total without them is not the whole."""
    say_first_ones(_UNREAD, [printable(path) for path in workspace.unread], session)


def say_first_ones(told: Mapping[str, str], named: Sequence[str], session: Session, *, number: int = 0) -> None:
    """Say beside the result how many there are, and name the first; nothing where there are none.

    Args:
        told: the sentence in each language; ``{0}`` is how many, ``{1}`` their names.
        named: what to call each.
        session: the run that says it.
        number: how many there are, where one name stands for several.
    """
    if named:
        session.remark(told[session.language].format(number or len(named), first_ones(named, MOST_NAMED)))


def say_main_branch(workspace: "Workspace", session: Session) -> None:
    """Say which branch is taken for the main one, where the settings on disk, which a change may have, name another."""
    from dvk.main_branch import main_branch

    named, known_as = workspace.settings.main_branch, main_branch(workspace.snapshot.root)
    if known_as is None:
        session.remark(_NO_MAIN[session.language].format(printable(named)))
    elif known_as != named:
        session.remark(_OTHER_MAIN[session.language].format(printable(named), printable(known_as)))


def say_what_is_missing(book: "Yearbook", session: Session) -> None:
    """Say beside a year's totals what was filed for it and is not in them: whole reports, and single figures."""
    _say_left_out(book.rollup.admission.left_out(book.rollup.year), session)
    _say_unused(book.rollup.figures.unused, session)


def _say_left_out(left_out: Mapping[str, str], session: Session) -> None:
    """Say which reports are read and not added, and why."""
    named = [f"{printable(path)} ({word(why, session.language)})" for path, why in left_out.items()]
    say_first_ones(_LEFT_OUT, named, session)


def _say_unused(figures: Mapping[str, int], session: Session) -> None:
    """Say how many figures of which reports are not used, as though nobody had given them."""
    named = [f"{printable(path)} ({number})" for path, number in figures.items()]
    say_first_ones(_UNUSED, named, session, number=sum(figures.values()))


def known(what: str, name: str, among: Iterable[str]) -> str:
    """The id, if it is known.

    Args:
        what: a word of the table of words that says what is asked for.
        name: what the user typed.
        among: the ids; where they lead to records with names, these are looked at as well.

    Raises:
        CannotGoOn: with the nearest ids, if it is not.
    """
    choices: Collection[str] = among if isinstance(among, Mapping) else list(among)
    if name in choices:
        return name
    from dvk.naming import nearest_known

    near = nearest_known(name, choices) or (choices if len(choices) <= _MOST_CHOICES else ())
    raise CannotGoOn("DVK907", what=what, name=name, near=" / ".join(near))


def known_word(what: str, typed: str, names: Sequence[str], language: Language) -> str:
    """The name that a user typed as it is or as its word in either language, accents and case optional.

    Raises:
        CannotGoOn: with the nearest names and words, if there is none.
    """
    from dvk.vietnamese.text import fold, nearest

    spelled = {fold(word(name, spoken)): name for spoken in LANGUAGES for name in names}
    found = (spelled | {fold(name): name for name in names}).get(fold(typed))
    if found is None:
        near = nearest(typed, [*names, *(word(name, language) for name in names)])
        raise CannotGoOn("DVK907", what=what, name=typed, near=" / ".join(near or names))
    return found


def open_in_year(book: "Yearbook", unit: str) -> str:
    """A unit that stands in the year's tree.

    Raises:
        CannotGoOn: DVK907 if there is no such unit, DVK912 if it was not open in the year.
    """
    organisation, year = book.workspace.organisation, book.rollup.year
    if unit in organisation.units and unit not in book.rollup.tree.parents:
        start, end = organisation.units[unit].start, organisation.end_of(unit)
        near = end if end is not None and end.year < year else start
        raise CannotGoOn("DVK912", unit=unit, year=str(year), near_year=str(near.year if near else year))
    return known("unit", unit, organisation.units)


def known_format(form: str, besides: Iterable[str] = ()) -> str:
    """The format, if there is one of that name; ``besides`` are those that only this command has.

    Raises:
        CannotGoOn: if there is none.
    """
    from dvk.output.tables import FORMATS

    choices = [*FORMATS, JSON, *besides]
    if form not in choices:
        raise CannotGoOn("DVK908", option="--format", typed=form, clear=" / ".join(choices))
    return form
