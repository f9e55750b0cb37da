"""Sentences of the codes about a file as such, its keys and its values (DVK1xx and DVK2xx)."""

from dvk.messages import Message, message

_UNREADABLE = (
    "Một tệp không đọc được thì không có số nào của nó được cộng, và phải nói ra chứ không lặng lẽ bỏ qua.",
    "A file that cannot be read adds nothing to any sum; that must be said, not passed over.",
)
_TYPED_TWICE = (
    "Một con số gõ nhập nhằng được người này hiểu là ba phẩy sáu, người kia hiểu là ba nghìn sáu trăm.",
    "A number typed ambiguously is three point six to one reader and three thousand six hundred to another.",
)
_WRONG_DAY = (
    "Ngày gõ sai làm hạn nộp rơi vào ngày không có thật, hoặc tháng và ngày bị đổi chỗ.",
    "A mistyped day puts a deadline on a day that does not exist, or swaps day and month.",
)
_INSTEAD = ("Viết: {clear}.", "Write: {clear}.")

OF_FILES: dict[str, Message] = {
    "DVK101": message(
        ("Tệp quá lớn: quá 1 MiB (1.048.576 byte)", "The file is too large: over 1 MiB (1,048,576 bytes)"),
        ("Chia thành nhiều tệp, hoặc bỏ phần dán nhầm vào.", "Split it, or take out what was pasted in by mistake."),
        _UNREADABLE,
    ),
    "DVK102": message(
        (
            "Tệp viết bằng {encoding}, không phải UTF-8 (byte {offset})",
            "The file is in {encoding}, not UTF-8 (byte {offset})",
        ),
        (
            "Lưu lại với mã UTF-8 (Notepad: Save as → Encoding: UTF-8).",
            "Save it again as UTF-8 (Notepad: Save as → Encoding: UTF-8).",
        ),
        _UNREADABLE,
    ),
    "DVK103": message(
        (
            "Có ký tự điều khiển {character}: đây không phải tệp văn bản",
            "Control character {character}: not a text file",
        ),
        (
            "Xoá ký tự đó; tệp Word, Excel hay PDF không để ở đây.",
            "Remove it; Word, Excel and PDF files do not go here.",
        ),
        _UNREADABLE,
    ),
    "DVK104": message(
        ("Chỗ này viết không đúng cách của YAML: {problem}", "This is not YAML: {problem}"),
        (
            "Xem lại dấu cách đầu dòng, dấu nháy; câu có dấu hai chấm (“: ”) hay dấu thăng (“ #”) để trong nháy kép.",
            "Look at the indentation and the quotes; put text with a colon (“: ”) or a hash (“ #”) in double quotes.",
        ),
        _UNREADABLE,
    ),
    "DVK105": message(
        ("Lồng nhau quá sâu: hơn {depth} tầng", "Nested too deep: more than {depth} levels"),
        ("Viết lại cho phẳng; không biểu mẫu nào cần sâu thế.", "Write it flat; no document needs such depth."),
        _UNREADABLE,
    ),
    "DVK106": message(
        ("Không dùng neo và tham chiếu YAML (“{name}”)", "YAML anchors and aliases are not used (“{name}”)"),
        (
            "Chép lại nội dung vào chỗ này; nếu là dấu & hay *, đặt trong nháy.",
            "Repeat the text here, or quote & and *.",
        ),
        (
            "Một giá trị dùng chung bị sửa ở một nơi mà đổi ở nhiều nơi, và tệp nhỏ có thể nở thành rất lớn.",
            "A shared value changed in one place changes in many, and a small file can blow up.",
        ),
    ),
    "DVK107": message(
        ("Không dùng thẻ kiểu YAML (“{tag}”)", "YAML tags are not used (“{tag}”)"),
        ("Xoá thẻ; nếu là dấu chấm than của câu văn, đặt câu trong nháy.", "Remove it, or quote the text."),
        ("Chữ trong tệp không bao giờ được thành mã chạy.", "Text of a file never becomes code."),
    ),
    "DVK108": message(
        ("Khoá “{key}” viết hai lần (lần đầu ở dòng {first_line})", "Key “{key}” twice (first on line {first_line})"),
        ("Giữ một, xoá một.", "Keep one."),
        (
            "Chép một khối rồi quên xoá khối cũ: giá trị nào đứng là điều may rủi.",
            "A block is copied and the old one forgotten: which value stands is chance.",
        ),
    ),
    "DVK109": message(
        ("Tệp trống", "The file is empty"),
        ("Viết nội dung, hoặc xoá tệp.", "Fill it, or delete it."),
        ("Tệp mới tạo chưa viết gì lại được coi là đã nộp.", "A file just created is taken for one that was filed."),
    ),
    "DVK110": message(
        (
            "Đầu tệp phải là các dòng “khoá: giá trị”, đây là {found}",
            "The top must be “key: value” lines, this is a {found}",
        ),
        ("Bắt đầu tệp bằng “schema: …”.", "Begin the file with “schema: …”."),
        _UNREADABLE,
    ),
    "DVK111": message(
        ("Một tệp chỉ chứa một tài liệu", "One file holds one document"),
        ("Tách phần sau “---” thành tệp riêng.", "Move what follows “---” into a file of its own."),
        ("Hai báo cáo dán vào một tệp: báo cáo sau bị bỏ quên.", "Two reports in one file: the second is forgotten."),
    ),
    "DVK112": message(
        (
            "Chữ gõ dạng tổ hợp (NFD) ở {count} chỗ; đã hiểu như dạng dựng sẵn",
            "Decomposed text (NFD) in {count} places; read as NFC",
        ),
        (
            "Không cần sửa gì; gõ Unicode dựng sẵn thì tìm kiếm mới thấy.",
            "Nothing to do; typed as NFC it can be searched.",
        ),
        ("Hai tên trông giống hệt nhau mà máy cho là khác.", "Two names look the same and are not."),
    ),
    "DVK113": message(
        (
            "Chữ gõ bằng phông cũ {encoding} không đọc được: “{text}”",
            "Text of an old font {encoding} is unreadable: “{text}”",
        ),
        ("Chuyển sang Unicode (UniKey: Ctrl+Shift+F6) rồi dán lại.", "Convert it to Unicode and paste it again."),
        ("Văn bản cũ dán vào thành chữ không ai đọc được khi in.", "Pasted old text prints as signs nobody can read."),
    ),
    "DVK114": message(
        ("Khoá phải là chữ trên một dòng", "A key must be plain text on one line"),
        ("Viết “khoá: giá trị”.", "Write “key: value”."),
        _UNREADABLE,
    ),
    "DVK115": message(
        ("Không tìm thấy phần đầu tệp giữa hai dòng “---”", "There is no head between two lines “---”"),
        (
            "Dòng đầu tệp là “---”, tiếp theo là các dòng “khoá: giá trị”, rồi một dòng “---” nữa; bài viết ở dưới.",
            "The first line is “---”, then “key: value” lines, then “---” again; the text stands below.",
        ),
        (
            "Một tin bài không nói của đơn vị nào, ngày nào thì không in được vào đâu.",
            "A story that does not say whose it is and of which day cannot be printed anywhere.",
        ),
    ),
    "DVK121": message(
        ("Thiếu “{key}”", "“{key}” is missing"),
        ("Thêm dòng “{key}: …”. {one_of} {value_form}", "Add a line “{key}: …”. {one_of} {value_form}"),
        (
            "Tài liệu thiếu phần mà thiếu nó thì không hiểu được.",
            "A document lacks what it cannot be understood without.",
        ),
    ),
    "DVK122": message(
        ("Không có khoá “{key}”", "There is no key “{key}”"),
        ("Sửa tên khoá hoặc bỏ dòng này. {near}", "Correct the key or remove the line. {near}"),
        (
            "Gõ sai tên khoá, số liệu nằm đó mà không ai cộng.",
            "A misspelt key: the figure stands there and is never added.",
        ),
    ),
    "DVK123": message(
        ("“{typed}” không phải giá trị được dùng ở đây", "“{typed}” is not a value used here"),
        ("{write} Chọn một trong: {choices}.", "{write} Choose one of: {choices}."),
        (
            "Một trạng thái tự đặt làm báo cáo không được tính mà không ai hay.",
            "A made-up state keeps a report from counting.",
        ),
    ),
    "DVK124": message(
        ("“{key}” phải là {wanted}, đây là {found}", "“{key}” must be a {wanted}, this is a {found}"),
        (
            "Danh sách: mỗi mục bắt đầu bằng “- ”; nhóm: các dòng “khoá: giá trị” thụt vào dưới “{key}:”.",
            "A list: every entry begins with “- ”; a mapping: “key: value” lines indented below “{key}:”.",
        ),
        ("Thụt dòng sai làm một mục rơi khỏi danh sách.", "Wrong indentation drops an entry out of its list."),
    ),
    "DVK125": message(
        ("Mục {key} để trống", "The entry {key} is left empty"),
        (
            "Điền giá trị sau dấu hai chấm; mục không bắt buộc thì xoá cả dòng.",
            "Fill it in after the colon; if it need not be there, delete the line.",
        ),
        ("Mẫu lấy về chưa điền đã nộp.", "A form is filed before it was filled in."),
    ),
    "DVK126": message(
        (
            "Tệp ở chỗ này phải có “schema: {schema}”, không phải “{typed}”",
            "A file here has “schema: {schema}”, not “{typed}”",
        ),
        ("Sửa dòng schema, hoặc chuyển tệp về đúng thư mục.", "Correct the line, or move the file to its folder."),
        ("Kế hoạch cất nhầm vào thư mục báo cáo.", "A plan put among the reports."),
    ),
    "DVK204": message(
        ("“{typed}” không phải một số đếm", "“{typed}” is not a count"),
        (
            "Viết số nguyên bằng chữ số, dấu chấm chỉ để ngăn nghìn: {clear}",
            "Write a whole number in digits, a dot only between thousands: {clear}",
        ),
        _TYPED_TWICE,
    ),
    "DVK205": message(
        ("“{typed}” không phải một số", "“{typed}” is not a number"),
        (
            "Viết bằng chữ số, dấu chấm ngăn nghìn, dấu phẩy là phần lẻ: {clear}",
            "Write digits, a dot between thousands, a comma before decimals: {clear}",
        ),
        _TYPED_TWICE,
    ),
    "DVK206": message(
        ("“{typed}” không phải một số tiền", "“{typed}” is not an amount of money"),
        (
            "Viết như 600 triệu, 3,6 tỷ, 600.000.000 đ, không kèm “khoảng”, “ít nhất” (ghi ở bound:): {clear}",
            "Write digits with or without a scale, a comma for decimals, “about” only in bound:. Here: {clear}",
        ),
        _TYPED_TWICE,
    ),
    "DVK207": message(
        ("“{typed}” không phải một tỷ lệ phần trăm", "“{typed}” is not a percentage"),
        ("Viết như 93,5 %, dấu phẩy là phần lẻ: {clear}", "Write it like 93,5 %, a comma before decimals: {clear}"),
        _TYPED_TWICE,
    ),
    "DVK208": message(
        ("“{typed}” không phải một ngày có thật", "“{typed}” is not a day of the calendar"),
        ("Viết năm-tháng-ngày hoặc ngày/tháng/năm: {clear}", "Write year-month-day or day/month/year: {clear}"),
        _WRONG_DAY,
    ),
    "DVK209": message(
        ("“{typed}” không phải một ngày của mọi năm", "“{typed}” is not a day of every year"),
        ("Viết tháng-ngày: {clear}", "Write month-day: {clear}"),
        _WRONG_DAY,
    ),
    "DVK210": message(
        ("“{typed}” có giờ không đọc được", "“{typed}” has an hour that cannot be read"),
        (
            "Viết giờ:phút từ 00:00 đến 23:59, như 17:00; 24:00 là 00:00 của ngày hôm sau.",
            "Write hour:minute from 00:00 to 23:59, like 17:00; 24:00 is 00:00 of the next day.",
        ),
        _WRONG_DAY,
    ),
    "DVK211": message(
        ("“{typed}” không phải một kỳ báo cáo", "“{typed}” is not a period"),
        _INSTEAD,
        (
            "Báo cáo ghi kỳ theo cách riêng thì không cộng được vào năm.",
            "A period in a spelling of its own cannot be added to a year.",
        ),
    ),
    "DVK212": message(
        ("“{typed}” không phải số, ký hiệu văn bản", "“{typed}” is not a document number"),
        ("Viết như 382-KH/TĐTN-TCKT hoặc 05/KH-UBND. {clear}", "Write it like 382-KH/TĐTN-TCKT or 05/KH-UBND. {clear}"),
        ("Số văn bản sai dạng thì không đối chiếu được.", "A number in another form cannot be matched."),
    ),
    "DVK213": message(
        ("“{typed}” không phải có hay không", "“{typed}” is neither yes nor no"),
        ("Viết: yes hoặc no.", "Write: yes or no."),
        _UNREADABLE,
    ),
    "DVK214": message(
        ("“{typed}” không phải một mã", "“{typed}” is not an id"),
        (
            "Viết chữ thường không dấu, số và dấu nối: {clear}",
            "Small letters without accents, digits and hyphens: {clear}",
        ),
        (
            "Gõ tên thay cho mã: tên trùng nhau và đổi theo thời gian.",
            "A name typed for an id: names repeat and change.",
        ),
    ),
    "DVK215": message(
        ("“{typed}” không phải một thư mục trong không gian làm việc", "“{typed}” is not a folder of the workspace"),
        ("Viết các mã ngăn bằng “/”.", "Write ids joined by “/”."),
        (
            "Một đường dẫn chỉ ra ngoài ghi tệp vào chỗ không phải của mình.",
            "A path that leads out writes where it must not.",
        ),
    ),
    "DVK216": message(
        ("“{typed}” không chỉ tới một tài liệu", "“{typed}” does not name a document"),
        ("Viết đường dẫn từ gốc: {clear}.", "Write the path from the root: {clear}."),
        ("Báo cáo trả lời một nhiệm vụ không tìm thấy.", "A report answers an order that cannot be found."),
    ),
}
