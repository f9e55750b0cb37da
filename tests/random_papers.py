"""Random workspaces whose plans, registrations and reports use every printed field, with odd names and texts."""

from dataclasses import dataclass, field
from random import Random
from typing import Any

Documents = dict[str, Any]

ODD = (
    '"Dân vận khéo"',
    "A & B",
    "x < y",
    "Ea T'Ling",
    "1+1",
    "50%",
    "A/B",
    "“Xanh – Sạch – Đẹp”",
    "*sao*",
    "a_b",
    "#1",
    "[x]",
)
WORDS = (
    *(
        "phong trào",
        "thi đua",
        "nhân dân",
        "thanh niên",
        "đoàn viên",
        "hộ nghèo",
        "con đường",
        "tuyên truyền",
        "vận động",
    ),
    *(
        "ngày 15/5/2021",
        "Nghị quyết 25-NQ/TW",
        "3.000 em",
        "khoảng 12 căn",
        "cơ sở",
        "địa bàn",
        "đối thoại",
        "giám sát",
    ),
)
PIECES = ("và", "của", "trong", "gắn với", "không", "cùng", "cho")
DECISIONS = ("Quyết định số 12-QĐ/TĐTN", "QĐ 05/QĐ-UBND ngày 03/3/2021")
YEAR = 2021


@dataclass
class Maker:
    """A source of random pieces; names that it gave once are not given again."""

    rng: Random
    names: set[str] = field(default_factory=set)

    def maybe(self, value: Any, chance: float = 0.5) -> Any:
        """The value, or nothing."""
        return value if self.rng.random() < chance else None

    def words(self, least: int = 2, most: int = 9) -> str:
        """A few words on one line, odd ones among them."""
        rng = self.rng
        found = [rng.choice((*WORDS, *PIECES)) for _ in range(rng.randint(least, most))]
        if rng.random() < 0.4:
            found.insert(rng.randint(0, len(found)), rng.choice(ODD))
        text = " ".join(found)
        return text[:1].upper() + text[1:]

    def listed(self) -> str:
        """A few words, or two that a semicolon parts, as one item of a list."""
        return self.rng.choice((self.words(), f"{self.words()}; {self.words().lower()}"))

    def name(self, start: str = "") -> str:
        """A name that nothing else has."""
        while True:
            name = f"{start}{self.words(1, 3)} {self.rng.randint(1, 999)}"
            if name not in self.names:
                self.names.add(name)
                return name

    def some(self, among: Any, least: int = 0, most: int = 3) -> list[Any]:
        """Different ones of a list, in its order."""
        count = min(self.rng.randint(least, most), len(among))
        return [among[place] for place in sorted(self.rng.sample(range(len(among)), count))]

    def day(self, year: int = YEAR) -> str:
        """A day of a year."""
        return f"{year}-{self.rng.randint(1, 12):02}-{self.rng.randint(1, 28):02}"

    def year_day(self) -> str:
        """A day of every year."""
        return self.day()[5:]

    def hour(self) -> str:
        """An hour behind a day, or nothing."""
        return self.rng.choice(("", "", f" {self.rng.randint(1, 23):02}:{self.rng.choice((0, 30)):02}"))

    def number(self, form: str = "count") -> str:
        """A number as typed, by the type of its indicator."""
        rng = self.rng
        if form == "money":
            return rng.choice((f"{rng.randint(1, 900)} triệu", "3,6 tỷ", str(rng.randint(0, 10**9)), "0"))
        if form == "decimal":
            return rng.choice(("2,5", "0,75", "-1,2", "12", "1.234,5"))
        if form == "percent":
            return rng.choice(("93 %", "45,5 %", "0 %", "100%"))
        return rng.choice((str(rng.randint(0, 12)), "3.000", "0", str(rng.randint(100, 99999)), "09"))

    def markdown(self, least: int = 1, most: int = 5, *, headings: bool = True, tables: bool = True) -> str:
        """A text of paragraphs, lists, headings and tables."""
        makers = [self._paragraph, self._paragraph, self._bullets, self._ordered]
        makers += [self._heading] * headings + [self._table] * tables
        parts = [self.rng.choice(makers)() for _ in range(self.rng.randint(least, most))]
        return "\n\n".join(parts)

    def _paragraph(self) -> str:
        rng = self.rng
        stretches = [self.words(1, 12)]
        for _ in range(rng.randint(0, 3)):
            sign = rng.choice(("**", "*", "***", ""))
            stretches += [f"{sign}{rng.choice(WORDS)}{sign}", self._soft(1, 14)]
        return "\n".join(" ".join(stretches).split("  "))

    def _soft(self, least: int, most: int) -> str:
        return self.rng.choice((" ", "\n")).join(self.rng.choice(WORDS) for _ in range(self.rng.randint(least, most)))

    def _bullets(self) -> str:
        lines = []
        for _ in range(self.rng.randint(1, 4)):
            lines.append(f"- {self.words()}")
            lines += [f"  - {self.words()}" for _ in range(self.rng.choice((0, 0, 2)))]
        return "\n".join(lines)

    def _ordered(self) -> str:
        start = self.rng.choice((1, 1, 3))
        return "\n".join(f"{start + n}. {self.words()}" for n in range(self.rng.randint(1, 4)))

    def _heading(self) -> str:
        return f"{self.rng.choice(('##', '##', '###'))} {self.words(1, 5)}"

    def _table(self) -> str:
        columns = self.rng.randint(1, 3)
        rows = [[self.words(1, 3).replace("|", "/") for _ in range(columns)] for _ in range(self.rng.randint(2, 4))]
        lines = ["| " + " | ".join(row) + " |" for row in rows]
        return "\n".join([lines[0], "|" + " --- |" * columns, *lines[1:]])


INDICATORS = (
    ("nha", "Nhà Nhân ái", "căn", "count"),
    ("tin", "Tin, bài; phóng sự", "tin, bài", "count"),
    ("tien", 'Kinh phí "xã hội hoá"', "đồng", "money"),
    ("ty-le", "Tỷ lệ: hộ đạt chuẩn", "%", "percent"),
    ("diem", "Điểm bình quân & xếp hạng", "điểm", "decimal"),
    ("cong-trinh", "Công trình <mới>", "công trình", "count"),
)
FORMS = {name: form for name, _, _, form in INDICATORS}
FIELDS = ("kinh-te", "van-hoa", "quoc-phong")


def workspace(seed: int, documents: int) -> Documents:
    """Files by path: a small tree of units, a catalogue, and so many plans, registrations and reports."""
    maker = Maker(Random(seed))  # noqa: S311 - repeatable, nothing secret
    files = _frame(maker)
    makers = (_plan, _registration, _report)
    models: list[str] = []
    for number in range(documents):
        path, document = makers[number % 3](maker, number, models)
        files[path] = {key: value for key, value in document.items() if value not in (None, [], {})}
    return files


def _frame(maker: Maker) -> Documents:
    def term(name: str, label: str) -> Documents:
        return {"id": name, "name": label, "name_en": name}

    settings = {
        "schema": "settings/v1",
        "fields": [
            term("kinh-te", "Kinh tế"),
            term("van-hoa", "Văn hóa - xã hội"),
            term("quoc-phong", "Quốc phòng, an ninh"),
        ],
        "lines": [term("youth-union", "Đoàn"), term("front", "Mặt trận")],
        "levels": [term("province", "Cấp tỉnh"), term("district", "Cấp huyện"), term("commune", "Cấp xã")],
        "kinds": [term("city", "Thành phố"), term("ward", "Phường, đặc khu"), term("rural", "Xã")],
    }
    units = [_unit(maker, "tinh", None, "province"), _unit(maker, "tinh-khac", None, "province")]
    units += [_unit(maker, f"huyen-{n}", "tinh", "district") for n in range(3)]
    units += [_unit(maker, f"xa-{n}", f"huyen-{n % 3}", "commune") for n in range(5)]
    catalogue = [
        {"id": name, "name": label, "unit_of_measure": measure, "type": form, "over_time": "sum", "over_units": "sum"}
        for name, label, measure, form in INDICATORS
    ]
    return {
        "dvk.yaml": settings,
        "units/all.yaml": {"schema": "units/v1", "units": units},
        "indicators.yaml": {"schema": "indicators/v1", "indicators": catalogue},
    }


UNITS = ("tinh", "huyen-0", "huyen-1", "xa-0", "tinh-khac")


def _unit(maker: Maker, unit: str, parent: str | None, level: str) -> Documents:
    departments = [
        {"id": f"ban-{n}", "name": maker.name("Ban "), "standing": "yes" if n == 0 else "no"} for n in range(3)
    ]
    line = "front" if unit == "tinh-khac" else "youth-union"
    made = {"id": unit, "line": line, "name": maker.name("Đơn vị "), "level": level, "departments": departments}
    return made | ({"parent": parent} if parent else {})


def _head(maker: Maker, unit: str, kind: str) -> Documents:
    state = maker.rng.choice(("draft", *["issued" if kind == "plan" else "submitted"] * 4))
    number = f"{maker.rng.randint(1, 400)}-{ {'plan': 'KH', 'registration': 'CV', 'report': 'BC'}[kind] }/TĐTN-VP"
    return {
        "schema": f"{kind}/v1",
        "revision": 1,
        "state": state,
        "unit": unit,
        "number": maker.maybe(number),
        "date": maker.maybe(maker.day()),
        "place": maker.maybe(maker.rng.choice(("Trà Vinh", "Ea T'Ling", "TP. Cao Lãnh"))),
        "legal_bases": [_basis(maker) for _ in range(maker.rng.randint(0, 2))],
        "recipients": [
            maker.rng.choice(("Lưu: VT", "UBND tỉnh", "v.v.", maker.words())) for _ in range(maker.rng.randint(0, 3))
        ],
        "signatory": maker.maybe(_signatory(maker)),
        "illustrative": maker.maybe("yes", 0.3),
        "note": maker.maybe(maker.words(), 0.2),
        "inferred": maker.maybe(["number"], 0.2),
    }


def _signatory(maker: Maker) -> Documents:
    whole = {"authority": "TM. Ban Thường vụ", "post": "Phó Bí thư Thường trực", "name": maker.name("Nguyễn ")}
    return maker.rng.choice((whole, {"authority": "TM. Ban Thường vụ"}, {"post": "Bí thư", "name": whole["name"]}))


def _basis(maker: Maker) -> Documents:
    day = maker.day(2020)
    return maker.rng.choice(
        (
            {"number": "07-KH/BCĐ", "date": day, "issuer": "Ban Chỉ đạo tỉnh"},
            {
                "number": "96/KH-UBND",
                "date": day,
                "issuer": "Ủy ban nhân dân tỉnh",
                "title": "Kế hoạch phát triển thanh niên",
            },
            {
                "number": "25-NQ/TW",
                "date": day,
                "issuer": "Ban Chấp hành Trung ương",
                "title": "Nghị quyết về công tác dân vận",
            },
        )
    )


def _who(maker: Maker) -> Documents:
    rng = maker.rng
    group = rng.choice(
        ({"level": ["district"]}, {"level": ["district", "commune"], "kind": ["city", "ward"]}, {"kind": ["ward"]})
    )
    units = {"units": maker.some(["huyen-0", "huyen-2", "xa-1", "xa-3"], 1, 3)}
    return rng.choice((group, group | units, units))


def _plan(maker: Maker, number: int, _models: list[str]) -> tuple[str, Documents]:
    unit = maker.rng.choice(UNITS)
    events = [
        {"id": f"moc-{n}", "date": maker.day(), "name": maker.name("Hội nghị ")} for n in range(maker.rng.randint(0, 2))
    ]
    document = _head(maker, unit, "plan") | {
        "type": maker.rng.choice(("KH", "HD", "CTr")),
        "subject": maker.words(3, 12),
        "period": maker.rng.choice(("2021", "2022", "2021-H1")),
        "programme": maker.maybe(maker.rng.choice(("Dân vận khéo", "Năm dân vận chính quyền"))),
        "effective": maker.maybe(maker.day(), 0.3),
        "until": maker.maybe(maker.day(2022), 0.3),
        "events": events,
        "indicators": maker.some(list(FORMS)),
        "obligations": _obligations(maker, events),
        "targets": [_target(maker) for _ in range(maker.rng.randint(0, 4))],
        "tasks": [_task(maker) for _ in range(maker.rng.randint(0, 5))],
        "text": maker.maybe(maker.markdown(1, 8), 0.8),
    }
    return f"plans/{YEAR}/{unit}/k{number}.yaml", document


def _task(maker: Maker) -> Documents:
    who = maker.rng.choice(({"department": "ban-0"}, {"department": "ban-2"}, {"level": "district"}, {}))
    return who | {"task": maker.words(3, 30)}


def _target(maker: Maker) -> Documents:
    indicator = maker.rng.choice(list(FORMS))
    kind = maker.rng.choice(("total", "own", "each", "per"))
    value = maker.number(FORMS[indicator])
    ranged = {"value": 1, "upper": 2} if maker.rng.random() < 0.2 else {"value": value}
    who = {"who": _who(maker)} if kind in {"each", "per"} else {}
    year = maker.rng.choice(({}, {}, {"year": "2022"}, {"every_year": "yes"}))
    bound = maker.rng.choice(({}, {"bound": "at_least"}, {"bound": "about"}, {"bound": "exactly"}))
    return {"indicator": indicator, "kind": kind, **ranged, **who, **year, **bound}


def _obligations(maker: Maker, events: list[Documents]) -> list[Documents]:
    made: list[Documents] = []
    for number in range(maker.rng.randint(0, 5)):
        made.append(
            _obligation(maker, f"viec-{number}", [each["id"] for each in made], [each["id"] for each in events])
        )
    return made


def _obligation(maker: Maker, name: str, others: list[str], events: list[str]) -> Documents:
    rng = maker.rng
    kind = rng.choice(("plan", "registration", "report"))
    starts = {"plan": "Kế hoạch ", "registration": "Đăng ký ", "report": "Báo cáo "}
    title = rng.choice((None, starts[kind] + maker.words(1, 4).lower(), "Số liệu " + maker.words(1, 4).lower()))
    yearly = rng.random() < 0.4
    period = rng.choice(("year", "H1", "H2", "Q3", "05", "M1-9", "M3-5"))
    dated = str(YEAR) if period == "year" else f"{YEAR}-{period}"
    made = {"id": name, "kind": kind, "title": title, "who": _who(maker)}
    made |= {"period": period, "every_year": "yes"} if yearly else {"period": dated}
    made |= _due(maker, others, events, yearly=yearly)
    made |= {
        "cut_off": maker.maybe(maker.rng.choice(("", "before ")) + maker.year_day() if yearly else maker.day(), 0.3),
        "lock": maker.maybe(maker.year_day() if yearly else maker.day(), 0.2),
        "open_on": maker.maybe("any_day", 0.2),
        "indicators": maker.some(list(FORMS), 0, 2),
        "channel": maker.maybe(_channel(maker)),
        "except": [_exempt(maker) for _ in range(rng.choice((0, 0, 1, 2)))],
        "extensions": [_extension(maker) for _ in range(rng.choice((0, 0, 1)))],
        "unlocks": [_unlock(maker) for _ in range(rng.choice((0, 0, 1)))],
        "phrase": maker.maybe(maker.words(), 0.2),
    }
    return {key: value for key, value in made.items() if value not in (None, [], {})}


def _due(maker: Maker, others: list[str], events: list[str], *, yearly: bool) -> Documents:
    rng = maker.rng
    day = (maker.year_day() if yearly else maker.day()) + maker.hour()
    ways: list[Documents] = [{}, {"before": day}, {"before": day}, {"by": day}]
    ways += [{"before": day, "in": "next_year"}] if yearly else []
    ways += [{"days_after": rng.randint(0, 40), "of": rng.choice((*events, *others))}] if events or others else []
    ways += [{"embedded_in": rng.choice(others)}] if others else []
    return rng.choice(ways)


def _channel(maker: Maker) -> Documents:
    parts = {"department": "ban-1", "by": maker.rng.choice(("e-mail", "Bưu điện")), "address": "a.b_c@example.org"}
    return {key: parts[key] for key in maker.some(list(parts), 1, 3)}


def _exempt(maker: Maker) -> Documents:
    made = {"unit": maker.rng.choice(("huyen-1", "xa-2")), "reason": maker.words()}
    return made | ({"until": maker.day()} if maker.rng.random() < 0.5 else {})


def _extension(maker: Maker) -> Documents:
    made = {"units": maker.some(["huyen-0", "xa-0", "xa-4"], 1, 3), "reason": maker.words()}
    made |= {maker.rng.choice(("before", "by")): maker.day() + maker.hour()}
    return made | ({"period": "2021-H1"} if maker.rng.random() < 0.5 else {})


def _unlock(maker: Maker) -> Documents:
    made = {"units": maker.some(["huyen-0", "xa-0"], 1, 2), "reason": maker.words(), "unlocked_until": maker.day()}
    return made | ({"period": "2021"} if maker.rng.random() < 0.5 else {})


def _registration(maker: Maker, number: int, models: list[str]) -> tuple[str, Documents]:
    unit = maker.rng.choice(UNITS)
    path = f"registrations/{YEAR}/{unit}/d{number}.yaml"
    parts = [_model(maker, f"m-{n}", models) for n in range(maker.rng.randint(1, 3))]
    models += [f"{path}#{part['id']}" for part in parts]
    document = _head(maker, unit, "registration") | {
        "period": maker.rng.choice(("2021", "2021-H1")),
        "addressee": maker.maybe(maker.words(2, 5)),
        "models": parts,
        "second_signatory": maker.maybe(
            {"authority": "TM. Ủy ban nhân dân", "post": "Chủ tịch", "name": maker.name("Trần ")}, 0.3
        ),
        "text": maker.maybe(maker.markdown(1, 3)),
    }
    return path, document


def _model(maker: Maker, name: str, models: list[str]) -> Documents:
    rng = maker.rng
    prose = (
        "situation",
        "goal",
        "content",
        "method",
        "area",
        "beneficiaries",
        "output",
        "upkeep",
        "replication",
        "note",
    )
    made = {key: maker.maybe(maker.markdown(1, 3, headings=False), 0.3) for key in prose}
    made |= {
        "id": name,
        "name": maker.name("Mô hình "),
        "field": maker.maybe(rng.choice(FIELDS), 0.8),
        "type": maker.maybe(rng.choice(("collective", "individual"))),
        "owners": maker.some(["huyen-1", "xa-2", "xa-3"], 0, 2),
        "years": maker.maybe(rng.choice(("2021", "2021-2025"))),
        "department": maker.maybe("ban-1"),
        "targets": [_model_target(maker, each) for each in maker.some(list(FORMS), 0, 2)],
        "lead_role": maker.maybe(maker.words()),
        "partners": [
            rng.choice((maker.words(), {"name": maker.words(), "role": maker.words()}))
            for _ in range(rng.randint(0, 2))
        ],
        "budget": maker.maybe(_money(maker)),
        "resources": maker.maybe(_resources(maker)),
        "timetable": [_step(maker) for _ in range(rng.randint(0, 2))],
        "replicated_from": maker.maybe(rng.choice(models), 0.2) if models else None,
        "stages": [_stage(maker) for _ in range(rng.randint(0, 2))],
    }
    made["inferred"] = maker.maybe(["field"], 0.3) if made["field"] else None
    return {key: value for key, value in made.items() if value not in (None, [], {})}


def _model_target(maker: Maker, indicator: str) -> Documents:
    bound = maker.rng.choice(({}, {"bound": "at_least"}, {"bound": "about"}, {"bound": "exactly"}))
    return {"indicator": indicator, "value": maker.number(FORMS[indicator]), **bound}


def _money(maker: Maker) -> Documents:
    bound = maker.rng.choice(({}, {"bound": "at_least"}, {"bound": "about"}, {"bound": "exactly"}))
    return {"value": maker.number("money"), **bound}


def _resources(maker: Maker) -> Documents:
    made = {
        "money": [{"source": maker.words(), **_money(maker)} for _ in range(maker.rng.randint(0, 2))],
        "working_days": maker.maybe(maker.rng.randint(0, 200)),
        "in_kind": [maker.listed() for _ in range(maker.rng.randint(0, 2))],
    }
    return {key: value for key, value in made.items() if value not in (None, [])}


def _step(maker: Maker) -> Documents:
    days = {"from": maker.maybe("2021-05-11"), "to": maker.maybe("2021-12-30")}
    return {key: value for key, value in days.items() if value} | {"work": maker.words()}


def _stage(maker: Maker) -> Documents:
    made = {
        "level": maker.maybe("district"),
        "decision": maker.maybe(maker.rng.choice(DECISIONS)),
        "reason": maker.maybe(maker.words()),
    }
    stage = maker.rng.choice(("carried_out", "recognised", "typical", "rewarded", "dropped"))
    return {"stage": stage, "date": maker.day()} | {key: value for key, value in made.items() if value}


def _report(maker: Maker, number: int, models: list[str]) -> tuple[str, Documents]:
    unit = maker.rng.choice(UNITS)
    rng = maker.rng
    texts = (
        "situation",
        "leadership",
        "propaganda",
        "commendation",
        "strengths",
        "limits",
        "causes",
        "next_period",
        "proposals",
        "text",
    )
    document = _head(maker, unit, "report") | {key: maker.maybe(maker.markdown(1, 4), 0.4) for key in texts}
    fields = maker.some(FIELDS, 0, 3)
    document |= {
        "period": rng.choice(("2021", "2021-H1", "2021-Q2", "2021-05", "2021-M1-9")),
        "subject": maker.maybe(maker.words()),
        "covers_predecessors": maker.maybe("yes", 0.3),
        "documents_issued": [_basis(maker) for _ in range(rng.randint(0, 2))],
        "own": [_figure(maker, each) for each in maker.some(list(FORMS), 0, 4)],
        "consolidated": [_figure(maker, each) for each in maker.some(list(FORMS), 0, 4)],
        "by_field": [{"field": each, "text": maker.markdown(1, 3)} for each in fields],
        "models": [_result(maker, models) for _ in range(rng.randint(0, 3))],
        "model_counts": {
            key: rng.randint(0, 30) for key in maker.some(["registered", "carried_out", "recognised", "dropped"], 0, 4)
        },
        "exemplars": [_exemplar(maker, f"guong-{n}", models) for n in range(rng.randint(0, 2))],
    }
    return f"reports/{YEAR}/{unit}/{document['period']}-t{number}.yaml", document


def _figure(maker: Maker, indicator: str) -> Documents:
    note = {"note": maker.words()} if maker.rng.random() < 0.3 else {}
    if maker.rng.random() < 0.2:
        return {"indicator": indicator, "value": None, "reason": maker.words(), **note}
    return {"indicator": indicator, "value": maker.number(FORMS[indicator]), **note}


def _result(maker: Maker, models: list[str]) -> Documents:
    rng = maker.rng
    what = {"model": rng.choice(models)} if models and rng.random() < 0.6 else {"name": maker.name("Mô hình ")}
    what |= {"field": rng.choice(FIELDS)} if "name" in what and rng.random() < 0.6 else {}
    made = {
        "stage": maker.maybe(rng.choice(("carried_out", "recognised", "dropped"))),
        "results": [_figure(maker, each) for each in maker.some(list(FORMS), 0, 2)],
        "spent": maker.maybe(maker.number("money")),
        "text": maker.maybe(maker.markdown(1, 2, headings=False), 0.3),
        "note": maker.maybe(maker.words(), 0.3),
    }
    return what | {key: value for key, value in made.items() if value not in (None, [])}


def _exemplar(maker: Maker, name: str, models: list[str]) -> Documents:
    rng = maker.rng
    made = {
        "id": name,
        "type": rng.choice(("collective", "individual")),
        "name": maker.name("Tổ "),
        "post": maker.maybe(maker.words(1, 3)),
        "unit": maker.maybe(maker.words(1, 3)),
        "field": maker.maybe(rng.choice(FIELDS)),
        "model": maker.maybe(rng.choice(models)) if models else None,
        "criteria": [maker.listed() for _ in range(rng.randint(0, 3))],
        "selection": maker.maybe(maker.words()),
        "level": maker.maybe("district"),
        "decision": maker.maybe(rng.choice(DECISIONS)),
        "date": maker.maybe(maker.day()),
        "replicated_from": maker.maybe(rng.choice(models), 0.2) if models else None,
        "text": maker.maybe(maker.markdown(1, 3)),
    }
    return {key: value for key, value in made.items() if value not in (None, [])}
