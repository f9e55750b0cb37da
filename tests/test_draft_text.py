"""A draft as YAML: whatever its values hold, the file reads back as the draft, and each comment stays a comment."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from dvk.importing.draft_text import draft_text, reads_as
from dvk.importing.quoted import Quoted
from dvk.textfile import read_text
from dvk.vietnamese.text import nfc

TEXTS = st.text(min_size=1, max_size=60) | st.sampled_from(
    [
        "yes",
        "null",
        "~",
        "08",
        "1e3",
        "2020-04-27",
        "- a",
        "a: b",
        "a #b",
        "'",
        '"',
        "|",
        " x ",
        "a\n\n b\n",
        "\ta\n",
        "đ\r\nê",
    ]
)
ABOUT_LETTERS = {"DVK112", "DVK113"}
"""Letters taken apart, or of an old font: the text is one value all the same."""
QUOTED = st.builds(Quoted, value=TEXTS, line=st.integers(0, 99), phrase=st.text(max_size=40))


@given(
    subject=QUOTED,
    recipients=st.lists(QUOTED, max_size=4),
    basis=st.dictionaries(st.sampled_from(["number", "title"]), QUOTED),
)
@settings(max_examples=200, deadline=None)
def test_any_text_is_one_value_and_no_comment_leaves_its_line(subject, recipients, basis):
    draft = {"subject": subject, "recipients": recipients, "legal_bases": [basis] if basis else []}
    text = draft_text("plan", "plans/2024/a/b.yaml", draft, ["lời\nchú: [", "# hai"])
    assert reads_as("plan", text, draft)
    read = read_text(text.encode())
    assert not {mistake.code for mistake in read.mistakes} - ABOUT_LETTERS
    assert set(read.tree) <= {"subject", "recipients", "legal_bases"}
    assert len(read.tree.get("recipients", [])) == len(recipients)
    assert words(read.tree["subject"]) == words(subject.value)


def words(text):
    """A text without spaces, line ends and signs that no file may hold."""
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]+", "", nfc("null" if text is None else text))
