"""``dvk templates``: the Word templates looked at before anything is printed, listed, and copied to be changed."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from dvk.cli.bilingual import both
from dvk.cli.destination import Destination, destination
from dvk.cli.giving_findings import give_findings
from dvk.cli.opening import known, known_word, opened, root_of
from dvk.cli.options import At, Force, OutputFile, Root, TableFormat
from dvk.errors import CannotGoOn
from dvk.messages.of_system import reason_of
from dvk.printing.own_templates import Template, misnamed_templates, template_at, templates_in_use
from dvk.printing.tags import OWN
from dvk.printing.template_checks import findings_of_templates
from dvk.shown import printable
from dvk.templates import WORD_FOLDER, shipped_word_template
from dvk.views.templates import templates_json, templates_table
from dvk.workspace import Workspace
from dvk.writing import write_result

Action = Annotated[
    str,
    typer.Argument(
        metavar="lint|list|copy",
        help=both(
            "Việc cần làm: lint tìm chỗ sai; list liệt kê; copy chép mẫu của dvk về để sửa.",
            "What to do: lint looks for mistakes; list lists them; copy copies one of dvk's to change it.",
        ),
    ),
]
Names = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[TEMPLATE]…",
        help=both(
            "Tên mẫu (plan.docx), hay tệp mẫu ở đâu cũng được; lint không ghi tên: mọi mẫu đang dùng.",
            "Names (plan.docx), or files anywhere; lint without one takes every template in use.",
        ),
    ),
]
As = Annotated[
    str | None,
    typer.Option(
        "--as",
        metavar="TEMPLATE",
        help=both(
            "Tệp đem soát là mẫu nào (plan.docx); mặc định: theo tên tệp.",
            "Which template the file to be linted stands for (plan.docx); by default its name says it.",
        ),
    ),
]

_ACTIONS = ["lint", "list", "copy"]
_ENDING = ".docx"
_COPIED = {"vi": "Đã chép {0}", "en": "Copied {0}"}


def command(
    ctx: typer.Context,
    action: Action,
    names: Names = None,
    as_: As = None,
    at: At = None,
    root: Root = None,
    form: TableFormat = None,
    output: OutputFile = None,
    force: Force = False,
) -> None:
    to = destination(ctx, form, output, force=force)
    wanted = known_word("action", action, _ACTIONS, to.session.language)
    if wanted == "copy":
        _see_that_it_is_said("copy TEMPLATE", names, [form, output, at, as_])
        _copy(to, root_of(root), [_known_name(name) for name in names or []])
        return
    workspace = opened(to.session, root, at)
    if wanted == "lint":
        _see_that_it_is_said("lint FILE --as TEMPLATE", names or ([] if as_ else [""]), [])
        _lint(to, workspace, [_meant(workspace, name, as_) for name in names or []])
        return
    _see_that_it_is_said("list", None if names else [""], [as_])
    templates = templates_in_use(workspace.snapshot)
    language = to.session.language
    to.give(json=lambda: templates_json(templates, language), tables=lambda: [templates_table(templates, language)])


def _see_that_it_is_said(way: str, names: list[str] | None, idle: Sequence[object]) -> None:
    """Refuse what is missing, and an option that would do nothing."""
    if not names or any(option is not None for option in idle):
        raise CannotGoOn("DVK908", option="TEMPLATE", typed="", clear=f"dvk templates {way}")


def _lint(to: Destination, workspace: Workspace, meant: list[Template]) -> None:
    templates = meant or [*templates_in_use(workspace.snapshot), *misnamed_templates(workspace.snapshot)]
    findings = findings_of_templates(workspace, templates)
    give_findings(to, workspace.snapshot, findings, of=[template.where for template in templates])


def _meant(workspace: Workspace, name: str, as_: str | None) -> Template:
    """The template that a name or a file means."""
    file = Path(name)
    if as_ is None and file.name == name and not file.exists():
        wanted = _known_name(name)
        return next(template for template in templates_in_use(workspace.snapshot) if template.name == wanted)
    try:
        return template_at(file, _stands_for(file, as_), name)
    except OSError as problem:
        raise CannotGoOn("DVK911", path=name, problem=reason_of(problem)) from None


def _stands_for(file: Path, as_: str | None) -> str:
    """Which template a file is: as somebody says, or as its name says."""
    if as_ is not None:
        return _known_name(as_)
    if file.name not in OWN and file.exists():
        raise CannotGoOn("DVK908", option="TEMPLATE", typed=str(file), clear=f"dvk templates lint {file} --as plan")
    return _known_name(file.name)


def _known_name(name: str) -> str:
    return known("template", name if name.endswith(_ENDING) else f"{name}{_ENDING}", list(OWN))


def _copy(to: Destination, root: Path, names: Sequence[str]) -> None:
    """Copy templates of dvk into the workspace, never over a file."""
    for name in names:
        target = root / WORD_FOLDER / name
        write_result(target, shipped_word_template(name), over=False)
        to.session.print(_COPIED[to.session.language].format(printable(f"{WORD_FOLDER}/{name}")))
