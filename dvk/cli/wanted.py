"""What a call or an answer says, read as strictly as a file; a refusal says what to type instead."""

import os
import re
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TypeVar

from dvk.cli.opening import known
from dvk.errors import CannotGoOn
from dvk.facts import Bound, Term
from dvk.periods import Period, is_year_part, parse_period
from dvk.skeletons import Budget
from dvk.values import Reference
from dvk.vietnamese.dates import parse_date
from dvk.vietnamese.legacy_fonts import legacy_encoding
from dvk.vietnamese.misread import Misread
from dvk.vietnamese.money import parse_money
from dvk.vietnamese.text import fold, nfc, slug
from dvk.workspace import Workspace

T = TypeVar("T")

_BOUNDS: tuple[tuple[Bound, re.Pattern[str]], ...] = (
    ("about", re.compile(r"(?:khoảng|chừng|ước|about)\s+|[~≈]\s*", re.IGNORECASE)),
    ("at_least", re.compile(r"(?:ít nhất|tối thiểu|không dưới|at least)\s+|[≥]\s*", re.IGNORECASE)),
)


def strictly(option: str, parse: Callable[[str], T], *examples: str) -> Callable[[str], T]:
    """A reader of the language; a refusal names the spellings that are clear, or examples where there are none."""

    def read(typed: str) -> T:
        try:
            return parse(typed)
        except Misread as wrong:
            clear = " / ".join(wrong.clear or examples)
            raise CannotGoOn("DVK908", option=option, typed=typed, clear=clear) from None

    return read


def period_at(option: str) -> Callable[[str], Period]:
    """A reader of a period."""
    return strictly(option, parse_period)


def day_at(option: str) -> Callable[[str], date]:
    """A reader of a day."""
    return strictly(option, parse_date, "2022-03-31", "31/3/2022")


def one_of(option: str, choices: Iterable[str]) -> Callable[[str], str]:
    """A reader of one of a few words."""
    words = list(choices)

    def read(typed: str) -> str:
        found = next((word for word in words if fold(word) == fold(typed)), None)
        if found is None:
            raise CannotGoOn("DVK908", option=option, typed=typed, clear=" / ".join(words))
        return found

    return read


def text_of(option: str) -> Callable[[str], str]:
    """A reader of words: on one line, in NFC, not in a font of before Unicode."""

    def read(typed: str) -> str:
        words = " ".join(nfc(typed).split())
        if not words:
            raise CannotGoOn("DVK919", option=option)
        if encoding := legacy_encoding(words):
            raise CannotGoOn("DVK908", option=option, typed=f"{words} ({encoding})", clear="Unicode")
        return words

    return read


def named_text_of(option: str) -> Callable[[str], str]:
    """A reader of words that an id can be made of."""
    text = text_of(option)

    def read(typed: str) -> str:
        words = text(typed)
        if not slug(words):
            raise CannotGoOn("DVK908", option=option, typed=typed)
        return words

    return read


def file_name(option: str, typed: str | None) -> str:
    """The name of a file without its ending, "" where none is given.

    Raises:
        CannotGoOn: DVK908 with one that can be used.
    """
    name = typed.removesuffix(".yaml") if typed is not None else ""
    if typed is not None and slug(name) != name:
        raise CannotGoOn("DVK908", option=option, typed=typed, clear=slug(name))
    return name


def topic_of(option: str, typed: str | None) -> str:
    """The end of a report's file name; never months, which would make it a report of another period.

    Raises:
        CannotGoOn: DVK908 with one that can be used.
    """
    name = file_name(option, typed)
    if name and is_year_part(name):
        raise CannotGoOn("DVK908", option=option, typed=name, clear=f"chuyen-de-{name}")
    return name


def obligations_in(workspace: Workspace, typed: Iterable[str]) -> tuple[Reference, ...]:
    """The report obligations that are named by plan and id.

    Raises:
        CannotGoOn: DVK907 with the nearest.
    """
    asked = {
        str(Reference(path, obligation.id)): Reference(path, obligation.id)
        for path, plan in workspace.plans.items()
        for obligation in plan.obligations
        if obligation.kind == "report"
    }
    found = []
    for name in typed:
        path, sign, item = name.partition("#")
        reference = f"{from_root(workspace, path)}{sign}{item}"
        found.append(asked[reference if reference in asked else known("obligation", name, asked)])
    return tuple(dict.fromkeys(found))


def unit_in(workspace: Workspace) -> Callable[[str], str]:
    """A reader of a unit's id."""
    return lambda typed: known("unit", typed, workspace.organisation.units)


def plan_in(workspace: Workspace) -> Callable[[str], str]:
    """A reader of a plan's path, from the root or from here."""

    def read(typed: str) -> str:
        path = from_root(workspace, typed)
        return path if path in workspace.plans else known("plan", typed, workspace.plans)

    return read


def from_root(workspace: Workspace, typed: str) -> str:
    """A path as the workspace names it, where it was given from this folder; else as typed."""
    here = os.path.normpath(Path.cwd() / typed)
    root = workspace.snapshot.root.resolve()
    return Path(here).relative_to(root).as_posix() if Path(here).is_relative_to(root) else typed


def field_in(workspace: Workspace) -> Callable[[str], Term]:
    """A reader of a field of the policy, by id or name."""

    def read(typed: str) -> Term:
        fields = {field.id: field for field in workspace.settings.fields}
        named = {fold(name): field.id for field in fields.values() for name in (field.name, field.name_en)}
        return fields[known("field", named.get(fold(typed), typed), fields)]

    return read


def budget_at(option: str) -> Callable[[str], Budget]:
    """A reader of money, with ``khoảng`` or ``ít nhất`` before it where it is no exact amount."""

    def parse(typed: str) -> Budget:
        words = nfc(typed).strip()
        for bound, pattern in _BOUNDS:
            if found := pattern.match(words):
                return Budget(parse_money(words[found.end() :]), bound)
        return Budget(parse_money(words))

    return strictly(option, parse, "600 triệu", "khoảng 3,6 tỷ", "600.000.000 đ")


def period_of(year: int | None, period: str | None) -> Period | None:
    """The period of a call that may give one, or a year, or neither.

    Raises:
        CannotGoOn: DVK908 for what is no period, and where the two disagree.
    """
    if period is None:
        return None if year is None else Period(year)
    found = period_at("--period")(period)
    if year is not None and year != found.year:
        raise CannotGoOn("DVK908", option="--year", typed=str(year), clear=f"--year {found.year} / --period {year}")
    return found
