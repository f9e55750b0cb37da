"""Sentences of the codes about what one document says (DVK3xx)."""

from dvk.messages import Message, message

_LOST_DEADLINE = (
    "Một hạn nộp viết nửa chừng không nhắc được ai.",
    "A deadline written half way reminds nobody.",
)

_WRONG_YEAR = (
    "Ngày văn bản gõ nhầm năm: hiệu lực và hạn nộp đi theo một ngày không có thật.",
    "A document dated in a wrong year: what it orders holds from a day that never was.",
)

OF_DOCUMENTS: dict[str, Message] = {
    "DVK301": message(
        (
            "Hạn phải ghi bằng đúng một cách, ở đây có: {ways}",
            "A date is given in exactly one way, here there is: {ways}",
        ),
        (
            "Giữ một: before, by, embedded_in, hoặc days_after đi cùng of.",
            "Keep one: before, by, embedded_in, or days_after together with of.",
        ),
        _LOST_DEADLINE,
    ),
    "DVK302": message(
        (
            "“{key}: {typed}” không hợp với nhiệm vụ {repeats}",
            "“{key}: {typed}” does not go with an obligation {repeats}",
        ),
        (
            "Viết: {clear}. Việc hằng năm ghi tháng-ngày và kỳ không có năm (05-15, H1, year).",
            "Write: {clear}. What comes every year has month-day and a period without a year (05-15, H1, year).",
        ),
        (
            "Kế hoạch hằng năm mà ghi hạn của một năm: từ năm sau không ai bị nhắc.",
            "A yearly plan with the date of one year: from the next year on nobody is reminded.",
        ),
    ),
    "DVK303": message(
        ("Kế hoạch đã ban hành mà không có ngày", "The plan is issued but has no day"),
        (
            "Thêm dòng “date: …” (ngày ban hành) hoặc “effective: …” (ngày bắt đầu thực hiện).",
            "Add a line “date: …” (of issue) or “effective: …” (from when it holds).",
        ),
        ("Kế hoạch không ngày không giao được việc cho ai.", "A plan without a day orders nothing."),
    ),
    "DVK304": message(
        ("Mã “{id}” dùng hai lần trong “{key}”", "The id “{id}” stands twice in “{key}”"),
        ("Đặt mã khác cho một trong hai.", "Give one of them another id."),
        (
            "Hai mục cùng mã: nơi khác chỉ tới mã đó là chỉ tới mục nào?",
            "Two entries of one id: which is meant elsewhere?",
        ),
    ),
    "DVK305": message(
        (
            "Chỉ tiêu “{indicator}” ghi hai lần trong “{key}”",
            "The indicator “{indicator}” is given twice in “{key}”",
        ),
        (
            "Giữ một dòng, xoá dòng kia; số đứng trước đang được tính.",
            "Keep one row and delete the other; the first one counts for now.",
        ),
        (
            "Chép bảng cũ rồi điền thêm dòng mới, số bị ghi hai lần.",
            "An old table is copied and a new row added: counted twice.",
        ),
    ),
    "DVK306": message(
        ("Ghi null cho “{indicator}” mà không nêu lý do", "Null for “{indicator}” without a reason"),
        (
            "Thêm dòng “reason: …” nói vì sao chưa có số; nếu kết quả bằng không, viết 0.",
            "Add a line “reason: …” why there is no figure; if the result is nothing, write 0.",
        ),
        ("“Không có số liệu” và “bằng không” bị hiểu lẫn nhau.", "“No data” and “none” are taken for each other."),
    ),
    "DVK308": message(
        ("Ngày kết thúc {end} đứng trước ngày bắt đầu {start}", "It ends on {end}, before it starts on {start}"),
        (
            "Sửa một trong hai ngày; ngày kết thúc là ngày cuối cùng còn hiệu lực.",
            "Correct one of them; the end is the last day that counts.",
        ),
        ("Đảo hai ngày làm một đơn vị biến mất khỏi cây tổ chức.", "Two days swapped: a unit vanishes from the tree."),
    ),
    "DVK309": message(
        ("“{key}: {name}” không dẫn tới một hạn nào của kế hoạch này", "“{key}: {name}” leads to no date of this plan"),
        (
            "Ghi mã một nhiệm vụ có hạn (of: hoặc một sự kiện), không vòng lại, không qua hơn {most} nhiệm vụ. {near}",
            "Give the id of a dated obligation (of: or an event), in no circle and over no more than {most}. {near}",
        ),
        _LOST_DEADLINE,
    ),
    "DVK310": message(
        ("Nhiệm vụ không nói ai phải làm", "The obligation does not say who owes it"),
        (
            "Thêm dưới who: một dòng như “level: [district]”, “kind: […]” hoặc “units: […]”.",
            "Add below who: a line such as “level: [district]”, “kind: […]” or “units: […]”.",
        ),
        ("Việc giao cho tất cả là việc không của ai.", "What is everybody's work is nobody's."),
    ),
    "DVK311": message(
        (
            "Tỷ lệ “{indicator}” chưa có {part} cộng được qua các đơn vị: {name}",
            "The ratio “{indicator}” has no {part} that adds over units: {name}",
        ),
        (
            "Ghi “{key}: …” là mã một chỉ tiêu của danh mục có over_units: sum. {near}",
            "Give “{key}: …”, the id of an indicator of the catalogue with over_units: sum. {near}",
        ),
        (
            "Lấy trung bình các tỷ lệ phần trăm của xã ra một số không có nghĩa.",
            "Averaging percentages of communes means nothing.",
        ),
    ),
    "DVK312": message(
        (
            "Chỉ tiêu “{indicator}” không nói cộng thế nào (thiếu {missing}): sẽ không được cộng",
            "The indicator “{indicator}” does not say how it adds ({missing}): it is not added",
        ),
        (
            "Thêm {missing}: số phát sinh là sum, sum; số đang có là last, sum; viết none nếu đúng là không cộng.",
            "Add {missing}: a flow is sum, sum; a stock is last, sum; write none if it is not to be added.",
        ),
        (
            "Cộng dồn số đoàn viên của 12 tháng thành gấp 12.",
            "Members of twelve months are added up to twelve times as many.",
        ),
    ),
    "DVK313": message(
        ("Chỉ tiêu giao “{indicator}” chưa rõ: {problem}", "The target for “{indicator}” is unclear: {problem}"),
        (
            "Với each và per, thêm “who: {{level: […]}}”; khoảng viết từ value nhỏ đến upper lớn.",
            "With each and per, add “who: {{level: […]}}”; a range goes from value up to upper.",
        ),
        (
            "Chỉ tiêu không nói giao cho ai thì cuối năm không đánh giá được.",
            "A target for nobody cannot be judged at year's end.",
        ),
    ),
    "DVK314": message(
        ("Văn bản đã ban hành thiếu “{what}”", "The issued document lacks “{what}”"),
        (
            "Điền khi biết; nếu bản nguồn không ghi, thêm dòng “inferred: [{mark}]”.",
            "Fill it in when known; if the source does not show it, add a line “inferred: [{mark}]”.",
        ),
        ("Văn bản phát đi không số thì nơi nhận không đối chiếu được.", "A document without a number cannot be cited."),
    ),
    "DVK315": message(
        (
            "“{key}:” để trống nên nhiệm vụ không có ngày đó",
            "“{key}:” stands empty, so the obligation has no such day",
        ),
        (
            "Ghi ngày sau dấu hai chấm; nếu không có hạn, xoá cả dòng.",
            "Give the day after the colon; if there is none, remove the line.",
        ),
        (
            "Mẫu kế hoạch điền dở đã ban hành: nhiệm vụ không hạn mà ai cũng tưởng có.",
            "A plan is issued half filled in: everybody thinks there is a deadline, and there is none.",
        ),
    ),
    "DVK316": message(
        ("Ngày {day} ghi hai lần", "The day {day} is given twice"),
        ("Giữ một; dòng đầu đang được dùng.", "Keep one; the first one holds for now."),
        (
            "Một ngày vừa nghỉ vừa làm bù, hai quy định cùng từ một ngày: bên nào đúng?",
            "One day both off and worked, two rules from one day: which one is it?",
        ),
    ),
    "DVK317": message(
        ("Ngày nộp {day} {problem} {limit}", "Filed on {day}, {problem} {limit}"),
        (
            "Sửa ngày ở submitted:, hoặc date:, period: của tệp; thường là gõ nhầm năm hay tháng.",
            "Correct the day of submitted:, or date: or period:; mostly a year or a month was mistyped.",
        ),
        (
            "Gõ nhầm năm của ngày nộp: đơn vị nộp đúng hạn thành chậm, nộp chậm thành đúng hạn.",
            "A mistyped year: who was in time seems late, who was late seems in time.",
        ),
    ),
    "DVK318": message(
        ("Kế hoạch ghi ngày {day}, {problem} {limit}", "The plan is dated {day}, {problem} {limit}"),
        ("Sửa năm ở date: hoặc ở period:.", "Correct the year of date: or of period:."),
        _WRONG_YEAR,
    ),
    "DVK319": message(
        (
            "Văn bản ghi ngày {day}, đứng trước căn cứ “{cited}” ngày {limit}",
            "The document is dated {day}, before “{cited}” of {limit}, which it cites",
        ),
        (
            "Sửa date: của văn bản, hoặc ngày của căn cứ trong legal_bases:.",
            "Correct its date:, or the date of what it cites in legal_bases:.",
        ),
        _WRONG_YEAR,
    ),
    "DVK320": message(
        (
            "Mục mô hình phải có đúng một trong hai: model hoặc name; ở đây {problem}",
            "A model is given by either model or name; here {problem}",
        ),
        (
            "Mô hình đã đăng ký: model: <đường dẫn>#<mã>; mô hình chưa từng đăng ký: name: <tên>.",
            "A registered model: model: <path>#<id>; one that was never registered: name: <its name>.",
        ),
        (
            "Kết quả không biết là của mô hình nào thì không vào danh sách nào.",
            "A result of nobody knows which model enters no list.",
        ),
    ),
    "DVK321": message(
        (
            "Mô hình “{model}”: các nguồn cộng lại {sum}, kinh phí ghi {budget} (chênh {difference})",
            "Model “{model}”: the sources add up to {sum}, the budget is {budget} (difference {difference})",
        ),
        (
            "Sửa một khoản hoặc budget:; số ước lượng thì thêm bound: about.",
            "Correct one of them or budget:; what is an estimate gets bound: about.",
        ),
        (
            "Bảng kinh phí theo nguồn không khớp tổng kinh phí xin duyệt.",
            "The table of sources does not match the budget that is asked for.",
        ),
    ),
    "DVK322": message(
        ("Không có thành phần “{component}”", "There is no component “{component}”"),
        (
            "Sửa tên; docs/files.md có danh sách các thành phần. {near}",
            "Correct the name; docs/files.md lists the components. {near}",
        ),
        (
            "Gõ sai tên một thành phần: văn bản in ra vẫn như cũ mà không ai biết vì sao.",
            "A mistyped component: the paper looks as before and nobody knows why.",
        ),
    ),
    "DVK323": message(
        (
            "{key}: {typed} nằm ngoài khoảng từ {least} đến {most} {measure}",
            "{key}: {typed} is not from {least} to {most} {measure}",
        ),
        ("Xem lại đơn vị: lề mm, cỡ chữ pt, thụt dòng cm.", "Look at the unit: margins mm, sizes pt, first line cm."),
        (
            "Gõ cm thay cho mm: chữ tràn ra mép giấy, máy in cắt mất.",
            "Centimetres for millimetres: words run over the edge and are cut off.",
        ),
    ),
}
