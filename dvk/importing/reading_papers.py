"""A whole paper read: its kind, and every part of it in the keys of that kind's schema."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from dvk.errors import CannotGoOn
from dvk.importing.bases import legal_bases
from dvk.importing.foot import alone, recipients_of, signatories_of
from dvk.importing.head import Head, head_of
from dvk.importing.issuing import issuer_of
from dvk.importing.known import Known
from dvk.importing.orders import Ordered, is_reminder, orders_of, reminded, with_tables
from dvk.importing.outline import Outline, outlined
from dvk.importing.paper import Paper
from dvk.importing.prose import text_of
from dvk.importing.quoted import Aside, Draft, Quoted, is_empty, leaves
from dvk.importing.tables.aside import borderless_aside, registration_aside, report_aside
from dvk.importing.tables.head import own_frame
from dvk.importing.tables.plan import plan_tables
from dvk.importing.tables.registration import registration_of
from dvk.importing.tables.report import report_of
from dvk.messages.of_keys import KEYS
from dvk.naming import names_of
from dvk.periods import Period
from dvk.vietnamese.document_types import DOCUMENT_TYPES
from dvk.vietnamese.text import fold
from dvk.workspace import Workspace

_MOST_TITLE_LINES = 40
_ROLLUP, _OF_ROLLUP = "bao cao tong hop", "ket qua thuc hien cac chi tieu va mo hinh "
_TWO = 2
"""Who may sign a registration: on the left who confirms it, on the right the unit itself."""
_TITLES = [(re.compile(rf"{fold(name)}\b"), each.kind) for each in DOCUMENT_TYPES if each.kind for name in each.names]
"""What the line of the type begins with, without accents, with its kind."""

_SOUGHT: dict[str, tuple[str, ...]] = {
    "plan": (
        *("number", "date", "place", "subject", "period", "legal_bases", "text"),
        *("obligations", "targets", "tasks", "recipients", "signatory.authority", "signatory.post", "signatory.name"),
    ),
    "registration": ("number", "date", "place", "period", "addressee", "models", "recipients", "signatory.name"),
    "report": ("number", "date", "place", "subject", "period", "own", "recipients", "signatory.name"),
}
"""What an office expects of a paper, by kind: what of it was not found is said."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a caller says of a paper.

    Args:
        unit: the id of the unit that issued it.
        today: the day of the call, for papers that name no year.
        kind: what it is; None where its title says so.
        period: what it is for; None where it says so itself.
    """

    unit: str
    today: date
    kind: str | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Import:
    """What was read of a paper.

    Args:
        paper: the paper.
        kind: ``plan``, ``registration`` or ``report``.
        known: the workspace that it was read into.
        draft: its values in the keys of the schema.
        beside: what no key of the schema holds: ``models`` that a plan names, the ``standing`` department.
        aside: words that look like values and are none.
        told: titles of the parts that stand in no text, as tasks and obligations say all that is in them.
    """

    paper: Paper
    kind: str
    known: Known
    draft: Mapping[str, Draft]
    beside: Mapping[str, Draft] = field(default_factory=dict)
    aside: tuple[Aside, ...] = ()
    told: tuple[str, ...] = ()

    @property
    def read(self) -> list[tuple[str, Quoted]]:
        """Field path and value of all that stands in the paper; not what follows from other values."""
        return [(path, value) for path, value in leaves({**self.draft, **self.beside}) if value.line or value.doubt]

    @property
    def missing(self) -> tuple[str, ...]:
        """What one expects of such a paper and was not found."""
        return tuple(key for key in _SOUGHT[self.kind] if not _has(self.draft, key.split(".")))


def imported(paper: Paper, workspace: Workspace, wishes: Wishes) -> Import:
    """What a paper says.

    Raises:
        CannotGoOn: DVK953 where its title does not say what it is, and the caller does not either; DVK956 for a
            roll-up that dvk printed.
    """
    outline = outlined(paper)
    head = head_of(outline)
    kind = wishes.kind or _kind(outline)
    if kind is None:
        raise CannotGoOn("DVK953", path=paper.name)
    if wishes.kind is None and _is_rollup(paper):
        raise CannotGoOn("DVK956", path=paper.name)
    known = Known(workspace, wishes.unit, _day(head, wishes))
    read = _READERS[kind](_Apart(paper, outline, head, known))
    if wishes.period is not None and ("period" not in read.draft or _is_doubtful(read.draft["period"])):
        read.draft["period"] = Quoted(str(wishes.period))
    first: dict[str, Draft] = {
        "schema": Quoted(f"{kind}/v1"),
        "revision": Quoted("1"),
        "state": Quoted("draft"),
        "unit": issuer_of(known, head.issuer),
    }
    aside = (*read.aside, *borderless_aside(paper, outline))
    return Import(paper, kind, known, {**read.draft, **first}, read.beside, aside, read.told)


@dataclass(frozen=True, slots=True)
class _Apart:
    """A paper taken apart, and what its names mean."""

    paper: Paper
    outline: Outline
    head: Head
    known: Known

    def frame(self, kind: str) -> dict[str, Draft]:
        """Head and foot, as far as documents of the kind have them."""
        signed = signatories_of(self.outline, _written_names(self.known))
        bases: Sequence[Draft] = legal_bases(self.outline)
        found = {**self.head.draft, "legal_bases": bases, "recipients": recipients_of(self.outline)}
        found |= {"signatory": signed[0]} if signed else {}
        if kind == "registration" and len(signed) == _TWO:
            found |= {"signatory": alone(signed[1]), "second_signatory": alone(signed[0])}
        return {key: item for key, item in found.items() if f"{kind}.{key}" in KEYS}


@dataclass(slots=True)
class _Read:
    """What was read in the keys of a kind, and beside them."""

    draft: dict[str, Draft]
    beside: Mapping[str, Draft] = field(default_factory=dict)
    aside: tuple[Aside, ...] = ()
    told: tuple[str, ...] = ()


def _plan(apart: _Apart) -> _Read:
    """Tables of dvk's own where it printed the plan; running text, and the tables in it, of every other."""
    tables = plan_tables(apart.paper, apart.known)
    own = own_frame(apart.paper)
    if own is not None:
        return _Read(own | tables)
    period = apart.head.draft.get("period")
    year = int(period.value[:4]) if isinstance(period, Quoted) else None
    ordered = orders_of(apart.outline, apart.known, year, tables)
    text = text_of(apart.outline, without=ordered.told_from)
    found = with_tables(ordered.draft, tables)
    if is_reminder(apart.head.draft.get("subject")):
        found["obligations"] = reminded(found["obligations"])
    draft = {**apart.frame("plan"), **found, **({"text": text} if text is not None else {})}
    return _Read(draft, _beside(ordered), ordered.aside, tuple(part.words for part in ordered.told))


def _beside(ordered: Ordered) -> dict[str, Draft]:
    """Models and the standing department, which a plan in YAML has no keys for."""
    found: dict[str, Draft] = {"models": ordered.models} if ordered.models else {}
    return found | ({"standing": ordered.standing} if ordered.standing is not None else {})


def _registration(apart: _Apart) -> _Read:
    own = own_frame(apart.paper, second=True)
    around = apart.frame("registration") if own is None else own
    return _Read(around | registration_of(apart.paper, apart.known), aside=tuple(registration_aside(apart.paper)))


def _report(apart: _Apart) -> _Read:
    own = own_frame(apart.paper)
    around = apart.frame("report") if own is None else own
    period = apart.head.draft.get("period")
    year = int(period.value[:4]) if isinstance(period, Quoted) else None
    read = report_of(apart.paper, apart.outline, apart.known, year)
    return _Read(around | read, aside=tuple(report_aside(apart.paper, year)))


_READERS: dict[str, Callable[[_Apart], _Read]] = {"plan": _plan, "registration": _registration, "report": _report}


def _written_names(known: Known) -> list[str]:
    """How the names of the issuer and of those above it are written, for capitals turned back."""
    organisation = known.workspace.organisation
    units = [known.unit, *organisation.above_on(known.unit, known.day)] if known.unit in organisation.units else []
    bodies = [body for unit in units for body in (organisation.units[unit], *organisation.units[unit].departments)]
    return [name for body in bodies for name in names_of(body)]


def _kind(outline: Outline) -> str | None:
    """What the line of the type says that a paper is."""
    for line in outline.head[:_MOST_TITLE_LINES]:
        title = fold(line.text).strip(" *")
        for pattern, kind in _TITLES:
            if line.text[:1].isupper() and pattern.match(title) and _is_title(line.text):
                return kind
    return "plan" if "type" in head_of(outline).draft else None


def _is_rollup(paper: Paper) -> bool:
    """Whether dvk made a paper out of the reports of others: by its title and what stands below it."""
    lines = [fold(line.text) for line in islice(paper.lines, _MOST_TITLE_LINES)]
    return _ROLLUP in lines and any(line.startswith(_OF_ROLLUP) for line in lines)


def _is_title(text: str) -> bool:
    """Whether a line is in capitals, as types are printed."""
    letters = [sign for sign in text if sign.isalpha()]
    return sum(sign.isupper() for sign in letters) * 2 > len(letters)


def _day(head: Head, wishes: Wishes) -> date:
    """The day on which names are looked up: that of the paper, else the last of its year, else today."""
    day, period = head.draft.get("date"), head.draft.get("period")
    if isinstance(day, Quoted):
        return date.fromisoformat(day.value)
    if wishes.period is not None:
        return min(wishes.period.end, wishes.today)
    return min(date(int(period.value[:4]), 12, 31), wishes.today) if isinstance(period, Quoted) else wishes.today


def _is_doubtful(draft: Draft) -> bool:
    return isinstance(draft, Quoted) and bool(draft.doubt)


def _has(draft: Draft, steps: Sequence[str]) -> bool:
    if not steps:
        return not is_empty(draft)
    return isinstance(draft, Mapping) and steps[0] in draft and _has(draft[steps[0]], steps[1:])
