"""Findings as annotations of GitHub: workflow commands for its log, and the whole list for its summary of a step.

A line that begins with ``::`` is a command to whatever runs the job, so nothing of a file begins a line, and what a
command is made of is escaped as GitHub's own toolkit does it.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from dvk.findings import Severity
from dvk.messages import Phrase
from dvk.output.platforms.checked import Checked, Told
from dvk.output.tables import as_markdown
from dvk.shown import printable
from dvk.views.counts import counts
from dvk.views.findings import findings_table, gravest_first
from dvk.views.table import Table

MOST_OF_A_LEVEL = 10
"""GitHub shows no more annotations of one level and one step than these."""
LARGEST_SUMMARY = 1 << 20
"""The summary of a step is refused as a whole when it is larger, in bytes."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_MORE = Phrase(
    "Còn {0} mục nữa không hiện ở đây: xem phần tóm tắt (Summary) của lần chạy, hoặc chạy dvk check trên máy.",
    "{0} more are not shown here: see the summary of this run, or run dvk check on your machine.",
)
_CUT = Phrase("Còn {0} mục nữa: chạy dvk check trên máy.", "{0} more: run dvk check on your machine.")


def as_annotations(checked: Checked) -> str:
    """A command for each finding, the gravest first, at most ten of a level; then how many more, and the counts."""
    shown = list(_shown(checked))
    more = len(checked.findings) - len(shown)
    lines = [_command(told) for told in shown]
    if more:
        lines.append(_MORE.to(checked.language).format(more))
    if checked.about:
        lines.append(printable(checked.about))
    return "\n".join([*lines, counts(checked.findings, len(checked.files), checked.language)])


def as_step_summary(checked: Checked, room: int = LARGEST_SUMMARY) -> str:
    """All findings as a table in Markdown, the gravest first, in at most ``room`` bytes of UTF-8; "" for none."""
    table = findings_table(gravest_first(checked.findings), checked.places, len(checked.files), checked.language)
    tables = [Table(checked.about, ()), table] if checked.about else [table]
    lines = as_markdown(tables, checked.language).split("\n")
    left = room - len(_CUT.to(checked.language).format(len(lines)).encode()) - len("\n\n\n")
    kept: list[str] = []
    for number, line in enumerate(lines):
        left -= len(line.encode("utf-8", "backslashreplace")) + len("\n")
        if left < 0:
            cut = _CUT.to(checked.language).format(len(lines) - number)
            return "\n".join([*kept, "", cut, ""]) if kept else ""
        kept.append(line)
    return "\n".join([*kept, ""])


def _shown(checked: Checked) -> Iterator[Told]:
    met: Counter[Severity] = Counter()
    for told in replace(checked, findings=gravest_first(checked.findings)).told():
        met[told.severity] += 1
        if met[told.severity] <= MOST_OF_A_LEVEL:
            yield told


def _command(told: Told) -> str:
    place = {"line": str(told.line), "col": str(told.location.column)} if told.location else {}
    properties = {"file": told.path} | place | {"title": f"dvk {told.code}"}
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_LEVELS[told.severity]} {listed}::{_data(told.text)}"


def _data(text: str) -> str:
    """Text of a command; a line of it ends as ``%0A``, and other control characters are written out."""
    return printable(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
