"""People as files and platforms name them: by login or e-mail, where ``@An`` is ``an``."""

from collections.abc import Iterable


def as_compared(person: str) -> str:
    """A login or e-mail address in the form in which platforms compare them: two that are equal are one person's."""
    return person.strip().removeprefix("@").casefold()


def same_person(one: str, other: str) -> bool:
    """Whether two logins or e-mail addresses are one person's."""
    return as_compared(one) == as_compared(other)


def is_among(person: str, people: Iterable[str]) -> bool:
    """Whether somebody is one of these people."""
    return any(same_person(person, other) for other in people)


def each_once(people: Iterable[str]) -> tuple[str, ...]:
    """Each person once, as written first."""
    found: dict[str, str] = {}
    for person in people:
        found.setdefault(as_compared(person), person)
    return tuple(found.values())
