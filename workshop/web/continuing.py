"""Continuing from an earlier workshop or a plan: what it left is entered in the new one's log, with its source."""

from flask_babel import gettext as _

from facilitation import packs
from facilitation.live.commands import AddGroup, BringCard, BringLevels, Command, Join, PutInGroup, ReviseGroup
from facilitation.plans.continuing import brought
from facilitation.plans.from_plan import Carried, brought_from_plan
from facilitation.plans.moving import moved_commands
from facilitation.words import Refused
from workshop import store
from workshop.languages import worded
from workshop.perform import Asker
from workshop.store import mappings
from workshop.store.people import people_of
from workshop.store.tables import WorkshopRow
from workshop.web.came import Came, Left, Unmapped, came, things
from workshop.web.found import pack_here, state_of
from workshop.web.preparing import PROGRAM, enter

GROUPS = (AddGroup, PutInGroup, ReviseGroup)


def bring_along(source: WorkshopRow, made: WorkshopRow, *, groups: bool) -> Came:
    """What an earlier workshop left; its groups may stay behind on purpose."""
    commands = brought(state_of(source), pack_here(source))
    wanted = [command for command in commands if groups or not isinstance(command, GROUPS)]
    wanted, unmapped = by_the_method_of(made, source.pack, wanted)
    left = [entered(made, command, f"from-{source.id}-{number:05}") for number, command in enumerate(wanted)]
    for command, stayed in zip(wanted, left, strict=True):
        if isinstance(command, Join) and not stayed:
            take_name(source, made, command.seat)
    return came(wanted, left, unmapped)


def bring_from_plan(plan: Carried, made: WorkshopRow, name: str, once: str) -> Came:
    """What a plan hands on, whether it came as a file or is one of the place."""
    commands, unmapped = by_the_method_of(made, plan.pack, brought_from_plan(plan, name))
    left = [entered(made, one, f"{once}-{number:05}") for number, one in enumerate(commands)]
    return came(commands, left, unmapped)


def by_the_method_of(made: WorkshopRow, pack: str, commands: list[Command]) -> tuple[list[Command], list[Unmapped]]:
    """What is to come along in terms of a newer method, if a confirmed mapping leads there; and what has no match."""
    if pack in ("", made.pack):
        return commands, []
    with store.reading() as db:
        way = mappings.way(db, pack, made.pack)
    if way is None:
        return commands, []
    moved = list(moved_commands(commands, way, packs.load(pack), packs.load(made.pack)))
    lost = [Unmapped(command, ids) for command, ids in moved if ids and isinstance(command, BringCard)]
    return [command for command, _lost in moved], lost


def entered(made: WorkshopRow, command: Command, once: str) -> Left | None:
    """Ask for it at the door; what stays behind, with the reason, while the rest still comes."""
    try:
        enter(made.id, command, Asker(command.seat) if isinstance(command, Join) else PROGRAM, once)
    except Refused as refused:
        return Left(command, worded(refused.message), things(command))
    return unasked(made, command) if isinstance(command, BringLevels) else None


def unasked(made: WorkshopRow, command: BringLevels) -> Left | None:
    """Levels of statements that the new workshop's method does not know."""
    strange = set(command.levels) - {each.id for each in state_of(made).statements}
    return Left(command, _("the method has no such statement"), len(strange)) if strange else None


def take_name(source: WorkshopRow, made: WorkshopRow, seat: str) -> None:
    """Names live outside the logs, so they are brought beside them; one that was struck stays struck."""
    person = people_of().of(source.id).get(seat)
    if person and person.name:
        people_of().take_name(made.id, seat, person.name)
