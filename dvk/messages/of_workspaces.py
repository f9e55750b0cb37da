"""Sentences of the codes about documents taken together (DVK4xx)."""

from dvk.messages import Message, message

_LOST = (
    "Gõ sai một mã: báo cáo nằm đó mà không vào tổng nào.",
    "One mistyped id, and a report stands there without entering any total.",
)
_COUNTED_TWICE = ("Một kết quả được cộng hai lần.", "One result is added twice.")
_WRONG_SUM = (
    "Số tổng hợp cộng tay sai mà không ai biết sai ở đâu.",
    "A hand-made sum is wrong and nobody knows where.",
)
_TREE = (
    "Đổi tên, sáp nhập ghi không khớp làm số của một đơn vị rơi mất hoặc treo lơ lửng.",
    "A merger recorded inconsistently drops a unit's figures or leaves them hanging.",
)

OF_WORKSPACES: dict[str, Message] = {
    "DVK401": message(
        ("Tệp để sai chỗ: phải là {expected}", "The file is in the wrong place: it belongs at {expected}"),
        (
            "Chuyển tệp (git mv), hoặc sửa unit:, period: trong tệp.",
            "Move it (git mv), or correct unit: or period: in it.",
        ),
        ("Báo cáo của xã này cất vào thư mục xã kia.", "A commune's report put into another commune's folder."),
    ),
    "DVK402": message(
        ("Không có đơn vị “{unit}”", "There is no unit “{unit}”"),
        (
            "Sửa mã đơn vị, hoặc khai đơn vị trong units/. {near}",
            "Correct the id, or declare the unit in units/. {near}",
        ),
        _LOST,
    ),
    "DVK403": message(
        (
            "Không có chỉ tiêu “{indicator}” trong indicators.yaml",
            "There is no indicator “{indicator}” in indicators.yaml",
        ),
        ("Sửa mã chỉ tiêu, hoặc thêm vào danh mục. {near}", "Correct the id, or add it to the catalogue. {near}"),
        _LOST,
    ),
    "DVK404": message(
        ("Không tìm thấy “{reference}”", "“{reference}” is not found"),
        ("Sửa đường dẫn hoặc mã sau dấu #. {near}", "Correct the path or the id after #. {near}"),
        (
            "Báo cáo trả lời một kế hoạch không có: đơn vị vẫn bị coi là chưa nộp.",
            "A report answers no plan: the unit still counts as missing.",
        ),
    ),
    "DVK405": message(
        ("Đơn vị “{unit}” không hoạt động {during} {period}", "The unit “{unit}” was not open {during} {period}"),
        (
            "Sửa kỳ, ngày hoặc đơn vị; số trong tệp này không được cộng.",
            "Correct the period, the day or the unit; its figures are not added.",
        ),
        ("Đơn vị đã giải thể vẫn có báo cáo sau ngày giải thể.", "A dissolved unit still reports after its end."),
    ),
    "DVK406": message(
        (
            "Đơn vị “{unit}” được khai hai lần (lần đầu ở {first})",
            "The unit “{unit}” is declared twice (first in {first})",
        ),
        ("Giữ một; mã không bao giờ dùng lại cho đơn vị khác.", "Keep one; an id never gets a second life."),
        _TREE,
    ),
    "DVK407": message(
        ("Đơn vị “{unit}” là cấp trên của chính nó", "The unit “{unit}” stands above itself"),
        ("Sửa parent của một đơn vị trong vòng: {circle}.", "Correct the parent of one unit of the circle: {circle}."),
        _TREE,
    ),
    "DVK408": message(
        (
            "“{unit}” còn hoạt động sau khi cấp trên “{parent}” kết thúc ngày {end}",
            "“{unit}” outlives “{parent}” above it, which ended on {end}",
        ),
        (
            "Ghi cấp trên mới từ ngày sau đó, hoặc ngày kết thúc của đơn vị.",
            "Give its new parent from the next day on, or its own end.",
        ),
        _TREE,
    ),
    "DVK409": message(
        (
            "Sự kiện ngày {date} không khớp với “{unit}”: {problem}",
            "The event of {date} does not agree with “{unit}”: {problem}",
        ),
        (
            "Ngày của sự kiện là ngày đầu của tình trạng mới: đơn vị cũ kết thúc hôm trước, đơn vị mới mở từ ngày đó.",
            "The date is the first day of the new state: the old unit ends the day before, the new one is open on it.",
        ),
        _TREE,
    ),
    "DVK410": message(
        ("“{indicator}” của kỳ {period} đã có ở {first}", "“{indicator}” of {period} is given in {first} already"),
        (
            "Giữ số ở một báo cáo; số ở tệp này không được cộng.",
            "Keep it in one report; the one in this file is not added.",
        ),
        _COUNTED_TWICE,
    ),
    "DVK411": message(
        ("“{indicator}” đếm bằng {type}, không thể là “{typed}”", "“{indicator}” is a {type}, it cannot be “{typed}”"),
        (
            "Sửa số, hoặc kiểu của chỉ tiêu trong indicators.yaml; số này không được cộng.",
            "Correct the figure or the type in indicators.yaml; it is not added.",
        ),
        ("Ba phẩy sáu căn nhà: nhầm dấu phẩy với dấu chấm.", "Three point six houses: a comma taken for a dot."),
    ),
    "DVK412": message(
        (
            "“{indicator}”: tổng ghi {stated}, cộng lại là {computed} (chênh {difference})",
            "“{indicator}”: stated {stated}, added up {computed} (difference {difference})",
        ),
        (
            "Đối chiếu từng đơn vị: {children}. Tổng cộng lại đang được dùng.",
            "Compare each unit: {children}. The computed total is used.",
        ),
        _WRONG_SUM,
    ),
    "DVK413": message(
        (
            "“{indicator}”: tổng ghi {stated} nhỏ hơn số đã nộp {computed}",
            "“{indicator}”: stated {stated} is below what was filed, {computed}",
        ),
        (
            "Sửa tổng, hoặc số của đơn vị: {children}. Số cộng lại đang được dùng.",
            "Correct the total or a unit's figure: {children}. The computed one is used.",
        ),
        _WRONG_SUM,
    ),
    "DVK414": message(
        (
            "“{indicator}”: số cả năm {year_value} khác số các kỳ cộng lại {parts}",
            "“{indicator}”: the year says {year_value}, its parts {parts}",
        ),
        ("Xem lại; số cả năm đang được dùng.", "Have a look; the year's figure is used."),
        (
            "Số sáu tháng đã sửa mà quên sửa báo cáo cũ.",
            "The half-year figure was mended and the old report forgotten.",
        ),
    ),
    "DVK415": message(
        (
            "“{indicator}”: số cả năm {year_value} của đơn vị mới khác số từ khi thành lập {parts}",
            "“{indicator}”: the new unit's year says {year_value}, its own life gives {parts}",
        ),
        (
            "Số cả năm gồm cả đơn vị trước sáp nhập thì ghi covers_predecessors: yes; không thì chỉ ghi phần của mình.",
            "If the year includes its predecessors, say covers_predecessors: yes; otherwise give only its own part.",
        ),
        (
            "Xã mới báo cáo cả phần các xã cũ đã báo cáo: cộng hai lần.",
            "A merged commune reports again what the old ones reported: counted twice.",
        ),
    ),
    "DVK416": message(
        (
            "“{indicator}”: số cả năm {year_value} gồm đơn vị cũ, cộng lại được {parts}",
            "“{indicator}”: the year says {year_value} with predecessors, added up they give {parts}",
        ),
        (
            "Đối chiếu với: {children}. Số cả năm đang được dùng.",
            "Compare with: {children}. The year's figure is used.",
        ),
        _WRONG_SUM,
    ),
    "DVK417": message(
        ("“{unit}” không phải đơn vị chủ trì của mô hình “{model}”", "“{unit}” does not lead the model “{model}”"),
        ("Chỉ {lead} báo cáo kết quả của mô hình; bỏ mục này.", "Only {lead} reports its results; remove this entry."),
        _COUNTED_TWICE,
    ),
    "DVK418": message(
        (
            "Kết quả “{indicator}” chỉ ghi ở mô hình, không có trong số của đơn vị",
            "The result “{indicator}” stands only with the model, not among the unit's figures",
        ),
        (
            "Thêm “{indicator}” vào own: (gồm cả kết quả của mô hình).",
            "Add “{indicator}” to own: (with what the model gave).",
        ),
        ("Kết quả của mô hình không vào tổng của đơn vị.", "What a model gave never enters the unit's total."),
    ),
    "DVK419": message(
        ("Tệp này không thể trả lời “{reference}”: {problem}", "This file cannot answer “{reference}”: {problem}"),
        ("Sửa answers:, period: hoặc chỗ để tệp.", "Correct answers: or period:, or where the file is."),
        (
            "Báo cáo nửa năm nộp cho nhiệm vụ cả năm: cả năm bị coi là đã nộp.",
            "A half-year report filed for the year's obligation.",
        ),
    ),
    "DVK420": message(
        (
            "Hạn cuối {day} là ngày nghỉ ({day_off}); không tự dời",
            "The due day {day} is a day off ({day_off}); it is not moved",
        ),
        (
            "Nhắc đơn vị nộp trước, hoặc gia hạn ở khoá “extensions”.",
            "Remind units to file before, or extend it with the key “extensions”.",
        ),
        ("Hạn rơi vào ngày nghỉ: không ai ở cơ quan để nhận.", "A deadline on a day off: nobody is there to receive."),
    ),
    "DVK421": message(
        ("“{indicator}”: đã phân bổ {allocated} trên {target}", "“{indicator}”: {allocated} of {target} allocated"),
        ("Xem kế hoạch của: {plans}.", "See the plans of: {plans}."),
        (
            "Chỉ tiêu của cấp trên giao xuống không đủ hoặc quá.",
            "A superior's target is handed down short or in excess.",
        ),
    ),
    "DVK422": message(
        (
            "Số mô hình {stage}: ghi {stated}, theo đăng ký là {counted}",
            "Models {stage}: stated {stated}, by registrations {counted}",
        ),
        ("Đối chiếu danh sách mô hình đã đăng ký.", "Compare with the list of registered models."),
        _WRONG_SUM,
    ),
    "DVK423": message(
        ("Tệp này không được đọc: {problem}", "This file is not read: {problem}"),
        (
            "Đặt tên .yaml dưới plans/<năm>/…, registrations/…, reports/…, units/; .md dưới stories/<năm>/….",
            "Name it .yaml under plans/<year>/…, registrations/…, reports/…, units/; .md under stories/<year>/….",
        ),
        ("Lưu thành .yml hay .yaml.txt: tệp nằm đó mà không ai đọc.", "Saved as .yml or .yaml.txt: nobody reads it."),
    ),
    "DVK424": message(
        ("Liên kết tượng trưng không được đọc", "A symbolic link is not read"),
        ("Chép tệp thật vào chỗ này.", "Put the file itself here."),
        ("Một liên kết chỉ ra ngoài không gian làm việc.", "A link that leads out of the workspace."),
    ),
    "DVK425": message(
        ("Không có ban “{department}” ở “{unit}”", "“{unit}” has no department “{department}”"),
        ("Sửa mã, hoặc khai ban trong units/. {near}", "Correct the id, or declare it in units/. {near}"),
        ("Việc giao cho một ban không có.", "Work is assigned to a department that does not exist."),
    ),
    "DVK426": message(
        (
            "“{indicator}” là tỷ lệ: tính lại từ tử số và mẫu số, số ghi không được cộng",
            "“{indicator}” is a ratio: it is recomputed, the typed figure is not added",
        ),
        (
            "Báo cáo {numerator} và {denominator}; bỏ dòng này.",
            "Report {numerator} and {denominator}; remove this line.",
        ),
        ("Tỷ lệ phần trăm gõ tay lệch với tử số, mẫu số.", "A typed percentage differs from its parts."),
    ),
    "DVK427": message(
        ("Không có lĩnh vực “{field}” trong dvk.yaml", "There is no field “{field}” in dvk.yaml"),
        (
            "Sửa mã lĩnh vực, hoặc thêm vào fields: của dvk.yaml. {near}",
            "Correct the id, or add it to fields: of dvk.yaml. {near}",
        ),
        (
            "Mô hình ghi lĩnh vực lạ rơi ra ngoài mọi bảng theo lĩnh vực.",
            "A model of an unknown field drops out of every table by field.",
        ),
    ),
    "DVK428": message(
        ("{key}: “{typed}” không có trong dvk.yaml", "{key}: “{typed}” is not listed in dvk.yaml"),
        ("Chọn một trong: {choices}; hoặc thêm vào dvk.yaml.", "Choose one of: {choices}; or add it to dvk.yaml."),
        (
            "Gõ sai cấp hay hệ thống: đơn vị lặng lẽ ra khỏi danh sách phải nộp.",
            "A mistyped level or line: the unit silently leaves the list of those who owe.",
        ),
    ),
}
