"""Files of office programs, PDF and plain text as a ``Paper``: what is printed, in order, and nothing of the format."""
