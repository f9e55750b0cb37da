"""What ``exemplars.docx`` may print."""

from dvk.printing.tags.tag import Tag

EXEMPLARS: tuple[Tag, ...] = (
    Tag("so_mo_hinh", "số mô hình", "number of models"),
    Tag("mo_hinh_theo_linh_vuc", "mô hình theo lĩnh vực", "models by field", "rows"),
    Tag("mo_hinh_theo_linh_vuc[].ten", "lĩnh vực", "field"),
    Tag("mo_hinh_theo_linh_vuc[].so", "số mô hình", "number"),
    Tag("mo_hinh_theo_linh_vuc[].mo_hinh", "các mô hình", "models", "rows"),
    Tag("mo_hinh_theo_linh_vuc[].mo_hinh[].tt", "số thứ tự", "number in the list", "number"),
    Tag("mo_hinh_theo_linh_vuc[].mo_hinh[].ten", "tên", "name"),
    Tag("mo_hinh_theo_linh_vuc[].mo_hinh[].don_vi", "đơn vị chủ trì, cùng làm", "owners"),
    Tag(
        "mo_hinh_theo_linh_vuc[].mo_hinh[].giai_doan",
        "công nhận, điển hình, khen thưởng",
        "the highest stage of the year",
    ),
    Tag("mo_hinh_theo_linh_vuc[].mo_hinh[].cap", "cấp công nhận", "level"),
    Tag(
        "mo_hinh_theo_linh_vuc[].mo_hinh[].quyet_dinh",
        "danh sách quyết định: số, ngày",
        "decisions, number and day",
        "lines",
    ),
    Tag(
        "mo_hinh_theo_linh_vuc[].mo_hinh[].linh_vuc_suy_ra",
        "lĩnh vực do người nhập xếp",
        "the field is inferred",
        "flag",
    ),
    Tag("mo_hinh_theo_linh_vuc[].mo_hinh[].minh_hoa", "minh hoạ", "illustrative", "flag"),
    Tag("suy_ra", "có lĩnh vực do người nhập xếp", "a field is inferred", "flag"),
    Tag("so_tap_the", "số tập thể", "number of collectives"),
    Tag(
        "tap_the", "tập thể điển hình; cùng các thẻ như `ca_nhan`", "collectives, as `ca_nhan`", "rows", like="ca_nhan"
    ),
    Tag("so_ca_nhan", "số cá nhân", "number of individuals"),
    Tag("ca_nhan", "cá nhân điển hình", "individuals", "rows"),
    Tag("ca_nhan[].tt", "số thứ tự", "number in the list", "number"),
    Tag("ca_nhan[].ten", "họ tên", "name"),
    Tag("ca_nhan[].chuc_vu", "chức vụ", "post"),
    Tag(
        "ca_nhan[].don_vi",
        "đơn vị của người hay tập thể đó; không ghi thì đơn vị báo cáo",
        "their unit, else that of the report",
    ),
    Tag("ca_nhan[].don_vi_bao_cao", "đơn vị báo cáo", "the unit that reports"),
    Tag("ca_nhan[].linh_vuc", "lĩnh vực", "field"),
    Tag("ca_nhan[].tieu_chi", "danh sách tiêu chí, thành tích", "criteria, a line each", "lines"),
    Tag("ca_nhan[].binh_xet", "cách bình xét", "how they were chosen"),
    Tag("ca_nhan[].mo_hinh", "mô hình", "model"),
    Tag("ca_nhan[].nhan_tu", "nhân rộng từ", "replicated from"),
    Tag("ca_nhan[].cap", "cấp công nhận", "level"),
    Tag("ca_nhan[].quyet_dinh", "quyết định: số, ngày", "decision, number and day"),
    Tag("ca_nhan[].minh_hoa", "minh hoạ", "illustrative", "flag"),
)
