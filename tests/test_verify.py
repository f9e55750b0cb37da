"""``dvk verify``: real keys, real signed commits, and whom the main branch trusts."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from repositories import NOON, git, write
from test_cascade import COMMUNE, A, B, call, done, filled_place, up_to
from test_docs import keys_in

pytestmark = pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="ssh-keygen is not installed")

DISTRICT, PROVINCE = "a-1@example.org", "tinh-1"


@pytest.fixture(scope="module")
def keys(tmp_path_factory):
    """Make a key for each of three people."""
    folder = tmp_path_factory.mktemp("keys")
    for person in ("a", "tinh", "la"):
        command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", person, "-f", str(folder / person)]
        subprocess.run(command, check=True, capture_output=True)
    return folder


def signers(keys, **people):
    """The lines of a list of signers: principals → whose key."""
    return "".join(f"{names} {(keys / key).with_suffix('.pub').read_text()}" for key, names in people.items())


def commit(place, message, key=None, at=NOON):
    git(place.root, "add", "-A", ".")
    sign = ["-c", "gpg.format=ssh", "-c", f"user.signingkey={key}"] if key else []
    how = ["-S"] if key else ["--no-gpg-sign"]
    git(place.root, *sign, "commit", "-q", "--allow-empty", *how, "-m", message, at=at)
    return git(place.root, "rev-parse", "HEAD")


@pytest.fixture
def place(tmp_path, keys):
    """Make a repository whose main branch trusts two people: a district's, and the province's under two names."""
    made = filled_place(tmp_path / "w")
    write(made.root, {"allowed_signers": signers(keys, a=DISTRICT, tinh=PROVINCE)})
    made.git_init()
    commit(made, "nền")
    return made


def answer(place, *words):
    result = call(place, "verify", *words, "--format", "json")
    assert result.exit_code in {0, 1}, result.stderr
    return json.loads(result.stdout)


def test_commits_of_the_main_branch(place, keys):
    commit(place, "đã ký", keys / "a")
    commit(place, "khoá lạ", keys / "la")
    found = answer(place)
    assert [(row["subject"], row["status"], row["principal"]) for row in found["commits"]] == [
        ("khoá lạ", "unknown_key", None),
        ("đã ký", "good", DISTRICT),
        ("nền", "none", None),
    ]
    assert call(place, "verify").exit_code == 0
    assert call(place, "verify", "--require").exit_code == 1
    assert call(place, "verify", "HEAD~1", "--require").exit_code == 0


def documented(command):
    text = Path(__file__).parents[1].joinpath("docs/output.md").read_text(encoding="utf-8")
    chapter = re.search(rf"^## `dvk {command}`.*?(?=^## )", text, re.MULTILINE | re.DOTALL)[0]
    return set(re.findall(r"^\| `([^`]+)` \|", chapter, re.MULTILINE))


def test_the_keys_of_the_answers_are_documented(place, keys):
    up_to(place, A, "submit", DISTRICT, PROVINCE)
    commit(place, "gửi", keys / "a")
    done(place, "accept", A, "--who", PROVINCE)
    done(place, "approve", A, "--who", PROVINCE, "--without", "xa-1=bão")
    (place.root / A).write_text((place.root / A).read_text("utf-8").replace("value: 3", "value: 4"), encoding="utf-8")
    assert set(keys_in(answer(place, A))) <= documented("verify")
    assert set(keys_in(place.json("status", A))) <= documented("status")
    assert set(keys_in(place.json("status", "--unit", "tinh"))) <= documented("status")
    columns = call(place, "verify", "--format", "csv").stdout.splitlines()[0]
    assert f"csv: `{columns}`" in Path(__file__).parents[1].joinpath("docs/output.md").read_text(encoding="utf-8")


def test_stamps_are_proven_by_whom_they_name(place, keys):
    done(place, "submit", A, "--who", DISTRICT)
    commit(place, "gửi", keys / "a")
    done(place, "accept", A, "--who", PROVINCE)
    commit(place, "nhận", keys / "tinh")
    assert [(row["step"], row["status"]) for row in answer(place, A)["stamps"]] == [
        ("submitted", "good"),
        ("accepted", "good"),
    ]
    assert call(place, "verify", A, "--stamps", "--require").exit_code == 0
    assert call(place, "verify", A, "--require").exit_code == 1


def test_a_stamp_in_somebody_elses_commit(place, keys):
    up_to(place, A, "accept", DISTRICT, PROVINCE)
    commit(place, "một người làm cả", keys / "a")
    assert [row["status"] for row in answer(place, A)["stamps"]] == ["good", "another_person"]
    done(place, "return", A, "--who", PROVINCE, "--field", "own", "--reason", "x")
    assert [row["status"] for row in answer(place, "--stamps")["stamps"]] == ["good", "another_person", "not_committed"]
    assert call(place, "verify", A, "--stamps", "--require").exit_code == 1
    git(place.root, "switch", "-q", "-c", "de-nghi")
    commit(place, "trả lại", keys / "tinh")
    assert [row["status"] for row in answer(place, "--stamps")["stamps"]] == ["good", "another_person", "not_merged"]
    assert "not on the main branch yet" in done(place, "verify", "--stamps")


def test_a_change_is_not_trusted_to_say_whom_to_trust(place, keys):
    """A branch that adds its own key to the list is judged by the list of its base."""
    git(place.root, "switch", "-q", "-c", "de-nghi")
    write(place.root, {"allowed_signers": signers(keys, la=PROVINCE)})
    up_to(place, A, "accept", DISTRICT, PROVINCE)
    commit(place, "tự tin", keys / "la")
    found = answer(place, "--base", "main")
    assert [row["status"] for row in found["commits"]] == ["unknown_key"]
    assert [row["status"] for row in found["stamps"]] == ["unknown_key", "unknown_key"]
    assert found["signers_of"] == git(place.root, "rev-parse", "main")
    assert [row["status"] for row in answer(place, "HEAD")["commits"]] == ["unknown_key"]


def test_without_a_main_branch_nobody_says_whom_to_trust(place, keys):
    """A clone of nothing but the change: its own list would prove it."""
    git(place.root, "switch", "-q", "-c", "de-nghi")
    git(place.root, "branch", "-q", "-D", "main")
    write(place.root, {"allowed_signers": signers(keys, la=PROVINCE)})
    commit(place, "tự tin", keys / "la")
    for words in ([], ["HEAD"], [A], ["--stamps"]):
        result = call(place, "verify", *words)
        assert (result.exit_code, result.stdout) == (2, ""), words
        assert result.stderr.startswith("DVK984  ")
    assert [row["status"] for row in answer(place, "--base", "HEAD~1")["commits"]] == ["unknown_key"]


def test_a_change_is_not_trusted_to_say_who_acts_for_a_unit(place, keys):
    """A listed signer makes himself one of a neighbour's people, and stamps its report in the same commit."""
    git(place.root, "switch", "-q", "-c", "de-nghi")
    units = place.root / "units/units.yaml"
    edited = units.read_text("utf-8").replace("b-1", DISTRICT)
    assert edited != units.read_text("utf-8")
    units.write_text(edited, encoding="utf-8")
    done(place, "submit", B, "--who", DISTRICT)
    commit(place, "gửi thay", keys / "a")
    for words in (["--base", "main"], [B]):
        assert [(row["step"], row["status"]) for row in answer(place, *words)["stamps"]] == [
            ("submitted", "not_of_unit")
        ], words
    assert call(place, "verify", "--base", "main", "--stamps", "--require").exit_code == 1


def test_for_a_new_unit_those_above_it_sign(place, keys):
    """The main branch does not know it: where it stands says the change, who they are the main branch."""
    git(place.root, "switch", "-q", "-c", "de-nghi")
    place.unit("xa-moi", "huyen-a", maintainers=["ai-do"])
    place.unit("xa-la", "huyen-b", maintainers=[DISTRICT])
    new = [place.report(unit, 2021, {"houses": 1}, state="draft") for unit in ("xa-moi", "xa-la")]
    for path, who in zip(new, ("ai-do", DISTRICT), strict=True):
        done(place, "submit", path, "--who", who)
        text = (place.root / path).read_text("utf-8")
        (place.root / path).write_text(text.replace("ai-do", DISTRICT), encoding="utf-8")
    commit(place, "đơn vị mới", keys / "a")
    found = {row["unit"]: row["status"] for row in answer(place, "--base", "main")["stamps"]}
    assert found == {"xa-moi": "good", "xa-la": "not_of_unit"}


def test_a_change_is_not_trusted_to_say_which_branch_is_the_main_one(place, keys):
    git(place.root, "switch", "-q", "-c", "de-nghi")
    write(place.root, {"allowed_signers": signers(keys, la=PROVINCE)})
    settings = place.root / "dvk.yaml"
    settings.write_text(settings.read_text("utf-8").replace("main_branch: main", "main_branch: de-nghi"), "utf-8")
    up_to(place, A, "accept", DISTRICT, PROVINCE)
    commit(place, "tự nhận", keys / "la")
    result = call(place, "verify", "HEAD", "--format", "json")
    assert json.loads(result.stdout)["commits"][0]["status"] == "unknown_key"
    assert json.loads(result.stdout)["signers_of"] == git(place.root, "rev-parse", "main")
    assert "“main”" in result.stderr
    assert answer(place, A)["stamps"][1]["status"] == "unknown_key"
    logged = call(place, "log", A, "--format", "json")
    assert [entry["received"] is None for entry in json.loads(logged.stdout)] == [True, False]
    assert "“main”" in logged.stderr


def test_the_main_branch_is_what_the_default_branch_of_origin_calls_so(place, tmp_path):
    """A repository whose branches have no usual names: a clone knows, the files on disk alone do not."""
    settings = place.root / "dvk.yaml"
    settings.write_text(settings.read_text("utf-8").replace("main_branch: main", "main_branch: chinh"), "utf-8")
    git(place.root, "branch", "-q", "-m", "chinh")
    tip = commit(place, "đổi tên")
    result = call(place, "verify", "HEAD")
    assert (result.exit_code, result.stderr.partition(" ")[0]) == (2, "DVK967")
    git(tmp_path, "clone", "-q", str(place.root), "sao")
    place.root = tmp_path / "sao"
    git(place.root, "switch", "-q", "-c", "de-nghi")
    assert answer(place)["signers_of"] == tip


def test_two_names_of_one_signer(place, keys):
    write(place.root, {"allowed_signers": signers(keys, a=f"an,{DISTRICT}")})
    commit(place, "thêm tên")
    done(place, "submit", A, "--who", DISTRICT)
    commit(place, "gửi", keys / "a")
    assert [row["status"] for row in answer(place, A)["stamps"]] == ["good"]


def test_a_stamp_brought_with_other_content(place, keys):
    done(place, "submit", A, "--who", DISTRICT)
    file = place.root / A
    file.write_text(file.read_text(encoding="utf-8").replace("value: 3", "value: 4"), encoding="utf-8")
    commit(place, "số khác", keys / "a")
    assert [row["status"] for row in answer(place, A)["stamps"]] == ["other_content"]


def test_without_a_list_nobody_is_trusted(place, keys):
    (place.root / "allowed_signers").unlink()
    commit(place, "bỏ danh sách", keys / "a")
    found = answer(place)
    assert (found["signers_of"], found["commits"][0]["status"]) == (None, "unknown_key")
    assert "allowed_signers" in call(place, "verify").stdout


def test_what_is_neither_a_file_nor_a_commit(place):
    result = call(place, "verify", "khong-co")
    assert (result.exit_code, "DVK901" in result.stderr) == (2, True)


def test_without_git(tmp_path):
    result = call(filled_place(tmp_path / "w"), "verify")
    assert (result.exit_code, "DVK902" in result.stderr) == (2, True)


def histories_read(ask):
    """How often git is asked what the commits of a whole history changed, while something is asked."""
    commands = []
    listening = [True]

    def hook(event, args):
        if event == "subprocess.Popen" and listening:
            commands.append(args[1])

    sys.addaudithook(hook)
    ask()
    listening.clear()
    return sum("log" in words and "--first-parent" not in words for words in commands)


def test_the_history_is_read_once_for_all_documents(place):
    """A unit's documents are asked about in one go, however many they are."""
    for path in (A, B, COMMUNE):
        done(place, "submit", path, "--who", {A: DISTRICT, B: "b-1", COMMUNE: "xa"}[path])
    commit(place, "gửi cả ba")
    for path in (A, B, COMMUNE):
        file = place.root / path
        file.write_text(file.read_text("utf-8").replace("value: 3", "value: 4"), encoding="utf-8")
    found = []
    assert histories_read(lambda: found.extend(answer(place, "--stamps")["stamps"])) == 1
    assert [row["status"] for row in found] == ["none", "none", "none"]
    done(place, "status", "--unit", "huyen-a")
    assert histories_read(lambda: place.json("status", "--unit", "huyen-a")) == 1
