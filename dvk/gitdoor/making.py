"""A new repository: all that dvk ever writes into one."""

from pathlib import Path

from dvk.errors import CannotGoOn
from dvk.gitdoor.safety import printable


def new_repository(root: Path) -> None:
    """Make a git repository at ``root`` whose branch is ``main``; nothing is committed.

    Raises:
        CannotGoOn: DVK903 or DVK904 if git cannot make one.
    """
    from git import GitCommandError, GitCommandNotFound, InvalidGitRepositoryError, Repo

    try:
        Repo.init(root, initial_branch="main")
    except GitCommandNotFound:
        raise CannotGoOn("DVK904") from None
    except InvalidGitRepositoryError as failed:
        raise CannotGoOn("DVK903", command="git init", problem=printable(f"GIT_DIR: {failed}")) from None
    except GitCommandError as failed:
        raise CannotGoOn("DVK903", command="git init", problem=printable(str(failed.stderr).strip())) from None
