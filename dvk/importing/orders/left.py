"""Days that became nothing, so that none of a paper is lost without a word."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from dvk.importing.cited import numbers_in
from dvk.importing.orders.body import Clause
from dvk.importing.orders.day_words import CUT_OFF, REPLACED, SPAN
from dvk.importing.orders.days import days_in, impossible_days
from dvk.importing.orders.filing import Asked, asked_in
from dvk.importing.orders.undated import rough_in
from dvk.importing.orders.words import searched, tidy
from dvk.importing.paper import Line
from dvk.importing.quoted import Aside, Draft, leaves

_Found = tuple[Line, str, str]


def left_over(
    clauses: Iterable[Clause], beside: Iterable[Line], draft: Mapping[str, Draft], aside: Iterable[Aside]
) -> list[Aside]:
    """Days that neither the draft nor what was left aside names, with a reason for each.

    Args:
        clauses: of the paper.
        beside: lines of tables that are no clauses.
        draft: what was read.
        aside: what was left aside already.
    """
    told: dict[int, list[str]] = defaultdict(list)
    for key in ("obligations", "events", "targets"):
        for _, leaf in leaves(draft.get(key, [])):
            told[leaf.line].append(leaf.phrase or leaf.value)
    timed = {leaf.line for path, leaf in leaves(draft.get("obligations", [])) if path.endswith(".phrase")}
    for one in aside:
        told[one.line].append(one.phrase)
    found: list[Aside] = []
    for line, words, why in (*_in_clauses(clauses, timed), *_in_tables(beside)):
        if not any(words in phrase for phrase in told[line.number]):
            told[line.number].append(words)
            found.append(Aside(line.number, words, why))
    return found


def _in_clauses(clauses: Iterable[Clause], timed: set[int]) -> Iterator[_Found]:
    """Days, months and numbers of documents that are replaced; months not in lines that are ``timed`` already."""
    for clause in clauses:
        text = clause.text
        asked = asked_in(text) if clause.addressee.role in {"below", "unsaid"} else []
        for day in days_in(text):
            if day.with_word or day.year:
                yield clause.at(day.start), clause.printed[day.start : day.end], _why(text[: day.start], asked)
        for start, end in impossible_days(text):
            yield clause.at(start), clause.printed[start:end], "no_such_day"
        rough = rough_in(clause.printed, text) if asked and clause.line.number not in timed else None
        if rough and rough.why:
            yield clause.at(text.find(rough.phrase)), rough.phrase, "said_elsewhere"
        for number in numbers_in(text):
            if REPLACED.search(text[: number.start]):
                yield clause.line, number.text, "replaced"


def _why(before: str, asked: list[Asked]) -> str:
    if SPAN.search(before):
        return "span"
    if CUT_OFF.search(before):
        return "cut_off"
    return "said_elsewhere" if asked else "nothing_asked"


def _in_tables(lines: Iterable[Line]) -> Iterator[_Found]:
    for line in lines:
        printed = tidy(line.text)
        for day in days_in(searched(printed)):
            if day.with_word or day.year:
                yield line, printed[day.start : day.end], "in_table"
