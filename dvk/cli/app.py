"""The table of commands; a command's module is imported only when it is called."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command as build

from dvk import __version__
from dvk.cli.bilingual import HEADINGS, DvkCommand, InTwoLanguages, both, chosen, language_of
from dvk.cli.plain_values import WithPlainValues
from dvk.errors import CannotGoOn


@dataclass(frozen=True, slots=True)
class Entry:
    """A command: the module that holds it as ``command``, and its line of help in both languages."""

    module: str
    help: str


COMMANDS: dict[str, Entry] = {
    "init": Entry("init", both("Tạo một không gian làm việc mới.", "Make a new workspace.")),
    "status": Entry("status", both("Việc cần làm bây giờ.", "What is to be done now.")),
    "new-plan": Entry("new_plan", both("Lập một kế hoạch mới.", "Make a new plan.")),
    "register-model": Entry("register_model", both("Lập bản đăng ký mô hình.", "Make a registration of models.")),
    "new-report": Entry("new_report", both("Lập một báo cáo mới.", "Make a new report.")),
    "set": Entry("set_value", both("Sửa từng giá trị của một tài liệu.", "Change single values of a document.")),
    "fmt": Entry("fmt", both("Làm gọn các tệp, không đổi nội dung.", "Tidy files; what they say stays.")),
    "submit": Entry("submit", both("Gửi báo cáo, đăng ký lên cấp trên.", "Hand documents in to the unit above.")),
    "accept": Entry("accept", both("Tiếp nhận tài liệu của cấp dưới.", "Accept documents of units below.")),
    "return": Entry(
        "return_document", both("Trả lại một tài liệu, nêu chỗ phải xem lại.", "Send a document back, naming fields.")
    ),
    "approve": Entry("approve", both("Duyệt tài liệu của cấp dưới.", "Approve documents of units below.")),
    "publish": Entry("publish", both("Công bố tài liệu đã duyệt.", "Publish approved documents.")),
    "check": Entry("check", both("Kiểm tra mọi tệp, hoặc các tệp nêu tên.", "Check all files, or those named.")),
    "verify": Entry("verify", both("Commit và dấu nào có chữ ký đúng.", "Which commits and stamps are signed well.")),
    "summary": Entry("summary", both("Một đề nghị sửa làm đổi những gì.", "What a change does, for its reviewer.")),
    "codeowners": Entry(
        "codeowners", both("Tệp CODEOWNERS: ai được mời duyệt tệp nào.", "The CODEOWNERS file: who is asked to review.")
    ),
    "deadlines": Entry("deadlines", both("Ai nợ gì, hạn nào, ai chậm.", "Who owes what, by when, who is late.")),
    "rollup": Entry("rollup", both("Tổng hợp số liệu lên theo cây tổ chức.", "Add reports up the organisation tree.")),
    "why": Entry(
        "why", both("Vì sao ra con số này: từng tệp, từng dòng.", "Why a total is what it is: file and line.")
    ),
    "export": Entry("export", both("Xuất số liệu thành bảng: Parquet, SQLite, CSV.", "Figures as plain tables.")),
    "import": Entry("import_papers", both("Đọc văn bản cũ thành bản nháp.", "Read old documents into drafts.")),
    "render": Entry("render", both("In văn bản ra tệp Word.", "Print documents as Word files.")),
    "templates": Entry(
        "templates", both("Mẫu in Word: tìm chỗ sai, liệt kê, chép.", "Word templates: look them over, list, copy.")
    ),
    "remind": Entry("remind", both("Công văn đôn đốc các đơn vị chậm.", "Letters to the units that are late.")),
    "number": Entry(
        "number", both("Cấp số cho văn bản; sổ số của đơn vị.", "The next number of a document; the register.")
    ),
    "log": Entry(
        "log", both("Ai đã sửa gì, bao giờ, trong một tài liệu.", "Who changed what in a document, and when.")
    ),
    "diff": Entry("diff", both("Những điểm thay đổi giữa hai thời điểm.", "What changed between two points in time.")),
    "units": Entry("units", both("Các đơn vị hoạt động trong một ngày.", "The units open on a day.")),
    "find": Entry("find", both("Tìm từ trong mọi tệp, có dấu hay không.", "Find words in files, accents optional.")),
    "schema": Entry("schema", both("Khuôn mẫu của các tệp, cho trình soạn thảo.", "The forms of files, for editors.")),
    "explain": Entry("explain", both("Giải thích một mã lỗi, có ví dụ.", "Explain a code, with an example.")),
}
"""Every command, in the order in which help lists them."""


@cache
def load(name: str) -> Any:
    """Import a command's module and build the command, once for as many calls as this process answers."""
    return _built(name, import_module(f"dvk.cli.{COMMANDS[name].module}").command)


def sketched(name: str) -> Any:
    """The command with its options and nothing behind them, for completion; the module is not imported."""
    from dvk.cli.signatures import signature_of

    signature = signature_of(f"dvk.cli.{COMMANDS[name].module}")
    return _built(name, signature) if signature else load(name)


def _built(name: str, function: Callable[..., None]) -> Any:
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name=name, help=COMMANDS[name].help, cls=DvkCommand)(function)
    return build(app)


class DvkGroup(InTwoLanguages, WithPlainValues, TyperGroup):
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
        """The command itself, its module imported now; while words are completed, a sketch of it."""
        if cmd_name not in COMMANDS:
            return None
        return sketched(cmd_name) if ctx.resilient_parsing else load(cmd_name)

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """Commands that begin with what was typed, and options."""
        from typer._click.shell_completion import CompletionItem

        found = [CompletionItem(name, help=e.help) for name, e in COMMANDS.items() if name.startswith(incomplete)]
        return [*found, *TyperCommand.shell_complete(self, ctx, incomplete)]

    def _main_shell_completion(self, ctx_args: Any, prog_name: str, complete_var: str | None = None) -> None:
        """Answer a shell that asks for completions, in our way; its script is typer's."""
        variable = complete_var or f"_{prog_name}_COMPLETE".upper()
        asked, _, shell = os.environ.get(variable, "").partition("_")
        if asked == "complete":
            from dvk.cli.completing import answer

            sys.exit(answer(self, ctx_args, shell))
        super()._main_shell_completion(ctx_args, prog_name, complete_var)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that the first word names.

        Raises:
            CannotGoOn: with the nearest commands, if there is none of that name.
        """
        if args and not args[0].startswith("-") and args[0] not in COMMANDS and not ctx.resilient_parsing:
            from dvk.vietnamese.text import nearest

            near = " / ".join(nearest(args[0], list(COMMANDS)))
            raise CannotGoOn("DVK907", what="command", name=args[0], near=near)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Its options and the table of commands."""
        InTwoLanguages.format_options(self, ctx, formatter)
        language = language_of(ctx)
        with formatter.section(HEADINGS["commands"][language]):
            formatter.write_dl([(name, chosen(entry.help, language)) for name, entry in COMMANDS.items()])


@cache
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
