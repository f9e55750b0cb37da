"""What is wrong with the Word templates that a workspace prints with, before any data exist."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from dvk.components import COMPONENTS
from dvk.confined import OutOfBounds, Worker
from dvk.errors import CannotGoOn
from dvk.facts.profiles import Profile
from dvk.findings import Finding, Mistake
from dvk.printing.contents.sources import CALLED
from dvk.printing.own_templates import MISNAMED, Template
from dvk.printing.parts import part_name, wanted_parts
from dvk.printing.tags import OWN, shapes_of
from dvk.profiles import USUAL, Profiles
from dvk.vietnamese.text import nearest
from dvk.workspace import Workspace

LONGEST = 30
"""Seconds that one template may take; a large one takes less than one."""

_JOB = "dvk.printing.word.lint.worker"


def findings_of_templates(workspace: Workspace, templates: Iterable[Template]) -> list[Finding]:
    """What is wrong with templates, those of one in the order of its paragraphs.

    They need not be trusted: a process of its own reads them, and is stopped when it takes too long.
    """
    wanted = list(templates)
    profiles = _profiles(workspace) if wanted else []
    found: list[Finding] = []
    with Worker(_JOB) as worker:
        for template in wanted:
            mistakes = sorted(_mistakes(template, profiles, worker), key=_order)
            found += [workspace.finding(template.where, mistake) for mistake in mistakes]
    return found


def _profiles(workspace: Workspace) -> list[Profile]:
    """The profiles that the lines of the workspace are printed after, as their last editions say."""
    known = Profiles(workspace)
    lines = {unit.line for unit in workspace.organisation.units.values()}
    named = [line.profile or line.id for line in workspace.settings.lines if line.id in lines]
    used = dict.fromkeys(name if name in known else USUAL for name in named)
    return [profile for name in used or {USUAL: None} if (profile := _readable(known, name))]


def _readable(known: Profiles, name: str) -> Profile | None:
    """A profile; None where its file is broken, which ``dvk check`` says where it stands."""
    try:
        return known.on(name, date.max)
    except CannotGoOn:
        return None


def _mistakes(template: Template, profiles: list[Profile], worker: Worker) -> Iterator[Mistake]:
    if template.fault == MISNAMED:
        yield Mistake("DVK515", "", {"name": template.name, "near": _nearest_name(template.name)})
        return
    if template.contents is None:
        yield Mistake("DVK501", "", {"which": template.fault})
        return
    request = {
        "tags": shapes_of(template.name),
        "parts": [wanted_parts(profile, template.name) for profile in profiles],
        "styles": [component.style for component in COMPONENTS],
        "fonts": sorted({profile.font for profile in profiles}),
    }
    try:
        answer, _ = worker.ask(request, template.contents, seconds=LONGEST)
    except OutOfBounds:
        answer = {"fault": "takes_too_long", "tag": ""}
    if "fault" in answer:
        yield _refused(answer)
        return
    yield from (Mistake(found["code"], "", _args(found["args"])) for found in answer["findings"])


def _nearest_name(name: str) -> str:
    """The name of the template that was meant: near to its own, or to what its printed documents are called."""
    called = {name.removesuffix(".docx"): name for name in OWN} | CALLED
    return " / ".join(dict.fromkeys(called[near] for near in nearest(Path(name).stem, called)))


def _refused(answer: Mapping[str, Any]) -> Mistake:
    """A template that cannot be looked into, or where it cannot."""
    if answer["tag"]:
        place = {"part": "in_body", "paragraph": str(answer["paragraph"]), "tag": answer["tag"]}
        return Mistake("DVK504", "", place)
    return Mistake("DVK501", "", {"which": answer["fault"]})


def _args(args: Mapping[str, str]) -> dict[str, str]:
    found = {name: text for name, text in args.items() if name != "part_name"}
    if "part_name" in args:
        found["component"], found["component_en"] = part_name(args["part_name"])
    return found


def _order(mistake: Mistake) -> tuple[bool, int]:
    return mistake.args.get("part", "in_body") != "in_body", int(mistake.args.get("paragraph", "0"))
