"""What a code says case by case, where one sentence or one remedy would not fit them all."""

from dvk.messages import Phrase
from dvk.messages.of_change_words import CHANGE_REMEDIES
from dvk.messages.of_owners import OWNER_REMEDIES
from dvk.messages.of_steps import STEP_REMEDIES

SLIPS: dict[str, Phrase] = {
    "no_space_after_colon": Phrase("sau dấu hai chấm thiếu dấu cách", "there is no space after the colon"),
    "no_space_after_dash": Phrase("sau dấu gạch “-” thiếu dấu cách", "there is no space after the dash “-”"),
    "no_colon": Phrase("dòng này không có dấu hai chấm sau tên khoá", "this line has no colon after a key"),
    "colon_in_text": Phrase("trong câu có dấu hai chấm", "the text itself has a colon"),
    "tab": Phrase("khoảng trống ở đây gõ bằng phím Tab", "the blank here was typed with the Tab key"),
    "odd_blank": Phrase(
        "chỗ này không phải dấu cách thường mà là dấu cách lạ {sign}, hay có trong chữ dán từ Word, Zalo",
        "this is no plain space but the blank {sign}, which comes along with text pasted from Word or a chat",
    ),
    "indentation": Phrase("dòng này thụt vào khác các dòng bên cạnh", "this line is not indented like its neighbours"),
    "not_closed": Phrase("dấu {sign} mở ở đây mà không được đóng", "the {sign} opened here is never closed"),
    "no_comma": Phrase("trong ngoặc thiếu dấu phẩy giữa hai mục", "a comma is missing between two entries in brackets"),
    "stray_bracket": Phrase("dấu {sign} thừa, không có dấu mở", "this {sign} closes nothing"),
    "text_after_quote": Phrase("sau dấu nháy đóng còn chữ", "text follows the closing quote"),
    "more_after_value": Phrase("giá trị đã hết ở dấu {sign} mà phía sau còn viết tiếp", "more follows after {sign}"),
    "reserved_sign": Phrase(
        "chữ bắt đầu bằng {sign}, dấu mà YAML dành riêng", "text begins with {sign}, a sign that YAML keeps for itself"
    ),
    "dash_after_key": Phrase("“- ” đứng cùng dòng với khoá", "“- ” stands on the line of its key"),
    "backslash": Phrase("trong nháy kép có dấu gạch chéo ngược \\", "there is a backslash \\ in double quotes"),
    "conflict": Phrase("hai bản của git còn chưa gộp xong", "two versions of git are not merged yet"),
    "other": Phrase("không hiểu được dòng này, hoặc dòng ngay trên", "{parser}"),
}
"""What was typed wrong where a text is not YAML (DVK104)."""

_QUOTED = Phrase("Đặt cả câu trong nháy kép. {instead}", "Put the whole text in double quotes. {instead}")
_RETYPED = Phrase(
    "Xoá đi, gõ lại bằng phím cách; xem cả các dòng khác vừa dán vào.",
    "Delete it and press the space bar; look at the other lines that were pasted too.",
)

REMEDIES: dict[str, tuple[str, dict[str, Phrase]]] = {
    "DVK104": (
        "problem",
        {
            "no_space_after_colon": Phrase("Thêm một dấu cách. {instead}", "Add a space. {instead}"),
            "no_space_after_dash": Phrase("Thêm một dấu cách. {instead}", "Add a space. {instead}"),
            "no_colon": Phrase(
                "Viết “khoá: giá trị”; chữ nối tiếp dòng trên thì thụt vào sâu hơn khoá của nó. {instead}",
                "Write “key: value”; text that goes on from the line above is indented deeper than its key. {instead}",
            ),
            "colon_in_text": _QUOTED,
            "tab": Phrase(
                "Xoá đi, gõ lại bằng phím cách: mỗi tầng thụt vào hai dấu cách.",
                "Delete it and press the space bar: two spaces for each level.",
            ),
            "odd_blank": _RETYPED,
            "indentation": Phrase(
                "Các dòng của một nhóm thụt vào bằng nhau; các dòng của một mục thẳng với chữ đứng sau “- ”; "
                "chữ nối tiếp dòng trên mà có dấu hai chấm thì đặt cả câu trong nháy kép.",
                "Lines of one group are indented alike, those of an entry like the text after its “- ”; "
                "text that goes on from the line above and has a colon is put in double quotes as a whole.",
            ),
            "not_closed": Phrase(
                "Thêm {closing} ở chỗ kết thúc; nếu {sign} là chữ của câu, đặt cả câu trong loại nháy kia.",
                "Add {closing} where it ends; if {sign} belongs to the text, put it in quotes of the other sort.",
            ),
            "no_comma": Phrase("Thêm dấu phẩy ở đây.", "Add a comma here."),
            "stray_bracket": Phrase(
                "Xoá nó; nếu là chữ của câu, đặt cả câu trong nháy kép.",
                "Delete it; if it belongs to the text, put the whole text in double quotes.",
            ),
            "text_after_quote": Phrase(
                "Đặt cả câu trong một cặp nháy; câu có nháy kép ở trong thì dùng nháy đơn ở ngoài.",
                "Put the whole text in one pair of quotes; single ones around it if it has double ones inside.",
            ),
            "more_after_value": Phrase(
                "Nếu phần sau là nội dung của khoá này, xoá {sign}; nếu không, xoá phần sau.",
                "Delete {sign} if what follows belongs to this key; else delete what follows.",
            ),
            "reserved_sign": _QUOTED,
            "dash_after_key": Phrase(
                "Xuống dòng, thụt vào rồi viết “- ”; nếu là dấu gạch của câu, đặt cả câu trong nháy kép.",
                "Begin a new line, indent it and write “- ”; put text that begins with a dash in double quotes.",
            ),
            "backslash": Phrase(
                "Đặt câu trong nháy đơn, hoặc viết hai lần: \\\\",
                "Put the text in single quotes, or write it twice: \\\\",
            ),
            "conflict": Phrase(
                "Giữ phần đúng, xoá phần kia và ba dòng <<<<<<<, =======, >>>>>>>.",
                "Keep what is right; delete the rest and the lines <<<<<<<, =======, >>>>>>>.",
            ),
        },
    ),
    "DVK901": (
        "of",
        {
            "change": Phrase(
                "Dùng một commit, nhánh hoặc thẻ, không phải ngày hay “now”; các tệp trên đĩa thì bỏ --at.",
                "Give a commit, a branch or a tag, not a day or “now”; for the files on disk leave out --at.",
            )
        },
    ),
    "DVK902": (
        "of",
        {
            "at": Phrase(
                "Bỏ --at, hoặc chạy trong kho git.",
                "Leave out --at, or run it in a git repository.",
            )
        },
    ),
    "DVK917": (
        "problem",
        {
            "not_under_way": Phrase(
                "Nêu tên một tệp trong registrations/ hoặc reports/.", "Name a file in registrations/ or reports/."
            )
        },
    ),
    "DVK908": (
        "problem",
        {
            "not_at_the_top": Phrase(
                "Chỉ nêu được đơn vị đứng đầu một cây: {clear}.",
                "Only the unit at the top of a tree may be given: {clear}.",
            )
        },
    ),
    "DVK910": (
        "problem",
        {"ENOTEMPTY": Phrase("Chọn một thư mục mới hoặc trống.", "Choose a folder that is new or empty.")},
    ),
    "DVK971": ("problem", STEP_REMEDIES),
    **OWNER_REMEDIES,
    **CHANGE_REMEDIES,
    "DVK124": (
        "wanted",
        {
            "mapping": Phrase(
                "Ghi dưới “{key}:”, thụt vào, mỗi khoá một dòng “khoá: giá trị”, các khoá: {keys}",
                "Write below “{key}:”, indented, a line “key: value” each, these keys: {keys}",
            ),
            "list": Phrase(
                "Ghi dưới “{key}:”, mỗi mục một dòng bắt đầu bằng “- ”.",
                "Write below “{key}:” a line for each entry that begins with “- ”.",
            ),
            "text": Phrase(
                "Viết một giá trị ngay sau “{key}:”, trên cùng dòng đó.",
                "Write one value right after “{key}:”, on the same line.",
            ),
        },
    ),
}
"""Code → the argument that tells its cases apart, and what to do in each; in any other case, as the code says."""
