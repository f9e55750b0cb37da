"""Real git repositories for tests, untouched by the settings of whoever runs them."""

import os
import subprocess
from pathlib import Path

NOON = 1_600_000_000


def git(root, *command, at=NOON, given=b""):
    """Run git as a user would, with a fixed author and committer second, and give its answer."""
    variables = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    variables |= {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_DATE": f"@{at} +0000",
        "GIT_COMMITTER_DATE": f"@{at} +0000",
    }
    who = ["-c", "user.name=Thử", "-c", "user.email=thu@example.org", "-c", "protocol.file.allow=always"]
    done = subprocess.run(
        ["git", *who, *command], cwd=root, env=variables, input=given, check=True, capture_output=True
    )
    return done.stdout.decode(errors="surrogateescape").strip()


def write(root, files):
    """Write path → text below root; None removes the path."""
    for path, text in files.items():
        file = Path(root, path)
        if text is None:
            file.unlink()
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")


def new_repository(root):
    root.mkdir(parents=True, exist_ok=True)
    git(root, "init", "-q", "-b", "main", ".")
    return root


def commit(root, files, at=NOON):
    """Write files, commit everything at this second, give the commit's id."""
    write(root, files)
    git(root, "add", "-A", ".")
    git(root, "commit", "-q", "--allow-empty", "-m", "việc", at=at)
    return git(root, "rev-parse", "HEAD")
