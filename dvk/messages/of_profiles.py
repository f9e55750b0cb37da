"""Sentences of the codes about format profiles among each other and beside documents."""

from dvk.messages import Message, message

OF_PROFILES: dict[str, Message] = {
    "DVK447": message(
        ("Không có thể thức “{profile}”", "There is no format profile “{profile}”"),
        (
            "Sửa tên, hoặc thêm tệp templates/profiles/{profile}.yaml. {near}",
            "Correct the name, or add templates/profiles/{profile}.yaml. {near}",
        ),
        (
            "Gõ sai tên thể thức: văn bản in ra theo mẫu của cơ quan khác.",
            "A mistyped profile: the paper looks like that of another office.",
        ),
    ),
    "DVK448": message(
        ("Các thể thức giống nhau thành vòng: {chain}", "Profiles are like each other in a circle: {chain}"),
        ("Bỏ một dòng like:.", "Take out one of the lines like:."),
        (
            "Hai thể thức dựa vào nhau: chỗ cả hai không ghi thì không biết lấy ở đâu.",
            "Two profiles lean on each other: what neither says is said nowhere.",
        ),
    ),
    "DVK449": message(
        (
            "Số “{typed}” không viết theo thể thức {profile}",
            "The number “{typed}” is not in the form of the profile {profile}",
        ),
        (
            "Viết: {clear}; nếu văn bản theo thể thức khác, thêm dòng profile:.",
            "Write: {clear}; if it follows another profile, add a line profile:.",
        ),
        (
            "Số viết lẫn hai cách: tìm một văn bản theo số thì không thấy.",
            "Numbers in two forms: whoever looks for one does not find it.",
        ),
    ),
}
