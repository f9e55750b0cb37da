"""The one exception that ends a command: dvk cannot go on, and says by a code why."""


class CannotGoOn(Exception):
    """What keeps dvk from answering at all; a user's mistake in a document is a ``Mistake``, never this.

    Args:
        code: a key of ``codes.CODES``, such as ``DVK901``; the sentence is made at output.
        **details: what the sentence of the code needs, by name. Kept as ``details``, because Python
            turns whatever is put into an exception's ``args`` into a tuple.
    """

    def __init__(self, code: str, **details: str) -> None:
        super().__init__(code)
        self.code = code
        self.details = details

    def __str__(self) -> str:
        return " ".join([self.code, *(f"{name}={value!r}" for name, value in self.details.items())])
