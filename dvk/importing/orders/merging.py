"""What is asked several times as one wish, and the reports that others are part of."""

from collections.abc import Sequence
from dataclasses import replace

from dvk.importing.orders.periods import parts_in
from dvk.importing.orders.wishes import Wish
from dvk.importing.quoted import leaves


def each_once(wishes: Sequence[Wish]) -> list[Wish]:
    """Without what is said twice; what has no day gives way to the same with one, and leaves it channel and title."""
    kept: list[Wish] = []
    for wish in sorted(wishes, key=lambda wish: (wish.only_cut_off, not wish.is_dated)):
        same = [at for at, other in enumerate(kept) if _is_same(other, wish)]
        for at in same:
            kept[at] = _completed(kept[at], wish, alone=len(same) == 1)
        if not same and not wish.only_cut_off:
            kept.append(wish)
    return sorted(kept, key=lambda wish: _order(wishes, wish))


def _order(wishes: Sequence[Wish], wish: Wish) -> int:
    """Where something stands among the wishes, by the clause that says it."""
    at = next((at for at, other in enumerate(wishes) if other.clause is wish.clause and other.part == wish.part), None)
    return at if at is not None else len(wishes)


def _is_same(first: Wish, second: Wish) -> bool:
    """Whether the second only says again what the first asks."""
    if first.kind != second.kind or not _same_units(first, second):
        return False
    if second.kind_doubt == "kind_guessed" and not second.is_dated and second.rough:
        return first.title == second.title
    if first.often or second.often:
        return first.often == second.often and (first.kind_doubt, second.kind_doubt) == ("", "")
    if (first.carrier and second.carries) or (first.carries and second.carrier):
        return False
    if second.is_dated:
        return _day_of(first) == _day_of(second) and second.part in {first.part, ""}
    return first.kind != "report" or second.part in {first.part, ""} or not first.part


def _same_units(first: Wish, second: Wish) -> bool:
    return _units(first) == _units(second) or any("who_guessed" in _doubts(wish) for wish in (first, second))


def _units(wish: Wish) -> set[str]:
    return {leaf.value for _, leaf in leaves(wish.addressee.who)}


def _doubts(wish: Wish) -> set[str]:
    return {leaf.doubt for _, leaf in leaves(wish.addressee.who)}


def _day_of(wish: Wish) -> object:
    if wish.due:
        return (wish.due.way, wish.due.day.value())
    return wish.after or wish.carrier


def _completed(kept: Wish, other: Wish, *, alone: bool) -> Wish:
    """With what the other says besides; the last day of figures only where it is plainly of this one ``alone``."""
    if other.only_cut_off:
        return replace(kept, cut_off=kept.cut_off or (other.cut_off if alone else None))
    more = other.title.casefold().startswith(kept.title.casefold()) or kept.title.startswith(("Thời", "Hạn"))
    title = other.title if more and other.title else kept.title
    return replace(
        kept,
        title=title,
        channel=kept.channel or other.channel,
        cut_off=kept.cut_off or (other.cut_off if alone else None),
        yearly=kept.yearly or (other.yearly and other.part in {kept.part, ""}),
    )


def with_carriers(wishes: Sequence[Wish]) -> list[Wish]:
    """The reports that others are part of, in front of them, where nothing else asks for them."""
    found = list(wishes)
    for wish in wishes:
        if wish.carrier is None:
            continue
        for part in carrier_parts(wish):
            if not any(other.carrier is None and other.kind == "report" and other.part == part for other in found):
                found.insert(
                    found.index(wish), replace(wish, carrier=None, carries=True, title=_carrier_title(wish), part=part)
                )
    return found


def carrier_parts(wish: Wish) -> list[str]:
    """The parts of the year of the report that something is part of; one without a name where none is said."""
    words = wish.carrier[0] if wish.carrier else ""
    return [part.name for part in parts_in(words)] or [""]


def _carrier_title(wish: Wish) -> str:
    words = wish.carrier[0] if wish.carrier else ""
    return words[:1].upper() + words[1:]
