"""Why a file gives no paper: a value that travels from the process that reads it to the one that asked."""


class Unreadable(Exception):
    """A file that cannot be read, or may not be.

    Args:
        code: a key of ``codes.CODES``.
        **details: what its sentence needs beside the path.
    """

    def __init__(self, code: str, **details: str) -> None:
        super().__init__(code, details)
        self.code = code
        self.details = details


def broken(fault: str) -> Unreadable:
    """A file that is not what it seems to be: cut off, damaged, or never one of its kind."""
    return Unreadable("DVK947", fault=fault)


def too_large(fault: str) -> Unreadable:
    """A file that holds more than any document of an office does."""
    return Unreadable("DVK948", fault=fault)
