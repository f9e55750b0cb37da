"""What a check came to, as platforms are told: each finding with its words, its path and an identity that lasts."""

import hashlib
import json
import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dvk.findings import Finding, Severity
from dvk.messages import Language
from dvk.shown import printable
from dvk.views.findings import remedy, sentence
from dvk.views.places import Places

if TYPE_CHECKING:
    from dvk.textfile import Location

_OF_THE_WHOLE = "dvk.yaml"
"""The file that is named where a finding is about no single file: platforms show nothing without one."""
_VERSION = "v1"


@dataclass(frozen=True, slots=True)
class Checked:
    """What one check came to.

    Args:
        findings: all of them, in the order of files and lines.
        places: where their lines are looked up.
        files: every file that was looked at.
        language: of sentences.
        above: the folder of the workspace inside its repository, with ``/`` at its end; "" where they are one.
        strict: whether warnings fail, too.
        about: what was compared with what, where a change was checked; "" where files were.
    """

    findings: list[Finding]
    places: Places
    files: list[str]
    language: Language
    above: str = ""
    strict: bool = False
    about: str = ""

    def told(self) -> Iterator["Told"]:
        """Each finding with what platforms want to know of it."""
        for finding, identity in zip(self.findings, identities(self.findings), strict=True):
            yield Told(finding, self.path(finding.file), self.places.find(finding), identity, self.language)

    def path(self, file: str) -> str:
        """A path from the top of the repository."""
        return posixpath.normpath(self.above + (file or _OF_THE_WHOLE))

    def fails(self, severity: Severity) -> bool:
        """Whether a finding of that weight makes the check fail."""
        return severity is Severity.ERROR or (self.strict and severity is Severity.WARNING)


@dataclass(frozen=True, slots=True)
class Told:
    """One finding.

    Args:
        finding: the finding itself.
        path: its file, from the top of the repository; bytes that are not UTF-8 as Python's file names have them.
        location: its place in the file; None where the file as a whole is meant.
        identity: 64 hexadecimal digits that stay when lines move.
        language: of its sentences.
    """

    finding: Finding
    path: str
    location: "Location | None"
    identity: str
    language: Language

    @property
    def code(self) -> str:
        """Its code."""
        return self.finding.mistake.code

    @property
    def severity(self) -> Severity:
        """Its weight in this workspace."""
        return self.finding.severity

    @property
    def sentence(self) -> str:
        """What is wrong, in one printable line."""
        return printable(sentence(self.finding, self.language))

    @property
    def remedy(self) -> str:
        """What to do instead, in one printable line; "" where there is nothing to say."""
        return printable(remedy(self.finding, self.language))

    @property
    def text(self) -> str:
        """Both, the remedy in a line of its own."""
        return "\n".join(filter(None, (self.sentence, self.remedy)))

    @property
    def in_one_line(self) -> str:
        """Both, one after the other."""
        return ". ".join(filter(None, (self.sentence.removesuffix("."), self.remedy)))

    @property
    def line(self) -> int:
        """Its line, 1 where it has none."""
        return self.location.line if self.location else 1


def identities(findings: Iterable[Finding]) -> Iterator[str]:
    """An identity of each finding, of code, file, field and arguments, never of its line; no two alike.

    Findings that differ in nothing else are told apart by their order.
    """
    met: Counter[str] = Counter()
    for finding in findings:
        mistake = finding.mistake
        known = [_VERSION, mistake.code, finding.file, mistake.field, sorted(mistake.args.items())]
        text = json.dumps(known)
        met[text] += 1
        yield hashlib.sha256(f"{text}{met[text] if met[text] > 1 else ''}".encode()).hexdigest()
