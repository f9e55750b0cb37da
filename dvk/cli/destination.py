"""Where the answer of a command goes, and in which form: to standard output, or whole into a file."""

import errno
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from dvk.cli.opening import JSON, known_format, session_of
from dvk.cli.session import Session
from dvk.errors import CannotGoOn
from dvk.output.tables import FORMATS
from dvk.writing import write_result

if TYPE_CHECKING:
    from dvk.views.table import Table

_PLAIN = "table"
_OF_OTHERS = {".xls": "xlsx", ".xlsm": "xlsx", ".ods": "xlsx", ".doc": "docx", ".odt": "docx", ".pdf": "docx"}
"""Endings of files that only other programs write, and the nearest that dvk does."""
_OF_OFFICE = {*_OF_OTHERS, *(f".{name}" for name, form in FORMATS.items() if form.binary)}
_BOM = b"\xef\xbb\xbf"
"""Without it Excel reads a csv file in the machine's old encoding."""
_WRITTEN = {"vi": "Đã ghi {0}", "en": "Written: {0}"}


@dataclass(frozen=True, slots=True)
class Destination:
    """Where an answer goes.

    Args:
        session: the run that it answers.
        form: one of ``FORMATS``, json, or one that only the command has.
        file: the file to write; standard output where there is none.
        force: whether a file that stands there is overwritten.
    """

    session: Session
    form: str
    file: Path | None = None
    force: bool = False

    @property
    def is_binary(self) -> bool:
        """Whether the answer is no text."""
        return _is_binary(self.form)

    def give(
        self,
        json: Callable[[], object],
        tables: "Callable[[], Sequence[Table]]",
        text: Callable[[], str] | None = None,
        besides: Mapping[str, Callable[[], str]] | None = None,
    ) -> None:
        """Answer in the form asked for; only that one is made.

        Args:
            json: the answer as data.
            tables: the answer as tables.
            text: the answer for a terminal, where tables are not the best.
            besides: the answer in the formats that only this command has.
        """
        if besides and self.form in besides:
            self.put(besides[self.form]())
        elif self.form == _PLAIN and text is not None:
            self.put(text())
        else:
            self.put(self.made(json, tables))

    def made(self, json: Callable[[], object], tables: "Callable[[], Sequence[Table]]") -> str | bytes:
        """The answer in the form asked for, not given yet."""
        if self.form == JSON:
            from dvk.output.json_text import as_json

            return as_json(json())
        return self.session.in_form(tables(), self.form)

    def put(self, result: str | bytes) -> None:
        """Give what was made."""
        if self.file is None:
            self.session.print(result)
            return
        if isinstance(result, str):
            text = f"{result}\n" if result else ""
            result = (_BOM if self.form == "csv" else b"") + text.encode("utf-8", "backslashreplace")
        write_result(self.file, result, over=self.force)
        self.session.remark(_WRITTEN[self.session.language].format(self.file))


def destination(
    ctx: typer.Context, form: str | None, file: Path | None, *, force: bool = False, besides: Iterable[str] = ()
) -> Destination:
    """Where the answer of a call goes; without ``--format`` the ending of the file says the form.

    Args:
        ctx: the call.
        form: what ``--format`` says.
        file: what ``--output`` says.
        force: whether a file that stands there is overwritten.
        besides: formats that only this command has.

    Raises:
        CannotGoOn: DVK908 for an unknown form, DVK909 for a file that is there already, DVK910 for a folder, link or
            device, DVK921 for bytes to a terminal, DVK922 for an ending that contradicts the form.
    """
    file = None if file == Path("-") else file
    form = known_format(form, besides) if form is not None else _form_of(file, besides)
    if file is None:
        if _is_binary(form) and sys.stdout.isatty():
            raise CannotGoOn("DVK921", form=form, clear=f"-o dvk.{form}")
    else:
        _agree(form, file)
        see_that_it_is_free(file, force=force)
    return Destination(session_of(ctx), form, file, force)


def _is_binary(form: str) -> bool:
    return form in FORMATS and FORMATS[form].binary


def _form_of(file: Path | None, besides: Iterable[str]) -> str:
    """The form that the ending of a file stands for."""
    ending = file.suffix.lower().removeprefix(".") if file else ""
    return ending if ending in {*FORMATS, JSON, *besides} else _PLAIN


def _agree(form: str, file: Path) -> None:
    """See to it that a program opens the file by its ending."""
    ending = file.suffix.lower()
    if ending == f".{form}" or not (_is_binary(form) or ending in _OF_OFFICE):
        return
    wanted = "txt" if form == _PLAIN else form
    if form == _PLAIN and ending in _OF_OTHERS:
        wanted = _OF_OTHERS[ending]
    raise CannotGoOn("DVK922", path=str(file), form=form, clear=f"-o {file.with_suffix(f'.{wanted}')}")


def see_that_it_is_free(file: Path, *, force: bool) -> None:
    """See to it, before the work is done, that the file may be written.

    Raises:
        CannotGoOn: DVK909 for a file that is there already, DVK910 for a folder, link or device, also with ``force``.
    """
    if not os.path.lexists(file):
        return
    if not force:
        raise CannotGoOn("DVK909", path=str(file))
    if file.is_symlink() or not file.is_file():
        problem = errno.EISDIR if file.is_dir() else errno.EINVAL
        raise CannotGoOn("DVK910", path=str(file), problem=errno.errorcode[problem])
