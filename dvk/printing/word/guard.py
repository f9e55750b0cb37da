"""Fills a template in a process of its own: what never ends, or eats all memory, ends there and not here."""

import base64
import json
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

from dvk.printing.data import Data, cleaned
from dvk.printing.word.refusals import Refused

LONGEST = 30
"""Seconds that a document may take; one of a hundred pages takes less than two."""

# -P: nothing is imported from the folder that dvk is called in. The rest of the path is the caller's own.
_START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from dvk.printing.word.worker import main; main()"


def printed(
    template: bytes, data: Mapping[str, Data], properties: Mapping[str, str], *, seconds: int = LONGEST
) -> bytes:
    """The bytes of the Word document that a template gives with this data; the same bytes for the same data.

    Args:
        template: a .docx with tags; it need not be trusted.
        data: what its tags stand for.
        properties: ``title``, ``author`` and ``day`` (ISO) of the file.
        seconds: how long it may take.

    Raises:
        Refused: where the template cannot be used, takes too long or gives too much.
    """
    request = {
        "template": base64.b64encode(template).decode(),
        "data": {key: cleaned(value) for key, value in data.items()},
        "properties": {key: cleaned(value) for key, value in properties.items()},
        "seconds": seconds,
    }
    answer, result = _asked(json.dumps(request).encode(), seconds)
    if "bug" in answer:
        raise RuntimeError(answer["bug"])
    if "fault" in answer:
        raise Refused(answer["fault"], answer.get("paragraph", 0), answer.get("tag", ""))
    return result


def _asked(request: bytes, seconds: int) -> tuple[dict[str, Any], bytes]:
    path = json.dumps([folder for folder in sys.path if folder])
    command = [sys.executable, "-P", "-c", _START, path]
    try:
        done = subprocess.run(command, input=request, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        raise Refused("takes_too_long") from None
    head, line, result = done.stdout.partition(b"\n")
    if done.returncode < 0:  # ended by the system: for its time, or for its memory
        raise Refused("takes_too_long")
    if done.returncode or not line:
        raise RuntimeError(done.stderr.decode(errors="replace"))
    return json.loads(head), result
