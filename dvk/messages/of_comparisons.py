"""Sentences of the codes about models, figures and days compared with each other (DVK435–446)."""

from dvk.messages import Message, message

_COPIED = (
    "Báo cáo năm trước được chép lại, đổi năm rồi nộp: không ai biết năm nay làm được gì.",
    "Last year's report is copied and filed under a new year: nobody learns what was done.",
)

OF_COMPARISONS: dict[str, Message] = {
    "DVK435": message(
        (
            "Mô hình “{name}” có trong báo cáo mà chưa đăng ký; {obligation} yêu cầu đăng ký cho năm {year}",
            "The model “{name}” is reported and not registered; {obligation} asks for registrations of {year}",
        ),
        (
            "Đăng ký bằng dvk register-model, rồi thay dòng name: bằng model: <đường dẫn>#<mã>.",
            "Register it with dvk register-model, then write model: <path>#<id> instead of name:.",
        ),
        (
            "Mô hình chỉ hiện ra ở báo cáo cuối năm: số đăng ký và số thực hiện không khớp nhau.",
            "Models turn up in the last report only: those registered and those carried out do not match.",
        ),
    ),
    "DVK436": message(
        (
            "Mô hình “{name}” đã đăng ký, báo cáo chỉ gọi tên: kết quả không vào mô hình đó",
            "The model “{name}” is registered, the report only names it: its results do not reach that model",
        ),
        ("Thay dòng name: bằng “model: {reference}”.", "Write “model: {reference}” instead of name:."),
        (
            "Cùng một mô hình mà nơi đăng ký, nơi báo cáo viết hai cách, cuối năm thành mô hình chưa làm.",
            "One model written in two ways looks as if it was never carried out.",
        ),
    ),
    "DVK437": message(
        (
            "Mô hình “{name}” đăng ký cho năm {year} mà không báo cáo nào của năm nói tới; {report} đã khép năm",
            "The model “{name}”, registered for {year}, is in no report of that year; {report} closes it",
        ),
        (
            "Thêm vào models: của báo cáo “model: {reference}”; nếu không làm nữa, ghi stage: dropped.",
            "Add “model: {reference}” below models: of the report; if it was given up, with stage: dropped.",
        ),
        (
            "Đăng ký nhiều, cuối năm không ai hỏi mô hình nào đã làm.",
            "Much is registered, and nobody asks at the end what became of it.",
        ),
    ),
    "DVK438": message(
        (
            "Mô hình “{model}” đã được {lead} đăng ký ở {first} ({problem})",
            "The model “{model}” is registered by {lead} in {first} already ({problem})",
        ),
        (
            "Giữ một đăng ký, đơn vị cùng làm ghi vào owners:; nếu là hai mô hình, đặt hai tên khác nhau.",
            "Keep one and name who works along in its owners:; if these are two models, give them two names.",
        ),
        ("Một mô hình đăng ký hai nơi được đếm hai lần.", "A model registered twice is counted twice."),
    ),
    "DVK439": message(
        (
            "“{indicator}”: ghi {typed}, tính lại {numerator} trên {denominator} là {computed}",
            "“{indicator}”: typed {typed}, {numerator} of {denominator} is {computed}",
        ),
        (
            "Sửa tỷ lệ, tử số hoặc mẫu số; hoặc bỏ dòng tỷ lệ, dvk tự tính.",
            "Correct the ratio or one of its parts; or remove the ratio, dvk computes it.",
        ),
        (
            "Tỷ lệ tính tay không khớp tử số, mẫu số đứng ngay bên cạnh.",
            "A percentage made by hand contradicts the numbers right beside it.",
        ),
    ),
    "DVK440": message(
        (
            "“{indicator}”: ghi {typed} trong khi mẫu số “{denominator}” bằng 0",
            "“{indicator}”: typed {typed} where the denominator “{denominator}” is 0",
        ),
        (
            "Bỏ dòng tỷ lệ, hoặc sửa mẫu số: không chia được cho 0.",
            "Remove the ratio, or correct the denominator: nothing is divided by 0.",
        ),
        (
            "100 % của không đơn vị nào: con số đẹp mà không có gì đứng sau.",
            "100 % of nobody: a fine figure with nothing behind it.",
        ),
    ),
    "DVK441": message(
        (
            "“{indicator}” của {unit} năm {year}: {measured}, bằng {attainment} % chỉ tiêu {target} (quá {limit} %)",
            "“{indicator}” of {unit} in {year}: {measured} is {attainment} % of the target {target} (over {limit} %)",
        ),
        (
            "Xem số có thừa chữ số 0 không, và chỉ tiêu trong {plan} có cùng đơn vị tính không.",
            "Look for a zero too many, and whether the target in {plan} is in the same unit of measure.",
        ),
        (
            "Thừa một số 0, hoặc chỉ tiêu giao theo nghìn mà báo cáo theo đơn vị.",
            "One zero too many, or a target in thousands and a figure in pieces.",
        ),
    ),
    "DVK442": message(
        (
            "Lời báo cáo giống hệt {first} của kỳ {period}",
            "The text is that of {first} for {period}, word for word",
        ),
        (
            "Viết lại phần lời cho năm nay; nếu chép nhầm tệp, thay bằng báo cáo đúng.",
            "Write what happened this year; if a wrong file was copied, put the right one.",
        ),
        _COPIED,
    ),
    "DVK443": message(
        (
            "Mọi số liệu giống hệt {first} của kỳ {period}",
            "All figures are those of {first} for {period}",
        ),
        (
            "Đối chiếu với sổ theo dõi của năm nay rồi sửa từng số.",
            "Compare with this year's books and correct each figure.",
        ),
        _COPIED,
    ),
    "DVK444": message(
        (
            "{unit} năm {year}: {illustrative} báo cáo minh hoạ lẫn với {real} báo cáo thật (như {first})",
            "{unit} in {year}: illustrative reports ({illustrative}) among real ones ({real}, such as {first})",
        ),
        (
            "Bỏ báo cáo minh hoạ khi đã có số thật; nếu số này là thật, bỏ dòng illustrative:.",
            "Remove illustrative reports once there are real ones; if these figures are real, remove illustrative:.",
        ),
        (
            "Số bịa để làm mẫu được cộng chung với số thật của cấp dưới.",
            "Invented figures are added up with real ones.",
        ),
    ),
    "DVK445": message(
        (
            "Kế hoạch ghi ngày {day}, đứng trước kế hoạch cấp trên {superior} ngày {limit}",
            "The plan is dated {day}, before the superior's plan {superior} of {limit}",
        ),
        (
            "Sửa date: của một trong hai kế hoạch, hoặc superior_plan:.",
            "Correct the date: of one of them, or superior_plan:.",
        ),
        (
            "Kế hoạch cấp dưới có trước kế hoạch mà nó triển khai: một trong hai ngày sai.",
            "A plan is older than the one that it carries out: one of the two days is wrong.",
        ),
    ),
    "DVK446": message(
        (
            "Đã gửi mà không ghi ngày nộp; {obligation} có hạn {day}",
            "It was handed in and does not say when; {obligation} is due on {day}",
        ),
        (
            "Thêm dòng “submitted: …”, ngày nơi nhận đã nhận được.",
            "Add a line “submitted: …”, the day on which it was received.",
        ),
        (
            "Báo cáo có đó mà không ai nói được là đúng hạn hay chậm.",
            "The report is there, and nobody can tell whether it was in time.",
        ),
    ),
}
