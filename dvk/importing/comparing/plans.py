"""What of a plan a paper shows."""

from dvk.importing.comparing.forms import words
from dvk.importing.comparing.nodes import Said, Tree
from dvk.importing.comparing.shared import Fields, Shaping, items, rows, text_of
from dvk.importing.tables.due_words import KINDS

_MEANT = {"total", "own"}
"""Targets for all of a unit's system, or for it alone: nobody else is named."""


def plan_tree(tree: Fields, shaping: Shaping) -> Fields:
    """The tree of a plan as its paper has it."""
    made = {key: item for key, item in tree.items() if key not in {"effective", "until"} or not shaping.inferred(key)}
    for key, shape in (("events", _event), ("targets", _target), ("obligations", _obligation)):
        if key in made:
            made[key] = [shape(entry, shaping, place) for place, entry in enumerate(rows(made[key]))]
    if "tasks" in made:
        made["tasks"] = _grouped(rows(made["tasks"]))
    if "supersedes" in made:
        made["supersedes"] = [shaping.called(said) for said in items(made["supersedes"])]
    return made


def _event(event: Fields, shaping: Shaping, place: int) -> Fields:
    """An event without a name is called by its id."""
    known = _entry(shaping, "events", place)
    name = known.get("id", "")
    path = f"events[{place}].id"
    return event if "name" in event else {**event, "name": Said(words(name), name, path)}


def _target(target: Fields, _shaping: Shaping, _place: int) -> Fields:
    named = text_of(target.get("kind")) in _MEANT
    return {key: item for key, item in target.items() if not (key == "who" and named)}


def _obligation(part: Fields, shaping: Shaping, _place: int) -> Fields:
    kind = text_of(part.get("kind"))
    made = {key: item for key, item in part.items() if key != "title" or text_of(item) != KINDS.get(kind)}
    for key in ("of", "embedded_in"):
        if key in made:
            made[key] = _named(made[key], shaping)
    return made


def _named(said: Tree, shaping: Shaping) -> Tree:
    """What another deadline hangs on, by its place in this plan."""
    for key in ("obligations", "events"):
        found = shaping.document.get(key)
        for place, entry in enumerate(found if isinstance(found, list) else ()):
            if isinstance(entry, dict) and isinstance(said, Said) and entry.get("id") == said.text:
                return Said((key, place), said.text, said.path)
    return said


def _entry(shaping: Shaping, key: str, place: int) -> dict[str, str]:
    found = shaping.document.get(key)
    entry = found[place] if isinstance(found, list) and place < len(found) else None
    return {name: text for name, text in entry.items() if isinstance(text, str)} if isinstance(entry, dict) else {}


def _grouped(tasks: list[Fields]) -> list[Tree]:
    """Tasks under who they are assigned to, as they are printed; a department is named, not its level beside it."""
    bare = [{key: item for key, item in task.items() if key != "level" or "department" not in task} for task in tasks]
    groups: dict[tuple[str, str], list[Tree]] = {("", ""): []}
    for task in bare:
        groups.setdefault((text_of(task.get("department")), text_of(task.get("level"))), []).append(task)
    return [task for group in groups.values() for task in group]
