"""Sentences of the stops of a step (DVK971–978), and the words in them."""

from dvk.messages import Message, Phrase, message

_IN_ORDER = (
    "Không ai duyệt điều chưa gửi, chưa nhận, hoặc đã đổi.",
    "Nobody approves what was not submitted, not accepted, or changed since.",
)

OF_STEPS: dict[str, Message] = {
    "DVK971": message(
        ("Chưa {step} được {path}: {problem}", "{path} cannot be {step}: {problem}"),
        ("Xem bước nào làm được: dvk status {path}", "See which step it may take: dvk status {path}"),
        _IN_ORDER,
    ),
    "DVK972": message(
        (
            "Chưa {step} được {path}: tệp có {count} lỗi, lỗi đầu: {first}",
            "{path} cannot be {step}; errors in it: {count}, the first: {first}",
        ),
        ("Sửa rồi làm lại; xem hết: dvk check {path}", "Correct it and try again; to see all: dvk check {path}"),
        ("Một tài liệu sai không được gửi hay duyệt.", "A document with mistakes is neither submitted nor approved."),
    ),
    "DVK973": message(
        ("Bước {step} của {path} không phải việc của {unit}", "{unit} is not a unit by which {path} can be {step}"),
        ("Viết: --unit {clear}, hoặc bỏ --unit.", "Write: --unit {clear}, or leave out --unit."),
        (
            "Đơn vị khác, hoặc chính đơn vị báo cáo, duyệt thay cấp trên.",
            "Another unit, or the reporting one itself, approves in place of the unit above.",
        ),
    ),
    "DVK974": message(
        ("“{who}” không phải người của {unit}: {path}", "“{who}” is not one of the people of {unit}: {path}"),
        (
            (
                "Viết --who của một trong: {people}, hoặc khai tên mình một lần: git config --global dvk.who TÊN; "
                "người mới thì thêm vào maintainers: trong units/."
            ),
            (
                "Use --who with one of: {people}, or say your name once: git config --global dvk.who LOGIN; "
                "somebody new is added to maintainers: in units/."
            ),
        ),
        ("Người ngoài đơn vị ký thay.", "Somebody from elsewhere signs for the unit."),
    ),
    "DVK975": message(
        ("“{who}” đã gửi {path}, không tự {step} được", "“{who}” submitted {path}; somebody else has to see it {step}"),
        ("Để người khác của {unit} làm: --who …", "Let somebody else of {unit} do it: --who …"),
        ("Một người vừa gửi vừa duyệt: không ai xem lại.", "One person submits and approves: nobody looked twice."),
    ),
    "DVK976": message(
        (
            "Chưa duyệt được {path}: {count} đơn vị cấp dưới chưa được duyệt: {lacking}",
            "{path} cannot be approved before units below it, {count} in all: {lacking}",
        ),
        (
            "Duyệt các đơn vị đó trước; đơn vị nào bỏ qua thì nêu lý do: --without {first}=LÝ_DO",
            "Approve those first; one that is left out is named with a reason: --without {first}=REASON",
        ),
        (
            "Số của tỉnh được duyệt khi số của huyện còn có thể đổi.",
            "The province's total approved while a district's figures may still change.",
        ),
    ),
    "DVK977": message(
        ("{path} bị trả lại, chưa được trả lời", "{path} was sent back and not answered yet"),
        (
            "Đơn vị báo cáo sửa {fields} rồi: dvk submit {path}; không sửa thì trả lời: --answer …",
            "The reporting unit corrects {fields}, then: dvk submit {path}; or it says why not: --answer …",
        ),
        (
            "Chỗ cấp trên yêu cầu xem lại bị bỏ qua.",
            "What the unit above asked to have looked at again is passed over.",
        ),
    ),
    "DVK978": message(
        ("--without {unit}: đơn vị này không cản việc duyệt", "--without {unit}: nothing waits for this unit"),
        (
            "Bỏ --without {unit}; đơn vị nào còn cản thì dvk approve tự nêu.",
            "Leave out --without {unit}; dvk approve names the units that are waited for.",
        ),
        (
            "Lý do ghi nhầm đơn vị: đơn vị cần nêu lại không có lý do.",
            "A reason put to the wrong unit, and none to the right one.",
        ),
    ),
}

OF_STEP_FAULTS: dict[str, Phrase] = {
    "is_draft": Phrase("đó còn là bản nháp", "it is still a draft"),
    "is_withdrawn": Phrase("tài liệu đã rút", "it was withdrawn"),
    "only_submitted": Phrase("tài liệu mới gửi, chưa được tiếp nhận", "it was submitted and not accepted yet"),
    "only_accepted": Phrase("tài liệu mới được tiếp nhận, chưa được duyệt", "it was accepted and not approved yet"),
    "already_accepted": Phrase("tài liệu đã được tiếp nhận", "it is accepted already"),
    "already_returned": Phrase("tài liệu đã bị trả lại", "it was sent back already"),
    "already_approved": Phrase("tài liệu đã được duyệt", "it is approved already"),
    "already_published": Phrase("tài liệu đã công bố", "it is published already"),
    "unchanged_since": Phrase("đã gửi rồi, từ đó không đổi gì", "it was submitted and has not changed since"),
    "changed_since": Phrase("đã đổi sau khi đóng dấu", "changed after it was stamped"),
    "not_revised": Phrase(
        "tài liệu đã được tiếp nhận, sửa thì phải có lần sửa (revision) mới và lý do",
        "it was accepted, and a correction needs a higher revision and its reason",
    ),
    "says_nothing": Phrase("báo cáo chưa có số liệu nào", "it has no figure yet"),
    "explained": Phrase("không cần --reason ở đây", "there is nothing to give a --reason for"),
    "without_submitted": Phrase("chưa có dấu gửi", "it bears no stamp of its submission"),
    "without_accepted": Phrase("chưa có dấu tiếp nhận", "it bears no stamp of its acceptance"),
    "without_approved": Phrase("chưa có dấu duyệt", "it bears no stamp of its approval"),
    "no_stamp": Phrase("chưa có dấu nào", "no stamp"),
    "those_fields": Phrase("chỗ đã nêu", "what was named"),
    "not_under_way": Phrase(
        "chỉ bản đăng ký và báo cáo được gửi, nhận, duyệt",
        "only registrations and reports are submitted, accepted and approved",
    ),
}
"""Why a step cannot be taken now."""

_SUBMIT = Phrase(
    "Đơn vị báo cáo gửi trước: dvk submit {path}", "The reporting unit submits it first: dvk submit {path}"
)
STEP_REMEDIES: dict[str, Phrase] = {
    "is_draft": _SUBMIT,
    "without_submitted": _SUBMIT,
    "changed_since": Phrase(
        "Xem đổi gì: dvk status {path}; sửa đúng thì đơn vị báo cáo gửi lại: dvk submit {path}",
        "See what changed: dvk status {path}; if it is right, the reporting unit submits it again: dvk submit {path}",
    ),
    "not_revised": Phrase(
        'Viết: dvk submit {path} --reason "vì sao sửa"; lệnh tăng revision: và ghi lý do vào changes:',
        'Write: dvk submit {path} --reason "why"; that raises revision: and writes the reason to changes:',
    ),
    "says_nothing": Phrase(
        "Điền số liệu; chỉ tiêu nào không có số thì để value: null kèm reason:. Nộp trống thì vẫn tính là chưa nộp.",
        "Fill in the figures; where there is none, value: null with its reason:. Filed as it is, it counts as missing.",
    ),
    "explained": Phrase(
        "Bỏ --reason: tài liệu chưa được tiếp nhận, hoặc lần sửa này đã có lý do trong changes:",
        "Leave out --reason: it was not accepted yet, or changes: says why already.",
    ),
    "only_submitted": Phrase("Tiếp nhận trước: dvk accept {path}", "Accept it first: dvk accept {path}"),
    "only_accepted": Phrase("Duyệt trước: dvk approve {path}", "Approve it first: dvk approve {path}"),
    "is_withdrawn": Phrase(
        "Lập tài liệu mới thay cho tài liệu đã rút.", "Make a new document in the place of a withdrawn one."
    ),
}
"""Why a step cannot be taken now → what to do."""
