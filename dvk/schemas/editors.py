"""Files for editors: the schemas, which schema belongs to which files, and how files are encoded."""

import json
from typing import Any

from dvk.kinds import KINDS
from dvk.messages import Language
from dvk.schemas.building import schema_of

FOLDER = "schemas"

_EDITORCONFIG = """\
# https://editorconfig.org
root = true

[*.{yaml,md,json}]
charset = utf-8
end_of_line = lf
indent_style = space
indent_size = 2
insert_final_newline = true
"""


def schema_path(kind: str) -> str:
    """Where the schema of a kind lies in a workspace."""
    return f"{FOLDER}/{kind}.json"


def schema_files(language: Language = "vi") -> dict[str, str]:
    """Path → text of the schema of every kind."""
    return {schema_path(kind): _as_text(schema_of(kind, language)) for kind in KINDS}


def editor_files(language: Language = "vi") -> dict[str, str]:
    """Path → text of all that an editor needs in a workspace: the schemas, and settings that lead to them."""
    settings = {
        "files.encoding": "utf8",
        "files.eol": "\n",
        "yaml.schemas": {f"./{schema_path(kind.name)}": kind.glob for kind in KINDS.values() if not kind.front_matter},
    }
    return schema_files(language) | {".vscode/settings.json": _as_text(settings), ".editorconfig": _EDITORCONFIG}


def _as_text(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
