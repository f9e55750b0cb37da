"""What ``exemplars.docx`` may print."""

from dvk.printing.tags.models_by_field import A_FIELD_INFERRED, FIELD_INFERRED, MODELS_BY_FIELD, NUMBER_OF_MODELS
from dvk.printing.tags.tag import Tag

EXEMPLARS: tuple[Tag, ...] = (
    NUMBER_OF_MODELS,
    *MODELS_BY_FIELD,
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
    FIELD_INFERRED,
    Tag("mo_hinh_theo_linh_vuc[].mo_hinh[].minh_hoa", "minh hoạ", "illustrative", "flag"),
    A_FIELD_INFERRED,
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
