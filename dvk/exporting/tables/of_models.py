"""The tables of models."""

from dvk.exporting.tables.made_of import exact, flag, number, table, text, word

_ILLUSTRATIVE = flag("illustrative", "có số liệu minh hoạ", "with illustrative figures")
_POSITION = number("position", "thứ tự như trong tệp", "place in the order of the files")

OF_MODELS = (
    table(
        "models",
        (
            "một mô hình tính trong năm",
            "a model of the year",
        ),
        ("model",),
        (
            text("model", "bản đăng ký và mã mô hình", "its registration and id"),
            _POSITION,
            text("name", "tên mô hình", "its name"),
            text("lead", "đơn vị chủ trì; có thể ở cây khác", "the lead; maybe of another tree"),
            text("lead_name", "tên đơn vị chủ trì", "the lead's name"),
            word("type", "collective individual", "tập thể, cá nhân", "collective or individual"),
            text("field", "lĩnh vực", "its field", empty=True),
            flag("field_inferred", "lĩnh vực do suy ra", "the field is inferred"),
            text("inferred", "những khoá do suy ra", "keys that are inferred", empty=True),
            number("first_year", "năm đầu", "its first year"),
            number("last_year", "năm cuối", "its last year"),
            word(
                "stage",
                "registered carried_out recognised typical rewarded",
                "giai đoạn đã đạt",
                "the last stage reached",
            ),
            flag("dropped", "bỏ trong năm", "dropped in the year"),
            flag("is_new", "mới trong năm", "new in the year"),
            number("budget", "kinh phí dự kiến, đồng", "budget in đồng", empty=True),
            word("budget_bound", "at_least about exactly", "ít nhất, khoảng, đúng", "bound of the budget"),
            exact("spent", "đã chi trong năm, đồng", "spent in the year, in đồng"),
            _ILLUSTRATIVE,
        ),
    ),
    table(
        "model_units",
        (
            "một đơn vị của một mô hình",
            "a unit of a model",
        ),
        ("model", "role", "unit"),
        (
            text("model", "mô hình", "the model"),
            word(
                "role",
                "owner home",
                "đứng tên; hoặc nơi được đếm trong cây của năm",
                "who owns it; or where it counts in the year's tree",
            ),
            text("unit", "đơn vị; owner có thể ở cây khác", "a unit; an owner maybe of another tree"),
            number("position", "thứ tự", "order"),
            _ILLUSTRATIVE,
        ),
        model="models",
    ),
    table(
        "model_figures",
        (
            "một mức giao hoặc kết quả của một mô hình",
            "a target or result of a model",
        ),
        ("model", "role", "position"),
        (
            text("model", "mô hình", "the model"),
            word("role", "target result", "giao, hoặc kết quả năm", "target, or result of the year"),
            number("position", "thứ tự", "order"),
            text("indicator", "chỉ tiêu như đã ghi", "the indicator as written"),
            exact("value", "số", "the value"),
            exact("upper", "đầu trên, nếu là khoảng", "upper end of a range"),
            word("bound", "at_least about exactly", "ít nhất, khoảng, đúng", "bound", empty=True),
            _ILLUSTRATIVE,
        ),
        model="models",
    ),
)
