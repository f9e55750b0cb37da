"""Words of the findings about a change that is to be merged."""

from dvk.messages import Phrase

WORDS_OF_CHANGES: dict[str, Phrase] = {
    "no_note_of_revision": Phrase("changes: chưa nói vì sao", "changes: does not say why"),
    "note_rewritten": Phrase("lý do đã ghi bị sửa hoặc bị xoá", "its reason on record was changed or removed"),
    "taken_away": Phrase("tệp bị xoá", "its file is deleted"),
    "moved_away": Phrase("tệp bị chuyển sang", "its file is moved to"),
    "cannot_be_read": Phrase("tệp không đọc được nữa", "its file cannot be read any more"),
    "state_undone": Phrase("không thể trở thành", "it cannot become"),
    "returned_by_nobody": Phrase(
        "ghi là bị trả lại mà returns: không có mục mới:", "it is said to be returned, and returns: has no new entry:"
    ),
    "obligation_changed": Phrase("nhiệm vụ {obligation} đổi", "of its obligation {obligation} changed:"),
    "obligation_gone": Phrase("bỏ nhiệm vụ {obligation}", "its obligation {obligation} is gone"),
    "plan_changed": Phrase("đổi", "changed:"),
    "plan_withdrawn": Phrase("bị rút, {times} nhiệm vụ không còn", "withdrawn, with its obligations: {times}"),
    "unit_id": Phrase("đơn vị", "The unit"),
    "indicator_id": Phrase("chỉ tiêu", "The indicator"),
    "obligation_id": Phrase("nhiệm vụ", "The obligation"),
    "model_id": Phrase("mô hình", "The model"),
    "day_rewritten": Phrase("ngày nộp, trước là", "the day of filing, which was"),
    "return_rewritten": Phrase("nội dung trả lại của cấp trên", "what the unit above said in a return"),
    "stamp_rewritten": Phrase("dấu của một bước (stamps)", "the stamp of a step"),
    "file_added": Phrase("Thêm tệp", "A new file"),
    "file_changed": Phrase("Sửa tệp", "A changed file"),
    "file_removed": Phrase("Xoá tệp", "A deleted file"),
    "runs_in_ci": Phrase("lệnh nào chạy tự động", "what runs by itself"),
    "runs_on_opening": Phrase("máy người mở thư mục chạy gì", "what runs on the machine of whoever opens the folder"),
    "who_reviews": Phrase("ai phải duyệt", "who has to review"),
    "whose_signature_counts": Phrase("chữ ký của ai có giá trị", "whose signature counts"),
    "what_git_does": Phrase("git làm gì với các tệp", "what git does with files"),
    "how_papers_look": Phrase("văn bản in ra thế nào", "how papers look"),
    "is_a_submodule": Phrase("đó là kho git khác (submodule)", "it is another repository (submodule)"),
    "name_not_utf8": Phrase("không phải UTF-8", "it is not UTF-8"),
    "name_with_control": Phrase("có ký tự điều khiển hoặc xuống dòng", "it holds a control character or a line break"),
    "name_with_invisible": Phrase(
        "có ký tự ẩn, có thể đảo chiều chữ", "it holds an invisible character, which may turn the writing round"
    ),
    "name_of_git": Phrase("là tên riêng của git", "the name is git's own"),
    "name_reserved": Phrase("Windows giữ riêng tên này", "Windows keeps this name for itself"),
    "name_ends_in_dot": Phrase(
        "có phần bắt đầu hoặc kết thúc bằng dấu cách, hay kết thúc bằng dấu chấm",
        "a part begins or ends with a blank, or ends in a dot",
    ),
    "name_with_dash": Phrase("bắt đầu bằng dấu gạch nối như một tuỳ chọn", "it begins with a dash, like an option"),
    "name_with_sign": Phrase("có ký tự Windows không nhận", "it holds a sign that Windows refuses"),
    "name_not_nfc": Phrase("dấu tiếng Việt viết rời (không phải NFC)", "its marks are written apart (not NFC)"),
    "name_too_long": Phrase("dài quá 200 ký tự", "it is longer than 200 characters"),
    "filed_after_lock": Phrase("Nộp sau khoá sổ", "Filed after the lock"),
    "withdrawn_after_lock": Phrase("Rút lại sau khoá sổ", "Withdrawn after the lock"),
    "figures_after_lock": Phrase("Sửa số liệu sau khoá sổ", "Figures changed after the lock"),
}
"""Argument of a finding → its words."""

_GOING_ON = Phrase(
    "Ghi lại state: như cũ. Muốn sửa văn bản đã nhận, đã ban hành: tăng revision: và ghi lý do vào changes: "
    '(báo cáo, bản đăng ký: dvk submit TỆP --reason "…" làm cả hai).',
    "Put state: back. To correct what was issued or accepted, raise revision: and say why in changes: (for reports "
    'and registrations dvk submit FILE --reason "…" does both).',
)
_RETURNED = Phrase(
    "Cấp trên trả lại kèm lý do: dvk return …; nếu không phải bị trả lại thì ghi lại tình trạng cũ.",
    "The unit above returns it with a reason: dvk return …; if nobody did, put the state back.",
)
_WITHDRAWN = Phrase(
    "Xem có văn bản huỷ hoặc thay thế đã ký không; sau khi gộp, không đơn vị nào còn phải nộp theo kế hoạch này.",
    "See whether a signed paper cancels or replaces it; once merged, no unit owes anything by this plan.",
)
CHANGE_REMEDIES: dict[str, tuple[str, dict[str, Phrase]]] = {
    "DVK605": ("problem", {"state_undone": _GOING_ON, "returned_by_nobody": _RETURNED}),
    "DVK618": ("problem", {"plan_withdrawn": _WITHDRAWN}),
}
"""Remedies of single cases."""
