"""YAML as a person types it: every scalar plain, whatever YAML itself might take it for."""

from collections.abc import Mapping
from typing import Any

import yaml


class _PlainDumper(yaml.CSafeDumper):
    """A dumper that knows no types, so it quotes nothing to keep texts apart from numbers and dates."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - PyYAML's own name
        return True


_PlainDumper.yaml_implicit_resolvers = {}
_PlainDumper.add_representer(type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:str", "null"))


def as_yaml(document: Any) -> str:
    """Give the text of a document of mappings, lists, texts, numbers, yes and no, and nulls."""
    return yaml.dump(_typed(document), Dumper=_PlainDumper, sort_keys=False, allow_unicode=True, width=1000)


def _typed(value: Any) -> Any:
    """Turn yes, no and numbers into the words that a person types."""
    if isinstance(value, Mapping):
        return {key: _typed(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_typed(item) for item in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if value is None else str(value)
