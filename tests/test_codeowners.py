"""The file of reviewers: read as GitHub and GitLab read it, it gives the people that dvk itself would name."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from workspace_builder import Workspace

from dvk.facts import DatedText, Event, Unit
from dvk.organisation import Organisation
from dvk.output.codeowners import PLATFORMS, as_codeowners
from dvk.trust.codeowners import rules
from dvk.trust.owners import Ownership

DAY = date(2022, 6, 1)
PEOPLE = ("an", "@Binh", "chi@example.org", "AN")
KINDS = ("plans", "registrations", "reports", "stories")


# --- the platforms, read naively ---


def lines_of(text):
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def split(line):
    """The pattern and the owners of a line: a blank ends the pattern unless a backslash stands before it."""
    found = re.match(r"((?:\\.|[^\\\s])+)((?:\s+\S+)*)\s*$", line)
    assert found, line
    return found[1], found[2].split()


def github(pattern, path):
    """As gitignore has it, without ``[ ]`` and ``!``; ``#`` begins a comment wherever it stands."""
    assert not re.search(r"[\[\]#]|^!", pattern), pattern
    if pattern == "*":
        return True
    assert pattern.startswith("/")
    found = "".join(
        re.escape(piece[1]) if piece[0] == "\\" else {"*": "[^/]*", "?": "[^/]"}.get(piece, re.escape(piece))
        for piece in re.findall(r"\\.|.", pattern[1:], re.DOTALL)
    )
    return re.fullmatch(found + ("(.+)" if pattern.endswith("/") else "(/.*)?"), path, re.DOTALL) is not None


def gitlab(pattern, path):
    """As ``File.fnmatch`` with FNM_DOTMATCH and FNM_PATHNAME, after what GitLab makes of a pattern first."""
    pattern = re.sub(r"\A\\#", "#", pattern)
    pattern = re.sub(r"\\\s+", " ", pattern)
    pattern = "/**/*" if pattern == "*" else pattern if pattern.startswith("/") else f"/**/{pattern}"
    pattern += "**/*" if pattern.endswith("/") else ""
    made = {"**/": "(?:[^/]+/)*", "*": "[^/]*", "?": "[^/]"}
    pieces = re.findall(r"\\.|\*\*/|\[[^\]]*\]|.", pattern, re.DOTALL)
    found = "".join(
        re.escape(piece[1]) if piece[0] == "\\" else piece if piece[0] == "[" else made.get(piece, re.escape(piece))
        for piece in pieces
    )
    return re.fullmatch(found, f"/{path}", re.DOTALL) is not None


FITS = {"github": github, "gitlab": gitlab}


def reviewers(text, platform, path):
    """Who is asked about a path: the last line that fits."""
    found = [owners for pattern, owners in map(split, lines_of(text)) if FITS[platform](pattern, path)]
    return plain(found[-1]) if found else set()


def plain(people):
    return {person.removeprefix("@").casefold() for person in people}


# --- the same people for every path ---


@st.composite
def organisations(draw):
    """Units below each other, with folders of their own or not, people or not; some ended, gone into one or nowhere."""
    units, events = {}, []
    for number in range(draw(st.integers(1, 8))):
        name = f"u{number}"
        above = draw(st.none() | st.sampled_from(sorted(units))) if units else None
        link = DatedText(above, draw(st.sampled_from([None, date(2022, 1, 1)]))) if above else None
        end = draw(st.sampled_from([None, None, None, date(2021, 12, 31)]))
        folder = draw(st.sampled_from([None, None, f"x/{name}", name, f"u0/{name}.y"]))
        units[name] = Unit(
            name,
            "youth-union",
            folder,
            None,
            end,
            (),
            (),
            parents=(link,) if link else (),
            maintainers=tuple(draw(st.lists(st.sampled_from(PEOPLE), max_size=2))),
        )
        into = draw(st.none() | st.sampled_from(sorted(units)))
        if end and into:
            events.append(Event("merge", date(2022, 1, 1), (name,), (into,)))
    return Organisation(units, tuple(events))


@st.composite
def paths(draw, organisation):
    folders = [organisation.folder_of(unit) for unit in organisation.units]
    inside = "/".join(["2022", draw(st.sampled_from(folders)), draw(st.sampled_from(["a.yaml", "con/b.yaml", ".x"]))])
    free = st.sampled_from(["dvk.yaml", "units/u0.yaml", "a", "templates/u0/x.docx", "plans/2022/u0", "reports/u0/a"])
    return draw(st.sampled_from([f"{kind}/{inside}" for kind in KINDS]) | free | st.just(f"khac/{inside}"))


@pytest.mark.parametrize("platform", PLATFORMS)
@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_platform_asks_the_people_whom_dvk_lets_change_a_file(platform, data):
    organisation = data.draw(organisations())
    ownership, chosen = Ownership(organisation, DAY), PLATFORMS[platform]
    above = data.draw(st.sampled_from(["", "so-lieu/", "thư mục/#1 [a]!/", "a\\b*?{c}/"]))
    text = as_codeowners(rules(ownership, chosen.takes), chosen, above)
    for path in data.draw(st.lists(paths(organisation), min_size=1, max_size=6)):
        people = ownership.people_at(path)
        if people:
            assert reviewers(text, platform, above + path) == plain(people), (path, text)
    if above:
        assert reviewers(text, platform, "khac/plans/2022/u0/a.yaml") == set()


@given(st.data())
@settings(max_examples=30, deadline=None)
def test_whoever_is_asked_may_change_the_file_and_nobody_else(data):
    organisation = data.draw(organisations())
    ownership = Ownership(organisation, DAY)
    for path in data.draw(st.lists(paths(organisation), min_size=1, max_size=4)):
        unit = ownership.unit_at(path)
        if unit is not None:
            may = {person.removeprefix("@").casefold() for person in PEOPLE if ownership.acts_for(person, unit)}
            assert may == plain(ownership.people_at(path))


def test_the_naive_readers_can_fail():
    assert not github("/plans/*/u0/", "plans/2022/u00/a")
    assert not gitlab("/plans/*/u0/", "plans/2022/x/u0/a")
    assert reviewers("* @a\n/x/ @b\n", "github", "x/y") == {"b"}
    assert reviewers("* @a\n/x/ @b\n", "gitlab", ".y") == {"a"}


# --- the command ---


@pytest.fixture
def made(tmp_path):
    here = Workspace(tmp_path / "kho")
    here.unit("tinh", level="province", maintainers=["an"])
    here.unit("huyen", "tinh", level="district", maintainers=["Binh", "chi@example.org"])
    here.unit("xa", "huyen", to="2021-12-31", maintainers=["cu"])
    here.git_init()
    return here


GIVEN = [
    "* @an",
    *(f"/{kind}/*/tinh/huyen/ @Binh chi@example.org" for kind in KINDS),
]


def test_only_what_differs_from_the_folder_around_it_has_a_line(made):
    assert lines_of(made.run("codeowners", "--on", "2022-01-01").stdout) == GIVEN
    then = lines_of(made.run("codeowners", "--on", "2021-12-31").stdout)
    assert then == [*GIVEN, *(f"/{kind}/*/tinh/huyen/xa/ @cu" for kind in KINDS)]


def test_the_file_is_written_where_it_is_asked_for_and_checked(made):
    for platform, place in (("github", ".github/CODEOWNERS"), ("gitlab", ".gitlab/CODEOWNERS")):
        asked = ("codeowners", "--platform", platform, "--on", "2022-01-01")
        missing = made.run(*asked, "--check")
        assert (missing.exit_code, "DVK629" in missing.stdout) == (1, True)
        assert made.run(*asked, "-o", made.root / place).exit_code == 0
        assert made.run(*asked, "-o", made.root / place).exit_code == 2
        assert made.run(*asked, "--check").exit_code == 0
        assert (made.root / place).read_text(encoding="utf-8").startswith(f"# dvk codeowners --platform {platform}\n")
        (made.root / place).write_bytes((made.root / place).read_bytes().replace(b"\n", b"\r\n"))
        assert made.run(*asked, "--check").exit_code == 0
        made.write(place, (made.root / place).read_text().replace("@an", "@ai-do"))
        other = made.run(*asked, "--check")
        assert other.exit_code == 1
        assert "-* @ai-do\n+* @an\n" in other.stdout
        (made.root / place).unlink()


def test_the_first_file_that_the_platform_would_read_is_the_one_that_is_checked(made):
    made.write("docs/CODEOWNERS", made.run("codeowners", "--on", "2022-01-01").stdout)
    assert made.run("codeowners", "--on", "2022-01-01", "--check").exit_code == 0
    made.write("CODEOWNERS", "* @ai-do\n")
    assert "CODEOWNERS --force" in made.run("codeowners", "--on", "2022-01-01", "--check").stdout


def test_a_workspace_within_a_repository_keeps_to_its_folder(tmp_path):
    here = Workspace(tmp_path / "kho" / "số liệu")
    here.unit("tinh", maintainers=["an"])
    here.unit("huyen", "tinh", maintainers=["binh"])
    (tmp_path / "kho" / ".git").mkdir()
    assert lines_of(here.run("codeowners").stdout)[:2] == ["/số\\ liệu/ @an", "/số\\ liệu/plans/*/tinh/huyen/ @binh"]
    there = tmp_path / "kho" / ".github" / "CODEOWNERS"
    assert here.run("codeowners", "-o", there).exit_code == 0
    assert here.run("codeowners", "--check").exit_code == 0


def test_who_is_known_by_no_login_is_left_out_and_said_with_place(made):
    made.unit("phuong", "tinh", maintainers=["Nguyễn Văn A", "@org/nhom", "a..b", "dung@example"])
    result = made.run("codeowners", "--on", "2022-01-01")
    assert lines_of(result.stdout) == GIVEN
    assert "units/units.yaml:31: “Nguyễn Văn A” is left out, neither a login of GitHub nor an e-mail" in result.stderr
    assert result.stderr.count(" is left out") == 4


def test_where_nobody_is_named_nobody_is_asked_and_no_file_is_missed(tmp_path):
    here = Workspace(tmp_path / "kho")
    here.unit("tinh")
    result = here.run("codeowners")
    assert (lines_of(result.stdout), "there is nobody to ask" in result.stderr) == ([], True)
    assert here.run("codeowners", "--check").exit_code == 0


def test_a_file_that_the_platform_would_drop_is_not_written(tmp_path):
    """Units with people of their own and long folders pass the three megabytes of GitHub."""
    here = Workspace(tmp_path / "kho")
    here.unit("goc", maintainers=["an"])
    folder = "-".join(["rat-dai"] * 75)
    keys = "id: u{0}, line: youth-union, name: U, level: commune, parent: goc, folder: {1}/u{0}, maintainers: [n{0}]"
    row = f"  - {{{{{keys}}}}}"
    for part in range(2):
        rows = "\n".join(row.format(number, folder) for number in range(part * 650, part * 650 + 650))
        here.write(f"units/{part}.yaml", f"schema: units/v1\nunits:\n{rows}\n")
    target = tmp_path / "CODEOWNERS"
    result = here.run("codeowners", "-o", target)
    assert (result.exit_code, target.exists(), "DVK963" in result.stderr) == (2, False, True)
    assert here.run("codeowners", "--platform", "gitlab", "-o", target).exit_code == 0
    assert 3_000_000 <= target.stat().st_size < 4_000_000
