"""``dvk explain CODE``: what a code means, which mistake it prevents, an example and its good twin."""

from typing import Annotated

import typer

from dvk.cli.bilingual import both
from dvk.cli.opening import JSON, known, known_format, session_of
from dvk.cli.options import TableFormat
from dvk.codes import CODES
from dvk.explaining import example
from dvk.views.explain import code_json, codes_table, page, page_json

Name = Annotated[
    str | None,
    typer.Argument(metavar="[CODE]", help=both("Một mã như DVK204; mặc định: mọi mã.", "A code; by default all.")),
]


def command(ctx: typer.Context, code: Name = None, form: TableFormat = "table") -> None:
    session = session_of(ctx)
    form = known_format(form)
    language = session.language
    names = [known("code", code.strip().upper(), CODES)] if code else list(CODES)
    if form == JSON and code:
        session.print_json(page_json(CODES[names[0]], example(names[0]), language))
    elif form == JSON:
        session.print_json([code_json(CODES[name], language) for name in names])
    elif form == "table" and code:
        session.print(page(CODES[names[0]], example(names[0]), language))
    else:
        session.print_tables([codes_table([CODES[name] for name in names], language)], form)
