"""What is kept of files that were read before: their readings, by what the files hold.

It only saves time: whatever is gone, broken, or of another dvk is read again, and the answer is the same.
"""

from dvk.memory.readings import Readings
from dvk.memory.rows import from_row, to_row
from dvk.memory.store import Store

__all__ = ["Readings", "Store", "from_row", "to_row"]
