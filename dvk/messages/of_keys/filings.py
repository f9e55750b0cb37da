"""Keys of registrations, reports and stories."""

from dvk.messages.of_keys.shared import LEGAL_BASIS, SIGNATORY, Meanings, below, filing, steps

_FILED: Meanings = {
    "revision": ("lần sửa, tăng lên mỗi lần sửa sau khi nộp", "goes up with every change after submission"),
    "date": ("ngày của văn bản", "day of the document"),
    "answers": ("trả lời nhiệm vụ nào trong kế hoạch", "obligations that it meets"),
    "submitted": ("ngày nộp, do đơn vị ghi", "declared day of sending"),
    "returns": ("các lần bị trả lại", "each time it was sent back"),
    "stamps": ("các bước đã qua: gửi, nhận, duyệt, công bố", "steps taken: sent, accepted, approved, published"),
}
_REGISTRATION: Meanings = {
    "state": (
        "tình trạng; bản nháp, bị trả lại, đã rút thì không tính",
        "state; drafts, returned and withdrawn ones do not count",
    ),
    "unit": ("đơn vị đăng ký, chủ trì mọi mô hình trong tệp", "the lead of all its models"),
    "period": ("năm, kỳ đăng ký", "year or period"),
    "addressee": ("kính gửi: nơi nhận đăng ký", "to whom it is addressed"),
    "models": ("các mô hình đăng ký", "the models"),
    "second_signatory": ("người ký thứ hai, nếu mẫu cần hai chữ ký", "who signs beside, where a form wants two"),
    "illustrative": ("tài liệu minh hoạ, không có thật", "invented, to show how it works"),
    "text": ("nội dung thêm (Markdown)", "more text, in Markdown"),
}
_MODEL: Meanings = {
    "id": ("mã, để báo cáo dẫn tới", "id, which reports name"),
    "name": ("tên mô hình", "name"),
    "field": ("lĩnh vực, một mã của fields trong dvk.yaml", "one of `fields` of `dvk.yaml`"),
    "type": ("tập thể hay cá nhân", "collective or individual"),
    "owners": ("đơn vị cùng làm, ngoài đơn vị chủ trì", "co-owners besides the lead"),
    "years": ("các năm thực hiện; không ghi là năm của kỳ", "its years; without them, the year of `period`"),
    "department": ("ban phụ trách của đơn vị chủ trì", "a department of the lead"),
    "situation": ("tình hình, lý do chọn", "the situation, and why it was chosen"),
    "goal": ("mục tiêu", "the goal"),
    "targets": ("chỉ tiêu của riêng mô hình", "what the model itself is to reach"),
    "content": ("nội dung", "what is done"),
    "method": ("cách làm", "how it is done"),
    "area": ("địa bàn", "where"),
    "beneficiaries": ("đối tượng hưởng lợi", "who gains by it"),
    "lead_role": ("đơn vị chủ trì làm gì", "what the lead does"),
    "partners": ("đơn vị phối hợp; chỉ có tên thì ghi tên", "who works along; a name alone may stand"),
    "budget": ("kinh phí dự kiến; không phải chỉ tiêu", "planned money, not a target"),
    "resources": ("nguồn lực: tiền theo nguồn, ngày công, hiện vật", "money by source, working days, things in kind"),
    "timetable": ("tiến độ", "timetable"),
    "output": ("sản phẩm kiểm tra được", "output that can be verified"),
    "upkeep": ("duy trì thế nào", "how it is kept up"),
    "replication": ("nhân rộng thế nào", "how it is spread"),
    "replicated_from": ("nhân rộng từ mô hình hoặc điển hình nào", "the model or exemplar that it was taken over from"),
    "stages": ("các giai đoạn đã qua", "stages reached"),
    "inferred": ("các khoá văn bản gốc không nói, người nhập suy ra", "keys that the source does not say"),
    "note": ("ghi chú", "a note"),
}
_MODEL_TARGET: Meanings = {
    "indicator": ("chỉ tiêu nào", "which indicator"),
    "value": ("mức phải đạt", "what is to be reached"),
    "upper": ("mức trên, nếu là một khoảng", "upper end of a range"),
    "bound": ("hiểu mức này thế nào", "how it is meant"),
}
_MONEY: Meanings = {
    "value": ("số tiền", "how much"),
    "bound": ("hiểu mức này thế nào", "how it is meant"),
}
_RESOURCES: Meanings = {
    "money": ("tiền, theo từng nguồn", "money by source"),
    "working_days": ("số ngày công", "working days"),
    "in_kind": ("hiện vật", "things in kind"),
}
_STEP: Meanings = {
    "from": ("từ ngày", "first day"),
    "to": ("đến hết ngày", "last day"),
    "work": ("làm gì", "what is done"),
}
_STAGE: Meanings = {
    "stage": ("giai đoạn nào", "which stage"),
    "date": ("ngày đạt", "the day"),
    "level": ("cấp công nhận", "the level that recognised it"),
    "decision": ("số quyết định", "number of the decision"),
    "reason": ("lý do, nhất là khi bỏ", "why, above all where it was dropped"),
}
_REPORT: Meanings = {
    "state": (
        "tình trạng; bản nháp, bị trả lại, đã rút thì không cộng",
        "state; drafts, returned and withdrawn ones are not added",
    ),
    "unit": ("đơn vị báo cáo", "the unit that reports"),
    "period": ("kỳ báo cáo; tên tệp bắt đầu bằng kỳ này", "the months reported on; the file's name begins with it"),
    "subject": ("trích yếu", "what it is about"),
    "covers_predecessors": (
        "số cả năm đã gồm các đơn vị trước sáp nhập",
        "a year's report of a new unit that includes the units which went into it",
    ),
    "illustrative": (
        "số liệu minh hoạ; tổng hợp có dùng thì nói rõ",
        "invented figures; a roll-up that uses one says so",
    ),
    "situation": ("đặc điểm, tình hình", "the situation"),
    "leadership": ("công tác lãnh đạo, chỉ đạo", "how it was led"),
    "documents_issued": ("các văn bản đã ban hành", "documents issued"),
    "propaganda": ("công tác tuyên truyền", "publicity"),
    "own": ("số liệu phần đơn vị tự làm", "what the unit itself did"),
    "consolidated": ("số liệu tổng hợp, gồm cả cấp dưới", "the whole of it with everything below"),
    "by_field": ("kết quả bằng lời theo lĩnh vực", "results in words, by field"),
    "models": (
        "kết quả các mô hình đơn vị chủ trì (số đã nằm trong own)",
        "results of models that this unit leads; already part of `own`",
    ),
    "model_counts": (
        "số mô hình tự ghi, chỉ để đối chiếu với đăng ký",
        "numbers of models as typed; compared with the registrations, never used",
    ),
    "commendation": ("biểu dương, khen thưởng", "praise and rewards"),
    "exemplars": ("tập thể, cá nhân điển hình", "collectives and individuals to be held up as examples"),
    "strengths": ("ưu điểm", "what went well"),
    "limits": ("hạn chế, khó khăn", "what did not"),
    "causes": ("nguyên nhân", "why"),
    "next_period": ("phương hướng, nhiệm vụ kỳ tới", "what comes next"),
    "proposals": ("đề xuất, kiến nghị", "what is asked for"),
    "text": ("nội dung thêm (Markdown)", "more text, in Markdown"),
}
_FIGURE: Meanings = {
    "indicator": ("chỉ tiêu nào", "which indicator"),
    "value": ("số; null là không có số liệu, phải ghi reason", "the figure; `null` wants a `reason`"),
    "reason": ("lý do không có số", "why it is null"),
    "note": ("ghi chú", "a note"),
}
_RESULT: Meanings = {
    "model": ("mô hình đã đăng ký: tệp đăng ký#mã", "a registered one, `registrations/…yaml#id`"),
    "name": ("tên, nếu mô hình chưa đăng ký", "the name of one that was never registered"),
    "field": ("lĩnh vực, nếu mô hình chưa đăng ký", "the field of one that was never registered"),
    "stage": ("giai đoạn đạt được đến cuối kỳ", "stage reached by the end of the period"),
    "results": ("kết quả bằng số", "results in figures"),
    "spent": ("đã chi trong kỳ", "spent in the period"),
    "text": ("kết quả bằng lời", "results in words"),
    "note": ("ghi chú", "a note"),
}
_EXEMPLAR: Meanings = {
    "id": ("mã, để tệp khác dẫn tới", "id, which other files name"),
    "type": ("tập thể hay cá nhân", "collective or individual"),
    "name": ("tên; với cá nhân chỉ ghi họ tên, chức vụ, đơn vị", "name; of a person no more than name, post and unit"),
    "post": ("chức vụ", "post"),
    "unit": ("đơn vị công tác, sinh hoạt", "where the person works"),
    "field": ("lĩnh vực, một mã của fields trong dvk.yaml", "one of `fields` of `dvk.yaml`"),
    "model": ("gắn với mô hình nào: tệp đăng ký#mã", "the model that it stands for, `registrations/…yaml#id`"),
    "criteria": ("đạt những tiêu chí nào", "criteria that it meets"),
    "selection": ("bình chọn thế nào", "how it was chosen"),
    "level": ("cấp công nhận", "the level that recognised it"),
    "decision": ("số quyết định", "number of the decision"),
    "date": ("ngày công nhận", "day of recognition"),
    "replicated_from": ("học theo mô hình, điển hình nào", "the model or exemplar that it was taken over from"),
    "text": ("việc làm, thành tích", "what was done"),
}
_COUNTS: Meanings = {
    "registered": ("đăng ký", "registered"),
    "carried_out": ("thực hiện", "carried out"),
    "recognised": ("được công nhận", "recognised"),
    "typical": ("điển hình", "typical"),
    "rewarded": ("được khen thưởng", "rewarded"),
    "dropped": ("bỏ, không làm", "dropped"),
}
_STORY: Meanings = {
    "schema": ("loại tệp và bản của khuôn mẫu", "kind of file, and version of its form"),
    "revision": ("lần sửa", "goes up with every change after it was published"),
    "state": ("tình trạng", "state"),
    "unit": ("đơn vị viết bài", "the unit that tells it"),
    "date": ("ngày", "day of the story"),
    "title": ("tên bài", "title"),
    "field": ("lĩnh vực, một mã của fields trong dvk.yaml", "one of `fields` of `dvk.yaml`"),
    "models": ("viết về các mô hình nào", "models that it is about"),
    "exemplars": ("viết về các điển hình nào: tệp báo cáo#mã", "exemplars that it is about, `reports/…yaml#id`"),
    "published_in": ("đã đăng ở đâu", "where it was published"),
    "source": ("theo nguồn nào", "where it is taken from"),
    "illustrative": ("bài minh hoạ, không có thật", "invented, to show how it works"),
    "note": ("ghi chú", "a note"),
    "text": ("thân bài: viết dưới phần đầu, không viết thành khoá", "the story itself: what stands below the head"),
}
_BY_FIELD: Meanings = {"field": ("lĩnh vực", "which field"), "text": ("kết quả", "the results")}

REGISTRATION = (
    filing("registration")
    | below("registration", _FILED, _REGISTRATION)
    | steps("registration")
    | below("registration.models", _MODEL)
    | below("registration.models.targets", _MODEL_TARGET)
    | below("registration.models.partners", {"name": ("tên", "name"), "role": ("làm gì", "what they do")})
    | below("registration.models.budget", _MONEY)
    | below("registration.models.resources", _RESOURCES)
    | below("registration.models.resources.money", {"source": ("từ nguồn nào", "where it comes from")}, _MONEY)
    | below("registration.models.timetable", _STEP)
    | below("registration.models.stages", _STAGE)
    | below("registration.second_signatory", SIGNATORY)
)
REPORT = (
    filing("report")
    | below("report", _FILED, _REPORT)
    | steps("report")
    | below("report.documents_issued", LEGAL_BASIS)
    | below("report.own", _FIGURE)
    | below("report.consolidated", _FIGURE)
    | below("report.by_field", _BY_FIELD)
    | below("report.models", _RESULT)
    | below("report.models.results", _FIGURE)
    | below("report.model_counts", _COUNTS)
    | below("report.exemplars", _EXEMPLAR)
)
STORY = below("story", _STORY)
