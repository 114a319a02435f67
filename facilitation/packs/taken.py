"""A shipped pack may take parts from another: checks of language, agendas, plan fields are seldom a method's own.

`"takes": {"toimi": ["agendas", "plan_fields"]}` in pack.json. What the pack has itself goes before what it takes.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

Parts: TypeAlias = dict[str, Any]
NAMES = ("of", "key", "id")
"""What an entry of a list is known by, all that it has of these."""


def whole(own: Parts, shipped: Callable[[str], Parts]) -> Parts:
    """The pack with what it takes; `shipped` gives another pack's own parts by its key."""
    taken = {part: shipped(key)[part] for key, parts in own.pop("takes", {}).items() for part in parts}
    return own | {part: joined(own.get(part), theirs) for part, theirs in taken.items()}


def joined(own: Any, theirs: Any) -> Any:
    """Their entries, with ours in the places of those that have the same name, and the rest of ours at the end."""
    if own is None:
        return theirs
    if isinstance(own, dict):
        return theirs | own
    ours = {name(each): each for each in own}
    return [ours.pop(name(each), each) for each in theirs] + list(ours.values())


def name(entry: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(entry.get(key, "") for key in NAMES)
