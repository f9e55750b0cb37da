"""The file by which GitHub and GitLab know whom to ask for a review: the last line that fits a path holds."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dvk.trust.codeowners import Rule
from dvk.trust.owners.ownership import FOLDERS_OF_UNITS

_E_MAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_HEAD = (
    "# dvk codeowners --platform {name}",
    "# Tệp này do dvk ghi từ maintainers: trong units/; đừng sửa tay, hãy chạy lại lệnh trên.",
    "# Made by dvk from maintainers: in units/; do not edit it, run the command above again.",
)
"""No sign of a login in it: GitLab reads names in comments, too."""


def _for_github(letter: str) -> str:
    """A letter of a folder as GitHub takes it: ``[``, ``]`` and ``#`` only by ``?``, which stands for any letter."""
    if letter in "[]#" or not letter.isprintable():
        return "?"
    return f"\\{letter}" if letter in " *?\\" else letter


def _for_gitlab(letter: str) -> str:
    """A letter as Ruby's ``File.fnmatch`` takes it."""
    if not letter.isprintable():
        return "?"
    return f"\\{letter}" if letter in " *?[]\\{}" else letter


@dataclass(frozen=True, slots=True)
class Platform:
    """What a platform asks of the file.

    Args:
        name: as users type it.
        title: as people write it.
        places: where it looks for the file in a repository; the first that is there counts.
        most: a file of so many bytes or more is not read, or not to its end.
        login: how logins are made.
        escape: how a letter of a folder is written.
    """

    name: str
    title: str
    places: tuple[str, ...]
    most: int
    login: re.Pattern[str]
    escape: Callable[[str], str]

    def takes(self, person: str) -> bool:
        """Whether it can know somebody by this name: a login, with ``@`` or without, or an e-mail address."""
        return bool(_E_MAIL.fullmatch(person) or self.login.fullmatch(person.removeprefix("@")))


PLATFORMS: dict[str, Platform] = {
    platform.name: platform
    for platform in (
        # docs.github.com, “About code owners”: under 3 MB; logins of managed users end in _SHORTCODE
        Platform(
            "github",
            "GitHub",
            (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"),
            3_000_000,
            re.compile(r"[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}(?:_[A-Za-z0-9]+)?"),
            _for_github,
        ),
        # docs.gitlab.com, “Code Owners”, which names no limit; of a file GitLab loads the first 10 MiB
        Platform(
            "gitlab",
            "GitLab",
            ("CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"),
            10 << 20,
            re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,253}[A-Za-z0-9_-])?"),
            _for_gitlab,
        ),
    )
}
"""The platforms that ask the people of a file for a review."""


def as_codeowners(rules: Sequence[Rule], platform: Platform, above: str = "") -> str:
    """The text of the file, its last line ended.

    Args:
        rules: who reviews what, the wider folders first.
        platform: for which platform.
        above: the folder of the workspace in its repository, with ``/`` at its end; "" at its top.
    """
    top = "".join(letter if letter == "/" else platform.escape(letter) for letter in above)
    lines = [line.format(name=platform.name) for line in _HEAD]
    for rule in rules:
        people = " ".join(
            person if _E_MAIL.fullmatch(person) else f"@{person.removeprefix('@')}" for person in rule.people
        )
        lines.extend(f"{pattern} {people}" for pattern in _patterns(rule, top))
    return "".join(f"{line}\n" for line in lines)


def _patterns(rule: Rule, top: str) -> list[str]:
    if not rule.folder:
        return [f"/{top}" if top else "*"]
    return [f"/{top}{kind}/*/{rule.folder}/" for kind in FOLDERS_OF_UNITS]
