"""A workspace as data: path → document, written as plain YAML files by a writer of its own."""

import json
import re
from pathlib import Path
from typing import Any, TypeAlias

Document: TypeAlias = dict[str, Any]
Documents: TypeAlias = dict[str, Document]

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_./,-]*( [A-Za-z0-9]+)*", re.ASCII)
SETTINGS: Document = {
    "schema": "settings/v1",
    "lines": [{"id": "youth-union", "name": "Đoàn TNCS Hồ Chí Minh"}],
    "levels": [{"id": level, "name": level} for level in ("province", "district", "commune", "cell")],
    "kinds": [{"id": kind, "name": kind} for kind in ("territorial", "affiliated")],
}


def write(root: Path, documents: Documents) -> None:
    """Write every document under ``root``, which need not exist."""
    for path, document in {"dvk.yaml": SETTINGS, **documents}.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("\n".join(_block(document, 0)) + "\n", encoding="utf-8")


def shown(documents: Documents) -> str:
    """All documents as one text, to read when a comparison fails."""
    return "\n".join(f"--- {path}\n" + "\n".join(_block(document, 0)) for path, document in documents.items())


def _scalar(value: object) -> str:
    if value is None:
        return "null"
    text = str(value)
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _block(mapping: Document, depth: int) -> list[str]:
    lines: list[str] = []
    for key, value in mapping.items():
        head = "  " * depth + f"{key}:"
        if isinstance(value, dict) and value:
            lines += [head, *_block(value, depth + 1)]
        elif isinstance(value, list) and value:
            lines += [head, *(line for item in value for line in _item(item, depth + 1))]
        else:
            lines.append(f"{head} {'[]' if value in ([], {}) else _scalar(value)}")
    return lines


def _item(item: object, depth: int) -> list[str]:
    margin = "  " * depth
    if not isinstance(item, dict):
        return [f"{margin}- {_scalar(item)}"]
    first, *rest = _block(item, depth + 1)
    return [f"{margin}- {first.lstrip()}", *rest]
