"""Types of documents, by every name that offices give them: their codes, what is read as what, what is cited how."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A type of documents.

    Args:
        name: what it is called.
        code: its code in numbers; "" where it has none here.
        kind: the kind of document that a paper with this title is; "" for none.
        longer: names of more words for documents of this type.
        by_title: whether such a document is known by its title as a whole, and heads no paper of an office.
    """

    name: str
    code: str = ""
    kind: Literal["plan", "registration", "report", ""] = ""
    longer: tuple[str, ...] = ()
    by_title: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, the shortest first."""
        return (self.name, *self.longer)


DOCUMENT_TYPES = (
    DocumentType("Kế hoạch", "KH", "plan", ("Kế hoạch hành động", "Kế hoạch phối hợp", "Kế hoạch liên tịch")),
    DocumentType("Hướng dẫn", "HD", "plan", ("Hướng dẫn liên ngành", "Hướng dẫn liên tịch")),
    DocumentType(
        *("Chương trình", "CTr", "plan"),
        longer=("Chương trình hành động", "Chương trình phối hợp", "Chương trình công tác"),
    ),
    DocumentType("Chỉ thị", "CT", "plan"),
    DocumentType("Thông báo", "TB", "plan", ("Thông báo kết luận",)),
    DocumentType("Quyết định", "QĐ", "plan"),
    DocumentType("Công văn", "CV", "plan"),
    DocumentType("Tờ trình", "TTr", "plan"),
    DocumentType("Đề án", "ĐA", "plan"),
    DocumentType("Báo cáo", "BC", "report"),
    DocumentType("Nghị quyết", "NQ", longer=("Nghị quyết liên tịch",)),
    DocumentType("Kết luận", "KL"),
    DocumentType(
        *("Đăng ký", "", "registration"),
        longer=("Bản đăng ký", "Bảng đăng ký", "Biểu đăng ký", "Giấy đăng ký", "Phiếu đăng ký"),
    ),
    *map(DocumentType, ("Quy định", "Nghị định", "Thông tri", "Phương án", "Công điện")),
    DocumentType("Quy chế", longer=("Quy chế phối hợp",)),
    DocumentType("Thông tư", longer=("Thông tư liên tịch",)),
    *(
        DocumentType(name, by_title=True)
        for name in ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp", "Điều lệ", "Tài liệu", "Văn bản")
    ),
)
"""Source: Decree 30/2020, annex III; the longer names and those of laws are seen on papers."""
TYPES = {each.code: each.name for each in DOCUMENT_TYPES if each.code}
"""All types that have a code, by it; in the number of somebody else's document ``CT`` is a programme as well."""
PLAN_TYPES = {each.code: each.name for each in DOCUMENT_TYPES if each.kind == "plan"}
"""The types of documents that set out work, by their codes."""
CITED_BY_NUMBER = tuple(
    name for each in DOCUMENT_TYPES if not each.by_title and each.kind != "registration" for name in each.names
)
"""The names that stand in front of a number, the registrations of units left out."""
CITED_BY_TITLE = tuple(each.name for each in DOCUMENT_TYPES if each.by_title)
