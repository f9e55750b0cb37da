"""Tags of the lists of models by field, the same in every template that has one."""

from dvk.printing.tags.tag import Tag

NUMBER_OF_MODELS = Tag("so_mo_hinh", "số mô hình", "number of models")
MODELS_BY_FIELD: tuple[Tag, ...] = (
    Tag("mo_hinh_theo_linh_vuc", "mô hình theo lĩnh vực", "models by field", "rows"),
    Tag("mo_hinh_theo_linh_vuc[].ten", "lĩnh vực", "field"),
    Tag("mo_hinh_theo_linh_vuc[].so", "số mô hình", "number"),
    Tag("mo_hinh_theo_linh_vuc[].mo_hinh", "các mô hình", "models", "rows"),
    Tag("mo_hinh_theo_linh_vuc[].mo_hinh[].tt", "số thứ tự", "number in the list", "number"),
    Tag("mo_hinh_theo_linh_vuc[].mo_hinh[].ten", "tên", "name"),
)
FIELD_INFERRED = Tag(
    "mo_hinh_theo_linh_vuc[].mo_hinh[].linh_vuc_suy_ra",
    "lĩnh vực do người nhập xếp",
    "the field is inferred",
    "flag",
)
A_FIELD_INFERRED = Tag("suy_ra", "có lĩnh vực do người nhập xếp", "a field is inferred", "flag")
