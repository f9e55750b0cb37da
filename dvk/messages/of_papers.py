"""Sentences about files that give no paper (DVK942–951), and the words in them."""

from dvk.messages import Message, Phrase, message

_NOTHING_HALF = (
    "Không nhập nửa văn bản rồi coi là đủ.",
    "Half a document is never taken for the whole.",
)
_NOBODY_TRUSTED = (
    "Một tệp lạ không làm treo máy, không đọc tệp khác, không ra mạng.",
    "A file from elsewhere blocks nobody, reads no other file and never reaches the network.",
)

OF_PAPERS: dict[str, Message] = {
    "DVK942": message(
        ("Không mở được {path}: {problem}", "{path} cannot be opened: {problem}"),
        ("Kiểm tra tên tệp và quyền đọc.", "Check its name and whether you may read it."),
        _NOTHING_HALF,
    ),
    "DVK943": message(
        ("{path} không phải văn bản để nhập: đó là {what}", "{path} is no document to import: it is {what}"),
        (
            "Nhập được .docx, .doc, .pdf có chữ, .txt và .md; mở tệp này rồi lưu thành .docx.",
            "Imported are .docx, .doc, .pdf with text, .txt and .md; open it and save it as .docx.",
        ),
        _NOTHING_HALF,
    ),
    "DVK944": message(
        ("{path} không có chữ nào", "{path} holds no words"),
        (
            "Kiểm tra đúng tệp chưa; chữ nằm trong ảnh hoặc ở đầu, chân trang thì không được đọc.",
            "Check that it is the right file; words in pictures, page headers and footers are not read.",
        ),
        _NOTHING_HALF,
    ),
    "DVK945": message(
        ("{path} có mật khẩu", "{path} is locked with a password"),
        (
            "Mở tệp bằng mật khẩu, bỏ mật khẩu (Tệp → Thông tin → Bảo vệ), lưu lại rồi nhập.",
            "Open it with the password, take the password off (File → Info → Protect), save it and try again.",
        ),
        _NOTHING_HALF,
    ),
    "DVK946": message(
        ("{path} chỉ có ảnh chụp trang giấy, không có chữ", "{path} holds pictures of pages and no text"),
        (
            "Xin tệp .docx của nơi ban hành; không có thì cho nhận dạng chữ (OCR), soát lại, rồi nhập.",
            "Ask the issuing office for the .docx; failing that, have the text recognised (OCR) and read it over.",
        ),
        _NOTHING_HALF,
    ),
    "DVK947": message(
        ("{path} bị hỏng: {fault}", "{path} is broken: {fault}"),
        (
            "Mở bằng Word hoặc LibreOffice, lưu thành tệp .docx mới, rồi nhập; hoặc xin gửi lại tệp.",
            "Open it in Word or LibreOffice, save it as a new .docx and try again; or have it sent once more.",
        ),
        _NOTHING_HALF,
    ),
    "DVK948": message(
        ("{path} quá lớn: {fault}", "{path} is too large: {fault}"),
        (
            "Chép phần cần nhập sang một tệp .docx mới.",
            "Copy what is to be imported into a new .docx.",
        ),
        _NOBODY_TRUSTED,
    ),
    "DVK949": message(
        (
            "{path} còn sửa đổi được theo dõi (Track Changes) ở {count} đoạn",
            "{path} still has tracked changes, in {count} paragraphs",
        ),
        (
            "Trong Word: Xem lại → Chấp nhận tất cả (hoặc Từ chối tất cả), lưu lại, rồi nhập.",
            "In Word: Review → Accept All (or Reject All), save it and try again.",
        ),
        (
            "Chữ đã gạch bỏ hoặc mới đề nghị không thành nội dung văn bản.",
            "Words that were struck out, or only proposed, do not become the document.",
        ),
    ),
    "DVK950": message(
        (
            "{path} có khai báo lạ trong XML (DTD, thực thể), Word không bao giờ ghi như vậy",
            "{path} declares entities or a DTD in its XML, which Word never does",
        ),
        (
            "Đừng mở tệp này; hỏi lại người gửi.",
            "Do not open it; ask who sent it.",
        ),
        _NOBODY_TRUSTED,
    ),
    "DVK951": message(
        (
            "Chữ trong {path} không có mã Unicode, đọc ra sẽ sai",
            "The text of {path} has no Unicode letters and would be read wrongly",
        ),
        (
            "Xin tệp .docx, hoặc in lại thành PDF từ Word (Lưu thành → PDF).",
            "Ask for the .docx, or make the PDF anew from Word (Save as → PDF).",
        ),
        (
            "Tên, số, ngày đọc ra thành chữ khác.",
            "Names, numbers and days read as other ones.",
        ),
    ),
    "DVK953": message(
        (
            "Không rõ {path} là kế hoạch, đăng ký hay báo cáo",
            "It is not clear whether {path} is a plan, a registration or a report",
        ),
        (
            "Nói thêm: --kind plan, --kind registration hoặc --kind report.",
            "Say it: --kind plan, --kind registration or --kind report.",
        ),
        _NOTHING_HALF,
    ),
    "DVK954": message(
        ("{path} là {what}, {against} thì không", "{path} is a {what}, and {against} is none"),
        (
            "Chọn tài liệu cùng loại sau --against; nếu tên loại trên giấy ghi sai thì nói thêm --kind.",
            "Name a document of the same kind after --against; where the title is wrong, say --kind.",
        ),
        _NOTHING_HALF,
    ),
    "DVK955": message(
        ("Chỗ của bản nháp đã có tệp: {path}", "There is a file in the place of the draft: {path}"),
        (
            "Ghi vào tệp khác bằng -o FILE, xem thử bằng --print, hoặc so với tệp đó: --against {path}",
            "Write another file with -o FILE, look at it with --print, or compare: --against {path}",
        ),
        _NOTHING_HALF,
    ),
    "DVK956": message(
        (
            "{path} là báo cáo tổng hợp do dvk in từ các báo cáo, không phải báo cáo của một đơn vị",
            "{path} is a roll-up that dvk printed from reports, not the report of a unit",
        ),
        (
            "Sửa báo cáo của từng đơn vị rồi in lại tổng hợp; nếu vẫn cần đọc như một báo cáo: --kind report.",
            "Change the reports of the units and print it anew; to read it as a report all the same: --kind report.",
        ),
        (
            "Số đã cộng đứng thành số báo cáo, bị cộng lần nữa.",
            "Sums stand as figures that were reported, and are added up again.",
        ),
    ),
}

OF_FILES_IN: dict[str, Phrase] = {
    "spreadsheet": Phrase("bảng tính", "a spreadsheet"),
    "slides": Phrase("bản trình chiếu", "a presentation"),
    "opendocument": Phrase("tệp OpenDocument (.odt)", "an OpenDocument file (.odt)"),
    "archive": Phrase("tệp nén", "an archive"),
    "picture": Phrase("tệp ảnh", "a picture"),
    "rtf": Phrase("tệp RTF", "an RTF file"),
    "web_page": Phrase("trang web hoặc tệp XML", "a web page or an XML file"),
    "no_text": Phrase("tệp nhị phân, không phải chữ", "binary data, no text"),
    "no_plain_file": Phrase("thiết bị hoặc ống dẫn, không phải tệp", "a device or a pipe, no file"),
    "not_its_kind": Phrase("không đúng dạng tệp của nó", "it is not what it seems to be"),
    "broken_archive": Phrase("phần nén (zip) bị hỏng hoặc thiếu", "its archive (zip) is damaged or cut off"),
    "broken_markup": Phrase("XML bên trong bị hỏng", "the XML in it is damaged"),
    "broken_pdf": Phrase("cấu trúc PDF bị hỏng hoặc thiếu", "the PDF is damaged or cut off"),
    "no_main_part": Phrase("không có phần văn bản chính", "it has no main part"),
    "part_elsewhere": Phrase("một phần nằm ở tệp khác được nhúng vào", "a part of it is another file put into it"),
    "file_too_large": Phrase("tệp hơn 50 MB", "over 50 MB"),
    "too_many_parts": Phrase("quá nhiều phần bên trong", "too many parts in it"),
    "too_large_unpacked": Phrase("giải nén ra quá lớn", "too much when unpacked"),
    "packed_too_tightly": Phrase("nén chặt bất thường, như bom zip", "packed as tightly as a zip bomb"),
    "too_much_markup": Phrase("quá nhiều thẻ XML", "too much XML"),
    "too_deep": Phrase("lồng nhau quá sâu", "nested too deeply"),
    "too_deep_tables": Phrase("hơn 5 bảng lồng nhau", "more than 5 tables inside each other"),
    "too_many_cells": Phrase("quá nhiều ô bảng", "too many cells"),
    "too_many_columns": Phrase("bảng có hơn 200 cột", "a table of more than 200 columns"),
    "too_many_lines": Phrase("hơn 100.000 dòng", "more than 100,000 lines"),
    "too_long_a_line": Phrase("có đoạn dài hơn 20.000 chữ cái", "a paragraph of more than 20,000 characters"),
    "too_much_text": Phrase("quá nhiều chữ", "too much text"),
    "too_much_work": Phrase(
        "đọc mất quá nhiều thời gian hoặc bộ nhớ, đã dừng", "reading it took too long or too much memory"
    ),
    "too_many_pages": Phrase("hơn 500 trang", "more than 500 pages"),
}
