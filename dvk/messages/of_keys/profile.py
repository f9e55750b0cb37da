"""Keys of format profiles."""

from dvk.messages.of_keys.shared import SCHEMA, Meanings, below

_PROFILE: Meanings = {
    "name": ("tên", "name"),
    "name_en": ("tên tiếng Anh", "name in English"),
    "like": (
        "giống thể thức nào ở chỗ không ghi; không ghi thì giống bản cùng tên của dvk, hoặc state",
        "the profile that holds where this one says nothing; without it dvk's own of that name, or `state`",
    ),
    "note": ("ghi chú", "a note"),
    "editions": (
        "các lần quy định, mỗi lần từ một ngày; ngày của văn bản cho biết lần nào đúng",
        "what holds from which day; the day of a document says which",
    ),
}
_EDITION: Meanings = {
    "from": (
        "đúng từ ngày này; văn bản trước lần đầu dùng lần đầu",
        "first day; what is older than the first edition has the first",
    ),
    "source": ("theo văn bản nào", "by which rule"),
    "open": ("các khoá chưa có căn cứ, đang dùng giá trị thường lệ", "keys without a source, given a usual value"),
    "page": ("khổ giấy và lề", "sheet and margins"),
    "font": ("phông chữ", "font"),
    "page_number": ("đánh số trang", "numbers of pages"),
    "heading": ("tiêu đề bên phải: Quốc hiệu, tên tổ chức", "heading on the right"),
    "motto": ("Tiêu ngữ dưới tiêu đề; null: không có", "motto below it; `null`: none"),
    "below_issuer": (
        "dưới tên cơ quan: dấu, gạch dài bằng mấy phần trăm dòng chữ, hoặc null",
        "below the issuing body: a sign, a rule of so many per cent of the words, or `null`",
    ),
    "below_heading": ("dưới tiêu đề, Tiêu ngữ: như trên", "below heading and motto: likewise"),
    "below_subject": ("dưới trích yếu: như trên", "below the subject: likewise"),
    "number": ("số, ký hiệu", "number and symbol"),
    "authority": ("chữ tắt ghi thẩm quyền ký", "how signing authority is shortened"),
    "legal_bases": ("cách ghi căn cứ", "how legal bases are written"),
    "closing": ("dấu kết thúc văn bản", "the sign at the end of the text"),
    "numbering": (
        "số thứ tự của các mục, cấp trên trước: I hoặc 1 hoặc a và dấu của nó; không có số thì dấu đầu dòng",
        "numbers of headings, the highest first: I, 1 or a with its sign; one without a number is a bullet",
    ),
    "parts": (
        "các phần phải có, theo thứ tự; tên như ở looks",
        "the parts that have to be there, in order, named as in `looks`",
    ),
    "looks": ("hình thức của từng thành phần", "the look of each component"),
}
_PAGE: Meanings = {
    "size": ("khổ giấy", "sheet"),
    "top": ("lề trên, mm", "top margin, mm"),
    "bottom": ("lề dưới, mm", "bottom margin, mm"),
    "left": ("lề trái, mm", "left margin, mm"),
    "right": ("lề phải, mm", "right margin, mm"),
    "header": ("đầu trang cách mép giấy, mm", "header from the edge, mm"),
    "footer": ("chân trang cách mép giấy, mm", "footer from the edge, mm"),
}
_PAGE_NUMBER: Meanings = {
    "first": ("trang đầu tiên có số: 1 hoặc 2", "first page that shows its number: 1 or 2"),
    "place": ("ở đầu hay chân trang", "top or bottom"),
}
_NUMBER: Meanings = {
    "label": ("chữ trước số", "what stands before it"),
    "form": ("cách viết", "its form"),
    "two_digits": ("số dưới 10 thêm số 0", "a zero before numbers below 10"),
}
_AUTHORITY: Meanings = {
    "on_behalf": ("thay mặt", "on behalf of a body"),
    "acting": ("quyền", "acting"),
    "for_head": ("ký thay", "in the place of the head"),
    "by_order": ("thừa lệnh", "by order"),
    "by_mandate": ("thừa uỷ quyền", "by mandate"),
}
_LEGAL_BASES: Meanings = {
    "verb": ("chữ đầu dòng", "first word"),
    "after_each": ("dấu cuối mỗi dòng", "sign after each"),
    "after_last": ("dấu cuối dòng cuối", "sign after the last"),
}
_LOOK: Meanings = {
    "size": ("cỡ chữ, pt", "size, pt"),
    "bold": ("đậm", "bold"),
    "italic": ("nghiêng", "italic"),
    "caps": ("in hoa", "capitals"),
    "align": ("căn dòng", "alignment"),
    "first_line": ("thụt đầu dòng, cm", "first line, cm"),
    "before": ("cách đoạn trên, pt", "gap above, pt"),
    "after": ("cách đoạn dưới, pt", "gap below, pt"),
    "line_spacing": ("cách dòng, lần", "line spacing, in lines"),
    "keep_with_next": ("cùng trang với đoạn sau", "on one page with what follows"),
}

PROFILE = (
    below("profile", SCHEMA, _PROFILE)
    | below("profile.editions", _EDITION)
    | below("profile.editions.page", _PAGE)
    | below("profile.editions.page_number", _PAGE_NUMBER)
    | below("profile.editions.number", _NUMBER)
    | below("profile.editions.authority", _AUTHORITY)
    | below("profile.editions.legal_bases", _LEGAL_BASES)
    | below("profile.editions.looks", _LOOK)
)
