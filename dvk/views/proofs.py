"""Signatures of commits and stamps as tables and as JSON."""

from collections.abc import Sequence

from dvk.messages import Language, Phrase
from dvk.messages.of_keys import CHOICES
from dvk.proofs import SIGNERS, CommitProof, StampProof, Verified
from dvk.vietnamese.dates import format_date
from dvk.views.table import Cell, Column, Table
from dvk.workspace import Workspace

_STATUS = {
    "good": Phrase("đúng", "good"),
    "bad": Phrase("chữ ký sai", "bad"),
    "unknown_key": Phrase("khoá lạ", "unknown key"),
    "out_of_time": Phrase("khoá hết hạn khi nhận, ngày chỉ do commit tự khai", "key expired by its receipt"),
    "none": Phrase("không ký", "not signed"),
    "unsupported": Phrase("không phải chữ ký SSH", "no SSH signature"),
    "another_person": Phrase("người khác ký", "signed by somebody else"),
    "not_of_unit": Phrase("người ký không thuộc đơn vị", "signed by nobody of the unit"),
    "other_content": Phrase("commit có nội dung khác nội dung đóng dấu", "the commit holds other content"),
    "not_merged": Phrase("chưa vào nhánh chính", "not on the main branch yet"),
    "not_committed": Phrase("chưa commit", "not committed"),
}
_NO_SIGNERS = Phrase(
    f"Nhánh chính không có tệp {SIGNERS}: không biết tin khoá nào.",
    f"The main branch has no file {SIGNERS}: no key is known to be trusted.",
)


def proofs_json(found: Verified) -> dict[str, object]:
    """Signatures, as documented in docs/output.md."""
    return {
        "signers_of": found.trusted if found.has_signers else None,
        "commits": [_commit_json(proof) for proof in found.commits],
        "stamps": [_stamp_json(proof) for proof in found.stamps],
    }


def _commit_json(proof: CommitProof) -> dict[str, object]:
    return {
        "commit": proof.commit,
        "author": proof.author,
        "email": proof.email,
        "subject": proof.subject,
        "status": proof.status,
        "principal": proof.principal or None,
        "key": proof.key or None,
    }


def _stamp_json(proof: StampProof) -> dict[str, object]:
    return {
        "file": proof.path,
        "step": proof.stamp.step,
        "unit": proof.stamp.unit,
        "who": proof.stamp.who,
        "when": proof.stamp.when.day.isoformat(),
        "commit": proof.commit,
        "status": proof.status,
        "principal": proof.principal or None,
    }


def proofs_tables(workspace: Workspace, found: Verified, language: Language) -> list[Table]:
    """The stamps, where any were asked for, and the commits."""
    tables = [_stamps(workspace, found.stamps, language)] if found.stamps else []
    if found.commits or not tables:
        tables.append(_commits(found.commits, language))
    if not found.has_signers:
        tables[-1].notes.append(_NO_SIGNERS.to(language))
    return tables


def _commits(proofs: Sequence[CommitProof], language: Language) -> Table:
    en = language == "en"
    columns = (
        Column("commit", "commit", reader="machine"),
        Column("commit_short", "commit", reader="people"),
        Column("author", "author" if en else "người viết"),
        Column("subject", "what" if en else "việc"),
        Column("status", "status", reader="machine"),
        Column("signature", "signature" if en else "chữ ký", reader="people"),
        Column("principal", "by" if en else "của"),
        Column("key", "key", reader="machine"),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            proof.commit,
            proof.commit[:10],
            proof.author,
            proof.subject,
            proof.status,
            _STATUS[proof.status].to(language),
            proof.principal or None,
            proof.key or None,
        )
        for proof in proofs
    ]
    return Table(_title("commits", proofs, language), columns, rows, name="Commits")


def _stamps(workspace: Workspace, proofs: Sequence[StampProof], language: Language) -> Table:
    en = language == "en"
    columns = (
        Column("file", "file" if en else "tệp"),
        Column("step", "step" if en else "bước"),
        Column("unit", "unit" if en else "đơn vị"),
        Column("who", "who" if en else "ai"),
        Column("when", "when" if en else "ngày"),
        Column("commit", "commit"),
        Column("signature", "signature" if en else "chữ ký"),
        Column("principal", "by" if en else "của"),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            proof.path,
            CHOICES[f"step.{proof.stamp.step}"].to(language),
            workspace.organisation.name_or_id(proof.stamp.unit, proof.stamp.when.day),
            proof.stamp.who,
            format_date(proof.stamp.when.day),
            (proof.commit or "")[:10] or None,
            _STATUS[proof.status].to(language),
            proof.principal or None,
        )
        for proof in proofs
    ]
    return Table(_title("stamps", proofs, language), columns, rows, name="Stamps" if en else "Dấu")


def _title(what: str, proofs: Sequence[CommitProof | StampProof], language: Language) -> str:
    """``Chữ ký của commit: đúng 3/5``."""
    good = sum(proof.status == "good" for proof in proofs)
    if language == "en":
        return f"Signatures of {what}: {good} of {len(proofs)} good"
    return f"Chữ ký của {'commit' if what == 'commits' else 'dấu'}: đúng {good}/{len(proofs)}"
