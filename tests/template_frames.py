"""What every template has to have beside what a test is about: the parts of a paper, in their styles and their order."""

from docx.enum.style import WD_STYLE_TYPE

FRAME = (
    ("Tiêu đề", "{{ tieu_de }}"),
    ("Đơn vị ban hành", "{{ don_vi }}"),
    ("Số ký hiệu", "{{ so_ky_hieu }}"),
    ("Nơi ngày", "{{ noi_ngay }}"),
    ("Tên loại", "{{ loai }}"),
    ("Trích yếu", "{{ trich_yeu }}"),
    ("Nội dung", "Nội dung như trên."),
    ("Chức vụ ký", "{{ chu_ky.chuc_vu }}"),
    ("Người ký", "{{ chu_ky.ho_ten }}"),
    ("Tiêu đề nơi nhận", "Nơi nhận:"),
)


def framed(document):
    """Put the parts of a paper behind all that a template says, so that its paragraphs keep their numbers."""
    for style, words in FRAME:
        if style not in document.styles:
            document.styles.add_style(style, WD_STYLE_TYPE.PARAGRAPH)
        document.add_paragraph(words, style)
    return document
