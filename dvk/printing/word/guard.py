"""Fills templates in a process of its own: what never ends, or eats all memory, ends there and not here."""

from collections.abc import Mapping
from types import TracebackType
from typing import Self

from dvk.confined import OutOfBounds, Worker
from dvk.printing.data import Data, cleaned
from dvk.printing.word.refusals import Refused

LONGEST = 30
"""Seconds that a document may take; one of a hundred pages takes less than two."""

_JOB = "dvk.printing.word.worker"


class Press:
    """Prints documents, one after another; a template that it has seen is not taken apart again.

    Args:
        seconds: how long a document may take.
    """

    def __init__(self, seconds: int = LONGEST) -> None:
        self.seconds = seconds
        self._worker = Worker(_JOB)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, what: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def start(self) -> None:
        """Get ready now, while something else is done."""
        self._worker.start()

    def close(self) -> None:
        """Stop, also in the middle of a document."""
        self._worker.close()

    def printed(
        self,
        template: bytes,
        data: Mapping[str, Data],
        properties: Mapping[str, str],
        look: Mapping[str, Data] | None = None,
    ) -> bytes:
        """The bytes of the Word document that a template gives with this data; the same bytes for the same data.

        Args:
            template: a .docx with tags; it need not be trusted.
            data: what its tags stand for.
            properties: ``title``, ``author`` and ``day`` (ISO) of the file.
            look: the look of a format profile; without one, that of the template.

        Raises:
            Refused: where the template cannot be used, takes too long or gives too much.
        """
        request = {
            "data": {key: cleaned(value) for key, value in data.items()},
            "properties": {key: cleaned(value) for key, value in properties.items()},
            "look": look,
        }
        try:
            answer, result = self._worker.ask(request, template, seconds=self.seconds)
        except OutOfBounds:
            raise Refused("takes_too_long") from None
        if "fault" in answer:
            raise Refused(**answer)
        return result
