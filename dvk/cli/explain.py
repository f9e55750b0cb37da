"""``dvk explain CODE``: what a code means, which mistake it prevents, an example and its good twin."""

from typing import Annotated

import typer

from dvk.cli.bilingual import both
from dvk.cli.destination import destination
from dvk.cli.opening import known
from dvk.cli.options import Force, OutputFile, TableFormat
from dvk.codes import CODES
from dvk.explaining import example
from dvk.views.explain import code_json, codes_table, page, page_json

Name = Annotated[
    str | None,
    typer.Argument(metavar="[CODE]", help=both("Một mã như DVK204; mặc định: mọi mã.", "A code; by default all.")),
]


def command(
    ctx: typer.Context,
    code: Name = None,
    form: TableFormat = None,
    output: OutputFile = None,
    force: Force = False,
) -> None:
    to = destination(ctx, form, output, force=force)
    language = to.session.language
    if code is None:
        to.give(
            json=lambda: [code_json(found, language) for found in CODES.values()],
            tables=lambda: [codes_table(CODES.values(), language)],
        )
        return
    name = code.strip().upper()
    found = CODES[known("code", f"DVK{name}" if name.isdecimal() else name, CODES)]
    to.give(
        json=lambda: page_json(found, example(found.name), language),
        tables=lambda: [codes_table([found], language)],
        text=lambda: page(found, example(found.name), language),
    )
