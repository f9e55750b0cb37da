"""Small workspaces whose answers were worked out by hand."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from workspace_files import Document, Documents

Given: TypeAlias = Mapping[str, Mapping[str, "str | None"]]


def unit(name: str, level: str, parent: object = None, **more: str) -> Document:
    """A unit with a folder of its own; ``parent`` an id or dated rows; ``first`` and ``last`` its days."""
    days = {"from": more.get("first"), "to": more.get("last")}
    return {
        "id": name,
        "line": "youth-union",
        "folder": name,
        **{key: value for key, value in days.items() if value},
        "name": name,
        "level": level,
        "kind": more.get("kind", "territorial"),
        **({"parent": parent} if parent else {}),
    }


def indicator(name: str, over_time: str = "sum", over_units: str = "sum", **more: str) -> Document:
    """An indicator of the catalogue."""
    return {"id": name, "name": name, "unit_of_measure": "x", "over_time": over_time, "over_units": over_units, **more}


def ratio(name: str, numerator: str, denominator: str) -> Document:
    """A share in percent."""
    parts = {"numerator": numerator, "denominator": denominator}
    return {"id": name, "name": name, "unit_of_measure": "%", "type": "percent", **parts}


def figures(given: Mapping[str, str | None]) -> list[Document]:
    """Figures of a section; None is a null with a reason."""
    return [
        {"indicator": name, "value": value, **({"reason": "không có"} if value is None else {})}
        for name, value in given.items()
    ]


def report(unit_id: str, period: str, own: Mapping[str, str | None], **more: object) -> Documents:
    """A submitted report; ``consolidated`` and keys of the document as keywords."""
    document: Document = {
        "schema": "report/v1",
        "revision": "1",
        "state": "submitted",
        "unit": unit_id,
        "period": period,
        "own": figures(own),
        **more,
    }
    return {f"reports/{period[:4]}/{unit_id}/{period}.yaml": document}


def plan(issuer: str, year: int, obligations: Sequence[Document]) -> Documents:
    """An issued plan of the year."""
    document: Document = {
        "schema": "plan/v1",
        "revision": "1",
        "state": "issued",
        "unit": issuer,
        "type": "KH",
        "date": f"{year}-01-02",
        "subject": "Dân vận khéo",
        "period": str(year),
        "obligations": list(obligations),
    }
    return {f"plans/{year}/{issuer}/plan.yaml": document}


def yearly(year: int, *units: str) -> Document:
    """An obligation of named units to report on the year."""
    return {
        "id": "nam",
        "kind": "report",
        "who": {"units": list(units)},
        "period": str(year),
        "by": f"{year}-12-31",
    }


def organisation(units: Sequence[Document], events: Sequence[Document] = ()) -> Documents:
    """The file of units and events."""
    return {"units/all.yaml": {"schema": "units/v1", "units": list(units), "events": list(events)}}


def catalogue(*indicators: Document) -> Documents:
    """The catalogue of indicators."""
    return {"indicators.yaml": {"schema": "indicators/v1", "indicators": list(indicators)}}


def district(
    communes: Mapping[str, str | None], asked: Sequence[str], **sections: Mapping[str, str | None]
) -> Documents:
    """A district D with communes C1 to C5 that counts houses in 2021; ``own`` and ``consolidated`` are D's."""
    names = [f"c{number}" for number in range(1, 6)]
    more = {"consolidated": figures(sections["consolidated"])} if "consolidated" in sections else {}
    documents = (
        organisation(
            [unit("p", "province"), unit("d", "district", "p"), *(unit(name, "commune", "d") for name in names)]
        )
        | catalogue(indicator("houses"))
        | plan("p", 2021, [yearly(2021, *asked)])
        | report("d", "2021", sections.get("own", {}), **more)
    )
    for name, value in communes.items():
        documents |= report(name, "2021", {"houses": value})
    return documents


def single(filed: Given) -> Documents:
    """One unit with sessions (sum) and kept (last) in 2014: period → figures."""
    documents = (
        organisation([unit("p", "province"), unit("u", "district", "p")])
        | catalogue(indicator("sessions"), indicator("kept", "last"))
        | plan("p", 2014, [yearly(2014, "u")])
    )
    for period, own in filed.items():
        documents |= report("u", period, own)
    return documents


def reorganised(year_report: Documents | None = None) -> Documents:
    """Province P on 1/7/2025: district D ends, communes A and B become C, communes E and C are P's."""
    last, first = "2025-06-30", "2025-07-01"
    moved = [{"value": "d", "to": last}, {"value": "p", "from": first}]
    halves: list[Document] = [
        {
            "id": "h1",
            "kind": "report",
            "who": {"level": ["district", "commune"]},
            "period": "2025-H1",
            "by": "2025-07-10",
        },
        {"id": "nam", "kind": "report", "who": {"level": ["commune"]}, "period": "2025", "by": "2025-11-14"},
    ]
    documents = (
        organisation(
            [
                unit("p", "province"),
                unit("d", "district", "p", last=last),
                unit("a", "commune", "d", last=last),
                unit("b", "commune", "d", last=last),
                unit("e", "commune", moved),
                unit("c", "commune", "p", first=first),
            ],
            [
                {"kind": "merge", "date": first, "from": ["a", "b"], "into": ["c"]},
                {"kind": "end", "date": first, "from": ["d"]},
                {"kind": "move", "date": first, "from": ["e"]},
            ],
        )
        | catalogue(indicator("models_done"))
        | plan("p", 2025, halves)
        | (year_report or {})
    )
    for name, period, value in (
        *(("d", "2025-H1", "1"), ("a", "2025-H1", "10"), ("b", "2025-H1", "5"), ("e", "2025-H1", "2")),
        *(("c", "2025-H2", "7"), ("e", "2025-H2", "3")),
    ):
        documents |= report(name, period, {"models_done": value})
    return documents


def province(indicators: Sequence[Document], given: Given, parents: Mapping[str, str] | None = None) -> Documents:
    """Units under P with year figures of 2021: ``given`` unit → indicator → value; ``parents`` where not P."""
    above = parents or {}
    names = dict.fromkeys([*given, *above.values()])
    documents = (
        organisation([unit("p", "province"), *(unit(name, "district", above.get(name, "p")) for name in names)])
        | catalogue(*indicators)
        | plan("p", 2021, [yearly(2021, *given)])
    )
    for name, own in given.items():
        documents |= report(name, "2021", own)
    return documents
