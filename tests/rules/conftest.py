import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from workspace_builder import Workspace


@pytest.fixture
def ws(tmp_path: Path) -> Workspace:
    """An empty workspace with its settings."""
    return Workspace(tmp_path)
