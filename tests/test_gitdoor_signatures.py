"""Who signed a commit, by the signers that the caller trusts and by nothing that a repository says."""

import shutil
import subprocess

import pytest
from repositories import NOON, commit, git, new_repository, write

from dvk import gitdoor
from dvk.errors import CannotGoOn
from dvk.gitdoor import Signature

pytestmark = pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="signs with ssh-keygen")


@pytest.fixture(scope="module")
def keys(tmp_path_factory):
    """Two keys, of An and Bình: name → file of the private half."""
    folder = tmp_path_factory.mktemp("khoa")
    for name in ("an", "binh"):
        words = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", name]
        subprocess.run(words, cwd=folder, check=True, stdin=subprocess.DEVNULL)
    return {name: folder / name for name in ("an", "binh")}


@pytest.fixture
def repository(tmp_path):
    return new_repository(tmp_path / "kho")


def public(key):
    return key.with_suffix(".pub").read_text(encoding="utf-8").strip()


def signers(keys, options=""):
    return "".join(f"{name}@example.org {options}{public(key)}\n" for name, key in keys.items()).encode()


def signed(root, key, files, at=NOON):
    write(root, files)
    git(root, "add", "-A", ".")
    ways = ["-c", "gpg.format=ssh", "-c", f"user.signingKey={key}"]
    git(root, *ways, "commit", "-q", "-S", "-m", "ký", at=at)
    return git(root, "rev-parse", "HEAD")


def changed(root, tip, before, after):
    """The same commit with other bytes, made past git's own care."""
    raw = git(root, "cat-file", "commit", tip).encode() + b"\n"
    assert before in raw
    return git(root, "hash-object", "-t", "commit", "-w", "--stdin", given=raw.replace(before, after))


def fingerprint(key):
    said = subprocess.run(["ssh-keygen", "-l", "-f", f"{key}.pub"], check=True, capture_output=True, text=True)
    return said.stdout.split()[1]


def signature_of(root, tip, allowed_signers, main=None):
    """What the signature of one commit comes to, by default as though it were the main branch's last."""
    return gitdoor.signatures_of(root, [tip], allowed_signers, main or tip)[0]


def test_a_signer_of_the_list_is_named(repository, keys):
    tip = signed(repository, keys["binh"], {"a": "1"})
    found = signature_of(repository, tip, signers(keys))
    assert found == Signature("good", "binh@example.org", fingerprint(keys["binh"]))


def test_a_key_that_is_on_no_list_is_unknown(repository, keys):
    tip = signed(repository, keys["an"], {"a": "1"})
    for list_of in (
        b"",
        signers({"binh": keys["binh"]}),
        b"\xff\xfe khong phai\n",
        b"an@example.org ssh-ed25519 hong\n",
    ):
        assert signature_of(repository, tip, list_of).status == "unknown_key"
        assert signature_of(repository, tip, list_of).principal == ""


def test_a_signature_over_something_else_is_bad(repository, keys):
    tip = signed(repository, keys["an"], {"a": "1"})
    for forged in (changed(repository, tip, "ký".encode(), b"khac"), changed(repository, tip, b"> 16", b"> 15")):
        assert signature_of(repository, forged, signers(keys)).status == "bad"


def test_what_only_looks_like_a_signature_is_bad(repository, keys):
    tip = signed(repository, keys["an"], {"a": "1"})
    halved = changed(repository, tip, b"\n -----END SSH SIGNATURE-----", b"")
    emptied = changed(repository, tip, b"\n U1NIU0lH", b"\n AAAA")
    for _ in range(3):  # ssh-keygen may stop before git has told it all
        assert signature_of(repository, halved, signers(keys)).status == "bad"
        assert signature_of(repository, emptied, signers(keys)).status == "bad"


def test_without_a_signature_there_is_none_even_if_the_message_shows_one(repository, keys):
    tip = signed(repository, keys["an"], {"a": "1"})
    raw = git(repository, "cat-file", "commit", tip)
    signature = raw[raw.index("gpgsig") : raw.index("-----END")]
    git(repository, "commit", "-q", "--allow-empty", "-m", f"x\n\n{signature}")
    assert signature_of(repository, git(repository, "rev-parse", "HEAD"), signers(keys)) == Signature("none")


def test_other_kinds_of_signatures_and_several_at_once_are_not_judged(repository, keys):
    tip = signed(repository, keys["an"], {"a": "1"})
    pgp = changed(repository, tip, b"SSH SIGNATURE", b"PGP SIGNATURE")
    header = "gpgsig " + git(repository, "cat-file", "commit", tip).partition("gpgsig ")[2].partition("\n\n")[0]
    twice = changed(repository, tip, b"\ngpgsig ", f"\n{header}\ngpgsig ".encode())
    for odd in (pgp, twice):
        assert signature_of(repository, odd, signers(keys)) == Signature("unsupported")


def test_a_signer_may_be_bound_to_a_time_and_to_git(repository, keys):
    tip = signed(repository, keys["an"], {"a": "1"})
    day = {2020: 'valid-before="20200101" ', 2021: 'valid-after="20200101",valid-before="20210101" '}
    assert signature_of(repository, tip, signers(keys, day[2021])).status == "good"
    assert signature_of(repository, tip, signers(keys, day[2020])).status != "good"
    assert signature_of(repository, tip, signers(keys, 'namespaces="file" ')).status != "good"
    assert signature_of(repository, tip, signers(keys, 'namespaces="git" ')).status == "good"


def test_a_key_that_has_expired_is_not_good_again_in_a_commit_that_claims_an_older_date(repository, keys):
    """The date of a commit is what its author says; the main branch before it has a later one."""
    until_2021 = signers(keys, 'valid-before="20210101" ')
    in_time = signed(repository, keys["an"], {"a": "1"})
    late = commit(repository, {"a": "2"}, at=NOON + 400 * 86400)
    backdated = signed(repository, keys["an"], {"a": "3"}, at=NOON)
    assert signature_of(repository, in_time, until_2021, backdated).status == "good"
    found = signature_of(repository, backdated, until_2021, backdated)
    assert found == Signature("out_of_time", "", fingerprint(keys["an"]))
    assert signature_of(repository, backdated, until_2021, late).status == "out_of_time"
    assert signature_of(repository, backdated, b"", late).status == "unknown_key"


def test_the_lists_and_programs_that_the_repository_names_count_for_nothing(repository, keys):
    tip, binh = (signed(repository, keys[name], {"a": name}) for name in ("an", "binh"))
    ran = repository.parent / "ran"
    write(
        repository,
        {".git/evil.sh": f"#!/bin/sh\ntouch {ran}\necho 'Good \"git\" signature for an with X key SHA256:x'\n"},
    )
    (repository / ".git/evil.sh").chmod(0o755)
    (repository / ".git/signers").write_bytes(signers(keys))
    (repository / ".git/revoked").write_text(public(keys["binh"]) + "\n", encoding="utf-8")
    for name, value in {
        "gpg.ssh.program": "evil.sh",
        "gpg.program": "evil.sh",
        "gpg.ssh.allowedSignersFile": "signers",
        "gpg.ssh.revocationFile": "revoked",
        "gpg.minTrustLevel": "ultimate",
    }.items():
        path = repository / ".git" / value
        git(repository, "config", name, str(path) if path.exists() else value)
    assert signature_of(repository, tip, b"").status == "unknown_key"
    assert signature_of(repository, binh, signers(keys)).status == "good"
    assert not ran.exists()


def test_a_signer_with_a_pattern_or_a_strange_name_is_shown_as_it_is_listed(repository, keys):
    tip = signed(repository, keys["an"], {"a": "1"})
    found = signature_of(repository, tip, f"*@example.org {public(keys['an'])}\n".encode())
    assert (found.status, found.principal) == ("good", "*@example.org")
    strange = signature_of(repository, tip, f"an\u202e@example.org {public(keys['an'])}\n".encode())
    assert strange.principal.isprintable()


def test_a_repository_with_long_ids_is_judged_alike(tmp_path, keys):
    root = tmp_path / "dai"
    git(tmp_path, "init", "-q", "-b", "main", "--object-format=sha256", str(root))
    tip = signed(root, keys["an"], {"a": "1"})
    assert len(tip) == 64
    assert signature_of(root, tip, signers(keys)).status == "good"
    assert signature_of(root, commit(root, {"a": "2"}), signers(keys)).status == "none"


def test_where_ssh_keygen_is_missing_that_is_said_for_ssh_signatures_only(repository, keys, tmp_path, monkeypatch):
    plain = commit(repository, {"a": "1"})
    tip = signed(repository, keys["an"], {"a": "2"})
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/git").symlink_to(shutil.which("git"))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    assert signature_of(repository, plain, b"").status == "none"
    with pytest.raises(CannotGoOn, match=r"^DVK957") as caught:
        signature_of(repository, tip, b"")
    assert caught.value.details == {"program": "ssh-keygen"}


def test_a_commit_that_is_not_there_is_said(repository):
    commit(repository, {"a": "1"}, at=NOON)
    with pytest.raises(CannotGoOn, match=r"^DVK981"):
        signature_of(repository, "1" * 40, b"")
