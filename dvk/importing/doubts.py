"""Why a value should be looked at before the draft is used, and why words were left aside, in both languages."""

from dvk.messages import Phrase

DOUBTS: dict[str, Phrase] = {
    # the head, the bases and the foot of a paper of running text
    "issuer_differs": Phrase("trên giấy là cơ quan khác", "the paper names another body"),
    "type_from_number": Phrase("loại lấy theo số, ký hiệu", "the type is that of the number"),
    "type_from_about": Phrase("không có tên loại; đọc là công văn", "no type is named; read as an official letter"),
    "type_not_of_number": Phrase("tên loại và số, ký hiệu không khớp", "type and number do not agree"),
    "date_from_stamp": Phrase("ngày ký số, không phải ngày ghi trên văn bản", "the day of the electronic signature"),
    "date_not_of_stamp": Phrase("khác ngày ký số", "not the day of the electronic signature"),
    "programme_from_subject": Phrase("tên trong ngoặc kép ở trích yếu", "the name in quotes in the subject"),
    "several_years": Phrase("văn bản cho nhiều năm", "the paper is for several years"),
    "period_from_date": Phrase("năm ban hành; trích yếu không ghi năm", "the year of issue; the subject names none"),
    "issuer_from_preamble": Phrase("lấy ở lời dẫn, không ở đầu trang", "from the preamble, not from the letterhead"),
    "issuer_from_subject": Phrase("lấy ở trích yếu", "from the subject"),
    "title_from_subject": Phrase("lấy ở trích yếu", "from the subject"),
    "letters_guessed": Phrase("bản giấy viết hoa; chữ thường là đoán", "in capitals on paper; the case is guessed"),
    "several_signatures": Phrase("văn bản có nhiều người ký", "several people sign the paper"),
    # what a paper of running text orders
    "kind_guessed": Phrase(
        "không nói rõ là báo cáo, đăng ký hay kế hoạch", "it does not say what kind of filing it is"
    ),
    "registered_inside": Phrase(
        "đăng ký trong đơn vị, có thể không gửi lên", "inside the unit, perhaps sent to nobody"
    ),
    "who_guessed": Phrase("không nói ai nộp; đọc là cấp dưới trực tiếp", "nobody is named; read as those just below"),
    "level_guessed": Phrase("không nêu rõ cấp nào", "the level is not named"),
    "kinds_named": Phrase("chỉ nêu một số loại đơn vị", "only some kinds of units are named"),
    "department_unknown": Phrase("chưa có ban này trong units/", "no such department in units/"),
    "short_year": Phrase("năm chỉ ghi hai chữ số", "the year is written in two digits"),
    "end_of_span": Phrase("ngày cuối của khoảng thời gian", "the last day of a span"),
    "on_the_day": Phrase("ghi “ngày …”, đọc là chậm nhất ngày đó", "on that day, read as by that day"),
    "perhaps_other_work": Phrase("hạn có thể của việc khác trong câu", "the day may be of other work in the sentence"),
    "periods_read": Phrase("văn bản nêu nhiều ngày, không nêu kỳ", "several days, and no periods for them"),
    "year_not_said": Phrase("ngày không ghi năm", "the day is written without a year"),
    "year_before": Phrase(
        "hạn ở đầu năm sau; đọc là cho năm trước", "due early in the next year, read as for the year before"
    ),
    "day_shared": Phrase("một ngày ghi chung cho nhiều việc", "one day for several filings"),
    "only_named": Phrase(
        "chỉ nhắc đến khi nói “lồng ghép”; không có câu nào giao riêng", "part of something, not ordered by itself"
    ),
    "reminder": Phrase(
        "văn bản đôn đốc nhắc lại hạn của kế hoạch khác", "a reminder that repeats the deadline of another plan"
    ),
    "working_days": Phrase("tính theo ngày làm việc", "counted in days of work"),
    "often": Phrase(
        "mỗi tháng, quý hoặc tuần một lần; phải tách thành từng kỳ", "every month, quarter or week: to be split"
    ),
    "no_exact_day": Phrase("không nêu ngày cụ thể", "no exact day"),
    "no_such_day": Phrase("ngày này không có trong lịch", "the calendar has no such day"),
    "counted_from_unknown": Phrase(
        "mốc tính không có trong kế hoạch này", "what it is counted from is not in this plan"
    ),
    "indicator_by_words": Phrase(
        "chỉ tiêu chọn theo đơn vị tính và lời văn", "chosen by the unit of measure and the words"
    ),
    "indicator_unknown": Phrase("chưa có chỉ tiêu này trong indicators.yaml", "no such indicator in indicators.yaml"),
    "per_person": Phrase("mức cho mỗi người; đọc là tỷ lệ chung", "a measure for each person, read as a ratio of all"),
    "kind_not_said": Phrase(
        "không nói mỗi đơn vị, riêng hay tổng chung", "it does not say whether each, its own or all together"
    ),
    "share_of_units": Phrase("100 % đơn vị làm; mỗi đơn vị tính 1", "all units do it; each counts 1"),
    "one_by_itself": Phrase("mô hình không kèm số; tính là 1", "a model without a number counts 1"),
    # tables with titles and labels
    "unknown_name": Phrase("tên chưa có trong không gian làm việc", "a name that the workspace does not know"),
    "unknown_document": Phrase("không thấy văn bản này trong không gian làm việc", "no such document here"),
    "unknown_entry": Phrase("không thấy mục này trong không gian làm việc", "no such entry here"),
    "unknown_deadline": Phrase("không thấy hạn hay mốc này", "no such deadline or event here"),
    "unread_due": Phrase("không đọc được thời hạn", "the deadline cannot be read"),
    "unread_number": Phrase("số có thể hiểu hai cách, hoặc không phải số", "it could mean two numbers, or none"),
    "other_measure": Phrase("khác đơn vị tính của chỉ tiêu", "not the unit of measure of the indicator"),
    "several_columns": Phrase("có nhiều cột kết quả; lấy cột đầu", "several columns of results; the first is read"),
    "causes_inside": Phrase("mục này nói cả hạn chế và nguyên nhân", "this section holds limits and causes"),
    "sources_in_words": Phrase("chưa tách được từng nguồn kinh phí", "the sources of the money cannot be told apart"),
    "work_not_said": Phrase("giấy chỉ ghi thời gian, không ghi việc", "only days are written, not what is done"),
    "perhaps_several": Phrase("có thể là nhiều đơn vị", "perhaps several partners"),
    "guessed_kind": Phrase("tên không nói rõ loại văn bản phải nộp", "the title does not say what is to be filed"),
    "guessed_scope": Phrase("không nói giao cho ai; đọc là chung", "it does not say for whom; read as for all"),
    "owner_in_words": Phrase("người hoặc đơn vị chưa có trong units/", "a person, or a unit that is not declared"),
    "targets_in_words": Phrase("chỉ tiêu không tách được tên và số", "no indicator and number could be told apart"),
    "results_in_words": Phrase("kết quả không tách được tên và số", "no indicator and number could be told apart"),
    "section_guessed": Phrase("số riêng hay số cả hệ thống? đọc là cả hệ thống", "own or of all below? read as of all"),
    "years_in_words": Phrase("năm lấy ở lời văn", "the years are taken out of a sentence"),
}
"""By the name that a ``Quoted`` bears; one line each, without a stop at the end."""

ASIDES: dict[str, Phrase] = {
    "total_row": Phrase("hàng cộng các hàng khác", "a row that adds up the others"),
    "no_result": Phrase("hàng không có kết quả của kỳ này", "a row without a result of this period"),
    "no_indicator": Phrase("hàng có số, không có tên chỉ tiêu", "a number without the name of an indicator"),
    "unknown_label": Phrase("dòng này không có chỗ ghi trong bản đăng ký", "no key of a registration for this row"),
    "without_borders": Phrase(
        "bảng không kẻ viền, chưa đọc thành bảng; vẫn có trong text",
        "a table without borders, not read; it stands in text",
    ),
    # days that are no deadlines
    "cited": Phrase("ngày của văn bản được dẫn", "the day of a document cited"),
    "validity": Phrase("ngày bắt đầu thực hiện", "the day from which it holds"),
    "anniversary": Phrase("ngày kỷ niệm, ngày lễ", "an anniversary or a holiday"),
    "meeting": Phrase("ngày tổ chức hoạt động", "the day of a meeting or an event"),
    "span": Phrase("thời gian thực hiện", "a span of time"),
    "past": Phrase("nói về việc đã có", "it tells of what was before"),
    "other_work": Phrase("hạn của việc khác, không phải hạn nộp", "the day of other work, not of a filing"),
    "own_work": Phrase("việc của cơ quan ban hành hoặc của ban", "work of the issuer or of a department"),
    "for_superior": Phrase("gửi lên cấp trên của cơ quan ban hành", "sent to a level above the issuer"),
    "for_others": Phrase("không gửi về cơ quan ban hành", "not sent to the issuer"),
    "replaced": Phrase("văn bản bị thay thế; ghi vào supersedes", "the document replaced: see supersedes"),
    "extension": Phrase("gia hạn; ghi vào extensions của việc đó", "more time for something: see extensions"),
    "cut_off": Phrase("ngày chốt số liệu, chưa rõ của báo cáo nào", "figures count up to it, report not named"),
    "said_elsewhere": Phrase("việc này có hạn ở câu khác", "the same filing has its day in another sentence"),
    "no_such_day": Phrase("ngày này không có trong lịch", "the calendar has no such day"),
    "in_table": Phrase("nằm trong bảng không đọc thành việc nộp", "in a table that orders no filing"),
    "nothing_asked": Phrase("không đi với việc nộp nào", "no filing goes with it"),
    # numbers that are no targets
    "upper_bound": Phrase("mức tối đa; chưa ghi được thành chỉ tiêu", "an upper limit, which no target can say yet"),
    "past_result": Phrase("kết quả đã có, không phải chỉ tiêu", "a result of before, not a target"),
    "change": Phrase("mức tăng hoặc giảm; chưa ghi được thành chỉ tiêu", "a rise or fall, which no target can say"),
    "unit_cost": Phrase("tiền cho mỗi căn, mỗi suất; không phải chỉ tiêu", "money for each, not a target"),
    "budget": Phrase("kinh phí dự kiến, không phải chỉ tiêu", "money to be spent, not a target"),
}
"""Why words that look like a value are none, by the name that an ``Aside`` bears; without a stop at the end."""
