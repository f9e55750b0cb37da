"""What is shaped alike in every kind of document: defaults, state, cited documents, references."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dvk.importing.comparing.forms import words
from dvk.importing.comparing.nodes import Said, Tree, tree_of
from dvk.importing.known import Known
from dvk.importing.paper import Line, Piece
from dvk.importing.quoted import plain
from dvk.importing.tables.head import cited, ended
from dvk.printing.contents.names import Names
from dvk.textfile import Node
from dvk.values import read_reference
from dvk.vietnamese.document_number import parse_document_number
from dvk.vietnamese.document_types import CITED_BY_NUMBER, TYPES
from dvk.vietnamese.misread import Misread

_DEFAULTS = {"every_year": False, "illustrative": False, "covers_predecessors": False, "open_on": "reference_day"}
"""Keys that a paper shows only where they say something else."""
_ABOUT = ("về việc ", "v/v ", "về ")

Fields = dict[str, Tree]


@dataclass(frozen=True)
class Shaping:
    """A document and what its ids mean."""

    kind: str
    document: Mapping[str, Node]
    known: Known

    @cached_property
    def names(self) -> Names:
        """Names on the day of the document."""
        return Names(self.known.workspace, self.known.day)

    def texts(self, key: str) -> list[str]:
        """The texts of a list of the document."""
        found = self.document.get(key)
        return [item for item in found if isinstance(item, str)] if isinstance(found, list) else []

    def inferred(self, key: str) -> bool:
        """Whether a key of the document was inferred."""
        return key in self.texts("inferred")

    @property
    def year(self) -> str:
        """The year of its period; "" where it has none."""
        period = self.document.get("period")
        return period[:4] if isinstance(period, str) else ""

    def called(self, said: Tree) -> Tree:
        """A reference as what it means is called on paper."""
        if not isinstance(said, Said):
            return said
        try:
            reference = read_reference(said.text)
        except Misread:
            return said
        return Said(words(self.names.entry(reference)), said.text, said.path)


def document_fields(tree: Fields, shaping: Shaping) -> Fields:
    """Number, cited documents and recipients; without what a paper shows only where it is out of the common.

    The number of a draft is left blank on paper.
    """
    made = without_defaults(tree)
    if shaping.document.get("state") == "draft":
        made.pop("number", None)
    for key in ("legal_bases", "documents_issued"):
        if key in made:
            made[key] = [basis_form(basis) for basis in rows(made[key])]
    asked = [basis_form(basis) for basis in rows(tree_of(shaping.kind, _asked(shaping), "legal_bases", "answers"))]
    if asked:
        made["legal_bases"] = [*items(made.get("legal_bases", [])), *asked]
    if "recipients" in made:
        made["recipients"] = [_line(said) for said in items(made["recipients"])]
    return made


def without_defaults(tree: Fields) -> Fields:
    """The same without keys that say what goes without saying, at any depth."""
    made: Fields = {}
    for key, item in tree.items():
        if isinstance(item, Said) and key in _DEFAULTS and item.form == _DEFAULTS[key]:
            continue
        if isinstance(item, dict):
            made[key] = without_defaults(item)
        elif isinstance(item, list):
            made[key] = [without_defaults(entry) if isinstance(entry, dict) else entry for entry in item]
        else:
            made[key] = item
    return made


def rows(tree: Tree) -> list[Fields]:
    """The mappings of a list."""
    return [entry for entry in items(tree) if isinstance(entry, dict)]


def items(tree: Tree) -> list[Tree]:
    """The entries of a list; of anything else none."""
    return tree if isinstance(tree, list) else []


def text_of(tree: "Tree | None") -> str:
    """How a scalar was written; "" for anything else."""
    return tree.text if isinstance(tree, Said) else ""


def _line(said: Tree) -> Tree:
    return Said(ended(words(said.text)), said.text, said.path) if isinstance(said, Said) else said


def basis_form(basis: Fields) -> Fields:
    """A cited document: its type by its title or else its number, and the rest of its title."""
    made = {key: item for key, item in basis.items() if key != "title"}
    number = text_of(basis.get("number"))
    made |= {"number": _said(_number(number), basis["number"])} if number else {}
    made |= {"issuer": _said(words(text_of(basis["issuer"])).casefold(), basis["issuer"])} if "issuer" in basis else {}
    title = basis.get("title")
    kind, about = _type_and_rest(words(text_of(title)).casefold()) if title else ("", "")
    usual = _usual_type(number)
    if title and (about or (kind or usual) != usual):
        made["title"] = _said((kind or usual, about), title)
    return made


def _said(form: object, like: Tree) -> Tree:
    return Said(form, text_of(like), like.path if isinstance(like, Said) else "")


def _number(typed: str) -> str:
    return "".join(typed.split()).replace("–", "-")


def _type_and_rest(title: str) -> tuple[str, str]:
    kind = max(
        (n.casefold() for n in CITED_BY_NUMBER if f"{title} ".startswith(f"{n.casefold()} ")), key=len, default=""
    )
    rest = title[len(kind) :].strip()
    about = next((start for start in _ABOUT if rest.startswith(start)), "")
    return kind, rest[len(about) :].rstrip(".")


def _usual_type(number: str) -> str:
    try:
        code = parse_document_number(number).type_code if number else ""
    except Misread:
        return ""
    return TYPES.get(code, "").casefold()


def _asked(shaping: Shaping) -> list[Node]:
    """The plan above and those answered, as the paper cites them, but for those among the legal bases."""
    superior = shaping.document.get("superior_plan")
    typed = [*([superior] if isinstance(superior, str) else []), *shaping.texts("answers")]
    plans = shaping.known.workspace.plans
    paths = [path for path in _paths(typed) if path in plans and not _is_cited(shaping, path)]
    lines = [Line(0, (Piece(f"Căn cứ {shaping.names.document(path)}"),)) for path in paths]
    found = plain(cited(lines).get("legal_bases", []))
    return found if isinstance(found, list) else []


def _paths(typed: Iterable[str]) -> Sequence[str]:
    found: list[str] = []
    for text in typed:
        try:
            found.append(read_reference(text).path)
        except Misread:
            continue
    return list(dict.fromkeys(found))


def _is_cited(shaping: Shaping, path: str) -> bool:
    plan = shaping.known.workspace.plans[path]
    bases = shaping.document.get("legal_bases")
    for basis in bases if isinstance(bases, list) else ():
        if isinstance(basis, dict) and plan.number:
            number, title = basis.get("number"), basis.get("title")
            if number == plan.number or (not number and isinstance(title, str) and plan.number in title):
                return True
    return False
