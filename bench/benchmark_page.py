"""Measured figures as tables in Markdown, in two languages, and where they stand in docs/benchmarks.md."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from chart import chart
from goals import GOALS, is_reached, ratio_of
from machine import Machine
from measuring import Measured
from works import WORKS

PAGE = Path(__file__).parents[1] / "docs/benchmarks.md"
CHART = PAGE.with_name("img") / "benchmarks.svg"
Results = Mapping[int, Mapping[str, Measured]]
Documents = list[tuple[str, int, float]]
_WORDS = {
    "vi": {
        "machine": "Máy",
        "missing": "Không có trên máy, không so",
        "busy": "Máy đang bận việc khác khi đo: chỉ xem cỡ, cần đo lại lúc rảnh.",
        "files": "tệp",
        "work": "việc",
        "time": "Thời gian, trung vị",
        "memory": "Bộ nhớ cao nhất, mọi tiến trình cộng lại (của công cụ khác: tiến trình lớn nhất)",
        "growth": "mỗi tệp, lớn nhất / nhỏ nhất",
        "goals": "So với mục tiêu",
        "compared": "so sánh",
        "goal": "mục tiêu",
        "stretch": "mong muốn",
        "reached": "đạt",
        "missed": "chưa",
        "documents": "In nhiều báo cáo Word",
        "printed": "cách in",
        "count": "số báo cáo",
        "each": "một báo cáo",
        "beside": "so với docxtpl",
        "most": "không quá",
        "least": "ít nhất",
    },
    "en": {
        "machine": "Machine",
        "missing": "Not on the machine, left out",
        "busy": "The machine was busy with other work: take the sizes only, to be measured again when it is quiet.",
        "files": "files",
        "work": "work",
        "time": "Time, median",
        "memory": "Peak memory, all processes together (of others: the largest process)",
        "growth": "per file, largest / smallest",
        "goals": "Beside the goals",
        "compared": "compared",
        "goal": "goal",
        "stretch": "to wish for",
        "reached": "reached",
        "missed": "not yet",
        "documents": "Many reports as Word files",
        "printed": "printed by",
        "count": "reports",
        "each": "each",
        "beside": "beside docxtpl",
        "most": "at most",
        "least": "at least",
    },
}


def tables(machine: Machine, results: Results, documents: Documents, language: str) -> str:
    """All tables of a run."""
    words = _WORDS[language]
    programs = " · ".join(f"{name} {version}" for name, version in machine.programs.items())
    lines = [f"{words['machine']}: {machine.hardware}. {programs}."]
    if machine.missing:
        lines.append(f"{words['missing']}: {', '.join(machine.missing)}.")
    if machine.is_busy:
        lines.append(f"**{words['busy']}**")
    parts = [
        "\n\n".join(lines),
        f"**{words['goals']}**\n\n{_goals(results, language)}",
        f"**{words['time']}**\n\n{_by_size(results, language, 'seconds')}",
        f"**{words['memory']}**\n\n{_by_size(results, language, 'mebibytes')}",
    ]
    if documents:
        parts.append(f"**{words['documents']}**\n\n{_documents(documents, language)}")
    return "\n\n".join(parts)


def _by_size(results: Results, language: str, what: str) -> str:
    """One figure of every work at every size, and how it grows."""
    words, sizes = _WORDS[language], sorted(results)
    head = [words["work"], *(f"{_thousands(size, language)} {words['files']}" for size in sizes), words["growth"]]
    rows = []
    for work in WORKS:
        known = {size: getattr(results[size][work.name], what) for size in sizes if work.name in results[size]}
        if known:
            cells = [_figure(known[size], what, language) if size in known else "–" for size in sizes]
            first, last = min(known), max(known)
            growth = (known[last] / last) / (known[first] / first)
            rows.append([work.title, *cells, _number(growth, language) + " ×" if last > first else "–"])
    return _table(head, rows)


def _goals(results: Results, language: str) -> str:
    words, sizes = _WORDS[language], sorted(results)
    head = [words["compared"], *(f"{_thousands(size, language)} {words['files']}" for size in sizes)]
    rows = []
    for goal in GOALS:
        ratios = {size: ratio for size in sizes if (ratio := ratio_of(goal, results[size])) is not None}
        if ratios:
            name = goal.vietnamese if language == "vi" else goal.english
            cells = [_number(ratios[size], language) if size in ratios else "–" for size in sizes]
            last = ratios[max(ratios)]
            asked = [f"{words[goal.bound]} {_number(bound, language)}" for bound in (goal.goal, goal.stretch)]
            rows.append([name, *cells, *asked, words["reached" if is_reached(goal, last) else "missed"]])
    return _table([*head, words["goal"], words["stretch"], ""], rows)


def _documents(documents: Documents, language: str) -> str:
    words, rows = _WORDS[language], []
    first = documents[0][2] / documents[0][1]
    for what, count, seconds in documents:
        each = seconds / count
        cells = [
            _thousands(count, language),
            _figure(each, "seconds", language),
            _number(each / first, language) + " ×",
        ]
        rows.append([what, *cells])
    return _table([words["printed"], words["count"], words["each"], words["beside"]], rows)


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    titles = list(head)
    lines = [titles, ["---", *("---:" for _ in titles[1:])], *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _figure(value: float, what: str, language: str) -> str:
    if what == "mebibytes":
        return f"{_thousands(round(value), language)} MiB"
    return f"{_number(value * 1000, language)} ms" if value < 1 else f"{_number(value, language)} s"


def _number(value: float, language: str) -> str:
    """Three digits that mean something."""
    text = f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"  # noqa: PLR2004
    return text.replace(".", ",") if language == "vi" else text


def _thousands(value: int, language: str) -> str:
    return f"{value:,}".replace(",", ".") if language == "vi" else f"{value:,}"


def write_page(machine: Machine, results: Results, documents: Documents) -> None:
    """Put the tables between their marks in docs/benchmarks.md, and draw the chart."""
    text = PAGE.read_text(encoding="utf-8")
    for language in _WORDS:
        start, end = f"<!-- measured {language} -->", f"<!-- end of measured {language} -->"
        block = f"{start}\n\n{tables(machine, results, documents, language)}\n\n{end}"
        text = re.sub(f"{start}.*?{end}", block.replace("\\", "\\\\"), text, flags=re.DOTALL)
    PAGE.write_text(text, encoding="utf-8")
    CHART.write_text(chart(results), encoding="utf-8")
