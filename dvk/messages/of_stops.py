"""Sentences of the codes that end a command (DVK9xx)."""

from dvk.messages import Message, message

_STOP = ("dvk không đoán khi không biết.", "dvk does not guess where it does not know.")

OF_STOPS: dict[str, Message] = {
    "DVK901": message(
        ("Không có phiên bản “{rev}” trong git", "git has no revision “{rev}”"),
        ("Dùng một commit, nhánh, thẻ, hoặc một ngày.", "Give a commit, a branch, a tag, or a day."),
        _STOP,
    ),
    "DVK902": message(
        ("{root} không nằm trong một kho git", "{root} is not in a git repository"),
        (
            "Chạy trong kho git; chưa có thì: git init, git add --all, git commit.",
            "Run it in a git repository; to make one: git init, git add --all, git commit.",
        ),
        _STOP,
    ),
    "DVK903": message(
        ("{command} không chạy được: {problem}", "{command} failed: {problem}"),
        ("Chạy “git status” ở thư mục này để xem vì sao.", "Run “git status” here to see why."),
        _STOP,
    ),
    "DVK904": message(
        ("Chưa cài git", "git is not installed"),
        ("Cài git rồi chạy lại.", "Install git and try again."),
        _STOP,
    ),
    "DVK905": message(
        ("Kho git này không có gì đến hết ngày {day}", "This repository holds nothing by the end of {day}"),
        (
            "Chọn một ngày muộn hơn; nếu bản sao bị cắt (shallow), lấy đủ lịch sử: git fetch --unshallow.",
            "Choose a later day; if the clone is cut off (shallow), fetch all of it: git fetch --unshallow.",
        ),
        _STOP,
    ),
    "DVK906": message(
        ("Ở {root} và các thư mục trên nó không có dvk.yaml", "There is no dvk.yaml at or above {root}"),
        ("Chuyển vào không gian làm việc, hoặc tạo mới: dvk init.", "Change into a workspace, or make one: dvk init."),
        _STOP,
    ),
    "DVK907": message(
        ("Không có {what} “{name}”", "There is no {what} “{name}”"),
        ("{near}", "{near}"),
        _STOP,
    ),
    "DVK908": message(
        ("{option}: “{typed}” không dùng được", "{option}: “{typed}” cannot be used"),
        ("Viết: {clear}.", "Write: {clear}."),
        _STOP,
    ),
    "DVK909": message(
        ("{path} đã có", "{path} exists already"),
        (
            "Chọn tên hoặc thư mục khác; tệp có sẵn chỉ bị ghi đè bằng --force, ở lệnh có tuỳ chọn đó.",
            "Choose another name or folder; a file is overwritten only with --force, where the command has it.",
        ),
        _STOP,
    ),
    "DVK910": message(
        ("Không ghi được {path}: {problem}", "{path} cannot be written: {problem}"),
        ("Kiểm tra quyền ghi và chỗ trống trên đĩa.", "Check the permissions and the free space."),
        _STOP,
    ),
    "DVK911": message(
        ("Không đọc được {path}: {problem}", "{path} cannot be read: {problem}"),
        ("Kiểm tra quyền đọc của tệp.", "Check the permissions of the file."),
        _STOP,
    ),
    "DVK912": message(
        ("Đơn vị “{unit}” không hoạt động trong năm {year}", "The unit “{unit}” was not open in {year}"),
        ("Hỏi một năm khác: --year {near_year}.", "Ask about another year: --year {near_year}."),
        _STOP,
    ),
    "DVK913": message(
        ("{path} đã bị sửa trong lúc dvk đang ghi", "{path} was changed while dvk was writing"),
        ("Xem lại tệp rồi chạy lại lệnh; chưa có gì bị thay đổi.", "Look at it and try again; nothing was written."),
        _STOP,
    ),
    "DVK914": message(
        ("Không có trường “{field}”", "There is no field “{field}”"),
        (
            "{near} {which} Liệt kê các trường của tệp: dvk set TỆP.",
            "{near} {which} List the fields of the file: dvk set FILE.",
        ),
        _STOP,
    ),
    "DVK915": message(
        ("“{field}” không nhận một giá trị: đó là {found}", "“{field}” takes no single value: it is a {found}"),
        ("Ghi vào một trường bên trong: {clear}. {which}", "Set a field in it: {clear}. {which}"),
        _STOP,
    ),
    "DVK916": message(
        ("Lệnh này không sửa được “{field}”: {problem}", "“{field}” cannot be edited by command: {problem}"),
        ("Sửa bằng trình soạn thảo, rồi chạy: dvk check.", "Edit the file by hand, then run: dvk check."),
        _STOP,
    ),
    "DVK917": message(
        ("Lệnh này không dùng được cho {path}: {problem}", "This command does not take {path}: {problem}"),
        (
            "Nêu tên một tài liệu: dvk.yaml, hoặc tệp trong units/, plans/, registrations/, reports/, stories/.",
            "Name a document: dvk.yaml, or a file in units/, plans/, registrations/, reports/, stories/.",
        ),
        _STOP,
    ),
    "DVK918": message(
        (
            "Ngày {day}, đơn vị “{unit}” không thuộc {issuer} và kế hoạch {plan} không hỏi đơn vị đó",
            "On {day} the unit “{unit}” does not stand below {issuer}, and the plan {plan} does not ask it",
        ),
        (
            "Chọn kế hoạch của cấp trên đơn vị, một ngày khác (--date), hoặc bỏ --from.",
            "Choose a plan of a unit above it, another day (--date), or leave out --from.",
        ),
        _STOP,
    ),
    "DVK919": message(
        ("Thiếu {option}", "{option} is missing"),
        (
            "Thêm {option} …; ở terminal thì dvk hỏi từng điều còn thiếu (xem --help).",
            "Add {option} …; at a terminal dvk asks for what is missing (see --help).",
        ),
        _STOP,
    ),
    "DVK920": message(
        ("Đơn vị “{unit}” không hoạt động ({when})", "The unit “{unit}” was not open ({when})"),
        (
            "Đơn vị hoạt động {first} – {last}; chọn kỳ hoặc ngày trong khoảng đó.",
            "It is open {first} – {last}; choose a period or day between.",
        ),
        _STOP,
    ),
    "DVK921": message(
        ("Dạng {form} không in ra màn hình được", "A terminal cannot show {form}"),
        ("Ghi vào tệp: {clear}.", "Write it into a file: {clear}."),
        ("Màn hình đầy ký tự lạ.", "A screen full of odd characters."),
    ),
    "DVK922": message(
        ("Đuôi của {path} không hợp với dạng {form}", "The ending of {path} does not go with {form}"),
        (
            "Dùng: {clear}; máy chọn chương trình mở tệp theo đuôi.",
            "Use: {clear}; the ending says which program opens the file.",
        ),
        ("Gửi đi một tệp mà máy nào cũng không mở được.", "Sending a file that opens nowhere."),
    ),
    "DVK923": message(
        ("{path} không phải tài liệu để in ra Word", "{path} is not printed as a Word document"),
        (
            "In được: kế hoạch (plans/), đăng ký (registrations/), báo cáo (reports/), và tổng hợp: --rollup UNIT.",
            "Printed are plans (plans/), registrations (registrations/), reports (reports/); a roll-up: --rollup UNIT.",
        ),
        _STOP,
    ),
    "DVK924": message(
        ("Chưa in {path}: tệp còn lỗi về dạng", "{path} is not printed: its form is broken"),
        ("Xem lỗi: dvk check {path}.", "See what is wrong: dvk check {path}."),
        ("Không in ra nửa văn bản.", "Half a document is never printed."),
    ),
    "DVK925": message(
        ("Mẫu {template} không dùng được: {fault}", "The template {template} cannot be used: {fault}"),
        (
            "Sửa và lưu lại mẫu bằng Word (.docx), hoặc xoá nó để dùng mẫu của dvk.",
            "Mend it and save it from Word (.docx), or remove it, and dvk's own is used.",
        ),
        (
            "Một mẫu lạ không chạy lệnh, không mở tệp, không làm treo máy.",
            "A template from elsewhere runs nothing, opens nothing and blocks nobody.",
        ),
    ),
    "DVK926": message(
        ("Mẫu {template}, {part} {paragraph}, thẻ {tag}: {fault}", "{template}, {part} {paragraph}, {tag}: {fault}"),
        (
            "Sửa thẻ đó trong Word; tên các thẻ có ở docs/templates.md.",
            "Mend it in Word; docs/templates.md lists the tags.",
        ),
        ("Một thẻ gõ sai không thành chỗ trống trong văn bản.", "A tag typed wrongly does not leave a blank."),
    ),
    "DVK927": message(
        (
            "{path}: quanh đơn vị “{unit}” có hơn {most} cấp chồng lên nhau hoặc đi vòng",
            "{path}: around the unit “{unit}” more than {most} levels stand above each other, or go in a circle",
        ),
        (
            "Sửa parent: của các đơn vị ở đó; một tổ chức chỉ có vài cấp.",
            "Correct parent: of the units there; an organisation has a handful of levels.",
        ),
        (
            "Danh sách đơn vị chép lệch một dòng: mỗi xã thành cấp trên của xã sau.",
            "A list of units pasted one row off: every commune becomes the one above the next.",
        ),
    ),
    "DVK928": message(
        ("Chưa có đơn vị nào trong units/", "There is no unit in units/ yet"),
        (
            "Khai đơn vị ở một tệp trong units/; nếu đã khai thì tệp đó chưa đọc được, xem: dvk check",
            "Declare units in a file in units/; where they are, the file cannot be read, see: dvk check",
        ),
        _STOP,
    ),
    "DVK929": message(
        ("Chưa biết “{unit}” ký hiệu văn bản thế nào", "It is not known how “{unit}” signs its numbers"),
        (
            "Ghi ký hiệu cơ quan, có thể kèm bộ phận soạn thảo: --code TĐTN-TCKT.",
            "Name the code of the body, with the department that drafted it: --code TĐTN-TCKT.",
        ),
        _STOP,
    ),
    "DVK930": message(
        ("Số {number} đã dùng ở {first}", "The number {number} is used already, in {first}"),
        (
            "Lấy số {next}, hoặc xem sổ: dvk number --list {unit} --year {year}.",
            "Take {next}, or look at the register: dvk number --list {unit} --year {year}.",
        ),
        ("Hai văn bản cùng một số trong năm.", "Two documents of one number in a year."),
    ),
    "DVK931": message(
        ("{path} đã mang số {number}", "{path} has the number {number} already"),
        (
            "Số của văn bản đã ban hành giữ nguyên; nếu gõ nhầm thì sửa: dvk set {path} number …",
            "What was issued keeps its number; where it was mistyped: dvk set {path} number …",
        ),
        ("Văn bản đã gửi đi bỗng mang số khác.", "A document that was sent out bears another number."),
    ),
    "DVK933": message(
        ("Mẫu {template} in ra tệp hỏng: {fault}", "{template} gives a broken file: {fault}"),
        (
            "Mở mẫu bằng Word, sửa chỗ đó, lưu lại; tìm chỗ sai: dvk templates lint.",
            "Open the template in Word and mend it; to find the place: dvk templates lint.",
        ),
        ("Không ai nhận một tệp mà Word không mở được.", "Nobody is sent a file that Word cannot open."),
    ),
    "DVK934": message(
        (
            "Mẫu {template}, đoạn {paragraph}, {tag}: {component} {fault}",
            "{template}, paragraph {paragraph}, {tag}: {component} {fault}",
        ),
        (
            "Sửa mẫu trong Word; dvk templates lint nói rõ từng chỗ.",
            "Mend the template in Word; dvk templates lint names each place.",
        ),
        (
            "Văn bản ra khỏi cơ quan mà thiếu phần bắt buộc của thể thức.",
            "A paper leaves the office without a part that its form must have.",
        ),
    ),
    "DVK935": message(
        (
            "Mẫu {template}, {part} {paragraph}, “{tag}”: {fault}",
            "{template}, {part} {paragraph}, “{tag}”: {fault}",
        ),
        (
            "Sửa mẫu trong Word; dvk templates lint nói rõ từng chỗ.",
            "Mend the template in Word; dvk templates lint names each place.",
        ),
        ("Văn bản đã ký mà còn nguyên thẻ của mẫu.", "A signed paper with a tag of the template in it."),
    ),
    "DVK936": message(
        ("Chưa cài LibreOffice", "LibreOffice is not installed"),
        (
            "Cài LibreOffice (https://www.libreoffice.org) rồi chạy lại; hoặc mở .docx bằng Word, lưu thành PDF.",
            "Install it (https://www.libreoffice.org) and try again; or open the .docx in Word, save it as PDF.",
        ),
        _STOP,
    ),
    "DVK937": message(
        ("LibreOffice không chuyển được {path} sang .{into}", "LibreOffice cannot turn {path} into .{into}"),
        (
            "Mở tệp bằng Word hoặc LibreOffice để xem có mở được không, rồi tự lưu thành .{into}.",
            "Open it in Word or LibreOffice to see whether it opens, and save it as .{into} there.",
        ),
        ("Một tệp hỏng không làm treo máy.", "A broken file blocks nobody."),
    ),
    "DVK938": message(
        ("Lệnh dvk {command}: {fault}", "dvk {command}: {fault}"),
        ("Viết một trong: {clear}.", "Write one of: {clear}."),
        _STOP,
    ),
    "DVK939": message(
        ("{path} không phải kế hoạch của {unit}", "{path} is not a plan of {unit}"),
        (
            "Chọn kế hoạch của chính đơn vị, hoặc bỏ --signatory để chừa trống. Của {unit}: {own}.",
            "Choose one of its own, or leave out --signatory for a blank. Of {unit}: {own}.",
        ),
        ("Công văn ra khỏi cơ quan với người ký của cơ quan khác.", "A letter signed by somebody of another office."),
    ),
    "DVK940": message(
        ("Chưa in: không có thể thức “{profile}”", "Not printed: there is no format profile “{profile}”"),
        (
            "Sửa tên (dvk check chỉ ra chỗ), hoặc thêm tệp templates/profiles/{profile}.yaml. {near}",
            "Correct the name (dvk check says where), or add templates/profiles/{profile}.yaml. {near}",
        ),
        (
            "Văn bản in theo thể thức của cơ quan khác mà không ai biết.",
            "A paper in the form of another office, and nobody knows.",
        ),
    ),
}
