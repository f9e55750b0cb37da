"""Sentences of the stops of ``dvk export`` and ``dvk rollup --facts`` (DVK986–989), and the words in them."""

from dvk.messages import Message, Phrase, message

OF_EXPORTS: dict[str, Message] = {
    "DVK986": message(
        ("Máy này chưa có {library}", "{library} is not there on this machine"),
        ("Cài thêm: {clear}", "Install it: {clear}"),
        (
            "Mọi người phải cài những gói lớn mà chỉ nơi tổng hợp nhiều tỉnh mới dùng.",
            "Everybody has to install large packages that only those need who combine many provinces.",
        ),
    ),
    "DVK987": message(
        ("Không cộng được {folder}: {fault} {detail}", "{folder} cannot be added up: {fault} {detail}"),
        (
            "Chỉ ra thư mục do dvk export ghi, để nguyên các tệp bên trong; nếu nghi ngờ, xuất lại.",
            "Name a folder that dvk export wrote, with its files as they were; if in doubt, export again.",
        ),
        (
            "Cộng số liệu thiếu, hỏng, hoặc đã bị sửa sau khi xuất.",
            "Figures are added that are incomplete, damaged, or were changed after the export.",
        ),
    ),
    "DVK988": message(
        (
            "Hai bản xuất cùng có {root} năm {year}: {first} và {second}",
            "Two exports have {root} of {year}: {first} and {second}",
        ),
        (
            "Bỏ một bản, thường là bản cũ hơn, ra khỏi --facts.",
            "Leave one out of --facts, most likely the older one.",
        ),
        ("Một tỉnh bị cộng hai lần.", "A province is counted twice."),
    ),
    "DVK989": message(
        ("Số quá dài để xuất, {of}: {value}", "A number is too long for an export, {of}: {value}"),
        (
            "Viết số liệu với ít chữ số hơn; bản xuất giữ đúng từng số đến 18 chữ số, kể cả phần thập phân.",
            "Write it with fewer digits; an export keeps every number exactly up to 18 digits, decimals included.",
        ),
        ("Số bị làm tròn lặng lẽ trong bản xuất.", "A number is rounded silently in an export."),
    ),
}

FAULTS_OF_EXPORTS: dict[str, Phrase] = {
    "not_there": Phrase("không có thư mục hoặc tệp này", "there is no such folder or file"),
    "named_twice": Phrase("được nêu hai lần, chỉ nêu một lần:", "it is named twice, name it only once:"),
    "no_export": Phrase("trong đó không có bản xuất nào của dvk", "there is no export of dvk in it"),
    "only_others": Phrase(
        "trong đó chỉ có liên kết, hoặc cơ sở dữ liệu không phải bản xuất:",
        "there are only links in it, or databases that are no exports:",
    ),
    "no_year": Phrase("không có số liệu xuất của năm", "nothing was exported for"),
    "moved": Phrase(
        "tệp không ở đúng thư mục năm/đơn vị gốc", "files are not where dvk export put them, below year and root"
    ),
    "damaged": Phrase("đọc không được:", "it cannot be read:"),
    "other_version": Phrase("do một phiên bản dvk khác xuất:", "another version of dvk wrote it:"),
    "table_missing": Phrase("thiếu bảng", "a table is missing:"),
    "mark_missing": Phrase(
        "có số liệu minh hoạ mà không mang dấu minh hoạ:", "illustrative figures are not marked as such:"
    ),
    "does_not_add_up": Phrase(
        "các phần cộng lại khác với kết quả ghi bên cạnh:", "what it adds up is not the result beside it:"
    ),
}
