"""What git is started with, so that nothing of the repository's own is run, fetched or believed.

Flags outdo the settings of the repository, variables outdo flags where git has both, and what the caller's
environment says about git is left out.
"""

import os
from pathlib import Path

from dvk.errors import CannotGoOn

_SETTINGS = {
    # programs that settings can name, apart from those of commands never used here
    "core.fsmonitor": "",
    "core.hooksPath": os.devnull,
    "log.showSignature": "false",  # would run gpg.program
    "protocol.allow": "never",
    "gpg.program": os.devnull,
    "gpg.openpgp.program": os.devnull,
    "gpg.x509.program": os.devnull,
    "gpg.ssh.program": os.devnull,
    "gpg.ssh.defaultKeyCommand": "",
    # whose word counts for what
    "core.attributesFile": os.devnull,
    "core.excludesFile": os.devnull,  # would hide files from a check that everybody else has in it
    "core.commitGraph": "false",  # a second copy of parents and times, that nothing ties to the commits' ids
    "gpg.ssh.allowedSignersFile": os.devnull,
    "gpg.ssh.revocationFile": os.devnull,
    "safe.bareRepository": "explicit",  # a bare repository hidden among the workspace's own files
    # how answers look
    "core.quotepath": "off",
    "diff.orderFile": os.devnull,
    "i18n.logOutputEncoding": "UTF-8",
    "log.follow": "false",
    "log.mailmap": "false",
    "log.showRoot": "true",
}
_KEPT_VARIABLES = frozenset(
    {
        "GIT_CEILING_DIRECTORIES",
        "GIT_CONFIG_GLOBAL",
        "GIT_CONFIG_NOSYSTEM",
        "GIT_CONFIG_SYSTEM",
        "GIT_DISCOVERY_ACROSS_FILESYSTEM",
    }
)
_SET_VARIABLES = {
    "LC_ALL": "C",
    "GIT_ALLOW_PROTOCOL": "",  # stronger than protocol.allow, which protocol.NAME.allow overrides
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}


def flags() -> list[str]:
    """Give the words between ``git`` and its command."""
    pairs = [("-c", f"{name}={value}") for name, value in _SETTINGS.items()]
    return ["--no-pager", "--no-optional-locks", "--literal-pathspecs", *(word for pair in pairs for word in pair)]


def environment() -> dict[str, str]:
    """Give git our environment without what would point it elsewhere, as a hook's ``GIT_DIR`` does."""
    kept = {name: value for name, value in os.environ.items() if name in _KEPT_VARIABLES or not name.startswith("GIT_")}
    return kept | _SET_VARIABLES


def can_be_passed(text: str) -> bool:
    """Tell whether text can be an argument of a program at all."""
    try:
        return b"\0" not in os.fsencode(text)
    except UnicodeEncodeError:
        return False


def printable(text: str) -> str:
    """Leave out whatever could steer a terminal or turn the direction of writing."""
    return "".join(letter for letter in text if letter.isprintable())


def program(name: str) -> str:
    """Find a program on PATH by its full name, so that a ``git.exe`` lying in a workspace is never taken for it.

    Raises:
        CannotGoOn: DVK904 if git is not there, DVK957 if it is another program.
    """
    file = f"{name}.exe" if os.name == "nt" else name
    for folder in os.get_exec_path():
        candidate = Path(folder, file)
        if candidate.is_absolute() and candidate.is_file() and os.access(candidate, os.X_OK):
            return str(candidate)
    raise CannotGoOn("DVK904") if name == "git" else CannotGoOn("DVK957", program=name)
