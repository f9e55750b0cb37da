"""Where the first inputs come from: the repository's own documents, its examples of what is wrong, its papers."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from dvk.importing.paper import Line, Paper
from dvk.kinds import FILED, KINDS

ROOT = Path(__file__).parents[2]
_OF_WORKSPACES = ("*.yaml", "*.md")
LARGEST = 40_000
_MOST_OF_A_PAPER = 6_000


def documents() -> Iterator[tuple[str, bytes]]:
    """Path within its workspace, and bytes, of every document of the sample workspace and of the examples."""
    examples = (folder for folder in sorted((ROOT / "dvk/examples").glob("*/*")) if folder.is_dir())
    for folder in (ROOT, ROOT / "dvk/examples/base", *examples):
        for file in _texts(folder):
            yield file.relative_to(folder).as_posix(), file.read_bytes()


def papers() -> Iterator[bytes]:
    """Every paper in plain text, every story, and the beginning of every page in Markdown that dvk has of itself."""
    for pattern in ("tests/papers/**/*.txt", "stories/**/*.md", "docs/*.md", "README.vi.md"):
        for file in sorted(ROOT.glob(pattern)):
            yield file.read_bytes()[:_MOST_OF_A_PAPER]


def printed() -> Iterator[bytes]:
    """Every plan, registration and report of the sample workspace as dvk prints it, in Markdown."""
    from dvk.importing.papers import paper_of
    from dvk.printing.word.guard import Press
    from dvk.printing.word_files import Sheets, filled
    from dvk.workspace import open_workspace

    sheets = Sheets(open_workspace(ROOT))
    with Press() as press, tempfile.TemporaryDirectory() as folder:
        word = Path(folder) / "giay.docx"
        for file in sorted(file for kind in FILED for file in (ROOT / KINDS[kind].folder).rglob("*.yaml")):
            word.write_bytes(filled(sheets.of_document(file.relative_to(ROOT).as_posix()), press))
            yield "\n".join(_markdown(paper_of(word))).encode()


def _markdown(paper: Paper) -> Iterator[str]:
    for block in paper.blocks:
        if isinstance(block, Line):
            yield f"{'#' * block.heading} {block.text}".strip()
            continue
        rows = [["<br>".join(line.text for line in cell) for cell in row] for row in block.rows]
        shown = [f"| {' | '.join(text.replace('|', chr(92) + '|') for text in row)} |" for row in rows]
        yield from (shown[0], "|---" * len(rows[0]) + "|", *shown[1:], "")


def _texts(folder: Path) -> Iterator[Path]:
    tops = ["dvk.yaml", "indicators.yaml", "holidays.yaml"]
    below = ["units", "plans", "registrations", "reports", "stories", "templates/profiles"]
    yield from (folder / name for name in tops if (folder / name).is_file())
    for name in below:
        for pattern in _OF_WORKSPACES:
            yield from sorted((folder / name).rglob(pattern))
