"""The first files of a workspace."""

from collections.abc import Mapping

from dvk.skeletons.scalars import quoted
from dvk.templates import template_folder


def workspace_files(values: Mapping[str, object]) -> dict[str, str]:
    """The files of a new workspace, path → text.

    Args:
        values: ``today`` (ISO day), ``unit`` (a name or ""), ``unit_id``, ``line`` and ``level``.
    """
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    folder = template_folder("workspace")
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folder), undefined=StrictUndefined, autoescape=False, keep_trailing_newline=True
    )
    environment.filters["quoted"] = quoted
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return {path: environment.get_template(path).render(values) for path in paths}
