"""Who works with whom: small groups of about the wished size, the same for the same seed.

People in the room and people elsewhere are not mixed unless asked: a group shares a table or a meeting link.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from typing import Literal, TypeAlias

Way: TypeAlias = Literal["random", "theme", "organisation", "language", "place"]

GROUP_LETTERS = "ABCDEFGH"
FEWEST = 3  # two can talk, but a third brings the doubt


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody to be put into a group; `themes` are those they chose, most wanted first."""

    seat: str
    place: str
    language: str
    organisation: str
    role_group: str
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Formed:
    """A group as formed; `themes` are its members' by number of members, and only when themes formed it."""

    letter: str
    seats: tuple[str, ...]
    themes: tuple[str, ...] = ()


Camp: TypeAlias = list[Person]


def form(people: Sequence[Person], way: Way, size: int, seed: str, mix_places: bool = False) -> tuple[Formed, ...]:
    """Puts everybody into exactly one group of about `size` people (at least two is meant).

    Sizes differ by at most one within a camp: those who share a place (and, by language or by place, that too).
    A camp of one person is a group of one only where the place leaves no choice.
    """
    dealt = [
        group
        for camp in _camps(people, way, mix_places)
        for group in _DEALS[way](_shuffled(camp, seed), how_many(len(camp), max(size, 2)))
    ]
    wanted = _wanted(people) if way == "theme" else {}
    return tuple(
        Formed(letter(index), tuple(person.seat for person in group), _themes(group, wanted))
        for index, group in enumerate(dealt)
    )


def how_many(people: int, size: int) -> int:
    """How many groups: no larger than `size`, unless one person more spares the room a group of one or two."""
    groups = -(-people // size)
    fewer = groups - 1
    return fewer if fewer and people // groups < FEWEST and people <= fewer * (size + 1) else max(groups, 1)


def letter(index: int) -> str:
    """A to H, then A2 to H2 and so on: there are eight group colours."""
    lap, place = divmod(index, len(GROUP_LETTERS))
    return GROUP_LETTERS[place] + (str(lap + 1) if lap else "")


def late(
    groups: Mapping[str, Sequence[Person]], person: Person, way: Way = "random", mix_places: bool = False
) -> str | None:
    """The group for somebody who joins after groups were formed: the smallest that suits them.

    Suits = their place, then among those their language or one of their themes if groups were formed so.
    Of equally small ones the first given; None where nobody shares their place.
    """
    near = {key: members for key, members in groups.items() if mix_places or _sits_with(person, members)}
    alike = {key: members for key, members in near.items() if any(_alike(person, one, way) for one in members)}
    suitable = alike or near
    return min(suitable, key=lambda key: len(suitable[key])) if suitable else None


def _sits_with(person: Person, members: Sequence[Person]) -> bool:
    return not members or any(_table(member) == _table(person) for member in members)


def _alike(person: Person, other: Person, way: Way) -> bool:
    match way:
        case "language":
            return person.language == other.language
        case "theme":
            return bool({*person.themes[:1]} & {*other.themes})
        case "place":
            return person.place == other.place
        case _:
            return True


def _table(person: Person) -> str:
    # Who is on the phone meets the others where the remote ones are.
    return "room" if person.place == "room" else "elsewhere"


def _camps(people: Sequence[Person], way: Way, mix_places: bool) -> Iterator[Camp]:
    """Those who may share a group, largest camp first."""
    tables = [list(people)] if mix_places and way != "place" else _by(_table, people)
    for table in tables:
        match way:
            case "language":
                yield from _none_alone(_by(lambda person: person.language, table))
            case "place":
                yield from _none_alone(_by(lambda person: person.place, table))
            case _:
                yield table


def _by(feature: Callable[[Person], str], people: Sequence[Person]) -> list[Camp]:
    camps = [[one for one in people if feature(one) == value] for value in {feature(one) for one in people}]
    return sorted(camps, key=lambda camp: (-len(camp), feature(camp[0])))


def _none_alone(camps: list[Camp]) -> list[Camp]:
    """Whoever would be alone joins the largest camp; where all would be alone, they are one camp."""
    alone = [camp[0] for camp in camps if len(camp) == 1]
    together = [camp for camp in camps if len(camp) > 1]
    return [together[0] + alone, *together[1:]] if together else [alone]


def _shuffled(camp: Camp, seed: str) -> Camp:
    """The same order for the same seed, whatever order people joined in."""
    return sorted(camp, key=lambda person: sha256(f"{seed}\n{person.seat}".encode()).digest())


def _round(ordered: Camp, groups: int) -> list[Camp]:
    """Dealt like cards: neighbours in the order come into different groups."""
    return [ordered[start::groups] for start in range(groups)]


def _runs(ordered: Camp, groups: int) -> list[Camp]:
    """Cut into runs: neighbours in the order stay together."""
    size, longer = divmod(len(ordered), groups)
    cuts = [index * size + min(index, longer) for index in range(groups + 1)]
    return [ordered[cut:following] for cut, following in pairwise(cuts)]


def _mixed(camp: Camp, groups: int) -> list[Camp]:
    """Every organisation spread over the groups as evenly as it goes, and its role groups too."""
    members = Counter(person.organisation for person in camp)
    ordered = sorted(camp, key=lambda one: (-members[one.organisation], one.organisation, one.role_group))
    return _round(ordered, groups)


def _by_theme(camp: Camp, groups: int) -> list[Camp]:
    """Those who want the same together; whoever wants nothing fills up."""
    wanted = _wanted(camp)
    wishes = Counter(wanted.values())
    ordered = sorted(camp, key=lambda one: (not wanted[one.seat], -wishes[wanted[one.seat]], wanted[one.seat]))
    return _runs(ordered, groups)


def _wanted(people: Sequence[Person]) -> dict[str, str]:
    """Of each person's themes the one most others chose too, so that few themes find enough people."""
    popular = Counter(theme for person in people for theme in person.themes)
    return {person.seat: max(person.themes, key=lambda theme: popular[theme], default="") for person in people}


def _themes(group: Camp, wanted: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(theme for theme, _ in Counter(wanted.get(person.seat, "") for person in group).most_common() if theme)


_DEALS: dict[Way, Callable[[Camp, int], list[Camp]]] = {
    "random": _round,
    "theme": _by_theme,
    "organisation": _mixed,
    "language": _round,
    "place": _round,
}
