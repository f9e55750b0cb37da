"""Sentences about git that dvk cannot use as it is (DVK957–959, DVK967–968, DVK980–985)."""

from dvk.messages import Message, message

_NEVER_GUESSED = (
    "Ngày nhận, số liệu lấy từ một lịch sử không rõ ràng.",
    "Days of receipt and figures taken from a history that is not certain.",
)

OF_GIT: dict[str, Message] = {
    "DVK957": message(
        ("Chưa cài {program}", "{program} is not installed"),
        (
            "Cài OpenSSH (gói openssh-client) rồi chạy lại.",
            "Install OpenSSH (package openssh-client) and try again.",
        ),
        (
            "Chữ ký không ai kiểm tra được coi là đúng.",
            "A signature that nobody checked is taken for a good one.",
        ),
    ),
    "DVK958": message(
        (
            "Trong git có tên tệp không máy nào lưu được: “{path}”",
            "There is a file name in git that no computer can keep: “{path}”",
        ),
        (
            "Đừng nhận thay đổi này; git không tự tạo tên như vậy, hãy hỏi người gửi.",
            "Do not take this change; git itself makes no such name, so ask who sent it.",
        ),
        (
            "Một tệp được ghi ra ngoài thư mục làm việc, hoặc người duyệt xem tệp này mà máy dùng tệp khác.",
            "A file is written outside the workspace, or what is reviewed is not what is used.",
        ),
    ),
    "DVK959": message(
        ("git {version} quá cũ, cần từ {needed}", "git {version} is too old; {needed} or later is needed"),
        ("Cài bản git mới hơn rồi chạy lại.", "Install a newer git and try again."),
        _NEVER_GUESSED,
    ),
    "DVK967": message(
        (
            "Không biết nhánh chính: chỉ dvk.yaml ở đây nói đó là “{branch}”",
            "It is not known which branch is the main one: only dvk.yaml here says that it is “{branch}”",
        ),
        (
            "Ghi rõ nhánh mà bạn tin: --base NHÁNH; có máy chủ thì: git remote set-head origin --auto.",
            "Name the branch that you trust: --base REF; where there is a server: git remote set-head origin --auto.",
        ),
        (
            "Bản đề nghị tự gọi nhánh của mình là nhánh chính, rồi được chứng nhận bằng danh sách khoá nó mang theo.",
            "A change calls its own branch the main one and is proven by the list of keys that it brings.",
        ),
    ),
    "DVK968": message(
        (
            "git chờ mãi: {path} là một ống dẫn (pipe), không phải tệp",
            "git would wait for ever: {path} is a pipe and no file",
        ),
        ("Xoá nó, rồi hỏi ai đã gửi thư mục này.", "Remove it, then ask who sent this folder."),
        ("Việc kiểm tra không bao giờ xong.", "A check that never ends."),
    ),
    "DVK980": message(
        ("“{rev}” trong git là nhiều thứ khác nhau: {names}", "“{rev}” names several things in git: {names}"),
        ("Viết tên đầy đủ, ví dụ refs/heads/main.", "Write the full name, for instance refs/heads/main."),
        (
            "So với một thẻ (tag) ai đó đặt trùng tên, thay vì với nhánh chính.",
            "A tag that somebody gave the same name is compared with, instead of the main branch.",
        ),
    ),
    "DVK981": message(
        ("Kho git này thiếu nội dung {object}", "This repository lacks the contents {object}"),
        (
            "Bản sao không đầy đủ (--filter) thì sao lại không có --filter; nếu không phải, kho bị hỏng: git fsck.",
            "If it is a partial clone (--filter): clone it again without --filter; otherwise it is damaged: git fsck.",
        ),
        _NEVER_GUESSED,
    ),
    "DVK982": message(
        (
            "Cài đặt của kho git này để tệp ở chỗ khác ({elsewhere}), không phải ở {root}",
            "The settings of this repository put its files elsewhere ({elsewhere}), not at {root}",
        ),
        (
            "Nếu không rõ vì sao: git config --unset core.worktree; với kho lấy từ người khác, hãy sao lại.",
            "If you do not know why: git config --unset core.worktree; clone anew what came from somebody else.",
        ),
        _NEVER_GUESSED,
    ),
    "DVK983": message(
        (
            "git không mở kho ở {root}: thư mục thuộc người dùng khác",
            "git does not open the repository at {root}: the folder belongs to another user",
        ),
        (
            "Nếu tin kho này: git config --global --add safe.directory {root}",
            "If you trust it: git config --global --add safe.directory {root}",
        ),
        (
            "Cài đặt của một kho lạ chạy chương trình trên máy mình.",
            "The settings of somebody else's repository run a program here.",
        ),
    ),
    "DVK984": message(
        ("Kho git này không có nhánh chính “{branch}”", "This repository has no main branch “{branch}”"),
        (
            "Sửa main_branch trong dvk.yaml cho đúng tên nhánh, hoặc lấy nhánh về: git fetch origin {branch}.",
            "Correct main_branch in dvk.yaml, or fetch the branch: git fetch origin {branch}.",
        ),
        _NEVER_GUESSED,
    ),
    "DVK985": message(
        (
            "Nhánh git đang mở chưa có commit nào, nên chưa có “{rev}”",
            "There is no commit yet on the branch that is checked out, so there is no “{rev}”",
        ),
        (
            'Lưu lần đầu rồi chạy lại: git add --all, rồi git commit -m "Bắt đầu".',
            'Commit for the first time, then try again: git add --all, then git commit -m "Start".',
        ),
        _NEVER_GUESSED,
    ),
}
