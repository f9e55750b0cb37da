"""What of a registration a paper shows."""

from dvk.importing.comparing.forms import words
from dvk.importing.comparing.nodes import Said, Tree
from dvk.importing.comparing.shared import Fields, Shaping, items, rows, text_of

_FIELD = "field"


def registration_tree(tree: Fields, shaping: Shaping) -> Fields:
    """The tree of a registration as its paper has it."""
    made = {key: item for key, item in tree.items() if key != "subject"}
    if "models" in made:
        made["models"] = [_model(model, shaping) for model in rows(made["models"])]
    return made


def _model(model: Fields, shaping: Shaping) -> Fields:
    made = {key: item for key, item in model.items() if not _goes_without_saying(key, item, shaping)}
    if "inferred" in made:
        marked = [said for said in items(made.pop("inferred")) if text_of(said) == _FIELD and _FIELD in made]
        made |= {"inferred": marked[:1]} if marked else {}
    if "partners" in made:
        made["partners"] = [_partner(partner) for partner in items(made["partners"])]
    if "replicated_from" in made:
        made["replicated_from"] = shaping.called(made["replicated_from"])
    if "budget" in made:
        made["budget"] = _money(made["budget"])
    resources = made.get("resources")
    if isinstance(resources, dict) and "money" in resources:
        made["resources"] = {**resources, "money": [_money(part) for part in rows(resources["money"])]}
    return made


def _goes_without_saying(key: str, item: Tree, shaping: Shaping) -> bool:
    """A collective, and the year of the registration."""
    year = int(shaping.year) if shaping.year.isdigit() else 0
    form = item.form if isinstance(item, Said) else None
    return (key == "type" and form == "collective") or (key == "years" and form == (year, year))


def _partner(partner: Tree) -> Tree:
    return {"name": Said(words(partner.text), partner.text, partner.path)} if isinstance(partner, Said) else partner


def _money(money: Tree) -> Tree:
    """An amount is exact where nothing is said of it."""
    if not isinstance(money, dict):
        return money
    return {key: item for key, item in money.items() if key != "bound" or text_of(item) != "exactly"}
