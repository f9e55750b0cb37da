"""What goes through the pipes between the one who asks and the process that answers."""

import json
import struct
from collections.abc import Mapping
from typing import IO, Any, TypeAlias

Message: TypeAlias = tuple[dict[str, Any], bytes]

LARGEST_ANSWER = 256 << 20
SECONDS = "seconds"
"""The key of a request under which the process is told how long it may take."""
NO_MEMORY = 77
"""The exit code of a process whose memory does not hold the request."""

_LENGTHS = struct.Struct(">QQ")


def packed(head: Mapping[str, Any], body: bytes) -> bytes:
    """A message: two lengths, what JSON can hold, and bytes."""
    text = json.dumps(head, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return _LENGTHS.pack(len(text), len(body)) + text + body


def unpacked(stream: IO[bytes], most: int = LARGEST_ANSWER) -> Message:
    """The next message of a stream.

    Raises:
        EOFError: where the stream ends first.
        ValueError: where it is larger than any that is allowed.
    """
    head, body = _LENGTHS.unpack(_exactly(stream, _LENGTHS.size))
    if head + body > most:
        raise ValueError("too large")
    text = _exactly(stream, head).decode("utf-8", "surrogatepass")
    return json.loads(text), _exactly(stream, body)


def _exactly(stream: IO[bytes], size: int) -> bytes:
    found = stream.read(size)
    if len(found) != size:
        raise EOFError
    return found
