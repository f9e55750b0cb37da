"""The summary of a change as Markdown, short enough for a comment on GitHub or GitLab."""

from dvk.output.summary.page import ROOM, as_markdown

__all__ = ["ROOM", "as_markdown"]
