"""DVK447, DVK448, DVK449: profiles that are not there, in a circle, or of another form of number."""

from collections.abc import Iterator

from dvk.entries import listed
from dvk.findings import Mistake
from dvk.naming import Known
from dvk.profiles import Profiles, profile_id
from dvk.snapshot import SETTINGS_FILE
from dvk.vietnamese.document_number import parse_document_number
from dvk.workspace_checks.books import Books, Found, is_unread


def named(books: Books) -> Found:
    """DVK447: a line, a document or another profile names a profile that is not there: it is printed otherwise."""
    if is_unread(books.workspace, "profile"):
        return
    known = Known(Profiles(books.workspace).ids())
    for path, field, name in _named(books):
        if name not in known:
            yield path, Mistake("DVK447", field, {"profile": name, "near": known.near(name)})


def _named(books: Books) -> Iterator[tuple[str, str, str]]:
    """Path, field and name, wherever a profile is named."""
    workspace = books.workspace
    for at, line in listed("lines", workspace.settings.lines):
        if line.profile:
            yield SETTINGS_FILE, f"{at}.profile", line.profile
    for path, filing in workspace.filings():
        if filing.profile:
            yield path, "profile", filing.profile
    for path, file in workspace.profiles.items():
        if file.like:
            yield path, "like", file.like


def circles(books: Books) -> Found:
    """DVK448: a profile that is like another one which is like it: what neither says nobody says."""
    own = {profile_id(path): (path, file) for path, file in books.workspace.profiles.items()}
    for name, (path, file) in own.items():
        chain, here = [name], file.like
        while here in own and here not in chain:
            chain.append(here)
            here = own[here][1].like
        if here == name and len(chain) > 1:
            yield path, Mistake("DVK448", "like", {"chain": " → ".join([*chain, name])})


def number_forms(books: Books) -> Found:
    """DVK449: a number written in the form of another line: 12/KH-… where the profile wants 12-KH/…."""
    if is_unread(books.workspace, "profile"):
        return
    profiles = Profiles(books.workspace)
    for path, filing in books.workspace.filings():
        if not filing.number:
            continue
        number, profile = parse_document_number(filing.number), profiles.of_filing(filing)
        if number.style != profile.number.form:
            clear = str(number.in_style(profile.number.form))
            yield path, Mistake("DVK449", "number", {"typed": filing.number, "profile": profile.id, "clear": clear})
