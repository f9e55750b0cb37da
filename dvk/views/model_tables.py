"""The models of a year as a table, with the funnel in its title."""

from dvk.facts import Exact, Model, Term
from dvk.messages import Language
from dvk.messages.words import word
from dvk.models import ModelOfYear
from dvk.shown import number
from dvk.views.rollup import counts_of
from dvk.views.table import Cell, Column, Table
from dvk.yearbook import Yearbook


def models_table(book: Yearbook, unit: str, language: Language) -> Table:
    """The models with an owner in the unit's subtree, each once."""
    return _ModelsOf(book, unit, language).table()


def all_models(book: Yearbook, units: tuple[str, ...], language: Language) -> Table:
    """The funnel of several trees together, a model with owners in two of them counted once."""
    title = "All roots · models" if language == "en" else "Tất cả các cây · mô hình"
    return Table(f"{title} · {_counts_line(book.funnel.all_of(units), language)}", ())


def _counts_line(models: list[ModelOfYear], language: Language) -> str:
    return " · ".join(f"{word(name, language)} {number}" for name, number in counts_of(models).items())


class _ModelsOf:
    """The models of one root, or of the unit asked for."""

    def __init__(self, book: Yearbook, unit: str, language: Language) -> None:
        self.book, self.unit, self.language = book, unit, language

    def table(self) -> Table:
        """The models with stage, target, result and money; the funnel as a note."""
        en = self.language == "en"
        columns = (
            Column("year", "year", reader="machine"),
            Column("unit", "unit", reader="machine"),
            Column("model", "model", reader="machine"),
            Column("name", "model" if en else "mô hình"),
            Column("lead", "lead" if en else "chủ trì"),
            Column("field", "field" if en else "lĩnh vực"),
            Column("stage", "stage" if en else "giai đoạn"),
            Column("target", "target" if en else "giao"),
            Column("result", "result" if en else "kết quả"),
            Column("budget", "budget (đ)" if en else "dự kiến (đ)", "number"),
            Column("spent", "spent (đ)" if en else "đã chi (đ)", "number"),
        )
        models = self.book.funnel.of(self.unit)
        counts = _counts_line(models, self.language)
        title = f"{self.book.name(self.unit)} · {'models' if en else 'mô hình'} · {counts}"
        name = f"{'Models' if en else 'Mô hình'} · {self.book.name(self.unit)}"
        table = Table(title, columns, [self._model(entry) for entry in models], name=name)
        if any("field" in entry.model.inferred for entry in models):
            table.notes.append("* inferred, not in the source" if en else "* suy ra, nguồn không ghi")
        return table

    def _model(self, entry: ModelOfYear) -> tuple[Cell, ...]:
        model = entry.model
        stage = word(entry.stage, self.language)
        field = next((f for f in self.book.workspace.settings.fields if f.id == model.field), None)
        return (
            self.book.rollup.year,
            self.unit,
            str(entry.reference),
            model.name,
            self.book.name(entry.lead),
            self._field(field, model.field, inferred="field" in model.inferred),
            f"{stage}, {word('dropped', self.language)}" if entry.dropped else stage,
            "; ".join(self._amount(t.indicator, t.value) for t in model.targets) or None,
            "; ".join(self._amount(name, value) for name, value in entry.results.items()) or None,
            self._budget(model),
            entry.spent,
        )

    def _budget(self, model: Model) -> Cell:
        if model.budget is None or model.budget_bound == "exactly":
            return model.budget
        return f"{word(model.budget_bound, self.language)} {number(model.budget, self.language)}"

    def _field(self, field: Term | None, name: str | None, *, inferred: bool) -> Cell:
        if name is None:
            return None
        text = (field.name_en if self.language == "en" else field.name) if field else name
        return f"{text} *" if inferred else text

    def _amount(self, indicator: str, value: Exact) -> str:
        known = self.book.workspace.indicators.get(indicator)
        return f"{number(value, self.language)} {known.unit_of_measure if known else indicator}"
