"""Checks of one document: each a function (Document) → mistakes in a file of its own; here is their table."""

DOCUMENT_CHECKS: dict = {}
