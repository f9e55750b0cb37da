"""Sentences of the codes about what one document says (DVK3xx)."""

from dvk.messages import Message, message

_LOST_DEADLINE = (
    "Một hạn nộp viết nửa chừng không nhắc được ai.",
    "A deadline written half way reminds nobody.",
)

OF_DOCUMENTS: dict[str, Message] = {
    "DVK301": message(
        ("Nhiệm vụ có nhiều cách ghi hạn: {ways}", "The obligation gives its date in several ways: {ways}"),
        (
            "Giữ một: before, by, days_after hoặc embedded_in.",
            "Keep one of before, by, days_after and embedded_in.",
        ),
        _LOST_DEADLINE,
    ),
    "DVK302": message(
        (
            "“{key}: {typed}” không hợp với nhiệm vụ {repeats}",
            "“{key}: {typed}” does not go with an obligation {repeats}",
        ),
        (
            "Có every_year thì viết tháng-ngày và kỳ không có năm (H1, year); không có thì viết đủ năm.",
            "With every_year write month-day and a period without a year (H1, year); without it write the year.",
        ),
        (
            "Kế hoạch hằng năm mà ghi hạn của một năm: từ năm sau không ai bị nhắc.",
            "A yearly plan with the date of one year: from the next year on nobody is reminded.",
        ),
    ),
    "DVK303": message(
        ("Kế hoạch đã ban hành mà không có ngày", "The plan is issued but has no day"),
        (
            "Ghi date: ngày ban hành, hoặc effective: ngày bắt đầu thực hiện.",
            "Give date: (of issue) or effective: (from when it holds).",
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
            "Chỉ tiêu “{indicator}” ghi hai lần trong “{section}”",
            "The indicator “{indicator}” is given twice in “{section}”",
        ),
        ("Giữ một số; số đứng trước đang được tính.", "Keep one figure; the first one counts for now."),
        (
            "Chép bảng cũ rồi điền thêm dòng mới, số bị ghi hai lần.",
            "An old table is copied and a new row added: counted twice.",
        ),
    ),
    "DVK306": message(
        ("Ghi null cho “{indicator}” mà không nêu lý do", "Null for “{indicator}” without a reason"),
        (
            "Thêm reason: vì sao chưa có số; nếu kết quả bằng không, viết 0.",
            "Add reason: why there is no figure; if the result is nothing, write 0.",
        ),
        ("“Không có số liệu” và “bằng không” bị hiểu lẫn nhau.", "“No data” and “none” are taken for each other."),
    ),
    "DVK308": message(
        ("Ngày kết thúc {end} đứng trước ngày bắt đầu {start}", "It ends on {end}, before it starts on {start}"),
        ("Sửa from hoặc to.", "Correct from or to."),
        ("Đảo hai ngày làm một đơn vị biến mất khỏi cây tổ chức.", "Two days swapped: a unit vanishes from the tree."),
    ),
    "DVK309": message(
        ("Không có nhiệm vụ hay sự kiện “{name}” trong kế hoạch này", "This plan has no obligation or event “{name}”"),
        ("Sửa mã. {near}", "Correct the id. {near}"),
        _LOST_DEADLINE,
    ),
    "DVK310": message(
        ("Nhiệm vụ không nói ai phải làm", "The obligation does not say who owes it"),
        ("Ghi level:, kind: hoặc units: dưới who:.", "Give level:, kind: or units: under who:."),
        ("Việc giao cho tất cả là việc không của ai.", "What is everybody's work is nobody's."),
    ),
    "DVK311": message(
        (
            "Tỷ lệ “{indicator}” có {part} “{name}” không cộng được qua các đơn vị",
            "The {part} “{name}” of the ratio “{indicator}” does not add over units",
        ),
        (
            "Tử số và mẫu số phải là chỉ tiêu có trong danh mục với over_units: sum.",
            "Both parts must be indicators of the catalogue with over_units: sum.",
        ),
        (
            "Lấy trung bình các tỷ lệ phần trăm của xã ra một số không có nghĩa.",
            "Averaging percentages of communes means nothing.",
        ),
    ),
    "DVK312": message(
        (
            "Chỉ tiêu “{indicator}” không nói cộng thế nào: sẽ không được cộng",
            "The indicator “{indicator}” has no operator: it is not added",
        ),
        (
            "Ghi over_time và over_units (phát sinh: sum, sum; đang có: last, sum), hoặc viết none nếu đúng ý.",
            "Give over_time and over_units (flow: sum, sum; stock: last, sum), or write none if that is meant.",
        ),
        (
            "Cộng dồn số đoàn viên của 12 tháng thành gấp 12.",
            "Members of twelve months are added up to twelve times as many.",
        ),
    ),
    "DVK313": message(
        ("Chỉ tiêu giao cho “{indicator}”: {problem}", "The target for “{indicator}”: {problem}"),
        (
            "each và per cần who:; khoảng phải viết từ nhỏ đến lớn.",
            "each and per need who:; a range goes from the smaller to the larger.",
        ),
        (
            "Chỉ tiêu không nói giao cho ai thì cuối năm không đánh giá được.",
            "A target for nobody cannot be judged at year's end.",
        ),
    ),
    "DVK314": message(
        ("Văn bản đã ban hành thiếu {what}", "The issued document lacks {what}"),
        (
            "Điền khi có; nếu nguồn không ghi, thêm vào inferred: hoặc để note.",
            "Fill it in when known; if the source does not show it, list it under inferred:.",
        ),
        ("Văn bản phát đi không số thì nơi nhận không đối chiếu được.", "A document without a number cannot be cited."),
    ),
}
