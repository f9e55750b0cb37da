"""A change in one line: what it is compared with, how many files it touches, and what is odd about it."""

from dvk.changes import Comparison
from dvk.messages import Language, Phrase
from dvk.shown import first_ones, printable
from dvk.vietnamese.dates import format_date

_SHORT = 10
_AGAINST = Phrase(
    "So với {base} ngày {base_day}: {files} tệp thay đổi, xét như ngày {day}",
    "Compared with {base} of {base_day}: {files} changed file{s}, judged as of {day}",
)
_NOTHING = Phrase(
    "So với {base} ngày {base_day}: không có gì thay đổi", "Compared with {base} of {base_day}: no change"
)
_GAPS = {
    "unrelated": Phrase(
        "Hai bên không có lịch sử chung: so với chính nhánh đích.",
        "The two histories have nothing in common: compared with the base itself.",
    ),
    "shallow": Phrase(
        "Bản sao git bị cắt (shallow): không so được với số và ngày trong lịch sử cũ.",
        "A shallow clone: numbers and days of the history that was cut off were not compared.",
    ),
    "no_policy": Phrase(
        "Nhánh đích chưa có dvk.yaml: xét theo quy định mặc định.",
        "The base has no dvk.yaml: judged by the policy that holds without one.",
    ),
    "behind": Phrase(
        "Nhánh đích đã đi tiếp: xét như gộp vào bản mới nhất của nhánh đích.",
        "The base went on since: judged as merged into its latest commit.",
    ),
}

_OUTSIDE = Phrase(
    "Ngoài thư mục này còn {0} tệp của kho git thay đổi, dvk không đọc nội dung: {1}",
    "Outside this folder, files of the repository changed, and dvk does not read them, {0} in all: {1}",
)
_CLASHES = Phrase(
    "Nhánh đích đã sửa đúng những dòng này, chưa gộp được, tạm xét như chưa có bản sửa ấy ({0} tệp): {1}. "
    "Gộp nhánh đích vào đề nghị rồi xét lại.",
    "The base changed the same lines since; these files were judged without that, {0} in all: {1}. "
    "Merge it into the change and check again.",
)
_MOST_NAMED = 5


def against(comparison: Comparison, language: Language) -> str:
    """What a change is compared with, and how much it touches."""
    told = _AGAINST if comparison.changes else _NOTHING
    return told.to(language).format(
        base=comparison.base_commit[:_SHORT],
        base_day=format_date(comparison.base_day),
        files=len(comparison.changes),
        s="" if len(comparison.changes) == 1 else "s",
        day=format_date(comparison.day),
    )


def oddities(comparison: Comparison, language: Language) -> list[str]:
    """What has to be known to believe the result, a sentence each."""
    said = [_GAPS[gap].to(language) for gap in (*comparison.gaps, *_moved_on(comparison))]
    outside = [change.path for change in comparison.outside]
    for phrase, paths in ((_CLASHES, comparison.clashes), (_OUTSIDE, outside)):
        if paths:
            named = first_ones([printable(path) for path in paths], _MOST_NAMED)
            said.append(phrase.to(language).format(len(paths), named))
    return said


def _moved_on(comparison: Comparison) -> list[str]:
    """What the branch that it goes to has come to since the change began."""
    if comparison.base_commit == comparison.tip_commit:
        return []
    return ["behind"]
