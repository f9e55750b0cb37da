"""A new document as text: a template of ``templates/documents`` filled in, in a sandbox."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dvk.skeletons.scalars import one_line, said, scalar, wrapped
from dvk.templates import template_folder


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to say beside a new file.

    Args:
        name: a key of ``messages.of_new_files.REMARKS``.
        details: what the sentence needs, by name.
    """

    name: str
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NewFile:
    """A document that is not written yet.

    Args:
        path: where it belongs.
        text: what it says.
        to_fill: the path of a field that is left to be filled in.
        remarks: what has to be said beside it.
    """

    path: str
    text: str
    to_fill: str
    remarks: tuple[Remark, ...] = ()


def filled_in(kind: str, path: str, values: Mapping[str, object]) -> str:
    """The text of a new document of a kind at a path of the workspace.

    Whatever a value holds, it adds no line: it can neither leave its scalar nor its comment.
    """
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(template_folder("documents")),
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_on_one_line,
    )
    environment.filters |= {"scalar": scalar, "said": said, "wrapped": wrapped}
    schema = "../" * path.count("/") + f"schemas/{kind}.json"
    return environment.get_template(f"{kind}.yaml").render({"schema_path": schema, "path": path, **values})


def _on_one_line(value: object) -> str:
    """The text of a value; where it would reach a second line, on one."""
    text = str(value)
    return text if text.isprintable() else one_line(text)
