"""What keeps a file from being written although the disk would take it."""

from dvk.messages import Message, message

OF_WRITING: dict[str, Message] = {
    "DVK979": message(
        ("Một lệnh dvk khác đang ghi trong {path}", "Another dvk is writing in {path}"),
        (
            "Chờ lệnh kia xong rồi chạy lại; chưa có gì bị thay đổi.",
            "Wait until it has finished and try again; nothing was written.",
        ),
        (
            "Hai người sửa một tệp cùng lúc, phần của người ghi trước bị mất.",
            "Two people edit one file at once, and what the first of them wrote is lost.",
        ),
    ),
}
