"""Sentences about Word templates (DVK501–515), and the words in them and in stops about templates."""

from dvk.messages import Message, Phrase, message

_WHERE = ("Thẻ {tag} ({part} {paragraph}): ", "{tag} ({part} {paragraph}): ")
_BEFORE_PRINTING = (
    "Thẻ sai chỉ lộ ra khi in, đúng lúc cần văn bản.",
    "A wrong tag shows itself only when the paper is needed.",
)
_AS_THE_PROFILE = (
    "Văn bản ra khỏi cơ quan mà thiếu, lẫn phần bắt buộc của thể thức.",
    "A paper leaves the office without a part that its form must have.",
)
_SAME_LOOK = (
    "Cùng một văn bản mỗi máy in ra một khác.",
    "The same paper looks different on every machine.",
)


def _about_tag(vi: str, en: str) -> tuple[str, str]:
    return _WHERE[0] + vi, _WHERE[1] + en


OF_TEMPLATES: dict[str, Message] = {
    "DVK501": message(
        ("Mẫu này không dùng được: {which}", "This template cannot be used: {which}"),
        (
            "Sửa và lưu lại bằng Word (.docx), hoặc xoá nó để dùng mẫu của dvk.",
            "Mend it and save it from Word (.docx), or remove it, and dvk's own is used.",
        ),
        (
            "Một mẫu lạ không chạy lệnh, không mở tệp, không làm treo máy.",
            "A template from elsewhere runs nothing, opens nothing and blocks nobody.",
        ),
    ),
    "DVK502": message(
        _about_tag("không có “{name}” ở đây", "there is no “{name}” here"),
        (
            "{near} Tên các thẻ của mẫu này có ở docs/templates.md.",
            "{near} docs/templates.md lists the tags of this template.",
        ),
        ("Một thẻ gõ sai không thành chỗ trống trong văn bản.", "A tag typed wrongly does not leave a blank."),
    ),
    "DVK503": message(
        _about_tag("thẻ viết sai", "it is written wrongly"),
        (
            "Xem lại ngoặc, dấu nháy, và lệnh đóng: if … endif, for … endfor.",
            "Look at its braces and quotes, and at what closes it: if … endif, for … endfor.",
        ),
        _BEFORE_PRINTING,
    ),
    "DVK504": message(
        _about_tag("mẫu không được làm việc này", "a template may not do this"),
        (
            "Xoá thẻ đó; mẫu chỉ được in thẻ, dùng if, for và các bộ lọc ở docs/templates.md.",
            "Take it out; a template may only print tags, with if, for, and the filters of docs/templates.md.",
        ),
        (
            "Một mẫu lạ chạy lệnh trên máy, hay chạy mãi không xong.",
            "A template from elsewhere runs something, or never comes to an end.",
        ),
    ),
    "DVK505": message(
        _about_tag("không có bộ lọc “{name}”", "there is no filter “{name}”"),
        ("{near} Các bộ lọc có ở docs/templates.md.", "{near} docs/templates.md lists the filters."),
        _BEFORE_PRINTING,
    ),
    "DVK506": message(
        _about_tag("{which}", "{which}"),
        (
            "Danh sách in bằng {{%p for … in … %}}, hoặc trong một dòng: {{{{ … | join(', ') }}}}.",
            "Print a list with {{%p for … in … %}}, or on one line: {{{{ … | join(', ') }}}}.",
        ),
        (
            "Văn bản in ra dấu ngoặc và chữ của máy thay cho câu.",
            "Brackets and words of the machine on paper instead of a sentence.",
        ),
    ),
    "DVK507": message(
        (
            "Thiếu {component}: {which} “{style}” ({part} {paragraph}, thẻ {tag})",
            "No {component}: {which} “{style}” ({part} {paragraph}, {tag})",
        ),
        (
            "Đặt đoạn có thẻ {tag} sau đoạn {paragraph}, chọn kiểu “{style}” trong Word.",
            "Put {tag} in a paragraph behind paragraph {paragraph} and give it the style “{style}” in Word.",
        ),
        _AS_THE_PROFILE,
    ),
    "DVK508": message(
        _about_tag("{component} in hai lần", "the {component} is printed twice"),
        ("Bỏ một trong hai đoạn.", "Take out one of the two paragraphs."),
        _AS_THE_PROFILE,
    ),
    "DVK509": message(
        _about_tag("{component} đứng sai thứ tự", "the {component} is out of order"),
        (
            "Dời đoạn kiểu “{style}” về đúng chỗ; thứ tự các phần ghi ở parts của thể thức.",
            "Move the paragraph of the style “{style}” to its place; `parts` of the profile gives the order.",
        ),
        _AS_THE_PROFILE,
    ),
    "DVK510": message(
        _about_tag("lệnh đứng một mình in ra một đoạn trống", "this command leaves an empty paragraph"),
        ("Viết {{%p … %}} thay cho {{% … %}}.", "Write {{%p … %}} instead of {{% … %}}."),
        ("Dòng trống thừa giữa văn bản.", "Blank lines where none should be."),
    ),
    "DVK511": message(
        (
            "{count} đoạn đặt tay phông {font}, khác thể thức; đoạn đầu: “{tag}” ({part} {paragraph})",
            "Paragraphs set by hand in {font}, not as the profile says: {count}; first “{tag}” ({part} {paragraph})",
        ),
        (
            "Nếu không cố ý: bôi đen, bấm Ctrl+Phím cách trong Word để trả về phông của kiểu.",
            "Unless it is meant: select it and press Ctrl+Space in Word, and it has the font of its style.",
        ),
        _SAME_LOOK,
    ),
    "DVK512": message(
        (
            "Chữ “{tag}” ({part} {paragraph}) đặt phông theo chủ đề của máy",
            "“{tag}” ({part} {paragraph}) is set in a font of the theme",
        ),
        (
            "Bôi đen, bấm Ctrl+Phím cách trong Word để trả về phông của kiểu.",
            "Select it and press Ctrl+Space in Word: it then has the font of its style.",
        ),
        _SAME_LOOK,
    ),
    "DVK513": message(
        (
            "Kiểu “{style}” ({part} {paragraph}: “{tag}”) không phải phần nào của thể thức",
            "The style “{style}” ({part} {paragraph}: “{tag}”) is no part of a profile",
        ),
        (
            "Chọn một kiểu ở docs/templates.md, để cỡ chữ và căn lề theo thể thức.",
            "Choose a style of docs/templates.md, so that it looks as the profile says.",
        ),
        ("Một đoạn to nhỏ khác các đoạn bên cạnh.", "A paragraph that looks unlike its neighbours."),
    ),
    "DVK514": message(
        (
            "{count} kiểu mang phông {font}, khác thể thức: {style}",
            "Styles in {font}, not as the profile says: {count} ({style})",
        ),
        (
            "Đổi phông của kiểu trong Word. Kiểu nào là phần của văn bản thì khi in dvk vẫn dùng phông của thể thức.",
            "Change the font of the style in Word. Styles that are parts of a paper are printed as the profile says.",
        ),
        _SAME_LOOK,
    ),
    "DVK515": message(
        ("dvk không in mẫu nào tên {name}", "dvk prints with no template called {name}"),
        (
            "{near} Đổi tên tệp; tên các mẫu xem bằng dvk templates list.",
            "{near} Rename it; dvk templates list shows the names.",
        ),
        (
            "Mẫu sửa mãi mà văn bản in ra vẫn như cũ.",
            "A template that somebody changes, and nothing on paper changes.",
        ),
    ),
}

OF_FAULTS: dict[str, Phrase] = {
    "template": Phrase("mẫu", "template"),
    "action": Phrase("việc", "action"),
    "lint": Phrase("tìm chỗ sai", "lint"),
    "copy": Phrase("chép", "copy"),
    "in_body": Phrase("đoạn", "paragraph"),
    "in_header": Phrase("đầu trang, đoạn", "header, paragraph"),
    "in_footer": Phrase("chân trang, đoạn", "footer, paragraph"),
    "in_footnotes": Phrase("cước chú, đoạn", "footnotes, paragraph"),
    "no_paragraph": Phrase("không đoạn nào có chữ mang kiểu", "no paragraph with words has the style"),
    "in_another_style": Phrase("đoạn này không mang kiểu", "this paragraph has not the style"),
    "list_printed": Phrase("đây là danh sách, không in thẳng được", "this is a list and cannot be printed as it is"),
    "no_list": Phrase("đây không phải danh sách, không dùng for được", "this is no list to go through with for"),
    "attribute_of_list": Phrase(
        "đây là danh sách: phải đi qua từng dòng rồi mới lấy được phần sau dấu chấm",
        "this is a list: go through it first, then ask for what stands behind the dot",
    ),
    "nested_too_deep": Phrase("lệnh lồng nhau quá nhiều tầng", "commands stand inside each other too deep"),
    "part_missing": Phrase("không có trong văn bản in ra", "is missing on paper"),
    "part_misplaced": Phrase("đứng sai thứ tự", "is out of order"),
    "tag_left": Phrase("còn nguyên thẻ, chưa được điền", "a tag is left unfilled"),
    "theme_font": Phrase("phông theo chủ đề của máy, không phải phông của thể thức", "a font of the theme"),
    "not_opened": Phrase("không mở lại được", "it does not open again"),
    "broken_part": Phrase("có phần XML không đọc được", "some XML in it cannot be read"),
    "lost_part": Phrase("thiếu một phần mà phần khác cần", "a part that another one needs is missing"),
    "no_section": Phrase("mất khổ giấy và lề (sectPr)", "page size and margins (sectPr) are gone"),
    "no_rows": Phrase("có bảng không còn hàng nào", "it has a table without a row"),
    "same_ids": Phrase("có hai hình mang cùng một số", "two pictures have the same number"),
}
"""What is wrong with a template or what it gives, and where, as the sentences above say it."""
