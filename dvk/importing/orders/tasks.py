"""Work and who does it: departments of the issuer by name, the issuer's level, levels of units below."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from dvk.importing.known import Known
from dvk.importing.orders.addressees import Addressing
from dvk.importing.orders.body import Clause
from dvk.importing.orders.covering import Told
from dvk.importing.orders.departments import department_at
from dvk.importing.orders.filing import asked_in
from dvk.importing.orders.words import capital_first, past, without_stop
from dvk.importing.quoted import Draft, Quoted, quoted

_GIVEN = re.compile(r"^[\s\-–+*•]*(?:(?:giao|phân công)\s+(?:cho\s+)?)?", re.IGNORECASE)
_BESIDE = re.compile(
    r"(?:phối hợp(?: chặt chẽ)?(?: với| cùng)?|cùng(?: với)?|,|và)\s+"
    r"(?=(?:ban|văn phòng|phòng|trung tâm|chi đoàn cơ quan|ủy ban kiểm tra)\s)",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"các\s+ban(?:,|\s+và|\s+chuyên)", re.IGNORECASE)
_STANDING = re.compile(r"(?:(?:là|làm)\s+|\()(?:cơ quan|bộ phận|đơn vị)\s+thường trực", re.IGNORECASE)
_SUBJECT = 120
"""How far into a clause the departments stand that it gives work to."""
_LONGEST_TITLE = 60


def tasks_of(
    clauses: Iterable[Clause], addressing: Addressing, told: Told
) -> tuple[list[dict[str, Draft]], Quoted | None]:
    """The work in schema keys, in the order of the paper, and the standing department if one is named."""
    known = addressing.known
    found: list[dict[str, Draft]] = []
    standing: Quoted | None = None
    for _, sentence in groupby(clauses, key=lambda clause: clause.sentence):
        for subject, work in _shares(list(sentence), known):
            whose = subject or _of_heading(work[0])
            if whose and standing is None and any(_STANDING.search(clause.text) for clause in work):
                standing = whose[0]
            found.extend(_tasks(subject, work, addressing, told))
    told.add(found)
    return found, standing


def _shares(sentence: list[Clause], known: Known) -> Iterator[tuple[list[Quoted], list[Clause]]]:
    """The clauses of a sentence by whom they give work to; a clause without a subject goes with the one before it."""
    subject: list[Quoted] = []
    work: list[Clause] = []
    for clause in sentence:
        own = _departments(clause, known)
        if own and work:
            yield subject, work
            work = []
        subject = own or subject
        work.append(clause)
    yield subject, work


def _departments(clause: Clause, known: Known) -> list[Quoted]:
    """The departments that a clause gives work to: its subject, and those that work with it."""
    start = past(_GIVEN, clause.text)
    if _is_heading(clause) and len(clause.printed) <= _LONGEST_TITLE:
        return []
    if _SEVERAL.match(clause.text, start):
        words = clause.printed[start : start + _LONGEST_TITLE]
        return [quoted(each, clause.line, words) for each in known.departments(words)]
    first = department_at(clause.printed, start, known, clause.line)
    if first is None:
        return []
    near = clause.text[:_SUBJECT]
    others = (department_at(clause.printed, found.end(), known, clause.line) for found in _BESIDE.finditer(near, start))
    named = [first, *(other for other in others if other and not other.doubt)]
    return list({one.value: one for one in named}.values())


def _tasks(subject: list[Quoted], work: list[Clause], addressing: Addressing, told: Told) -> list[dict[str, Draft]]:
    task = _task(work)
    if not any(sign.isalpha() for sign in task.value):
        return []
    if subject:
        return [{"department": one, "task": task} for one in subject]
    if (whose := _of_heading(work[0])) and _is_work(work, told):
        return [{"department": one, "task": task} for one in whose]
    return [{"level": one, "task": task} for one in _levels(work[0], addressing)] if _is_work(work, told) else []


def _of_heading(clause: Clause) -> Sequence[Quoted]:
    """The departments of the heading above a clause, where it does not speak to units below."""
    return () if clause.addressee.role == "below" else clause.heading.departments


def _is_heading(clause: Clause) -> bool:
    """Whether a clause is the title of its section, or a line without a number that heads those after it."""
    return clause.is_title or (bool(clause.heading.departments) and clause.text == clause.heading.words)


def _is_work(work: list[Clause], told: Told) -> bool:
    """Whether clauses stand below a heading that names who is to do it, and are more than filings."""
    clause = work[0]
    if _is_heading(clause) or clause.heading.role not in {"issuer", "below"} or clause.printed.endswith(":"):
        return False
    if clause.heading.role == "issuer" or all(one.kind == "plan" for one in asked_in(clause.text)):
        return True
    return not all(told.is_filing(clause.line, clause.printed) for clause in work)


def _levels(clause: Clause, addressing: Addressing) -> Iterator[Quoted]:
    below = [said for said in (clause.addressee, clause.heading) if said.role == "below"]
    if below:
        yield from below[0].levels
    elif level := addressing.ranks.issuer:
        yield Quoted(level)


def _task(work: list[Clause]) -> Quoted:
    words = "; ".join(clause.printed for clause in work)
    return quoted(capital_first(without_stop(words)), work[0].line)
