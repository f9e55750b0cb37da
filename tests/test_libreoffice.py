"""The door to LibreOffice: documents of one kind as another, and nothing that a document says is obeyed."""

import io
import os
import shutil
import struct
import sys
import threading
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from dvk.errors import CannotGoOn
from dvk.libreoffice import converted, converted_all

needs_libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
needs_unix = pytest.mark.skipif(os.name == "nt", reason="a script stands for the program")


def word(*lines):
    """Give the bytes of a Word file."""
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    return saved(document)


def saved(document):
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def lines(contents):
    return [paragraph.text for paragraph in Document(io.BytesIO(contents)).paragraphs]


@needs_libreoffice
def test_there_and_back():
    old = converted(word("Thi đua “Dân vận khéo”"), "docx", "doc")
    assert old.startswith(b"\xd0\xcf\x11\xe0")
    assert lines(converted(old, "doc", "docx")) == ["Thi đua “Dân vận khéo”"]


@needs_libreoffice
def test_one_that_cannot_be_read_does_not_keep_the_others_from_it():
    given = [(word("một"), "docx"), (b"PK\x03\x04hong", "docx"), (b"\xd0\xcf\x11\xe0" + bytes(900), "doc")]
    found = list(converted_all([*given, (word("hai"), "docx")], "docx"))
    assert lines(found[0]) == ["một"]
    assert found[1] is None
    assert lines(found[3]) == ["hai"]
    assert list(converted_all([], "pdf")) == []


class _Asked(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append(f"{self.command} {self.path}")
        self.send_error(404)

    do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815 - the names of HTTP

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    """A web server of this machine; ``asked`` is what it was asked for."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Asked) as made:
        made.asked = []
        running = threading.Thread(target=made.serve_forever)
        running.start()
        yield made
        made.shutdown()
        running.join()


def _picture():
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(bytes(4))),
        (b"IEND", b""),
    )
    framed = (struct.pack(">I", len(b)) + t + b + struct.pack(">I", zlib.crc32(t + b)) for t, b in parts)
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + b"".join(framed))


def _field(paragraph, instruction):
    """A field that Word would bring up to date from elsewhere; what it showed last is ``cũ``."""
    for part in ("begin", instruction, "separate", "cũ", "end"):
        run = paragraph.add_run()
        if part == instruction:
            run._r.append(parse_xml(f'<w:instrText {nsdecls("w")} xml:space="preserve">{instruction}</w:instrText>'))
        elif part == "cũ":
            run.text = part
        else:
            run._r.append(parse_xml(f'<w:fldChar {nsdecls("w")} w:fldCharType="{part}"/>'))


@needs_libreoffice
def test_nothing_is_fetched_and_no_other_file_is_read(server, tmp_path):
    secret = tmp_path / "mat.txt"
    secret.write_text("BIMAT", "utf-8")
    address = f"http://127.0.0.1:{server.server_port}"
    document = Document()
    document.add_paragraph().add_run().add_picture(_picture())
    picture = document.element.body.xpath(".//a:blip")[0]
    del picture.attrib[qn("r:embed")]
    picture.set(qn("r:link"), document.part.relate_to(f"{address}/a.png", RELATIONSHIP_TYPE.IMAGE, is_external=True))
    template = RELATIONSHIP_TYPE.HYPERLINK.replace("hyperlink", "attachedTemplate")
    related = document.part._settings_part.relate_to(f"{address}/mau.dotx", template, is_external=True)
    document.settings.element.append(parse_xml(f'<w:attachedTemplate {nsdecls("w", "r")} r:id="{related}"/>'))
    for instruction in (
        f'INCLUDEPICTURE "{address}/b.png"',
        f'INCLUDETEXT "{secret.as_uri()}"',
        f'INCLUDETEXT "{secret}"',
        "DDEAUTO soffice a b",
    ):
        _field(document.add_paragraph(), instruction)
    contents = saved(document)
    back = converted(contents, "docx", "docx")
    assert converted(contents, "docx", "pdf").startswith(b"%PDF")
    assert server.asked == []
    assert not any("BIMAT" in line for line in lines(back))
    assert sum("cũ" in line for line in lines(back)) >= 3


# --- an installation that is broken, or none ---


def program(folder, script):
    """Put a program of that name on a PATH of its own."""
    file = folder / "soffice"
    file.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    file.chmod(0o755)
    return str(folder)


@needs_unix
def test_what_takes_too_long_is_ended_with_all_that_it_started(tmp_path, monkeypatch):
    left = tmp_path / "con"
    path = program(tmp_path, f"/bin/sleep 600 & echo $! > {left}\n/bin/sleep 600")
    monkeypatch.setenv("PATH", path)
    with pytest.raises(CannotGoOn, match="DVK937"):
        converted(word("a"), "docx", "pdf", seconds=1)
    status = Path(f"/proc/{left.read_text().strip()}/stat")
    assert not status.exists() or status.read_text().rpartition(")")[2].split()[0] == "Z"


@needs_unix
def test_one_that_brings_it_down_does_not_keep_the_others_from_it(tmp_path, monkeypatch):
    """The program dies at the second document, in the middle of writing it: that one alone is not converted."""
    script = """
    while [ "$1" != --outdir ]; do shift; done
    out=$2; shift 2
    for file in "$@"; do
        name=${file##*/}
        while read -r line || [ -n "$line" ]; do echo "$line" > "$out/${name%.*}.pdf"; done < "$file"
        read -r first < "$file"
        [ "$first" = chet ] && kill -9 $$
    done
    exit 0"""
    monkeypatch.setenv("PATH", program(tmp_path, script))
    given = [(name.encode() + b"\n", "docx") for name in ("mot", "chet", "ba", "bon")]
    assert list(converted_all(given, "pdf")) == [b"mot\n", None, b"ba\n", b"bon\n"]


@needs_unix
def test_each_call_has_a_profile_of_its_own_that_goes_away(tmp_path, monkeypatch):
    seen = tmp_path / "thay"
    monkeypatch.setenv("PATH", program(tmp_path, f'for word in "$@"; do echo "$word"; done >> {seen}; exit 3'))
    for _ in range(2):
        with pytest.raises(CannotGoOn, match="DVK937"):
            converted(word("a"), "docx", "pdf")
    profiles = {line for line in seen.read_text("utf-8").splitlines() if line.startswith("-env:UserInstallation=file:")}
    assert len(profiles) == 2
    assert not any(Path(line.partition("file://")[2]).exists() for line in profiles)


@needs_unix
def test_without_room_no_paper_is_made_that_lacks_its_letters(tmp_path, monkeypatch):
    """LibreOffice leaves out of a .pdf the fonts for which the disk had no room, and calls that a success."""
    monkeypatch.setenv("PATH", program(tmp_path, "exit 0"))
    monkeypatch.setattr("dvk.libreoffice.ROOM", 1 << 62)
    with pytest.raises(CannotGoOn) as stopped:
        converted(word("a"), "docx", "pdf")
    assert stopped.value.code == "DVK910"
    assert stopped.value.details["problem"] == "ENOSPC"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it is found without PATH")
def test_where_it_is_not_installed_the_command_says_so(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CannotGoOn, match="DVK936"):
        converted(word("a"), "docx", "pdf")


@needs_unix
def test_a_program_that_lies_in_the_folder_of_the_call_is_not_taken(tmp_path, monkeypatch):
    ran = tmp_path / "chay"
    program(tmp_path, f"touch {ran}")
    monkeypatch.chdir(tmp_path)
    for path in ("", ".", f".{os.pathsep}"):
        monkeypatch.setenv("PATH", path)
        with pytest.raises(CannotGoOn):
            converted(word("a"), "docx", "pdf")
    assert not ran.exists()
