"""``dvk find WORDS…``: every file that holds the words, however they are accented."""

from typing import Annotated

import typer

from dvk.cli.bilingual import both
from dvk.cli.destination import destination
from dvk.cli.opening import known, known_word, root_of, say_first_ones
from dvk.cli.options import At, Force, OutputFile, Root, TableFormat, Unit, a_year
from dvk.errors import CannotGoOn
from dvk.files_asked import snapshot_of
from dvk.kinds import KINDS
from dvk.output.search import as_text
from dvk.searching import Scope, search, units_of, wanted, with_those_below
from dvk.shown import printable
from dvk.snapshot import Snapshot
from dvk.views.search import search_json, search_table

Words = Annotated[
    list[str],
    typer.Argument(
        metavar="WORD…",
        help=both(
            "Từ cần tìm, có dấu hay không đều được; “nhà nhân ái” trong ngoặc là một cụm.",
            "What to find, accents optional; several words in quotes are one phrase.",
        ),
    ),
]
KindName = Annotated[
    str | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help=both("Chỉ một loại tài liệu, ví dụ report hay “báo cáo”.", "Only one kind of document, such as report."),
    ),
]
FolderYear = Annotated[
    int | None,
    typer.Option(
        "--year",
        metavar="YEAR",
        parser=a_year,
        help=both("Chỉ tài liệu của một năm; mặc định: mọi năm.", "Only documents of a year; by default all."),
    ),
]
Comments = Annotated[
    bool,
    typer.Option("--comments", help=both("Tìm cả trong chú thích, sau dấu #.", "Search comments (# …), too.")),
]
_UNREAD = {"vi": "Không đọc được {0} tệp: {1}", "en": "Not read, {0} in all: {1}"}


def command(
    ctx: typer.Context,
    words: Words,
    kind: KindName = None,
    unit: Unit = None,
    year: FolderYear = None,
    comments: Comments = False,
    at: At = None,
    root: Root = None,
    form: TableFormat = None,
    output: OutputFile = None,
    force: Force = False,
) -> None:
    to = destination(ctx, form, output, force=force)
    language = to.session.language
    asked = wanted(words)
    if not asked:
        raise CannotGoOn("DVK908", option="WORD", typed=" ".join(words), clear='dvk find "nhà nhân ái"')
    kind = known_word("kind", kind, list(KINDS), language) if kind is not None else None
    snapshot = snapshot_of(root_of(root), at)
    result = search(snapshot, asked, Scope(kind, year, _units(snapshot, unit), comments))
    say_first_ones(_UNREAD, [printable(path) for path in result.unread], to.session)
    to.give(
        json=lambda: search_json(result.found),
        tables=lambda: [search_table(result.found, language)],
        text=lambda: as_text(result.found, language),
    )


def _units(snapshot: Snapshot, unit: str | None) -> dict[str, str] | None:
    """The unit asked for and those that were ever below it, with their folders."""
    if unit is None:
        return None
    units = units_of(snapshot)
    return with_those_below(units, known("unit", unit, units.units))
