"""The full document behind a path: what is printed is more than the facts that sums and deadlines need."""

from typing import Any

from dvk.documents import MODELS
from dvk.errors import CannotGoOn
from dvk.kinds import KINDS, kind_of
from dvk.textfile import read_text
from dvk.workspace import Workspace


def document_at(workspace: Workspace, path: str) -> Any:
    """A plan, a registration or a report, with all that its file says.

    Raises:
        CannotGoOn: DVK924 where the document has mistakes of form, so that half of it would be printed.
    """
    kind = kind_of(path) or ""
    if workspace.filing(path) is None:
        raise CannotGoOn("DVK924", path=path)
    text = read_text(workspace.snapshot.read(path), front_matter=KINDS[kind].front_matter)
    try:
        return MODELS[kind].model_validate(text.tree)
    except ValueError:  # changed since it was read
        raise CannotGoOn("DVK924", path=path) from None
