"""What of a report a paper shows."""

from dvk.importing.comparing.forms import words
from dvk.importing.comparing.nodes import Said, Tree
from dvk.importing.comparing.shared import Fields, Shaping, rows, text_of
from dvk.periods import parse_period
from dvk.printing.contents.reports import default_subject
from dvk.values import read_reference
from dvk.vietnamese.misread import Misread

_BESIDE = ("reason", "note")


def report_tree(tree: Fields, shaping: Shaping) -> Fields:
    """The tree of a report as its paper has it."""
    made = dict(tree)
    if "subject" not in made:
        made["subject"] = _subject(shaping)
    for key in ("own", "consolidated"):
        if key in made:
            made[key] = [_figure(figure) for figure in rows(made[key])]
    if "models" in made:
        made["models"] = _by_field([_model(model, shaping) for model in rows(made["models"])], shaping)
    if "exemplars" in made:
        made["exemplars"] = [_exemplar(exemplar, shaping) for exemplar in rows(made["exemplars"])]
    return made


def _subject(shaping: Shaping) -> Said:
    """What a report without a subject is called on paper."""
    answered = []
    for text in shaping.texts("answers"):
        try:
            answered.append(read_reference(text).path)
        except Misread:
            continue
    try:
        period = parse_period(str(shaping.document.get("period")))
    except Misread:
        return Said("", "", "subject")
    subject = default_subject(shaping.names, answered, period)
    return Said(words(subject), subject, "subject")


def _figure(figure: Fields) -> Fields:
    """A figure with all that is said beside it as one: a paper does not part reason and note."""
    said = [figure[key] for key in _BESIDE if key in figure]
    beside = "; ".join(text_of(item) for item in said)
    made = {key: item for key, item in figure.items() if key not in _BESIDE}
    first = said[0] if said else None
    return {**made, "note": Said(words(beside), beside, first.path)} if isinstance(first, Said) else made


def _model(model: Fields, shaping: Shaping) -> Fields:
    """A model by its name and by the field under which it was registered."""
    made = {key: item for key, item in model.items() if key != "model"}
    reference = model.get("model")
    if isinstance(reference, Said):
        made["name"] = shaping.called(reference)
        registered = _registered(reference, shaping)
        made |= {"field": registered} if registered else {}
    if "results" in made:
        made["results"] = [_figure(figure) for figure in rows(made["results"])]
    return made


def _registered(reference: Said, shaping: Shaping) -> "Tree | None":
    try:
        known = shaping.names.model(read_reference(reference.text))
    except Misread:
        return None
    return Said(known.field, known.field, reference.path) if known and known.field else None


def _by_field(models: list[Fields], shaping: Shaping) -> list[Tree]:
    """Models in the order of the fields of the policy, unknown fields after them, those without one last."""
    order = [field.id for field in shaping.known.workspace.settings.fields]

    def place(model: Fields) -> tuple[int, str]:
        field = text_of(model.get("field"))
        return (order.index(field), "") if field in order else (len(order) + (not field), field)

    return [*sorted(models, key=place)]


def _exemplar(exemplar: Fields, shaping: Shaping) -> Fields:
    called = {key: shaping.called(exemplar[key]) for key in ("model", "replicated_from") if key in exemplar}
    return exemplar | called
