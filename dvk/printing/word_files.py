"""A document of a workspace, or a roll-up, as a Word file: data, template and process put together."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dvk.errors import CannotGoOn
from dvk.printing.contents.rollups import rollup_data
from dvk.printing.contents.sources import PRINTABLE, ROLLUP, data_of, kind_to_print, result_name, rollup_name
from dvk.printing.data import Data
from dvk.printing.word.guard import printed
from dvk.printing.word.refusals import Refused
from dvk.templates import word_template
from dvk.workspace import Workspace
from dvk.yearbook import Yearbook


@dataclass(frozen=True, slots=True)
class WordFile:
    """A Word file that is ready to be written, and the name it is given unless somebody asks for another one."""

    name: str
    contents: bytes


def word_of_document(workspace: Workspace, path: str) -> WordFile:
    """A plan, a registration or a report as a Word file.

    Raises:
        CannotGoOn: DVK923 if a document of that kind is not printed, DVK924 if its form is broken, DVK925 or
            DVK926 if the template is refused.
    """
    template = PRINTABLE[kind_to_print(path)].template
    data = data_of(workspace, path)
    filing = workspace.filing(path)
    day = (filing.issued or filing.period.start) if filing else date.min
    return WordFile(result_name(path), _filled(workspace, template, data, day))


def word_of_rollup(book: Yearbook, unit: str) -> WordFile:
    """The figures of a unit and all below it, and its models, of one year as a Word file.

    Raises:
        CannotGoOn: DVK925 or DVK926 if the template is refused.
    """
    year = book.rollup.year
    contents = _filled(book.workspace, ROLLUP[0], rollup_data(book, unit), date(year, 12, 31))
    return WordFile(rollup_name(unit, year), contents)


def _filled(workspace: Workspace, name: str, data: Mapping[str, Data], day: date) -> bytes:
    root, commit = workspace.snapshot.root, workspace.snapshot.commit
    where, template = word_template(name, root, commit)
    title = " ".join(str(data[key]) for key in ("loai", "trich_yeu") if data.get(key)) or Path(name).stem
    properties = {"title": title, "author": str(data["don_vi"]), "day": day.isoformat()}
    try:
        return printed(template, data, properties)
    except Refused as refused:
        raise _stop(where, refused) from None


def _stop(where: str, refused: Refused) -> CannotGoOn:
    if not refused.tag:
        return CannotGoOn("DVK925", template=where, fault=refused.fault)
    paragraph = str(refused.paragraph or "–")
    return CannotGoOn("DVK926", template=where, paragraph=paragraph, tag=refused.tag, fault=refused.fault)
