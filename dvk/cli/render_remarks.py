"""What ``dvk render`` says beside the files: places left empty, another edition or another font than was asked for."""

from collections import Counter
from collections.abc import Sequence

from dvk.cli.session import Session
from dvk.messages import Language
from dvk.printing.batch import Outcome
from dvk.printing.fonts import replaced_by
from dvk.printing.parts import part_name
from dvk.shown import printable
from dvk.vietnamese.dates import format_date

_BLANK = {"vi": "Bản in còn trống: {0}", "en": "Left empty in print: {0}"}
_BLANK_IN_ALL = {"vi": "{0} văn bản còn chỗ trống: {1}", "en": "Left empty in {0} documents: {1}"}
_EARLY = {
    "vi": "Thể thức “{0}” chỉ có từ {1}, sau ngày của văn bản: in theo bản đầu tiên của nó ({2} văn bản).",
    "en": "The profile “{0}” begins on {1}, after the document's day: its first edition is used ({2} in all).",
}
_FONT = {
    "vi": "Máy này không có phông {0}; trong PDF, LibreOffice thay bằng {1}. Tệp .docx vẫn ghi đúng phông.",
    "en": "This machine has no {0}; in the PDF, LibreOffice puts {1} in its place. The .docx names the right font.",
}
_RECIPIENTS = {"recipients_label": ("nơi nhận", "recipients")}


def say_beside(made: Sequence[Outcome], session: Session) -> None:
    """Say which parts the documents leave empty, and which profiles begin after their day."""
    language = session.language
    empty = [outcome.blank for outcome in made if outcome.blank]
    if len(made) == 1 and empty:
        session.remark(_BLANK[language].format("; ".join(_called(part, language) for part in empty[0])))
    elif empty:
        parts = Counter(part for blank in empty for part in blank)
        listed = "; ".join(f"{_called(part, language)} ({number})" for part, number in parts.items())
        session.remark(_BLANK_IN_ALL[language].format(len(empty), listed))
    forms = [outcome.format for outcome in made if outcome.format]
    early = Counter((form.profile.id, form.begins) for form in forms if form.begins)
    for (profile, begins), number in early.items():
        session.remark(printable(_EARLY[language].format(profile, format_date(begins), number)))


def say_fonts(pdfs: Sequence[Outcome], session: Session) -> None:
    """Say once for each font of a profile what stands for it in the PDF files."""
    wanted = {(pdf.format.profile.font, replaced_by(pdf.format.profile.font, pdf.fonts)) for pdf in pdfs if pdf.format}
    for font, other in sorted(wanted):
        if other:
            session.remark(printable(_FONT[session.language].format(font, other)))


def _called(part: str, language: Language) -> str:
    vi, en = _RECIPIENTS.get(part) or part_name(part)
    return en if language == "en" else vi
