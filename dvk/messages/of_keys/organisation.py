"""Keys of the policy, the units, the catalogue of indicators and the days off."""

from dvk.messages.of_keys.shared import DATED, SCHEMA, WORD, Meanings, below

_SETTINGS: Meanings = {
    "adoption_date": (
        "hạn sau ngày này xét theo ngày nhận trong git, hạn khác theo ngày đơn vị ghi; không ghi: luôn theo ngày ghi",
        "what is due later is judged by git, what is due up to then by the declared day; without it all are declared",
    ),
    "main_branch": ("nhánh chính: lịch sử của nhánh này cho biết ngày nhận", "the branch whose history counts"),
    "before_excludes": ("“trước ngày X” không gồm ngày X", "“before day X” excludes X"),
    "due_soon": ("báo sắp đến hạn trước mấy ngày", "days before the last day from which it is “due soon”"),
    "about_percent": (
        "chỉ tiêu “khoảng” coi là đạt từ bao nhiêu phần trăm",
        "an “about” target is met from this per cent of it",
    ),
    "fields": ("các lĩnh vực của mô hình, theo thứ tự trong bảng", "fields of models, in the order of tables"),
    "lines": ("các hệ thống: Đoàn, Mặt trận …", "lines: Youth Union, Front …"),
    "levels": ("các cấp: tỉnh, huyện, xã …", "levels: province, district, commune …"),
    "kinds": ("các loại đơn vị: địa bàn, trực thuộc, trường học …", "kinds of unit: territorial, affiliated, school …"),
    "severities": (
        "đổi mức nặng nhẹ của một mã lỗi, ví dụ DVK413: error",
        "the weight of a code in this workspace, such as DVK413: error",
    ),
}
_LINE: Meanings = {
    "profile": (
        "in theo thể thức nào; không ghi thì theo thể thức cùng mã, không có nữa thì state",
        "the format profile; without it the one of the line's own id, or else `state`",
    ),
}
_UNIT: Meanings = {
    "id": ("mã, không bao giờ đổi", "id, which never changes"),
    "line": ("hệ thống, một mã của lines trong dvk.yaml", "its line, one of `lines` of `dvk.yaml`"),
    "folder": (
        "thư mục của đơn vị; không ghi thì là thư mục cấp trên đầu tiên rồi đến mã",
        "where its files are; without one, the folder of its first parent and its id",
    ),
    "from": ("ngày thành lập", "first day"),
    "to": ("ngày cuối cùng còn hoạt động; sự kiện cũng cho biết được", "last day; an event may give it, too"),
    "name": ("tên; đổi tên thì ghi theo thời gian", "name; dated where it changed"),
    "letterhead": (
        "tên in ở đầu văn bản, nếu khác tên; đổi thì ghi theo thời gian",
        "what the head of its documents calls it, where that is not its name; dated where it changed",
    ),
    "level": ("cấp, một mã của levels trong dvk.yaml", "its level, one of `levels` of `dvk.yaml`"),
    "kind": ("loại, một mã của kinds trong dvk.yaml", "its kind, one of `kinds` of `dvk.yaml`"),
    "parent": ("đơn vị cấp trên; không ghi là đứng đầu", "the unit above; without one it is a root"),
    "answers_to": (
        "chịu sự chỉ đạo của cấp uỷ, chính quyền cùng cấp; không cộng số lên đó",
        "a body of its own level in another line; never summed over",
    ),
    "departments": ("ban, văn phòng, bộ phận", "departments"),
    "maintainers": (
        "người phụ trách các tệp của đơn vị: tên đăng nhập hoặc e-mail",
        "who looks after its files, by login or e-mail",
    ),
    "source": ("biết từ nguồn nào", "where this is known from"),
    "note": ("ghi chú", "a note"),
}
_DEPARTMENT: Meanings = {
    "id": ("mã", "id"),
    "name": ("tên", "name"),
    "standing": ("là bộ phận thường trực", "whether it is the standing department"),
    "from": ("từ ngày", "first day"),
    "to": ("đến hết ngày", "last day"),
}
_EVENT: Meanings = {
    "kind": ("việc gì", "what happened"),
    "date": ("ngày đầu của tình trạng mới", "first day of the new state"),
    "from": ("các đơn vị trước sự kiện", "units before"),
    "into": ("các đơn vị sau sự kiện", "units after"),
    "decision": ("số quyết định", "number of the decision"),
    "note": ("ghi chú", "a note"),
}
_INDICATOR: Meanings = {
    "id": ("mã, dùng trong kế hoạch và báo cáo", "id, used in plans and reports"),
    "name": ("tên chỉ tiêu", "name"),
    "name_en": ("tên tiếng Anh", "name in English"),
    "unit_of_measure": (
        "đơn vị tính: căn, hộ, đồng; % là tỷ lệ phần trăm",
        "the unit counted in; `%` makes a ratio a percentage",
    ),
    "type": ("kiểu số được nhận", "which figures fit"),
    "over_time": ("gộp các kỳ trong năm thế nào", "how the periods of a year go together"),
    "over_units": ("gộp các đơn vị lên cấp trên thế nào", "how units go together, up the tree"),
    "numerator": ("tử số của tỷ lệ: mã một chỉ tiêu", "the indicator above the line of a ratio"),
    "denominator": ("mẫu số của tỷ lệ: mã một chỉ tiêu", "the indicator below the line of a ratio"),
    "note": ("ghi chú", "a note"),
}
_DAY: Meanings = {
    "date": ("ngày", "the day"),
    "day_off": (
        "có: được nghỉ; không: phải làm việc, như thứ bảy làm bù",
        "`yes`: off; `no`: worked, as a Saturday made up for",
    ),
    "name": ("nghỉ nhân dịp gì, làm bù cho ngày nào", "what it is"),
    "decision": ("theo văn bản nào", "by which decision"),
}

ORGANISATION = (
    below("settings", SCHEMA, _SETTINGS)
    | below("settings.fields", WORD)
    | below("settings.lines", WORD, _LINE)
    | below("settings.levels", WORD)
    | below("settings.kinds", WORD)
    | below("units", SCHEMA, {"units": ("các đơn vị", "units"), "events": ("sự kiện tổ chức", "changes of units")})
    | below("units.units", _UNIT)
    | below("units.units.departments", _DEPARTMENT)
    | below("units.events", _EVENT)
    | below("dated", DATED)
    | below(
        "indicators",
        SCHEMA,
        {"indicators": ("các chỉ tiêu, theo thứ tự trong bảng", "the indicators, in the order of tables")},
    )
    | below("indicators.indicators", _INDICATOR)
    | below("holidays", SCHEMA, {"days": ("các ngày khác với lịch chung", "days that differ from the calendar")})
    | below("holidays.days", _DAY)
)
