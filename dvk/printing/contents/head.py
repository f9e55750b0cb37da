"""What every printed document has: head, legal bases, recipients, signatures."""

import re
from datetime import date

from dvk import wording
from dvk.documents.head import FilingPart, LegalBasisPart, SignatoryPart
from dvk.documents.plan import PlanDocument
from dvk.facts import Plan
from dvk.periods import Period
from dvk.printing.contents.citations import cited_document
from dvk.printing.contents.forms import form_of
from dvk.printing.contents.names import Names
from dvk.printing.data import Data

_BLANK_NUMBER = " " * 9
_BLANK_PLACE = "…………"
_BLANK = " " * 5
_END_OF_LINE = ";,: "


def head(names: Names, document: FilingPart, state: str) -> dict[str, Data]:
    """Head and foot of a plan, a registration or a report."""
    draft = state == "draft"
    return {
        **letterhead(names, document.unit, document.number or "", draft=draft),
        "thu_hoi": state == "withdrawn",
        "minh_hoa": document.illustrative,
        "noi_ngay": place_and_day(document.place or "", document.date, document.period),
        "ky_han": wording.period(document.period),
        "can_cu": legal_bases(names, document),
        "noi_nhan": closed_lines(document.recipients),
        "chu_ky": signature(document.signatory),
    }


def letterhead(names: Names, unit: str, number: str, *, draft: bool) -> dict[str, Data]:
    """The head of a document: issuing body and superior on the left, the heading of its line on the right."""
    form = form_of(names.line(unit))
    return {
        "du_thao": draft,
        "thu_hoi": False,
        "cap_tren": names.superior(unit),
        "don_vi": names.unit(unit),
        "gach_trai": form.below_left,
        "tieu_de": form.heading,
        "tieu_ngu": form.motto,
        "gach_phai": form.below_right,
        "so_ky_hieu": f"{form.number_label} {_number(number, draft=draft)}",
    }


def place_and_day(place: str, day: date | None, period: Period) -> str:
    """``Trà Vinh, ngày 22 tháng 6 năm 2021``, with blanks to fill in for what is not known."""
    written = wording.day_in_words(day) if day else f"ngày{_BLANK}tháng{_BLANK}năm {period.year}"
    return f"{place or _BLANK_PLACE}, {written}"


def legal_bases(names: Names, document: FilingPart) -> list[Data]:
    """The cited documents, then the plan above and those answered, ``;`` at the end of each and ``.`` at the last.

    Source of the form: Decree 30/2020, annex I.
    """
    cited = [cited_document(part) for part in document.legal_bases]
    superior = [document.superior_plan] if isinstance(document, PlanDocument) and document.superior_plan else []
    for path in dict.fromkeys(reference.path for reference in [*superior, *document.answers]):
        plan = names.workspace.plans.get(path)
        if plan is not None and not any(_cites(part, plan) for part in document.legal_bases):
            cited.append(names.document(path))
    return closed_lines([f"Căn cứ {name}" for name in cited])


def closed_lines(lines: list[str]) -> list[Data]:
    """Lines of a list, ``;`` at the end of each and ``.`` at the last."""
    ends = [";"] * (len(lines) - 1) + ["."]
    return [_ended(line, end) for line, end in zip(lines, ends, strict=True)] if lines else []


def signature(part: SignatoryPart | None) -> dict[str, Data]:
    """On whose behalf, post and name; "" for what is not given."""
    return {
        "tham_quyen": part.authority or "" if part else "",
        "chuc_vu": part.post or "" if part else "",
        "ho_ten": part.name or "" if part else "",
    }


def _cites(part: LegalBasisPart, plan: Plan) -> bool:
    """Whether a legal basis is a plan: its number and day, or its number in a title that was typed as a whole."""
    if not plan.number:
        return False
    if part.number:
        return part.number == plan.number and (part.date is None or part.date == plan.issued)
    return re.search(rf"(?<!\w){re.escape(plan.number)}(?![\w-])", part.title or "") is not None


def _ended(line: str, end: str) -> str:
    """A line with this sign in the place of the one that ended it; the stop of ``v.v.`` stays."""
    bare = line.rstrip(_END_OF_LINE)
    bare = bare.removesuffix(".") if bare.count(".") == 1 else bare
    return bare if bare.endswith(end) else f"{bare}{end}"


def _number(number: str, *, draft: bool) -> str:
    """Number and symbol; in a draft, or where none is given, the number is left blank."""
    if not number:
        return _BLANK_NUMBER
    return _BLANK_NUMBER + number.lstrip("0123456789") if draft else number
