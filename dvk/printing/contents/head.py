"""What every printed document has: head, legal bases, recipients, signatures."""

import re
from datetime import date

from dvk import wording
from dvk.documents.head import FilingPart, LegalBasisPart, SignatoryPart
from dvk.documents.plan import PlanDocument
from dvk.facts import Plan
from dvk.facts.profiles import Authority, Below, LegalBases, NumberForm, Profile
from dvk.periods import Period
from dvk.printing.contents.citations import cited_document
from dvk.printing.contents.names import Names
from dvk.printing.data import Data
from dvk.profiles import profile_of

_BLANK_NUMBER = " " * 9
_BLANK_PLACE = "…………"
_BLANK = " " * 5
_END_OF_LINE = ";,: "
_SHORT_FOR = {
    "on_behalf": re.compile(r"T\s*[./]?\s*M\b\s*\.?\s*"),
    "for_head": re.compile(r"K\s*[./]?\s*T\b\s*\.?\s*"),
    "by_mandate": re.compile(r"T\s*[./]?\s*U\s*[./]?\s*Q\b\s*\.?\s*"),
    "by_order": re.compile(r"T\s*[./]?\s*L\b\s*\.?\s*"),
    "acting": re.compile(r"Q\s*\.\s*"),
}
"""What somebody signs for → how it may have been typed."""


def head(names: Names, document: FilingPart, state: str) -> dict[str, Data]:
    """Head and foot of a plan, a registration or a report."""
    draft = state == "draft"
    profile = profile_of(names.workspace, document.unit, names.day, document.profile)
    return {
        **letterhead(names, document.unit, document.number or "", draft=draft, profile=profile),
        "thu_hoi": state == "withdrawn",
        "minh_hoa": document.illustrative,
        "noi_ngay": place_and_day(document.place or "", document.date, document.period),
        "ky_han": wording.period(document.period),
        "can_cu": legal_bases(names, document, profile.legal_bases),
        "noi_nhan": closed_lines(document.recipients),
        "chu_ky": signature(document.signatory, profile.authority),
    }


def letterhead(names: Names, unit: str, number: str, *, draft: bool, profile: Profile | None = None) -> dict[str, Data]:
    """The head of a document: issuing body and superior on the left, the heading of its profile on the right.

    Args:
        names: the names of its day.
        unit: who issues it.
        number: number and symbol; "" for none yet.
        draft: whether it is a draft, whose number is left blank.
        profile: the profile that it is printed after; without one, that of the unit on the day.
    """
    form = profile or profile_of(names.workspace, unit, names.day)
    return {
        "du_thao": draft,
        "thu_hoi": False,
        "cap_tren": names.superior_on_paper(unit),
        "don_vi": names.unit(unit),
        "don_vi_dau_trang": names.on_paper(unit),
        "gach_trai": _sign(form.below_issuer),
        "tieu_de": form.heading,
        "tieu_ngu": form.motto or "",
        "gach_phai": _sign(form.below_heading),
        "so_ky_hieu": f"{form.number.label} {_number(number, form.number, draft=draft)}",
        "dau_het": form.closing,
    }


def place_and_day(place: str, day: date | None, period: Period) -> str:
    """``Trà Vinh, ngày 22 tháng 6 năm 2021``, with blanks to fill in for what is not known."""
    written = wording.day_in_words(day) if day else f"ngày{_BLANK}tháng{_BLANK}năm {period.year}"
    return f"{place or _BLANK_PLACE}, {written}"


def legal_bases(names: Names, document: FilingPart, form: LegalBases) -> list[Data]:
    """The cited documents, then the plan above and those answered, with the signs of the profile at their ends."""
    cited = [cited_document(part) for part in document.legal_bases]
    superior = [document.superior_plan] if isinstance(document, PlanDocument) and document.superior_plan else []
    for path in dict.fromkeys(reference.path for reference in [*superior, *document.answers]):
        plan = names.workspace.plans.get(path)
        if plan is not None and not any(_cites(part, plan) for part in document.legal_bases):
            cited.append(names.document(path))
    return closed_lines([f"{form.verb} {name}" for name in cited], form.after_each, form.after_last)


def closed_lines(lines: list[str], each: str = ";", last: str = ".") -> list[Data]:
    """Lines of a list, a sign at the end of each and another one at the last."""
    ends = [each] * (len(lines) - 1) + [last]
    return [_ended(line, end) for line, end in zip(lines, ends, strict=True)] if lines else []


def signature(part: SignatoryPart | None, spelling: Authority | None = None) -> dict[str, Data]:
    """On whose behalf, post and name; "" for what is not given.

    Args:
        part: who signs.
        spelling: how a profile shortens on whose behalf; without it as typed.
    """
    authority = part.authority or "" if part else ""
    return {
        "tham_quyen": shortened(authority, spelling) if spelling else authority,
        "chuc_vu": part.post or "" if part else "",
        "ho_ten": part.name or "" if part else "",
    }


def shortened(authority: str, spelling: Authority) -> str:
    """On whose behalf, shortened as a profile does: ``TM. Ban Thường vụ`` is ``T/M Ban Thường vụ`` for the Party."""
    for meaning, known in _SHORT_FOR.items():
        found = known.match(authority)
        if found:
            return f"{getattr(spelling, meaning)} {authority[found.end() :]}"
    return authority


def _sign(below: Below) -> str:
    """The sign below a line; "" for a rule, which the profile draws, and for nothing."""
    return below if isinstance(below, str) else ""


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


def _number(number: str, form: NumberForm, *, draft: bool) -> str:
    """Number and symbol; in a draft, or where none is given, the number is left blank."""
    if not number:
        return _BLANK_NUMBER
    if draft:
        return _BLANK_NUMBER + number.lstrip("0123456789")
    return number if form.two_digits else number.lstrip("0")
