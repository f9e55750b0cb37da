"""Findings as JUnit's XML, which GitLab, Jenkins and other CI servers show as tests.

A finding is a test case of its own, since readers of the format keep one failure a case; a file without any is one
that passed. What does not make the check fail does not fail here either.
"""

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from dvk.output.platforms.checked import Checked, Told
from dvk.shown import printable

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAME = "dvk check"


def as_junit(checked: Checked) -> str:
    """One suite of tests: of every file, and of every finding."""
    failures = sum(checked.fails(finding.severity) for finding in checked.findings)
    cases = list(_cases(checked))
    totals = {"name": _NAME, "tests": str(len(cases)), "failures": str(failures), "errors": "0", "time": "0"}
    top = ET.Element("testsuites", totals)
    suite = ET.SubElement(top, "testsuite", totals | {"skipped": "0"})
    suite.extend(cases)
    ET.indent(top)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(top, encoding="unicode")


def _cases(checked: Checked) -> Iterator[ET.Element]:
    wrong = {finding.file for finding in checked.findings}
    met: Counter[tuple[str, str]] = Counter()
    for told in checked.told():
        name = f"{told.code} {told.finding.mistake.field}".rstrip()
        met[told.path, name] += 1
        number = met[told.path, name]
        case = _case(told.path, name if number == 1 else f"{name} ({number})")
        case.append(_outcome(told, fails=checked.fails(told.severity)))
        yield case
    for file in checked.files:
        if file not in wrong:
            yield _case(checked.path(file), _NAME)


def _case(path: str, name: str) -> ET.Element:
    named = {"classname": _text(path), "name": _text(name), "file": _text(path), "time": "0"}
    return ET.Element("testcase", named)


def _outcome(told: Told, *, fails: bool) -> ET.Element:
    outcome = ET.Element("failure", {"message": _text(told.sentence), "type": told.code})
    if not fails:
        outcome = ET.Element("system-out")
    place = f"{told.path}:{told.line}" if told.location else told.path
    outcome.text = "\n".join(_text(line) for line in (f"{place}  {told.severity} {told.code}", *told.text.split("\n")))
    return outcome


def _text(text: str) -> str:
    """Text that XML can hold, in one line: control characters are written out, what is no character is left out."""
    return _NOT_IN_XML.sub("", printable(text))
