"""Pages and tables that are made from the code: what docs/commands.md, checks.md and files.md have to say.

``DVK_REWRITE_DOCS=1 pytest tests/test_generated_docs.py`` writes them anew.
"""

import re
from pathlib import Path

from dvk.cli.app import COMMANDS, group, load
from dvk.cli.bilingual import HEADINGS, chosen, help_of, spelling
from dvk.codes import CODES
from dvk.components import COMPONENTS
from dvk.explaining import COMMAND_FILE, MAKE_FILE, edits, example
from dvk.exporting.tables import EXPORTED
from dvk.messages.of_keys import CHOICES, FORMS, KEYS
from dvk.messages.words import word
from dvk.printing.tags import OWN
from dvk.printing.tags.common import COMMON
from dvk.schemas.shapes import DATED, all_keys, is_dated
from dvk.shown import printable
from dvk.views.explain import in_words, steps

ROOT = Path(__file__).parents[1]
NOTICE = (
    "<!-- Made by tests/generated_docs.py; DVK_REWRITE_DOCS=1 pytest tests/test_generated_docs.py writes it anew. -->"
)
LANGUAGES = ("en", "vi")
_TABLE = re.compile(r"(<!-- keys of (\w+) -->\n).*?(<!-- end of keys -->)", re.DOTALL)
_COMPONENTS = re.compile(r"(<!-- components -->\n).*?(<!-- end of components -->)", re.DOTALL)
_TAGS = re.compile(r"(<!-- tags of (\w+) -->\n).*?(<!-- end of tags -->)", re.DOTALL)
_EXPORTED = re.compile(r"(<!-- exported tables -->\n).*?(<!-- end of exported tables -->)", re.DOTALL)
_KINDS = {"prose": "*văn*: ", "flag": "đúng/sai: "}
_STAR = "\\*"
_LONGEST_LINE = 100


def table(heads, rows):
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(map(in_cell, cells))} |" for cells in lines)


def in_cell(text):
    return text.replace("|", "\\|").replace("\n", " ").strip()


def escaped(text):
    return text.replace("<", "&lt;").replace("*", "\\*")


# docs/files.md


def files_page(text):
    """Put the tables of keys, and of components, between the marks of the page; all else is written by hand."""
    text = _TABLE.sub(lambda found: f"{found[1]}\n{keys_table(found[2])}\n\n{found[3]}", text)
    return _COMPONENTS.sub(lambda found: f"{found[1]}\n{components_table()}\n\n{found[2]}", text)


def components_table():
    rows = [[f"`{part.name}`", f"*{part.style}*", part.meaning[1], part.meaning[0]] for part in COMPONENTS]
    return table(["component", "style", "meaning", "nghĩa"], rows)


def keys_table(kind):
    rows = [
        [f"`{key.written}`", form_of(key), "required" if key.required else default_of(key)]
        + [meaning_of(key, language) for language in LANGUAGES]
        for key in all_keys(kind)
    ]
    return table(["key", "form", "default", "meaning", "nghĩa"], rows)


def meaning_of(key, language):
    """What a key means, and each word of its closed list that does not speak for itself."""
    words = [] if key.name == "schema" else [*key.shape.choices, *(key.shape.inner.choices if key.shape.inner else ())]
    said = {choice: CHOICES[f"{key.name}.{choice}"].to(language) for choice in words}
    told = "; ".join(f"`{choice}` {text}" for choice, text in said.items() if text != choice.replace("_", " "))
    return KEYS[key.place].to(language) + (f": {told}" if told else "")


def form_of(key):
    shape = key.shape
    form = in_form(shape)
    return f"{form}, or `null`" if shape.empty and key.required and shape.form != "list" else form


def in_form(shape):
    if is_dated(shape):
        return DATED
    if shape.choices:
        return ", ".join(f"`{choice}`" for choice in shape.choices)
    name = FORMS[shape.form].en
    if shape.inner and shape.inner.short:
        return f"{name} (text or mapping)"
    if shape.inner and shape.inner.form != "mapping":
        return f"{name}: {in_form(shape.inner)}"
    return name


def default_of(key):
    if isinstance(key.default, bool):
        return "`yes`" if key.default else "`no`"
    return "" if key.default == "" else f"`{key.default}`"


# docs/templates.md


def templates_page(text):
    """Put the tables of tags between the marks of the page; all else is written by hand."""
    return _TAGS.sub(lambda found: f"{found[1]}\n{tags_table(found[2])}\n\n{found[3]}", text)


def tags_table(name):
    tags = COMMON if name == "common" else OWN[f"{name}.docx"]
    rows = [[f"`{tag.path}`", f"{_KINDS.get(tag.kind, '')}{tag.vi.replace('*', _STAR)}", tag.en] for tag in tags]
    return table(["thẻ", "nội dung", "meaning"], rows)


# docs/xuat-du-lieu.md


def exports_page(text):
    """Put the tables of an export between the marks of the page; all else is written by hand."""
    parts = "\n".join(line for exported in EXPORTED.values() for line in exported_part(exported))
    return _EXPORTED.sub(lambda found: f"{found[1]}\n{parts}\n{found[2]}", text)


def exported_part(exported):
    yield from (f"### `{exported.name}`", "", f"{exported.meaning.vi} · {exported.meaning.en}", "")
    rows = [
        [f"**`{column.name}`**" if column.name in exported.key else f"`{column.name}`", form_of_column(column)]
        + [escaped(column.meaning.to(language)) for language in ("vi", "en")]
        for column in exported.columns[2:]
    ]
    yield from (table(["cột · column", "kiểu · type", "nghĩa", "meaning"], rows), "")
    for columns, other in exported.links:
        if columns[2:]:
            yield from (f"`{columns[-1]}` → [`{other}`](#{other})", "")


def form_of_column(column):
    form = ", ".join(f"`{choice}`" for choice in column.choices) or column.form
    return f"{form}, null" if column.empty else form


# docs/commands.md

_COMMANDS_HEAD = f"""\
# The commands

{NOTICE}

> **Tóm tắt.** Mỗi lệnh làm gì, nhận tham số và tuỳ chọn nào. Trang này sinh ra từ chính các lệnh; cũng xem được bằng
> `dvk LỆNH --help`. Kết quả in ra, khoá JSON, cột csv, mã thoát: xem [output.md](output.md).

`dvk COMMAND --help` says the same. What the commands print, and exit codes: [output.md](output.md).
"""
_LANG = ["`--lang vi|en`", "Vietnamese or English; without it as `DVK_LANG` says, else Vietnamese"]
_LANG += ["Tiếng Việt hay tiếng Anh; không ghi thì theo `DVK_LANG`, không có nữa thì tiếng Việt"]


def commands_page():
    """Every command as it is built: usage, help, arguments and options."""
    rows = [[f"[`dvk {name}`](#dvk-{name})", *in_both(entry.help)] for name, entry in COMMANDS.items()]
    general = [_LANG, *([spelled, *texts] for spelled, _, *texts in map(option_row, group().params))]
    lines = [
        _COMMANDS_HEAD,
        table(["command", "what it does", "làm gì"], rows),
        "",
        table(["with every command", "meaning", "nghĩa"], general),
        "",
        *(line for name in COMMANDS for line in command_part(name)),
    ]
    return "\n".join(lines).rstrip() + "\n"


def command_part(name):
    command = load(name)
    usage = " ".join(["dvk", name, *command.pieces(command.make_context(name, [], resilient_parsing=True))])
    yield from (f"## `dvk {name}`", "", " · ".join(map(escaped, in_both(COMMANDS[name].help))), "")
    yield from ("```", usage, "```", "")
    shown = [p for p in command.params if not getattr(p, "hidden", False) and "--help" not in p.opts]
    for kind, title in (("argument", "arguments"), ("option", "options")):
        rows = [option_row(parameter) for parameter in shown if parameter.param_type_name == kind]
        if rows:
            yield from (table([HEADINGS[title]["en"].lower(), "default", "meaning", "nghĩa"], rows), "")
    if f"\n## `dvk {name}`\n" in (ROOT / "docs/output.md").read_text(encoding="utf-8"):
        yield from (f"What it prints · in ra: [output.md](output.md#dvk-{name})", "")


def option_row(parameter):
    """Give spelling, default, and help in both languages."""
    plain = isinstance(parameter.default, str | int) and not isinstance(parameter.default, bool)
    default = f"`{parameter.default}`" if plain and parameter.default != "" else ""
    return [f"`{spelling(parameter)}`", default, *(escaped(help_of(parameter, lang)) for lang in LANGUAGES)]


def in_both(text):
    return [chosen(text, language) for language in LANGUAGES]


# docs/checks.md

_CHECKS_HEAD = f"""\
# The codes

{NOTICE}

> **Tóm tắt.** Mỗi mã: nói gì, phải làm gì, ngăn được sai sót nào, một ví dụ sai và bản đúng. `dvk explain DVK204` in
> cùng nội dung kèm câu trả lời của dvk. Mã không bao giờ đổi số; mức nặng nhẹ đổi được ở `severities` trong `dvk.yaml`.

`dvk explain DVK204` shows one page with dvk's answer. A code keeps its number for ever; its weight may be changed under
`severities` in `dvk.yaml`. In the examples the line with `-` is the mistake, the one with `+` its good twin.
"""
_RANGES = {
    "DVK1": "The form of a file · Hình thức của tệp",
    "DVK2": "Values · Giá trị",
    "DVK3": "One document · Trong một văn bản",
    "DVK4": "Documents together · Giữa các văn bản",
    "DVK5": "Word templates · Mẫu in Word",
    "DVK6": "A change before it is merged, stamps, owners · Một đề nghị sửa, con dấu, người phụ trách",
    "DVK9": "What ends a command · Lệnh không làm tiếp được",
}


def checks_page():
    """Every code by its range: weight, sentences, and its example."""
    parts = [_CHECKS_HEAD]
    for first, title in _RANGES.items():
        codes = [code for name, code in CODES.items() if name.startswith(first)]
        parts += [f"**[{first}xx](#{first.lower()}xx)** {title}", "", index_of(codes), ""]
    for first, title in _RANGES.items():
        parts += [f"## {first}xx", "", title, ""]
        parts += [line for name, code in CODES.items() if name.startswith(first) for line in code_part(code)]
    return "\n".join(parts).rstrip() + "\n"


def index_of(codes):
    rows = [
        [f"[{code.name}](#{code.name.lower()})", word(code.severity, "en"), *said(code.message.sentence)]
        for code in codes
    ]
    return table(["code", "weight", "what it says", "nội dung"], rows)


def said(phrase):
    return [escaped(in_words(phrase, language)) for language in LANGUAGES]


def code_part(code):
    says = code.message
    yield from (f"### {code.name}", "", " · ".join(word(code.severity, language) for language in LANGUAGES), "")
    rows = [
        ["says · báo", *said(says.sentence)],
        ["do · cách sửa", *said(says.remedy)],
        ["prevents · ngăn được", *said(says.prevents)],
    ]
    yield from (table(["", "English", "Tiếng Việt"], [row for row in rows if row[1] not in {"", "…"}]), "")
    yield from example_part(code.name)


def example_part(name):
    """The one edit between the bad side and the good one; nothing while the example is still being written."""
    try:
        found = example(name)
        edit = edits(found)[0]
    except (FileNotFoundError, IndexError):
        return
    if edit.bad.path != edit.good.path:
        yield from ("```diff", f"- {edit.bad.path}", f"+ {edit.good.path}", "```", "")
        return
    if edit.bad.path not in {COMMAND_FILE, MAKE_FILE}:
        yield from (f"`{edit.bad.path}`, line · dòng {edit.bad.start + 1}", "")
    bad, good = passage_lines(found.bad, edit.bad), passage_lines(found.good, edit.good)
    yield from ("```diff", *(f"-{line}" for line in bad), *(f"+{line}" for line in good), "```", "")


def passage_lines(side, passage):
    if passage.path == COMMAND_FILE:
        return [f" dvk {' '.join(side.command)}"]
    if passage.path == MAKE_FILE:
        return [f" ({steps(side, language).strip('()')})" for language in LANGUAGES]
    return [printable(line[:_LONGEST_LINE]).rstrip() for line in passage.lines]
