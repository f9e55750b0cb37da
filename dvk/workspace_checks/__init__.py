"""Checks of documents together: each a function (Workspace) → mistakes in a file of its own; here is their table."""

WORKSPACE_CHECKS: tuple = ()
