"""Sentences of the codes about numbers of documents, due days and departments (DVK429–434)."""

from dvk.messages import Message, message

_NOBODY_REMINDED = (
    "Gõ nhầm một con số của năm: cả năm không ai bị nhắc, mà ai cũng tưởng đã giao.",
    "One digit of a year mistyped: nobody is reminded all year, and everybody thinks that it was ordered.",
)

OF_ORDERS: dict[str, Message] = {
    "DVK429": message(
        (
            "Số {number} của “{unit}” trong năm {year} đã dùng ở {first}",
            "The number {number} of “{unit}” in {year} is used already, in {first}",
        ),
        (
            "Sửa number: hoặc date: của một trong hai; mỗi số trong năm chỉ cấp cho một văn bản.",
            "Correct number: or date: in one of them; a number is given to one document a year.",
        ),
        (
            "Chép văn bản cũ mà quên đổi số: nơi nhận tra một số ra hai văn bản.",
            "An old document is copied with its number: whoever looks it up finds two.",
        ),
    ),
    "DVK430": message(
        (
            "Hạn cuối {day} muộn hơn {limit}, hạn của chính đơn vị với {superior}",
            "Due {day}, after {limit}, when the unit itself owes it to {superior}",
        ),
        (
            "Đặt hạn không muộn hơn {limit}, theo {reference}.",
            "Set a day no later than {limit}, by {reference}.",
        ),
        (
            "Xã nộp đúng hạn mà huyện vẫn chậm với tỉnh.",
            "The communes are in time, and the district is late all the same.",
        ),
    ),
    "DVK431": message(
        (
            "Không ai bị yêu cầu nộp: {which} {day} ở {problem} ({limit})",
            "Nobody is asked: {which} {day} is {problem} ({limit})",
        ),
        (
            "Sửa năm của hạn hay của kỳ, hoặc thời gian có hiệu lực của kế hoạch (date:, effective:, until:).",
            "Correct the year of the day or the period, or when the plan begins or ends (date:, effective:, until:).",
        ),
        _NOBODY_REMINDED,
    ),
    "DVK432": message(
        (
            "Hạn cuối {day} muộn hơn một năm sau khi hết kỳ {period}",
            "The due day {day} is more than a year after the end of {period}",
        ),
        (
            "Kiểm tra năm của hạn và của kỳ; việc hằng năm có hạn ở năm sau thì ghi in: next_year.",
            "Check the years of the day and of the period; of a yearly obligation, check in: next_year.",
        ),
        _NOBODY_REMINDED,
    ),
    "DVK433": message(
        (
            "Ngày {day} “{unit}” không có ban “{department}” ({problem} {limit})",
            "On {day} “{unit}” had no department “{department}” ({problem} {limit})",
        ),
        (
            "Giao cho ban có vào ngày đó, hoặc sửa from:, to: của ban trong units/.",
            "Name one that was there on that day, or correct its from: and to: in units/.",
        ),
        (
            "Chép kế hoạch cũ: việc giao cho một ban đã sáp nhập.",
            "An old plan is copied: work goes to a department that was merged.",
        ),
    ),
    "DVK434": message(
        (
            "Báo cáo không ghi trả lời nhiệm vụ nào, mà kỳ {period} đơn vị phải nộp: {references}",
            "The report does not say what it answers; for {period} the unit owes: {references}",
        ),
        (
            "Ghi thêm: answers: [{references}].",
            "Add: answers: [{references}].",
        ),
        (
            "Báo cáo đã gửi mà bảng theo dõi vẫn ghi “chưa nộp”: xã bị đôn đốc oan.",
            "The report was sent, and the table still says that it is missing: the commune is reminded for nothing.",
        ),
    ),
}
