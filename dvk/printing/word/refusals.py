"""Why a template is refused: a value that travels from the process that fills it to the one that asked."""

from typing import Literal, TypeAlias

Fault: TypeAlias = Literal[
    "no_such_tag",
    "tag_syntax",
    "tag_not_allowed",
    "tag_misused",
    "not_word",
    "leads_outside",
    "is_a_link",
    "template_too_large",
    "gives_broken_word",
    "result_too_large",
    "takes_too_long",
    "nested_too_deep",
    "part_missing",
    "part_misplaced",
    "tag_left",
    "theme_font",
    "not_opened",
    "broken_part",
    "lost_part",
    "no_section",
    "no_rows",
    "same_ids",
]
"""What is wrong with a template or its result; ``messages.words`` says it."""


class Refused(Exception):
    """A template that cannot be used.

    Args:
        fault: why.
        paragraph: which paragraph of the template, from 1; 0 where none can be named.
        tag: the tag in it, as typed.
        part: the part of the document that it lacks, a name of ``dvk.components``.
        within: where the paragraph is counted: ``body``, ``header``, ``footer`` or ``footnotes``.
    """

    def __init__(
        self, fault: Fault, paragraph: int = 0, tag: str = "", part: str = "", *, within: str = "body"
    ) -> None:
        super().__init__(fault)
        self.fault, self.paragraph, self.tag, self.part, self.within = fault, paragraph, tag, part, within
