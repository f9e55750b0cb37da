"""Edits of one file: values set, and the file made tidy; after either, all else says what it said."""

from dvk.editing.changing import Change, EditError, changed
from dvk.editing.drafts import bytes_of, documents, new_errors
from dvk.editing.effects import Effects, effects_of_edit
from dvk.editing.files import Tidying, tidy
from dvk.editing.listing import Field, fields_of
from dvk.editing.tidying import tidied

__all__ = [
    "Change",
    "EditError",
    "Effects",
    "Field",
    "Tidying",
    "bytes_of",
    "changed",
    "documents",
    "effects_of_edit",
    "fields_of",
    "new_errors",
    "tidied",
    "tidy",
]
