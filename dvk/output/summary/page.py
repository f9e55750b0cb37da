"""The page: its first sentence, its sections in their order, and how much of each fits."""

from dataclasses import replace

from dvk.messages import Language
from dvk.messages.of_summary import told
from dvk.output.markdown_text import plain
from dvk.output.summary.figures import figures
from dvk.output.summary.looking import to_look_at
from dvk.output.summary.naming import Reviewed
from dvk.output.summary.owing import obligations
from dvk.output.summary.telling import documents, first_sentence
from dvk.summary import ChangeSummary
from dvk.views.changes import against, oddities

ROOM = 60_000
"""Characters: a comment on GitHub holds 65,536, and what a workflow writes around it has to fit, too."""

_MOST = (60, 40, 25, 15, 8, 4, 2, 1)
"""How many entries of a list are shown; the first number with which the page fits counts."""


def as_markdown(summary: ChangeSummary, language: Language, room: int = ROOM) -> str:
    """What a change is, what it moves, what it meets and what to look at, in at most ``room`` characters."""
    if summary.is_empty:
        return f"**{plain(against(summary.comparison, language))}.**"
    reviewed = Reviewed.of(summary, language)
    page = ""
    for most in _MOST:
        page = _page(replace(reviewed, most=most))
        if len(page) <= room:
            break
    return page[:room]


def _page(reviewed: Reviewed) -> str:
    """The sections, the most asked first."""
    language, summary = reviewed.language, reviewed.summary
    lines = [f"## {told('title', language)}", "", first_sentence(reviewed), ""]
    odd = "\n>\n".join(f"> {plain(text, 500)}" for text in oddities(summary.comparison, language))
    lines += [odd, ""] if odd else []
    lines += documents(reviewed)
    for title, section in (("figures", figures), ("obligations", obligations), ("to_look_at", to_look_at)):
        found = section(reviewed)
        if found:
            lines += ["", f"### {told(title, language)}", "", *found]
    lines += ["", f"<sub>{plain(against(summary.comparison, language))}.</sub>"]
    return "\n".join(lines)
