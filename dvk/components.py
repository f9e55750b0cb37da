"""The parts of a printed document: each is a style of paragraphs in the templates, and has its look from a profile."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Component:
    """A part of the printed form.

    Args:
        name: its key in a profile.
        style: the style of paragraphs that it has in every template, as a clerk sees it in Word.
        meaning: what it is, in Vietnamese and in English.
    """

    name: str
    style: str
    meaning: tuple[str, str]


COMPONENTS: tuple[Component, ...] = (
    Component("superior", "Cấp trên", ("tên cơ quan cấp trên", "the body above")),
    Component("issuer", "Đơn vị ban hành", ("tên cơ quan ban hành", "the issuing body")),
    Component("separator", "Dấu ngăn", ("dấu dưới tên cơ quan", "the sign below the issuing body")),
    Component("heading", "Tiêu đề", ("tiêu đề, Quốc hiệu", "the heading on the right")),
    Component("motto", "Tiêu ngữ", ("Tiêu ngữ", "the motto")),
    Component("rule", "Gạch", ("đường kẻ ngang", "a rule: an empty paragraph with a border")),
    Component("number", "Số ký hiệu", ("số, ký hiệu", "number and symbol")),
    Component("place_date", "Nơi ngày", ("địa danh, ngày tháng", "place and day")),
    Component("draft_mark", "Dự thảo", ("dấu bản nháp, bản đã rút", "the mark of a draft or a withdrawn document")),
    Component("type", "Tên loại", ("tên loại văn bản", "the type of document")),
    Component("subject", "Trích yếu", ("trích yếu", "the subject")),
    Component("addressee", "Kính gửi", ("nơi nhận chính", "the addressee")),
    Component("basis", "Căn cứ", ("căn cứ ban hành", "a legal basis")),
    Component("body", "Nội dung", ("đoạn văn", "a paragraph of the body")),
    Component("heading_1", "Heading 1", ("mục I.", "a part, I.")),
    Component("heading_2", "Heading 2", ("mục 1.", "a part, 1.")),
    Component("heading_3", "Heading 3", ("mục a)", "a part, a)")),
    Component("heading_4", "Heading 4", ("mục dưới a), mọi cấp", "parts below that, of any depth")),
    Component("table_title", "Tên bảng", ("tên bảng", "the title of a table")),
    Component("table_head", "Đầu bảng", ("ô đầu bảng", "a cell of a table's head")),
    Component("cell", "Ô bảng", ("ô chữ", "a cell of text")),
    Component("centred_cell", "Ô giữa", ("ô căn giữa", "a cell in the middle")),
    Component("number_cell", "Ô số", ("ô số", "a cell of a number")),
    Component("remark", "Chú thích", ("lời chú trong ngoặc, dưới bảng", "a remark in brackets or below a table")),
    Component("recipients_label", "Tiêu đề nơi nhận", ("chữ “Nơi nhận:”", "the words above the recipients")),
    Component("recipient", "Nơi nhận", ("một nơi nhận", "a recipient")),
    Component("authority", "Quyền hạn ký", ("quyền hạn ký", "on whose behalf it is signed")),
    Component("post", "Chức vụ ký", ("chức vụ người ký", "the post of who signs")),
    Component("signer", "Người ký", ("họ tên người ký", "the name of who signs")),
    Component("annex_title", "Tên phụ lục", ("tên phụ lục", "the title of an annex")),
    Component("page_number", "Số trang", ("số trang", "the number of the page")),
)
"""Every part, in the order in which they stand on paper. The paragraphs of commands have the style ``Thẻ``."""
