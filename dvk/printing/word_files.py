"""What a Word file is made of: a template, and the data of a document or of a roll-up to fill it with."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from dvk.errors import CannotGoOn
from dvk.printing.contents.exemplars import exemplars_data
from dvk.printing.contents.rollups import rollup_data
from dvk.printing.contents.sources import (
    EXEMPLARS,
    PRINTABLE,
    ROLLUP,
    data_of,
    exemplars_name,
    kind_to_print,
    result_name,
    rollup_name,
)
from dvk.printing.contents.targets_beside import Years
from dvk.printing.data import Data
from dvk.printing.formats import Format, Formats
from dvk.printing.looks import look_of
from dvk.printing.parts import blank_parts, part_name, parts_to_print
from dvk.printing.word.guard import Press
from dvk.printing.word.refusals import Refused
from dvk.profiles import day_of_printing
from dvk.templates import word_template
from dvk.workspace import Workspace
from dvk.yearbook import Yearbook


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that is needed to print one Word file.

    Args:
        name: what the result is called unless somebody asks for another name.
        where: where the template stands, for messages.
        template: its bytes.
        data: what its tags stand for.
        properties: ``title``, ``author`` and ``day`` (ISO) of the file.
        look: the look of its format profile, in Word's units.
        format: the profile itself.
        blank: the parts that its profile asks for and its data leave to be filled in by hand.
    """

    name: str
    where: str
    template: bytes
    data: Mapping[str, Data]
    properties: Mapping[str, str]
    look: Mapping[str, Data]
    format: Format
    blank: tuple[str, ...] = ()


class Sheets:
    """The sheets of one workspace; each template is read once."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.formats = Formats(workspace)
        self._years = Years(workspace)
        self._templates: dict[str, tuple[str, bytes]] = {}

    def of_document(self, path: str) -> Sheet:
        """A plan, a registration or a report.

        Raises:
            CannotGoOn: DVK940 if its profile is not there, DVK923 if a document of that kind is not printed, DVK924 if
                its form or that of its profile is broken, DVK925 if the template cannot be read.
        """
        template = PRINTABLE[kind_to_print(path)].template
        data = data_of(self.workspace, path, self._years)
        filing = self.workspace.filing(path)
        if filing is None:  # data_of has refused it
            raise CannotGoOn("DVK924", path=path)
        form = self.formats.of_filing(filing)
        sheet = self.sheet((result_name(path), template), data, day_of_printing(filing), form)
        return replace(sheet, blank=tuple(blank_parts(form.profile, template, data)))

    def of_rollup(self, book: Yearbook, unit: str) -> Sheet:
        """The figures of a unit and all below it, and its models, of one year.

        Raises:
            CannotGoOn: DVK925 if the template cannot be read.
        """
        year = book.rollup.year
        day = date(year, 12, 31)
        names = rollup_name(unit, year), ROLLUP[0]
        return self.sheet(names, rollup_data(book, unit), day, self.formats.of(unit, day))

    def of_exemplars(self, book: Yearbook, unit: str, *, names_of_individuals: bool = True) -> Sheet:
        """The recognised models and the exemplars of a unit and all below it in one year, to be proposed for reward.

        Raises:
            CannotGoOn: DVK924 if the form of a report is broken, DVK925 if the template cannot be read.
        """
        year = book.rollup.year
        day = date(year, 12, 31)
        data = exemplars_data(book, unit, names_of_individuals=names_of_individuals)
        names = exemplars_name(unit, year), EXEMPLARS[0]
        return self.sheet(names, data, day, self.formats.of(unit, day))

    def sheet(self, names: tuple[str, str], data: Mapping[str, Data], day: date, form: Format) -> Sheet:
        """Any other, from its data.

        Args:
            names: what the result is called, and the name of the template's file.
            data: what the tags of the template stand for.
            day: shown as the file's own.
            form: the profile whose look it is given.
        """
        name, template = names
        where, contents = self._template(template)
        title = " ".join(str(data[key]) for key in ("loai", "trich_yeu") if data.get(key)) or Path(template).stem
        properties = {"title": title, "author": str(data["don_vi"]), "day": day.isoformat()}
        look = {**look_of(form.profile), "parts": parts_to_print(form.profile, template, data)}
        return Sheet(name, where, contents, data, properties, look, form)

    def _template(self, name: str) -> tuple[str, bytes]:
        if name not in self._templates:
            snapshot = self.workspace.snapshot
            self._templates[name] = word_template(name, snapshot.root, snapshot.commit)
        return self._templates[name]


_BROKEN = {"not_opened", "broken_part", "lost_part", "no_section", "no_rows", "same_ids"}
_LEFT = {"tag_left", "theme_font"}
"""What is wrong with a result, where the template itself could be used."""


def filled(sheet: Sheet, press: Press) -> bytes:
    """The Word file of a sheet.

    Raises:
        CannotGoOn: DVK925 or DVK926 if the template is refused, DVK933 to DVK935 if what it gives is.
    """
    try:
        return press.printed(sheet.template, sheet.data, sheet.properties, sheet.look)
    except Refused as refused:
        raise _stop(sheet.where, refused) from None


def _stop(where: str, refused: Refused) -> CannotGoOn:
    fault, tag, paragraph = refused.fault, refused.tag, str(refused.paragraph or "–")
    part = f"in_{refused.within}"
    if refused.part:
        vi, en = part_name(refused.part)
        return CannotGoOn(
            "DVK934", template=where, paragraph=paragraph, tag=tag, fault=fault, component=vi, component_en=en
        )
    if fault in _BROKEN or (fault in _LEFT and not tag):
        return CannotGoOn("DVK933", template=where, fault=fault)
    if fault in _LEFT:
        return CannotGoOn("DVK935", template=where, part=part, paragraph=paragraph, tag=tag, fault=fault)
    if not tag:
        return CannotGoOn("DVK925", template=where, fault=fault)
    return CannotGoOn("DVK926", template=where, part=part, paragraph=paragraph, tag=tag, fault=fault)
