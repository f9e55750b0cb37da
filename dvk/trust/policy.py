"""DVK604, DVK610, DVK611: a change of the policy is judged by the policy that holds, and told key by key."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from dvk.changes import Comparison
from dvk.codes import CODES
from dvk.facts import Settings, Term, Unit
from dvk.findings import Mistake, Severity
from dvk.kinds import KINDS
from dvk.reading import read
from dvk.snapshot import SETTINGS_FILE, Snapshot
from dvk.textfile import read_text
from dvk.vietnamese.dates import format_date
from dvk.workspace_checks.books import Found

_WEIGHTS = {severity.value: number for number, severity in enumerate((Severity.NOTE, Severity.WARNING, Severity.ERROR))}
_TOP = re.compile(r"[.\[]")
_TERMS = ("fields", "lines", "levels", "kinds")
_PLAIN = ("main_branch", "due_soon")


@dataclass(frozen=True, slots=True)
class _Key:
    """A key of the policy, what it was and would be, and whether less would be refused or more be in time."""

    field: str
    was: str
    now: str
    weaker: bool = False


def removed_policy(comparison: Comparison) -> Found:
    """DVK604: without its policy a workspace is judged by nobody."""
    had = SETTINGS_FILE in comparison.before.snapshot.entries
    if had and SETTINGS_FILE in comparison.paths and SETTINGS_FILE not in comparison.after.snapshot.entries:
        yield SETTINGS_FILE, Mistake("DVK604", "", {"file": SETTINGS_FILE})


def changed_policy(comparison: Comparison) -> Found:
    """DVK610, DVK611: each key of ``dvk.yaml`` that is not what it was; those that make the policy weaker apart."""
    if SETTINGS_FILE not in comparison.paths:
        return
    was, now = (_own(side.snapshot) for side in (comparison.before, comparison.after))
    if was is not None:
        keys = _keys(was, now) if now is not None else _weaker_all_the_same(was, comparison.after.snapshot)
        for key in keys:
            code = "DVK611" if key.weaker else "DVK610"
            yield SETTINGS_FILE, Mistake(code, key.field, {"key": key.field, "was": key.was, "now": key.now})


def changed_owners(comparison: Comparison) -> Found:
    """DVK610: who answers for the files of a unit is other people, or a unit comes that nobody stands above."""
    before = comparison.before.organisation.units
    for path, file in comparison.after.unit_files.items():
        if path not in comparison.paths:
            continue
        for unit in file.units:
            old = before.get(unit.id)
            was = ", ".join(old.maintainers) if old else ""
            now = ", ".join(unit.maintainers)
            if old is None and not unit.parents:
                yield path, _told(f"units[id={unit.id}]", "", unit.id)
            elif was != now and (old is not None or now):
                yield path, _told(f"units[id={unit.id}].maintainers", was, now)
            yield from ((path, mistake) for mistake in _freed(unit, old))


def _freed(unit: Unit, old: Unit | None) -> Iterator[Mistake]:
    """A unit that stood below another and stands below nobody any more."""
    if old is not None and old.parents and not unit.parents:
        yield _told(f"units[id={unit.id}].parent", ", ".join(row.value for row in old.parents), "")


def _told(field: str, was: str, now: str) -> Mistake:
    return Mistake("DVK610", field, {"key": field, "was": was or "–", "now": now or "–"})


def _own(snapshot: Snapshot) -> Settings | None:
    """What the policy of a snapshot says itself; None where it has none that can be read."""
    entry = snapshot.entries.get(SETTINGS_FILE)
    found = read(snapshot.read(SETTINGS_FILE), "settings").facts if entry and not entry.link else None
    return found if isinstance(found, Settings) else None


def _weaker_all_the_same(was: Settings, snapshot: Snapshot) -> Iterator[_Key]:
    """The keys that would make the policy weaker in a file with mistakes: no other mistake hides them."""
    entry = snapshot.entries.get(SETTINGS_FILE)
    data = snapshot.read(SETTINGS_FILE) if entry and not entry.link else b""
    tree = read_text(data).tree if data else None
    if tree is None:
        return
    named = tree.get("severities")
    weights = {code: text for code, text in named.items() if isinstance(text, str)} if isinstance(named, dict) else {}
    for code in (code for code, text in weights.items() if text not in _WEIGHTS):
        yield _Key(f"severities.{code}", _weight(code, was), weights[code], weaker=True)
    sound = {code: text if text in _WEIGHTS else _weight(code, was) for code, text in weights.items()}
    wrong = {_TOP.split(mistake.field)[0] for mistake in read(data, "settings").mistakes} - {"severities"}
    left = {key: value for key, value in tree.items() if key not in wrong}
    whole = left | {"schema": KINDS["settings"].schema, "severities": dict(sound)}
    found = read(json.dumps(whole).encode(), "settings").facts
    if isinstance(found, Settings):
        unknown = {key: getattr(was, key) for key in wrong if hasattr(was, key)}
        yield from (key for key in _keys(was, replace(found, **unknown)) if key.weaker)


def _weight(code: str, policy: Settings) -> str:
    """How much a code weighs: as a policy says, else as usual."""
    return dict(policy.severities).get(code, str(CODES[code].severity) if code in CODES else str(Severity.ERROR))


def _keys(was: Settings, now: Settings) -> Iterator[_Key]:
    if was.adoption_date != now.adoption_date:
        weaker = was.adoption_date is not None and (now.adoption_date or date.max) > was.adoption_date
        yield _Key("adoption_date", _day(was.adoption_date), _day(now.adoption_date), weaker)
    if was.before_excludes != now.before_excludes:
        spelled = {True: "yes", False: "no"}
        weaker = was.before_excludes
        yield _Key("before_excludes", spelled[was.before_excludes], spelled[now.before_excludes], weaker)
    if was.about_percent != now.about_percent:
        weaker = now.about_percent < was.about_percent
        yield _Key("about_percent", str(was.about_percent), str(now.about_percent), weaker)
    for name in _PLAIN:
        before, after = str(getattr(was, name)), str(getattr(now, name))
        if before != after:
            yield _Key(name, before, after, weaker=name == "main_branch")
    yield from _severities(dict(was.severities), dict(now.severities))
    for name in _TERMS:
        yield from _terms(name, getattr(was, name), getattr(now, name))


def _severities(was: dict[str, str], now: dict[str, str]) -> Iterator[_Key]:
    for code in sorted(was.keys() | now.keys()):
        usual = str(CODES[code].severity) if code in CODES else str(Severity.ERROR)
        before, after = was.get(code, usual), now.get(code, usual)
        if before != after:
            yield _Key(f"severities.{code}", before, after, _WEIGHTS[after] < _WEIGHTS[before])


def _terms(name: str, was: tuple[Term, ...], now: tuple[Term, ...]) -> Iterator[_Key]:
    before, after = ({term.id: term for term in terms} for terms in (was, now))
    for word in dict.fromkeys([*before, *after]):
        if before.get(word) != after.get(word):
            yield _Key(f"{name}[id={word}]", _term(before.get(word)), _term(after.get(word)))


def _term(term: Term | None) -> str:
    return "–" if term is None else " / ".join(filter(None, (term.name, term.name_en, term.profile)))


def _day(day: date | None) -> str:
    return format_date(day) if day else "–"
