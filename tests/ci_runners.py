"""Runs a GitHub job, a composite action or a GitLab job from its YAML, step by step, as the platform's runner would.

What is not here is done nowhere: an expression, an action or a key that these runners do not know stops the test.
"""

import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from repositories import git

ROOT = Path(__file__).parents[1]
_TOKEN = re.compile(r"\s*(\|\||&&|==|!=|!|\(|\)|'[^']*'|[A-Za-z_][\w.-]*)")
_EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}")
_COMMAND = re.compile(r"::([a-z-]+)(?: ([^:]*))?::(.*)")
SILENT_ACTIONS = ("actions/setup-python@",)
CHECKOUT = "actions/checkout@"


def read(path):
    """Read YAML with every scalar as text: as a mapping of GitHub, ``on`` is no truth value."""
    return yaml.load(Path(path).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - it makes text only


# expressions of GitHub


class Expression:
    """One ``${{ … }}``: names with dots, texts, ``!``, ``==``, ``!=``, ``&&``, ``||`` and functions of the state."""

    def __init__(self, text, names):
        self.left = _TOKEN.findall(text)
        assert "".join(self.left) == re.sub(r"\s+(?=([^']*'[^']*')*[^']*$)", "", text), text
        self.names = names

    def value(self):
        found = self.either()
        assert not self.left, self.left
        return found

    def next_is(self, *wanted):
        return bool(self.left) and self.left[0] in wanted

    def either(self):
        found = self.both()
        while self.next_is("||"):
            self.left.pop(0)
            other = self.both()
            found = found or other
        return found

    def both(self):
        found = self.compared()
        while self.next_is("&&"):
            self.left.pop(0)
            other = self.compared()
            found = found and other
        return found

    def compared(self):
        found = self.single()
        while self.next_is("==", "!="):
            equal = self.left.pop(0) == "=="
            found = (found == self.single()) is equal
        return found

    def single(self):
        word = self.left.pop(0)
        if word == "!":
            return not self.single()
        if word == "(":
            found = self.either()
            assert self.left.pop(0) == ")"
            return found
        if word.startswith("'"):
            return word[1:-1]
        if self.next_is("("):
            assert self.left[:2] == ["(", ")"]
            del self.left[:2]
        value = self.names
        for part in word.split("."):
            value = value.get(part, "") if isinstance(value, dict) else ""
        return value


def filled(text, names):
    """Put in the values of all expressions of a text."""
    return _EXPRESSION.sub(lambda found: str(Expression(found[1].strip(), names).value() or ""), text)


# steps


@dataclass
class Step:
    """What became of a step."""

    name: str
    code: int
    log: str = ""
    summary: str = ""

    @property
    def annotations(self):
        """Give what the runner takes out of the log: level, properties, text, with its escapes undone."""
        return [found for line in self.commands() for found in [annotation(line)] if found]

    def commands(self):
        """List the lines that the runner obeys, none while commands are stopped."""
        stopped = None
        for line in self.log.splitlines():
            found = _COMMAND.fullmatch(line)
            if stopped is not None:
                stopped = None if line == f"::{stopped}::" else stopped
            elif found and found[1] == "stop-commands":
                stopped = found[3]
            elif line.lstrip().startswith("::") or "##[" in line:
                yield line


def annotation(line):
    """Give level, properties and text of a command of the log; None where it is another command."""
    name, listed, data = _COMMAND.fullmatch(line).groups()
    if name not in {"error", "warning", "notice"}:
        return None
    pairs = dict(pair.split("=", 1) for pair in (listed or "").split(",") if pair)
    return name, {key: unescaped(value) for key, value in pairs.items()}, unescaped(data)


def unescaped(text):
    for code, letter in (("%3A", ":"), ("%2C", ","), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, letter)
    return text


def ran(command, folder, variables):
    """Run a command with these variables and none of ours; give exit code and all that it said, in its order."""
    done = subprocess.run(
        command, cwd=folder, env=variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, timeout=120
    )
    return done.returncode, done.stdout.decode()


def machine(folder):
    """Give the variables of a fresh machine: this dvk and this Python first on its PATH, no git settings."""
    tools = folder / "tools"
    tools.mkdir(parents=True)
    for name, module in (("dvk", " -m dvk"), ("python", "")):
        script = tools / name
        script.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}"{module} "$@"\n', encoding="utf-8")
        script.chmod(0o755)
    (folder / "home").mkdir()
    return {
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder / "home"),
        "DVK_CACHE": str(folder / "cache"),
        "LANG": "C.UTF-8",
        "GIT_CONFIG_NOSYSTEM": "1",
    }


@dataclass
class GitHub:
    """A machine of GitHub on which the steps of one job run.

    Args:
        folder: everything of this machine lies in it.
        origin: the repository on the platform.
        names: what expressions may name: ``github``, ``vars``, ``inputs`` …
    """

    folder: Path
    origin: Path
    names: dict
    steps: list[Step] = field(default_factory=list)

    def __post_init__(self):
        self.home = self.folder / "work"
        self.home.mkdir(parents=True)
        (self.folder / "temp").mkdir()
        self.variables = machine(self.folder) | {
            "GITHUB_ACTIONS": "true",
            "GITHUB_SERVER_URL": "https://github.example",
            "GITHUB_WORKSPACE": str(self.home),
            "RUNNER_TEMP": str(self.folder / "temp"),
        }
        self.names.setdefault("steps", {})

    def job(self, workflow, name):
        """Run one job of a workflow; give its steps."""
        self.variables |= {key: filled(value, self.names) for key, value in workflow.get("env", {}).items()}
        job = workflow["jobs"][name]
        assert Expression(job["if"], self.names).value()
        shell = workflow["defaults"]["run"]["shell"]
        return self.run(job["steps"], shell)

    def run(self, steps, shell="bash"):
        """Run steps one after the other; what fails lets only those run that ask for it."""
        for step in steps:
            failed = any(done.code for done in self.steps)
            state = {"success": not failed, "failure": failed, "cancelled": False, "always": True}
            wanted = Expression(step.get("if", "success()"), self.names | state).value()
            outcome = self._step(step, step.get("shell", shell)) if wanted else None
            if "id" in step:
                self.names["steps"][step["id"]] = {"outcome": _outcome(outcome)}
        return self.steps

    def _step(self, step, shell):
        done = self._used(step) if "uses" in step else self._script(step, shell)
        self.steps.append(done)
        return done

    def _used(self, step):
        action, given = step["uses"], {key: filled(value, self.names) for key, value in step.get("with", {}).items()}
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", action), action
        if action.startswith(CHECKOUT):
            self._check_out(**given)
        else:
            assert action.startswith(SILENT_ACTIONS), action
        return Step(step.get("name", action), 0)

    def _check_out(self, **given):
        """Do what actions/checkout does: all branches, the asked-for commit laid out, no way back to the platform."""
        assert (given["fetch-depth"], given["persist-credentials"]) == ("0", "false")
        place = self.home / given.get("path", "")
        place.mkdir(exist_ok=True)
        git(place, "init", "-q", ".")
        git(place, "remote", "add", "origin", self.origin.as_uri())
        git(place, "fetch", "-q", "--no-tags", "origin", "+refs/heads/*:refs/remotes/origin/*")
        wanted = given.get("ref") or "refs/heads/main"
        git(place, "checkout", "-q", "--detach", wanted.replace("refs/heads/", "refs/remotes/origin/"))

    def _script(self, step, shell):
        assert shell == "bash"
        assert "${{" not in step["run"], "values go through env"
        number = len(self.steps)
        script, summary = self.folder / f"step{number}.sh", self.folder / f"summary{number}.md"
        script.write_text(step["run"], encoding="utf-8")
        summary.touch()
        own = {key: filled(value, self.names) for key, value in step.get("env", {}).items()}
        place = self.home / filled(step.get("working-directory", "."), self.names)
        variables = self.variables | own | {"GITHUB_STEP_SUMMARY": str(summary)}
        code, log = ran(["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)], place, variables)
        return Step(step["name"], code, log, summary.read_text(encoding="utf-8"))


def _outcome(step):
    if step is None:
        return "skipped"
    return "failure" if step.code else "success"


def gitlab_job(settings, name, folder, variables):
    """Run a job of GitLab; give its step and the folder: an empty one as ``GIT_STRATEGY: none`` asks, or a clone."""
    job = settings[name]
    home = folder / "builds"
    if home.exists():
        assert job["variables"] == {"GIT_DEPTH": "0"}
    else:
        assert job["variables"]["GIT_STRATEGY"] == "none"
        home.mkdir(parents=True)
    script = folder / "script.sh"
    script.write_text("\n".join(job["script"]), encoding="utf-8")
    all_of_them = machine(folder) | settings["variables"] | job["variables"] | variables
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)]
    code, log = ran(command, home, all_of_them | {"CI_PROJECT_DIR": str(home)})
    return Step(name, code, log), home
