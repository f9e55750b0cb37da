"""A workspace of any size, made up: the same files, the same history for the same numbers.

    python bench/workspaces.py DIR --files 10000 --seed 1 [--mistakes 3] [--checkout]

It is a git repository whose whole history comes in through ``git fast-import``; nothing is written to disk besides
unless ``--checkout`` asks for the files. 50,000 files are about what a country with 63 provinces, 705 districts and
11,000 communes files in two years with a reorganisation. Without ``--mistakes`` (so many of a thousand reports get
one), ``dvk check`` finds no error.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import cached_property
from pathlib import Path
from random import Random
from typing import IO

import country_texts
import country_units
from country_papers import Order, Paper, consolidates, fate_of, filings_of, orders_of, registration_path
from country_shape import FIRST_DAY, Office, Region, country
from country_texts import Also
from spoiling import spoiled

FILES_OF_A_DISTRICT = 70
FEWEST_FILES = 60
_ABUNDANCE = 1.07
"""So many more papers than files are owed: the rest is what nobody filed."""
_FIRST = date(2024, 1, 2)
_REORGANISED = date.fromisoformat(FIRST_DAY)
_VIETNAM = timezone(timedelta(hours=7))
_WHO = b"Van thu <van-thu@example.org>"


@dataclass(frozen=True)
class Country:
    """All that a workspace is made of.

    Args:
        regions: the organisation.
        orders: the plans.
        filings: the registrations and reports that were filed.
        seed: what it was made from.
        mistakes: in how many of a thousand reports there is a mistake.
    """

    regions: list[Region]
    orders: list[Order]
    filings: list[Paper]
    seed: int
    mistakes: int = 0

    @cached_property
    def by_path(self) -> dict[str, Paper]:
        """The filings by path."""
        return {paper.path: paper for paper in self.filings}

    @cached_property
    def parts(self) -> dict[str, tuple[Office, ...]]:
        """The communes of each district, and those that went into each new commune."""
        districts = [district for region in self.regions for _, found in region.provinces for district in found]
        found = {district.office.id: district.communes for district in districts}
        return found | {new.id: group for district in districts for group, new in district.merged}


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """A version of a file: on which day, in which region's commit, its path, and which revision it is."""

    day: date
    region: int
    path: str
    revision: int
    at: int


def enough_files(text: str) -> int:
    """A number of files of which a workspace can be made."""
    files = int(text)
    if files < FEWEST_FILES:
        raise argparse.ArgumentTypeError(f"a made-up workspace has {FEWEST_FILES} files or more")
    return files


def made_up(files: int, seed: int, mistakes: int = 0) -> Country:
    """Give a country whose workspace has exactly so many files, from about 150 on."""
    districts = max(2, files // FILES_OF_A_DISTRICT)
    while True:
        regions = country(districts, seed)
        orders = [order for at, region in enumerate(regions) for order in orders_of(region, at)]
        owed = [paper for at, region in enumerate(regions) for paper in filings_of(region, at, seed)]
        units = sum(len(region.provinces) + 1 for region in regions)
        wanted = files - 2 - units - len(orders)
        if len(owed) >= wanted * _ABUNDANCE:
            break
        districts += max(1, districts // 50)
    kept = sorted(Random(f"{seed}/kept").sample(range(len(owed)), max(0, wanted)))
    return Country(regions, orders, [owed[at] for at in kept], seed, mistakes)


def write(root: Path, made: Country, *, checkout: bool = False) -> None:
    """Make a repository of a country at ``root``, and its files if asked for."""
    root.mkdir(parents=True, exist_ok=True)
    _git(root, "init", "-q", "-b", "main", ".")
    command = ["git", "-C", str(root), "fast-import", "--quiet", "--done"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, env=_environment()) as importer:
        assert importer.stdin is not None  # noqa: S101 - it is a pipe
        for part in _stream(made):
            importer.stdin.write(part)
        importer.stdin.close()
    if importer.returncode:
        raise SystemExit("git fast-import failed")
    if checkout:
        _git(root, "reset", "-q", "--hard")


def _stream(made: Country) -> Iterator[bytes]:
    """Give the history as fast-import reads it, each day's commits by region."""
    yield from _commit(_FIRST, 0, _foundations(made))
    versions = sorted([*_plans(made), *_filed(made)])
    reorganised, at, number = False, 0, 1
    while at < len(versions):
        day, region = versions[at].day, versions[at].region
        if day >= _REORGANISED and not reorganised:
            reorganised = True
            yield from _commit(_REORGANISED, number, _reorganisation(made))
            number += 1
        end = at
        while end < len(versions) and (versions[end].day, versions[end].region) == (day, region):
            end += 1
        yield from _commit(day, number, (_file(made, version) for version in versions[at:end]))
        at, number = end, number + 1
    if not reorganised:
        yield from _commit(_REORGANISED, number, _reorganisation(made))
    yield b"done\n"


def _foundations(made: Country) -> Iterator[tuple[str, str]]:
    yield "dvk.yaml", country_units.SETTINGS
    yield "indicators.yaml", country_units.catalogue()
    for region in made.regions:
        yield from country_units.units(region, reorganised=False)


def _reorganisation(made: Country) -> Iterator[tuple[str, str]]:
    for region in made.regions:
        yield from country_units.units(region, reorganised=True)
        yield country_units.reorganisation(region)


def _plans(made: Country) -> Iterator[Version]:
    for at, order in enumerate(made.orders):
        yield Version(date.fromisoformat(order.paper.due), order.paper.region, order.paper.path, 1, at)


def _filed(made: Country) -> Iterator[Version]:
    for at, paper in enumerate(made.filings):
        fate = fate_of(paper, made.seed)
        yield Version(fate.sent, paper.region, paper.path, 1, at)
        if fate.corrected and paper.kind == "report":
            yield Version(fate.sent + timedelta(5), paper.region, paper.path, 2, at)


def _file(made: Country, version: Version) -> tuple[str, str]:
    if version.path.startswith("plans/"):
        return version.path, country_texts.plan(made.orders[version.at])
    paper = made.filings[version.at]
    fate = fate_of(paper, made.seed)
    if paper.kind == "registration":
        return paper.path, country_texts.registration(paper, fate, made.seed)
    text = country_texts.report(paper, fate, made.seed, _also(made, paper), version.revision)
    return paper.path, spoiled(text, paper.path, made.seed, made.mistakes)


def _also(made: Country, paper: Paper) -> Also:
    below = made.parts[paper.unit.id] if consolidates(paper, made.seed) else ()
    parts = made.parts.get(paper.unit.id, ()) if paper.period == "2025" else ()
    halves = [made.by_path.get(f"reports/2025/{part.folder}/2025-H1.yaml") for part in parts]
    are_known = all(half is not None and fate_of(half, made.seed).is_clean for half in halves)
    return Also(
        registration_path(paper.unit) in made.by_path,
        tuple(part.id for part in below),
        tuple((part.id, "2025-H1") for part in parts) if are_known else (),
        "2025-H2" if parts else "",
    )


def _commit(day: date, number: int, files: Iterable[tuple[str, str]]) -> Iterator[bytes]:
    second = int(datetime(day.year, day.month, day.day, 8, tzinfo=_VIETNAM).timestamp()) + number % 30_000
    message = f"Ngày {day:%d/%m/%Y}".encode()
    yield b"commit refs/heads/main\ncommitter %b %d +0700\ndata %d\n%b\n" % (_WHO, second, len(message), message)
    for path, text in files:
        data = text.encode()
        yield b"M 100644 inline %b\ndata %d\n%b\n" % (path.encode(), len(data), data)


def _environment() -> dict[str, str]:
    """The environment without the settings of whoever runs this."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


def _git(root: Path, *words: str, output: IO[bytes] | None = None) -> None:
    subprocess.run(["git", "-C", str(root), *words], check=True, env=_environment(), stdout=output)


def main() -> None:
    """Make a workspace and say where it is."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("folder", type=Path, metavar="DIR", help="where it is made; nothing may be there")
    parser.add_argument("--files", type=enough_files, default=10_000, help="how many files it has")
    parser.add_argument("--seed", type=int, default=1, help="another number makes another workspace")
    parser.add_argument("--mistakes", type=int, default=0, help="reports with a mistake, of a thousand")
    parser.add_argument("--checkout", action="store_true", help="write the files, too")
    asked = parser.parse_args()
    if asked.folder.exists() and any(asked.folder.iterdir()):
        raise SystemExit(f"{asked.folder} is not empty")
    write(asked.folder, made_up(asked.files, asked.seed, asked.mistakes), checkout=asked.checkout)
    sys.stdout.write(f"{asked.folder}\n")


if __name__ == "__main__":
    main()
