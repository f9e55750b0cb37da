"""The Word templates that a workspace prints with, and those that it has itself."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dvk.errors import CannotGoOn
from dvk.printing.tags import OWN
from dvk.snapshot import Snapshot
from dvk.templates import LARGEST_TEMPLATE, OF_DVK, WORD_FOLDER, own_word_names, own_word_template, word_template

MISNAMED = "misnamed"
"""The fault of a template whose name is that of none."""


@dataclass(frozen=True, slots=True)
class Template:
    """A Word template.

    Args:
        name: the name of its file, a key of ``dvk.printing.tags.OWN``.
        where: where it stands, for messages.
        contents: its bytes; None where it cannot be used at all.
        fault: why not.
    """

    name: str
    where: str
    contents: bytes | None
    fault: str = ""

    @property
    def is_own(self) -> bool:
        """Whether it is the workspace's, not the one that comes with dvk."""
        return not self.where.startswith(OF_DVK)


def templates_in_use(snapshot: Snapshot) -> list[Template]:
    """Every Word template that a workspace prints with: its own, and of the rest those shipped with dvk."""
    return [_template(name, lambda name=name: word_template(name, snapshot.root, snapshot.commit)) for name in OWN]


def own_templates(snapshot: Snapshot) -> list[Template]:
    """The Word templates that a workspace itself has, those that nothing is printed with among them."""

    def own(name: str) -> tuple[str, bytes | None]:
        return own_word_template(name, snapshot.root, snapshot.commit)

    found = [_template(name, lambda name=name: own(name)) for name in OWN]
    own_ones = [template for template in found if template.contents is not None or template.fault]
    return own_ones + misnamed_templates(snapshot)


def misnamed_templates(snapshot: Snapshot) -> list[Template]:
    """What lies among a workspace's Word templates and has the name of none, so that nothing is printed with it."""
    names = own_word_names(snapshot.root, snapshot.commit)
    return [Template(name, f"{WORD_FOLDER}/{name}", None, MISNAMED) for name in names if name not in OWN]


def template_at(file: Path, name: str, where: str) -> Template:
    """The template that a file is.

    Args:
        file: the file.
        name: which template it stands for, a key of ``dvk.printing.tags.OWN``.
        where: how messages call it.

    Raises:
        OSError: where it cannot be read.
    """
    with file.open("rb") as opened:
        contents = opened.read(LARGEST_TEMPLATE + 1)
    if len(contents) > LARGEST_TEMPLATE:
        return Template(name, where, None, "template_too_large")
    return Template(name, where, contents)


def _template(name: str, read: Any) -> Template:
    try:
        where, contents = read()
    except CannotGoOn as stop:
        if stop.code != "DVK925":
            raise
        return Template(name, stop.details["template"], None, stop.details["fault"])
    return Template(name, where, contents)
