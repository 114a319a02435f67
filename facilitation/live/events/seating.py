"""Seating: who is in the room, and in which group."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Place: TypeAlias = Literal["room", "remote", "phone"]
Role: TypeAlias = Literal["host", "cohost", "participant", "screen", "observer"]
Way: TypeAlias = Literal["random", "theme", "organisation", "language", "place"]


@dataclass(frozen=True, slots=True)
class Team:
    """A group as formed."""

    id: str
    letter: str
    seats: tuple[str, ...]
    place: str = ""
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SeatTaken:
    seat: str
    role: Role = "participant"
    place: Place = "room"
    language: str = "en"
    organisation: str = ""
    role_group: str = ""


@dataclass(frozen=True, slots=True)
class SeatRevised:
    seat: str
    place: Place | None = None
    language: str | None = None
    organisation: str | None = None
    role_group: str | None = None


@dataclass(frozen=True, slots=True)
class RoleSet:
    seat: str
    role: Role


@dataclass(frozen=True, slots=True)
class DeciderNamed:
    seat: str | None


@dataclass(frozen=True, slots=True)
class SeatRemoved:
    seat: str


@dataclass(frozen=True, slots=True)
class SeatsMerged:
    """Two seats of one person became one; where both had answered, what `into` gave stands."""

    seat: str
    into: str


@dataclass(frozen=True, slots=True)
class GroupsFormed:
    """`way` and `mix_places` say how, so that late joiners are placed the same way."""

    teams: tuple[Team, ...]
    way: Way = "random"
    mix_places: bool = False


@dataclass(frozen=True, slots=True)
class GroupAdded:
    group: str
    letter: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class GroupRevised:
    group: str
    name: str | None = None
    place: str | None = None
    organisation: str | None = None
    themes: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class GroupsMerged:
    group: str
    into: str


@dataclass(frozen=True, slots=True)
class SeatPutInGroup:
    seat: str
    group: str | None


Seating: TypeAlias = (
    SeatTaken
    | SeatRevised
    | RoleSet
    | DeciderNamed
    | SeatRemoved
    | SeatsMerged
    | GroupsFormed
    | GroupAdded
    | GroupRevised
    | GroupsMerged
    | SeatPutInGroup
)
