"""The process in which a template is filled: a request on standard input, the Word document on standard output.

It gives up everything it does not need before it looks at the template: files to write, memory without end, time.
"""

import base64
import json
import sys
import traceback
from contextlib import suppress

from dvk.printing.word.filling import filled
from dvk.printing.word.refusals import Refused

MOST_MEMORY = 1 << 30


def main() -> None:
    """Answer one request: a line of JSON that says how it went, and after it the document."""
    request = json.load(sys.stdin.buffer)
    _give_up_what_is_not_needed(request["seconds"])
    try:
        result = filled(base64.b64decode(request["template"]), request["data"], request["properties"])
        answer: dict[str, object] = {}
    except Refused as refused:
        result, answer = b"", {"fault": refused.fault, "paragraph": refused.paragraph, "tag": refused.tag}
    except MemoryError:
        result, answer = b"", {"fault": "result_too_large"}
    except Exception:  # noqa: BLE001 - it travels to the one boundary of errors
        result, answer = b"", {"bug": traceback.format_exc()}
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n" + result)


def _give_up_what_is_not_needed(seconds: int) -> None:
    try:
        import resource
    except ImportError:  # Windows: there the time alone is limited, from outside
        return
    for limit, most in (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):
            resource.setrlimit(limit, (most, most))
