"""What was read, as a new file in its place, or held against a document that is there."""

from collections.abc import Iterator, Sequence

from dvk.errors import CannotGoOn
from dvk.importing.comparing import Difference, differences
from dvk.importing.draft_text import TO_LOOK_AT, draft_text, reads_as
from dvk.importing.quoted import Quoted, leaves
from dvk.importing.reading_papers import Import
from dvk.kinds import KINDS
from dvk.skeletons import NewFile
from dvk.skeletons.scalars import shortened
from dvk.snapshot import LARGEST_FILE
from dvk.textfile import read_text
from dvk.vietnamese.text import slug
from dvk.workspace import Workspace

_NAMES = {"plan": ("programme", "subject"), "registration": (), "report": ()}
"""The keys that a file of a kind is named by; a registration and a report bear the name of their period."""
_REGISTRATION = "mo-hinh"


def draft_of(read: Import, workspace: Workspace) -> NewFile:
    """The draft of what was read, for the place where it belongs.

    Raises:
        CannotGoOn: DVK948 where it would be larger than a document may be.
        RuntimeError: where the text would not be read as the draft: a mistake of ours.
    """
    path = _path(read, workspace)
    text = draft_text(read.kind, path, read.draft, list(_remarks(read)))
    if len(text.encode()) > LARGEST_FILE:
        raise CannotGoOn("DVK948", path=read.paper.name, fault="too_much_text")
    if not reads_as(read.kind, text, read.draft):
        raise RuntimeError(f"a draft that does not read as it was meant: {path}")
    return NewFile(path, text, "")


def differences_to(workspace: Workspace, path: str, read: Import) -> list[Difference]:
    """Where a paper says something else than a document of the workspace, of the same kind.

    The printed form of a draft has no number; a paper that bears one is no such form, and is held against all of it.
    """
    document = read_text(workspace.snapshot.read(path)).tree or {}
    if "number" in read.draft:
        document = {key: item for key, item in document.items() if key != "state"}
    return differences(read.kind, document, read.draft, read.known)


def _path(read: Import, workspace: Workspace) -> str:
    folder = workspace.organisation.folder_of(read.known.unit)
    period = read.draft.get("period")
    year = period.value[:4] if isinstance(period, Quoted) else str(read.known.day.year)
    return f"{KINDS[read.kind].folder}/{year}/{folder}/{_name(read)}.yaml"


def _name(read: Import) -> str:
    """The name of the file: that of the programme or subject of a plan, the period of a report."""
    for key in _NAMES[read.kind]:
        named = read.draft.get(key)
        if isinstance(named, Quoted) and slug(named.value):
            return shortened(slug(named.value))
    period = read.draft.get("period")
    if read.kind == "report" and isinstance(period, Quoted):
        return period.value
    return _REGISTRATION if read.kind == "registration" else read.kind


def _remarks(read: Import) -> list[str]:
    """What stands on top of the file."""
    doubtful = sum(bool(value.doubt) for _, value in leaves(read.draft))
    found = [f"Đọc từ {read.paper.name}. Số dòng là số thứ tự của đoạn trong văn bản đó."]
    if doubtful:
        found.append(f"{doubtful} chỗ cần xem lại: tìm chữ {TO_LOOK_AT}.")
    if read.paper.converted:
        found.append(f"Chữ đã đổi từ bảng mã {', '.join(read.paper.converted)}.")
    if read.missing:
        found.append(f"Không thấy trong văn bản: {', '.join(read.missing)}.")
    if read.told:
        found.append(f"Không chép lại vào text, vì đã thành việc phải nộp và phân công: {'; '.join(read.told)}.")
    return [*found, *_beside(read)]


def _beside(read: Import) -> Iterator[str]:
    """Models and the standing department in words, for whoever registers the one and declares the other."""
    models, standing = read.beside.get("models"), read.beside.get("standing")
    for model in models if isinstance(models, Sequence) else ():
        values = [value for _, value in leaves(model)]
        phrases = dict.fromkeys(value.phrase for value in values[1:] if value.phrase)
        yield f"Mô hình (dòng {values[0].line}): {'; '.join([values[0].value, *phrases])}"
    if isinstance(standing, Quoted):
        yield f"Bộ phận thường trực (dòng {standing.line}): {standing.value}"
