"""Words around a day that make it a deadline, and words that make it none."""

import re

_LETTER = r"[^\W\d_]"
_FILLER = r"(?:\s|:|,|\(|lúc|vào|là|trong|các|ngày|thời điểm|đến|hết|cuối|muộn nhất|chậm nhất)*"
BEFORE = re.compile(rf"(?<!{_LETTER})trước{_FILLER}$", re.IGNORECASE)
BY = re.compile(
    rf"(?<!{_LETTER})(?:chậm nhất|muộn nhất|trễ nhất|không quá|không muộn hơn|đến hết|hết|trong(?=\s*$|\s+ngày)"
    rf"|(?:thời\s)?hạn(?:\s+(?:cuối(?:\s+cùng)?|chót))?(?:\s+(?:gửi|nộp|báo cáo|đăng ký|xây dựng)[^,.;:]{{0,40}})?"
    rf"|thời gian(?:\s+(?:gửi|nộp|báo cáo|đăng ký)[^,.;:]{{0,40}})?(?=\s*(?::|là|đến|chậm|trước))){_FILLER}$",
    re.IGNORECASE,
)
UNTIL = re.compile(rf"(?<!{_LETTER})đến(?:\s+hết)?(?:\s+ngày)?\s*$", re.IGNORECASE)
ON = re.compile(rf"(?<!{_LETTER})(?:vào|trong|là|:)\s*(?:các\s+)?(?:ngày\s*)?$", re.IGNORECASE)
NEXT = re.compile(
    r"\s*(?:\([^()]{0,60}\)|đối với [^,;.]{0,50}?|cho [^,;.]{0,40}?|hằng năm|hàng năm|\[[^\[\]]{0,40}\])?\s*(?:và"
    r"|,|&|hoặc)"
    r"\s*(?:(?:trước|chậm nhất)\s+)?(?:ngày\s*)?",
    re.IGNORECASE,
)
CITED = re.compile(
    r"(?:[0-9]\s*[-–/]\s*[^\W\d]\w{0,11}[\w&.]*\s*(?:[-–/]\s*\w[\w&.-]*)?|(?:công văn|kế hoạch|quyết định"
    r"|nghị quyết|hướng dẫn|chỉ thị|"
    r"thông báo|kết luận|công điện|thông tri|văn bản)(?:\s+số)?(?:\s+[0-9]+)?"
    r"|\b(?:(?<!pháp )luật|pháp lệnh|hiến pháp|nghị định|thông tư)\b(?:(?!\b(?:trước|chậm|muộn|hạn|về|gửi|nộp|đến|từ"
    r"|trong|vào|báo cáo|qua|hết|kỷ niệm|hưởng ứng|chào mừng|là|tổ chức|đăng ký|lúc)\b)[^,.;:(·]){0,80})"
    r"\s*[,(]?\s*(?:ký\s+|ban hành\s+)?$",
    re.IGNORECASE,
)
REPLACED = re.compile(r"(?:thay thế|thay cho|bãi bỏ|hủy bỏ)\b[^.;]{0,80}$", re.IGNORECASE)
EXTENDED = re.compile(
    r"(?:gia hạn|lùi (?:thời )?hạn|lùi thời gian|kéo dài (?:thời )?(?:hạn|gian)|điều chỉnh (?:thời )?hạn)\b"
    r"[^.;]{0,120}$",
    re.IGNORECASE,
)
SPAN = re.compile(r"từ(?:\s+ngày)?\s*$", re.IGNORECASE)
VALID = re.compile(
    r"(?:hiệu lực|áp dụng|thi hành|thực hiện|kể)\s+(?:thi hành\s+)?(?:kể\s+)?từ(?:\s+ngày)?\s*$", re.IGNORECASE
)
FEAST = re.compile(
    r"(?:chào mừng|kỷ niệm|dịp|nhân|lễ|thành lập|truyền thống|sinh nhật|ngày sinh|hưởng ứng|đợt|phong trào|mừng"
    r"|hướng tới"
    r"|ngày hội|giỗ|năm ngày|giải phóng|toàn dân|tết)\b[^;:]{0,60}$",
    re.IGNORECASE,
)
MEETING = re.compile(
    r"(?:tổ chức|hội nghị|họp|khai mạc|bế mạc|diễn ra|lễ|hội thi|hội thảo|đại hội|tọa đàm|tập huấn|ra quân"
    r"|giao ban|dự|kiểm tra|"
    r"chấm|phúc khảo|trao giải|phát động|gặp mặt|sinh hoạt|khởi công|khánh thành|bàn giao|tổng duyệt|công bố"
    r"|biểu diễn|chung kết"
    r"|bầu cử|thời gian tổ chức|kỳ họp)\b[^;]{0,70}$",
    re.IGNORECASE,
)
CUT_OFF = re.compile(
    r"(?:số liệu|mốc(?: thời gian)?|chốt|tính|lấy)\b[^.;]{0,40}?\b(?:đến|tới)(?:\s+hết)?(?:\s+ngày)?\s*$"
    r"|(?:chốt|mốc|ngày tính)(?: lấy)? số liệu\b[^.;]{0,40}?(?::|\blà|\bvào)\s*(?:ngày\s*)?$",
    re.IGNORECASE,
)
CUT_ALONE = re.compile(
    r"^[\s\-–+*•]*(?:ngày |thời điểm |thời gian )?(?:chốt|mốc|tính)(?: lấy)? số liệu\b(?![^.;]{0,120}\b(?:gửi|nộp)\b)",
    re.IGNORECASE,
)
PAST = re.compile(
    r"(?:\b(?:đã|từng|vừa)\s+(?:được\s+)?(?:gửi|nộp|trình|tiếp nhận|chuyển|hoàn tất)\b"
    r"(?:\s+(?:các\s+)?(?:báo cáo|đăng ký|kế hoạch))?"
    r"(?:(?!\b(?:thì|báo cáo|đăng ký|đề nghị|yêu cầu|phải)\b)[^,.;()]){0,40}"
    r"|\b(?:đã|được|từng|vừa)\s+(?:được\s+)?(?:đăng ký|ban hành|thành lập|công nhận|ra mắt|hoàn thành|xây dựng"
    r"|kết nạp"
    r"|khen thưởng|phê duyệt|cấp|bàn giao|nhận|tổ chức|ký|có|bổ nhiệm|tuyển dụng|khởi công|xảy ra)\b[^,.;]{0,40}"
    r"|\b(?:ban hành|ký|sinh|thành lập|phát hành|xảy ra|phát sinh|kết nạp|bổ nhiệm|công nhận|tuyển dụng|khởi công"
    r"|nhận bàn giao|đưa vào sử dụng|tồn đọng|diễn ra))\s*$",
    re.IGNORECASE,
)
TOLD = re.compile(r"\b(?:đã|từng|vừa)\b[^,.;()]{1,70}$", re.IGNORECASE)
OTHER_WORK = re.compile(
    r"(?:,|;|\bvà\b|\bđồng thời\b|\brồi\b|\bsau đó\b|\bđể\b)\s+(?:chỉ đạo\s+)?(?:tổ chức|khai mạc|phát động"
    r"|ra quân|khởi công|"
    r"khánh thành|tham dự|dự\b|tham gia|chấm|trao|tặng|họp|bàn giao|tuyên truyền|treo|trồng|thăm|kiểm tra|tập huấn"
    r"|chuẩn bị"
    r"|hoàn thành (?:việc )?(?!báo cáo|đăng ký|kế hoạch)(?:các )?(?:công trình|nhà|chỉ tiêu|đại hội|tuyến))",
    re.IGNORECASE,
)
RECIPIENT = re.compile(
    r"\b(?:gửi|nộp)\b|\bqua\b|\bemail\b|\be-mail\b|\bvề\s+(?:các\s+)?(?:ban|btv|tỉnh|huyện|thành|thị|đoàn|ủy ban"
    r"|ub|văn phòng|vp"
    r"|cơ quan|thường trực|hội|mặt trận|mttq|trung ương|địa chỉ|bch|bộ phận|phòng|tổ|xã|phường|trung tâm|trên"
    r"|cấp trên|đây)",
    re.IGNORECASE,
)
AT_START = re.compile(
    r"^[\s\-–+*•]*(?:(?:định kỳ|hằng năm|hàng năm|chậm nhất|riêng|đề nghị|yêu cầu|thời hạn|thời gian|trước|đến|hết|là|"
    r"vào|trong|ngày|các đơn vị|các đồng chí|từ|nay|và|(?:[0-9]{1,2}|sáu|một) (?:tháng|năm)(?: đầu năm)?|quý [ivx1-4]+"
    r"|[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{4})?|[()])[\s,:]*)*$",
    re.IGNORECASE,
)
WORKS = re.compile(
    r"(?:công trình|phần việc|nhà|tuyến đường|đại hội|chỉ tiêu)\b[^,.;]{0,30}hoàn thành\s*$", re.IGNORECASE
)
OTHER_VERB = re.compile(
    r"(?:,|;|\bvà\b)\s+(?:phải\s+)?(?:hoàn thành|thực hiện|triển khai|xây dựng|thành lập|phát hiện|nhân rộng"
    r"|tuyên truyền|đẩy mạnh"
    r"|kết thúc|tiến hành|xong)\b",
    re.IGNORECASE,
)

SPAN_BEFORE = re.compile(r"\btừ\s+(?:ngày\s+)?[0-9][^;.]{0,40}$", re.IGNORECASE)
