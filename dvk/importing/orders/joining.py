"""What the sentences of a plan order, and what its own tables do, as one."""

from collections.abc import Mapping, Sequence

from dvk.importing.quoted import Draft, Quoted
from dvk.naming import FreeIds

_DUE = ("kind", "period", "before", "by")


def with_tables(found: Mapping[str, Draft], tables: Mapping[str, Draft]) -> dict[str, Draft]:
    """The keys of both; lists one behind the other, what a table asks only once, and no id twice.

    Args:
        found: what sentences say.
        tables: what tables say; it wins over the same obligation in a sentence.
    """
    made = {**found, **tables}
    for key in ("obligations", "targets"):
        said, rows = _items(found.get(key)), _items(tables.get(key))
        if not said or not rows:
            continue
        ids = FreeIds(_value(row.get("id")) for row in rows)
        due = [_due(row) for row in rows]
        kept = [one for one in said if key == "targets" or _due(one) not in due]
        made[key] = [*(_renamed(one, ids) for one in kept), *rows]
    return made


def _items(draft: "Draft | None") -> list[Mapping[str, Draft]]:
    items = draft if isinstance(draft, Sequence) else ()
    return [item for item in items if isinstance(item, Mapping)]


def _due(item: Mapping[str, Draft]) -> tuple[str, ...]:
    return tuple(_value(item.get(key)) for key in _DUE)


def _value(draft: "Draft | None") -> str:
    return draft.value if isinstance(draft, Quoted) else ""


def _renamed(item: Mapping[str, Draft], ids: FreeIds) -> Mapping[str, Draft]:
    """The same with an id that no other has; targets have none."""
    base = _value(item.get("id"))
    name = ids.new(base) if base else base
    return {**item, "id": Quoted(name)} if name != base else item
