"""What is made from the code stands in docs/ as it would be made now."""

import os
import re

import pytest
from generated_docs import ROOT, checks_page, commands_page, exports_page, files_page, templates_page

from dvk.cli.app import COMMANDS, load
from dvk.codes import CODES
from dvk.kinds import KINDS

REWRITING = bool(os.environ.get("DVK_REWRITE_DOCS"))
PAGES = {
    "docs/files.md": lambda: files_page((ROOT / "docs/files.md").read_text(encoding="utf-8")),
    "docs/templates.md": lambda: templates_page((ROOT / "docs/templates.md").read_text(encoding="utf-8")),
    "docs/xuat-du-lieu.md": lambda: exports_page((ROOT / "docs/xuat-du-lieu.md").read_text(encoding="utf-8")),
    "docs/commands.md": commands_page,
    "docs/checks.md": checks_page,
}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_as_it_would_be_made_now(page):
    made = PAGES[page]()
    if REWRITING:
        (ROOT / page).write_text(made, encoding="utf-8", newline="\n")
    assert (ROOT / page).read_text(encoding="utf-8") == made, "DVK_REWRITE_DOCS=1 writes it anew; read the difference"


def test_every_kind_has_its_table_of_keys_once():
    text = (ROOT / "docs/files.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"<!-- keys of (\w+) -->", text)) == sorted(KINDS)
    assert text.count("<!-- end of keys -->") == len(KINDS)


def test_every_option_of_every_command_has_its_row():
    text = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
    for name in COMMANDS:
        chapter = re.search(rf"^## `dvk {name}`$.*?(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)[0]
        for parameter in load(name).params:
            if "--help" not in parameter.opts and not getattr(parameter, "hidden", False):
                spelled = parameter.metavar if parameter.param_type_name == "argument" else parameter.opts[0]
                assert f"| `{spelled}".replace("|", "\\|")[1:] in chapter, f"{name} {spelled}"


def test_every_code_has_its_chapter_and_its_entry_in_the_index():
    text = (ROOT / "docs/checks.md").read_text(encoding="utf-8")
    assert re.findall(r"^### (DVK\d+)$", text, re.MULTILINE) == list(CODES)
    assert re.findall(r"^\| \[(DVK\d+)\]\(#dvk\d+\)", text, re.MULTILINE) == list(CODES)
