"""The tables of the organisation: the tree of a year and its events."""

from dvk.exporting.tables.made_of import flag, number, table, text, word

_ILLUSTRATIVE = flag("illustrative", "có số liệu minh hoạ", "with illustrative figures")
_UNIT = text("unit", "đơn vị", "the unit")
_POSITION = number("position", "thứ tự như trong tệp", "place in the order of the files")

TREE = (
    table(
        "exports",
        (
            "một cây tổ chức trong một năm: xuất từ đâu, thiếu gì",
            "one organisation tree in one year: where it is from, what is not in it",
        ),
        (),
        (
            number("format", "phiên bản của các bảng này", "version of these tables"),
            number("position", "thứ tự của cây trong không gian làm việc", "place of the tree in its workspace"),
            flag("compared", "có số liệu năm trước để so", "there are figures of the year before to compare with"),
            number(
                "unread",
                "số tệp của cả không gian làm việc không đọc được",
                "files of the whole workspace that could not be read",
            ),
            number("left_out", "số báo cáo không cộng (nháp, bị trả, quá khoá)", "reports that are not added"),
            number("unused", "số liệu không dùng được", "figures that are not used"),
            text("dvk", "phiên bản dvk đã xuất", "the version of dvk that wrote it"),
            text("commit_id", "commit của git, nếu xuất bằng --at", "the commit of git, with --at", empty=True),
            _ILLUSTRATIVE,
        ),
    ),
    table(
        "units",
        (
            "một đơn vị trong cây của năm",
            "a unit of the year's tree",
        ),
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
            word(
                "last_year_basis",
                "same predecessors other_area not_comparable",
                "so với năm trước thế nào",
                "how it compares with the year before",
                empty=True,
            ),
            _ILLUSTRATIVE,
        ),
        parent="units",
    ),
    table(
        "closure",
        (
            "một đơn vị và một đơn vị trên nó (hoặc chính nó)",
            "a unit and one above it (or itself)",
        ),
        ("ancestor", "unit"),
        (
            text("ancestor", "đơn vị trên, hoặc chính đơn vị", "a unit above it, or the unit itself"),
            _UNIT,
            number("ancestor_depth", "ancestor cách gốc mấy cấp", "levels of the ancestor below the root"),
            number("distance", "từ ancestor xuống mấy cấp; 0 là chính nó", "levels from the ancestor; 0 is itself"),
        ),
        ancestor="units",
        unit="units",
    ),
    table(
        "events",
        (
            "một đơn vị trong một lần sáp nhập, chia tách, đổi tên, chuyển, kết thúc",
            "a unit in a merger, split, renaming, move or end",
        ),
        ("event", "role", "unit"),
        (
            number("event", "số thứ tự trong năm", "number of the event in the year"),
            word("kind", "merge split rename move end", "việc gì", "what happened"),
            text("day", "ngày đầu của tình trạng mới", "first day of the new state"),
            word("role", "from into", "from: trước đó; into: sau đó", "from: what was before; into: what came of it"),
            text("unit", "đơn vị; có thể ở cây khác", "a unit; maybe of another tree"),
            text("decision", "số quyết định", "number of the decision", empty=True),
        ),
    ),
)
