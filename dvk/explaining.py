"""The examples of the codes, shipped with dvk: a mistake, what dvk says about it, and the good twin one edit away."""

import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from importlib.resources import files
from importlib.resources.abc import Traversable

from dvk.messages import Language

BASE = "base"
COMMAND_FILE = "command.txt"
MAKE_FILE = "make.txt"

_EXPECTED = {"vi": "expected.txt", "en": "expected.en.txt"}
_CHECK = ("check",)


@dataclass(frozen=True, slots=True)
class Side:
    """The bad or the good half of an example.

    Args:
        files: path in the workspace → its bytes, laid over the base.
        make: what no plain file can hold, a step a line: ``repeat PATH LINE TIMES``, ``link PATH TARGET``,
            ``file PATH TEXT``, ``word PATH TEXT``, ``template PATH``, ``retype PATH TEXT NOW``, ``again PATH TEXT``,
            ``last PATH TEXT``, ``before PATH TEXT NEW STYLE``, ``font PATH TEXT FONT``,
            ``style-font PATH STYLE FONT``, ``table PATH ROW…``,
            ``tracked PATH TEXT``, ``declare PATH``, ``chain PATH UNITS``,
            ``remove PATH``, ``deny PATH``, ``meanwhile PATH LINE``, ``swap PATH OLD NEW``,
            ``runnable PATH``, ``pipe PATH``, ``cut``, ``locked FOLDER``, ``commit DAY``,
            ``branch NAME``, ``repository``, ``without-git``,
            ``odd-name FOLDER NAME``, ``tag NAME``, ``lose PATH``, ``elsewhere FOLDER``, ``of-somebody-else``,
            ``old-git``, ``sign``, ``without-ssh-keygen``, ``without-library NAME``, ``without-libreoffice``,
            ``broken-libreoffice``, ``terminal``.
        command: the words after ``dvk``.
    """

    files: Mapping[str, bytes]
    make: tuple[tuple[str, ...], ...] = ()
    command: tuple[str, ...] = _CHECK


@dataclass(frozen=True, slots=True)
class Example:
    """One code's example.

    Args:
        code: the code that the bad side is answered with.
        bad: the mistake.
        good: the same without it.
        expected: what dvk prints for the bad side, in each language.
    """

    code: str
    bad: Side
    good: Side
    expected: Mapping[Language, str]


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines of a file of one side.

    Args:
        path: the file; ``make.txt`` and ``command.txt`` stand for the steps and the command.
        start: the first of the lines, from 0.
        lines: the lines; empty where something is missing.
    """

    path: str
    start: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """What is wrong in the bad side, and what stands in its place in the good one."""

    bad: Passage
    good: Passage


def example_names() -> list[str]:
    """Every folder of the examples, the base among them."""
    return sorted(folder.name for folder in _examples().iterdir() if folder.is_dir())


def base_files() -> dict[str, bytes]:
    """The small clean workspace over which every example is laid."""
    return dict(_files(_examples() / BASE))


def example(code: str) -> Example:
    """The example of a code.

    Raises:
        FileNotFoundError: where it has none.
    """
    folder = _examples() / code
    expected: dict[Language, str] = {
        "vi": (folder / _EXPECTED["vi"]).read_text("utf-8"),
        "en": (folder / _EXPECTED["en"]).read_text("utf-8"),
    }
    return Example(code, _side(folder / "bad"), _side(folder / "good"), expected)


def edits(found: Example) -> list[Edit]:
    """Where the bad side differs from the good one: in one place, if the example is as it should be."""
    bad, good = _texts(found.bad), _texts(found.good)
    renamed = _renamed(bad, good)
    if renamed:
        return [Edit(Passage(renamed[0], 0, ()), Passage(renamed[1], 0, ()))]
    base = {path: _text(data) for path, data in base_files().items()}
    found_edits: list[Edit] = []
    for path in sorted({*bad, *good}):
        was, now = (side.get(path, base.get(path, "")).split("\n") for side in (bad, good))
        found_edits.extend(_edits(path, was, now))
    return found_edits


def text_of(found: Side, path: str) -> list[str]:
    """The lines of a file of a side, or of the base where the side leaves it as it is."""
    return _text(found.files.get(path) or base_files().get(path, b"")).split("\n")


def _edits(path: str, was: list[str], now: list[str]) -> Iterator[Edit]:
    for kind, start, end, good_start, good_end in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if kind != "equal":
            bad, good = tuple(was[start:end]), tuple(now[good_start:good_end])
            yield Edit(Passage(path, start, bad), Passage(path, good_start, good))


def _renamed(bad: Mapping[str, str], good: Mapping[str, str]) -> tuple[str, str] | None:
    """The two paths, where the good side is the bad one under another path."""
    only_bad, only_good = bad.keys() - good.keys(), good.keys() - bad.keys()
    if len(only_bad) == len(only_good) == 1:
        before, after = only_bad.pop(), only_good.pop()
        if bad[before] == good[after]:
            return before, after
    return None


def _texts(side: Side) -> dict[str, str]:
    steps = "\n".join(shlex.join(step) for step in side.make)
    command = {} if side.command == _CHECK else {COMMAND_FILE: shlex.join(side.command)}
    return {path: _text(data) for path, data in side.files.items()} | ({MAKE_FILE: steps} if steps else {}) | command


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _side(folder: Traversable) -> Side:
    if not folder.is_dir():
        return Side({})
    found = dict(_files(folder))
    make = found.pop(MAKE_FILE, b"").decode().splitlines()
    command = found.pop(COMMAND_FILE, b"check").decode()
    return Side(found, tuple(tuple(shlex.split(line)) for line in make), tuple(shlex.split(command)))


def _files(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, bytes]]:
    for item in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if item.is_dir():
            yield from _files(item, f"{prefix}{item.name}/")
        else:
            yield f"{prefix}{item.name}", item.read_bytes()


def _examples() -> Traversable:
    return files("dvk") / "examples"
