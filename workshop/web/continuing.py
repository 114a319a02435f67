"""Continuing from an earlier workshop: what it left is entered in the new one's log, each thing with its source."""

from collections.abc import Iterable
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from facilitation import packs
from facilitation.live.commands import AddGroup, FormGroups, Join, PutInGroup, ReviseGroup
from facilitation.words import Refused
from workshop.perform import Asker
from workshop.store.people import people_of
from workshop.store.tables import WorkshopRow
from workshop.web.found import state_of
from workshop.web.preparing import PROGRAM, enter

METHOD = "facilitation.plans.continuing"
GROUPS = (AddGroup, FormGroups, PutInGroup, ReviseGroup)


def can_bring() -> bool:
    """Whether the method knows how to continue."""
    return find_spec(METHOD) is not None


def bring_along(source: WorkshopRow, made: WorkshopRow, *, groups: bool) -> int:
    """How many things came along. What the new workshop does not take is left, so that the rest still comes."""
    earlier = state_of(source)
    commands: Iterable[Any] = import_module(METHOD).brought(earlier, packs.load(source.pack))
    wanted = [command for command in commands if groups or not isinstance(command, GROUPS)]
    return sum(came(source, made, number, command) for number, command in enumerate(wanted))


def came(source: WorkshopRow, made: WorkshopRow, number: int, command: Any) -> bool:
    asker = Asker(command.seat, command.role) if isinstance(command, Join) else PROGRAM
    try:
        enter(made.id, command, asker, f"from-{source.id}-{number:05}"[:64])
    except Refused:
        return False
    if isinstance(command, Join) and (person := people_of().of(source.id).get(command.seat)):
        people_of().take_name(made.id, command.seat, person.name)
    return True
