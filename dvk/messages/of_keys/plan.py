"""Keys of plans."""

from dvk.messages.of_keys.shared import Meanings, below, filing

_PLAN: Meanings = {
    "revision": ("lần sửa, tăng lên mỗi lần sửa sau khi ban hành", "goes up with every change after issue"),
    "state": ("tình trạng; chỉ kế hoạch đã ban hành mới giao việc", "state; only an issued plan orders anything"),
    "unit": ("đơn vị ban hành", "the issuer"),
    "type": ("loại văn bản", "type of document"),
    "date": ("ngày ban hành", "day of issue"),
    "subject": ("trích yếu", "what it is about"),
    "programme": ("phong trào, cuộc vận động", "the movement that it belongs to"),
    "period": ("năm, kỳ của kế hoạch; năm này là năm của thư mục", "year or months; its year is that of the folder"),
    "effective": ("ngày bắt đầu thực hiện, nếu khác ngày ban hành", "from when it holds, where not from `date`"),
    "until": ("thực hiện đến hết ngày", "last day on which it holds"),
    "supersedes": ("thay thế các kế hoạch này từ ngày bắt đầu", "plans that it replaces from its first day"),
    "superior_plan": (
        "kế hoạch của cấp trên mà kế hoạch này thực hiện; chỉ tiêu hai bên được đối chiếu",
        "the plan that it carries out; its `total` targets are compared",
    ),
    "answers": ("trả lời nhiệm vụ nào của cấp trên", "obligations that it meets"),
    "submitted": ("ngày gửi cấp trên; không ghi thì lấy ngày ban hành", "declared day of sending; without one, `date`"),
    "events": ("các sự kiện có ngày, để hạn tính từ đó", "days from which deadlines may count"),
    "indicators": (
        "các chỉ tiêu phải báo cáo, trừ nhiệm vụ có danh sách riêng; không ghi là cả danh mục",
        "what its report obligations ask for, unless one lists its own; without any list, the whole catalogue",
    ),
    "obligations": ("nhiệm vụ phải nộp: văn bản gì, ai nộp, hạn nào", "what units owe"),
    "targets": ("chỉ tiêu giao", "targets"),
    "tasks": ("phân công: việc gì, ban nào, cấp nào làm", "who does which piece of work"),
    "illustrative": ("tài liệu minh hoạ, không có thật", "invented, to show how it works"),
    "text": ("nội dung (Markdown)", "the body, in Markdown"),
}
_WHO: Meanings = {
    "level": ("đơn vị thuộc một trong các cấp này …", "units of one of these levels …"),
    "kind": ("… và thuộc một trong các loại này", "… and of one of these kinds"),
    "units": ("và thêm các đơn vị nêu tên", "and these besides"),
}
_OBLIGATION: Meanings = {
    "id": ("mã, để văn bản nộp dẫn tới", "id, which filings name"),
    "kind": ("loại văn bản phải nộp", "which document meets it"),
    "title": ("tên nhiệm vụ", "what it is called"),
    "who": ("ai phải nộp: các đơn vị cấp dưới, cùng hệ thống", "who owes it: units below the issuer, of its line"),
    "period": ("nộp cho kỳ nào", "for which months"),
    "every_year": ("hằng năm; khi đó kỳ và ngày ghi không có năm", "asked every year; days then stand without a year"),
    "before": ("trước ngày (không gồm ngày đó)", "day excluded; with an hour, that minute excluded"),
    "by": ("chậm nhất ngày (gồm ngày đó)", "day included; with an hour, that minute included"),
    "in": ("hạn rơi vào năm sau năm của kỳ", "the day falls in the year after the period's"),
    "days_after": (
        "sau bao nhiêu ngày kể từ hạn của việc ghi ở `of`",
        "how many calendar days after the due day of what `of` names",
    ),
    "of": (
        "kể từ nhiệm vụ, sự kiện nào: mã trong kế hoạch này, hoặc tệp#mã",
        "an obligation or event of this plan by its id, or `path#id`",
    ),
    "embedded_in": (
        "lồng ghép trong báo cáo nào: mã, hoặc tệp#mã; cùng hạn với báo cáo đó",
        "part of another report, by id or `path#id`, and due with it",
    ),
    "lock": ("khoá sổ: ngày cuối còn nhận bản nộp chậm", "last day on which a late filing is taken"),
    "cut_off": ("chốt số liệu: ngày cuối được tính vào số", "last day counted in the figures"),
    "open_on": ("xét đơn vị hoạt động vào ngày nào", "which units count as open"),
    "indicators": ("các chỉ tiêu phải báo cáo trong văn bản này", "what this report asks for"),
    "channel": ("nơi gửi, cách gửi", "where and how it is sent"),
    "except": (
        "đơn vị được miễn: vẫn nêu tên, không tính vào số phải nộp",
        "units that need not file: listed, not counted",
    ),
    "extensions": ("gia hạn cho một số đơn vị", "a later day for some"),
    "unlocks": ("mở khoá: cho một số đơn vị nộp sau khoá sổ", "some may file after the lock"),
    "phrase": ("nguyên văn trong kế hoạch gốc", "the words of the source"),
    "inferred": ("các khoá người nhập suy ra", "keys that the source does not say"),
}
_CHANNEL: Meanings = {
    "department": ("qua ban nào của đơn vị ban hành", "through which department of the issuer"),
    "by": ("cách gửi: thư điện tử, văn bản …", "e-mail, post …"),
    "address": ("địa chỉ", "the address"),
}
_EXCEPT: Meanings = {
    "unit": ("đơn vị", "the unit"),
    "reason": ("lý do", "why"),
    "until": ("miễn cho các hạn đến hết ngày này", "for due days up to then"),
}
_EXTENSION: Meanings = {
    "units": ("các đơn vị", "which units"),
    "period": (
        "cho kỳ nào; phải ghi khi nhiệm vụ là hằng năm",
        "for which period; needed where the obligation is of every year",
    ),
    "before": ("hạn mới: trước ngày", "the new day, excluded"),
    "by": ("hạn mới: chậm nhất ngày", "the new day, included"),
    "reason": ("lý do", "why"),
}
_UNLOCK: Meanings = {
    "units": ("các đơn vị", "which units"),
    "period": ("cho kỳ nào", "for which period"),
    "unlocked_until": ("mở đến hết ngày", "last day on which they may file"),
    "reason": ("lý do", "why"),
}
_TARGET: Meanings = {
    "indicator": ("chỉ tiêu nào", "which indicator"),
    "kind": ("giao cho ai", "whose target it is"),
    "value": ("mức phải đạt", "what is to be reached"),
    "upper": ("mức trên, nếu giao một khoảng", "upper end of a range"),
    "bound": ("hiểu mức này thế nào", "how it is meant"),
    "who": ("giao cho các đơn vị nào (với each, per)", "which units, for `each` and `per`"),
    "year": ("năm, nếu khác năm của kế hoạch", "the year, where it is not the plan's"),
    "every_year": ("giao cho mọi năm", "holds every year"),
    "phrase": ("nguyên văn trong kế hoạch gốc", "the words of the source"),
    "inferred": ("các khoá người nhập suy ra", "keys that the source does not say"),
}
_TASK: Meanings = {
    "department": ("ban của đơn vị ban hành", "a department of the issuer"),
    "level": ("cấp nào làm", "the level that does it"),
    "task": ("việc", "the work"),
}
_PLAN_EVENT: Meanings = {
    "id": ("mã, để hạn dẫn tới", "id, which deadlines name"),
    "date": ("ngày", "the day"),
    "name": ("tên sự kiện", "what it is"),
}

PLAN = (
    filing("plan")
    | below("plan", _PLAN)
    | below("plan.events", _PLAN_EVENT)
    | below("plan.obligations", _OBLIGATION)
    | below("plan.obligations.who", _WHO)
    | below("plan.obligations.channel", _CHANNEL)
    | below("plan.obligations.except", _EXCEPT)
    | below("plan.obligations.extensions", _EXTENSION)
    | below("plan.obligations.unlocks", _UNLOCK)
    | below("plan.targets", _TARGET)
    | below("plan.targets.who", _WHO)
    | below("plan.tasks", _TASK)
)
