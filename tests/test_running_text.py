"""Papers of running text taken apart: each text in tests/papers/running beside what is read in it."""

import os
from pathlib import Path

import pytest

from dvk.importing.bases import legal_bases
from dvk.importing.doubts import DOUBTS
from dvk.importing.foot import recipients_of, signatories_of
from dvk.importing.head import head_of
from dvk.importing.outline import Section, outlined
from dvk.importing.paper import Paper
from dvk.importing.papers.text.reading import blocks_of
from dvk.importing.prose import text_of
from dvk.importing.quoted import leaves

PAPERS = sorted((Path(__file__).parent / "papers" / "running").glob("*.txt"))


def outline_of(file):
    blocks, _ = blocks_of(file.read_bytes(), markdown=False)
    return outlined(Paper(file.name, blocks))


def told(outline):
    """Everything that is read in a paper, a line each."""
    head = head_of(outline)
    draft = {
        **head.draft,
        "legal_bases": legal_bases(outline),
        "recipients": recipients_of(outline),
        "signatories": signatories_of(outline),
    }
    apart = {"issuer": head.issuer, "superior": head.superior}
    yield from (said(path, value) for path, value in leaves(draft))
    yield from (said(f"({name})", value) for name, value in apart.items() if value)
    yield f"(line): {head.line}"
    yield f"(preamble): {' '.join(str(block.number) for block in outline.preamble)}"
    for section in outline.sections:
        yield from parts(section)
    yield f"(closing): {' '.join(str(line.number) for line in outline.closing)}"
    text = text_of(outline)
    yield ""
    yield text.value if text else ""


def said(path, value):
    doubt = f" ? {value.doubt}" if value.doubt else ""
    return f"{path}: {value.value} [{value.line}{f': {value.phrase}' if value.phrase else ''}]{doubt}"


def parts(section: Section):
    yield f"{'  ' * section.depth}[{section.mark}] {section.words} [{section.title.number}]: {len(section.blocks)}"
    for part in section.parts:
        yield from parts(part)


@pytest.mark.parametrize("file", PAPERS, ids=lambda file: file.stem)
def test_a_paper_is_read_as_expected(file):
    found = "\n".join(told(outline_of(file))).rstrip() + "\n"
    expected = file.with_suffix(".expected")
    if os.environ.get("DVK_REWRITE_EXAMPLES"):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("file", PAPERS, ids=lambda file: file.stem)
def test_every_value_stands_in_the_line_that_it_names(file):
    outline = outline_of(file)
    blocks, _ = blocks_of(file.read_bytes(), markdown=False)
    text = {line.number: line.text for line in blocks}
    read = {**head_of(outline).draft, "a": legal_bases(outline), "b": recipients_of(outline)}
    for path, value in leaves(read):
        assert value.line in text, path
        assert value.doubt in {"", *DOUBTS}
        near = " ".join(text.get(number, "") for number in range(value.line, value.line + 3))
        assert not value.phrase or value.phrase.split()[0] in near, path
