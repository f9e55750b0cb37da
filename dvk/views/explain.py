"""The page of a code, and the list of all codes."""

import re
from collections.abc import Iterable

from dvk.codes import Code
from dvk.explaining import COMMAND_FILE, MAKE_FILE, Example, Passage, Side, edits, text_of
from dvk.messages import Language, Phrase
from dvk.messages.words import word
from dvk.shown import printable
from dvk.views.filling import LEFT_OUT
from dvk.views.table import Column, Table

_AROUND = 2
_LONGEST_LINE = 100
_ARGUMENT = re.compile(r"\{(\w+)\}")
_GAPS = re.compile(r"…(?: …)+")
_HEADS = {
    "prevents": Phrase("Ngăn được", "Prevents"),
    "bad": Phrase("Sai", "Bad"),
    "good": Phrase("Đúng", "Good"),
    "nothing": Phrase("(ở đây không có gì)", "(nothing here)"),
    "as_is": Phrase("(như mọi khi)", "(as usual)"),
}
_STEPS = {
    "repeat": Phrase("{0}: dòng {1} lặp lại {2} lần", "{0}: line {1} repeated {2} times"),
    "link": Phrase("{0} là liên kết tượng trưng tới {1}", "{0} is a symbolic link to {1}"),
    "file": Phrase("{0} chỉ có: {1}", "{0} holds: {1}"),
    "word": Phrase("{0} là tệp Word chỉ có: {1}", "{0} is a Word file that holds: {1}"),
    "template": Phrase("{0} chép từ mẫu của dvk", "{0} is a copy of dvk's"),
    "retype": Phrase("trong đó “{1}” sửa thành “{2}”", "in it “{1}” became “{2}”"),
    "again": Phrase("trong đó đoạn “{1}” có hai lần", "in it the paragraph “{1}” stands twice"),
    "last": Phrase("trong đó đoạn “{1}” dời xuống cuối", "in it the paragraph “{1}” was moved to the end"),
    "before": Phrase(
        "trong đó trên đoạn “{1}” có thêm “{2}”, kiểu {3}", "in it “{2}”, of the style {3}, stands above “{1}”"
    ),
    "font": Phrase("trong đó đoạn “{1}” đặt phông {2}", "in it the paragraph “{1}” is set in the font {2}"),
    "style-font": Phrase("trong đó kiểu “{1}” mang phông {2}", "in it the style “{1}” has the font {2}"),
    "table": Phrase(
        "cuối tệp có thêm bảng một cột, hàng đầu là “{1}”", "a table of one column was added to it, first row “{1}”"
    ),
    "tracked": Phrase("trong {0} có sửa đổi chưa chấp nhận: {1}", "{0} holds a tracked change: {1}"),
    "declare": Phrase("XML trong {0} khai báo thực thể", "the XML in {0} declares an entity"),
    "chain": Phrase("{0}: {1} đơn vị, mỗi đơn vị dưới đơn vị trước", "{0}: {1} units, each below the one before"),
    "remove": Phrase("không có {0}", "there is no {0}"),
    "deny": Phrase("{0}: không có quyền đọc", "{0}: no permission to read"),
    "meanwhile": Phrase("trong lúc dvk ghi, có người thêm vào {0}: {1}", "while dvk writes, somebody adds to {0}: {1}"),
    "swap": Phrase("trong {0} sửa “{1}” thành “{2}”", "in {0} “{1}” is changed to “{2}”"),
    "runnable": Phrase("{0} được phép chạy", "{0} may be run"),
    "pipe": Phrase("{0} là một ống dẫn (pipe)", "{0} is a pipe"),
    "branch": Phrase("nhánh git tên là {0}", "the branch of git is called {0}"),
    "cut": Phrase("bản sao git bị cắt (shallow)", "the clone is shallow"),
    "locked": Phrase("một lệnh dvk khác đang ghi trong thư mục {0}", "another dvk is writing in the folder {0}"),
    "commit": Phrase("kho git, lần ghi đầu tiên ngày {0}", "a git repository, first commit on {0}"),
    "repository": Phrase("kho git chưa có lần ghi nào", "a git repository without a commit"),
    "odd-name": Phrase("git có tên tệp {0}/{1}", "git has a file named {0}/{1}"),
    "tag": Phrase("git có thẻ {0} ở một commit khác", "git has a tag {0} at another commit"),
    "lose": Phrase("git mất nội dung của {0}", "git has lost the contents of {0}"),
    "elsewhere": Phrase("core.worktree trong git là {0}", "core.worktree of git is {0}"),
    "of-somebody-else": Phrase("thư mục thuộc người dùng khác", "the folder belongs to another user"),
    "old-git": Phrase("máy có git 2.25", "git is 2.25"),
    "sign": Phrase("commit đã được ký bằng SSH", "the commit is signed with SSH"),
    "without-ssh-keygen": Phrase("máy chưa cài ssh-keygen", "ssh-keygen is not installed"),
    "without-library": Phrase("máy chưa cài {0}", "{0} is not installed"),
    "without-git": Phrase("máy chưa cài git", "git is not installed"),
    "terminal": Phrase("in ra màn hình", "printed on a terminal"),
}


def codes_table(codes: Iterable[Code], language: Language) -> Table:
    """One row a code."""
    en = language == "en"
    columns = (
        Column("code", "code" if en else "mã"),
        Column("severity", "severity" if en else "mức"),
        Column("sentence", "what it says" if en else "nội dung"),
        Column("prevents", "prevents" if en else "ngăn được", reader="machine"),
    )
    rows = [
        (
            code.name,
            word(code.severity, language),
            in_words(code.message.sentence, language),
            code.message.prevents.to(language),
        )
        for code in codes
    ]
    return Table("", columns, list(rows), name="Codes of dvk" if en else "Các mã của dvk")


def code_json(code: Code, language: Language) -> dict[str, object]:
    """A code as data: its severity, and its sentences with ``…`` for what a finding fills in."""
    return {
        "code": code.name,
        "severity": str(code.severity),
        "sentence": in_words(code.message.sentence, language),
        "remedy": in_words(code.message.remedy, language),
        "prevents": code.message.prevents.to(language),
    }


def page_json(code: Code, found: Example, language: Language) -> dict[str, object]:
    """A code as data with its example."""
    edit = edits(found)[0]
    return code_json(code, language) | {
        "command": " ".join(found.bad.command),
        "path": edit.bad.path,
        "line": edit.bad.start + 1,
        "bad": list(edit.bad.lines),
        "good": list(edit.good.lines),
        "output": found.expected[language],
    }


def page(code: Code, found: Example, language: Language) -> str:
    """The page for people: what it says, what it prevents, the mistake, dvk's answer, the good twin."""
    edit = edits(found)[0]
    half = _half if edit.bad.path == edit.good.path else _name_alone
    says = code.message
    lines = [
        f"{code.name} · {word(code.severity, language)}",
        f"  {in_words(says.sentence, language)}",
        f"  {in_words(says.remedy, language)}",
        "",
        f"{_head('prevents', language)}: {says.prevents.to(language)}",
        "",
        *half("bad", found.bad, edit.bad, language),
        "",
        f"$ dvk {' '.join(found.bad.command)}",
        *(line.rstrip() for line in found.expected[language].rstrip("\n").split("\n")),
        "",
        *half("good", found.good, edit.good, language),
    ]
    return "\n".join(lines)


def in_words(phrase: Phrase, language: Language) -> str:
    """A sentence with ``…`` where a finding names its own case."""
    text = _ARGUMENT.sub(lambda found: "" if found[1] in LEFT_OUT else "…", phrase.to(language))
    return _GAPS.sub("…", " ".join(text.replace("{{", "{").replace("}}", "}").split()))


def _head(name: str, language: Language) -> str:
    return _HEADS[name].to(language)


def _half(name: str, side: Side, passage: Passage, language: Language) -> list[str]:
    """One half of the example: the lines with those around them, or the steps, or the command."""
    head = _head(name, language)
    if passage.path == COMMAND_FILE:
        return [f"{head}: dvk {' '.join(side.command)}"]
    if passage.path == MAKE_FILE:
        return [f"{head}: {steps(side, language)}"]
    return [f"{head}: {passage.path}", *_excerpt(text_of(side, passage.path), passage, language)]


def _name_alone(name: str, side: Side, passage: Passage, language: Language) -> list[str]:
    """Where only the name of the file is wrong, its lines say nothing."""
    del side
    return [f"{_head(name, language)}: {passage.path}"]


def steps(side: Side, language: Language) -> str:
    """What makes the files of an example besides writing them."""
    told = [_STEPS[verb].to(language).format(*words) for verb, *words in side.make]
    return "; ".join(told) or _head("as_is", language)


def _excerpt(lines: list[str], passage: Passage, language: Language) -> list[str]:
    """The lines marked with ``>``, and two before and after."""
    end = passage.start + len(passage.lines)
    first, last = max(passage.start - _AROUND, 0), min(end + _AROUND, len(lines) - 1)
    width = len(str(last))
    shown = [
        f"  {'>' if passage.start <= number < end else ' '} {number + 1:>{width}} │ "
        f"{printable(lines[number][:_LONGEST_LINE])}"
        for number in range(first, last)
    ]
    if not passage.lines and shown:
        shown.insert(passage.start - first, f"  > {'':>{width}} │ {_head('nothing', language)}")
    return [line.rstrip() for line in shown]
