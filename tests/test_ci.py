"""What `dvk init` writes for platforms, valid and safe; and its jobs run step by step on a good and on a bad change."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import check_jsonschema
import pytest
import yaml
from ci_runners import GitHub, filled, gitlab_job, machine, ran, read
from repositories import commit, git, new_repository, write
from workspace_builder import Workspace, report_due

from dvk import __version__
from dvk.__main__ import run
from dvk.skeletons import ci_files
from dvk.skeletons.ci import package_at

ROOT = Path(__file__).parents[1]
WORKFLOW, JOB = ".github/workflows/dvk.yml", ".gitlab/dvk.gitlab-ci.yml"
INCLUDING, HOOK = ".gitlab-ci.yml", ".pre-commit-config.yaml"
FILES = {WORKFLOW, JOB, INCLUDING, HOOK}


@pytest.fixture(autouse=True)
def _fixed_language(monkeypatch):
    monkeypatch.delenv("DVK_LANG", raising=False)


def init(folder, *words, capsys):
    capsys.readouterr()
    code = run(["init", str(folder), "--unit", "Tỉnh đoàn Thử", *words])
    said = capsys.readouterr()
    assert code == 0, said.err
    return said.out


# what init writes


def test_a_new_workspace_has_them_all(tmp_path, capsys):
    said = init(tmp_path / "w", capsys=capsys)
    for path, text in ci_files("vi").items():
        assert (tmp_path / "w" / path).read_text(encoding="utf-8") == text
    assert set(ci_files("vi")) == FILES
    assert "Giữ nguyên" not in said
    assert run(["check", "--strict", "--root", str(tmp_path / "w")]) == 0


def test_what_stands_there_stays_and_is_said(tmp_path, capsys):
    write(tmp_path, {INCLUDING: "của tôi", WORKFLOW: "on: push"})
    said = init(tmp_path, capsys=capsys)
    assert f"Giữ nguyên tệp đã có: {WORKFLOW}, {INCLUDING}" in said
    assert (tmp_path / INCLUDING).read_text(encoding="utf-8") == "của tôi"
    assert (tmp_path / WORKFLOW).read_text(encoding="utf-8") == "on: push"
    assert (tmp_path / JOB).is_file()


def test_so_do_the_files_of_git_and_the_lines_they_lack_are_named(tmp_path, capsys):
    theirs = {".gitignore": "node_modules/\n.dvk-*\n", ".gitattributes": "* text\n", "units/to-chuc.yaml": "# tôi\n"}
    write(tmp_path, theirs)
    said = init(tmp_path, capsys=capsys)
    assert "Giữ nguyên tệp đã có: .gitattributes, .gitignore, units/to-chuc.yaml" in said
    assert "Nên thêm vào .gitattributes: *.yaml text eol=lf  *.md text eol=lf\n" in said
    assert "Nên thêm vào .gitignore: /*.docx  /*.xlsx  /*.pdf  /*.csv\n" in said
    assert (tmp_path / ".gitignore").read_text(encoding="utf-8") == theirs[".gitignore"]
    assert (tmp_path / "dvk.yaml").is_file()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--unit", ""], "--unit"),
        (["--level", "abc"], "central hoặc province hoặc district hoặc commune hoặc branch"),
        (["--line", "xyz"], "youth-union hoặc front"),
        (["--only-ci"], "DVK964"),
    ],
)
def test_what_could_only_be_wrong_is_not_written(tmp_path, capsys, words, said):
    assert run(["init", str(tmp_path), *words]) == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_who_does_not_want_them_says_so(tmp_path, capsys):
    init(tmp_path, "--no-ci", capsys=capsys)
    assert [path for path in FILES if (tmp_path / path).exists()] == []
    assert (tmp_path / "dvk.yaml").is_file()


def test_a_workspace_that_is_there_gets_them_alone(tmp_path, capsys):
    init(tmp_path, "--no-ci", capsys=capsys)
    (tmp_path / HOOK).write_text("của tôi", encoding="utf-8")
    (tmp_path / ".vscode/settings.json").unlink()
    said = init(tmp_path, "--only-ci", capsys=capsys)
    assert said.startswith("Đã tạo 3 tệp")
    assert f"Giữ nguyên tệp đã có: {HOOK}\n" in said
    assert (tmp_path / WORKFLOW).is_file()
    assert not (tmp_path / ".vscode/settings.json").exists()
    assert init(tmp_path, "--only-ci", capsys=capsys).startswith("Đã tạo 0 tệp")


def test_a_folder_inside_a_repository_gets_none(tmp_path, capsys):
    new_repository(tmp_path)
    said = init(tmp_path / "trong", capsys=capsys)
    assert "thư mục gốc của kho git" in said
    assert [path for path in FILES if (tmp_path / "trong" / path).exists()] == []
    assert "thư mục gốc của kho git" not in init(tmp_path / "nữa", "--no-ci", capsys=capsys)
    assert run(["init", str(tmp_path / "trong"), "--only-ci"]) == 2
    assert "DVK964" in capsys.readouterr().err


def test_nothing_is_written_through_a_link(tmp_path, capsys):
    (tmp_path / "ngoài").mkdir()
    (tmp_path / "w").mkdir()
    (tmp_path / "w/.github").symlink_to(tmp_path / "ngoài")
    (tmp_path / "w/.gitlab").write_text("một tệp", encoding="utf-8")
    (tmp_path / "w/.pre-commit-config.yaml").symlink_to(tmp_path / "không có")
    said = init(tmp_path / "w", capsys=capsys)
    assert all(path in said for path in (WORKFLOW, JOB, HOOK))
    assert list((tmp_path / "ngoài").iterdir()) == []
    assert not (tmp_path / "không có").exists()


# what they are


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    ("path", "schema"),
    [
        (WORKFLOW, "vendor.github-workflows"),
        (WORKFLOW, "custom.github-workflows-require-timeout"),
        (JOB, "vendor.gitlab-ci"),
        (INCLUDING, "vendor.gitlab-ci"),
    ],
)
def test_platforms_take_them(tmp_path, language, path, schema):
    file = tmp_path / "a.yml"
    file.write_text(ci_files(language)[path], encoding="utf-8")
    assert is_valid(file, schema)


def is_valid(file, schema):
    words = ["--builtin-schema", schema, str(file)]
    with pytest.raises(SystemExit) as end:
        check_jsonschema.main(words)
    return not end.value.code


def test_the_action_is_one(tmp_path):
    assert is_valid(ROOT / "action.yml", "vendor.github-actions")
    broken = tmp_path / "action.yml"
    broken.write_text("runs: {using: composite, steps: [{run: a}]}", encoding="utf-8")
    assert not is_valid(broken, "vendor.github-actions")


def test_the_language_is_the_one_asked_for(tmp_path, capsys):
    said = init(tmp_path, "--lang", "en", capsys=capsys)
    settings = read(tmp_path / WORKFLOW)["env"]
    assert settings["DVK_LANG"] == read(tmp_path / JOB)["variables"]["DVK_LANG"] == "en"
    assert "DVK_PACKAGE" in said
    assert not any(re.search(r"@[A-Z]+@", text) for text in ci_files("en").values())


COMMIT = "0123456789abcdef0123456789abcdef01234567"
FROM_GIT = {"url": "https://kho.example/doan/dvk.git", "vcs_info": {"vcs": "git", "commit_id": COMMIT}}


def test_the_dvk_that_checks_is_the_one_that_is_known_here():
    package = package_at(json.dumps(FROM_GIT))
    assert package == f"git+https://kho.example/doan/dvk.git@{COMMIT}"
    written = ci_files("vi", package)
    assert yaml.safe_load(written[WORKFLOW])["env"]["DVK_PACKAGE"] == f"${{{{ vars.DVK_PACKAGE || '{package}' }}}}"
    assert yaml.safe_load(written[JOB])["variables"]["DVK_PACKAGE"] == package


@pytest.mark.parametrize(
    "known",
    [
        {},
        [],
        {"url": "file:///home/an/dvk", "dir_info": {}},
        FROM_GIT | {"url": "https://an:mat-khau@kho.example/dvk"},
        FROM_GIT | {"url": "https://kho.example/a' || x"},
        FROM_GIT | {"url": "https://kho.example/${{ x }}"},
        FROM_GIT | {"url": "ssh://git@kho.example/dvk"},
        FROM_GIT | {"subdirectory": "x"},
        FROM_GIT | {"vcs_info": {"vcs": "git", "commit_id": "main"}},
        FROM_GIT | {"vcs_info": {"vcs": "hg", "commit_id": COMMIT}},
    ],
)
def test_what_others_could_not_get_or_change_is_not_written(known):
    assert package_at(json.dumps(known)) == ""


def test_without_a_dvk_nothing_passes_and_none_is_taken_by_its_name(tmp_path):
    for text in (ci_files("vi")[WORKFLOW], ci_files("vi")[JOB]):
        assert "dvk==" not in text
    workflow = read_text(ci_files("vi")[WORKFLOW])
    for name, job in workflow["jobs"].items():
        github = GitHub(tmp_path / name, tmp_path, {"vars": {}})
        github.variables["DVK_PACKAGE"] = filled(workflow["env"]["DVK_PACKAGE"], github.names)
        (done,) = github.run([step for step in job["steps"] if step["name"] == "Cài dvk"])
        said = [text for level, _, text in done.annotations if level == "error"]
        assert (done.code, said) == (2, [f"Chưa đặt DVK_PACKAGE: xem đầu tệp {WORKFLOW}"])
    step, _ = gitlab_job(read_text(ci_files("vi")[JOB]), "dvk", tmp_path / "gitlab", {})
    assert (step.code, step.log) == (2, f"Chưa đặt DVK_PACKAGE: xem đầu tệp {JOB}\n")


def steps_of_platforms():
    workflow = yaml.safe_load(ci_files("vi")[WORKFLOW])
    yield from (step for job in workflow["jobs"].values() for step in job["steps"])
    yield from yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["runs"]["steps"]


def test_a_change_can_neither_put_words_into_a_script_nor_keep_a_token():
    for step in steps_of_platforms():
        assert "${{" not in step.get("run", "")
        if "uses" in step:
            assert re.fullmatch(r"actions/(checkout|setup-python)@[0-9a-f]{40}", step["uses"])
            assert "cache" not in step["with"]
        if step.get("uses", "").startswith("actions/checkout"):
            assert step["with"]["persist-credentials"] is False
            assert step["with"]["fetch-depth"] == 0
            assert ".head" not in str(step["with"])


def test_the_workflow_is_that_of_the_base_and_may_only_read():
    workflow = read_text(ci_files("vi")[WORKFLOW])
    assert set(workflow["on"]) == {"pull_request_target", "push"}
    assert "edited" in workflow["on"]["pull_request_target"]["types"]
    assert workflow["permissions"] == {"contents": "read"}
    assert not any("permissions" in job for job in workflow["jobs"].values())
    assert not re.search(r"\$\{\{[^}]*secrets", ci_files("vi")[WORKFLOW])


def read_text(text):
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes text only


def test_workflow_action_and_hook_say_the_same():
    """The action does what the workflow does, the hook of this repository what the one of a workspace does."""
    lines = [{line.strip() for line in step["run"].splitlines()} for step in steps_of_platforms() if "run" in step]
    fetching = [step for step in lines if any("git fetch" in line for line in step)]
    assert len(fetching) == 2
    assert fetching[0] ^ fetching[1] == {line for step in fetching for line in step if "fetch" in line or "#" in line}
    own = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    (local,) = yaml.safe_load(ci_files("vi")[HOOK])["repos"]
    assert {hook["id"] for hook in local["hooks"]} == set(own)
    for hook in local["hooks"]:
        kept = own[hook["id"]]
        assert all(kept[key] == hook[key] for key in hook if key != "language")


# a platform with two changes

YEAR = 2021
PLAN = f"plans/{YEAR}/tinh/ke-hoach.yaml"
HOSTILE = "::error::x\n::warning file=dvk.yaml::y"
NUMBERS = {"good": 7, "bad": 8}
ON_BOTH = [pytest.param("good", 0, marks=pytest.mark.deep), ("bad", 1)]


@pytest.fixture(scope="module")
def platform(tmp_path_factory):
    """A repository on a platform: main, made by init, and two changes from forks under GitHub's and GitLab's names."""
    folder = tmp_path_factory.mktemp("platform")
    seed = folder / "seed"
    assert run(["init", str(seed), "--lang", "vi"]) == 0
    (seed / "units/to-chuc.yaml").unlink()
    made = Workspace(seed)
    made.unit("tinh", level="province", maintainers=["tinh-doan"])
    made.unit("huyen-a", "tinh", level="district", maintainers=["huyen-a"])
    made.unit("huyen-b", "tinh", level="district", maintainers=["huyen-b"])
    made.indicator("houses", "sum", "sum")
    made.plan("tinh", report_due("bao-cao", YEAR, "district", by=f"{YEAR}-12-15"), year=YEAR)
    assert run(["codeowners", "--root", str(seed), "-o", str(seed / ".github/CODEOWNERS")]) == 0
    base = commit(seed, {".gitlab/CODEOWNERS": "# dvk codeowners --platform gitlab\n* @ai-khac\n"})
    git(folder, "clone", "-q", "--bare", str(seed), str(folder / "kho.git"))
    heads = {"good": good_change(made), "bad": bad_change(made, base)}
    for name, head in heads.items():
        for ref in (f"refs/pull/{NUMBERS[name]}/head", f"refs/merge-requests/{NUMBERS[name]}/head"):
            git(seed, "push", "-q", str(folder / "kho.git"), f"{head}:{ref}")
    return {"origin": folder / "kho.git", "base": base, "heads": heads}


def good_change(made):
    made.report("huyen-a", YEAR, {"houses": 12}, submitted=f"{YEAR}-12-01", answers=[f"{PLAN}#bao-cao"])
    return commit(made.root, {})


def bad_change(made, base):
    """Change an issued plan in silence, and whatever judges that; bring along code and names that mean harm."""
    git(made.root, "checkout", "-q", base)
    plan = (made.root / PLAN).read_text(encoding="utf-8")
    made.report("huyen-b", YEAR, {"houses": "3.6"}, topic=HOSTILE)
    made.settings(severities={"DVK204": "note"})
    quiet = "import sys\nsys.exit(0)\n"
    weaker = {WORKFLOW: "on: push\njobs: {}\n", JOB: "dvk: {script: [exit 0]}\n", INCLUDING: "a: {script: [exit 0]}\n"}
    code = {"dvk.py": quiet, "sitecustomize.py": quiet, "secrets.py": quiet, ".githooks/post-checkout": "exit 1\n"}
    files = {PLAN: plan.replace(f"{YEAR}-12-15", f"{YEAR}-12-31"), ".gitattributes": "*.yaml filter=x\n"}
    assert files[PLAN] != plan
    return commit(made.root, files | weaker | code)


def event(platform, name):
    """Give what GitHub tells of a pull request from a fork."""
    pull_request = {
        "number": str(NUMBERS[name]),
        "base": {"sha": "0" * 40, "ref": "main"},
        "head": {"sha": platform["heads"][name]},
        "user": {"login": "huyen-a" if name == "good" else "huyen-b"},
    }
    github = {"event_name": "pull_request_target", "token": "t0ken", "ref": "refs/heads/main"}
    told = {"pull_request": pull_request, "sender": pull_request["user"]}
    return {"github": github | {"event": told}, "vars": {"DVK_PACKAGE": "installed"}}


def workflow_of(platform, folder):
    """Take the workflow as the platform does for pull_request_target: from the main branch."""
    file = folder / "dvk.yml"
    file.write_text(git(platform["origin"], "show", f"main:{WORKFLOW}"), encoding="utf-8")
    return read(file)


def files_on(machine_of_github):
    return {path.relative_to(machine_of_github.home).as_posix() for path in machine_of_github.home.rglob("*")}


def on_github(platform, name, folder, sender=None):
    names = event(platform, name)
    names["github"]["event"]["sender"] = {"login": sender or names["github"]["event"]["sender"]["login"]}
    github = GitHub(folder / "github", platform["origin"], names)
    steps = {step.name: step for step in github.job(workflow_of(platform, folder), "change")}
    assert list(steps) == [step["name"] for step in workflow_of(platform, folder)["jobs"]["change"]["steps"]]
    for path in ("dvk.py", "secrets.py", f"reports/{YEAR}"):
        assert path not in files_on(github), "the change was laid out"
    return steps


def test_a_good_pull_request_passes(platform, tmp_path):
    steps = on_github(platform, "good", tmp_path)
    assert {name: step.code for name, step in steps.items() if step.code} == {}, steps
    assert steps["Cài dvk"].log == f"{__version__}\n"
    assert [level for level, *_ in steps["Kiểm tra"].annotations if level == "error"] == []
    assert "0 lỗi" in steps["Kiểm tra"].log.splitlines()[-1]
    assert "huyen-a" in steps["Tóm tắt cho người xét duyệt"].summary.lower()


def test_a_bad_pull_request_fails_with_annotations(platform, tmp_path):
    steps = on_github(platform, "bad", tmp_path)
    check = steps["Kiểm tra"]
    assert check.code == 1, check.log
    assert_named(check.annotations)
    assert all(line.startswith(("::error file=", "::warning file=", "::notice file=")) for line in check.commands())
    rows = [line for line in check.summary.splitlines() if "DVK" in line]
    assert [level for level, *_ in check.annotations].count("error") == 10
    assert "do người của đơn vị đứng đầu giữ%0A" in check.log
    assert f"Còn {len(rows) - len(check.annotations)} mục nữa" in check.log
    assert steps["Tóm tắt cho người xét duyệt"].code == 0
    assert steps["Tóm tắt cho người xét duyệt"].summary


def test_who_pushed_last_has_to_be_allowed_it_as_well_as_the_author(platform, tmp_path):
    """The report is its author's to send; somebody of another unit pushed to the same branch since."""
    check = on_github(platform, "good", tmp_path, sender="huyen-b")["Kiểm tra"]
    assert check.code == 1
    assert [text.split("”")[0] for level, _, text in check.annotations if level == "error"] == ["“huyen-b"]


def assert_named(annotations):
    """The plan changed in silence, the weakened policy, the figure: each is an error in its file."""
    wrong = {properties["file"] for level, properties, _ in annotations if level == "error"}
    assert {PLAN, "dvk.yaml", WORKFLOW, f"reports/{YEAR}/tinh/huyen-b/{YEAR}-{HOSTILE}.yaml"} <= wrong


def test_what_comes_to_the_main_branch_is_checked_as_a_whole(platform, tmp_path):
    names = {"github": {"event_name": "push"}, "vars": {"DVK_PACKAGE": "installed"}}
    github = GitHub(tmp_path / "github", platform["origin"], names)
    *_, check, reviewers = github.job(workflow_of(platform, tmp_path), "main")
    assert (check.name, check.code) == ("Kiểm tra", 0)
    assert "0 lỗi" in check.summary
    assert (reviewers.code, reviewers.log) == (0, ".github/CODEOWNERS đúng với units/\n")


@pytest.mark.deep
def test_so_is_the_file_of_reviewers_on_gitlab(platform, tmp_path):
    """It was made by hand since, so the job fails behind the check."""
    git(tmp_path, "clone", "-q", str(platform["origin"]), "builds")
    settings = read(tmp_path / "builds" / JOB)
    step, _ = gitlab_job(settings, "dvk-main", tmp_path, {"DVK_PACKAGE": "installed"})
    assert step.code == 1, step.log
    assert "-* @ai-khac" in step.log


def test_a_file_of_reviewers_that_is_not_dvks_is_nobodys_business(tmp_path):
    write(tmp_path, {"CODEOWNERS": "* @ai-do\n"})
    scripts = [
        read_text(ci_files("vi")[WORKFLOW])["jobs"]["main"]["steps"][-1]["run"],
        read_text(ci_files("vi")[JOB])["dvk-main"]["script"][-1],
    ]
    for script in scripts:
        assert "dvk codeowners" in script
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
        assert ran(command, tmp_path, {"PATH": os.environ["PATH"]}) == (0, "")


@pytest.mark.parametrize(("name", "code"), ON_BOTH)
def test_the_composite_action_does_the_same(platform, tmp_path, name, code):
    action = read(ROOT / "action.yml")
    names = event(platform, name)
    names["inputs"] = {"package": "installed", "strict": "false", "language": "en", "on": f"{YEAR}-12-02"}
    github = GitHub(tmp_path / "github", platform["origin"], names)
    given = {key: setting["default"] for key, setting in action["inputs"].items()}
    names["inputs"] = defaults(given, names) | names["inputs"]
    steps = {step.name: step for step in github.run(action["runs"]["steps"])}
    assert {step.code for step in steps.values()} == {0, code}, steps
    assert ("errors" in steps["Kiểm tra"].log.splitlines()[-1]) or code == 0
    if code:
        assert_named(steps["Kiểm tra"].annotations)
    assert steps["Tóm tắt cho người xét duyệt"].summary
    assert {path.split("/")[0] for path in files_on(github)} == {".dvk-base"}


def defaults(given, names):
    return {key: filled(value, names) for key, value in given.items()}


@pytest.mark.parametrize(("name", "code"), ON_BOTH)
def test_the_job_of_gitlab_does_the_same(platform, tmp_path, name, code):
    settings = tmp_path / "job.yml"
    settings.write_text(git(platform["origin"], "show", f"main:{JOB}"), encoding="utf-8")
    variables = {
        "DVK_PACKAGE": "installed",
        "CI_SERVER_URL": "https://gitlab.example",
        "CI_JOB_TOKEN": "t0ken",
        "CI_COMMIT_SHA": platform["heads"][name],
        "CI_MERGE_REQUEST_IID": str(NUMBERS[name]),
        "CI_MERGE_REQUEST_PROJECT_URL": platform["origin"].as_uri().removesuffix(".git"),
        "CI_MERGE_REQUEST_PROJECT_PATH": "tinh/kho",
        "CI_MERGE_REQUEST_SOURCE_PROJECT_PATH": "huyen-a/kho" if name == "good" else "huyen-b/kho",
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
        "GITLAB_USER_LOGIN": "ai-bam-nut",
    }
    step, home = gitlab_job(read(settings), "dvk", tmp_path / "runner", variables)
    assert step.code == code, step.log
    entries = json.loads((home / "dvk-codequality.json").read_text(encoding="utf-8"))
    serious = {entry["location"]["path"] for entry in entries if entry["severity"] == "major"}
    assert ({PLAN, "dvk.yaml", JOB} <= serious) if code else not serious
    assert (home / "dvk-tom-tat.md").read_text(encoding="utf-8").strip()
    assert {path.name for path in home.iterdir()} == {"dvk-codequality.json", "dvk-tom-tat.md"}


def test_a_change_that_moved_on_is_not_judged_for_the_one_asked_about(platform, tmp_path):
    """The event names a commit that is gone from the change: nothing passes in its place."""
    names = event(platform, "good")
    names["github"]["event"]["pull_request"]["head"]["sha"] = "0" * 39 + "1"
    github = GitHub(tmp_path / "github", platform["origin"], names)
    steps = {step.name: step for step in github.job(workflow_of(platform, tmp_path), "change")}
    assert steps["Kiểm tra"].code == 2
    assert "DVK901" in steps["Kiểm tra"].log
    assert steps["Kiểm tra"].annotations == []


# the hook


@pytest.fixture
def hooked(tmp_path):
    """A new workspace in which pre-commit is installed; ``commit`` gives the exit code and what was said."""
    pytest.importorskip("pre_commit")
    root = tmp_path / "w"
    assert run(["init", str(root), "--unit", "Tỉnh đoàn Thử"]) == 0
    variables = machine(tmp_path / "machine") | {"PRE_COMMIT_HOME": str(tmp_path / "pre-commit")}
    who = {f"GIT_{role}_{what}": "thu@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}

    def called(*words):
        done = subprocess.run(words, cwd=root, env=variables | who, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr

    assert called(sys.executable, "-m", "pre_commit", "install")[0] == 0
    return root, called


def test_the_hook_lets_only_what_is_right_into_a_commit(hooked):
    root, called = hooked
    made = Workspace(root)
    (root / "units/to-chuc.yaml").unlink()
    made.unit("tinh", level="province")
    made.indicator("houses", "sum", "sum")
    assert run(["fmt", "--root", str(root)]) == 0
    called("git", "add", "--all")
    code, said = called("git", "commit", "-m", "đầu")
    assert code == 0, said
    path = made.report("tinh", YEAR, {"houses": "3.6"})
    called("git", "add", "--all")
    code, said = called("git", "commit", "-m", "sai")
    assert code == 1
    assert "DVK204" in said
    assert "lỗi" in said
    file = root / path
    file.write_text(file.read_text(encoding="utf-8").replace("3.6", "36"), encoding="utf-8")
    called("git", "add", "--all")
    code, said = called("git", "commit", "-m", "đúng")
    assert code == 0, said
