"""The table of commands; a command's module is imported only when it is called."""

from dataclasses import dataclass
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command as build

from dvk import __version__
from dvk.cli.bilingual import HEADINGS, DvkCommand, InTwoLanguages, both, chosen, language_of
from dvk.errors import CannotGoOn
from dvk.vietnamese.text import nearest


@dataclass(frozen=True, slots=True)
class Entry:
    """A command: the module that holds it as ``command``, and its line of help in both languages."""

    module: str
    help: str


COMMANDS: dict[str, Entry] = {
    "init": Entry("init", both("Tạo một không gian làm việc mới.", "Make a new workspace.")),
    "check": Entry("check", both("Kiểm tra mọi tệp, hoặc các tệp nêu tên.", "Check all files, or those named.")),
    "deadlines": Entry("deadlines", both("Ai nợ gì, hạn nào, ai chậm.", "Who owes what, by when, who is late.")),
    "rollup": Entry("rollup", both("Tổng hợp số liệu lên theo cây tổ chức.", "Add reports up the organisation tree.")),
    "why": Entry(
        "why", both("Vì sao ra con số này: từng tệp, từng dòng.", "Why a total is what it is: file and line.")
    ),
    "units": Entry("units", both("Các đơn vị hoạt động trong một ngày.", "The units open on a day.")),
    "explain": Entry("explain", both("Giải thích một mã lỗi, có ví dụ.", "Explain a code, with an example.")),
}
"""Every command, in the order in which help lists them."""


def load(name: str) -> Any:
    """Import a command's module and build the command."""
    entry = COMMANDS[name]
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name=name, help=entry.help, cls=DvkCommand)(import_module(f"dvk.cli.{entry.module}").command)
    return build(app)


class DvkGroup(InTwoLanguages, TyperGroup):
    """The group of commands: help lines from a table, a module imported when its command is called."""

    def pieces(self, ctx: Any) -> list[str]:
        """The words of a call after ``dvk``."""
        del ctx
        return ["[OPTIONS]", "COMMAND", "…"]

    def list_commands(self, ctx: Any) -> list[str]:
        """Names in the order of the table."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command itself, its module imported now."""
        del ctx
        return load(cmd_name) if cmd_name in COMMANDS else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that the first word names.

        Raises:
            CannotGoOn: with the nearest commands, if there is none of that name.
        """
        if args and not args[0].startswith("-") and args[0] not in COMMANDS and not ctx.resilient_parsing:
            near = " / ".join(nearest(args[0], list(COMMANDS)))
            raise CannotGoOn("DVK907", what="command", name=args[0], near=near)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Its options and the table of commands."""
        InTwoLanguages.format_options(self, ctx, formatter)
        language = language_of(ctx)
        with formatter.section(HEADINGS["commands"][language]):
            formatter.write_dl([(name, chosen(entry.help, language)) for name, entry in COMMANDS.items()])


def group() -> Any:
    """The whole command line."""
    app = typer.Typer(
        cls=DvkGroup,
        name="dvk",
        add_completion=True,
        rich_markup_mode=None,
        help=both(
            "dvk: kế hoạch, đăng ký, báo cáo của một phong trào thi đua, bằng tệp văn bản trong git.",
            "dvk: plans, registrations and reports of an emulation movement, as plain files in git.",
        ),
    )
    app.callback(invoke_without_command=True)(_top)
    return build(app)


def _top(
    ctx: typer.Context,
    version: bool = typer.Option(False, "--version", help=both("In số phiên bản.", "Print the version.")),
) -> None:
    if version:
        typer.echo(__version__)
    elif ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())
