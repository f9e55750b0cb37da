"""A new file on its way out: written where it belongs, or printed; and what to do next."""

import shlex
import sys
from pathlib import Path

from dvk.cli.session import Session
from dvk.errors import CannotGoOn
from dvk.messages.words import word
from dvk.shown import printable
from dvk.skeletons import NewFile
from dvk.workspace import Workspace
from dvk.writing import write_new

_DONE = {
    "vi": """Đã tạo {0} (bản nháp).
Tiếp theo:
  mở tệp và điền các dòng còn trống, chỗ nào không cần thì xoá;
  hoặc điền từng chỗ:  dvk set {1} {2} …
  kiểm tra:            dvk check {1}
  in ra văn bản:       dvk render {1}""",
    "en": """Made {0} (a draft).
Next:
  open the file and fill in what is empty, delete what you do not need;
  or fill in one by one:  dvk set {1} {2} …
  check it:               dvk check {1}
  print it:               dvk render {1}""",
}
_REMARKS = {
    "superior_draft": {
        "vi": "Kế hoạch {0} còn là bản nháp: chưa ai phải nộp gì theo nó.",
        "en": "The plan {0} is still a draft: nobody owes anything by it yet.",
    },
    "superior_withdrawn": {
        "vi": "Kế hoạch {0} đã rút: không ai phải nộp gì theo nó.",
        "en": "The plan {0} was withdrawn: nobody owes anything by it.",
    },
    "registered_already": {
        "vi": "Đơn vị đã đăng ký mô hình “{0}”: {1}. Mỗi mô hình chỉ đăng ký một lần.",
        "en": "The unit has registered the model “{0}” already: {1}. A model is registered once.",
    },
    "owes_other_periods": {
        "vi": "Không kế hoạch nào hỏi {0} báo cáo kỳ {1}, chỉ hỏi kỳ {2}. Báo cáo này không trả lời nhiệm vụ nào.",
        "en": "No plan asks {0} for a report of {1}; only of {2}. This report answers nothing.",
    },
    "owes_nothing": {
        "vi": "Không kế hoạch nào hỏi {0} báo cáo trong năm {2}. Báo cáo này không trả lời nhiệm vụ nào.",
        "en": "No plan asks {0} for a report in {2}. This report answers nothing.",
    },
    "plan_asks_nothing": {
        "vi": "{0} không hỏi {1} báo cáo kỳ {2}. Báo cáo này không trả lời nhiệm vụ nào.",
        "en": "{0} does not ask {1} for a report of {2}. This report answers nothing.",
    },
    "nothing_left": {
        "vi": "Mọi nhiệm vụ báo cáo kỳ {1} của {0} đã có báo cáo trả lời hoặc được miễn.",
        "en": "Every report that {0} owes for {1} is answered by another one, or waived.",
    },
    "not_asked": {
        "vi": "{0} không hỏi đơn vị này: báo cáo sẽ nằm ngoài danh sách phải nộp.",
        "en": "{0} does not ask this unit: the report will be unexpected.",
    },
}


def deliver(session: Session, workspace: Workspace, new: NewFile, *, printed: bool) -> None:
    """Write a new file, or print it; and say beside it what has to be said.

    Raises:
        CannotGoOn: DVK909 if there is one already.
    """
    if printed:
        sys.stdout.write(new.text)
    else:
        root = workspace.snapshot.root
        _refuse_links(session, root, new.path)
        write_new(root, {new.path: new.text})
        shown = _seen_from_here(root, new.path)
        words = (shown, _typed(root, shown), shlex.quote(new.to_fill))
        session.print(_DONE[session.language].format(*map(printable, words)))
    for remark in new.remarks:
        session.remark(printable(_REMARKS[remark.name][session.language].format(*remark.words)))


def _refuse_links(session: Session, root: Path, path: str) -> None:
    """A folder that leads elsewhere: dvk follows no link when it reads, so it must not when it writes."""
    for step in (root / path).parents:
        if step == root:
            return
        if step.is_symlink():
            raise CannotGoOn("DVK910", path=str(step), problem=word("a_link", session.language))


def _seen_from_here(root: Path, path: str) -> str:
    """The path as one can type it here."""
    whole = root.resolve() / path
    return str(whole.relative_to(Path.cwd())) if whole.is_relative_to(Path.cwd()) else str(whole)


def _typed(root: Path, shown: str) -> str:
    """The words of a call that mean the file: outside the workspace they name its root."""
    words = [shown] if Path.cwd().is_relative_to(root.resolve()) else [shown, "--root", str(root.resolve())]
    return shlex.join(words)
