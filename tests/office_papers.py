"""Builds Word files from raw markup, and asks LibreOffice what it makes of them."""

import shutil
import subprocess
import zipfile
from io import BytesIO

import pytest

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = " ".join(
    f'xmlns:{name}="{address}"'
    for name, address in {
        "w": W,
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "v": "urn:schemas-microsoft-com:vml",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    }.items()
)
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    '<Override PartName="/word/styles.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>'
    '<Override PartName="/word/numbering.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>'
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'


def document(body):
    """The main part."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>'


def word_file(body="", *, styles="", numbering="", more=None, packing=zipfile.ZIP_DEFLATED):
    """A Word file with this markup in its body, its styles and its numbering; ``more`` replaces parts or adds them."""
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": f'{_RELATIONS}<Relationship Id="a" Type="{_RELATION}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": document(body),
        "word/_rels/document.xml.rels": f'{_RELATIONS}<Relationship Id="a" Type="{_RELATION}/styles" '
        f'Target="styles.xml"/><Relationship Id="b" Type="{_RELATION}/numbering" Target="numbering.xml"/>'
        "</Relationships>",
        "word/styles.xml": f"<w:styles {_NAMESPACES}>{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {_NAMESPACES}>{numbering}</w:numbering>",
    } | (more or {})
    out = BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def para(text, *, style="", properties="", run=""):
    """A paragraph of one run."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f"<w:p><w:pPr>{named}{properties}</w:pPr>"
        f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def item(text, list_id, level=0):
    """A paragraph of a list."""
    return para(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def level(at, form, pattern, **more):
    """A level of a list; ``start``, ``restart``, ``gap``, ``style`` and ``legal`` as Word has them."""
    parts = [f'<w:start w:val="{more.get("start", 1)}"/><w:numFmt w:val="{form}"/>']
    if "restart" in more:
        parts.append(f'<w:lvlRestart w:val="{more["restart"]}"/>')
    if "style" in more:
        parts.append(f'<w:pStyle w:val="{more["style"]}"/>')
    if more.get("legal"):
        parts.append("<w:isLgl/>")
    parts.append(f'<w:suff w:val="{more.get("gap", "space")}"/><w:lvlText w:val="{pattern}"/>')
    return f'<w:lvl w:ilvl="{at}">{"".join(parts)}{more.get("run", "")}</w:lvl>'


def a_list(number, *levels):
    """An abstract list."""
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def a_number(list_id, abstract, overrides=""):
    """A list that counts as an abstract one."""
    return f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'


def libreoffice(folder, contents, into, *, ending="docx"):
    """What LibreOffice makes of a file: the bytes of its txt, pdf, docx or doc; skips where it is not installed."""
    program = shutil.which("soffice")
    if not program:
        pytest.skip("LibreOffice is not installed")
    source = folder / f"source.{ending}"
    source.write_bytes(contents)
    kind = {"txt": "txt:Text (encoded):UTF8", "doc": "doc:MS Word 97", "docx": "docx:MS Word 2007 XML"}.get(into, into)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [program, profile, "--headless", "--convert-to", kind, "--outdir", str(folder / "out"), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return (folder / "out" / f"source.{into}").read_bytes()
