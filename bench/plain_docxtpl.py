"""Fills a template of dvk's by docxtpl alone: what printing would cost without anything of dvk.

python bench/plain_docxtpl.py TEMPLATE DATA.json RESULT
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import Environment

from dvk.printing.word.sandbox import Sandbox


def fill(template: Path, contexts: Iterable[dict[str, Any]], results: Iterable[Path]) -> None:
    """Fill the template with each of the data, one new object for each document."""
    environment = Environment(autoescape=True)
    environment.filters |= Sandbox().filters
    for context, result in zip(contexts, results, strict=False):
        document = DocxTemplate(template)
        document.render(context, environment)
        document.save(result)


if __name__ == "__main__":
    template, data, result = map(Path, sys.argv[1:])
    fill(template, [json.loads(data.read_text(encoding="utf-8"))], [result])
