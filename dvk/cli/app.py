"""The table of commands; a command's module is imported only when it is called."""

from dataclasses import dataclass
from importlib import import_module
from typing import Any

import typer
from typer.main import get_command as build

from dvk.cli.bilingual import DvkCommand, DvkGroup, both


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


def group() -> Any:
    """The whole command line."""
    app = typer.Typer(
        cls=DvkGroup,
        name="dvk",
        no_args_is_help=True,
        add_completion=True,
        rich_markup_mode=None,
        help=both(
            "dvk: kế hoạch, đăng ký, báo cáo của một phong trào thi đua, bằng tệp văn bản trong git.",
            "dvk: plans, registrations and reports of an emulation movement, as plain files in git.",
        ),
    )
    app.callback()(_top)
    return build(app)


def _top(
    version: bool = typer.Option(False, "--version", help=both("In số phiên bản.", "Print the version.")),
) -> None:
    if version:
        from dvk import __version__

        typer.echo(__version__)
        raise typer.Exit
