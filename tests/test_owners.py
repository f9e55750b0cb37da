"""Who may change which file: changes by one person to files, entries, stamps and policy of others."""

import json
from datetime import date

import pytest
from repositories import git
from workspace_builder import Workspace, report_due

from dvk.changes import compare
from dvk.trust.owners import findings_of_actor

A_HALF = "reports/2021/tinh/huyen-a/2021-H1.yaml"
B_HALF = "reports/2021/tinh/huyen-b/2021-H1.yaml"
B1_YEAR = "reports/2021/tinh/huyen-b/xa-b1/2021.yaml"
OLD_YEAR = "reports/2020/tinh/huyen-cu/2020.yaml"
PLAN = "plans/2021/tinh/ke-hoach.yaml"
PLAN_B = "plans/2021/tinh/huyen-b/ke-hoach.yaml"
UNITS = "units/units.yaml"
STAMP = "  - {{step: {step}, unit: {unit}, who: {who}, when: 2021-07-03, fingerprint: 'v1:{zeros}'}}\n"


def stamp(step, unit, who):
    return STAMP.format(step=step, unit=unit, who=who, zeros="0" * 64)


def build(root, **named):
    """Two roots, districts with people and without, a commune with people below one, and a district that has ended."""
    made = Workspace(root)
    people = {"tinh": ["@An", "sep@example.org"], "huyen-a": ["nguoi-a"], "huyen-b": ["Nguoi-B"], "xa-b1": ["xa-b"]}
    people = named.get("people", people | {"huyen-cu": ["nguoi-cu"], "mat-tran": ["mt"]})
    made.unit("tinh", level="province", **_of(people, "tinh"))
    for unit in ("huyen-a", "huyen-b", "huyen-d"):
        made.unit(unit, "tinh", level="district", **_of(people, unit))
    made.unit("huyen-cu", "tinh", level="district", to="2020-12-31", **_of(people, "huyen-cu"))
    made.unit("xa-a1", "huyen-a")
    made.unit("xa-b1", "huyen-b", **_of(people, "xa-b1"))
    made.unit("mat-tran", level="province", line="front", **_of(people, "mat-tran"))
    made.event("merge", "2021-01-01", ["huyen-cu"], ["huyen-a"])
    made.indicator("nha", "sum", "sum")
    made.plan("tinh", report_due("nua-nam", "2021-H1", "district", before="2021-07-05"), year=2021)
    made.plan("huyen-b", year=2021)
    made.report("huyen-a", "2021-H1", {"nha": 2}, submitted="2021-07-01")
    made.report("huyen-b", "2021-H1", {"nha": 3}, submitted="2021-07-01")
    made.report("xa-b1", 2021, {"nha": 1}, state="draft")
    made.report("huyen-cu", 2020, {"nha": 1}, submitted="2020-12-20")
    made.write("stories/2021/tinh/huyen-b/tin.md", _STORY)
    git(root, "init", "-q", "--template=", "-b", "main", ".")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "việc", at=1_639_000_000)
    return made


_STORY = (
    "---\nschema: story/v1\nrevision: 1\nunit: huyen-b\nstate: draft\ndate: 2021-05-01\ntitle: Tin\n---\nNội dung\n"
)


def _of(people, unit):
    return {"maintainers": people[unit]} if unit in people else {}


class Change:
    """Edits of one working tree, undone at the end."""

    def __init__(self, made):
        self.root = made.root
        self._made = made
        self._before = {}
        self._compared = {}

    def write(self, path, text):
        self._compared.clear()
        file = self.root / path
        self._before.setdefault(path, file.read_bytes() if file.is_file() else None)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def edit(self, path, old, new):
        text = (self.root / path).read_text(encoding="utf-8")
        assert text.count(old) == 1, (path, old, text)
        self.write(path, text.replace(old, new))

    def add(self, path, more):
        self.write(path, (self.root / path).read_text(encoding="utf-8") + more)

    def remove(self, path):
        self._compared.clear()
        self._before.setdefault(path, (self.root / path).read_bytes())
        (self.root / path).unlink()

    def report(self, unit, folder, period=2022, state="submitted"):
        text = f"schema: report/v1\nrevision: 1\nstate: {state}\nunit: {unit}\nperiod: {period}\n"
        path = f"reports/{period}/{folder}/{period}.yaml"
        self.write(path, f"{text}submitted: 2022-12-01\nown:\n  - indicator: nha\n    value: 1\n")
        return path

    def found(self, *actors, on=None):
        """What is found about each of the persons, which is the same: (code, file, field, problem)."""
        if on not in self._compared:
            self._compared[on] = compare(self.root, "main", on=on)
        found = [self._found(on, actor) for actor in actors]
        assert all(rows == found[0] for rows in found[1:]), dict(zip(actors, found, strict=True))
        return found[0]

    def _found(self, on, actor):
        found = [(row.file, row.mistake) for row in findings_of_actor(self._compared[on], actor)]
        return {(mistake.code, file, mistake.field, mistake.args.get("problem", "")) for file, mistake in found}

    def asked(self, actor, *options):
        """The same through the command line, with its exit code."""
        result = self._made.run("check", "--base", "main", "--actor", actor, *options, "--format", "json")
        rows = json.loads(result.stdout)
        return result.exit_code, {(row["code"], row["file"]) for row in rows if "DVK620" <= row["code"] <= "DVK629"}

    def run(self, *words):
        return self._made.run(*words)

    def shown(self, actor):
        return self.run("check", "--base", "main", "--actor", actor).stdout

    def undo(self):
        for path, data in self._before.items():
            if data is None:
                (self.root / path).unlink(missing_ok=True)
            else:
                (self.root / path).parent.mkdir(parents=True, exist_ok=True)
                (self.root / path).write_bytes(data)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return build(tmp_path_factory.mktemp("owners") / "kho")


@pytest.fixture
def change(made):
    here = Change(made)
    yield here
    here.undo()


# --- files of units ---


def test_files_belong_to_the_people_of_the_unit_or_of_the_nearest_unit_above(change):
    change.edit(A_HALF, "value: 2", "value: 4")
    change.report("xa-a1", "tinh/huyen-a/xa-a1")
    change.report("huyen-a", "tinh/huyen-cu")
    assert change.found("nguoi-a", "NGUOI-A", "@nguoi-a", " nguoi-a ") == set()


def test_who_is_named_by_login_or_e_mail_acts_for_units_without_people_of_their_own(change):
    change.report("huyen-d", "tinh/huyen-d")
    change.edit(PLAN, "Phong trào thi đua", "Thi đua")
    change.edit("dvk.yaml", "main_branch: main", "main_branch: main\ndue_soon: 9")
    assert change.found("an", "@AN", "sep@example.org", "SEP@Example.org") == set()


def test_a_file_of_another_unit_is_refused_whatever_is_done_to_it(change):
    change.edit(B_HALF, "value: 3", "value: 9")
    change.remove(PLAN_B)
    new = change.report("huyen-b", "tinh/huyen-b")
    change.write("registrations/2021/tinh/huyen-b/anh.jpg", b"\xff\xd8")
    change.edit("stories/2021/tinh/huyen-b/tin.md", "Nội dung", "Khác")
    files = {B_HALF, PLAN_B, new, "registrations/2021/tinh/huyen-b/anh.jpg", "stories/2021/tinh/huyen-b/tin.md"}
    assert change.found("nguoi-a") == {("DVK620", path, "", "of_another_unit") for path in files}
    assert change.found("nguoi-b") == set()


def test_the_people_of_an_ended_unit_are_those_of_where_it_went(change):
    change.edit(OLD_YEAR, "value: 1", "value: 2")
    assert change.found("nguoi-a") == set()
    assert change.found("nguoi-cu") == {("DVK620", OLD_YEAR, "", "of_another_unit")}
    assert change.found("nguoi-cu", on=date(2020, 12, 31)) == set()


def test_a_renamed_file_is_judged_where_it_was_and_where_it_is(change):
    text = (change.root / A_HALF).read_text()
    change.remove(A_HALF)
    change.write(B_HALF.replace("H1", "H2"), text)
    assert {row[:2] for row in change.found("nguoi-b")} == {("DVK620", A_HALF), ("DVK620", B_HALF.replace("H1", "H2"))}
    assert {row[:2] for row in change.found("nguoi-a")} == {("DVK620", B_HALF.replace("H1", "H2"))}


def test_a_file_in_the_own_folder_that_speaks_for_another_unit_is_refused(change):
    path = change.report("huyen-b", "tinh/huyen-a")
    assert change.found("nguoi-a") == {("DVK620", path, "unit", "says_another_unit")}


def test_what_belongs_to_no_unit_is_for_the_people_of_the_roots(change):
    files = {
        "dvk.yaml": "schema: settings/v1\nmain_branch: main\n",
        "holidays.yaml": "schema: holidays/v1\n",
        "templates/word/report.docx": b"PK",
        ".github/workflows/dvk.yml": "on: push\n",
        "allowed_signers": "an@example.org ssh-ed25519 AAAA\n",
        "plans/2021/khong-co-don-vi/a.yaml": "schema: plan/v1\n",
        "Reports/2021/tinh/huyen-a/2021.yaml": "",
        "README.md": "x",
    }
    for path, text in files.items():
        change.write(path, text)
    assert change.found("nguoi-a") == {("DVK620", path, "", "not_of_a_unit") for path in files}
    assert change.found("an", "mt") == set()


def test_nobody_in_particular_owns_nothing(change):
    change.edit(A_HALF, "value: 2", "value: 4")
    for actor in ("nguoi-la", "", "@", "nguoi", "nguoi-a@example.org"):
        assert change.found(actor) == {("DVK620", A_HALF, "", "of_another_unit")}, actor
    assert change.asked("nguoi-la") == (1, {("DVK620", A_HALF)})
    assert change.asked("nguoi-a") == (0, set())


# --- filings of units further down ---


def test_those_above_stamp_return_and_set_the_state_of_a_filing(change):
    change.edit(A_HALF, "state: submitted", "state: accepted")
    change.add(A_HALF, f"stamps:\n{stamp('accepted', 'tinh', 'an')}")
    change.edit(B_HALF, "state: submitted", "state: returned")
    change.add(B_HALF, "returns:\n  - {by: tinh, date: 2021-07-09, reason: thiếu số}\n")
    assert change.found("an") == set()


def test_those_above_change_no_figure_of_a_unit_that_has_its_own_people(change):
    change.edit(A_HALF, "value: 2", "value: 4")
    change.remove(B_HALF)
    new = change.report("huyen-b", "tinh/huyen-b")
    change.edit(PLAN_B, "Phong trào thi đua", "Thi đua")
    change.edit(B1_YEAR, "value: 1", "value: 5")
    assert change.found("an") == {
        ("DVK621", A_HALF, "own", "content_below"),
        ("DVK621", B_HALF, "", "removed_below"),
        ("DVK621", new, "", "added_below"),
        ("DVK621", PLAN_B, "subject", "content_below"),
        ("DVK621", B1_YEAR, "own", "content_below"),
    }


def test_comments_order_and_quotes_are_no_figures(change):
    change.edit(A_HALF, "value: 2", 'value: "2" # hai')
    assert change.found("an") == set()


def test_those_above_may_not_make_a_filing_one_that_can_be_run(change):
    (change.root / A_HALF).chmod(0o755)
    try:
        assert change.found("an") == {("DVK621", A_HALF, "", "mode_below")}
    finally:
        (change.root / A_HALF).chmod(0o644)


def test_a_filing_that_cannot_be_read_is_for_its_own_people(change):
    change.write(A_HALF, "own: [\n")
    assert change.found("an") == {("DVK625", A_HALF, "", "unread_filing")}
    assert change.found("nguoi-a") == set()


# --- steps ---


def test_a_unit_submits_in_its_own_name_and_nothing_more(change):
    change.add(A_HALF, f"stamps:\n{stamp('submitted', 'huyen-a', '@Nguoi-A')}")
    assert change.found("nguoi-a") == set()


def test_a_unit_neither_accepts_nor_approves_its_own_report(change):
    change.edit(A_HALF, "state: submitted", "state: accepted")
    change.add(A_HALF, f"stamps:\n{stamp('accepted', 'tinh', 'an')}{stamp('submitted', 'huyen-a', 'nguoi-khac')}")
    assert change.found("nguoi-a") == {
        ("DVK622", A_HALF, "state", "state_of_those_above"),
        ("DVK622", A_HALF, "stamps[unit=tinh].unit", "stamp_of_a_unit"),
        ("DVK622", A_HALF, "stamps[unit=huyen-a].who", "stamp_of_a_person"),
    }
    assert change.found("an") == {("DVK622", A_HALF, "stamps[unit=huyen-a].unit", "stamp_of_a_unit")}


def test_a_new_report_does_not_begin_in_a_state_that_those_above_give(change):
    for state in ("accepted", "approved", "returned", "published"):
        path = change.report("huyen-a", "tinh/huyen-a", state=state)
        assert change.found("nguoi-a") == {("DVK622", path, "state", "state_of_those_above")}, state


def test_who_acts_for_the_unit_above_as_well_may_accept(change):
    change.report("xa-a1", "tinh/huyen-a/xa-a1", state="accepted")
    assert change.found("nguoi-a") == set()


def test_a_root_has_nobody_above_and_accepts_its_own(change):
    change.report("mat-tran", "mat-tran", state="accepted")
    assert change.found("mt") == set()


def test_a_unit_gives_itself_no_return_that_would_move_its_day(change):
    change.add(B_HALF, "returns:\n  - {by: tinh, date: 2021-07-09, reason: x, resubmit_by: 2021-12-31}\n")
    assert change.found("nguoi-b") == {("DVK622", B_HALF, "returns[0].by", "return_of_others")}


RETURN = "  - {by: tinh, date: 2021-07-09, reason: thiếu số, resubmit_by: 2021-07-20}\n"
ANSWERED = RETURN.replace("}", ", resubmitted: 2021-07-19, answer: đã sửa}")


def test_those_above_write_no_answer_to_their_own_return(change):
    change.add(B_HALF, f"returns:\n{ANSWERED}")
    assert change.found("an") == {("DVK622", B_HALF, "returns[0]", "answer_of_others")}


def test_a_return_is_answered_by_whom_it_went_to(tmp_path, made):
    """The unit adds its answer, and neither a second return with one nor another answer than was given."""
    here = on_record(tmp_path, made, f"returns:\n{RETURN}")
    here.edit(A_HALF, RETURN, ANSWERED)
    assert here.found("nguoi-a") == set()
    assert here.found("an") == {("DVK622", A_HALF, "returns[0]", "answer_of_others")}
    assert "nguoi-a" in here.shown("an")
    here.edit(A_HALF, ANSWERED, RETURN + ANSWERED)
    assert here.found("nguoi-a") == {("DVK622", A_HALF, "returns[1].by", "return_of_others")}
    here.edit(A_HALF, RETURN + ANSWERED, ANSWERED)
    git(here.root, "commit", "-q", "-a", "-m", "trả lời")
    here.edit(A_HALF, "2021-07-19", "2021-07-10")
    found = json.loads(here.run("check", "--base", "HEAD", "--format", "json").stdout)
    assert [(row["code"], row["field"]) for row in found if row["severity"] == "error"] == [("DVK609", "returns[0]")]


def on_record(tmp_path, made, more):
    """Make a clone of which the main branch has something more in a report."""
    root = tmp_path / "kho"
    git(made.root, "clone", "-q", ".", str(root))
    here = Change(Workspace(root))
    here.add(A_HALF, more)
    git(root, "checkout", "-q", "dvk.yaml")
    git(root, "commit", "-q", "-a", "-m", "nhận")
    return here


def test_what_others_stamped_is_not_taken_away(tmp_path, made):
    here = on_record(
        tmp_path, made, f"stamps:\n{stamp('submitted', 'huyen-a', 'nguoi-a')}{stamp('accepted', 'tinh', 'an')}"
    )
    here.edit(A_HALF, stamp("accepted", "tinh", "an"), "")
    assert here.found("nguoi-a") == {("DVK622", A_HALF, "stamps", "stamp_taken_away")}
    assert here.found("an") == set()


# --- units and events ---


def entry(unit, more):
    """How an entry of a unit begins in the file that the builder writes, with more behind its id."""
    return (f"- id: {unit}\n", f"- id: {unit}\n  {more}\n")


def units(change):
    return (change.root / UNITS).read_text(encoding="utf-8")


def test_what_is_declared_of_a_unit_is_for_those_above_it(change):
    change.edit(UNITS, *entry("huyen-a", "note: x"))
    change.edit(UNITS, *entry("xa-b1", "note: x"))
    change.edit(UNITS, *entry("mat-tran", "note: x"))
    own, other = "own_entry", "entry"
    a, b1, mt = (("DVK623", UNITS, f"units[id={unit}].note") for unit in ("huyen-a", "xa-b1", "mat-tran"))
    assert change.found("nguoi-a") == {(*a, own), (*b1, other), (*mt, other)}
    assert change.found("nguoi-b") == {(*a, other), (*mt, other)}
    assert change.found("xa-b") == {(*a, other), (*b1, own), (*mt, other)}
    assert change.found("an") == {(*mt, other)}, "those above declare what stands below, however far"
    assert change.found("mt") == {(*a, other), (*b1, other)}


def test_an_owner_adds_nobody_to_its_own_unit_not_even_itself(change):
    change.edit(UNITS, "- nguoi-a", "- nguoi-a\n  - ban-toi")
    change.edit(UNITS, *entry("huyen-d", "maintainers: [ban-toi]"))
    change.report("huyen-d", "tinh/huyen-d")
    assert change.found("nguoi-a") == {
        ("DVK623", UNITS, "units[id=huyen-a].maintainers", "own_entry"),
        ("DVK623", UNITS, "units[id=huyen-d].maintainers", "entry"),
        ("DVK620", "reports/2022/tinh/huyen-d/2022.yaml", "", "of_another_unit"),
    }
    assert ("DVK620", "reports/2022/tinh/huyen-d/2022.yaml", "", "of_another_unit") in change.found("ban-toi")


NEW = "- {{id: {id}, line: youth-union, name: Mới, level: commune, parent: {parent}{more}}}\n"


def declare(change, unit, parent, more=""):
    text = units(change)
    change.write(UNITS, text.replace("events:\n", NEW.format(id=unit, parent=parent, more=more) + "events:\n"))


def test_a_new_unit_and_its_first_report_belong_to_those_above_it(change):
    declare(change, "xa-moi", "huyen-a", ", maintainers: [xa-moi]")
    declare(change, "thon-moi", "xa-moi")
    path = change.report("thon-moi", "tinh/huyen-a/xa-moi/thon-moi")
    change.report("xa-moi", "tinh/huyen-a/xa-moi")
    assert change.found("nguoi-a") == set()
    assert ("DVK620", path, "", "of_another_unit") in change.found("xa-moi")
    new = {("DVK623", UNITS, f"units[id={unit}]", "new_entry") for unit in ("xa-moi", "thon-moi")}
    assert new < change.found("nguoi-b")
    assert {row[:2] for row in change.found("an")} == {("DVK621", path)} | {
        ("DVK621", "reports/2022/tinh/huyen-a/xa-moi/2022.yaml")
    }, "above a unit with people of its own nobody files in its place"


def test_a_new_unit_takes_nobodys_folder(change):
    declare(change, "xa-moi", "huyen-a", ", folder: tinh/huyen-b")
    declare(change, "xa-khac", "huyen-a", ", folder: rieng/xa-khac")
    taken, free = change.report("xa-moi", "tinh/huyen-b"), change.report("xa-khac", "rieng/xa-khac")
    assert change.found("nguoi-a") == {("DVK620", taken, "", "of_another_unit")}
    assert ("DVK620", free, "", "of_another_unit") in change.found("nguoi-b")


def test_a_new_unit_below_nobody_or_below_two_is_for_those_above_all_of_it(change):
    declare(change, "goc", "khong-co")
    parents = "[{value: huyen-a, to: 2022-12-31}, {value: huyen-b, from: 2023-01-01}]"
    declare(change, "xa-hai", parents, ", folder: tinh/huyen-a/xa-hai")
    root, two = (("DVK623", UNITS, f"units[id={unit}]", "new_entry") for unit in ("goc", "xa-hai"))
    assert change.found("nguoi-a", "nguoi-b") == {root, two}
    assert change.found("an") == set()


def test_nobody_takes_a_unit_of_others_below_the_own(change):
    before = "parent: huyen-b"
    assert units(change).count(before) == 1
    change.edit(UNITS, before, "parent: huyen-a")
    field = "units[id=xa-b1].parent"
    assert change.found("nguoi-a") == {("DVK623", UNITS, field, "entry")}
    assert change.found("nguoi-b") == {("DVK623", UNITS, field, "entry_moved")}
    assert change.found("an") == set()


EVENT = "- {{kind: {kind}, date: 2022-01-01, from: [{sources}], into: [{targets}], decision: 1-QĐ}}\n"


def test_an_event_is_for_those_above_every_unit_in_it(change):
    change.add(UNITS, EVENT.format(kind="merge", sources="huyen-b", targets="huyen-a"))
    found = {("DVK624", UNITS, "events", "")}
    assert change.found("nguoi-a", "nguoi-b", "mt") == found
    assert change.found("an") == set()


def test_an_event_among_units_below_is_for_the_unit_above_them(change):
    declare(change, "xa-moi", "huyen-b")
    change.add(UNITS, EVENT.format(kind="split", sources="xa-b1", targets="xa-b1, xa-moi"))
    assert change.found("nguoi-b", "an") == set()
    assert ("DVK624", UNITS, "events", "") in change.found("xa-b")


def test_an_event_is_not_taken_away_by_somebody_else(change):
    text = units(change)
    change.write(UNITS, text[: text.index("events:")] + "events: []\n")
    assert change.found("nguoi-b") == {("DVK624", UNITS, "events", "")}
    assert change.found("an") == set()


def test_a_unit_that_is_taken_away_is_for_those_above(change):
    text = units(change)
    start = text.index("- id: xa-b1")
    change.write(UNITS, text[:start] + text[text.index("- id: mat-tran") :])
    assert change.found("nguoi-b", "an") == set()
    assert change.found("xa-b") == {("DVK623", UNITS, "", "entry_gone")}


def test_an_entry_moves_to_another_file_by_somebody_who_may_change_it(change):
    text = units(change)
    start, end = text.index("- id: xa-b1"), text.index("- id: mat-tran")
    change.write(UNITS, text[:start] + text[end:])
    change.write("units/b.yaml", f"schema: units/v1\nunits:\n{text[start:end]}")
    assert change.found("nguoi-b", "an") == set()
    assert change.found("xa-b") == {("DVK620", "units/b.yaml", "", "not_of_a_unit")} | {
        ("DVK620", UNITS, "", "not_of_a_unit")
    }


def test_a_second_entry_under_one_id_is_a_change_of_it(change):
    change.write("units/a.yaml", f"schema: units/v1\nunits:\n{NEW.format(id='huyen-b', parent='huyen-a', more='')}")
    assert ("DVK623", "units/a.yaml", "units[id=huyen-b].line", "entry") in change.found("nguoi-a")


def test_a_comment_is_for_whoever_may_change_an_entry_of_the_file(change):
    change.add(UNITS, "# ghi chú\n")
    assert change.found("nguoi-a", "nguoi-b", "an", "mt") == set()
    assert change.found("xa-b", "nguoi-la") == {("DVK620", UNITS, "", "not_of_a_unit")}


@pytest.mark.parametrize("text", ["units: [\n", b"\xff\xfe\x00", "schema: units/v9\nunits: x\n"])
def test_a_file_of_units_that_cannot_be_read_is_for_the_people_of_the_roots(change, text):
    change.write(UNITS, text)
    assert {row[0] for row in change.found("nguoi-a")} & {"DVK625", "DVK620"}
    assert not {row[0] for row in change.found("an", "an")} & {"DVK625", "DVK620"}


# --- nobody named ---


def test_where_no_unit_names_anybody_nothing_is_owned_and_that_is_said_once(tmp_path):
    here = Change(build(tmp_path / "kho", people={}))
    here.edit(A_HALF, "value: 2", "value: 4")
    here.edit(B_HALF, "value: 3", "value: 4")
    assert here.found("ai-do") == {("DVK628", UNITS, "", "")}
    assert here.asked("ai-do") == (0, {("DVK628", UNITS)})


def test_where_only_a_unit_below_names_people_the_rest_is_for_nobody(tmp_path):
    here = Change(build(tmp_path / "kho", people={"huyen-a": ["nguoi-a"]}))
    here.edit(A_HALF, "value: 2", "value: 4")
    here.edit(B_HALF, "value: 3", "value: 4")
    assert here.found("nguoi-a") == {("DVK620", B_HALF, "", "of_another_unit")}
    assert "whoever runs the repository first names maintainers" in here.shown("nguoi-a")


def test_the_people_of_the_base_judge_and_not_those_of_the_change(change):
    change.edit("dvk.yaml", "main_branch: main", "main_branch: main\nseverities: {DVK620: note, DVK623: note}")
    change.edit(UNITS, "- nguoi-a", "- nguoi-a\n  - ke-la")
    change.edit(A_HALF, "value: 2", "value: 4")
    code, found = change.asked("ke-la")
    assert code == 1
    assert {("DVK620", A_HALF), ("DVK620", "dvk.yaml"), ("DVK623", UNITS)} <= found
