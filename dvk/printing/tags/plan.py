"""What ``plan.docx`` may print."""

from dvk.printing.tags.tag import Tag

PLAN: tuple[Tag, ...] = (
    Tag("chuong_trinh", "tên phong trào", "programme"),
    Tag("noi_dung", "nội dung (`text`)", "body", "prose"),
    Tag("chi_tieu", "các chỉ tiêu giao", "targets", "rows"),
    Tag("chi_tieu[].tt", "số thứ tự", "number in the list", "number"),
    Tag("chi_tieu[].ten", "tên chỉ tiêu", "indicator"),
    Tag(
        "chi_tieu[].muc",
        "ít nhất 90; khoảng 150; đúng 90; từ 1 đến 2; 90 nếu kế hoạch không ghi mức chặn",
        "value with its bound",
    ),
    Tag("chi_tieu[].don_vi_tinh", "đơn vị tính", "unit of measure"),
    Tag("chi_tieu[].pham_vi", "toàn hệ thống của …; phần việc của …; mỗi đơn vị …", "for whom"),
    Tag("chi_tieu[].nam", "năm 2021; hằng năm; trống: năm của kế hoạch", "year, where it is said"),
    Tag("chi_tieu[].nguyen_van", "câu của nguồn", "words of the source"),
    Tag("phan_cong", "việc, gom theo ban hoặc cấp", "tasks by department or level", "rows"),
    Tag("phan_cong[].ten", "tên ban (bộ phận thường trực), hoặc cấp", "who"),
    Tag("phan_cong[].viec", "danh sách việc", "what", "lines"),
    Tag("viec_phai_nop", "kế hoạch, đăng ký, báo cáo phải nộp", "obligations", "rows"),
    Tag("viec_phai_nop[].tt", "số thứ tự", "number in the list", "number"),
    Tag("viec_phai_nop[].ten", "tên văn bản phải nộp", "what"),
    Tag(
        "viec_phai_nop[].loai",
        "kế hoạch, đăng ký mô hình, báo cáo; trống nếu tên đã bắt đầu như vậy",
        "kind, where the name does not tell",
    ),
    Tag("viec_phai_nop[].don_vi", "cấp huyện; cấp xã (phường, thị trấn)", "who owes it"),
    Tag("viec_phai_nop[].ky_han", "năm 2021; 6 tháng đầu hằng năm", "period"),
    Tag("viec_phai_nop[].han", "trước ngày 05/11/2020; chậm nhất ngày …; lồng ghép trong …", "by when"),
    Tag("viec_phai_nop[].noi_gui", "qua Ban Tuyên giáo; e-mail; địa chỉ: …", "channel"),
    Tag("viec_phai_nop[].so_lieu", "danh sách chỉ tiêu phải báo cáo riêng", "its own indicators", "lines"),
    Tag(
        "viec_phai_nop[].chi_tiet",
        "chốt số liệu, khoá sổ, miễn, gia hạn, mở khoá: mỗi thứ một câu",
        "cut-off, lock, exceptions, extensions",
        "lines",
    ),
    Tag("viec_phai_nop[].nguyen_van", "câu của nguồn", "words of the source"),
    Tag("so_lieu", "danh sách chỉ tiêu phải báo cáo", "indicators that reports give", "lines"),
    Tag("moc", "các mốc thời gian", "dated events", "rows"),
    Tag("moc[].ten", "tên", "name"),
    Tag("moc[].ngay", "ngày", "day"),
    Tag("hieu_luc", "các câu: có hiệu lực từ, thực hiện đến, thay thế", "when it holds, what it replaces", "lines"),
)
