"""The entry point: language, one error boundary, exit codes."""

import gc
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TextIO

from dvk.errors import CannotGoOn
from dvk.messages import Language

GARBAGE = (100_000, 20, 100)
"""When Python looks for circles that nobody needs: seldom, as a call makes many records and next to no circles."""
FINE, FAILED, CANNOT_GO_ON, OUR_BUG, INTERRUPTED = 0, 1, 2, 3, 130


def main() -> None:
    """Run the command line and leave with its exit code: 0 fine, 1 errors found, 2 cannot go on, 3 a bug of ours."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, _nowhere())
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    gc.set_threshold(*GARBAGE)
    pressed = _heeding_ctrl_c()
    code = run(sys.argv[1:], pressed=pressed)
    sys.exit(INTERRUPTED if pressed() else code)


def run(argv: Sequence[str], today: date | None = None, *, pressed: Callable[[], bool] = lambda: False) -> int:
    """Run one call and give its exit code; prints to standard output and standard error.

    Args:
        argv: the words after ``dvk``.
        today: the day taken for today; by default the clock's, in Vietnam.
        pressed: whether somebody has pressed Ctrl-C: what fails then is no bug.
    """
    try:
        return _run(argv, today, pressed)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as bug:  # noqa: BLE001 - the one boundary: whatever it is, it is our bug
        return _bug(bug, "vi")


def _heeding_ctrl_c() -> Callable[[], bool]:
    """Whether Ctrl-C was pressed since: libraries in C swallow it, or tell of it as of a failure of their own."""
    presses: list[int] = []

    def press(number: int, _: object) -> None:
        presses.append(number)
        raise KeyboardInterrupt

    def swallowed(told: "sys.UnraisableHookArgs") -> None:
        if not issubclass(told.exc_type, KeyboardInterrupt):
            sys.__unraisablehook__(told)

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # it may be ignored, as by nohup
        signal.signal(signal.SIGINT, press)
    sys.unraisablehook = swallowed
    return lambda: bool(presses)


def _run(argv: Sequence[str], today: date | None, pressed: Callable[[], bool]) -> int:
    try:
        language, words = language_of(argv, os.environ.get("DVK_LANG", ""))
    except CannotGoOn as stop:
        return _stopped(stop, "vi")
    try:
        code = _call(words, language, today)
        sys.stdout.flush()
    except BrokenPipeError:
        sys.stdout = _nowhere()
        return FINE
    except OSError as problem:
        if not _comes_from_stdout(problem):
            return _bug(problem, language)
        sys.stdout = _nowhere()
        return _stopped(_cannot_write(problem), language)
    except Exception as bug:  # noqa: BLE001 - here the language is known
        return INTERRUPTED if pressed() else _bug(bug, language)
    return code


def _comes_from_stdout(problem: OSError) -> bool:
    """Whether it was standard output that failed: it then takes no line end either."""
    if problem.filename is not None:
        return False
    try:
        sys.stdout.write("\n")
        sys.stdout.flush()
    except OSError:
        return True
    return False


def _bug(bug: Exception, language: Language) -> int:
    sys.stderr.write(_bug_text(bug, language))
    return OUR_BUG


def _bug_text(bug: Exception, language: Language) -> str:
    """The bug in words; its bare trace where even these cannot be had."""
    try:
        from dvk.output.stops import bug_text

        return bug_text(bug, language)
    except Exception:  # noqa: BLE001 - half an installation: nothing of ours can be relied on
        return "Lỗi của dvk. This is a bug of dvk:\n" + "".join(traceback.format_exception(bug))


def _reader_left() -> bool:
    """Whether typer met a closed pipe: it then puts a stream that swallows everything in place of ours."""
    return type(sys.stdout).__name__ == "PacifyFlushWrapper"


def _nowhere() -> TextIO:
    """A stream for what nobody reads: the reader has left, or closed it before we began."""
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - it lives as long as the process


def _cannot_write(problem: OSError) -> CannotGoOn:
    from dvk.messages.of_system import reason_of

    return CannotGoOn("DVK910", path="stdout", problem=reason_of(problem))


def _stopped(stop: CannotGoOn, language: Language) -> int:
    from dvk.output.stops import stop_text

    sys.stderr.write(stop_text(stop, language) + "\n")
    return CANNOT_GO_ON


def language_of(argv: Sequence[str], wish: str) -> tuple[Language, list[str]]:
    """The language asked for, and the words without ``--lang``; Vietnamese unless English is asked for.

    Raises:
        CannotGoOn: DVK908 if ``--lang`` asks for a language that dvk does not speak.
    """
    words: list[str] = []
    asked = None
    rest = iter(argv)
    for argument in rest:
        if argument == "--lang":
            asked = next(rest, "")
        elif argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
        else:
            words.append(argument)
            if argument == "--":
                break
    if asked is not None and asked.lower() not in {"vi", "en"}:
        raise CannotGoOn("DVK908", option="--lang", typed=asked, clear="vi / en")
    return "en" if (asked or wish).lower().startswith("en") else "vi", [*words, *rest]


def _call(words: list[str], language: Language, today: date | None) -> int:
    from typer._click.exceptions import ClickException

    from dvk.cli.app import group
    from dvk.cli.bilingual import usage_error
    from dvk.cli.session import Session
    from dvk.vietnamese.zone import TIME_ZONE

    session = Session(language, today or datetime.now(TIME_ZONE).date(), time.time_ns())
    try:
        result = group().main(words, prog_name="dvk", standalone_mode=False, obj=session)
    except ClickException as error:
        from dvk.output.stops import shortened
        from dvk.shown import printable

        sys.stderr.write(shortened(printable(usage_error(error, language))) + "\n")
        return CANNOT_GO_ON
    except CannotGoOn as stop:
        return _stopped(stop, language)
    except SystemExit as end:
        return FINE if _reader_left() else int(end.code or FINE)
    return result if isinstance(result, int) else FINE


if __name__ == "__main__":
    main()
