"""What is said of a new file: what to do with it next, and what its author may not expect."""

from dvk.messages import Phrase

DONE = Phrase(
    """Đã tạo {path} (bản nháp).
Tiếp theo:
  mở tệp và điền các dòng còn trống, chỗ nào không cần thì xoá;
  hoặc điền từng chỗ:  dvk set {call} {field} …
  kiểm tra:            dvk check {call}
  in ra văn bản:       dvk render {call}""",
    """Made {path} (a draft).
Next:
  open the file and fill in what is empty, delete what you do not need;
  or fill in one by one:  dvk set {call} {field} …
  check it:               dvk check {call}
  print it:               dvk render {call}""",
)
"""Of a new file: its path, the words of a call that mean it, and a field that waits for something."""

REMARKS: dict[str, Phrase] = {
    "superior_draft": Phrase(
        "Kế hoạch {plan} còn là bản nháp: chưa ai phải nộp gì theo nó.",
        "The plan {plan} is still a draft: nobody owes anything by it yet.",
    ),
    "superior_not_in_force": Phrase(
        "Kế hoạch {plan} không còn hiệu lực (state: {state}): không ai phải nộp gì theo nó.",
        "The plan {plan} is not in force (state: {state}): nobody owes anything by it.",
    ),
    "superior_replaced": Phrase(
        "Kế hoạch {plan} đã được {by} thay thế; nên lập từ {by}.",
        "The plan {plan} was superseded by {by}; better make it from that one.",
    ),
    "registered_already": Phrase(
        "Đơn vị đã đăng ký mô hình “{name}”: {where}. Mỗi mô hình chỉ đăng ký một lần.",
        "The unit has registered the model “{name}” already: {where}. A model is registered once.",
    ),
    "owes_other_periods": Phrase(
        "Không kế hoạch nào hỏi {unit} báo cáo kỳ {period}, chỉ hỏi kỳ {asked}."
        " Báo cáo này không trả lời nhiệm vụ nào.",
        "No plan asks {unit} for a report of {period}; only of {asked}. This report answers nothing.",
    ),
    "owes_nothing": Phrase(
        "Không kế hoạch nào hỏi {unit} báo cáo trong năm {year}. Báo cáo này không trả lời nhiệm vụ nào.",
        "No plan asks {unit} for a report in {year}. This report answers nothing.",
    ),
    "plan_asks_nothing": Phrase(
        "{plan} không hỏi {unit} báo cáo kỳ {period}. Báo cáo này không trả lời nhiệm vụ nào.",
        "{plan} does not ask {unit} for a report of {period}. This report answers nothing.",
    ),
    "nothing_left": Phrase(
        "Mọi nhiệm vụ báo cáo kỳ {period} của {unit} đã có báo cáo trả lời hoặc được miễn.",
        "Every report that {unit} owes for {period} is answered by another one, or waived.",
    ),
    "not_asked": Phrase(
        "{obligation} không hỏi đơn vị này: báo cáo sẽ nằm ngoài danh sách phải nộp.",
        "{obligation} does not ask this unit: the report will be unexpected.",
    ),
}
"""The remarks beside a new file (``skeletons.Remark``); ``{name}`` stands for one of its details."""
