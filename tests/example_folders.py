"""Lays the examples of the codes out as real workspaces and runs the command line in them."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from contextlib import redirect_stderr, redirect_stdout
from copy import deepcopy
from datetime import date
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from repositories import git

from dvk.__main__ import run
from dvk.explaining import base_files
from dvk.templates import shipped_word_template
from dvk.writing.taking_turns import LOCK

TODAY = date(2022, 1, 10)
SHOWN_ROOT = "/dvk"
SHOWN_COMMIT = "0123abcdef"
_HIDDEN = {}  # libraries that an example does without, until it has been asked
_AGAINST = re.compile(r"(?<=^So với )[0-9a-f]{10}|(?<=^Compared with )[0-9a-f]{10}", re.MULTILINE)


def lay_out(root, side):
    """Write the base, the files of a side over it, and take its steps; give what the environment must be."""
    root.mkdir(parents=True, exist_ok=True)
    for path, data in {**base_files(), **side.files}.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    environment = {}
    for verb, *words in side.make:
        environment |= _STEPS[verb](root, *words) or {}
    return environment


class _Terminal(TextIOWrapper):
    """What is printed goes to a terminal."""

    def isatty(self):
        return True


def ask(root, side, language, monkeypatch):
    """Run the side's command in its workspace; give exit code and all that was printed, the root written /dvk."""
    kind = _Terminal if ("terminal",) in side.make else TextIOWrapper
    out = kind(BytesIO(), encoding="utf-8", write_through=True)
    with monkeypatch.context() as patch, redirect_stdout(out), redirect_stderr(out):
        for name, value in lay_out(root, side).items():
            patch.setenv(name, value)
        patch.chdir(root)
        words = [*side.command, "--lang", language]
        rootless = side.command[0] == "init" or "--facts" in side.command
        at_root = [] if rootless else ["--root", str(root)]
        code = run([*words, *at_root], today=TODAY)
        _bring_back()
    return code, _AGAINST.sub(SHOWN_COMMIT, out.buffer.getvalue().decode().replace(str(root), SHOWN_ROOT))


def _repeat(root, path, line, times):
    file = root / path
    lines = file.read_bytes().split(b"\n")
    lines[int(line) - 1 : int(line)] *= int(times)
    file.write_bytes(b"\n".join(lines))


def _link(root, path, target):
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).symlink_to(target)


def _commit(root, day):
    git(root, "init", "-q", "-b", "main", ".")
    git(root, "add", "-A", ".")
    subprocess.run(
        ["git", "-c", "user.name=An", "-c", "user.email=an@example.org", "commit", "-q", "-m", "Nộp"],
        cwd=root,
        env=os.environ | {"GIT_COMMITTER_DATE": f"{day}T09:00:00+0700", "GIT_AUTHOR_DATE": f"{day}T09:00:00+0700"},
        check=True,
    )


def _file(root, path, text):
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


def _word(root, path, text):
    document = Document()
    document.add_paragraph(text)
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    document.save(str(root / path))


def _template(root, path):
    """One of dvk's templates, copied into the workspace."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(shipped_word_template(Path(path).name))


def _paragraphs_of(document, text):
    found = [Paragraph(element, document) for element in document.element.body.iter(qn("w:p"))]
    return [paragraph for paragraph in found if paragraph.text == text]


def _in_template(change):
    """A step that changes the first paragraph with these words."""

    def step(root, path, text, *words):
        document = Document(str(root / path))
        change(document, _paragraphs_of(document, text)[0], *words)
        document.save(str(root / path))

    return step


def _retype(_, paragraph, words):
    paragraph.text = words


def _again(_, paragraph):
    paragraph._p.addnext(deepcopy(paragraph._p))


def _last(document, paragraph):
    document.element.body[-1].addprevious(paragraph._p)


def _before(_, paragraph, words, style):
    paragraph.insert_paragraph_before(words, style)


def _font(_, paragraph, name):
    run = paragraph.runs[0]
    run.font.name = name
    if name == "theme":
        fonts = run._r.rPr.rFonts
        for key in list(fonts.attrib):
            del fonts.attrib[key]
        fonts.set(qn("w:asciiTheme"), "minorHAnsi")


def _style_font(root, path, style, name):
    document = Document(str(root / path))
    document.styles[style].font.name = name
    document.save(str(root / path))


def _table(root, path, *rows):
    document = Document(str(root / path))
    table = document.add_table(len(rows), 1)
    for row, words in zip(table.rows, rows, strict=True):
        row.cells[0].text = words
    document.save(str(root / path))


def _tracked(root, path, text):
    """A run that somebody put in with changes tracked."""
    document = Document(str(root / path))
    change = OxmlElement("w:ins")
    change.append(document.add_paragraph().add_run(text)._r)
    document.paragraphs[-1]._p.append(change)
    document.save(str(root / path))


def _declare(root, path):
    """An entity declared in the part of the styles."""
    with zipfile.ZipFile(root / path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/styles.xml"] = b'<!DOCTYPE s [<!ENTITY a "b">]><s>&a;</s>'
    with zipfile.ZipFile(root / path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def _chain(root, path, units):
    rows = ["schema: units/v1", "units:"]
    for number in range(int(units)):
        parent = f", parent: xa-{number - 1}" if number else ""
        rows.append(f"  - {{id: xa-{number}, line: youth-union, name: Xã {number}, level: commune{parent}}}")
    (root / path).write_text("\n".join(rows) + "\n", encoding="utf-8")


def _deny(root, path):
    (root / path).chmod(0)
    if os.access(root / path, os.R_OK):
        pytest.skip("whoever runs this may read every file")


def _meanwhile(root, path, line):
    """Somebody writes into the file between the two times that it is read: to be edited, and before it is replaced."""
    file = str(root / path)
    times = []

    def hook(event, args):
        if event == "open" and len(times) < 2 and str(args[0]) == file and args[1] == "r":
            times.append(args)
            if len(times) == 2:
                with Path(file).open("a", encoding="utf-8") as end:
                    end.write(f"{line}\n")

    sys.addaudithook(hook)


def _locked(root, folder):
    """Another dvk is in the middle of an edit there, and stays in it."""
    fcntl = pytest.importorskip("fcntl")
    handle = os.open(root / folder / LOCK, os.O_RDWR | os.O_CREAT)
    fcntl.flock(handle, fcntl.LOCK_EX)


def _without_libreoffice(_):
    if sys.platform != "linux":
        pytest.skip("elsewhere it is found without PATH")
    return {"PATH": ""}


def _without_library(_, name):
    _HIDDEN[name] = sys.modules.get(name)
    sys.modules[name] = None


def _bring_back():
    for name, module in _HIDDEN.items():
        del sys.modules[name]
        if module is not None:
            sys.modules[name] = module
    _HIDDEN.clear()


def _broken_libreoffice(root):
    """A program of that name that makes nothing."""
    if os.name == "nt":
        pytest.skip("a script stands for the program")
    program = root / "bin" / "soffice"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    return {"PATH": str(program.parent)}


def _odd_name(root, folder, name):
    """A commit on top with a folder that has one file, of a name that git itself would refuse."""
    blob = git(root, "hash-object", "-w", "--stdin", given=b"x\n")
    inner = git(root, "mktree", given=f"100644 blob {blob}\t{name}\n".encode())
    outer = f"{git(root, 'ls-tree', 'HEAD')}\n040000 tree {inner}\t{folder}\n"
    made = git(root, "mktree", given=outer.encode())
    git(root, "reset", "-q", "--soft", git(root, "commit-tree", "-p", "HEAD", "-m", "x", made))


def _tag(root, name):
    """A tag at a commit that is none of the main branch's."""
    git(root, "tag", name, git(root, "commit-tree", "-p", "HEAD", "-m", "x", "HEAD^{tree}"))


def _lose(root, path):
    """The contents of a committed file are gone, as in a partial clone."""
    blob = git(root, "rev-parse", f"HEAD:{path}")
    (root / ".git/objects" / blob[:2] / blob[2:]).unlink()


def _elsewhere(root, folder):
    git(root, "config", "core.worktree", f"../{folder}")


def _of_somebody_else(root):
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root can give a folder away")
    for folder in (root, root / ".git"):
        os.chown(folder, 4242, 4242)
    return {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "SUDO_UID": ""}


def _old_git(root):
    """A program that answers as git 2.25 does when it is asked for what it does not know."""
    if os.name == "nt":
        pytest.skip("a script stands for the program")
    program = root / "bin" / "git"
    program.parent.mkdir()
    script = 'case "$*" in *version) echo git version 2.25.1;; *) echo error: unknown option x >&2; exit 129;; esac'
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    return {"PATH": str(program.parent)}


def _sign(root):
    """A signature on the last commit, of a form that only ssh-keygen could judge."""
    raw = git(root, "cat-file", "commit", "HEAD").encode() + b"\n"
    signature = b"gpgsig -----BEGIN SSH SIGNATURE-----\n U1NIU0lH\n -----END SSH SIGNATURE-----\n\n"
    made = git(root, "hash-object", "-t", "commit", "-w", "--stdin", given=raw.replace(b"\n\n", b"\n" + signature, 1))
    git(root, "reset", "-q", "--soft", made)


def _without_ssh_keygen(root):
    if os.name == "nt":
        pytest.skip("a link stands for the only program")
    (root / "bin").mkdir()
    (root / "bin" / "git").symlink_to(shutil.which("git"))
    return {"PATH": str(root / "bin")}


def _swap(root, path, old, new):
    """Replace a text of a file, there once; ``\\n`` stands for a new line."""
    text = (root / path).read_text(encoding="utf-8")
    old, new = (words.replace("\\n", "\n") for words in (old, new))
    assert text.count(old) == 1, (path, old)
    (root / path).write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def _runnable(root, path):
    if os.name == "nt":
        pytest.skip("files have no such bit")
    (root / path).chmod(0o755)


def _pipe(root, path):
    if os.name == "nt":
        pytest.skip("there are no pipes among files")
    os.mkfifo(root / path)


def _cut(root):
    """The history before the last commit is gone, as in a shallow clone."""
    (root / ".git" / "shallow").write_text(git(root, "rev-parse", "HEAD") + "\n", encoding="utf-8")


_STEPS = {
    "swap": _swap,
    "runnable": _runnable,
    "pipe": _pipe,
    "branch": lambda root, name: git(root, "branch", "-q", "-m", name) and None,
    "cut": _cut,
    "sign": _sign,
    "without-ssh-keygen": _without_ssh_keygen,
    "odd-name": _odd_name,
    "tag": _tag,
    "lose": _lose,
    "elsewhere": _elsewhere,
    "of-somebody-else": _of_somebody_else,
    "old-git": _old_git,
    "repeat": _repeat,
    "link": _link,
    "file": _file,
    "word": _word,
    "template": _template,
    "retype": _in_template(_retype),
    "again": _in_template(_again),
    "last": _in_template(_last),
    "before": _in_template(_before),
    "font": _in_template(_font),
    "style-font": _style_font,
    "table": _table,
    "tracked": _tracked,
    "declare": _declare,
    "chain": _chain,
    "remove": lambda root, path: (root / path).unlink(),
    "deny": _deny,
    "meanwhile": _meanwhile,
    "locked": _locked,
    "commit": _commit,
    "repository": lambda root: git(root, "init", "-q", "-b", "main", ".") and None,
    "without-git": lambda _: {"PATH": ""},
    "without-library": _without_library,
    "without-libreoffice": _without_libreoffice,
    "broken-libreoffice": _broken_libreoffice,
    "terminal": lambda _: {},
}
