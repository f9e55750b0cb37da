"""Sentences about who may change what (DVK620–629, DVK963), and the words that they use."""

from collections.abc import Mapping

from dvk.messages import Message, Phrase, message

_OTHERS = (
    "Người của đơn vị này sửa, xoá số liệu của đơn vị khác mà không ai hay.",
    "People of one unit change or delete what another one filed, and nobody notices.",
)
_LEAVE_IT = (
    "Bỏ phần này khỏi thay đổi, hoặc nhờ người được sửa gửi: {people}",
    "Leave it out of the change, or have it proposed by one of: {people}",
)

OF_OWNERS: dict[str, Message] = {
    "DVK620": message(
        ("“{actor}” không được sửa tệp này: {problem} {unit}", "“{actor}” may not change this file: {problem} {unit}"),
        _LEAVE_IT,
        _OTHERS,
    ),
    "DVK621": message(
        (
            "“{actor}” ở cấp trên, không được sửa tài liệu của {unit}: {problem} {parts}",
            "“{actor}” stands above {unit} and may not do this to its document: {problem} {parts}",
        ),
        (
            "Đưa tệp về như cũ rồi trả lại kèm lý do: dvk return …; số do đơn vị sửa: {people}",
            "Undo it and send the document back with a reason: dvk return …; the unit corrects it: {people}",
        ),
        (
            "Số của huyện thành số do tỉnh viết, không ai còn chịu trách nhiệm.",
            "A district's figures become what the province wrote, and nobody answers for them.",
        ),
    ),
    "DVK622": message(
        ("“{actor}” không được {problem} {unit} {name} {found}", "“{actor}” may not {problem} {unit} {name} {found}"),
        (
            "Bỏ dòng này, để người có việc này tự ghi (dvk submit, dvk accept …): {people}",
            "Leave it out; whoever's step it is takes it (dvk submit, dvk accept …): {people}",
        ),
        (
            "Đơn vị tự nhận, tự duyệt báo cáo của mình dưới tên cấp trên.",
            "A unit accepts and approves its own report in the name of the unit above.",
        ),
    ),
    "DVK623": message(
        (
            "“{actor}” không được sửa phần khai của {unit}: {problem} {parts} {name}",
            "“{actor}” may not change what is declared of {unit}: {problem} {parts} {name}",
        ),
        _LEAVE_IT,
        (
            "Một người tự thêm mình vào người phụ trách, hoặc chuyển đơn vị sang dưới quyền mình.",
            "Somebody makes himself an owner, or puts another unit below his own.",
        ),
    ),
    "DVK624": message(
        (
            "“{actor}” không được thêm, sửa, xoá sự kiện ngày {day}: nó động đến {units}",
            "“{actor}” may not add, change or remove the event of {day}: it is about {units}",
        ),
        _LEAVE_IT,
        (
            "Một đơn vị tự giải thể hoặc sáp nhập đơn vị khác trên giấy.",
            "One unit dissolves or merges another one on paper.",
        ),
    ),
    "DVK625": message(
        (
            "Không rõ “{actor}” sửa gì: {problem}",
            "It cannot be seen what “{actor}” changes: {problem}",
        ),
        (
            "Sửa cho tệp đọc được (dvk check nói dòng nào), hoặc nhờ người được sửa gửi: {people}",
            "Make the file readable (dvk check names the line), or have it proposed by one of: {people}",
        ),
        (
            "Thay đổi của người khác lọt qua dưới một tệp không ai đọc được.",
            "A change of somebody else slips through under a file that nobody can read.",
        ),
    ),
    "DVK626": message(
        (
            "“{typed}” không phải tên đăng nhập hay e-mail",
            "“{typed}” is neither a login nor an e-mail address",
        ),
        (
            "Viết tên đăng nhập trên GitHub, GitLab (như nguyen-van-an), hoặc e-mail; mỗi người một dòng.",
            "Write the login on GitHub or GitLab (as nguyen-van-an), or an e-mail address; each person on a line.",
        ),
        (
            "Người phụ trách có tên mà vẫn bị từ chối, vì máy không biết đó là ai.",
            "Somebody is named and refused all the same, because no machine knows who that is.",
        ),
    ),
    "DVK627": message(
        ("“{typed}” đã có trong danh sách này", "“{typed}” is in this list already"),
        (
            "Xoá một dòng; chữ hoa, chữ thường và dấu @ ở đầu không làm thành người khác.",
            "Delete one; capitals and a leading @ do not make it another person.",
        ),
        ("Tưởng có hai người phụ trách mà chỉ có một.", "Two people seem to look after it, and there is one."),
    ),
    "DVK628": message(
        (
            "Chưa đơn vị nào có maintainers:, nên “{actor}” được sửa mọi tệp",
            "No unit has maintainers:, so “{actor}” may change every file",
        ),
        (
            "Ghi người phụ trách, ít nhất cho đơn vị đứng đầu: maintainers: [tên-đăng-nhập]",
            "Name people, at least for the root: maintainers: [login]",
        ),
        (
            "Tưởng --actor đang giữ tệp của từng đơn vị mà chưa giữ gì.",
            "It seems that --actor keeps the files of each unit apart, and it keeps nothing.",
        ),
    ),
    "DVK629": message(
        ("Tệp mời duyệt {path}: {problem}", "The file of reviewers {path}: {problem}"),
        (
            "Ghi lại: dvk codeowners --platform {platform} -o {path} --force",
            "Write it again: dvk codeowners --platform {platform} -o {path} --force",
        ),
        (
            "Người đã thôi việc vẫn được mời duyệt, người mới thì không.",
            "People who have left are still asked to review, and new ones are not.",
        ),
    ),
    "DVK963": message(
        (
            "Tệp CODEOWNERS dài {size} byte; {platform} chỉ đọc tệp dưới {most} byte",
            "The CODEOWNERS file has {size} bytes; {platform} reads none of {most} bytes or more",
        ),
        (
            "Ghi người phụ trách ở cấp cao hơn thay vì từng đơn vị nhỏ, rồi làm lại.",
            "Name people at a higher level instead of at every small unit, and try again.",
        ),
        (
            "Nền tảng lặng lẽ bỏ cả tệp, không ai được mời duyệt.",
            "The platform drops the whole file without a word, and nobody is asked to review.",
        ),
    ),
}

_ASK_FOR_PEOPLE = Phrase(
    "Chưa ai được ghi là phụ trách phần này: người quản trị kho ghi maintainers: cho đơn vị đứng đầu trước.",
    "Nobody is named for this: whoever runs the repository first names maintainers: of the root.",
)
_NAMED = {"nobody_named": _ASK_FOR_PEOPLE}
OWNER_REMEDIES: dict[str, tuple[str, dict[str, Phrase]]] = dict.fromkeys(
    ("DVK620", "DVK622", "DVK623", "DVK624", "DVK625"), ("which", _NAMED)
)
"""Remedies where nobody is there to be asked."""

WORDS_OF_OWNERS: Mapping[str, Phrase] = {
    "of_another_unit": Phrase("nó là của đơn vị", "it belongs to the unit"),
    "not_of_a_unit": Phrase(
        "nó là của chung, do người của đơn vị đứng đầu giữ", "it belongs to no unit but to the people of the root"
    ),
    "says_another_unit": Phrase("nó ghi unit: là đơn vị khác,", "its unit: is another one,"),
    "added_below": Phrase("thêm tệp mới", "a new file"),
    "removed_below": Phrase("xoá tệp", "the file is deleted"),
    "mode_below": Phrase("đổi quyền hoặc loại của tệp", "mode or kind of the file"),
    "content_below": Phrase("sửa", "a change of"),
    "stamp_of_a_unit": Phrase("ghi stamps: thay cho đơn vị khác:", "add a stamp for another unit:"),
    "stamp_of_a_person": Phrase("ghi stamps: dưới tên người khác:", "add a stamp in the name of somebody else:"),
    "stamp_taken_away": Phrase("xoá mục stamps: của người khác:", "take away a stamp of somebody else:"),
    "return_of_others": Phrase("ghi returns: thay cho", "add a return in the place of"),
    "answer_of_others": Phrase(
        "trả lời returns: (answer:, resubmitted:) thay cho", "answer a return (answer:, resubmitted:) in the place of"
    ),
    "state_of_those_above": Phrase("ghi thay cấp trên là", "write a state that only those above give:"),
    "entry": Phrase("sửa", "a change of"),
    "own_entry": Phrase(
        "đó là đơn vị của chính mình, cấp trên mới được sửa", "it is their own, and only those above change"
    ),
    "new_entry": Phrase("đơn vị mới không ở dưới đơn vị của mình", "a new unit that is not below their own"),
    "entry_gone": Phrase("xoá đơn vị", "the unit is deleted"),
    "entry_moved": Phrase("chuyển đến dưới", "it is put below"),
    "unread_units": Phrase(
        "tệp khai các đơn vị không đọc được, trước hoặc sau khi sửa",
        "the file of units cannot be read, before the change or after it",
    ),
    "unread_filing": Phrase(
        "tài liệu của cấp dưới không đọc được, trước hoặc sau khi sửa",
        "the document of a unit below cannot be read, before the change or after it",
    ),
    "no_codeowners": Phrase("chưa có", "it is not there"),
    "other_codeowners": Phrase("không còn đúng với units/", "it is not what units/ give any more"),
}
"""Argument of a finding → its words."""
