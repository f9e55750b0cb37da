"""What keeps a file from being written although the disk would take it."""

from dvk.messages import Message, message

OF_WRITING: dict[str, Message] = {
    "DVK964": message(
        (
            "{folder} không phải thư mục gốc của một kho git mà có dvk.yaml",
            "{folder} is not the top of a git repository with a dvk.yaml in it",
        ),
        (
            "Chạy dvk init --only-ci ở thư mục gốc của kho, nơi có dvk.yaml; chưa có dvk.yaml thì dvk init trước.",
            "Run dvk init --only-ci at the top of the repository, where dvk.yaml is; without one run dvk init first.",
        ),
        (
            "Máy kiểm tra từng đề nghị mà không đề nghị nào qua được, hoặc không bao giờ chạy.",
            "What checks every change lets none pass, or never runs.",
        ),
    ),
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
