"""The one door to LibreOffice, where it is installed: a document of one kind as a document of another.

Nothing in a document is trusted. LibreOffice runs with a profile of its own, made for the call and gone after it: it
neither disturbs nor waits for an office that is open, runs no macro, follows no link out of the document, and reaches
no network. What takes too long is ended, with all that it started.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from dvk.errors import CannotGoOn
from dvk.temporary import see_that_there_is_room, writing_temporary_files

LONGEST = 90
"""Seconds that one document may take; a start takes two to five of them."""
LONGEST_EACH = 15
"""Seconds that each further document of one start may take."""

ROOM = 32 << 20
"""Bytes that have to be free for a start: on a full disk LibreOffice leaves out fonts, and does not say so."""

_AT_ONCE = 25
_ROOM_FOR_EACH = 8
"""Bytes beside them for each byte of a document: it is unpacked, and a .pdf brings its fonts."""
_MOST_MEMORY = 4 << 30
_LARGEST_FILE = 256 << 20
_NAMES = ("soffice", "libreoffice")
_USUAL_PLACES = {
    "win32": ("{ProgramFiles}/LibreOffice/program/soffice.com", "{ProgramFiles(x86)}/LibreOffice/program/soffice.com"),
    "darwin": ("/Applications/LibreOffice.app/Contents/MacOS/soffice",),
}
_OPTIONS = ("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo")
# The limits have to stand before the first line of LibreOffice runs.
_LIMITED = (
    "import os, resource as r, sys\n"
    "for limit, most in ((r.RLIMIT_AS, int(sys.argv[1])), (r.RLIMIT_FSIZE, int(sys.argv[2])), (r.RLIMIT_CORE, 0)):\n"
    "    try: r.setrlimit(limit, (most, most))\n"
    "    except (ValueError, OSError): pass\n"
    "os.execv(sys.argv[3], sys.argv[3:])\n"
)
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),  # never
    ("Inet/Settings", "ooInetProxyType", "2"),  # all that goes out goes to a port where nobody listens
    ("Inet/Settings", "ooInetNoProxy", ""),
    *(("Inet/Settings", f"ooInet{kind}ProxyName", "127.0.0.1") for kind in ("HTTP", "HTTPS", "FTP")),
    *(("Inet/Settings", f"ooInet{kind}ProxyPort", "9") for kind in ("HTTP", "HTTPS", "FTP")),
)
"""Where a setting stands below ``org.openoffice``, its name, and its value in the profile of a call."""


def converted(contents: bytes, ending: str, into: str, *, seconds: int = LONGEST) -> bytes:
    """A document as LibreOffice saves it in another format.

    Args:
        contents: the bytes of the document; nothing in it is trusted.
        ending: what it is, ``doc`` or ``docx``.
        into: ``docx`` or ``pdf``.
        seconds: how long it may take.

    Raises:
        CannotGoOn: DVK936 where LibreOffice is not installed, DVK937 where it takes too long or cannot read it, DVK910
            where there is no room for its temporary files.
    """
    (found,) = converted_all([(contents, ending)], into, seconds=seconds)
    if found is None:
        raise CannotGoOn("DVK937", path=f".{ending}", into=into)
    return found


def converted_all(
    documents: Iterable[tuple[bytes, str]], into: str, *, seconds: int = LONGEST
) -> Iterator[bytes | None]:
    """The same for many documents, with few starts: each as (contents, ending); None for one that cannot be converted.

    No more of them are taken, and held, than one start is given.

    Raises:
        CannotGoOn: DVK936 where LibreOffice is not installed, DVK910 where there is no room for its temporary files.
    """
    program = office_program()
    rest = iter(documents)
    with _temporary_folder() as folder:
        call = _Call(program, Path(folder), into, seconds)
        while part := list(islice(rest, _AT_ONCE)):
            yield from call.converted(part)


def _temporary_folder() -> TemporaryDirectory[str]:
    with writing_temporary_files():
        return TemporaryDirectory(prefix="dvk-", ignore_cleanup_errors=True)


def office_program() -> str:
    """LibreOffice's program, by its full name.

    Raises:
        CannotGoOn: DVK936 where it is not installed.
    """
    found = next((path for name in _NAMES if (path := which(name)) and Path(path).is_absolute()), None)
    usual = (_filled_in(place) for place in _USUAL_PLACES.get(sys.platform, ()))
    found = found or next((place for place in usual if Path(place).is_file()), None)
    if found is None:
        raise CannotGoOn("DVK936")
    return found


def _filled_in(place: str) -> str:
    for name in ("ProgramFiles", "ProgramFiles(x86)"):
        place = place.replace(f"{{{name}}}", os.environ.get(name, f"C:/{name}"))
    return place


class _Call:
    """Starts of LibreOffice with one profile, in one folder that goes away with it."""

    def __init__(self, program: str, folder: Path, into: str, seconds: int) -> None:
        self.program, self.folder, self.into, self.seconds = program, folder, into, seconds
        self.starts = 0
        profile = folder / "profile" / "user"
        with writing_temporary_files():
            profile.mkdir(parents=True)
            (profile / "registrymodifications.xcu").write_text(_profile(), encoding="utf-8")

    def converted(self, documents: Sequence[tuple[bytes, str]]) -> list[bytes | None]:
        """What one start of LibreOffice makes of these; after a start that was cut off the rest one by one."""
        found, to_its_end = self._made_of(documents)
        if to_its_end:
            return found
        if len(documents) == 1:
            return [None]
        last = max((number for number, result in enumerate(found) if result is not None), default=0)
        found[last] = None  # it may be half a file
        return [result or self.converted([document])[0] for document, result in zip(documents, found, strict=True)]

    def _made_of(self, documents: Sequence[tuple[bytes, str]]) -> tuple[list[bytes | None], bool]:
        """The results of one start, and whether it came to its end."""
        self.starts += 1
        given, made = (self.folder / f"{name}-{self.starts}" for name in ("in", "out"))
        files = [given / f"{number}.{ending}" for number, (_, ending) in enumerate(documents)]
        with writing_temporary_files():
            given.mkdir()
            made.mkdir()
            for file, (contents, _) in zip(files, documents, strict=True):
                file.write_bytes(contents)
            see_that_there_is_room(self.folder, ROOM + _ROOM_FOR_EACH * sum(len(contents) for contents, _ in documents))
        to_its_end = self._run(made, files)
        return [_contents(made / f"{file.stem}.{self.into}") for file in files], to_its_end

    def _run(self, made: Path, files: Sequence[Path]) -> bool:
        profile = f"-env:UserInstallation={(self.folder / 'profile').as_uri()}"
        what = ["--convert-to", self.into, "--outdir", str(made), *map(str, files)]
        seconds = self.seconds + LONGEST_EACH * (len(files) - 1)
        process = _started([*_limits(), self.program, profile, *_OPTIONS, *what], self.folder)
        try:
            return process.wait(seconds) == 0
        except subprocess.TimeoutExpired:
            return False
        finally:
            _end(process)


def _started(command: list[str], folder: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command,
        cwd=folder,
        env=os.environ | {"SAL_USE_VCLPLUGIN": "svp", "TMPDIR": str(folder)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # so that all of it can be ended; Windows knows no such thing
    )


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program with all that it started: what is installed as LibreOffice is a script that starts it."""
    if os.name == "posix":
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)
    process.wait()


def _limits() -> list[str]:
    """What stands before the program where memory and files can be limited."""
    if os.name != "posix":
        return []
    return [sys.executable, "-I", "-S", "-c", _LIMITED, str(_MOST_MEMORY), str(_LARGEST_FILE)]


def _contents(file: Path) -> bytes | None:
    try:
        return file.read_bytes() or None
    except OSError:
        return None


def _profile() -> str:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop>'
        "</item>"
        for path, name, value in _SETTINGS
    )
    space = 'xmlns:oor="http://openoffice.org/2001/registry"'
    return f'<?xml version="1.0" encoding="UTF-8"?><oor:items {space}>{items}</oor:items>'
