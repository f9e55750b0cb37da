"""Whether a paper is of the unit that it is read for: by the names in its letterhead, and by its number."""

from collections.abc import Iterator

from dvk.importing.known import Known
from dvk.importing.quoted import Draft, Quoted
from dvk.naming import compared, names_of
from dvk.workspace import Workspace

_OFFICES = frozenset(
    ["ban", "thuong", "vu", "truc", "chap", "hanh", "bch", "btv", "btt", "uy", "uỷ", "ubmttq", "bc", "hoi"]
)
"""Words for the office inside a body, which are in no name of a unit."""


def issuer_of(known: Known, issuer: Quoted | None) -> Quoted:
    """The unit, to be looked at where the paper names another body as the one that issued it.

    A letterhead names a unit in its own way: that all words of the one stand in the other is enough.
    """
    if issuer is None or known.unit not in known.workspace.organisation.units:
        return Quoted(known.unit)
    printed = frozenset(compared(issuer.value).split()) - _OFFICES
    if not printed or any(printed <= name or name <= printed for name in _names(known)):
        return Quoted(known.unit, issuer.line, issuer.value)
    return Quoted(known.unit, issuer.line, issuer.value, "issuer_differs")


def same_number(workspace: Workspace, unit: str, draft: Draft, year: int) -> str | None:
    """The document of the unit that has the paper's number already, of the same year."""
    if not isinstance(draft, Quoted):
        return None
    return next(
        (
            path
            for path, filing in workspace.filings()
            if filing.unit == unit and filing.number == draft.value and filing.period.year == year
        ),
        None,
    )


def _names(known: Known) -> Iterator[frozenset[str]]:
    unit = known.workspace.organisation.units[known.unit]
    for name in (*names_of(unit), *(dated.value for dated in unit.letterheads)):
        yield frozenset(compared(name).split()) - _OFFICES
