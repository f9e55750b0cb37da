"""Every table of dvk, entry by entry: each has what it needs, in both languages, and nothing is left over."""

import ast
import inspect
import re
from importlib import import_module
from pathlib import Path
from string import Formatter
from typing import get_args, get_type_hints

import pytest

from dvk.cli.app import COMMANDS, group, load
from dvk.cli.bilingual import chosen
from dvk.codes import CODES
from dvk.deadlines import FILED, MISSING
from dvk.document_checks import DOCUMENT_CHECKS
from dvk.documents import MODELS
from dvk.facts import STATES, Facts, Settings
from dvk.findings import Mistake, Severity
from dvk.history import Evidence
from dvk.kinds import KINDS, kind_of
from dvk.messages import Message, Phrase
from dvk.messages.words import WORDS
from dvk.models import COUNTS
from dvk.output.tables import FORMATS
from dvk.reading import MISREAD_CODES
from dvk.templates import template_folder
from dvk.workspace_checks import WORKSPACE_CHECKS

PACKAGE = Path(__file__).parents[1] / "dvk"
LETTERS = re.compile(r"[^\W\d_]")
VIETNAMESE = re.compile(r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]")
"""A letter of a Vietnamese word; not a capital, as of the document number 382-KH/TĐTN."""

EXAMPLE_PATHS = {
    "settings": "dvk.yaml",
    "units": "units/x.yaml",
    "indicators": "indicators.yaml",
    "holidays": "holidays.yaml",
    "plan": "plans/2021/x/y.yaml",
    "registration": "registrations/2021/x/y.yaml",
    "report": "reports/2021/x/2021.yaml",
    "story": "stories/2021/x/y.md",
    "profile": "templates/profiles/x.yaml",
}


def placeholders(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def codes_in(file):
    """Give the codes that stand as whole texts in a file: those that it can raise."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    texts = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {text for text in texts if isinstance(text, str) and re.fullmatch(r"DVK\d+", text)}


def sources():
    """Give the files that use codes: all but the tables of codes and their sentences."""
    return [f for f in PACKAGE.rglob("*.py") if f.parent.name != "messages" and f.name != "codes.py"]


# codes


@pytest.mark.parametrize("name", CODES)
def test_a_code_says_what_is_wrong_and_what_to_do_in_both_languages(name):
    code = CODES[name]
    assert re.fullmatch(r"DVK[1-9]\d\d", name)
    assert code.name == name
    for phrase in (code.message.sentence, code.message.remedy, code.message.prevents):
        assert phrase.vi.strip()
        assert phrase.en.strip()
        assert placeholders(phrase.vi) == placeholders(phrase.en)
        assert not VIETNAMESE.search(phrase.en), phrase.en


@pytest.mark.parametrize("name", CODES)
def test_the_languages_of_a_code_differ(name):
    for phrase in (CODES[name].message.sentence, CODES[name].message.prevents):
        assert phrase.vi != phrase.en


def test_codes_are_listed_in_order_and_once():
    tables = [list(_table(file.stem)) for file in (PACKAGE / "messages").glob("of_*.py")]
    assert [codes for codes in tables if codes != sorted(codes)] == []
    assert list(CODES) == sorted(name for codes in tables for name in codes)


def test_nothing_names_a_code_that_is_none():
    """Where a row of codes is meant (``DVK957–959``) each of them is one."""
    pages = [*PACKAGE.parent.glob("*.md"), *PACKAGE.parent.glob("docs/*.md"), *PACKAGE.rglob("*.py")]
    unknown = []
    for page in pages:
        for first, last in re.findall(r"DVK(\d{3})(?:–(\d{3}))?", page.read_text(encoding="utf-8")):
            row = range(int(first), int(last or first) + 1)
            unknown += [(page.name, code) for number in row if (code := f"DVK{number}") not in CODES]
    assert unknown == []


def test_no_table_of_sentences_names_a_code_twice():
    """A second entry of one name would silently replace the first one."""
    for file in (PACKAGE / "messages").glob("of_*.py"):
        names = re.findall(r'^ {4}"(DVK\d+)": ', file.read_text(encoding="utf-8"), re.MULTILINE)
        assert len(names) == len(set(names)), file.name


def _table(module):
    """The sentences of codes in a module of messages; none in one that has other words."""
    values = vars(import_module(f"dvk.messages.{module}")).values()
    tables = [
        value for value in values if isinstance(value, dict) and isinstance(next(iter(value.values()), 0), Message)
    ]
    return tables[0] if tables else {}


def test_every_code_that_is_used_is_in_the_table():
    assert {f"{file.name}: {code}" for file in sources() for code in codes_in(file) - CODES.keys()} == set()


def test_every_code_of_the_table_is_used():
    assert CODES.keys() - {code for file in sources() for code in codes_in(file)} == set()


STOPS = {"CannotGoOn": set(), "Unreadable": {"path"}}
"""What ends a command, and what whoever catches it adds to what it says."""


def _travels(code):
    """Whether a code comes from elsewhere: from the process that reads a paper, where it is checked, too."""
    return ast.unparse(code) in {"refused.code", "answer['code']"}


def test_stops_have_numbers_of_their_own():
    """What ends a command is never a finding, and a finding never ends one."""
    for file in sources():
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
                first = node.args[0]
                code = first.value if isinstance(first, ast.Constant) else None
                if node.func.id in STOPS and not _travels(first):
                    assert code in CODES
                    assert code.startswith("DVK9"), f"{file.name}:{node.lineno}"
                elif node.func.id == "Mistake" and code is not None:
                    assert code in CODES
                    assert not code.startswith("DVK9"), f"{file.name}:{node.lineno}"


def test_stops_are_given_what_their_sentences_need():
    missing = []
    for file in sources():
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in STOPS
            if named and not _travels(node.args[0]):
                code, given = node.args[0].value, {keyword.arg for keyword in node.keywords} | STOPS[node.func.id]
                message = CODES[code].message
                needed = placeholders(message.sentence.vi) | placeholders(message.remedy.vi)
                if needed - given - {"near", "clear"}:
                    missing.append(f"{file.name}:{node.lineno} {code} lacks {sorted(needed - given)}")
    assert missing == []


def test_every_severity_is_given_to_some_code():
    assert {code.severity for code in CODES.values()} == set(Severity)


# kinds of document


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_declares_its_schema_its_paths_and_its_record(name):
    kind = KINDS[name]
    assert kind.name == name
    assert kind.schema == f"{name}/v1"
    assert get_args(MODELS[kind.name].model_fields["schema_"].annotation) == (kind.schema,)
    assert MODELS[kind.name].model_fields["schema_"].alias == "schema"
    assert kind_of(EXAMPLE_PATHS[name]) == name
    assert get_type_hints(MODELS[kind.name].facts)["return"] in get_args(Facts)
    assert inspect.getdoc(MODELS[kind.name])


def test_schemas_and_records_of_kinds_are_unique():
    assert len({kind.schema for kind in KINDS.values()}) == len(KINDS)
    records = {get_type_hints(MODELS[kind.name].facts)["return"] for kind in KINDS.values()}
    assert records == set(get_args(Facts))


def test_paths_of_kinds_do_not_overlap():
    for path in EXAMPLE_PATHS.values():
        assert sum(bool(kind.paths.fullmatch(path)) for kind in KINDS.values()) == 1


@pytest.mark.parametrize("path", ["", "dvk.yml", "a/dvk.yaml", "plans/x.yaml", "plans/2021/x.yaml", "units/", "README"])
def test_no_kind_lives_elsewhere(path):
    assert kind_of(path) is None


def test_every_way_to_misread_a_scalar_has_a_code():
    assert set(MISREAD_CODES.values()) <= CODES.keys()
    kinds = {
        node.args[0].value
        for file in sources()
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == "Misread"
        and isinstance(node.args[0], ast.Constant)
    }
    assert kinds <= MISREAD_CODES.keys()


# checks


def test_document_checks_are_listed_by_kind():
    assert DOCUMENT_CHECKS.keys() <= KINDS.keys()


def all_document_checks():
    return [(kind, check) for kind, checks in DOCUMENT_CHECKS.items() for check in checks]


@pytest.mark.parametrize(
    ("kind", "check"), all_document_checks(), ids=lambda value: getattr(value, "__name__", str(value))
)
def test_a_document_check_is_a_documented_function_of_its_document(kind, check):
    assert check.__module__.startswith("dvk.document_checks.")
    assert inspect.getdoc(check)
    taken = list(inspect.signature(check).parameters.values())
    assert len(taken) == 1
    assert get_type_hints(check)[taken[0].name] is MODELS[kind]


@pytest.mark.parametrize("check", WORKSPACE_CHECKS, ids=lambda check: f"{check.__module__}.{check.__name__}")
def test_a_workspace_check_names_its_codes(check):
    """Its docstring begins with codes of the table that its own file raises."""
    named = re.findall(r"DVK\d+", (inspect.getdoc(check) or "").partition(":")[0])
    assert named, check
    assert set(named) <= codes_in(Path(inspect.getfile(check))) & CODES.keys()


def test_no_workspace_check_is_left_out_of_the_table():
    """Every public generator of the checks' files stands in it."""
    found = set()
    for file in (PACKAGE / "workspace_checks").glob("*.py"):
        if file.stem in {"__init__", "books"}:
            continue
        module = import_module(f"dvk.workspace_checks.{file.stem}")
        found |= {
            value
            for name, value in vars(module).items()
            if inspect.isgeneratorfunction(value) and not name.startswith("_") and value.__module__ == module.__name__
        }
    assert found - set(WORKSPACE_CHECKS) == set()
    assert len(WORKSPACE_CHECKS) == len(set(WORKSPACE_CHECKS))


def test_every_code_of_files_together_is_raised_by_a_listed_check():
    named = {code for check in WORKSPACE_CHECKS for code in re.findall(r"DVK4\d\d", inspect.getdoc(check) or "")}
    assert {code for code in CODES if code.startswith("DVK4")} == named


# formats and commands


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_format_renders_nothing_as_nothing(name, language):
    """As no text, or as a file that opens; every such file is a zip file."""
    found = FORMATS[name].render([], language)
    assert found[:2] == b"PK" if FORMATS[name].binary else found == ""


def test_the_option_lists_every_format():
    from dvk.cli.options import TableFormat

    option = TableFormat.__metadata__[0]
    assert option.metavar.split("|") == [*list(FORMATS)[:1], "json", *list(FORMATS)[1:]]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_help_in_both_languages(name):
    help_vi, help_en = (chosen(COMMANDS[name].help, language) for language in ("vi", "en"))
    assert help_vi
    assert help_en
    assert help_vi != help_en
    assert not VIETNAMESE.search(help_en)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_commands_options_have_help_in_both_languages_and_a_name_for_their_value(name):
    command = load(name)
    assert command.name == name
    for parameter in command.params:
        if parameter.name == "help" or parameter.opts == ["--help"]:
            continue
        texts = [chosen(parameter.help, language) for language in ("vi", "en")]
        assert all(texts), parameter.name
        assert texts[0] != texts[1], parameter.name
        assert VIETNAMESE.search(texts[0]), parameter.name
        assert not VIETNAMESE.search(texts[1]), parameter.name
        if not getattr(parameter, "is_flag", False):
            assert parameter.metavar, parameter.name


def test_the_top_of_the_command_line_has_help_in_both_languages():
    top = group()
    for text in (top.help, *(parameter.help for parameter in top.params if parameter.name == "version")):
        assert chosen(text, "vi") != chosen(text, "en")


# words


@pytest.mark.parametrize("name", [*STATES, *get_args(Evidence), *COUNTS, *Severity])
def test_what_a_view_prints_has_words_in_both_languages(name):
    assert isinstance(WORDS[name], Phrase)
    assert WORDS[name].vi
    assert WORDS[name].en


def test_classes_of_states_are_states_and_apart():
    assert set(STATES) >= FILED | MISSING
    assert not FILED & MISSING


def test_words_of_english_are_english():
    assert [name for name, phrase in WORDS.items() if VIETNAMESE.search(phrase.en)] == []
    assert [name for name, phrase in WORDS.items() if not LETTERS.search(phrase.en)] == []


# policy and templates


def test_a_policy_may_weigh_every_code_anew():
    from dvk.codes import severity_of

    for name in CODES:
        for severity in Severity:
            assert severity_of(name, Settings(severities=((name, str(severity)),))) is severity


def test_a_mistake_cannot_be_changed():
    with pytest.raises(AttributeError):
        Mistake("DVK204").code = "DVK205"


def test_the_templates_of_a_new_workspace_are_those_that_its_readers_know():
    folder = template_folder("workspace")
    paths = {path.relative_to(folder).as_posix() for path in folder.rglob("*.yaml")}
    assert {kind_of(path) for path in paths} == {"settings", "units", "indicators"}
