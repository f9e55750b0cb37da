"""The keys of documents that no paper shows, each with the reason: what is read back cannot hold them."""

from dvk.messages import Phrase

_ID = Phrase("mã do dvk đặt, giấy chỉ có tên", "an id of dvk's; paper has names")
_INFERRED = Phrase("lời của người nhập về nguồn", "what whoever typed it says of the source")
_PHRASE = Phrase("câu của văn bản nguồn, không phải của văn bản này", "words of the source, not of this document")
_FILE = Phrase("của tệp, không của văn bản", "of the file, not of the document")
_SENT = Phrase("việc gửi, nhận sau khi ký", "sending and receiving, after it was signed")
_CITED = Phrase("in thành một dòng căn cứ", "printed as one of the legal bases")
_NOTE = Phrase("ghi chú của người nhập", "a note of whoever typed it")
_LOOK = Phrase("là cách trình bày, không phải lời", "the look, not the words")

_DRAFT = Phrase("bản đọc vào luôn là bản nháp", "whatever is read in is a draft at first")

_HEAD = {
    "schema": _FILE,
    "state": _DRAFT,
    "revision": _FILE,
    "profile": _LOOK,
    "answers": _CITED,
    "submitted": _SENT,
    "returns": _SENT,
    "stamps": _SENT,
    "changes": _FILE,
    "inferred": _INFERRED,
    "note": _NOTE,
}
UNPRINTED: dict[str, dict[str, Phrase]] = {
    "plan": {
        **_HEAD,
        "superior_plan": _CITED,
        "events.id": _ID,
        "obligations.id": _ID,
        "obligations.phrase": _PHRASE,
        "obligations.inferred": _INFERRED,
        "targets.phrase": _PHRASE,
        "targets.inferred": _INFERRED,
    },
    "registration": {**_HEAD, "models.id": _ID},
    "report": {**_HEAD, "exemplars.id": _ID},
}
"""By kind of document and path of the key in its schema."""
