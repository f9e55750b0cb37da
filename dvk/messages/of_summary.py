"""What ``dvk summary`` says, and ``--against``: in the words of somebody who reads, agrees and signs."""

from dvk.messages import Language, Phrase

_PHRASES: dict[str, Phrase] = {
    "title": Phrase("Tóm tắt đề nghị sửa", "What this change does"),
    "figures": Phrase("Số liệu thay đổi", "Figures that move"),
    "obligations": Phrase("Nhiệm vụ phải nộp", "What is owed"),
    "to_look_at": Phrase("Cần xem kỹ", "What to look at"),
    "documents": Phrase("Tài liệu", "Documents"),
    "new": Phrase("thêm", "adds"),
    "handed_in": Phrase("nộp", "hands in"),
    "changed": Phrase("sửa", "changes"),
    "withdrawn": Phrase("rút", "withdraws"),
    "removed": Phrase("xoá", "removes"),
    "unread": Phrase("khiến không đọc được", "makes unreadable"),
    "of_plan": Phrase("{0} kế hoạch", "{0} plan|{0} plans"),
    "of_registration": Phrase("{0} bản đăng ký", "{0} registration|{0} registrations"),
    "of_report": Phrase("{0} báo cáo", "{0} report|{0} reports"),
    "of_story": Phrase("{0} tin bài", "{0} story|{0} stories"),
    "lists": Phrase("đổi {0}", "changes {0}"),
    "list_units": Phrase("tổ chức (units/)", "the organisation (units/)"),
    "list_indicators": Phrase("danh mục chỉ tiêu", "the catalogue of indicators"),
    "sentence_policy": Phrase("đổi quy định chung: {0} tệp", "changes the policy ({0})"),
    "sentence_others": Phrase("đổi {0} tệp khác", "changes {0} other file|changes {0} other files"),
    "this_change": Phrase("Đề nghị này", "This change"),
    "only_others": Phrase(
        "Không đụng đến kế hoạch, đăng ký, báo cáo hay tổ chức nào.",
        "No plan, registration, report or unit is touched.",
    ),
    "entries_added": Phrase("thêm", "added"),
    "entries_changed": Phrase("sửa", "changed"),
    "entries_removed": Phrase("bỏ", "removed"),
    "events": Phrase("sự kiện của tổ chức", "events of the organisation"),
    "policy_files": Phrase("Quy định chung", "Policy"),
    "others": Phrase("Tệp khác, dvk không đọc", "Other files, which dvk does not read"),
    "keys": Phrase("sửa các phần", "what differs"),
    "is_step": Phrase("nội dung giữ nguyên", "its contents stay"),
    "was_kept": Phrase("văn bản đã ban hành, đã nhận", "issued or accepted before"),
    "year": Phrase("Năm", "Year"),
    "no_movement": Phrase("Không con số tổng hợp nào thay đổi.", "No total moves."),
    "none_yet": Phrase("chưa có", "none yet"),
    "none_left": Phrase("không còn", "none left"),
    "more_lines": Phrase("và {0} dòng khác, của {1} đơn vị, {2} chỉ tiêu", "and {0} more, units: {1}, indicators: {2}"),
    "more": Phrase("và {0} mục khác", "and {0} more"),
    "only_coverage": Phrase("số không đổi", "the figure stays"),
    "met": Phrase("Hoàn thành", "Met"),
    "unmet": Phrase("Không còn hoàn thành", "Met no more"),
    "arisen": Phrase("Mới phải nộp", "Newly owed"),
    "gone": Phrase("Không còn phải nộp", "Owed no more"),
    "stands_otherwise": Phrase("Đổi tình trạng", "Stands otherwise"),
    "units_number": Phrase("{0} đơn vị", "{0} unit|{0} units"),
    "last_day": Phrase("hạn cuối", "last day"),
    "no_due_day": Phrase("không ghi hạn", "undated"),
    "after_this": Phrase("sau đó đã nộp {0}/{1}", "filed after this {0}/{1}"),
    "still_missing": Phrase("còn thiếu", "still missing"),
    "nobody_missing": Phrase("đủ cả", "all of them"),
    "no_obligation": Phrase(
        "Không nhiệm vụ nào được hoàn thành hay mất đi.", "No obligation is met by it, and none is lost."
    ),
    "as_of": Phrase("Đúng hạn hay chậm tính như nhập ngày {0}.", "On time or late as though it were merged on {0}."),
    "illustrative_documents": Phrase(
        "Số liệu minh hoạ, không phải số thật: {0} tài liệu",
        "Illustrative figures, not real ones, documents: {0}",
    ),
    "kept_changed": Phrase(
        "Văn bản đã ban hành, đã nhận bị đổi: {0}", "Documents issued or accepted before that change: {0}"
    ),
    "unread_documents": Phrase(
        "Không đọc được, nên không tính vào đâu cả: {0}", "Cannot be read, so that nothing of it counts: {0}"
    ),
    "stated_used": Phrase(
        "Tổng do đơn vị tự ghi, không phải cộng từ cấp dưới: {0} số ở trên có chữ “{1}”",
        "Totals stated by the unit, not added up from below: {0} of the figures above are marked “{1}”",
    ),
    "far_off": Phrase(
        "Gấp ba năm trước trở lên, hoặc chưa bằng một phần ba: {0} số", "Three times last year's or a third of it: {0}"
    ),
    "no_findings": Phrase("dvk check không thấy lỗi hay cảnh báo nào.", "dvk check finds no error and no warning."),
    "no_new_findings": Phrase(
        "Đề nghị này không thêm lỗi hay cảnh báo nào.", "No error and no warning comes with this change."
    ),
    "nobody_asked": Phrase(
        "Chưa xét ai được sửa các tệp này: thêm --actor TÊN-ĐĂNG-NHẬP của người đề nghị.",
        "Who may change these files was not checked: add --actor LOGIN of whoever proposes it.",
    ),
    "steps_taken": Phrase(
        "Đi tiếp bước sau, nội dung giữ nguyên: {0}", "Taken a step further, with the same contents: {0}"
    ),
    "found": Phrase("Mới vì đề nghị này: {0}", "New with this change: {0}"),
    "found_before": Phrase(
        "Có sẵn từ trước trong các tệp được sửa: {0} (xem: dvk check --base)",
        "There before in the files that it changes: {0} (see: dvk check --base)",
    ),
    "line": Phrase("dòng", "line"),
    "col_indicator": Phrase("chỉ tiêu", "indicator"),
    "col_unit": Phrase("đơn vị", "unit"),
    "col_before": Phrase("trước", "before"),
    "col_after": Phrase("sau", "after"),
    "col_before_after": Phrase("trước → sau", "before → after"),
    "col_change": Phrase("tăng/giảm", "change"),
    "col_remark": Phrase("ghi chú", "remarks"),
    "col_what": Phrase("việc", "what"),
    "col_period": Phrase("kỳ", "period"),
    "col_state": Phrase("tình trạng", "state"),
    "col_due": Phrase("hạn cuối", "last day"),
    "col_file": Phrase("tệp", "file"),
    "col_obligation": Phrase("nhiệm vụ", "obligation"),
    "col_why": Phrase("vì sao", "why"),
    "filed_later": Phrase("nộp sau", "filed later"),
    "restated": Phrase("sửa số đã báo", "restated"),
    "taken_back": Phrase("rút, bỏ hoặc trả lại", "taken back"),
    "counted_now": Phrase("nay được tính", "counted now"),
    "counted_no_more": Phrase("nay không được tính", "counted no more"),
    "tree": Phrase("tổ chức thay đổi", "the tree changed"),
    "asked": Phrase("đơn vị phải báo cáo thay đổi", "other units are asked"),
    "catalogue": Phrase("cách tính chỉ tiêu thay đổi", "the indicator is counted otherwise"),
    "policy": Phrase("quy định thay đổi", "the policy changed"),
    "against": Phrase("{0} so với {1}", "{0} against {1}"),
    "nothing_differs": Phrase("Không con số nào khác.", "No figure differs."),
    "nothing_differs_in_states": Phrase("Không nhiệm vụ nào đổi tình trạng.", "No obligation stands otherwise."),
    "restated_mark": Phrase("* có số đã báo được sửa lại", "* a figure given before was restated"),
    "models": Phrase("mô hình", "models"),
    "then": Phrase("khi đó", "then"),
    "now": Phrase("nay", "now"),
}


def told(name: str, language: Language, *args: object) -> str:
    """A phrase of the summary, its places filled in; where one and many differ, the first argument is the number."""
    one, _, many = _PHRASES[name].to(language).partition("|")
    return (many if many and args[0] != 1 else one).format(*args)
