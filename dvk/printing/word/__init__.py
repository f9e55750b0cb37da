"""A template filled with values as a Word file: nothing of what they say. ``guard`` is the way in."""
