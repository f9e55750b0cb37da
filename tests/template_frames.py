"""What every template has to have beside what a test is about: the parts of a paper, in their order."""

from docx.enum.style import WD_STYLE_TYPE

from dvk.printing.data import is_prose

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


def misfits(data, shape, at=""):
    """Give where data are not what the table of tags says: other keys, another kind of value."""
    if isinstance(shape, dict):
        if data == "":  # a second signatory that there is none of
            return
        yield from (f"{at}.{key}" for key in data.keys() ^ shape.keys())
        for key in data.keys() & shape.keys():
            yield from misfits(data[key], shape[key], f"{at}.{key}")
    elif isinstance(shape, list):
        if not isinstance(data, list):
            yield f"{at}: {data!r} is no list"
            return
        for item in data:
            yield from misfits(item, shape[0], f"{at}[]")
    elif not _FITS[shape](data):
        yield f"{at}: {data!r} is no {shape}"


_FITS = {
    "text": lambda value: isinstance(value, str),
    "number": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "flag": lambda value: isinstance(value, bool),
    "prose": lambda value: value == "" or is_prose(value),
}
