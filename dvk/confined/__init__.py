"""A process of its own for work on files that nobody need trust: what never ends, or eats all memory, ends there.

The process answers many requests, one after another, over two pipes. It gives up what the work does not need before
it looks at the first: files to write, memory without end. Time is measured from outside, from the request on; the
processor's own limit only sees to it that nothing runs on where whoever asked is gone.
"""

from dvk.confined.limits import MOST_MEMORY
from dvk.confined.workers import OutOfBounds, Worker

__all__ = ["MOST_MEMORY", "OutOfBounds", "Worker"]
