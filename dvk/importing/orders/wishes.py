"""What single clauses want to be filed, before it is one list of obligations."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from dvk.importing.known import Known
from dvk.importing.orders.addressees import Addressee, Addressing
from dvk.importing.orders.body import Clause
from dvk.importing.orders.channels import channel_in
from dvk.importing.orders.day_words import CUT_ALONE
from dvk.importing.orders.days import Day, days_in, impossible_in
from dvk.importing.orders.filing import Asked, Kind, is_for_models, title_of
from dvk.importing.orders.periods import how_often, is_yearly, parts_in
from dvk.importing.orders.phrases import Due, Reading, read_clause
from dvk.importing.orders.several import parts_of, title_with_part
from dvk.importing.orders.undated import After, Rough, after_in, carrier_in, recurring_in, rough_in
from dvk.importing.quoted import Aside, Draft


@dataclass(frozen=True, slots=True)
class Wish:
    """Something that units below are to file.

    Args:
        clause: where it is said.
        kind: what it is, with a doubt in ``kind_doubt``.
        title: its words.
        addressee: who owes it.
        part: the part of the year that it is for; "" where none is named.
        part_doubt: why that should be looked at.
        due: its day.
        cut_off: the last day of its figures, and the clause that says it.
        only_cut_off: whether it says nothing else of a filing that others ask for.
        after: the days counted from something.
        event: the day of what they are counted from, where the clause gives it.
        carrier: the report that it is to be part of, and the words.
        carries: whether it is such a report, asked for by nothing else.
        rough: words for a time that comes to no day.
        channel: how it is sent.
        often: ``month``, ``quarter`` or ``week`` where it is asked that often.
        yearly: whether its clause, or another of its section, asks for it every year.
    """

    clause: Clause
    kind: Kind
    title: str
    addressee: Addressee
    kind_doubt: str = ""
    part: str = ""
    part_doubt: str = ""
    due: Due | None = None
    cut_off: tuple[Clause, Day] | None = None
    only_cut_off: bool = False
    after: After | None = None
    event: Day | None = None
    carrier: tuple[str, str] | None = None
    carries: bool = False
    rough: Rough | None = None
    channel: dict[str, Draft] = field(default_factory=dict)
    often: str = ""
    yearly: bool = False

    @property
    def is_dated(self) -> bool:
        """Whether it says by when in any way that comes to a day."""
        return self.due is not None or self.after is not None or self.carrier is not None


_LABEL = re.compile(
    r"^[\s\-–+*]*(?:thời gian|thời hạn|hạn)\b[^:;.]{0,60}?(?::|là|trước|chậm|đến|hết|cuối|chót)", re.IGNORECASE
)
_MOST_PARTS = 4


def wishes_in(clauses: Iterable[Clause], known: Known, addressing: Addressing) -> tuple[list[Wish], list[Aside]]:
    """What the clauses want filed by units below, in their order, and the days that are no deadlines."""
    wishes: list[Wish] = []
    aside: list[Aside] = []
    before: tuple[Clause, Asked] | None = None
    for clause in clauses:
        earlier = before if before and before[0].section == clause.section and _LABEL.match(clause.text) else None
        reading = read_clause(clause.text, [replace(earlier[1], start=_FAR)] if earlier else ())
        here, refused = _refused(clause, reading, addressing)
        own = clause.addressee.role in _NOT_BELOW
        aside.extend(
            Aside(
                clause.at(day.start).number, _words(clause, day), "own_work" if own and why == "nothing_asked" else why
            )
            for day, why in (*reading.aside, *refused)
        )
        if here is not None:
            found = list(_wishes(replace(clause, addressee=here), reading, known))
            if earlier and found and not reading.asked:
                found = _with_title(found, earlier, wishes)
            wishes.extend(found)
        if reading.asked:
            before = (clause, reading.asked[-1])
    return wishes, aside


_NOT_BELOW = {"issuer", "above", "others"}
_FAR = 10**6
"""Where words stand that are not in the clause itself."""


def _words(clause: Clause, day: Day) -> str:
    return clause.printed[day.start : day.end]


def _with_title(found: list[Wish], earlier: tuple[Clause, Asked], wishes: list[Wish]) -> list[Wish]:
    """A day said by itself belongs to what was asked just before; that stands no longer without one."""
    clause, asked = earlier
    title = title_of(clause.printed, clause.text, asked)
    named = [wish for wish in wishes if wish.clause is clause and not wish.is_dated and wish.kind == asked.kind]
    for wish in named:
        wishes.remove(wish)
    channel = named[-1].channel if named else {}
    return [replace(wish, title=title, channel=wish.channel or channel) for wish in found]


def _refused(
    clause: Clause, reading: Reading, addressing: Addressing
) -> tuple[Addressee | None, list[tuple[Day, str]]]:
    """Who owes what a clause asks; nobody below where it is the issuer's own work or goes to others, and why."""
    days = [due.day for due in reading.dues]
    if clause.addressee.role in _NOT_BELOW:
        return None, [(day, "own_work") for day in days]
    to = addressing.recipient(clause.text)
    if to in {"above", "below"}:
        return None, [(day, "for_superior" if to == "above" else "for_others") for day in days]
    if clause.addressee.role == "below":
        return clause.addressee, []
    is_timed = days or reading.cut_off or (reading.asked and _time_of(clause.printed, clause.text))
    return (addressing.guessed(clause.line) if is_timed else None), []


def _time_of(printed: str, text: str, start: int = 0) -> Rough | None:
    """Words for a time that comes to no day: one that the calendar has not, a month, every quarter."""
    found = impossible_in(text)
    rough = Rough(printed[found[0] : found[1]], "no_such_day") if found else rough_in(printed, text, start)
    return rough if rough and rough.why else None


def _wishes(clause: Clause, reading: Reading, known: Known) -> Iterator[Wish]:
    asked = reading.asked or tuple(dict.fromkeys(due.asked for due in reading.dues))
    channel = channel_in(clause.printed, clause.text, known, clause.line)
    dated = {due.asked for due in reading.dues}
    for number, one in enumerate(asked):
        wish = Wish(
            clause=clause,
            kind=one.kind,
            kind_doubt=one.doubt or _registration_doubt(clause.text, one),
            title=_title_words(clause, one, reading.dues),
            addressee=clause.addressee,
            channel=channel if one in dated or not dated else {},
            yearly=is_yearly(clause.text),
            cut_off=(clause, reading.cut_off) if reading.cut_off and one.kind == "report" else None,
            only_cut_off=CUT_ALONE.match(clause.text) is not None,
        )
        if one in dated:
            yield from _with_days(wish, [due for due in reading.dues if due.asked == one])
            continue
        end = asked[number + 1].start if number + 1 < len(asked) else len(clause.text)
        often = how_often(clause.text[one.start if number else 0 : end]) if one.kind == "report" else ""
        if often or one.kind not in {other.kind for other in dated}:
            yield from _without_day(replace(wish, often=often), one, end)


def _title_words(clause: Clause, one: Asked, dues: Sequence[Due]) -> str:
    """The words of what is asked, up to its day; "" where they stand in another clause."""
    if one.end > len(clause.text):
        return ""
    ends = [due.day.start for due in dues if due.day.start > one.end]
    end = min(ends, default=len(clause.text))
    return title_of(clause.printed[:end], clause.text[:end], one)


def _registration_doubt(text: str, one: Asked) -> str:
    """A doubt where people are told to register, so that it may go to nobody above, or to register something else."""
    if one.kind != "registration":
        return ""
    if _TOLD.search(text[: one.start]):
        return "registered_inside"
    return "" if is_for_models(text, one) else "kind_guessed"


_TOLD = re.compile(r"(?:hướng dẫn|chỉ đạo|vận động|phát động|tuyên truyền)\b[^.;]{0,100}$", re.IGNORECASE)


def _with_days(wish: Wish, dues: list[Due]) -> Iterator[Wish]:
    parts = parts_of(wish.clause.text, dues) if wish.kind == "report" else [("", "")] * len(dues)
    for due, (part, doubt) in zip(dues, parts, strict=True):
        title = title_with_part(wish.title, part) if len(dues) > 1 else wish.title
        yield replace(wish, title=title, due=due, part=part, part_doubt=doubt)


def _without_day(wish: Wish, one: Asked, end: int) -> Iterator[Wish]:
    clause = wish.clause
    printed, text = clause.printed, clause.text
    if carrier := (carrier_in(printed, text) if wish.kind == "report" else None):
        yield replace(wish, carrier=carrier, part="")
    elif after := after_in(printed, text):
        day = next((day for day in days_in(text) if "(" in text[max(0, day.start - 3) : day.start]), None)
        yield replace(wish, after=after, event=day)
    elif wish.only_cut_off or _is_plain(text, one) or _time_of(printed[:end], text[:end]):
        start = one.end if one.end < end else 0
        rough = _time_of(printed, text, len(text)) or rough_in(printed[:end], text[:end], start)
        if wish.often:
            often = recurring_in(printed[:end], text[:end], one.start) or recurring_in(printed, text, 0)
            rough = Rough(often or printed, "often")
        parts = parts_in(text[one.start : end])[:_MOST_PARTS] if wish.kind == "report" else []
        for name in [part.name for part in parts if not wish.often] or [""]:
            yield replace(wish, part=name, rough=rough)


def _is_plain(text: str, one: Asked) -> bool:
    """Whether it is asked even where no time is said."""
    return not one.bare and not one.doubt and (one.kind != "registration" or is_for_models(text, one))
