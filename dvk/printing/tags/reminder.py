"""What ``reminder.docx`` may print."""

from dvk.printing.tags.tag import Tag

REMINDER: tuple[Tag, ...] = (
    Tag("rieng", "gửi riêng một đơn vị", "it goes to one unit", "flag"),
    Tag(
        "kinh_gui",
        "danh sách nơi gửi; nhiều đơn vị thì một dòng: các đơn vị có tên trong danh sách",
        "addressees",
        "lines",
    ),
    Tag("theo", "danh sách kế hoạch làm căn cứ", "the plans that ask", "lines"),
    Tag("tinh_den", "ngày tính: 20/11/2021", "the day whose end it speaks of"),
    Tag("so_don_vi", "số đơn vị quá hạn", "how many units are late"),
    Tag("gia_han", "ngày mới phải gửi (`--by`); trống nếu không định", "a new day, if one is set"),
    Tag("qua_han", "văn bản quá hạn, theo thứ tự hạn", "what is overdue, by last day", "rows"),
    Tag("qua_han[].tt", "số thứ tự", "number in the list", "number"),
    Tag("qua_han[].ten", "Báo cáo 6 tháng đầu năm 2021", "what, for which period"),
    Tag("qua_han[].theo", "Kế hoạch số … ngày … của …", "the plan that asks"),
    Tag("qua_han[].han", "trước ngày 05/11/2021; trống nếu hạn tính từ mốc khác", "the day as the plan puts it"),
    Tag("qua_han[].kenh", "qua Ban Tuyên giáo; e-mail …", "channel"),
    Tag("qua_han[].so", "số đơn vị", "how many units"),
    Tag("qua_han[].don_vi", "các đơn vị", "the units", "rows"),
    Tag("qua_han[].don_vi[].tt", "số thứ tự", "number in the list", "number"),
    Tag("qua_han[].don_vi[].ten", "tên đơn vị", "name"),
    Tag("qua_han[].don_vi[].han", "ngày cuối cùng còn kịp: 04/11/2021", "the last day in time"),
    Tag("qua_han[].don_vi[].so_ngay", "số ngày quá hạn", "days late"),
    Tag("qua_han[].don_vi[].ghi_chu", "đã gia hạn đến …; đã trả lại, chưa gửi lại", "more time, sent back"),
    Tag(
        "sap_den_han",
        "văn bản sắp đến hạn (`--soon`); cùng các thẻ như `qua_han`, `so_ngay` là số ngày còn lại",
        "due soon, as `qua_han`",
        "rows",
        like="qua_han",
    ),
)
