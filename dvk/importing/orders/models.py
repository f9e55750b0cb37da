"""Models that a plan names: what they are called, what they are to reach, what they may cost."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dvk.importing.known import Known
from dvk.importing.orders.amounts import Amount, amounts_in
from dvk.importing.orders.body import Clause
from dvk.importing.orders.words import past, shortened, tidy
from dvk.importing.quoted import Draft, quoted

_MODEL = re.compile(r"^[\s\-–+*•]*(?:tên )?mô hình(?:\s+(?:số\s+)?[0-9]{1,2}(?=\s*:))?\s*:?\s*", re.IGNORECASE)
_OF_MODELS = re.compile(r"(?<!\w)mô hình(?!\w)", re.IGNORECASE)
_NAME_ENDS = re.compile(
    r"\s*(?:[;(.]|,\s*(?=(?:tổng số|tổng|số lượng|kinh phí|với|dự kiến|trị giá|khoảng|ít nhất|tối thiểu|chỉ tiêu"
    r"|phấn đấu|đạt|từ|trên|gồm"
    r"|thời gian|địa điểm|thực hiện|do)(?!\w)|,?\s*[0-9])|:\s|$)",
    re.IGNORECASE,
)
_BUDGET = re.compile(
    r"(?:kinh phí|dự toán|trị giá|giá trị|nguồn vốn|ngân sách|chi phí|mức hỗ trợ|định mức)[^,;.]{0,40}$", re.IGNORECASE
)
_RAISED = re.compile(r"(?:vận động|huy động|quyên góp|gây quỹ|ủng hộ|tiết kiệm)[^,;.]{0,60}$", re.IGNORECASE)
_FIELD = re.compile(r"lĩnh vực\s+(?:xây dựng\s+(?=quốc phòng))?(?P<field>[^,.;:()“”]{3,60})", re.IGNORECASE)
_LONGEST_NAME = 160


@dataclass(frozen=True, slots=True)
class Model:
    """A model that a plan names.

    Args:
        clause: where.
        name: what it is called.
        amount: what it is to reach.
        budget: what it may cost.
        field: the id of its field.
    """

    clause: Clause
    name: str
    amount: Amount | None = None
    budget: Amount | None = None
    field: str | None = None


def models_in(clauses: Iterable[Clause], known: Known) -> list[Model]:
    """The models named one a line in a section of models; whole lines are read, whatever divides them."""
    found: list[Model] = []
    lines: set[int] = set()
    listed = False
    for clause in clauses:
        if clause.line.number in lines:
            continue
        listed = _is_list(clause) or (listed and _MODEL.match(clause.text) is not None)
        if (_OF_MODELS.search(clause.title) or listed) and _is_model(clause):
            lines.add(clause.line.number)
            found.append(_model(clause, known))
    return found


def _is_list(clause: Clause) -> bool:
    """Whether a clause says that models follow."""
    return clause.printed.endswith(":") and _OF_MODELS.search(clause.text) is not None


def _is_model(clause: Clause) -> bool:
    return _MODEL.match(clause.text) is not None and not clause.printed.endswith(":") and clause.title != clause.printed


def _model(clause: Clause, known: Known) -> Model:
    end = _NAME_ENDS.search(clause.text, past(_MODEL, clause.text))
    name = shortened(clause.printed[: end.start() if end else len(clause.printed)], _LONGEST_NAME)
    amounts = amounts_in(clause.printed, clause.text)
    budget = next((one for one in amounts if is_budget(clause.text, one)), None)
    counted = next((one for one in amounts if one is not budget and not is_budget(clause.text, one)), None)
    return Model(clause, name, counted, budget, _field_of(clause.text, known))


def is_budget(text: str, amount: Amount) -> bool:
    """Whether money is what something may cost, and not what is to be raised."""
    before = text[: amount.start]
    return amount.is_money and not _RAISED.search(before) and bool(_BUDGET.search(before) or "," in before[-3:])


def _field_of(text: str, known: Known) -> str | None:
    found = _FIELD.search(text)
    return known.field(found["field"].strip()) if found else None


def drafts_of(models: Iterable[Model]) -> Iterator[dict[str, Draft]]:
    """``name``, ``field``, ``value``, ``upper``, ``unit``, ``bound``, ``budget``, ``budget_bound`` of each."""
    for model in models:
        line = model.clause.line
        made: dict[str, Draft] = {"name": quoted(model.name, line)}
        if model.field:
            made["field"] = quoted(model.field, line)
        for amount, keys in ((model.amount, ("value", "bound")), (model.budget, ("budget", "budget_bound"))):
            if amount is None:
                continue
            words = words_of(model.clause, amount)
            made[keys[0]] = quoted(amount.value, line, words)
            if amount.unit:
                made["unit"] = quoted(amount.unit, line, words)
            if amount.bound:
                made[keys[1]] = quoted(amount.bound, line, words)
        yield made


def words_of(clause: Clause, amount: Amount) -> str:
    """The words of a number as printed."""
    return tidy(clause.printed[amount.start : amount.end])
