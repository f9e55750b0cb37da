"""What every printed document has: head, legal bases, recipients, signatures."""

from datetime import date

from dvk.documents.head import FilingPart, LegalBasisPart, SignatoryPart
from dvk.documents.plan import PlanDocument
from dvk.periods import Period
from dvk.printing import wording
from dvk.printing.data import Data
from dvk.printing.forms import form_of
from dvk.printing.names import TYPES, Names, names_a_type
from dvk.vietnamese.document_number import parse_document_number
from dvk.vietnamese.misread import Misread

_BLANK_NUMBER = " " * 9
_BLANK_PLACE = "…………"
_BLANK = " " * 5
_END_OF_LINE = ";,: "
_AMBIGUOUS_TYPE = "CT"


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
    cited: list[str] = [cited_document(part) for part in document.legal_bases]
    known = " ".join(cited)
    superior = [document.superior_plan] if isinstance(document, PlanDocument) and document.superior_plan else []
    for path in dict.fromkeys(reference.path for reference in [*superior, *document.answers]):
        plan = names.workspace.plans.get(path)
        if plan is not None and not (plan.number and plan.number in known):
            cited.append(names.document(path))
    return _closed([f"Căn cứ {name}" for name in cited])


def cited_document(part: LegalBasisPart) -> str:
    """``Kế hoạch số 96/KH-UBND ngày 23/3/2020 của Ủy ban nhân dân tỉnh``; a title keeps its words."""
    number = f"số {part.number}" if part.number else ""
    day = f"ngày {wording.short_day(part.date)}" if part.date else ""
    issuer = f"của {part.issuer}" if part.issuer else ""
    title = part.title or ""
    if title and names_a_type(title):
        return ", ".join(filter(None, [title, " ".join(filter(None, [number, day, issuer]))]))
    kind = _type_of(part.number) if part.number else ""
    return " ".join(filter(None, [kind, number, day, issuer, _about(title) if number else title]))


def _about(title: str) -> str:
    begun = wording.lowered(title)
    return begun if not title or begun.startswith("về ") else f"về {title}"


def closed_lines(lines: list[str]) -> list[Data]:
    """Lines of a list, ``;`` at the end of each and ``.`` at the last."""
    return _closed(lines)


def signature(part: SignatoryPart | None) -> dict[str, Data]:
    """On whose behalf, post and name; "" for what is not given."""
    return {
        "tham_quyen": part.authority or "" if part else "",
        "chuc_vu": part.post or "" if part else "",
        "ho_ten": part.name or "" if part else "",
    }


def _closed(lines: list[str]) -> list[Data]:
    ends = [";"] * (len(lines) - 1) + ["."]
    return [_ended(line, end) for line, end in zip(lines, ends, strict=True)] if lines else []


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


def _type_of(number: str | None) -> str:
    """The type of a cited document by its number; ``văn bản`` where the code has two meanings or is not known."""
    try:
        code = parse_document_number(number or "").type_code
    except Misread:
        code = _AMBIGUOUS_TYPE
    return "văn bản" if code == _AMBIGUOUS_TYPE else TYPES.get(code, "văn bản")
