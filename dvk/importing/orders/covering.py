"""Which sentences, tables and parts of a paper are wholly said by its obligations, its tasks and its targets."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dvk.importing.orders.filing import asked_in
from dvk.importing.orders.words import clauses, searched, sentences, spelled, syllables, tidy, without_stop
from dvk.importing.outline import Outline, Section, without_mark
from dvk.importing.paper import Block, Cell, Grid, Line
from dvk.importing.quoted import Draft, leaves

_AROUND = frozenset(
    syllables(
        "gửi nộp về qua cho của các những và là để theo trước sau ngày tháng năm hằng hàng định kỳ thời gian hạn chậm "
        "nhất muộn đến hết trong đề nghị yêu cầu đơn vị ban thường vụ trực btv chấp hành ủy mttq tỉnh huyện thị thành "
        "đoàn tổng hợp email địa chỉ phải thông lồng ghép báo cáo"
    )
)
"""Words that say nothing beside what is filed, by whom, by when and how."""
_LONGEST_TITLE = 150
_MOST = 300
"""How many obligations of other lines a clause is held against."""
_WORD = re.compile(r"\w+")


class Told:
    """What obligations and tasks say, by the lines that they stand in."""

    def __init__(self, obligations: Iterable[Mapping[str, Draft]]) -> None:
        self._words: dict[int, set[str]] = defaultdict(set)
        self._each: list[set[str]] = []
        self._asked: set[int] = set()
        self._tasks: dict[int, list[str]] = defaultdict(list)
        self._rows: dict[int, set[str]] = defaultdict(set)
        obligations = list(obligations)
        self.add_rows(obligations)
        for obligation in obligations:
            said = [leaf for _, leaf in leaves(obligation)]
            words = {word.lower() for leaf in said for word in syllables(spelled(f"{leaf.value} {leaf.phrase}"))}
            self._each.append(words | _AROUND)
            for number in {leaf.line for leaf in said}:
                self._words[number] |= words
            self._asked.update(leaf.line for key, leaf in leaves(obligation) if key == "kind")

    def add(self, tasks: Iterable[Mapping[str, Draft]]) -> None:
        """The tasks, too."""
        for task in tasks:
            for key, leaf in leaves(task):
                if key == "task":
                    self._tasks[leaf.line].append(leaf.value.casefold())

    def add_rows(self, drafts: Iterable[Draft]) -> None:
        """What rows of tables became: words and figures, by the lines of their cells."""
        for draft in drafts:
            said = [leaf for _, leaf in leaves(draft)]
            words = {word for leaf in said for word in _in_row(f"{leaf.value} {leaf.phrase}")}
            for number in {leaf.line for leaf in said}:
                self._rows[number] |= words

    def says_table(self, grid: Grid) -> bool:
        """Whether the rows below the titles say no more than what they became; the number of a row says nothing."""
        rows = [[line for cell in _without_number(row) for line in cell] for row in grid.rows]
        said = [set().union(*(self._rows.get(line.number, ()) for line in row)) for row in rows]
        first = next((at for at, words in enumerate(said) if words), 0)
        words = [set(_in_row(" ".join(line.text for line in row))) for row in rows]
        return first > 0 and all(
            used <= known | _AROUND for used, known in zip(words[first:], said[first:], strict=True)
        )

    def is_filing(self, line: Line, words: str) -> bool:
        """Whether the words of a clause are those of an obligation and no more, be it one of another line."""
        used = {word.lower() for word in syllables(spelled(words))}
        if line.number in self._asked and used <= self._words[line.number] | _AROUND:
            return True
        return bool(asked_in(searched(words))) and any(used <= said for said in self._each[:_MOST])

    def says(self, line: Line) -> bool:
        """Whether every clause of a line is a task, or an obligation and no more."""
        return all(
            self.is_filing(line, words)
            or any(without_stop(words).casefold() in task for task in self._tasks[line.number])
            for sentence in sentences(tidy(without_mark(line.text)))
            for words in clauses(sentence)
        )


def _in_row(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(spelled(tidy(text)))]


def _without_number(row: Sequence[Cell]) -> Sequence[Cell]:
    first = "".join(line.text for line in row[0]) if row else ""
    return row[1:] if first.strip(" .)").isdigit() else row


def tables_told(sections: Iterable[Section], told: Told) -> Iterator[Grid]:
    """The tables in some parts that say nothing more than what they became."""
    for section in sections:
        yield from (block for block in section.blocks if isinstance(block, Grid) and told.says_table(block))
        yield from tables_told(section.parts, told)


def parts_told(outline: Outline, told: Told) -> list[Section]:
    """The parts of a paper of which tasks and obligations say every paragraph; of parts inside such a part, none."""
    return list(_parts(outline.sections, told))


def _parts(sections: Sequence[Section], told: Told) -> Iterator[Section]:
    for section in sections:
        if _is_told(section, told):
            yield section
        else:
            yield from _parts(section.parts, told)


def _is_told(section: Section, told: Told) -> bool:
    if not section.blocks and not section.parts:
        return told.says(section.title)
    if len(section.title.text) > _LONGEST_TITLE and not told.says(section.title):
        return False
    return all(_says(told, block) for block in section.blocks) and all(_is_told(part, told) for part in section.parts)


def _says(told: Told, block: Block) -> bool:
    return told.says_table(block) if isinstance(block, Grid) else told.says(block)
