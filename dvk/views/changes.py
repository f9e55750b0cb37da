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
    "conflict": Phrase(
        "Nhánh đích đã đi tiếp và sửa đúng những dòng này: gộp nhánh đích vào đề nghị rồi xét lại.",
        "The base went on since and changed the same lines: merge it into the change and check again.",
    ),
}

_OUTSIDE = Phrase(
    "Ngoài thư mục này còn {0} tệp của kho git thay đổi, dvk không xét: {1}",
    "Outside this folder, files of the repository changed and were not judged, {0} in all: {1}",
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
    if comparison.outside:
        named = first_ones([printable(path) for path in comparison.outside], _MOST_NAMED)
        said.append(_OUTSIDE.to(language).format(len(comparison.outside), named))
    return said


def _moved_on(comparison: Comparison) -> list[str]:
    """What the branch that it goes to has come to since the change began."""
    if comparison.base_commit == comparison.tip_commit:
        return []
    return ["conflict" if comparison.merged is comparison.head else "behind"]
