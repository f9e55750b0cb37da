"""Where a paper says something else than the document in YAML, matched by names and places."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from dvk.importing.comparing.nodes import Said, Tree, forms, path_of, shown
from dvk.importing.comparing.pairing import paired
from dvk.importing.comparing.projection import printed_tree, read_tree
from dvk.importing.known import Known
from dvk.importing.quoted import Draft, leaves
from dvk.textfile import Node, stable_path

ADDED = "[+]"
"""Stands for the place of an entry that only the paper has."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where document and paper do not say the same.

    Args:
        field: the field path in the document; of an entry that only the paper has, its list with ``[+]``.
        document: what the document says; "" for nothing.
        paper: what the paper says; "" for nothing.
        line: the line of the paper; 0 where it says nothing.
    """

    field: str
    document: str
    paper: str
    line: int = 0


def differences(kind: str, document: Mapping[str, Node], draft: Mapping[str, Draft], known: Known) -> list[Difference]:
    """Where a paper and a document say different things, in the order of the document.

    Only what a paper can show is compared (``UNPRINTED``), each value in one form however it was typed. Entries of
    lists are matched by what they say, then by their names: one that was taken away makes one difference.

    Args:
        kind: ``plan``, ``registration`` or ``report``.
        document: the tree of text of the file.
        draft: what was read from the paper.
        known: what the ids mean.
    """
    lines = {path: quoted.line for path, quoted in leaves(draft)}
    found = _between(printed_tree(kind, document, known), read_tree(kind, draft, known), "")
    return [_stable(document, difference, lines) for difference in found]


@dataclass(frozen=True, slots=True)
class _Found:
    path: str
    ours: "Tree | None"
    theirs: "Tree | None"


def _between(ours: "Tree | None", theirs: "Tree | None", path: str) -> Iterator[_Found]:
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for key in {**ours, **theirs}:
            yield from _between(ours.get(key), theirs.get(key), f"{path}.{key}" if path else key)
    elif isinstance(ours, list) or isinstance(theirs, list):
        for one, other in paired(ours or [], theirs or []):  # type: ignore[arg-type]
            place = _entry_path(one, path) if one is not None else f"{path}{ADDED}"
            yield from [_Found(place, one, other)] if one is None or other is None else _between(one, other, place)
    elif ours is None or theirs is None or forms(ours) != forms(theirs):
        yield _Found(path, ours, theirs)


def _entry_path(entry: Tree, path: str) -> str:
    """``recipients[3]``, by the field path of what stands in the entry."""
    first = path_of(entry)
    start = len(path) if first.startswith(f"{path}[") else 0
    end = first.find("]", start)
    return first[: end + 1] if end >= 0 else first or path


def _stable(document: Mapping[str, Node], found: _Found, lines: Mapping[str, int]) -> Difference:
    ours, theirs = _shown_apart(found.ours, found.theirs)
    path = found.path if found.path.endswith(ADDED) else stable_path(dict(document), _steps(found.path))
    line = lines.get(path_of(found.theirs), 0) if found.theirs is not None else 0
    return Difference(path, ours, theirs, line)


def _steps(path: str) -> list[str | int]:
    """``obligations[0].before`` as keys and places."""
    return [int(place) if place else key for key, place in re.findall(r"([^.\[\]]+)|\[([0-9]+)\]", path)]


def _shown_apart(ours: "Tree | None", theirs: "Tree | None") -> tuple[str, str]:
    """Both in words; of two long texts the first lines that are not the same."""
    one, other = (shown(tree) if tree is not None else "" for tree in (ours, theirs))
    if not (isinstance(ours, Said) and isinstance(theirs, Said)) or "\n" not in one + other:
        return one, other
    mine, yours = (_blocks(text) for text in (one, other))
    changed = [code for code in SequenceMatcher(None, mine, yours, autojunk=False).get_opcodes() if code[0] != "equal"]
    if not changed:
        return one, other
    _, start, end, from_, to = changed[0]
    return " ".join(mine[start:end]), " ".join(yours[from_:to])


def _blocks(text: str) -> list[str]:
    """The lines of a text, those of one paragraph as one."""
    return [" ".join(part.split()) for part in text.split("\n\n")]
