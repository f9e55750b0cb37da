"""DVK404: an exemplar is said to come from a model that is not there."""

from dvk.findings import Mistake
from dvk.values import Reference
from dvk.vietnamese.text import nearest
from dvk.workspace_checks.books import Books, Found


def models_of_exemplars(books: Books) -> Found:
    """DVK404: the ``model`` of an exemplar leads to no registered model."""
    workspace = books.workspace
    models = dict.fromkeys(str(Reference(p, m.id)) for p, r in workspace.registrations.items() for m in r.models)
    for path, report in workspace.reports.items():
        times: dict[str, int] = {}
        for exemplar in report.exemplars:
            times[exemplar.id] = time = times.get(exemplar.id, 0) + 1
            wanted = exemplar.model
            if wanted is None or str(wanted) in models or wanted.path in workspace.unread:
                continue
            field = f"exemplars[id={exemplar.id}{f'#{time}' if time > 1 else ''}].model"
            args = {"reference": str(wanted), "near": " / ".join(nearest(str(wanted), models))}
            yield path, Mistake("DVK404", field, args)
