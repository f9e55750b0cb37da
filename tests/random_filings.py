"""Random small workspaces of models, targets, percentages and repeated reports, as documents by path."""

from random import Random
from typing import Any

Documents = dict[str, Any]

NAMES = ("Vườn rau", "vuon - rau", "“Vườn  Rau”", "Nhà Nhân ái", "nhà nhân ái", "1+1")
AREAS = ("", "", "Thôn 3", "thon 3", "Bản Nà")
STATES = ("submitted", "submitted", "accepted", "draft", "returned", "withdrawn")
YEARS = ("2020", "2021", "2021", "2022", "2020-2021", "2021-2023")
INDICATORS = ("good", "all", "houses")
PERIODS = ("2020", "2021", "2021", "2021-H1", "2021-H2", "2022")


def workspace(seed: int) -> Documents:
    """Up to nine units in two trees, with registrations and reports of 2020 to 2022; the same for the same seed."""
    rng = Random(seed)  # noqa: S311 - repeatable, nothing secret
    units = _units(rng)
    names = [unit["id"] for unit in units]
    documents = {"units/all.yaml": {"schema": "units/v1", "units": units, "events": _events(rng, units)}}
    documents["indicators.yaml"] = {"schema": "indicators/v1", "indicators": _indicators()}
    models: list[str] = []
    for number in range(rng.randint(1, 7)):
        path, registration = _registration(rng, names, number)
        documents[path] = registration
        models += [f"{path}#{model['id']}" for model in registration["models"]]
    for number in range(rng.randint(0, 2)):
        unit = rng.choice(names)
        documents[f"plans/2021/{unit}/p{number}.yaml"] = _plan(rng, unit, names)
    for number in range(rng.randint(1, 14)):
        unit, period = rng.choice(names[:4]), rng.choice(PERIODS)
        topic = rng.choice(("", f"-t{number}"))
        documents[f"reports/{period[:4]}/{unit}/{period}{topic}.yaml"] = _report(rng, (unit, period), models)
    return documents


def _units(rng: Random) -> list[Documents]:
    units: list[Documents] = []
    for number in range(rng.randint(2, 9)):
        unit = {
            "id": f"u{number}",
            "folder": f"u{number}",
            "line": "youth-union",
            "name": f"U{number}",
            "level": "commune",
        }
        if number > 1:
            unit["parent"] = f"u{rng.randrange(number)}"
        if rng.random() < 0.3:
            unit["answers_to"] = f"u{rng.randrange(9)}"
        if number > 1 and rng.random() < 0.2:
            unit["to"] = rng.choice(("2020-12-31", "2021-06-30"))
        units.append(unit)
    return units


def _events(rng: Random, units: list[Documents]) -> list[Documents]:
    ended = [unit["id"] for unit in units if unit.get("to") == "2021-06-30"]
    if not ended or rng.random() < 0.5:
        return []
    return [{"kind": "merge", "date": "2021-07-01", "from": ended, "into": [units[0]["id"]]}]


def _indicators() -> list[Documents]:
    plain = [
        {"id": name, "name": name, "unit_of_measure": "x", "over_time": "sum", "over_units": "sum"}
        for name in INDICATORS
    ]
    parts = {"numerator": "good", "denominator": "all", "type": "percent", "unit_of_measure": "%"}
    return [*plain, {"id": "rate", "name": "rate"} | parts]


def _registration(rng: Random, units: list[str], number: int) -> tuple[str, Documents]:
    unit, year = rng.choice([*units, "nobody"]), rng.choice(("2020", "2021", "2022"))
    models = [_model(rng, units, f"m{place}") for place in range(rng.randint(0, 4))]
    if models and rng.random() < 0.1:
        models.append(_model(rng, units, "m0"))
    document = _head("registration/v1", unit, year, rng.choice(STATES)) | {"models": models}
    if rng.random() < 0.5:
        document["submitted"] = f"{year}-0{rng.randint(1, 9)}-15"
    return f"registrations/{year}/{unit}/r{number}.yaml", document


def _model(rng: Random, units: list[str], name: str) -> Documents:
    model: Documents = {"id": name, "name": rng.choice(NAMES)}
    if area := rng.choice(AREAS):
        model["area"] = area
    if rng.random() < 0.3:
        model["owners"] = rng.sample(units, rng.randint(1, 2))
    if rng.random() < 0.6:
        model["years"] = rng.choice(YEARS)
    if rng.random() < 0.2:
        day = f"202{rng.randint(0, 2)}-0{rng.randint(1, 9)}-15"
        model["stages"] = [{"stage": "dropped", "date": day}]
    return model


def _plan(rng: Random, unit: str, units: list[str]) -> Documents:
    who = {"units": rng.sample(units, 2)}
    asked = {"id": "dk", "kind": "registration", "who": who, "period": "year", "every_year": "yes", "before": "04-20"}
    kinds = rng.sample(("total", "own", "each", "per"), 2)
    targets = [{"indicator": "houses", "kind": kind, "value": rng.randint(0, 3), "who": who} for kind in kinds]
    head = _head("plan/v1", unit, "2021", "issued") | {"type": "KH", "date": "2020-01-05", "subject": "Dân vận khéo"}
    return head | {"obligations": [asked], "targets": targets}


def _report(rng: Random, of: tuple[str, str], models: list[str]) -> Documents:
    document = _head("report/v1", *of, rng.choice(STATES))
    document["illustrative"] = rng.choice(("yes", "no", "no"))
    if rng.random() < 0.4:
        document["text"] = rng.choice(("Như năm trước.", "Khác."))
    figures = [{"indicator": name, "value": rng.choice((0, 1, 2, 40))} for name in INDICATORS if rng.random() < 0.8]
    figures += [{"indicator": "rate", "value": rng.choice(("50 %", "100 %", "33,3"))}] * (rng.random() < 0.4)
    if rng.random() < 0.4:
        figures = [{"indicator": name, "value": 3} for name in INDICATORS]
    document[rng.choice(("own", "own", "consolidated"))] = figures
    known = [{"model": rng.choice(models)} for _ in range(rng.randint(0, 2)) if models]
    stages = [{"stage": "dropped"} if rng.random() < 0.2 else {} for _ in known]
    named = [{"name": rng.choice(NAMES)} for _ in range(rng.randint(0, 1))]
    document["models"] = [*(model | stage for model, stage in zip(known, stages, strict=True)), *named]
    ids = [f"e{rng.randint(0, 1)}" for _ in known]
    if ids and rng.random() < 0.2:
        known[0] = {"model": "registrations/2021/u0/none.yaml#m0"}
    document["exemplars"] = [
        {"id": name, "type": "collective", "name": name} | model for name, model in zip(ids, known, strict=True)
    ]
    return document


def _head(schema: str, unit: str, period: str, state: str) -> Documents:
    return {"schema": schema, "revision": 1, "state": state, "unit": unit, "period": period}
