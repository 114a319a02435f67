"""Continuing from an earlier workshop: what it left is entered in the new one's log, each thing with its source."""

from facilitation import packs
from facilitation.live.commands import AddGroup, BringCard, BringLevels, Command, Join, PutInGroup, ReviseGroup
from facilitation.plans.continuing import brought
from facilitation.plans.from_plan import Carried, brought_from_plan
from facilitation.words import Refused
from workshop.perform import Asker
from workshop.store.people import people_of
from workshop.store.tables import WorkshopRow
from workshop.web.found import state_of
from workshop.web.preparing import PROGRAM, enter

GROUPS = (AddGroup, PutInGroup, ReviseGroup)
COUNTED = (Join, BringLevels, BringCard)
"""What people would count among the things that came along."""


def bring_along(source: WorkshopRow, made: WorkshopRow, *, groups: bool) -> int:
    """How many things came along. What the new agenda has no step for is left, and the rest still comes."""
    commands = brought(state_of(source), packs.load(source.pack))
    wanted = [command for command in commands if groups or not isinstance(command, GROUPS)]
    came = [command for number, command in enumerate(wanted) if entered(source, made, number, command)]
    return sum(isinstance(command, COUNTED) for command in came)


def bring_from_plan(plan: Carried, made: WorkshopRow, name: str, once: str) -> int:
    """How many things of a plan's file came along."""
    came = 0
    for number, command in enumerate(brought_from_plan(plan, name)):
        try:
            enter(made.id, command, PROGRAM, f"{once}-{number:05}")
        except Refused:
            continue
        came += 1
    return came


def entered(source: WorkshopRow, made: WorkshopRow, number: int, command: Command) -> bool:
    asker = Asker(command.seat) if isinstance(command, Join) else PROGRAM
    try:
        enter(made.id, command, asker, f"from-{source.id}-{number:05}")
    except Refused:
        return False
    if isinstance(command, Join):
        take_name(source, made, command.seat)
    return True


def take_name(source: WorkshopRow, made: WorkshopRow, seat: str) -> None:
    """Names live outside the logs, so they are brought beside them; one that was struck stays struck."""
    person = people_of().of(source.id).get(seat)
    if person and person.name:
        people_of().take_name(made.id, seat, person.name)
