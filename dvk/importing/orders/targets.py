"""The targets of a plan: which numbers are to be reached, of what, and by whom."""

import re
from collections.abc import Iterable, Iterator

from dvk.importing.known import Known
from dvk.importing.orders.addressees import Addressee, Addressing
from dvk.importing.orders.amounts import Amount, amounts_in
from dvk.importing.orders.body import Clause
from dvk.importing.orders.indicators import indicator_named_in, indicator_of
from dvk.importing.orders.models import Model, is_budget, words_of
from dvk.importing.orders.not_targets import why_not_asked
from dvk.importing.orders.words import last_of
from dvk.importing.quoted import Aside, Draft, Quoted, leaves, quoted

_EACH = re.compile(r"(?<!\w)(?:mỗi|từng)\s+(?P<who>[^.;]{1,120})", re.IGNORECASE)
_PERSON = re.compile(
    r"(?:một\s+)?(?P<person>đoàn viên|cán bộ|đảng viên|hội viên|thanh niên|đội viên|người|cá nhân|gia đình"
    r"|công chức|giáo viên|sinh viên|học sinh)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"(?<!\w)(?:phấn đấu|chỉ tiêu|đạt|hoàn thành|vận động|huy động|xây dựng|giúp đỡ|hỗ trợ|thực hiện|đảm nhận"
    r"|tổ chức)(?!\w)",
    re.IGNORECASE,
)
_STRICT = re.compile(r"(?<!\w)(?:phấn đấu|chỉ tiêu)(?!\w)", re.IGNORECASE)
_TOTAL = re.compile(
    r"(?<!\w)(?:toàn (?:tỉnh|huyện|đoàn|xã|thành phố|thị xã)|trên địa bàn (?:tỉnh|huyện))(?!\w)", re.IGNORECASE
)
_WHOEVER = re.compile(r"cấp|đơn vị|địa phương", re.IGNORECASE)
_WORK = re.compile(
    r"(?<!\w)(?:xây dựng|thực hiện|đảm nhận|hỗ trợ|tổ chức|giúp đỡ|giúp|vận động|trồng|thành lập|phát triển"
    r"|sửa chữa|tặng|mở|có|đạt"
    r"|đăng ký|duy trì|ra mắt)(?:\s+(?:được|thêm|mới|đủ))?\s*$",
    re.IGNORECASE,
)
_AROUND = 90
_ONE = "1"


def targets_of(
    clauses: Iterable[Clause], models: Iterable[Model], addressing: Addressing, year: int | None
) -> tuple[list[dict[str, Draft]], list[Aside]]:
    """The targets in schema keys, in the order of the paper, and the numbers that look like one and are none.

    Args:
        clauses: of the paper, rows of tables left out.
        models: that the plan names.
        addressing: who is meant by its words.
        year: of the plan; None where it is not said.
    """
    known = addressing.known
    of_models = {model.clause.line.number: model for model in models}
    found: list[dict[str, Draft]] = []
    aside: list[Aside] = []
    for clause in clauses:
        model = of_models.get(clause.line.number)
        if model is not None:
            found.extend(_of_model(model, known) if clause is model.clause else ())
            continue
        for amount in amounts_in(clause.printed, clause.text):
            why = _no_target(clause, amount) or why_not_asked(clause.text, amount, year)
            if not why:
                found.append(_target(clause, amount, known, addressing))
            elif why != "only_told":
                aside.append(Aside(clause.line.number, words_of(clause, amount), why))
    return found, aside


def _no_target(clause: Clause, amount: Amount) -> str:
    """Why a number is no target; "" where it is one."""
    if amount.bound == "at_most":
        return "upper_bound"
    if is_budget(clause.text, amount):
        return "budget"
    if amount.is_money and not re.search(
        r"vận động|huy động|quyên góp|gây quỹ|ủng hộ|tiết kiệm", clause.text, re.IGNORECASE
    ):
        return "budget"
    before = clause.text[: amount.start]
    each = _EACH.search(before)
    asked = amount.asks and (amount.bound != "" or _ASKS.search(before) or "tổng số" in clause.text.lower())
    whole = amount.is_percent and clause.section >= 0
    given = clause.heading.role == "below" and _WORK.search(before)
    whose = each or _TOTAL.search(before) or given or _STRICT.search(clause.title)
    if asked or (whose and clause.section >= 0) or whole or _STRICT.search(before):
        return "" if clause.section >= 0 or amount.bound else "only_told"
    return "only_told"


def _target(clause: Clause, amount: Amount, known: Known, addressing: Addressing) -> dict[str, Draft]:
    line, words = clause.line, words_of(clause, amount)
    if (
        amount.value == "100 %"
        and (run := addressing.of_sentence(clause.text[_after_percent(clause, amount) :], line)).role == "below"
    ):
        return _share_of_units(clause, amount, run, known)
    person = _person(clause, amount)
    around = clause.printed[max(0, amount.start - _AROUND) : amount.end + _AROUND]
    indicator, doubt = indicator_of(amount, around, known, person=person, behind=clause.printed[amount.end :])
    if person and doubt == "indicator_unknown":
        indicator, doubt = indicator_of(amount, around, known, behind=clause.printed[amount.end :])
    kind, who, kind_doubt = ("total", {}, "per_person") if person else _kind(clause, amount, addressing)
    made: dict[str, Draft] = {
        "indicator": quoted(indicator, line, words, doubt),
        "kind": quoted(kind, line, doubt=kind_doubt),
        "value": quoted(amount.value, line, words),
    }
    if amount.upper:
        made["upper"] = quoted(amount.upper, line, words)
    if amount.bound:
        made["bound"] = quoted(amount.bound, line, words)
    return _finished(made, who, quoted(words, line))


def _finished(made: dict[str, Draft], who: dict[str, Draft], phrase: Quoted) -> dict[str, Draft]:
    """With who reaches it, the words, and the names of what is only a reading."""
    if who:
        made["who"] = who
    made["phrase"] = phrase
    read = [key for key in ("kind", "who") if key in made and any(leaf.doubt for _, leaf in leaves(made[key]))]
    return {**made, "inferred": [Quoted(key) for key in read]} if read else made


def _after_percent(clause: Clause, amount: Amount) -> int:
    return clause.text.find("%", amount.start) + 1


def _share_of_units(clause: Clause, amount: Amount, who: Addressee, known: Known) -> dict[str, Draft]:
    """All units do something: each of them counts 1."""
    line = clause.line
    words = clause.printed[amount.start : _after_percent(clause, amount) + len(who.words)].strip(" ,")
    units = Amount(_ONE, "", "at_least", asks=True, unit="đơn vị", is_money=False, start=amount.start, end=amount.end)
    indicator, doubt = indicator_of(
        units, clause.printed[amount.start :], known, behind=clause.printed[_after_percent(clause, amount) :]
    )
    made: dict[str, Draft] = {
        "indicator": quoted(indicator, line, words, doubt),
        "kind": quoted("each", line, words),
        "value": quoted(_ONE, line, words, "share_of_units"),
        "bound": quoted("at_least", line, words),
    }
    return _finished(made, who.who, quoted(words, line))


def _person(clause: Clause, amount: Amount) -> str:
    """Who reaches it each, where that is a person: ``mỗi đoàn viên giúp ít nhất một thanh niên``."""
    each = last_of(_EACH, clause.text[: amount.start])
    found = _PERSON.match(each["who"]) if each else None
    return found["person"].lower() if found else ""


def _kind(clause: Clause, amount: Amount, addressing: Addressing) -> tuple[str, dict[str, Draft], str]:
    """Who reaches a number: each unit named beside it, or of its section; the issuer; all together where nobody is."""
    each = last_of(_EACH, clause.text[: amount.start])
    if each:
        named = addressing.of_sentence(clause.text[each.start() :], clause.line)
        if named.role == "below":
            return "each", _all_below(named, clause, addressing), ""
    if _TOTAL.search(clause.text):
        return "total", {}, ""
    if clause.addressee.role == "below":
        return "each", clause.addressee.who, "kind_not_said"
    if clause.addressee.role == "issuer":
        return "own", {}, "kind_not_said"
    return "total", {}, "kind_not_said"


def _all_below(named: Addressee, clause: Clause, addressing: Addressing) -> dict[str, Draft]:
    """The levels named; of “every body of the Union” all those below the issuer that have units."""
    if named.is_named or not _WHOEVER.search(named.words):
        return named.who
    levels = addressing.ranks.all_below or [level.value for level in named.levels]
    return {"level": [quoted(level, clause.line, named.words.strip(), "level_guessed") for level in levels]}


def _of_model(model: Model, known: Known) -> Iterator[dict[str, Draft]]:
    """What a model of the issuer is to reach; one without a number is 1 of the indicator that bears its name."""
    line, amount = model.clause.line, model.amount
    if amount is None:
        named = indicator_named_in(model.name, known)
        if named:
            made: dict[str, Draft] = {
                "indicator": quoted(named, line, model.name, "indicator_by_words"),
                "kind": quoted("own", line),
                "value": quoted(_ONE, line, model.name, "one_by_itself"),
            }
            yield _finished(made, {}, quoted(model.name, line))
        return
    words = words_of(model.clause, amount)
    indicator, doubt = indicator_of(amount, model.name, known)
    made = {
        "indicator": quoted(indicator, line, words, doubt),
        "kind": quoted("own", line),
        "value": quoted(amount.value, line, words),
    }
    if amount.upper:
        made["upper"] = quoted(amount.upper, line, words)
    if amount.bound and amount.bound != "at_most":
        made["bound"] = quoted(amount.bound, line, words)
    yield _finished(made, {}, quoted(words, line))
