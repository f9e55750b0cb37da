"""The folder of templates: one source at the root of the repository, shipped inside the wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def template_folder(name: str) -> Path:
    """The templates of one kind: those in the installed package, or those of the checkout that dvk runs from.

    Raises:
        FileNotFoundError: if dvk was installed without them, which is a bug of ours.
    """
    for folder in (_PACKAGE / "templates" / name, _PACKAGE.parent / "templates" / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"templates/{name}")
