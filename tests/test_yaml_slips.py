"""Where a text is not YAML (DVK104): what was typed wrong, on which line, and what to type instead."""

import ast
from pathlib import Path

import pytest
import yaml

from dvk.__main__ import run
from dvk.explaining import base_files
from dvk.messages.cases import REMEDIES, SLIPS
from dvk.textfile import complaints, read_text, syntax

HEAD = "schema: report/v1\n"
LIST = "own:\n  - indicator: x\n"

SLIPPED = [
    # no space after the colon: the parser complains of the next line
    ("unit:doan-xa-mot\nperiod: 2021\n", "no_space_after_colon", (2, 5), "unit: doan-xa-mot"),
    ("period: 2021\nunit:doan-xa-mot\n", "no_space_after_colon", (3, 5), "unit: doan-xa-mot"),
    ("who:\n  level:[district]\n  kind: x\n", "no_space_after_colon", (3, 8), "level: [district]"),
    ("own:\n  - indicator:x\n    value: 3\n", "no_space_after_colon", (3, 14), "indicator: x"),
    (LIST + "    value:3\n  - indicator: y\n    value: 3\n", "no_space_after_colon", (4, 10), "value: 3"),
    ('subject:"x"\nperiod: 2021\n', "no_space_after_colon", (2, 8), 'subject: "x"'),
    ("answers:\n  - a\n  -b\n", "no_space_after_dash", (4, 3), "- b"),
    # no colon
    ("unit doan-xa-mot\nperiod: 2021\n", "no_colon", (2, 1), "unit: doan-xa-mot"),
    ("own\n  - indicator: x\n    value: 3\n", "no_colon", (2, 1), "own:"),
    ("own:\n  - indicator x\n    value: 3\n", "no_colon", (3, 5), "indicator: x"),
    (LIST + "    value 3\n    note: x\n", "no_colon", (4, 5), "value: 3"),
    ("note: một\nhai ba bốn\nperiod: 2021\n", "no_colon", (3, 1), None),
    # Tab
    ("who:\n\tlevel: x\n", "tab", (3, 1), None),
    (LIST + "\tvalue: 3\n", "tab", (4, 1), None),
    ("own:\n  -\tindicator: x\n", "tab", (3, 4), None),
    # blanks of Word and of chats
    ("unit:\u00a0x\nperiod: 2021\n", "odd_blank", (2, 6), "U+00A0"),
    ("unit\u202f: x\nperiod: 2021\n", "odd_blank", (2, 5), "U+202F"),
    ("who:\n\u3000\u3000level: x\n", "odd_blank", (3, 1), "U+3000"),
    ("who:\n \u00a0level: x\n  kind: y\n", "odd_blank", (3, 2), "U+00A0"),
    ("own:\n  -\u00a0indicator: x\n    value: 3\n", "odd_blank", (3, 4), "U+00A0"),
    ("own:\n  -\u00a0indicator: x\n", "odd_blank", (3, 4), "U+00A0"),
    ("answers:\n  -\u00a0x\n", "odd_blank", (3, 4), "U+00A0"),
    ("own:\n  - indicator:\u00a0x\n    value: 3\n", "odd_blank", (3, 15), "U+00A0"),
    # indentation
    (LIST + "     value: 3\n", "indentation", (4, 6), None),
    (LIST + "   value: 3\n", "indentation", (4, 4), None),
    ("who:\n    level: x\n  kind: y\n", "indentation", (4, 3), None),
    (LIST + "    value: 3\n - indicator: y\n", "indentation", (5, 2), None),
    ("own:\n- a: 1\nb: 2\n- c: 1\n", "indentation", (5, 1), None),
    # quotes and brackets
    ('note: "x\nb: 1\nc: 2\n', "not_closed", (2, 7), '"'),
    ('note: "x\nb: "y"\n', "not_closed", (2, 7), '"'),
    ("note: 'x\nb: 1\nc: 'y'\n", "not_closed", (2, 7), "'"),
    ("level: [x, y\nb: 1\n", "not_closed", (2, 8), "["),
    ("who: {level: 1\nc: 2\n", "not_closed", (2, 6), "{"),
    ("level: [x,\n", "not_closed", (2, 8), "["),
    ('level: ["x" "y"]\nb: 1\n', "no_comma", (2, 13), None),
    ("level: [x]]\nb: 1\n", "stray_bracket", (2, 11), "]"),
    ('note: "x" y\nb: 1\n', "text_after_quote", (2, 11), None),
    ("note: 'Nhà 'x' y'\nb: 1\n", "text_after_quote", (2, 13), None),
    # signs that YAML keeps
    ("note: %x\nb: 1\n", "reserved_sign", (2, 7), '"%x"'),
    ("note: @x # ghi\nb: 1\n", "reserved_sign", (2, 7), '"@x"'),
    ('note: `x` và "y"\n', "reserved_sign", (2, 7), "'`x` và \"y\"'"),
    ("answers:\n  - %x\n", "reserved_sign", (3, 5), '"%x"'),
    ("note: **x**\n", "reserved_sign", (2, 7), '"**x**"'),
    ("note: > 5 nhà\n", "reserved_sign", (2, 7), '"> 5 nhà"'),
    ("%x: 1\n", "reserved_sign", (2, 1), "%"),
    # more behind a value
    ("events: []\n  - kind: merge\nb: 1\n", "more_after_value", (3, 3), "[]"),
    ("events: []\n- kind: merge\n", "more_after_value", (3, 1), "[]"),
    ("who: {}\n  kind: x\n", "more_after_value", (3, 3), "{}"),
    ('note: "x"\n  kind: y\n', "more_after_value", (3, 3), '"'),
    # and the rest that people type
    ("note: So với 2020: tăng\nb: 1\n", "colon_in_text", (2, 18), '"So với 2020: tăng"'),
    ("note: một hai\n  ba bốn\n  hai: ba\n", "colon_in_text", (4, 6), None),
    ("own: - x\n", "dash_after_key", (2, 6), None),
    ('note: "C:\\Users"\n', "backslash", (2, 10), None),
    ("<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> x\nc: 1\n", "conflict", (2, 1), None),
]


def slip_of(text):
    """Give what is said of the one thing wrong, its place, and every word that the sentence or the remedy names."""
    (mistake,) = read_text(text.encode()).mistakes
    assert mistake.code == "DVK104"
    words = {value for name, value in mistake.args.items() if name != "problem"}
    return mistake.args["problem"], (mistake.place.line, mistake.place.column), words


@pytest.mark.parametrize("parser", [yaml.CLoader, yaml.Loader], ids=["libyaml", "Python"])
@pytest.mark.parametrize("row", SLIPPED, ids=[text for text, *_ in SLIPPED])
def test_a_slip_is_known_by_its_name_and_shown_where_it_was_made(monkeypatch, row, parser):
    monkeypatch.setattr(syntax, "Loader", parser)
    text, problem, place, named = row
    said, where, words = slip_of(HEAD + text)
    assert (said, where) == (problem, place)
    assert named is None or named in words


@pytest.mark.parametrize("text", [text for text, *_ in SLIPPED])
def test_line_ends_of_windows_change_nothing(text):
    assert slip_of((HEAD + text).replace("\n", "\r\n")) == slip_of(HEAD + text)


@pytest.mark.parametrize(
    ("text", "problem", "named"), [(text, p, n) for text, p, _, n in SLIPPED if n and len(n) > 2 and n[:2] != "U+"]
)
def test_what_is_proposed_can_be_read(text, problem, named):
    """The line as it should be, put in the place of the wrong one, is YAML."""
    place = slip_of(HEAD + text)[1]
    lines = (HEAD + text).splitlines()
    wrong = lines[place[0] - 1]
    if problem.startswith("no_"):
        begins = len(wrong) - len(wrong.lstrip(" -" if named[0] != "-" else " "))
    else:
        begins = wrong.index(named[1:3])
    lines[place[0] - 1] = wrong[:begins] + named
    assert read_text("\n".join(lines).encode()).mistakes == ()


@pytest.mark.parametrize(
    "text",
    [
        "note: Ghi\u00a0chú có\u00a0dấu cách lạ\n",
        "note: -\u00a0x\n",
        "note: 'a:\u00a0b'\n",
        "note: URL:\u00a0x\n",
        "note: |\n  \u00a0\u00a0thụt\n  a:\u00a0b\n  -\u00a0x\n",
        "note: x\u00a0\n",
        "note: 3\u00a0000\n",
        "note: [a\u00a0b, c]\n",
    ],
)
def test_an_odd_blank_within_a_text_is_text(text):
    assert read_text(text.encode()).mistakes == ()


def test_what_is_not_recognised_keeps_the_parsers_words():
    assert slip_of("%YAML 3.0\n---\na: 1\n")[::2] == ("other", {"found incompatible YAML document"})


def test_every_slip_has_its_words_and_its_remedy():
    made = {
        node.args[0].value
        for node in ast.walk(ast.parse(Path(complaints.__file__).read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == "Slip"
        and isinstance(node.args[0], ast.Constant)
    }
    assert made | {"other"} == set(SLIPS)
    assert made == set(REMEDIES["DVK104"][1])
    assert made - {problem for _, problem, *_ in SLIPPED} == set()


UNKNOWN = "%YAML 3.0\n---\na: 1\n"


@pytest.mark.parametrize("text", [UNKNOWN, *(HEAD + text for text, *_ in SLIPPED)])
def test_a_vietnamese_reader_gets_no_english(tmp_path, capsys, text):
    report = "reports/2021/tinh-doan-nui-xanh/huyen-doan-song-dao/2021.yaml"
    for path, data in {**base_files(), report: text.encode()}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    assert run(["check", "--root", str(tmp_path), "--lang", "vi"]) == 1
    said = capsys.readouterr().out
    assert "DVK104" in said
    assert not [word for word in ("expected", "found", "allowed", "{", "token") if word in said.replace(text, "")
                and word not in text]  # fmt: skip
    run(["check", "--root", str(tmp_path), "--lang", "en"])
    assert "This is not YAML: " in capsys.readouterr().out


LONG = 400_000
HOSTILE = {
    "a long line of words": "a: 1\n" + "x " * LONG + "\nb: 1\n",
    "a long line of dashes and blanks": "a: 1\n" + "-" * LONG + " x\nb: 1\n",
    "a long line of odd blanks": "a: 1\n" + "\u00a0" * (LONG // 2) + "x\nb: 1\n",
    "odd blanks in a list on one line": "a: [\u00a0" + "-\u00a0x," * (LONG // 3) + "\n",
    "odd blanks in every entry": "a:\n" + "  - x\u00a0y\n" * (LONG // 5) + "\tb",
    "blank lines above": "a: x\n" + "\n" * LONG + "  b: 1\n",
    "comments above": "a: x\n\n" + "#\n" * LONG + "  b: 1\n",
    "an open bracket far above": "a: [" + "x,\n" * LONG + "b: 1\n",
    "an open quote far above": 'a: "' + "x\n" * LONG,
    "quotes": "a: " + '"x" ' * (LONG // 4) + "\n",
    "backslashes": 'a: "' + "\\" * (LONG + 1) + 'q"\n',
    "colons": "a: " + ": " * LONG + "\n",
    "letters": "a: 1\n" + "a" * LONG + "\nb: 1\n",
    "brackets closed": "a: []" + "]" * LONG + "\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_ends_with_a_mistake_and_soon_or_the_run_hangs(name):
    found = read_text(HOSTILE[name].encode())
    assert found.tree is None
    assert found.mistakes
    assert all(len(word) <= 120 for mistake in found.mistakes for word in mistake.args.values())
