"""The only package that runs git: reads in bulk, and lets the repository run nothing.

A workspace may come from anybody, its ``.git/config`` with it. So all that is read of a repository is read by one
function (``calling.output``), with fixed flags; only commands are used that never pass contents through a filter;
nothing is fetched; and text of a user stands behind ``--end-of-options``. What is written is one thing, a new and empty
repository, by GitPython (``making``), where there was none that could have settings. Paths are relative to the
workspace's root, which may be a subfolder of the repository, with ``/`` between folders; names that are not UTF-8 come
as Python's own file names do.
"""

from dvk.gitdoor.contents import blobs
from dvk.gitdoor.disk import blob_id, disk_sides, hash_name, is_blob
from dvk.gitdoor.identity import identity
from dvk.gitdoor.listing import (
    LINK_MODE,
    SUBMODULE_MODE,
    index_entries,
    looking_for_untracked,
    tree_entries,
    untracked,
)
from dvk.gitdoor.making import new_repository
from dvk.gitdoor.merging import merged_text
from dvk.gitdoor.path_history import PathCommit, commits_below, commits_by_path, file_versions, path_commits
from dvk.gitdoor.receiving import commit_moment, commit_on, main_history
from dvk.gitdoor.revisions import (
    branch_tip,
    commits_between,
    has_commits,
    is_repository,
    is_shallow,
    main_tip,
    merge_base,
    resolve,
    usual_tip,
)
from dvk.gitdoor.signatures import Signature, signatures_of
from dvk.gitdoor.tops import folder_in_repository, top_of

__all__ = [
    "LINK_MODE",
    "SUBMODULE_MODE",
    "PathCommit",
    "Signature",
    "blob_id",
    "blobs",
    "branch_tip",
    "commit_moment",
    "commit_on",
    "commits_below",
    "commits_between",
    "commits_by_path",
    "disk_sides",
    "file_versions",
    "folder_in_repository",
    "has_commits",
    "hash_name",
    "identity",
    "index_entries",
    "is_blob",
    "is_repository",
    "is_shallow",
    "looking_for_untracked",
    "main_history",
    "main_tip",
    "merge_base",
    "merged_text",
    "new_repository",
    "path_commits",
    "resolve",
    "signatures_of",
    "top_of",
    "tree_entries",
    "untracked",
    "usual_tip",
]
