"""Where the first inputs come from: the repository's own documents, its examples of what is wrong, its papers."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
_OF_WORKSPACES = ("*.yaml", "*.md")
LARGEST = 40_000


def documents() -> Iterator[tuple[str, bytes]]:
    """Path within its workspace, and bytes, of every document of the sample workspace and of the examples."""
    examples = (folder for folder in sorted((ROOT / "dvk/examples").glob("*/*")) if folder.is_dir())
    for folder in (ROOT, ROOT / "dvk/examples/base", *examples):
        for file in _texts(folder):
            yield file.relative_to(folder).as_posix(), file.read_bytes()


def papers() -> Iterator[bytes]:
    """Every paper in plain text, and every page that dvk has of documents in Markdown."""
    for pattern in ("tests/papers/**/*.txt", "docs/**/*.md", "stories/**/*.md", "README.vi.md"):
        for file in sorted(ROOT.glob(pattern)):
            yield file.read_bytes()[:LARGEST]


def _texts(folder: Path) -> Iterator[Path]:
    tops = ["dvk.yaml", "indicators.yaml", "holidays.yaml"]
    below = ["units", "plans", "registrations", "reports", "stories", "templates/profiles"]
    yield from (folder / name for name in tops if (folder / name).is_file())
    for name in below:
        for pattern in _OF_WORKSPACES:
            yield from sorted((folder / name).rglob(pattern))
