"""The tables of figures: the catalogue, what was reported, what it gives for the year, and the targets."""

from dvk.exporting.tables.made_of import exact, flag, number, table, text, word

_ILLUSTRATIVE = flag("illustrative", "có số liệu minh hoạ", "with illustrative figures")
_UNIT = text("unit", "đơn vị", "the unit")
_INDICATOR = text("indicator", "chỉ tiêu", "the indicator")
_POSITION = number("position", "thứ tự như trong tệp", "place in the order of the files")

FIGURES = (
    table(
        "indicators",
        (
            "một chỉ tiêu của danh mục",
            "an indicator of the catalogue",
        ),
        ("indicator",),
        (
            _INDICATOR,
            _POSITION,
            text("name", "tên", "its name in Vietnamese"),
            text("name_en", "tên tiếng Anh", "its name in English"),
            text("unit_of_measure", "đơn vị tính", "unit of measure"),
            word("type", "count decimal money percent", "loại số", "form of its figures"),
            word("over_time", "sum last average max none", "gộp theo thời gian thế nào", "operator over time"),
            word("over_units", "sum average max none", "gộp theo đơn vị thế nào", "operator over units"),
            text("numerator", "chỉ tiêu làm tử số, nếu là tỷ lệ", "of a ratio: what is above", empty=True),
            text("denominator", "chỉ tiêu làm mẫu số, nếu là tỷ lệ", "of a ratio: what is below", empty=True),
        ),
    ),
    table(
        "fields",
        (
            "một lĩnh vực",
            "a field",
        ),
        ("field",),
        (
            text("field", "lĩnh vực", "the field"),
            _POSITION,
            text("name", "tên", "its name in Vietnamese"),
            text("name_en", "tên tiếng Anh", "its name in English"),
        ),
    ),
    table(
        "facts",
        (
            "một số liệu: một đơn vị, một chỉ tiêu, một kỳ; cả số không có (null) và số còn thiếu (missing)",
            "a figure: one unit, indicator and period; nulls and what is missing, too",
        ),
        ("unit", "indicator", "section", "period"),
        (
            _UNIT,
            _INDICATOR,
            word("section", "own consolidated", "riêng đơn vị, hoặc cả cấp dưới", "its own, or with those below"),
            text("period", "kỳ: 2021, 2021-H1, 2021-Q3, 2021-05", "the period: 2021, 2021-H1, 2021-Q3, 2021-05"),
            number("first_month", "tháng đầu, 1–12", "its first month, 1–12"),
            number("last_month", "tháng cuối, tính cả", "its last month, included"),
            word(
                "state", "given null missing", "có số; không có, có lý do; thiếu", "given; null with a reason; missing"
            ),
            exact("value", "số liệu", "the figure"),
            text("reason", "lý do không có số", "why it is null", empty=True),
            flag("stands", "được chọn cho số cả năm", "chosen for the figure of the year"),
            flag("covers_predecessors", "tính cả đơn vị tiền thân", "speaks for its predecessors, too"),
            text("path", "tệp báo cáo", "the report", empty=True),
            text("field", "chỗ trong tệp", "where in the report", empty=True),
            _ILLUSTRATIVE,
        ),
        unit="units",
        indicator="indicators",
    ),
    table(
        "yearly",
        (
            "kết quả cả năm của một đơn vị và một chỉ tiêu, mọi quy tắc đã áp dụng",
            "the year of one unit and indicator, all rules applied",
        ),
        ("unit", "indicator"),
        (
            _UNIT,
            _INDICATOR,
            flag("expected", "đơn vị phải báo chỉ tiêu này", "the unit is expected to give it"),
            word(
                "coverage",
                "whole null partial missing",
                "lớp của chính đơn vị, nếu phải báo",
                "its own class, if it is expected",
                empty=True,
            ),
            word("basis", "stated computed null", "kết quả dựa vào đâu", "what the value stands on", empty=True),
            exact("value", "kết quả của đơn vị và cấp dưới", "the figure of the unit and those below"),
            exact("sum", "tổng các số được cộng", "sum of the figures that were added"),
            number("count", "số số liệu được cộng", "how many figures were added"),
            exact("numerator", "tử số, nếu là tỷ lệ", "of a ratio: the numerator"),
            exact("denominator", "mẫu số, nếu là tỷ lệ", "of a ratio: the denominator"),
            number("n", "số đơn vị đã có đủ", "n: units with a complete figure"),
            number("n_expected", "số đơn vị phải có (N)", "N: units expected to give it"),
            word(
                "own_state",
                "whole partial null absent",
                "số riêng: đủ năm, một phần, không có, chưa báo",
                "whether its own figure is for the whole year",
            ),
            exact("own", "số cả năm của riêng đơn vị", "the unit's own figure for the year"),
            exact("own_below", "mẫu số của riêng đơn vị, nếu là tỷ lệ", "of a ratio: the unit's own denominator"),
            text("own_missing", "những tháng còn thiếu", "months that are missing", empty=True),
            text("own_reason", "lý do không có số", "why it is null", empty=True),
            flag("own_covers", "số riêng tính cả đơn vị tiền thân", "its own figure covers predecessors"),
            word(
                "stated_state", "whole partial null absent", "tổng đơn vị ghi: cũng vậy", "the same of the stated total"
            ),
            exact("stated", "tổng đơn vị ghi", "the stated total"),
            flag("stated_covers", "tổng ghi tính cả đơn vị tiền thân", "the stated total covers predecessors"),
            flag("stated_up", "tổng ghi thay số cộng lại", "the stated total goes up"),
            flag("comparable", "tổng ghi nói về đúng cây của năm", "the stated total is of the year's tree"),
            number("given", "số lần báo cáo trong năm", "figures given for the year"),
            exact("last_year", "số năm trước, nếu so được", "the figure of the year before, if comparable"),
            _ILLUSTRATIVE,
        ),
        unit="units",
        indicator="indicators",
    ),
    table(
        "contributions",
        (
            "một phần cộng vào các tổng: từ đơn vị nào, lên đến đơn vị nào",
            "a part of totals: of which unit, and up to which unit it counts",
        ),
        ("unit", "indicator", "part", "from_depth"),
        (
            _UNIT,
            _INDICATOR,
            word(
                "part",
                "figure numerator denominator whole null partial stated_only missing "
                "no_numerator no_denominator zero_denominator",
                "số được cộng (ba từ đầu), hoặc lớp của đơn vị",
                "what is added (the first three), or the class of a unit",
            ),
            word("basis", "own stated", "số riêng hay tổng ghi", "its own figure or a stated total", empty=True),
            exact("value", "số được cộng", "what is added"),
            number("count", "1 nếu có số", "1 where there is a figure"),
            number("nulls", "1 nếu không có số, có lý do", "1 where it is null"),
            text("counts_up_to", "đơn vị cao nhất mà dòng này được tính", "the topmost unit in whose total it counts"),
            number("from_depth", "được tính từ cấp này (cách gốc)", "it counts from this depth"),
            number("up_to_depth", "lên đến cấp này; 0 là gốc", "up to this depth; 0 is the root"),
            number("place", "thứ tự khi kể tên", "order in which units are named"),
            _ILLUSTRATIVE,
        ),
        unit="units",
        indicator="indicators",
        counts_up_to="units",
    ),
    table(
        "targets",
        (
            "một mức giao đo ở một đơn vị",
            "a target measured in a unit",
        ),
        ("unit", "indicator", "position"),
        (
            _UNIT,
            _INDICATOR,
            number("position", "thứ tự", "order"),
            text("plan", "kế hoạch giao", "the plan that sets it"),
            word(
                "kind",
                "total own each per",
                "giao cho cả hệ thống, riêng, mỗi đơn vị, theo số đơn vị",
                "kind of target",
            ),
            word("bound", "at_least about exactly", "ít nhất, khoảng, đúng", "bound"),
            exact("value", "mức giao ở đơn vị này", "what is to be reached here"),
            exact("upper", "đầu trên, nếu là khoảng", "upper end of a range"),
            exact("measured", "số đem so", "the figure compared with it"),
            flag("met", "đạt hay chưa", "whether it is reached", empty=True),
            number("reached", "mấy đơn vị đạt (each)", "of each: units that reached it", empty=True),
            number("members", "trên mấy đơn vị (each)", "of each: units that were to", empty=True),
            _ILLUSTRATIVE,
        ),
        unit="units",
        indicator="indicators",
    ),
)
