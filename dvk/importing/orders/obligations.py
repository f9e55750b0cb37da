"""The obligations of a plan: what all its clauses want filed, each once, with ids and what they count from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dvk.importing.orders.dating import keys_of
from dvk.importing.orders.merging import carrier_parts, each_once, with_carriers
from dvk.importing.orders.periods import is_yearly, parts_in
from dvk.importing.orders.wishes import Wish
from dvk.importing.quoted import Draft, Quoted, leaves, quoted
from dvk.naming import FreeIds
from dvk.vietnamese.text import fold, slug

_LONGEST_ID = 48
_OFTEN = {"month": "hang-thang", "quarter": "hang-quy", "week": "hang-tuan"}
_IDS = {"H1": "6-thang", "H2": "6-thang-cuoi-nam", "year": "nam", "M1-9": "9-thang"}
_READ = ("period", "every_year", "who", "kind", "before", "by")
"""The fields that go into ``inferred`` where they are a reading."""


@dataclass(frozen=True, slots=True)
class Obligations:
    """The obligations of a plan and the events that some of them count from."""

    obligations: list[dict[str, Draft]]
    events: list[dict[str, Draft]]


def obligations_of(wishes: Sequence[Wish], year: int | None) -> Obligations:
    """The obligations in schema keys, plans first, then registrations and reports, each in the order of the paper.

    Args:
        wishes: what single clauses ask.
        year: of the plan; without it, what has no day of its own has no ``period``.
    """
    order = ("plan", "registration", "report")
    kept = sorted(each_once(with_carriers(wishes)), key=lambda wish: order.index(wish.kind))
    yearly = {wish.clause.section for wish in wishes if wish.yearly or is_yearly(wish.clause.text)}
    ids = _ids(kept)
    counted = _Counted(kept, ids)
    found = []
    for wish, name in zip(kept, ids, strict=True):
        keys = keys_of(wish, year, yearly=wish.clause.section in yearly)
        found.append(_obligation(wish, name, keys, counted.keys_of(wish)))
    return Obligations(found, counted.events)


def _obligation(wish: Wish, name: str, keys: dict[str, Draft], counted: Mapping[str, Draft]) -> dict[str, Draft]:
    line = wish.clause.line
    phrase = keys.pop("phrase", None)
    made: dict[str, Draft] = {
        "id": Quoted(name),
        "kind": quoted(wish.kind, line, doubt=wish.kind_doubt or ("only_named" if wish.carries else "")),
        "title": quoted(wish.title or wish.kind, line),
        "who": wish.addressee.who,
        **keys,
        **counted,
    }
    if wish.channel:
        made["channel"] = wish.channel
    if phrase is not None:
        made["phrase"] = phrase
    read = [key for key in _READ if key in made and any(leaf.doubt for _, leaf in leaves(made[key]))]
    return {**made, "inferred": [Quoted(key) for key in read]} if read else made


def _ids(wishes: Sequence[Wish]) -> list[str]:
    ids = FreeIds()
    return [ids.new(_base(wish)) for wish in wishes]


def _base(wish: Wish) -> str:
    if wish.kind == "plan":
        return "ke-hoach"
    if wish.kind == "registration":
        return "dang-ky-mo-hinh" if "mo hinh" in fold(f"{wish.title} {wish.clause.printed}") else "dang-ky"
    if wish.carrier:
        return "ket-qua-long-ghep"
    if wish.kind_doubt:
        return slug(wish.title)[:_LONGEST_ID].strip("-") or "bao-cao"
    if not wish.part:
        return f"bao-cao-{_OFTEN[wish.often]}" if wish.often else "bao-cao-ket-qua"
    part = wish.part
    return f"bao-cao-{_IDS.get(part) or (f'quy-{part[1:]}' if part[0] == 'Q' else f'thang-{part}')}"


class _Counted:
    """Finds what deadlines count from, and what they are part of, among all obligations."""

    def __init__(self, wishes: Sequence[Wish], ids: Sequence[str]) -> None:
        self._named = list(zip(wishes, ids, strict=True))
        self.events: list[dict[str, Draft]] = []

    def keys_of(self, wish: Wish) -> dict[str, Draft]:
        """``embedded_in``, or ``days_after`` and ``of``."""
        line = wish.clause.line
        if wish.carrier:
            name = self._carrier(wish)
            return {"embedded_in": quoted(name, line, wish.carrier[1])} if name else {}
        if wish.after is None:
            return {}
        of, doubt = self._counted_from(wish)
        days = quoted(str(wish.after.days), line, wish.after.phrase, "working_days" if wish.after.working else "")
        return {"days_after": days, "of": quoted(of, line, wish.after.what, doubt)}

    def _carrier(self, wish: Wish) -> str:
        parts = carrier_parts(wish)
        among = [(other, name) for other, name in self._named if other.kind == "report" and other.carrier is None]
        named = [name for other, name in among if other.part in parts]
        return named[-1] if named else ""

    def _counted_from(self, wish: Wish) -> tuple[str, str]:
        if wish.after is None:
            return "", ""
        name = slug(wish.after.what)[:_LONGEST_ID].strip("-") or "su-kien"
        if wish.event and wish.event.year:
            self._add_event(wish, name)
            return name, ""
        words = f" {fold(wish.after.what)} "
        kinds = {"report": " bao cao ", "registration": " dang ky ", "plan": " ke hoach "}
        found = [
            own
            for other, own in self._named
            if other is not wish and other.due and kinds[other.kind] in words and _fits(other, wish.after.what)
        ]
        return (found[0], "") if len(found) == 1 else (name, "counted_from_unknown")

    def _add_event(self, wish: Wish, name: str) -> None:
        if wish.event and wish.after and not any(_value(event["id"]) == name for event in self.events):
            line = wish.clause.line
            day = wish.clause.printed[wish.event.start : wish.event.end]
            self.events.append(
                {
                    "id": Quoted(name),
                    "date": quoted(wish.event.value().split(" ")[0], line, day),
                    "name": quoted(wish.after.what, line),
                }
            )


def _fits(wish: Wish, words: str) -> bool:
    named = [part.name for part in parts_in(words)]
    return not named or wish.part in named


def _value(draft: Draft) -> str:
    return draft.value if isinstance(draft, Quoted) else ""
