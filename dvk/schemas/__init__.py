"""JSON Schemas of the kinds of document, for editors, and the files by which an editor finds them."""

from dvk.schemas.building import schema_of
from dvk.schemas.editors import editor_files, schema_files, schema_path

__all__ = ["editor_files", "schema_files", "schema_of", "schema_path"]
