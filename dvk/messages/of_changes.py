"""Sentences of the codes about a change that is to be merged (DVK601–633, DVK960)."""

from dvk.messages import Message, message

OF_CHANGES: dict[str, Message] = {
    "DVK601": message(
        (
            "Văn bản {which} mà sửa {parts}, vẫn để revision: {revision}",
            "The document is {which}; {parts} changed and revision: is still {revision}",
        ),
        (
            "Ghi revision: {next} và thêm vào changes: một mục “revision: {next}” có reason:; hoặc trả lại như cũ.",
            "Write revision: {next} and add an entry “revision: {next}” with its reason: to changes:; or undo it.",
        ),
        (
            "Văn bản đã ban hành, đã nhận bị sửa lặng lẽ, người nhận trước cầm bản khác.",
            "An issued or accepted document is changed silently, and those who got it hold another.",
        ),
    ),
    "DVK602": message(
        ("Lần sửa {revision}: {problem}", "Revision {revision}: {problem}"),
        (
            "Trong changes: giữ mọi mục cũ, và thêm mục “revision: …” có reason: cho lần sửa này.",
            "Keep every entry of changes: as it was, and add “revision: …” with a reason: for this one.",
        ),
        ("Có lần sửa mà không ai nói được vì sao.", "A revision, and nobody can say why."),
    ),
    "DVK603": message(
        (
            "Tài liệu đã gửi mà đổi {key}: từ {was} thành {now}",
            "The document was handed in, and its {key}: changed from {was} to {now}",
        ),
        (
            "Ghi lại {key}: {was}. Nếu nhầm từ đầu, ghi state: withdrawn ở đây và lập tệp mới ở đúng chỗ.",
            "Write {key}: {was} again. If it was wrong from the start, withdraw it and file a new one at its place.",
        ),
        (
            "Báo cáo của nơi này, kỳ này biến thành của nơi khác, kỳ khác.",
            "The report of one unit and period turns into that of another.",
        ),
    ),
    "DVK604": message(
        (
            "Thay đổi này bỏ {file}, nơi ghi các quy định kiểm tra",
            "This change takes {file} away, which holds the policy",
        ),
        ("Đưa {file} trở lại.", "Put {file} back."),
        ("Không còn quy định thì gì cũng được coi là đúng.", "Without a policy anything passes."),
    ),
    "DVK605": message(
        ("Tài liệu {which}: {problem} {found} {now}", "The document is {which}: {problem} {found} {now}"),
        (
            "Đưa tệp trở lại như cũ. Nếu không dùng nữa, giữ tệp ở đó và ghi state: withdrawn.",
            "Put the file back as it was. If it is not used any more, keep it there with state: withdrawn.",
        ),
        (
            "Báo cáo đã nộp biến mất, cuối năm không ai chứng minh được là đã nộp.",
            "A report that was filed is gone, and nobody can prove that it ever was.",
        ),
    ),
    "DVK606": message(
        (
            "Thư mục của {unit} đổi từ {was} thành {now}",
            "The folder of {unit} changes from {was} to {now}",
        ),
        (
            "Ghi “folder: {was}” cho đơn vị này. Đổi tên, đổi cấp trên đều giữ thư mục cũ.",
            "Write “folder: {was}” for this unit: with a new name or a new parent it keeps its folder.",
        ),
        (
            "Mọi báo cáo cũ của đơn vị nằm sai chỗ, đường dẫn trong văn bản khác không còn đúng.",
            "All its old reports lie in the wrong place, and references to them lead nowhere.",
        ),
    ),
    "DVK607": message(
        ("Mất {problem} {name}; số tài liệu dùng đến: {times}", "{problem} {name} is gone; used by documents: {times}"),
        (
            "Đưa mã này trở lại. Đơn vị thôi hoạt động thì ghi to: và một sự kiện; mã đã dùng thì không đổi.",
            "Put the id back. A unit that ended gets to: and an event; an id in use never changes.",
        ),
        ("Tài liệu cũ chỉ vào một mã không còn nữa.", "Old documents name an id that is gone."),
    ),
    "DVK608": message(
        (
            "Chỉ tiêu {indicator} đã có số liệu năm {years} mà đổi {key}: từ {was} thành {now}",
            "Indicator {indicator} has figures for {years}, and its {key}: changes from {was} to {now}",
        ),
        (
            "Ghi lại {key}: {was}. Cần cách tính khác thì thêm một chỉ tiêu có mã mới.",
            "Write {key}: {was} again. For another way to add it up, add an indicator with a new id.",
        ),
        (
            "Tổng của các năm trước đổi theo mà không báo cáo nào sửa.",
            "Totals of past years move though no report was changed.",
        ),
    ),
    "DVK609": message(
        ("Sửa điều đã ghi sổ: {problem} {was}", "What is on record was rewritten: {problem} {was}"),
        (
            "Trả lại như cũ; nếu ngày nộp ghi nhầm, tăng revision: và nói lý do trong changes:, người duyệt sẽ xem.",
            "Undo it; if the day was a slip, raise revision: and say why in changes: for the reviewer.",
        ),
        (
            "Báo cáo nộp chậm được sửa ngày thành đúng hạn.",
            "A late report gets an earlier day and is in time.",
        ),
    ),
    "DVK610": message(
        ("Đổi quy định {key}: từ “{was}” thành “{now}”", "The policy changes {key}: from “{was}” to “{now}”"),
        (
            "Người duyệt xem có đúng ý không. Thay đổi này vẫn được kiểm tra theo quy định cũ.",
            "The reviewer sees whether it is meant. This change itself is judged by the old policy.",
        ),
        ("Quy định đổi lẫn trong một loạt báo cáo, không ai để ý.", "A policy changes unseen among many reports."),
    ),
    "DVK611": message(
        ("Nới lỏng quy định {key}: từ “{was}” thành “{now}”", "A weaker policy, {key}: from “{was}” to “{now}”"),
        (
            "Người duyệt hỏi lý do trước khi nhận. Thay đổi này vẫn được kiểm tra theo quy định cũ.",
            "The reviewer asks why before it is merged. This change itself is judged by the old policy.",
        ),
        (
            "Hạ một lỗi xuống thành lưu ý là hết lỗi, mà số liệu vẫn sai.",
            "An error turned into a note is no error any more, and the figures are as wrong as before.",
        ),
    ),
    "DVK612": message(
        ("{problem}: tệp này quyết định {which}", "{problem}: it decides {which}"),
        (
            "dvk không đánh giá được tệp này: người phụ trách tự đọc rồi mới nhận.",
            "dvk cannot judge this file: whoever answers for it reads it before it is merged.",
        ),
        (
            "Việc kiểm tra bị tắt bởi chính thay đổi cần kiểm tra.",
            "The check is switched off by the very change that it is to check.",
        ),
    ),
    "DVK613": message(
        ("Không phải tệp thường: {problem}", "Not a plain file: {problem}"),
        ("Bỏ nó đi, chép chính tệp cần dùng vào đây.", "Remove it and put the file itself here."),
        (
            "Liên kết dẫn ra ngoài, tới tệp của máy người xem.",
            "A link leads out, to files of whoever opens it.",
        ),
    ),
    "DVK614": message(
        ("Tệp được phép chạy như chương trình", "The file may be run as a program"),
        (
            "Tài liệu không cần quyền này: xoá tệp rồi tải lên lại qua trang web (git update-index --chmod=-x TỆP).",
            "A document never needs that: delete it and upload it again on the web (git update-index --chmod=-x FILE).",
        ),
        ("Một chương trình lẫn giữa các báo cáo.", "A program among the reports."),
    ),
    "DVK615": message(
        ("Tên tệp {name}: {problem}", "File name {name}: {problem}"),
        (
            "Đặt tên chỉ có chữ thường không dấu, số, dấu gạch nối và dấu chấm trước đuôi.",
            "Use small letters without marks, digits, dashes, and one dot before the ending.",
        ),
        (
            "Tệp trông như tên khác, hoặc máy khác không lấy về được.",
            "A file looks as if it had another name, or cannot be fetched on another machine.",
        ),
    ),
    "DVK616": message(
        (
            "{name} và {other} chỉ khác chữ hoa, chữ thường hoặc cách ghép dấu",
            "{name} and {other} differ in capitals or in how marks are put together only",
        ),
        (
            "Giữ một tên. Trên Windows và macOS hai tên này là một tệp, tệp sau đè tệp trước.",
            "Keep one. On Windows and macOS the two are one file, and one overwrites the other.",
        ),
        ("Lấy về máy khác thì mất một trong hai tệp.", "On another machine one of the two files is lost."),
    ),
    "DVK617": message(
        (
            "Số {number} năm {year} đã cấp cho {first}, văn bản ấy nay không mang số này nữa",
            "Number {number} of {year} was given to {first} before, which does not have it any more",
        ),
        (
            "Lấy số tiếp theo: dvk number. Số đã cấp không dùng lại.",
            "Take the next one: dvk number. None is used again.",
        ),
        ("Hai văn bản đã ký mang một số.", "Two signed papers with one number."),
    ),
    "DVK618": message(
        (
            "Kế hoạch đã ban hành: {problem} {parts}",
            "The plan is issued: {problem} {parts}",
        ),
        (
            "Người duyệt xem hạn, khoá sổ và danh sách đơn vị mới có đúng văn bản sửa đổi không.",
            "The reviewer compares the new days, locks and units with the paper that changes the plan.",
        ),
        (
            "Hạn được dời sau khi đã trễ, người trễ thành đúng hạn.",
            "A deadline is moved after it was missed, and whoever missed it is in time.",
        ),
    ),
    "DVK619": message(
        (
            "{problem}: {obligation} khoá sổ ngày {lock}, thay đổi này đến ngày {day}",
            "{problem}: {obligation} was locked after {lock}, and this change is of {day}",
        ),
        (
            "Xin cấp trên mở khoá trong kế hoạch (unlocks:) bằng một thay đổi riêng, rồi nộp lại.",
            "Ask the unit above for an exception in its plan (unlocks:), as a change of its own, then file again.",
        ),
        (
            "Số đã chốt, đã báo lên trên, sau đó bị sửa.",
            "Figures that were closed and passed on are changed afterwards.",
        ),
    ),
    "DVK630": message(
        (
            "Kế hoạch của {unit} thay thế {plan} của {issuer}, không phải cấp dưới",
            "A plan of {unit} replaces {plan} of {issuer}, which does not stand below it",
        ),
        (
            "Bỏ khỏi supersedes:. Chỉ nơi ban hành hoặc cấp trên mới thay thế; để triển khai thì ghi superior_plan:.",
            "Take it out of supersedes:, which only its issuer or a unit above may; superior_plan: carries one out.",
        ),
        (
            "Cấp dưới tự ban hành một văn bản là hết mọi hạn nộp mà cấp trên đã giao.",
            "A subordinate issues a paper, and every deadline that the unit above set is gone.",
        ),
    ),
    "DVK631": message(
        (
            "{problem}: không phải tài liệu của dvk, không thuộc thư mục đơn vị nào",
            "{problem}: it is no document of dvk and lies in no unit's folder",
        ),
        (
            "dvk không đọc tệp này: người duyệt tự mở xem; không cần cho công việc thì bỏ khỏi đề nghị.",
            "dvk does not read it: the reviewer opens it, and leaves it out where the work does not need it.",
        ),
        (
            "Một tệp lạ đi kèm báo cáo, không ai mở xem.",
            "A strange file comes along with a report, and nobody opens it.",
        ),
    ),
    "DVK632": message(
        (
            "Ngày nộp đã ghi sổ sửa từ {was} thành {now}",
            "The day of filing on record changes from {was} to {now}",
        ),
        (
            "Người duyệt đối chiếu với dấu đến hoặc sổ công văn: ngày này có thể quyết định đúng hạn hay chậm.",
            "The reviewer compares it with the day stamped on the paper: it may decide what was in time.",
        ),
        (
            "Báo cáo nộp chậm được đính chính ngày thành đúng hạn.",
            "A late report gets an earlier day as a correction, and is in time.",
        ),
    ),
    "DVK633": message(
        ("Được duyệt khi còn thiếu {units}", "It is approved without {units}"),
        (
            "Đọc lý do; chưa thoả đáng thì chờ đơn vị đó được duyệt rồi duyệt lại.",
            "Read the reason; if it will not do, wait until that unit is approved, and approve it then.",
        ),
        (
            "Tổng của cấp trên được duyệt mà người xét không biết còn thiếu nơi nào.",
            "The total of the unit above is approved, and the reviewer does not know who is missing from it.",
        ),
    ),
    "DVK960": message(
        (
            "Bản sao git bị cắt (shallow): không biết thay đổi bắt đầu từ đâu so với {base}",
            "A shallow clone: where the change began, compared with {base}, is not known",
        ),
        (
            "Lấy đủ lịch sử rồi kiểm tra lại: git fetch --unshallow (trên CI: fetch-depth: 0).",
            "Fetch the whole history and check again: git fetch --unshallow (in CI: fetch-depth: 0).",
        ),
        (
            "So với một chỗ đoán mò thì tệp của người khác cũng thành tệp bị sửa.",
            "Compared with a guess, files of others look changed.",
        ),
    ),
    "DVK961": message(
        ("Tuỳ chọn {option} chỉ dùng cùng --base", "The option {option} goes with --base only"),
        ("Viết thêm --base và nhánh chính, như --base main.", "Add --base and the main branch, as --base main."),
        (
            "Lệnh chạy xong mà bỏ qua điều đã dặn.",
            "A command that leaves out what it was told.",
        ),
    ),
}
