"""The tables of an export: names, columns with type and meaning, keys; files, documentation and checks follow them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from dvk.exporting.columns import ExportColumn, exact, flag, number, text
from dvk.exporting.meanings import MEANINGS
from dvk.messages import Phrase

FORMAT = 1
"""Version of the tables: raised where a column is renamed, dropped or means something else."""

TableName: TypeAlias = Literal[
    "exports",
    "units",
    "closure",
    "events",
    "indicators",
    "fields",
    "facts",
    "yearly",
    "contributions",
    "targets",
    "models",
    "model_units",
    "model_figures",
]
_WHERE = ("root", "year")


@dataclass(frozen=True, slots=True)
class ExportTable:
    """One table of an export; every row begins with ``root`` and ``year``, which name its part.

    Args:
        name: its name in files and in SQL.
        meaning: what one row is.
        columns: in order, ``root`` and ``year`` first.
        key: the columns that tell its rows apart.
        links: columns that lead to another table, with its name; they stand in the order of that table's key.
    """

    name: TableName
    meaning: Phrase
    columns: tuple[ExportColumn, ...]
    key: tuple[str, ...]
    links: tuple[tuple[tuple[str, ...], TableName], ...] = ()


def _table(
    name: TableName,
    key: Iterable[str],
    columns: Iterable[ExportColumn | tuple[ExportColumn, ...]],
    links: Iterable[tuple[str, TableName]] = (),
) -> ExportTable:
    flat = [part for column in columns for part in (column if isinstance(column, tuple) else (column,))]
    where = (text("root", "đơn vị gốc của cây", "the root unit"), number("year", "năm", "the year"))
    led = (((*_WHERE, *((column,) if column else ())), table) for column, table in links)
    return ExportTable(name, MEANINGS[name], (*where, *flat), (*_WHERE, *key), tuple(led))


_ILLUSTRATIVE = flag("illustrative", "có số liệu minh hoạ", "with illustrative figures")
_UNIT = text("unit", "đơn vị", "the unit")
_INDICATOR = text("indicator", "chỉ tiêu", "the indicator")
_POSITION = number("position", "thứ tự như trong tệp", "place in the order of the files")
_UNIT_AND_INDICATOR: tuple[tuple[str, TableName], ...] = (("unit", "units"), ("indicator", "indicators"))

TABLES: tuple[ExportTable, ...] = (
    _table(
        "exports",
        (),
        (
            number("format", "phiên bản của các bảng này", "version of these tables"),
            number("position", "thứ tự của cây trong không gian làm việc", "place of the tree in its workspace"),
            flag("compared", "có số liệu năm trước để so", "there are figures of the year before to compare with"),
            number("unread", "số tệp không đọc được, chưa tính", "files that could not be read"),
            number("left_out", "số báo cáo không cộng (nháp, bị trả, quá khoá)", "reports that are not added"),
            number("unused", "số liệu không dùng được", "figures that are not used"),
            text("dvk", "phiên bản dvk đã xuất", "the version of dvk that wrote it"),
            text("commit_id", "commit của git, nếu xuất bằng --at", "the commit of git, with --at", empty=True),
            _ILLUSTRATIVE,
        ),
        [("", "exports")][:0],
    ),
    _table(
        "units",
        ("unit",),
        (
            _UNIT,
            text("parent", "đơn vị trên trong cây của năm", "the unit above it in the year's tree", empty=True),
            _POSITION,
            number("depth", "cách gốc mấy cấp", "levels below the root"),
            text("name", "tên vào cuối năm", "its name at the end of the year"),
            text("line", "hệ thống", "its line"),
            text("level", "cấp", "its level", empty=True),
            text("kind", "loại đơn vị", "its kind", empty=True),
            text("opened", "ngày đầu (YYYY-MM-DD)", "its first day (YYYY-MM-DD)", empty=True),
            text("closed", "ngày cuối, tính cả ngày đó", "its last day, included", empty=True),
            flag("ended", "không còn vào ngày 31/12", "not open on 31 December"),
            flag("succeeded", "đứng dưới đơn vị kế thừa toàn bộ", "stands under the one unit that it all went to"),
            text("last_year_basis", "so với năm trước thế nào", "how it compares with the year before", empty=True),
            _ILLUSTRATIVE,
        ),
        (("", "exports"), ("parent", "units")),
    ),
    _table(
        "closure",
        ("ancestor", "unit"),
        (
            text("ancestor", "đơn vị trên, hoặc chính đơn vị", "a unit above it, or the unit itself"),
            _UNIT,
            number("ancestor_depth", "ancestor cách gốc mấy cấp", "levels of the ancestor below the root"),
            number("distance", "từ ancestor xuống mấy cấp; 0 là chính nó", "levels from the ancestor; 0 is itself"),
        ),
        (("ancestor", "units"), ("unit", "units")),
    ),
    _table(
        "events",
        ("event", "role", "unit"),
        (
            number("event", "số thứ tự trong năm", "number of the event in the year"),
            text("kind", "merge, split, rename, move, end", "merge, split, rename, move, end"),
            text("day", "ngày đầu của tình trạng mới", "first day of the new state"),
            text("role", "from: trước đó; into: sau đó", "from: what was before; into: what came of it"),
            text("unit", "đơn vị; có thể ở cây khác", "a unit; maybe of another tree"),
            text("decision", "số quyết định", "number of the decision", empty=True),
        ),
        (("", "exports"),),
    ),
    _table(
        "indicators",
        ("indicator",),
        (
            _INDICATOR,
            _POSITION,
            text("name", "tên", "its name in Vietnamese"),
            text("name_en", "tên tiếng Anh", "its name in English"),
            text("unit_of_measure", "đơn vị tính", "unit of measure"),
            text("type", "count, decimal, money, percent", "count, decimal, money, percent"),
            text("over_time", "gộp theo thời gian thế nào", "operator over time"),
            text("over_units", "gộp theo đơn vị thế nào", "operator over units"),
            text("numerator", "chỉ tiêu làm tử số, nếu là tỷ lệ", "of a ratio: what is above", empty=True),
            text("denominator", "chỉ tiêu làm mẫu số, nếu là tỷ lệ", "of a ratio: what is below", empty=True),
        ),
        (("", "exports"),),
    ),
    _table(
        "fields",
        ("field",),
        (
            text("field", "lĩnh vực", "the field"),
            _POSITION,
            text("name", "tên", "its name in Vietnamese"),
            text("name_en", "tên tiếng Anh", "its name in English"),
        ),
        (("", "exports"),),
    ),
    _table(
        "facts",
        ("unit", "indicator", "section", "period"),
        (
            _UNIT,
            _INDICATOR,
            text("section", "own: riêng đơn vị; consolidated: cả cấp dưới", "own, or consolidated: with those below"),
            text("period", "kỳ: 2021, 2021-H1, 2021-Q3, 2021-05", "the period: 2021, 2021-H1, 2021-Q3, 2021-05"),
            number("first_month", "tháng đầu, 1–12", "its first month, 1–12"),
            number("last_month", "tháng cuối, tính cả", "its last month, included"),
            text("state", "given, null (có lý do), missing", "given, null (with a reason), missing"),
            exact("value", "số liệu", "the figure"),
            text("reason", "lý do không có số", "why it is null", empty=True),
            flag("stands", "được chọn cho số cả năm", "chosen for the figure of the year"),
            flag("covers_predecessors", "tính cả đơn vị tiền thân", "speaks for its predecessors, too"),
            text("path", "tệp báo cáo", "the report", empty=True),
            text("field", "chỗ trong tệp", "where in the report", empty=True),
            _ILLUSTRATIVE,
        ),
        _UNIT_AND_INDICATOR,
    ),
    _table(
        "yearly",
        ("unit", "indicator"),
        (
            _UNIT,
            _INDICATOR,
            flag("expected", "đơn vị phải báo chỉ tiêu này", "the unit is expected to give it"),
            text("coverage", "whole, null, partial, stated_only, missing", "its own class, if expected", empty=True),
            text("basis", "stated, computed, null", "what the value stands on", empty=True),
            exact("value", "kết quả của đơn vị và cấp dưới", "the figure of the unit and those below"),
            exact("sum", "tổng các số được cộng", "sum of the figures that were added"),
            number("count", "số số liệu được cộng", "how many figures were added"),
            exact("numerator", "tử số, nếu là tỷ lệ", "of a ratio: the numerator"),
            exact("denominator", "mẫu số, nếu là tỷ lệ", "of a ratio: the denominator"),
            number("n", "số đơn vị đã có đủ", "n: units with a complete figure"),
            number("n_expected", "số đơn vị phải có (N)", "N: units expected to give it"),
            text("own_state", "whole, partial, null, absent", "whole, partial, null, absent"),
            exact("own", "số cả năm của riêng đơn vị", "the unit's own figure for the year"),
            exact("own_below", "mẫu số của riêng đơn vị, nếu là tỷ lệ", "of a ratio: the unit's own denominator"),
            text("own_missing", "những tháng còn thiếu", "months that are missing", empty=True),
            text("own_reason", "lý do không có số", "why it is null", empty=True),
            flag("own_covers", "số riêng tính cả đơn vị tiền thân", "its own figure covers predecessors"),
            text("stated_state", "của tổng đơn vị ghi: whole, partial …", "of the stated total: whole, partial …"),
            exact("stated", "tổng đơn vị ghi", "the stated total"),
            flag("stated_covers", "tổng ghi tính cả đơn vị tiền thân", "the stated total covers predecessors"),
            flag("stated_up", "tổng ghi thay số cộng lại", "the stated total goes up"),
            flag("comparable", "tổng ghi nói về đúng cây của năm", "the stated total is of the year's tree"),
            number("given", "số lần báo cáo trong năm", "figures given for the year"),
            exact("last_year", "số năm trước, nếu so được", "the figure of the year before, if comparable"),
            _ILLUSTRATIVE,
        ),
        _UNIT_AND_INDICATOR,
    ),
    _table(
        "contributions",
        ("unit", "indicator", "part", "from_depth"),
        (
            _UNIT,
            _INDICATOR,
            text(
                "part",
                "figure, numerator, denominator: số được cộng; còn lại: lớp của đơn vị",
                "figure, numerator, denominator: what is added; else: a class of the unit",
            ),
            text("basis", "own: số riêng; stated: tổng ghi", "own, or a stated total", empty=True),
            exact("value", "số được cộng", "what is added"),
            number("count", "1 nếu có số", "1 where there is a figure"),
            number("nulls", "1 nếu không có số, có lý do", "1 where it is null"),
            text("counts_up_to", "đơn vị cao nhất mà dòng này được tính", "the topmost unit in whose total it counts"),
            number("from_depth", "được tính từ cấp này (cách gốc)", "it counts from this depth"),
            number("up_to_depth", "lên đến cấp này; 0 là gốc", "up to this depth; 0 is the root"),
            number("place", "thứ tự khi kể tên", "order in which units are named"),
            _ILLUSTRATIVE,
        ),
        (*_UNIT_AND_INDICATOR, ("counts_up_to", "units")),
    ),
    _table(
        "targets",
        ("unit", "indicator", "position"),
        (
            _UNIT,
            _INDICATOR,
            number("position", "thứ tự", "order"),
            text("plan", "kế hoạch giao", "the plan that sets it"),
            text("kind", "total, own, each, per", "total, own, each, per"),
            text("bound", "at_least, about, exactly", "at_least, about, exactly"),
            exact("value", "mức giao ở đơn vị này", "what is to be reached here"),
            exact("upper", "đầu trên, nếu là khoảng", "upper end of a range"),
            exact("measured", "số đem so", "the figure compared with it"),
            flag("met", "đạt hay chưa", "whether it is reached", empty=True),
            number("reached", "mấy đơn vị đạt (each)", "of each: units that reached it", empty=True),
            number("members", "trên mấy đơn vị (each)", "of each: units that were to", empty=True),
            _ILLUSTRATIVE,
        ),
        _UNIT_AND_INDICATOR,
    ),
    _table(
        "models",
        ("model",),
        (
            text("model", "bản đăng ký và mã mô hình", "its registration and id"),
            _POSITION,
            text("name", "tên mô hình", "its name"),
            text("lead", "đơn vị chủ trì; có thể ở cây khác", "the lead; maybe of another tree"),
            text("lead_name", "tên đơn vị chủ trì", "the lead's name"),
            text("type", "collective, individual", "collective, individual"),
            text("field", "lĩnh vực", "its field", empty=True),
            flag("field_inferred", "lĩnh vực do suy ra", "the field is inferred"),
            text("inferred", "những khoá do suy ra", "keys that are inferred", empty=True),
            number("first_year", "năm đầu", "its first year"),
            number("last_year", "năm cuối", "its last year"),
            text("stage", "giai đoạn đã đạt", "the last stage reached"),
            flag("dropped", "bỏ trong năm", "dropped in the year"),
            flag("is_new", "mới trong năm", "new in the year"),
            number("budget", "kinh phí dự kiến, đồng", "budget in đồng", empty=True),
            text("budget_bound", "at_least, about, exactly", "at_least, about, exactly"),
            exact("spent", "đã chi trong năm, đồng", "spent in the year, in đồng"),
            _ILLUSTRATIVE,
        ),
        (("", "exports"),),
    ),
    _table(
        "model_units",
        ("model", "role", "unit"),
        (
            text("model", "mô hình", "the model"),
            text(
                "role",
                "owner: đứng tên; home: nơi được đếm trong cây của năm",
                "owner: who owns it; home: where it counts in the year's tree",
            ),
            text("unit", "đơn vị; owner có thể ở cây khác", "a unit; an owner maybe of another tree"),
            number("position", "thứ tự", "order"),
            _ILLUSTRATIVE,
        ),
        (("model", "models"),),
    ),
    _table(
        "model_figures",
        ("model", "role", "position"),
        (
            text("model", "mô hình", "the model"),
            text("role", "target: giao; result: kết quả năm", "target, or result of the year"),
            number("position", "thứ tự", "order"),
            text("indicator", "chỉ tiêu như đã ghi", "the indicator as written"),
            exact("value", "số", "the value"),
            exact("upper", "đầu trên, nếu là khoảng", "upper end of a range"),
            text("bound", "at_least, about, exactly", "at_least, about, exactly", empty=True),
            _ILLUSTRATIVE,
        ),
        (("model", "models"),),
    ),
)
"""Every table of an export, those first that others lead to."""
BY_NAME: dict[str, ExportTable] = {table.name: table for table in TABLES}
