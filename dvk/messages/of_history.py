"""Sentences of the stop of dvk log and dvk diff (DVK969)."""

from dvk.messages import Message, message

OF_HISTORY: dict[str, Message] = {
    "DVK969": message(
        (
            "“{word}” không phải tệp, ngày, hay phiên bản git nào",
            "“{word}” is no file, no day and no revision of git",
        ),
        (
            "{near} Gọi: dvk diff TRƯỚC SAU TỆP, ví dụ dvk diff 2021-06-30 main reports/2021.",
            "{near} Call: dvk diff BEFORE AFTER FILE, such as dvk diff 2021-06-30 main reports/2021.",
        ),
        (
            "Gõ sai một chữ thì nhận được trang so sánh trống, và tin là không có gì thay đổi.",
            "A word typed wrong gives an empty comparison, and is taken for “nothing was changed”.",
        ),
    ),
}
