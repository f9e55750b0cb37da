"""The parts of the oracle are modules beside its tests."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
