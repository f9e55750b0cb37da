"""What every key of every kind of document means, for editors and for docs/files.md; one file a family of kinds."""

from dvk.messages import Phrase
from dvk.messages.of_keys.choices import ALSO_CALLED, CHOICES, FORMS, SPELLINGS
from dvk.messages.of_keys.filings import REGISTRATION, REPORT, STORY
from dvk.messages.of_keys.organisation import ORGANISATION
from dvk.messages.of_keys.plan import PLAN
from dvk.messages.of_keys.profile import PROFILE

__all__ = ["ALSO_CALLED", "CHOICES", "FORMS", "KEYS", "KIND_NAMES", "SPELLINGS"]

KEYS: dict[str, Phrase] = ORGANISATION | PLAN | REGISTRATION | REPORT | STORY | PROFILE
"""Kind and keys, ``plan.obligations.before`` → what the key means."""

KIND_NAMES: dict[str, Phrase] = {
    "settings": Phrase("Quy ước của không gian làm việc", "Policy of a workspace"),
    "units": Phrase("Tổ chức: đơn vị và sự kiện", "Units and events"),
    "indicators": Phrase("Danh mục chỉ tiêu", "Catalogue of indicators"),
    "holidays": Phrase("Ngày nghỉ, ngày làm bù", "Days off and days worked"),
    "plan": Phrase("Kế hoạch", "Plan"),
    "registration": Phrase("Đăng ký mô hình", "Registration of models"),
    "report": Phrase("Báo cáo", "Report"),
    "story": Phrase("Bài viết", "Story"),
    "profile": Phrase("Thể thức in", "Format profile"),
}
"""Kind of document → what it is called."""
