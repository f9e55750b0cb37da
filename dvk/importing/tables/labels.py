"""What titles of columns and labels of rows are called on paper, folded as ``naming.compared`` does; data, not rules.

dvk's own words stand first, those of forms that offices use beside them. A title may go on after its words.
"""

from dvk.importing.tables.grids import Titles

OBLIGATIONS: Titles = {
    "title": ("van ban phai nop", "noi dung bao cao", "loai van ban", "ten bao cao", "ten van ban"),
    "who": ("don vi thuc hien", "don vi nop", "don vi bao cao", "doi tuong"),
    "period": ("ky", "ky bao cao", "ky han"),
    "due": ("thoi han", "han nop", "thoi gian nop", "thoi gian gui"),
    "channel": ("noi nhan", "gui ve", "noi gui", "hinh thuc gui"),
}
TARGETS: Titles = {
    "indicator": ("chi tieu", "ten chi tieu", "noi dung chi tieu", "noi dung"),
    "measure": ("don vi tinh", "dvt"),
    "value": ("muc giao", "muc", "giao", "chi tieu giao", "so luong", "ke hoach"),
    "scope": ("pham vi", "don vi thuc hien", "don vi", "doi tuong"),
    "year": ("nam",),
}
FIGURES: Titles = {
    "number": ("tt", "stt", "so tt", "so thu tu"),
    "indicator": ("chi tieu", "ten chi tieu", "noi dung", "noi dung chi tieu", "tieu chi", "cac chi tieu"),
    "measure": ("don vi tinh", "dvt", "don vi"),
    "target": ("giao", "chi tieu giao", "ke hoach", "chi tieu duoc giao", "kh", "chi tieu ke hoach", "dang ky"),
    "value": ("ket qua", "thuc hien", "ket qua thuc hien", "so lieu", "da thuc hien", "so luong", "dat duoc", "th"),
    "percent": ("dat", "ty le", "ti le", "phan tram", "% ", "ty le dat", "ti le dat", "% dat", "% so voi"),
    "last_year": ("nam", "cung ky", "nam truoc", "so voi cung ky", "cung ky nam truoc", "so sanh"),
    "note": ("ghi chu", "ly do"),
}
MODELS_OF_REPORT: Titles = {
    "number": ("tt", "stt", "so tt", "so thu tu"),
    "name": ("mo hinh", "ten mo hinh", "ten goi", "ten mo hinh dan van kheo", "ten cong trinh", "noi dung mo hinh"),
    "field": ("linh vuc",),
    "stage": ("giai doan", "tinh trang", "hien trang"),
    "target": ("giao", "dang ky", "chi tieu", "chi tieu dang ky", "muc tieu"),
    "results": ("ket qua", "ket qua thuc hien", "ket qua dat duoc", "hieu qua", "so luong"),
    "text": ("noi dung",),
    "spent": ("da chi", "kinh phi", "kinh phi thuc hien", "so tien", "tong kinh phi"),
    "unit": ("don vi", "don vi thuc hien", "don vi dang ky", "chu tri"),
    "note": ("ghi chu",),
}
MODEL: Titles = {
    "name": ("ten mo hinh", "ten goi", "ten goi mo hinh", "mo hinh", "ten mo hinh dang ky", "ten viec lam"),
    "type": ("loai", "loai mo hinh", "hinh thuc", "tap the ca nhan", "tap the hoac ca nhan", "tap the hay ca nhan"),
    "collective": ("tap the",),
    "individual": ("ca nhan",),
    "field": ("linh vuc", "thuoc linh vuc"),
    "unit": ("don vi chu tri", "don vi dang ky", "don vi thuc hien", "chu tri", "nguoi dang ky", "don vi"),
    "owners": ("dong chu tri", "cung chu tri", "don vi cung thuc hien"),
    "years": ("thoi gian", "thoi gian thuc hien", "nam", "nam thuc hien", "giai doan thuc hien"),
    "department": ("bo phan phu trach", "ban phu trach", "bo phan tham muu"),
    "situation": ("tinh hinh", "tinh hinh ly do", "ly do", "su can thiet", "dac diem tinh hinh", "ly do chon mo hinh"),
    "goal": ("muc tieu", "muc dich", "muc dich yeu cau", "muc tieu cua mo hinh"),
    "targets": ("chi tieu", "chi tieu dang ky", "chi tieu cu the", "so luong", "ket qua du kien"),
    "content": ("noi dung", "noi dung thuc hien", "noi dung mo hinh", "noi dung cu the", "noi dung va cach lam"),
    "method": ("cach lam", "cach thuc", "cach thuc thuc hien", "bien phap", "giai phap", "phuong phap"),
    "area": ("dia ban", "dia diem", "dia ban thuc hien", "noi thuc hien", "dia diem thuc hien", "pham vi"),
    "beneficiaries": ("nguoi thu huong", "doi tuong thu huong", "doi tuong", "doi tuong huong loi"),
    "forces": ("luc luong", "don vi phoi hop", "phoi hop", "luc luong tham gia", "thanh phan tham gia"),
    "budget": ("kinh phi du kien", "kinh phi", "du toan", "du kien kinh phi", "tong kinh phi", "kinh phi thuc hien"),
    "resources": ("nguon luc", "nguon kinh phi", "nguon luc thuc hien"),
    "timetable": ("tien do", "tien do thuc hien", "ke hoach thuc hien", "lo trinh"),
    "output": ("san pham", "san pham cach kiem chung", "san pham dau ra", "dau ra"),
    "upkeep": ("duy tri", "bien phap duy tri"),
    "replication": ("nhan rong", "kha nang nhan rong", "phuong an nhan rong", "duy tri nhan rong"),
    "replicated_from": ("nhan rong tu", "nhan tu", "hoc tap tu"),
    "stages": ("cac giai doan da qua", "giai doan"),
    "note": ("ghi chu",),
    "number": ("tt", "stt", "so tt", "so thu tu"),
}
