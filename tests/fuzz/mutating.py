"""Changes to texts that bytes alone seldom come to: lines moved, mixed and repeated, signs that trip readers."""

from random import Random

SIGNS = (
    *("\t", "\u00a0", "\u200b", "\ufeff", "\u2028", "\x85", "\r\n", "\r", "\u0301", "\u202e", "\x00", "\ud7ff"),
    *(": ", "- ", "# ", "|\n", ">-\n", "&a ", "*a", "!!str ", "? ", "{", "}", "[", "]", '"', "'", "---\n", "...\n"),
    *("%", "<<: ", "\U0010ffff", "“", "”", "‘", "–", "…", "|", "\\", "**", "_", "<br>", "&#0;", "<!--", "1.", "a)"),
    *("I.", "(1)", "0", "-0", "1e9", "٣", "²", "½", "1.000", "1,5", "1.5", "05", "9" * 30, "2021", "29/2/2021", "31/4"),
    *("24:00", "17h30", "45 %", "3 tỷ", "500 triệu đồng", "1.234.567 đ", "2021-H1", "M1-13", "trước ngày ", "before "),
    *("15-KH/ĐTN", "ngày 31 tháng 12", "null", "~", "yes", "no", "true", "0x1F", "1_000", ".inf", "2021-02-30"),
)
_MOST_REPEATS = 4000


def mutated(data: bytes, longest: int, random: Random, others: list[bytes]) -> bytes:
    """Another input made of this one, no longer than ``longest``; its first byte, which says how it is read, stays."""
    head, text = data[:1], data[1:].decode("utf-8", "ignore")
    for _ in range(random.randint(1, 4)):
        text = random.choice(_CHANGES)(text, random, others)
    return head + text.encode("utf-8", "ignore")[: longest - 1]


def _sign(text: str, random: Random, _others: list[bytes]) -> str:
    at = random.randint(0, len(text))
    return text[:at] + random.choice(SIGNS) + text[at + random.choice((0, 0, 1, 5)) :]


def _repeated(text: str, random: Random, _others: list[bytes]) -> str:
    """A stretch many times over: what grows with the square of it shows here."""
    at = random.randint(0, len(text))
    stretch = text[at : at + random.choice((1, 2, 3, 8, 40, 200))]
    return text[:at] + stretch * random.choice((2, 5, 50, 500, _MOST_REPEATS)) + text[at + len(stretch) :]


def _line_moved(text: str, random: Random, _others: list[bytes]) -> str:
    lines = text.split("\n")
    line = lines.pop(random.randrange(len(lines)))
    lines.insert(random.randint(0, len(lines)), line)
    return "\n".join(lines)


def _line_doubled(text: str, random: Random, _others: list[bytes]) -> str:
    lines = text.split("\n")
    lines.insert(random.randint(0, len(lines)), random.choice(lines))
    return "\n".join(lines)


def _line_left_out(text: str, random: Random, _others: list[bytes]) -> str:
    lines = text.split("\n")
    at = random.randrange(len(lines))
    return "\n".join(lines[:at] + lines[at + random.choice((1, 1, 1, 5)) :])


def _line_indented(text: str, random: Random, _others: list[bytes]) -> str:
    lines = text.split("\n")
    at = random.randrange(len(lines))
    lines[at] = random.choice((" ", "  ", "    ", "\t")) + lines[at] if random.random() < 0.5 else lines[at].lstrip()
    return "\n".join(lines)


def _line_of_another(text: str, random: Random, others: list[bytes]) -> str:
    lines, theirs = text.split("\n"), random.choice(others)[1:].decode("utf-8", "ignore").split("\n")
    at, start = random.randint(0, len(lines)), random.randrange(len(theirs))
    return "\n".join(lines[:at] + theirs[start : start + random.choice((1, 3, 20))] + lines[at:])


def _cut(text: str, random: Random, _others: list[bytes]) -> str:
    start, end = sorted(random.randint(0, len(text)) for _ in range(2))
    return text[:start] + text[end:] if random.random() < 0.5 else text[start:end]


_CHANGES = (_sign, _sign, _repeated, _line_moved, _line_doubled, _line_left_out, _line_indented, _line_of_another, _cut)
