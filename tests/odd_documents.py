"""Random documents of every kind as people and editors leave them: comments, tabs, CRLF, flow and block mixed, NFD."""

import json
import random
import re
import unicodedata
from dataclasses import dataclass

from dvk.kinds import KINDS
from dvk.schemas.shapes import Shape, keys_of

PATHS = {
    "settings": "dvk.yaml",
    "units": "units/tinh.yaml",
    "indicators": "indicators.yaml",
    "holidays": "holidays.yaml",
    "plan": "plans/2021/tinh/ke-hoach.yaml",
    "registration": "registrations/2021/tinh/dang-ky.yaml",
    "report": "reports/2021/tinh/2021.yaml",
    "story": "stories/2021/tinh/guong.md",
}
LINE_END = re.compile(rb"\r\n|\r|\n")

_TEXTS = (
    *("Nguyễn Văn An", "Kế hoạch thực hiện", 'Phong trào thi đua "Dân vận khéo"', "Thị trấn Cầu Kè, huyện Cầu Kè"),
    *("đường đất dài 3 km; rộng 2 m", "Trường THPT Hà Tiên", "huyendoan@example.org", "http://example.org/a?b=c#d"),
    *("no", "Yes", "y", "on", "null", "~", "=", "<<", "12:30", "190:20:30", "3.000", "01", "1_000", "1e3", "0x1F"),
    *("0o17", "0b11", ".5", ".inf", "-5", "+84 123", "600.000.000", "45 %", "2020-04-27", "2001-12-14 21:59:43"),
    *("a\\b", "it's", "a: b # c", "x #y", "tên:", "- gạch", "-", "?", "# thăng", "*sao", "&và", "[ngoặc]", "{x}", "|"),
    *(">", "!", "%phần", "@a", "`b", "'trong nháy'", '"kép"'),
    *("Dòng một\nDòng hai", "a\n\nb: c # d", "Một đoạn\n\n  - thụt vào\ncuối"),
)
_VALUES = {
    "text": _TEXTS,
    "id": ("nha-o", "duong-lang", "no", "01", "1e3", "y", "2021", "0.5", "a-b.c_d"),
    "folder": ("tinh/huyen", "01", "a"),
    "count": ("3", "3.000", "01", "0", "1 200", "40"),
    "money": ("600 triệu", "3,6 tỷ", "600000000", "350.000", "350.000 đ", "0"),
    "figure": ("3", "3.000", "12,5", "45 %", "3,6 tỷ", "0", "007", "-2,5", "1.234"),
    "day": ("2020-04-27", "27/4/2020", "27.4.2020", "ngày 27 tháng 4 năm 2020"),
    "last_day": ("2020-04-27", "trước ngày 1/12/2026", "before 2026-12-01"),
    "moment": ("2026-01-30 17:00", "2026-01-30", "17 giờ 00 ngày 30/01/2026"),
    "moment_or_yearly": ("05-15", "2021-05-15", "05-15 17:00", "15/5"),
    "last_day_or_yearly": ("05-15", "2021-05-15", "before 05-15"),
    "period": ("2021", "2022-H1", "2022-05", "2022-Q3", "2022-M1-9"),
    "period_or_part": ("2021", "H1", "05", "09", "year", "2022-H1"),
    "years": ("2021", "2021-2025"),
    "yes_no": ("yes", "no", "có", "True", "NO", "false"),
    "number": ("59/KH-MTTQ-BTT", "382-KH/TĐTN-TCKT"),
    "reference": ("plans/2021/tinh/ke-hoach.yaml", "plans/2021/tinh/ke-hoach.yaml#bao-cao"),
}
_PLAIN = re.compile(r"[^\W_][\w .,;%()'\"/@+&*\\<=?`#:-]*")
_NULLS = ("", "~", "null", "NULL", "Null")


@dataclass
class Leaf:
    """A scalar of a document: where it is in the tree, which lines it takes (from 0), and its form."""

    steps: tuple
    first: int
    last: int
    form: str


class OddDocument:
    """One random document: its bytes, its kind, and the lines of its scalars."""

    def __init__(self, kind: str, seed: int) -> None:
        self.kind = kind
        self.path = PATHS[kind]
        self.random = random.Random(f"{kind} {seed}")  # noqa: S311
        self.lines: list[str] = []
        self.leaves: list[Leaf] = []
        self.step = self.random.choice((2, 2, 4))
        self.dashes = self.random.choice((0, 2, self.step))
        self.plainly = self.random.choice((0.2, 0.6, 0.95))
        self.data = self._bytes()

    def value(self, form: str, but: object = None) -> str:
        """A random text that a key of the form takes."""
        return self.random.choice([text for text in _VALUES[form] if text != but])

    def _bytes(self) -> bytes:
        chance = self.random.random
        content = self._mapping(Shape("mapping", keys=keys_of(self.kind)), top=True)
        head = KINDS[self.kind].front_matter
        if head:
            content.pop("text", None)
            self.lines.append("---" + "  " * (chance() < 0.2))
        elif chance() < 0.2:
            self.lines += ["# đầu tệp\t có tab", "---"][chance() < 0.5 :]
        self._block_mapping(content, 0, "", ())
        if chance() < 0.3:
            self.lines.append("# cuối tệp  ")
        if head:
            self.lines += ["---", *self.random.choice(([], ["", "Nội dung  ", "", "- a\tb"], ["# Tiêu đề", ""]))]
        return self._encoded(chance)

    def _encoded(self, chance) -> bytes:
        ends = self.random.choice((["\n"], ["\n"], ["\r\n"], ["\r\n", "\n"], ["\r"]))
        text = "".join(line + self.random.choice(ends) for line in self.lines)
        if chance() < 0.3:
            text = text.rstrip("\r\n")
        elif chance() < 0.2:
            text += self.random.choice(("\n\n", "  \n", "\n \n"))
        if chance() < 0.2:
            text = unicodedata.normalize("NFD", text)
        return ("\ufeff" * (chance() < 0.2) + text).encode()

    # --- what it says ---

    def _mapping(self, shape: Shape, *, top: bool = False) -> dict:
        if shape.inner:
            return {self.random.choice(("DVK306", "DVK412")): self._any(shape.inner)}
        often = 0.25 if not top else 0.35 if len(shape.keys) > 5 else 1
        keys = [key for key in shape.keys if key.required or self.random.random() < often]
        if self.random.random() < 0.2:
            self.random.shuffle(keys)
        keys = keys or [self.random.choice(shape.keys)]
        return {key.name: self._any(key.shape, schema=key.name == "schema") for key in keys}

    def _any(self, shape: Shape, *, schema: bool = False):
        if shape.empty and self.random.random() < 0.1:
            return (None, shape.form)
        if schema:
            return (KINDS[self.kind].schema, "choice")
        if shape.form == "choice":
            return (self.random.choice(shape.choices), "choice")
        if shape.short and self.random.random() < 0.7:
            return (self.value("text"), "text")
        if shape.form == "list":
            return [self._any(shape.inner) for _ in range(self.random.choice((0, 1, 1, 2, 3)))]
        return self._mapping(shape) if shape.form == "mapping" else (self.value(shape.form), shape.form)

    # --- how it is written ---

    def _between(self, column: int) -> None:
        if self.random.random() < 0.08:
            self.lines.append(self.random.choice(("", "", "  ", "            ")))
        if self.random.random() < 0.08:
            margin = " " * self.random.choice((column, column, 0, column + self.step))
            self.lines.append(margin + self.random.choice(("# ghi chú: x", "#- a: b", "# tab\there  ")))

    def _behind(self) -> str:
        if self.random.random() < 0.15:
            return self.random.choice((" # chú", "   # c: d", "\t# tab", " \t # tab", "\t\t#"))
        return self.random.choice(("  ", "\t")) if self.random.random() < 0.04 else ""

    def _block_mapping(self, node: dict, column: int, lead: str, steps: tuple) -> None:
        for number, (key, value) in enumerate(node.items()):
            if number or not lead:
                self._between(column)
            start = lead if lead and not number else " " * column
            shown = key if self.random.random() < 0.95 else json.dumps(key)
            colon = ":" if self.random.random() < 0.97 else " :"
            self._value(value, column, f"{start}{shown}{colon}", (*steps, key))

    def _value(self, value, column: int, head: str, steps: tuple) -> None:
        if isinstance(value, tuple):
            self._scalar(value, column, head, steps)
        elif not value or self.random.random() < 0.25:
            self._flow(value, column, f"{head} ", steps)
        elif isinstance(value, dict):
            self.lines.append(head + self._behind())
            self._block_mapping(value, column + self.step, "", steps)
        else:
            self.lines.append(head + self._behind())
            self._block_list(value, column + self.dashes, steps)

    def _block_list(self, node: list, column: int, steps: tuple) -> None:
        for number, value in enumerate(node):
            self._between(column)
            gap = " " * self.random.choice((1, 1, 1, 3))
            head = " " * column + "-"
            if isinstance(value, dict) and value and self.random.random() < 0.8:
                self._block_mapping(value, column + 1 + len(gap), head + gap, (*steps, number))
            elif isinstance(value, tuple):
                self._scalar(value, column, head, (*steps, number))
            else:
                self._flow(value, column, head + gap, (*steps, number))

    def _flow(self, node, column: int, head: str, steps: tuple) -> None:
        """Between brackets, now and then on several lines."""
        self.lines.append(head)
        self._flow_node(node, column + 2, steps, spread=self.random.random() < 0.3)
        self.lines[-1] += self._behind()

    def _flow_node(self, node, column: int, steps: tuple, *, spread: bool) -> None:
        mapping = isinstance(node, dict)
        blank = " " * (self.random.random() < 0.2)
        self.lines[-1] += ("{" if mapping else "[") + blank
        items = list(node.items()) if mapping else list(enumerate(node))
        for number, (slot, value) in enumerate(items):
            if spread:
                self.lines[-1] += self.random.choice(("", "", " # trong ngoặc"))
                self.lines.append(" " * column)
            if mapping:
                self.lines[-1] += f"{slot}: "
            if isinstance(value, tuple):
                first = len(self.lines) - 1
                self.lines[-1] += self._in_line(value[0], flow=True)
                self.leaves.append(Leaf((*steps, slot), first, first, value[1]))
            else:
                self._flow_node(value, column + 2, (*steps, slot), spread=spread and self.random.random() < 0.3)
            last = number == len(items) - 1
            self.lines[-1] += "," * (not last or self.random.random() < 0.1) + " " * (not last)
        if spread and items and self.random.random() < 0.5:
            self.lines.append(" " * (column - 1))
        self.lines[-1] += blank + ("}" if mapping else "]")

    def _scalar(self, value: tuple, column: int, head: str, steps: tuple) -> None:
        text, form = value
        first = len(self.lines)
        if text and "\n" in text and self.random.random() < 0.8:
            self._block_scalar(text, column, head)
        elif text and " " in text and "\n" not in text and self.random.random() < 0.1:
            self._folded(text, column, head)
        else:
            self.lines.append(f"{head} {self._in_line(text, flow=False)}".rstrip(" ") + self._behind())
        self.leaves.append(Leaf(steps, first, len(self.lines) - 1, form))

    def _block_scalar(self, text: str, column: int, head: str) -> None:
        style = self.random.choice(("|", "|", "|-", "|+", ">", ">-"))
        self.lines.append(f"{head} {style}{self._behind()}")
        self.lines += [(" " * (column + self.step) + line).rstrip() for line in text.split("\n")]
        if self.random.random() < 0.2:
            self.lines.append("")

    def _folded(self, text: str, column: int, head: str) -> None:
        """One line as two: plain or quoted."""
        whole = self._in_line(text, flow=False)
        before, blank, after = whole.partition(" ")
        broken = blank and after.strip() and not after.startswith(("#", "-", " ")) and not before.endswith((":", "\\"))
        if not broken or "# " in whole or ": " in whole:
            self.lines.append(f"{head} {whole}")
        else:
            self.lines += [f"{head} {before}" + self.random.choice(("", " ")), " " * (column + 3) + after]

    def _in_line(self, text: str | None, *, flow: bool) -> str:
        if text is None:
            return self.random.choice(_NULLS[flow:])
        plain = _PLAIN.fullmatch(text) and not re.search(r": |\s#|:$| $", text) and text.lower() != "null"
        if flow and re.search(r"[,:\[\]{}?]", text):
            plain = None
        if plain and self.random.random() < self.plainly:
            return text
        if "\n" not in text and self.random.random() < 0.5:
            return "'" + text.replace("'", "''") + "'"
        return json.dumps(text, ensure_ascii=self.random.random() < 0.2)


def lines_of(data: bytes) -> list[bytes]:
    """The lines of a file with their ends."""
    ends = [found.end() for found in LINE_END.finditer(data)]
    lines = [data[start:end] for start, end in zip([0, *ends], [*ends, len(data)], strict=True)]
    return lines if lines[-1] else lines[:-1]
