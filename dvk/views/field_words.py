"""Where a document changed and what it says there, in words: labels for keys, names for entries."""

from dataclasses import dataclass
from functools import cached_property

from dvk.meaning import FieldChange, Spot
from dvk.meaning.passages import beginning
from dvk.meaning.shaped import top_of
from dvk.messages import Language, Phrase
from dvk.messages.of_keys.labels import label
from dvk.printing.contents.names import Names
from dvk.shown import on_one_line
from dvk.textfile import Node, StablePaths, Tree
from dvk.textfile.paths import child_at, split_path
from dvk.views.value_words import ValueWords, beside

NOTHING = Phrase("chưa có", "nothing")
GONE = Phrase("bỏ", "removed")

_ENTRY = Phrase("mục {0}", "no. {0}")
_ORDER = Phrase("thứ tự: {0}", "order: {0}")
_STAMP = Phrase("{0}: {1} ({2}), {3}{4}", "{0} by {1} ({2}), {3}{4}")
_WITHOUT = Phrase(", dù thiếu {0}: {1}", ", without {0}: {1}")
_BETWEEN = " › "
_SHORT = 60
_NAMING_IDS = ("indicator", "unit", "field", "model")
_TITLES = ("name", "title", "task", "work", "subject")


@dataclass(frozen=True)
class FieldWords:
    """Words for the changes of documents.

    Args:
        names: what ids are called.
        language: the language of the words.
    """

    names: Names
    language: Language

    @cached_property
    def values(self) -> ValueWords:
        """Words for values."""
        return ValueWords(self.names, self.language)

    def field(self, change: FieldChange, tree: Tree, kind: str) -> str:
        """Where a change is: ``số liệu › Nhà Nhân ái (nha-nhan-ai)``, ``trích yếu``.

        Args:
            change: the change.
            tree: the tree that has the field: the old one of what was removed, else the new one.
            kind: the kind of document.
        """
        return _BETWEEN.join(self._steps(change.field, tree, kind, ids=True)) or change.field

    def short_field(self, change: FieldChange, tree: Tree, kind: str) -> str:
        """The same without ids; of a unit's own figure the name of the indicator alone."""
        steps = self._steps(change.field, tree, kind, ids=False)
        return _BETWEEN.join(steps[1:] if change.top == "own" and len(steps) > 1 else steps) or change.field

    def sides(self, change: FieldChange) -> tuple[str | None, str | None]:
        """What was there and what is there now; None for nothing."""
        if change.how == "order":
            order = _ORDER.to(self.language)
            return order.format(change.old), order.format(change.new)
        if change.how == "changed" and isinstance(change.before, str) and change.spot.form in {"text", ""}:
            return change.old, change.new
        old, new = self._side(change, change.old, change.before), self._side(change, change.new, change.after)
        return (change.old, change.new) if old == new else (old, new)

    def short(self, change: FieldChange, tree: Tree, kind: str) -> str:
        """The whole change on one line: ``Nhà Nhân ái: 12 căn → 15 căn``; of a step of the way who took it and when."""
        if change.top == "stamps" and change.old is None and isinstance(change.after, dict):
            return self._step(change.after, change.spot)
        old, new = self.sides(change)
        was, now = _cut(old) or NOTHING.to(self.language), _cut(new) or GONE.to(self.language)
        return f"{self.short_field(change, tree, kind)}: {was} → {now}"

    def _step(self, stamp: Tree, spot: Spot) -> str:
        """A stamp: ``duyệt: an (Huyện đoàn A), 20/11/2021``, with the units that were left out and why."""
        said = {key: self.values.of(stamp.get(key, ""), spot.under(key)) for key in ("step", "who", "when")}
        rows = stamp.get("without")
        left = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
        without = [_WITHOUT.to(self.language).format(self._unit(row), _cut(_text(row, "reason"))) for row in left]
        told = said["step"], said["who"], self._unit(stamp), said["when"], "".join(without)
        return _STAMP.to(self.language).format(*told)

    def _unit(self, row: Tree) -> str:
        unit = _text(row, "unit")
        return self.names.unit(unit) or unit

    def _side(self, change: FieldChange, said: str | None, node: Node) -> str | None:
        is_entry = change.field.endswith("]")
        indicator = _indicator_in(change.field)
        return None if said is None else self.values.of(node, change.spot, indicator, named=is_entry) or said

    def _steps(self, field: str, tree: Tree, kind: str, *, ids: bool) -> list[str]:
        """The segments of a field path; ``value`` of an entry goes without saying."""
        paths, spot = StablePaths(tree), top_of(kind)
        node: Node = tree
        steps: list[str] = []
        for segment in split_path(field):
            slot = paths.slot(node, segment)
            node = child_at(node, slot) if slot is not None else None
            is_entry = segment.startswith("[")
            spot = spot.entry() if is_entry else spot.under(segment)
            steps.append(self._entry(segment, node, spot, ids=ids) if is_entry else self._key(segment, spot))
        return [step for step in (steps[:-1] if field.endswith("].value") else steps) if step]

    def _key(self, segment: str, spot: Spot) -> str:
        return label(spot.place, self.language) if spot.key else segment

    def _entry(self, segment: str, node: Node, spot: Spot, *, ids: bool) -> str:
        """What an entry of a list is called; a mere text is said as the value."""
        if isinstance(node, str):
            return ""
        name, equals, text = segment.strip("[]").partition("=")
        found = self._called(name, node, spot) if isinstance(node, dict) else ""
        if not equals:
            return found or _ENTRY.to(self.language).format(int(name) + 1 if name.isdigit() else name)
        return beside(found, text.strip('"')) if ids else found or text.strip('"')

    def _called(self, name: str, node: Tree, spot: Spot) -> str:
        named = node.get(name)
        if name in _NAMING_IDS and isinstance(named, str):
            return self.values.named(name, named, spot.under(name))
        title = next((title for key in _TITLES if isinstance(title := node.get(key), str)), "")
        kind = node.get("kind")
        return beginning(title) or (self.values.of(kind, spot.under("kind")) if isinstance(kind, str) else "")


def _text(row: Tree, key: str) -> str:
    value = row.get(key)
    return on_one_line(value) if isinstance(value, str) else ""


def _cut(text: str | None) -> str:
    """As much of a text as stands on a line among others."""
    if text is None or len(text) <= _SHORT:
        return text or ""
    return f"{text[:_SHORT].rpartition(' ')[0] or text[:_SHORT]} …"


def _indicator_in(field: str) -> str:
    """The indicator that a field path names last; "" where it names none."""
    named = [segment.strip("[]") for segment in split_path(field) if segment.startswith("[indicator=")]
    return named[-1].removeprefix("indicator=").partition("#")[0] if named else ""
