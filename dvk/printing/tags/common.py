"""What every template has."""

from dvk.printing.tags.tag import Tag

COMMON: tuple[Tag, ...] = (
    Tag("loai", "Kế hoạch, Hướng dẫn, Báo cáo …", "type of document"),
    Tag("trich_yeu", "trích yếu", "subject"),
    Tag("don_vi", "đơn vị ban hành, tên trong ngày của văn bản", "issuer, its name on the day"),
    Tag(
        "don_vi_dau_trang",
        "tên đơn vị in ở đầu văn bản (`letterhead`), nếu khác",
        "what the head of the paper calls it",
    ),
    Tag("cap_tren", "đơn vị cấp trên", "the unit above"),
    Tag("tieu_de", "ĐOÀN TNCS HỒ CHÍ MINH, hoặc Quốc hiệu", "heading on the right, by the unit's line"),
    Tag("tieu_ngu", "Tiêu ngữ, nếu có", "motto"),
    Tag("gach_trai", "dấu dưới tên đơn vị, như ***; trống nếu là gạch hay không có gì", "sign below the issuer"),
    Tag("gach_phai", "dấu dưới tiêu đề; trống nếu là gạch hay không có gì", "sign below the heading"),
    Tag("so_ky_hieu", "Số: 382-KH/TĐTN-TCKT; bản nháp để trống số", "number; blank in drafts"),
    Tag("noi_ngay", "Trà Vinh, ngày 22 tháng 6 năm 2021", "place and day"),
    Tag("ky_han", "năm 2021; 6 tháng đầu năm 2021; quý I năm 2021", "period"),
    Tag(
        "can_cu",
        "danh sách căn cứ, đủ dấu câu: Căn cứ Kế hoạch số … ngày … của … về …",
        "legal bases, a line each",
        "lines",
    ),
    Tag("noi_nhan", "danh sách nơi nhận, đủ dấu câu", "recipients, a line each", "lines"),
    Tag("dau_het", "dấu kết thúc văn bản: ./.", "the sign at the end of the text"),
    Tag("chu_ky", "người ký", "signatory", "mapping"),
    Tag("chu_ky.tham_quyen", "TM. Ban Thường vụ …", "on whose behalf"),
    Tag("chu_ky.chuc_vu", "chức vụ", "post"),
    Tag("chu_ky.ho_ten", "họ tên", "name"),
    Tag("du_thao", "bản nháp", "it is a draft", "flag"),
    Tag("thu_hoi", "đã rút", "it was withdrawn", "flag"),
    Tag("minh_hoa", "có số liệu minh hoạ", "something in it is illustrative", "flag"),
)
