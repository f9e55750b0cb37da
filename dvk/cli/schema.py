"""``dvk schema [KIND]``: the JSON Schemas that editors check files by while they are typed."""

from typing import Annotated

import typer

from dvk.cli.bilingual import both
from dvk.cli.opening import known_word, root_of, session_of
from dvk.cli.options import Root
from dvk.kinds import KINDS
from dvk.schemas import schema_files, schema_path
from dvk.shown import printable
from dvk.views.schema import kinds_table
from dvk.writing import write_changed

KindName = Annotated[
    str | None,
    typer.Argument(
        metavar="[KIND]",
        help=both(
            "Loại tệp: plan, report …; không ghi: liệt kê các loại.",
            "The kind of file: plan, report …; without it, all kinds are listed.",
        ),
    ),
]
Write = Annotated[
    bool,
    typer.Option(
        "--write",
        help=both(
            "Ghi vào thư mục schemas/ thay vì in ra; tệp đã đúng thì để nguyên.",
            "Write them into schemas/ instead of printing; what is up to date stays.",
        ),
    ),
]

_WRITTEN = {"vi": "Đã ghi {0}", "en": "Wrote {0}"}
_UP_TO_DATE = {"vi": "schemas/ đã đúng, không phải ghi gì.", "en": "schemas/ is up to date; nothing was written."}


def command(ctx: typer.Context, kind: KindName = None, write: Write = False, root: Root = None) -> None:
    session = session_of(ctx)
    language = session.language
    names = [known_word("kind", kind, list(KINDS), language)] if kind else list(KINDS)
    texts = schema_files(language)
    if write:
        written = write_changed(root_of(root), {schema_path(name): texts[schema_path(name)] for name in names})
        told = [_WRITTEN[language].format(printable(path)) for path in written]
        session.print("\n".join(told) or _UP_TO_DATE[language])
    elif kind:
        session.print(texts[schema_path(names[0])].rstrip("\n"))
    else:
        session.print_tables([kinds_table(language)], "table")
