"""Fields that a return names."""

from dvk.editing.aims import aim_at, inside, joined, not_in_file
from dvk.kinds import KINDS
from dvk.textfile import Sheet
from dvk.textfile.paths import read_key


def known_field(data: bytes, kind: str, field: str) -> str:
    """A field of a document as paths are written, or one that it may have and lacks; an entry has to be there.

    Raises:
        CannotGoOn: DVK914, with the nearest fields, if there is none.
    """
    aim = aim_at(Sheet(data, front_matter=KINDS[kind].front_matter), kind, field)
    shape = aim.shape
    for segment in aim.rest:
        key = read_key(segment)
        shape = inside(shape, key) if shape is not None and key is not None else None
    if shape is None or not (aim.steps or aim.rest):
        raise not_in_file(aim)
    return joined(aim.done, *aim.rest)
