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
        ("Bỏ --at, hoặc chạy trong kho git.", "Leave out --at, or run it in a git repository."),
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
            "Chọn thư mục khác; tệp có sẵn không bao giờ bị ghi đè.",
            "Choose another folder; an existing file is never overwritten.",
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
}
