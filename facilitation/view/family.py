"""A family of panels: which there are, who sees them, what they say, and which of them an event changed."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from facilitation.live.state import Workshop

Panel: TypeAlias = dict[str, Any]
Audience: TypeAlias = str
Changed: TypeAlias = Callable[[Workshop, Workshop], Iterable[str]]
PUBLIC: tuple[Audience, ...] = ("room", "screen")


@dataclass(frozen=True, slots=True)
class Person:
    """What lives outside the log: the name somebody goes by."""

    name: str


People: TypeAlias = Mapping[str, Person]


@dataclass(frozen=True, slots=True)
class Family:
    """Panels of one prefix; a key is prefix, colon, id.

    `homes` are the audiences of a panel, none where there is no such panel. `changed` names at least the ids whose
    panel or homes differ between two states; it is what keeps the cost of an event independent of the room's size.
    """

    prefix: str
    ids: Callable[[Workshop], Iterable[str]]
    homes: Callable[[Workshop, str], tuple[Audience, ...]]
    make: Callable[[Workshop, People, str, Audience], Panel]
    changed: Changed
    kinds: frozenset[str]
    name: Callable[[str], str] = str
    """The id as it stands in the key."""

    def key(self, id: str) -> str:
        shown = self.name(id)
        return f"{self.prefix}:{shown}" if shown else self.prefix

    def holds(self, audience: Audience) -> bool:
        """Whether any panel of the family may be seen by such an audience."""
        return audience.partition(":")[0] in self.kinds


def kinds(*names: str) -> frozenset[str]:
    """The sorts of audience a family is for."""
    return frozenset(names)


def one(_: Workshop) -> tuple[str, ...]:
    """The ids of a family that has a single panel."""
    return ("",)


def everybody(_: Workshop, __: str) -> tuple[Audience, ...]:
    """The homes of what everybody sees."""
    return PUBLIC


def when(
    source: Callable[[Workshop], tuple[object, ...]],
    reads: Callable[[Workshop, str], tuple[object, ...]],
    ids: Callable[[Workshop], Iterable[str]],
) -> Changed:
    """Changed by what a panel reads; looked at only when one of the sources is another object."""

    def changed(before: Workshop, after: Workshop) -> Iterator[str]:
        if same(source(before), source(after)):
            return
        old, new = list(ids(before)), list(ids(after))
        both = set(old) & set(new)
        yield from (
            id for id in dict.fromkeys([*old, *new]) if id not in both or not same(reads(before, id), reads(after, id))
        )

    return changed


def same(before: tuple[object, ...], after: tuple[object, ...]) -> bool:
    """Whether two lists name the very same objects, or equal small values."""
    return len(before) == len(after) and all(
        a is b or (isinstance(a, str | int | float | tuple | frozenset) and a == b)
        for a, b in zip(before, after, strict=True)
    )


def different(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    """The keys under which two mappings hold different objects."""
    if before is after:
        return
    yield from (key for key, thing in after.items() if before.get(key) is not thing)
    yield from (key for key in before if key not in after)
