"""DVK313: a target for nobody, or a range that runs backwards."""

from collections.abc import Iterator

from dvk.document_checks.entries import Entries
from dvk.documents.plan import PlanDocument, TargetPart
from dvk.documents.registration import ModelTargetPart, RegistrationDocument
from dvk.findings import Mistake
from dvk.vietnamese.numbers import format_number


def target_ranges_of_plan(plan: PlanDocument) -> Iterator[Mistake]:
    """Targets of a plan: ``each`` and ``per`` count units, so they need ``who:``."""
    entries = Entries("targets", plan.targets)
    for position, target in enumerate(plan.targets):
        who = target.who
        if target.kind in {"each", "per"} and not (who and (who.level or who.kind or who.units)):
            args = {"indicator": target.indicator, "problem": f"kind: {target.kind}, who: –"}
            yield Mistake("DVK313", f"{entries[position]}.kind", args)
        yield from _backwards(target, entries, position)


def target_ranges_of_registration(registration: RegistrationDocument) -> Iterator[Mistake]:
    """Targets of models."""
    models = Entries("models", registration.models)
    for position, model in enumerate(registration.models):
        if model.targets:
            entries = Entries(f"{models[position]}.targets", model.targets)
            for number, target in enumerate(model.targets):
                yield from _backwards(target, entries, number)


def _backwards(target: TargetPart | ModelTargetPart, entries: Entries, position: int) -> Iterator[Mistake]:
    if target.upper is not None and target.upper.value < target.value.value:
        lower, upper = format_number(target.value.value), format_number(target.upper.value)
        args = {"indicator": target.indicator, "problem": f"value: {lower} > upper: {upper}"}
        yield Mistake("DVK313", f"{entries[position]}.upper", args)
