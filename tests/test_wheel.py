"""The wheel as users get it: built, looked into, installed into an empty environment and run there."""

import json
import os
import subprocess
import sys
import sysconfig
import tomllib
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

from dvk import __version__

ROOT = Path(__file__).parents[1]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
TARGET = SETTINGS["tool"]["hatch"]["build"]["targets"]["wheel"]
NOT_SHIPPED = {".pyc"}

pytest.importorskip("hatchling")
pytest.importorskip("build")


def run(*command, cwd):
    """Run a program apart from this checkout: nothing on the path leads back to it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "GIT_", "DVK_"))}
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=kept | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"},
        capture_output=True,
        check=False,
    )
    out, err = done.stdout.decode(), done.stderr.decode()
    assert done.returncode == 0, err + out
    return out


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return next(folder.glob("*.whl"))


def environment(folder):
    """Make an environment that finds what dvk needs where this one does, and has no dvk; give its Python."""
    venv.create(folder, with_pip=False)
    libraries = sysconfig.get_path("purelib", vars={"base": str(folder), "platbase": str(folder)})
    # A .pth file inside a folder that is itself named by one is not followed: an editable dvk stays outside.
    Path(libraries, "needed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder / "bin" / "python"


def install(python, *what):
    run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-index", *what, cwd=python.parent)


@pytest.fixture(scope="module", params=["wheel", "editable"])
def installed(request, tmp_path_factory):
    python = environment(tmp_path_factory.mktemp(request.param))
    if request.param == "wheel":
        install(python, "--no-deps", "--ignore-installed", request.getfixturevalue("wheel"))
    else:
        pytest.importorskip("editables", reason="hatchling builds editable installs with it")
        install(python, "--no-deps", "--ignore-installed", "--no-build-isolation", "--editable", ROOT)
    return request.param, python


def shipped(folder, prefix):
    """Give the files that a folder of the repository adds to the wheel, by their paths there."""
    return {
        f"{prefix}/{file.relative_to(folder).as_posix()}"
        for file in folder.rglob("*")
        if file.is_file() and file.suffix not in NOT_SHIPPED
    }


def test_the_wheel_holds_all_that_runs_and_nothing_else(wheel):
    with ZipFile(wheel) as archive:
        inside = {name for name in archive.namelist() if ".dist-info/" not in name}
    expected = shipped(ROOT / "dvk", "dvk")
    for source, target in TARGET["force-include"].items():
        expected |= shipped(ROOT / source, target)
    assert inside == expected
    assert {"dvk/py.typed", "dvk/__main__.py", "dvk/templates/workspace/dvk.yaml"} <= inside


def test_the_wheel_says_what_it_is(wheel):
    with ZipFile(wheel) as archive:
        folder = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA")).rpartition("/")[0]
        words = archive.read(f"{folder}/METADATA").decode()
        scripts = archive.read(f"{folder}/entry_points.txt").decode()
    assert f"\nVersion: {__version__}\n" in words
    assert SETTINGS["project"]["version"] == __version__
    assert "dvk = dvk.__main__:main" in scripts
    for needed in SETTINGS["project"]["dependencies"]:
        assert f"\nRequires-Dist: {needed.partition('>')[0]}" in words


def test_what_is_installed_runs_in_another_folder(installed, tmp_path):
    how, python = installed
    dvk = python.parent / "dvk"
    found = run(python, "-c", "import dvk; print(dvk.__file__)", cwd=tmp_path).strip()
    home = ROOT if how == "editable" else python.parents[1]
    assert Path(found).is_relative_to(home.resolve())

    run(dvk, "init", "khong-gian", "--unit", "Tỉnh đoàn Thử", cwd=tmp_path)
    workspace = tmp_path / "khong-gian"
    assert {path.name for path in workspace.iterdir()} >= {"dvk.yaml", "units", "indicators.yaml", ".git"}
    assert json.loads(run(dvk, "check", "--format", "json", cwd=workspace)) == []
    assert json.loads(run(dvk, "rollup", "--year", "2021", "--format", "json", cwd=workspace)) == []
    units = json.loads(run(dvk, "units", "--format", "json", cwd=workspace))
    assert [unit["name"] for unit in units] == ["Tỉnh đoàn Thử"]


def test_what_is_installed_tells_its_version(installed, tmp_path):
    _, python = installed
    assert run(python.parent / "dvk", "--version", cwd=tmp_path) == f"{__version__}\n"
    assert run(python, "-m", "dvk", "--version", cwd=tmp_path) == f"{__version__}\n"
