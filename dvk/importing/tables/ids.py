"""Ids for what has none on paper."""


def unused(wanted: str, taken: set[str]) -> str:
    """An id that is not taken: itself, else with a number behind it; it is taken from then on."""
    base = wanted or "muc"
    found = next(name for n in range(1, len(taken) + 2) if (name := base if n == 1 else f"{base}-{n}") not in taken)
    taken.add(found)
    return found
