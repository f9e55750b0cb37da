"""What the sections of reports are called on paper, folded as ``naming.compared`` does; data, not rules."""

import re

from dvk.importing.tables.grids import Titles, key_of
from dvk.naming import compared

SECTIONS: Titles = {
    "situation": (
        "tinh hinh chung",
        "dac diem tinh hinh",
        "dac diem chung",
        "khai quat",
        "boi canh",
        "khai quat chung",
    ),
    "leadership": (
        *("lanh dao", "chi dao", "lanh dao chi dao", "tham muu", "quan triet", "trien khai", "to chuc trien khai"),
        *("trien khai quan triet", "quan triet trien khai", "ban hanh van ban"),
    ),
    "documents_issued": ("van ban da ban hanh", "van ban ban hanh", "danh muc van ban", "van ban chi dao da ban hanh"),
    "propaganda": ("tuyen truyen", "thong tin tuyen truyen", "tuyen truyen van dong", "truyen thong"),
    "models": ("mo hinh", "mo hinh tieu bieu", "mo hinh cach lam", "mo hinh hieu qua", "mo hinh dan van kheo"),
    "commendation": (
        *("bieu duong", "khen thuong", "thi dua khen thuong", "dien hinh", "guong dien hinh", "nhan rong dien hinh"),
        *("ton vinh", "guong nguoi tot viec tot", "tap the ca nhan tieu bieu", "tap the ca nhan dien hinh"),
    ),
    "strengths": ("uu diem", "mat manh", "mat tich cuc", "mat duoc", "mat lam duoc", "diem manh"),
    "limits": (
        *("han che", "ton tai", "khuyet diem", "kho khan", "mat han che", "mat chua duoc", "mat yeu", "diem yeu"),
        *("ton tai han che", "han che ton tai", "han che khuyet diem", "vuong mac"),
    ),
    "causes": ("nguyen nhan",),
    "next_period": (
        *("phuong huong", "nhiem vu trong tam", "nhiem vu giai phap", "nhiem vu va giai phap", "nhiem vu ky toi"),
        *("nhiem vu nam", "nhiem vu 6 thang", "nhiem vu thoi gian toi", "nhiem vu trong thoi gian toi", "trong tam"),
        *("nhiem vu cong tac", "chuong trinh cong tac", "ke hoach thoi gian toi", "ke hoach 6 thang", "nhiem vu quy"),
    ),
    "proposals": ("de xuat", "kien nghi", "de nghi", "de xuat kien nghi", "kien nghi de xuat", "y kien de xuat"),
}
WEAK_STRENGTHS = ("ket qua dat duoc", "nhung ket qua dat duoc", "ket qua")
"""What the strengths are called only beside a section of limits."""
_FIELDS = {
    "phat trien kinh te": "kinh te",
    "linh vuc kinh te": "kinh te",
    "an ninh quoc phong": "quoc phong an ninh",
    "quoc phong va an ninh": "quoc phong an ninh",
    "quoc phong an ninh trat tu": "quoc phong an ninh",
    "van hoa va xa hoi": "van hoa xa hoi",
    "he thong chinh tri": "xay dung he thong chinh tri",
    "xay dung dang he thong chinh tri": "xay dung he thong chinh tri",
}
"""Other names of the four fields."""
_BEFORE = re.compile(r"(?:(?:ve|cac|nhung|mot so|cong tac|viec|tinh hinh thuc hien cong tac|danh gia|neu) )+")
_OF_FIELD = re.compile(r"(?:(?:ve|tren|trong|doi voi|o|cac|ket qua|hoat dong|thuc hien) )*linh vuc ")


def section_key(words: str) -> str | None:
    """The key of a report that a title means; words such as ``Công tác`` and ``Một số`` in front do not count."""
    plain = compared(words)
    return key_of(plain, SECTIONS) or key_of(_BEFORE.sub("", plain, count=1), SECTIONS)


def label_key(words: str) -> str | None:
    """The key that words in front of a colon mean: only what is called just so."""
    plain = compared(words)
    bare = _BEFORE.sub("", plain, count=1)
    return next((key for key, known in SECTIONS.items() if plain in known or bare in known), None)


def field_words(words: str) -> str:
    """The name of a field in a title, ``Trên lĩnh vực kinh tế``, folded."""
    bare = _OF_FIELD.sub("", compared(words), count=1)
    return _FIELDS.get(bare, bare)
