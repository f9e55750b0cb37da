"""What a Word file looks like, worked out from its XML as Word does it: defaults, styles above each other, direct."""

import zipfile
from functools import cached_property

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SWITCHES = ("b", "i", "caps", "keepNext", "widowControl")


def attribute(element, name, default=None):
    return default if element is None else element.get(f"{W}{name}", default)


def words(element):
    return "".join(node.text or "" for node in element.iter(f"{W}t"))


class Measured:
    """One .docx."""

    def __init__(self, file):
        self.parts = {}
        with zipfile.ZipFile(file) as archive:
            for name in archive.namelist():
                if name.endswith((".xml", ".rels")):
                    self.parts[name] = etree.fromstring(archive.read(name))

    @property
    def body(self):
        return self.parts["word/document.xml"].find(f"{W}body")

    @property
    def sections(self):
        return list(self.body.iter(f"{W}sectPr"))

    @cached_property
    def styles(self):
        """Styles of paragraphs by id."""
        every = self.parts["word/styles.xml"].iterfind(f"{W}style[@{W}type='paragraph']")
        return {style.get(f"{W}styleId"): style for style in every}

    def name(self, paragraph):
        """The name of a paragraph's style."""
        style = self.styles.get(attribute(paragraph.find(f"{W}pPr/{W}pStyle"), "val"))
        return "" if style is None else attribute(style.find(f"{W}name"), "val")

    def style(self, name):
        """Every property that a paragraph of this style has, nothing set by hand."""
        found = {}
        defaults = self.parts["word/styles.xml"].find(f"{W}docDefaults")
        for part, tag in (("pPrDefault", "pPr"), ("rPrDefault", "rPr")):
            found |= properties(defaults.find(f"{W}{part}/{W}{tag}"))
        for style in self._chain(name):
            found |= properties(style.find(f"{W}pPr")) | properties(style.find(f"{W}rPr"))
        return found

    def _chain(self, name):
        style = next(
            s for s in self.styles.values() if attribute(s.find(f"{W}name"), "val").casefold() == name.casefold()
        )
        chain = [style]
        while (above := attribute(chain[-1].find(f"{W}basedOn"), "val")) is not None:
            chain.append(self.styles[above])
        return reversed(chain)

    def paragraphs(self):
        """Every paragraph of the body that holds words, with the name of its style."""
        return [(self.name(p), p) for p in self.body.iter(f"{W}p") if words(p).strip()]

    def header(self, section, kind, part="header"):
        """The header or footer of a section; None where it has none of its own."""
        relations = {r.get("Id"): r.get("Target") for r in self.parts["word/_rels/document.xml.rels"]}
        for reference in section.iterfind(f"{W}{part}Reference"):
            if attribute(reference, "type") == kind:
                key = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
                return self.parts[f"word/{relations[reference.get(key)]}"]
        return None


def properties(element):
    """The properties of one level, flat: ``{"sz": "28", "b": True, "spacing.before": "120"}``."""
    found = {}
    for child in element if element is not None else ():
        tag = etree.QName(child).localname
        if tag in SWITCHES:
            found[tag] = attribute(child, "val", "1") not in {"0", "false", "off"}
        elif tag in {"spacing", "ind", "rFonts"}:
            found |= {f"{tag}.{etree.QName(key).localname}": value for key, value in child.attrib.items()}
        else:
            found[tag] = attribute(child, "val", "")
    return found


def has_page_number(part):
    return part is not None and any("PAGE" in (node.text or "") for node in part.iter(f"{W}instrText"))
