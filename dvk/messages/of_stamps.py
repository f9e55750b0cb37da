"""Sentences of the codes about stamps: what a document bears of its way up (DVK640–652)."""

from dvk.messages import Message, message

_VI = "Đừng ghi dấu bằng tay: dvk submit, accept, return, approve, publish ghi dấu đúng."
_EN = "Do not write stamps by hand: dvk submit, accept, return, approve and publish write them."

OF_STAMPS: dict[str, Message] = {
    "DVK640": message(
        (
            "Nội dung đã đổi sau các bước: {steps}",
            "It was changed after it was {steps}",
        ),
        (
            (
                "Xem đổi những gì: dvk status TỆP. Sửa đúng thì đơn vị gửi lại (dvk submit; đã được nhận thì thêm "
                "--reason), cấp trên nhận và duyệt lại."
            ),
            (
                "See what changed: dvk status FILE. If it is right, it is submitted again (dvk submit; with --reason "
                "if it had been accepted), then accepted and approved."
            ),
        ),
        (
            "Số liệu bị sửa sau khi duyệt mà dấu duyệt vẫn còn đó.",
            "A figure changed after approval, and the stamp of the approval still there.",
        ),
    ),
    "DVK641": message(
        ("Dấu “{step}” sai chỗ; ngay trước đó: {before}", "A stamp out of place: {step} after {before}"),
        (
            f"Thứ tự: gửi, tiếp nhận, duyệt, công bố; sau trả lại là gửi. {_VI}",
            f"The order is submitted, accepted, approved, published; after a return, submitted. {_EN}",
        ),
        (
            "Một báo cáo được duyệt mà chưa ai tiếp nhận.",
            "A report approved that nobody had accepted.",
        ),
    ),
    "DVK642": message(
        (
            "Tài liệu ghi state: {state}, nhưng dấu cuối cùng là {step}",
            "It says state: {state}, but its last stamp is {step}",
        ),
        (
            "Trả state về đúng bước cuối, rồi làm bước tiếp bằng lệnh (dvk status TỆP chỉ lệnh nào).",
            "Put state back to its last step and go on by command (dvk status FILE says which).",
        ),
        (
            "Ghi “đã duyệt” bằng tay: không ai biết người nào duyệt, duyệt bản nào.",
            "“Approved” typed by hand: nobody knows who approved what.",
        ),
    ),
    "DVK643": message(
        ("Bước {step} không phải việc của “{unit}”", "“{unit}” is not a unit by which it can be {step}"),
        ("Ngày đó là việc của: {units}.", "On that day that was for: {units}."),
        (
            "Đơn vị khác, hoặc chính đơn vị báo cáo, duyệt thay cấp trên.",
            "Another unit, or the reporting one itself, approves in place of the unit above.",
        ),
    ),
    "DVK644": message(
        (
            "Được duyệt khi {count} đơn vị cấp dưới chưa được duyệt: {lacking}",
            "Approved with units below that were not, {count} in all: {lacking}",
        ),
        (
            "Duyệt cấp dưới trước rồi duyệt lại; đơn vị nào bỏ qua thì ghi lý do: dvk approve --without ĐƠN_VỊ=LÝ_DO.",
            "Approve those below first, then this again; name one left out: dvk approve --without UNIT=REASON.",
        ),
        (
            "Số của tỉnh được duyệt khi số của huyện còn có thể đổi.",
            "The province's total approved while a district's figures may still change.",
        ),
    ),
    "DVK645": message(
        ("“{who}” tự {step} tài liệu do mình gửi", "It was {step} by “{who}”, who had submitted it"),
        ("Người khác phải làm bước này.", "Somebody else has to take this step."),
        ("Một người vừa gửi vừa duyệt: không ai xem lại.", "One person submits and approves: nobody looked twice."),
    ),
    "DVK646": message(
        (
            "Lần trả lại ngày {day} chưa được trả lời, tài liệu đã qua bước {step}",
            "The return of {day} was not answered, and it was {step}",
        ),
        (
            'Đơn vị sửa hoặc trả lời rồi gửi lại: dvk submit TỆP --answer "…".',
            'The unit corrects it or answers, and submits it again: dvk submit FILE --answer "…".',
        ),
        (
            "Chỗ cấp trên yêu cầu xem lại bị bỏ qua.",
            "What the unit above asked to have looked at again is passed over.",
        ),
    ),
    "DVK647": message(
        ("Dấu ghi đơn vị “{unit}” không có trong units/", "A stamp names “{unit}”, which is not in units/"),
        ("{near}", "{near}"),
        ("Không biết ai đã duyệt.", "Nobody can tell who approved."),
    ),
    "DVK648": message(
        ("“{typed}” không phải dấu vân tay mà dvk biết", "“{typed}” is no fingerprint that dvk knows"),
        (
            f"Dạng: v1: và 64 chữ số 0–9, a–f. {_VI}",
            f"Its form: v1: and 64 digits 0–9, a–f. {_EN}",
        ),
        (
            "Dấu không gắn với nội dung nào: sửa gì cũng không lộ.",
            "A stamp that holds to no content: no change would show.",
        ),
    ),
    "DVK649": message(
        ("Dấu ngày {day} đứng sau dấu ngày {before_day}", "A stamp of {day} stands after one of {before_day}"),
        (f"Sửa ngày gõ nhầm. {_VI}", f"Correct the mistyped day. {_EN}"),
        ("Duyệt đề lùi ngày.", "A backdated approval."),
    ),
    "DVK650": message(
        ("Nội dung lúc {step} khác bản gửi ngày {day}", "It was {step} with other content than was submitted on {day}"),
        (
            f"Trả nội dung và dấu về như bản đã gửi; số cần sửa thì trả lại để đơn vị sửa và gửi lại. {_VI}",
            f"Put content and stamps back as submitted; to have a figure changed, return it to its unit. {_EN}",
        ),
        (
            "Cấp trên tự sửa số của cấp dưới rồi tự nhận, tự duyệt bản đã sửa.",
            "Somebody above alters a figure that was submitted, and accepts and approves what he made of it.",
        ),
    ),
    "DVK651": message(
        ("Đề nghị này ghi state: {state} mà không có dấu của bước đó", "The change makes it {state}, without a stamp"),
        (
            "Ghi lại state: {was}, rồi đi từng bước bằng lệnh: dvk submit, accept, approve, publish.",
            "Write state: {was} again and go on by commands: dvk submit, accept, approve, publish.",
        ),
        (
            "Một người tự ghi “đã duyệt”: không dấu thì không ai biết người nào nhận, người nào duyệt.",
            "“Approved” written by one person: without stamps nobody knows who accepted and who approved.",
        ),
    ),
    "DVK652": message(
        (
            "Dấu ghi ngày {day}, sau ngày xét {today}",
            "A stamp of {day}, later than {today}, as of which this is judged",
        ),
        (
            f"Ghi đúng ngày làm bước này, trước khi đề nghị được nhận: sau đó không sửa được nữa. {_VI}",
            f"Write the day on which it was done, before the change is merged: afterwards it stays. {_EN}",
        ),
        (
            "Một dấu ghi năm sau: đến năm sau không ai làm được bước kế tiếp.",
            "A stamp of next year: until then nobody can take the step that follows.",
        ),
    ),
}
