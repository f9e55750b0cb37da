"""What keeps the system from reading or writing a file, in words; its own are English on most machines."""

import errno

from dvk.messages import Phrase

OF_SYSTEM: dict[str, Phrase] = {
    "EACCES": Phrase("không có quyền", "permission denied"),
    "EPERM": Phrase("không có quyền", "permission denied"),
    "EROFS": Phrase("ổ đĩa này chỉ cho đọc", "the disk is read-only"),
    "ENOSPC": Phrase("đĩa đã hết chỗ", "no space left on the disk"),
    "EDQUOT": Phrase("đã hết phần đĩa được dùng", "the disk quota is used up"),
    "EFBIG": Phrase("tệp quá lớn", "the file is too large"),
    "EISDIR": Phrase("đó là một thư mục", "it is a folder"),
    "ENOTDIR": Phrase("đường dẫn đi qua một tệp, không phải thư mục", "the path leads through a file, not a folder"),
    "ENOENT": Phrase("không có tệp hoặc thư mục này", "there is no such file or folder"),
    "EEXIST": Phrase("đã có tệp hoặc thư mục tên này", "there is a file or folder of that name"),
    "ENOTEMPTY": Phrase("thư mục không trống", "the folder is not empty"),
    "ELOOP": Phrase("đường dẫn đi qua liên kết", "the path leads through a link"),
    "ENAMETOOLONG": Phrase("tên quá dài", "the name is too long"),
    "EINVAL": Phrase("tên hoặc loại tệp không dùng được", "the name or the kind of file cannot be used"),
    "EBUSY": Phrase("chương trình khác đang dùng", "another program is using it"),
    "ETXTBSY": Phrase("chương trình khác đang dùng", "another program is using it"),
    "EIO": Phrase("đĩa hoặc mạng bị lỗi", "the disk or the network failed"),
    "EMFILE": Phrase("đang mở quá nhiều tệp", "too many files are open"),
    "ENFILE": Phrase("đang mở quá nhiều tệp", "too many files are open"),
    "no_temporary_folder": Phrase("không thư mục tạm nào ghi được", "no folder for temporary files can be written"),
}
"""Name of an error number, or of what dvk itself met → what it means."""


def reason_of(problem: OSError) -> str:
    """The word for what kept the system from doing it; its own where the table has none."""
    name = errno.errorcode.get(problem.errno or 0, "")
    return name if name in OF_SYSTEM else problem.strerror or ""
