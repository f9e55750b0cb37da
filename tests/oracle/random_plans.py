"""Random catalogues, and plans whose obligations ask some units for some indicators."""

from collections.abc import Sequence
from datetime import date
from itertools import product
from random import Random

from hand_examples import indicator, ratio
from random_units import KINDS, LEVELS, Organisation
from workspace_files import Document, Documents

YEAR = 2025
LATE_DAYS = ("2025-11-20", "2025-11-30", "2025-12-01", "2025-12-05", "2025-12-06")
OVER_TIME = ("sum", "last", "average", "max", "none")
OVER_UNITS = ("sum", "average", "max", "none")
_PERIODS = ("year", "H1", "H2", "Q1", "Q3", "05", "M1-9")


def catalogue(rng: Random, size: int) -> list[Document]:
    """One to three indicators of some pairs of operators, sums most often, and mostly a ratio."""
    pairs = [("sum", "sum"), *rng.sample(list(product(OVER_TIME, OVER_UNITS)), rng.randint(0, min(2, size)))]
    chosen = [
        indicator(f"i{number}", *pair, type=rng.choice(("count", "count", "decimal")))
        for number, pair in enumerate(pairs[rng.choice((0, 0, 0, 1)) :] or pairs)
    ]
    if size > 1 and rng.random() < 0.6:
        chosen += [indicator(part, rng.choice(OVER_TIME), type="count") for part in ("kept", "members")]
        chosen.append(ratio("rate", "kept", "members"))
    rng.shuffle(chosen)
    return chosen


def plans(rng: Random, organisation: Organisation, indicators: Sequence[str], size: int) -> Documents:
    """No to three plans; a later one may supersede an earlier."""
    documents: Documents = {}
    above = {parent for office in organisation.offices.values() for parent, _ in office.parents}
    issuers = [office.id for office in organisation.open_on(date(YEAR, 1, 1)) if office.id in above]
    for number in range(rng.choice((0, 1, 2, 2, 3)) if size > 1 else rng.choice((0, 1, 1))):
        if not issuers:
            break
        issuer = issuers[min(rng.choice((0, 0, 0, 1, 2)), len(issuers) - 1)]
        document = _plan(rng, organisation, indicators, issuer)
        if documents and rng.random() < 0.2:
            document["supersedes"] = [rng.choice(list(documents))]
        documents[f"plans/{document['period']}/{issuer}/p{number}.yaml"] = document
    return documents


def _plan(rng: Random, organisation: Organisation, indicators: Sequence[str], issuer: str) -> Document:
    issued = date(rng.choice((2023, 2025)), rng.choice((1, 1, 1, 3, 8)), rng.randint(1, 28))
    document: Document = {
        "schema": "plan/v1",
        "revision": "1",
        "state": rng.choices(("issued", "draft", "withdrawn"), (14, 1, 1))[0],
        "unit": issuer,
        "type": "KH",
        "date": str(issued),
        "subject": "Dân vận khéo",
        "period": str(issued.year),
    }
    if rng.random() < 0.15:
        document["effective"] = str(issued.replace(month=issued.month + 1))
    if rng.random() < 0.15:
        document["until"] = str(date(YEAR, rng.randint(4, 12), 28))
    if rng.random() < 0.4:
        document["indicators"] = rng.sample(list(indicators), rng.randint(1, len(indicators)))
    rows: list[Document] = []
    for _ in range(rng.randint(1, 3)):
        rows.append(_obligation(rng, organisation, indicators, issuer, rows))
    steady = _steady_below(organisation, issuer)
    if steady and rng.random() < 0.3:
        rows.append(_locked(rng, steady))
    return document | {"obligations": rows}


def _steady_below(organisation: Organisation, issuer: str) -> list[str]:
    """Units that are below the issuer and neither opened, ended nor moved at any time."""
    return [
        office.id
        for office in organisation.below(issuer)
        if office.first is None and office.last is None and _never_moved(organisation, office.id, issuer)
    ]


def _never_moved(organisation: Organisation, name: str, issuer: str) -> bool:
    office = organisation.offices[name]
    if name == issuer:
        return office.first is None and office.last is None
    return len(office.parents) == 1 and _never_moved(organisation, office.parents[0][0], issuer)


def _locked(rng: Random, units: list[str]) -> Document:
    """The year's report, which is refused after the lock but for units with an unlocking."""
    unlocked = [name for name in units if rng.random() < 0.3]
    unlocks = [{"units": unlocked, "unlocked_until": LATE_DAYS[-2], "reason": "không có"}]
    return {
        "id": "khoa",
        "kind": "report",
        "who": {"units": units},
        "period": str(YEAR),
        "by": f"{YEAR}-11-20",
        "lock": f"{YEAR}-11-30",
        **({"unlocks": unlocks} if unlocked else {}),
    }


def locked_units(documents: Documents) -> dict[str, str]:
    """Units asked by an obligation with a lock, and the reference to it."""
    return {
        name: f"{path}#khoa"
        for path, document in documents.items()
        for obligation in document["obligations"]
        if obligation["id"] == "khoa"
        for name in obligation["who"]["units"]
    }


def _obligation(
    rng: Random, organisation: Organisation, indicators: Sequence[str], issuer: str, earlier: Sequence[Document]
) -> Document:
    hangs_on_another = bool(earlier) and rng.random() < 0.2
    document: Document = {
        "id": f"o{len(earlier)}",
        "kind": rng.choices(("report", "registration"), (12, 1))[0],
        "who": _who(rng, organisation, organisation.offices[issuer].level),
        **(_hanging(rng, rng.choice(earlier)) if hangs_on_another else _dated(rng)),
    }
    if rng.random() < 0.25:
        document["open_on"] = "any_day"
    if rng.random() < 0.4:
        document["indicators"] = rng.sample(list(indicators), rng.randint(1, len(indicators)))
    exempt = [office.id for office in organisation.offices.values() if rng.random() < 0.1]
    if exempt:
        document["except"] = [_exemption(rng, name) for name in exempt]
    return document


def _hanging(rng: Random, carrier: Document) -> Document:
    """Period and day of another obligation: embedded in it, or some days after it."""
    period = {key: carrier[key] for key in ("period", "every_year") if key in carrier}
    return period | rng.choice(({"embedded_in": carrier["id"]}, {"days_after": "5", "of": carrier["id"]}))


def _dated(rng: Random) -> Document:
    """A period and a due day of its own, or none."""
    part = rng.choice(_PERIODS)
    if rng.random() < 0.4:
        return {"period": part, "every_year": "yes", **_due(rng, part, every_year=True)}
    return {"period": _of_year(rng, part), **_due(rng, part, every_year=False)}


def _of_year(rng: Random, part: str) -> str:
    year = rng.choices((YEAR, YEAR - 1), (12, 1))[0]
    return str(year) if part == "year" else f"{year}-{part}"


def _who(rng: Random, organisation: Organisation, issuer_level: int) -> Document:
    who: Document = {}
    if rng.random() < 0.8:
        lower = LEVELS[issuer_level + 1 :] or LEVELS[-1:]
        who["level"] = rng.sample(lower, rng.randint(1, len(lower)))
    if rng.random() < 0.3:
        who["kind"] = [rng.choice(KINDS)]
    if not who or rng.random() < 0.2:
        names = list(organisation.offices)
        who["units"] = rng.sample(names, rng.randint(1, min(4, len(names))))
    return who


def _due(rng: Random, part: str, *, every_year: bool) -> Document:
    """A day around the end of the period, in the words of a plan; now and then none."""
    if rng.random() < 0.15:
        return {}
    last_month = {"year": 12, "H1": 6, "H2": 12, "Q1": 3, "Q3": 9, "05": 5, "M1-9": 9}[part]
    month = last_month + rng.choice((-1, 0, 0, 1))
    years_on, month = divmod(month - 1, 12)
    day = f"{month + 1:02}-{rng.randint(1, 28):02}"
    way = rng.choice(("before", "by"))
    if every_year:
        return {way: day, **({"in": "next_year"} if years_on else {})}
    return {way: f"{YEAR + years_on}-{day}"}


def _exemption(rng: Random, name: str) -> Document:
    until = {"until": str(date(YEAR, rng.randint(1, 12), 28))} if rng.random() < 0.5 else {}
    return {"unit": name, "reason": "không có", **until}
