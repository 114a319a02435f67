"""Seating: who is in the room, and in which group."""

from dataclasses import dataclass
from typing import TypeAlias

from facilitation.live.events import Place, Role, Way


@dataclass(frozen=True, slots=True)
class Join:
    seat: str
    language: str = "en"
    place: Place = "room"
    organisation: str = ""
    role_group: str = ""
    role: Role = "participant"


@dataclass(frozen=True, slots=True)
class ReviseSeat:
    seat: str
    language: str | None = None
    place: Place | None = None
    organisation: str | None = None
    role_group: str | None = None


@dataclass(frozen=True, slots=True)
class SetRole:
    seat: str
    role: Role


@dataclass(frozen=True, slots=True)
class NameDecider:
    seat: str | None


@dataclass(frozen=True, slots=True)
class RemoveSeat:
    seat: str


@dataclass(frozen=True, slots=True)
class MergeSeats:
    seat: str
    into: str


@dataclass(frozen=True, slots=True)
class FormGroups:
    way: Way
    size: int = 5
    seed: str = ""
    mix_places: bool = False


@dataclass(frozen=True, slots=True)
class AddGroup:
    group: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class ReviseGroup:
    group: str
    name: str | None = None
    place: str | None = None
    organisation: str | None = None
    themes: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class MergeGroups:
    group: str
    into: str


@dataclass(frozen=True, slots=True)
class PutInGroup:
    seat: str
    group: str | None


Seating: TypeAlias = (
    Join
    | ReviseSeat
    | SetRole
    | NameDecider
    | RemoveSeat
    | MergeSeats
    | FormGroups
    | AddGroup
    | ReviseGroup
    | MergeGroups
    | PutInGroup
)
