"""Joining, roles and groups."""

from typing import assert_never

from facilitation import limits
from facilitation.live import grouping
from facilitation.live.commands import (
    AddGroup,
    Asker,
    FormGroups,
    Join,
    MergeGroups,
    MergeSeats,
    NameDecider,
    PutInGroup,
    RemoveSeat,
    ReviseGroup,
    ReviseSeat,
    Seating,
    SetRole,
)
from facilitation.live.events import (
    DeciderNamed,
    Event,
    GroupAdded,
    GroupRevised,
    GroupsFormed,
    GroupsMerged,
    Role,
    RoleSet,
    SeatPutInGroup,
    SeatRemoved,
    SeatRevised,
    SeatsMerged,
    SeatTaken,
    Team,
    Way,
)
from facilitation.live.evolve.seating import letters
from facilitation.live.rules.answers import tongue
from facilitation.live.rules.common import existing_group, existing_seat, fresh, within
from facilitation.live.state import Seat, Workshop
from facilitation.steps.deeds import MERGE_GROUPS
from facilitation.steps.phases import WAITING
from facilitation.words import N_, Refused


def decide(workshop: Workshop, command: Seating, asker: Asker) -> list[Event]:
    """What seating grants."""
    match command:
        case Join():
            return join(workshop, command, asker)
        case ReviseSeat():
            return revise_seat(workshop, command, asker)
        case SetRole(seat, role):
            return set_role(workshop, seat, role, asker)
        case NameDecider(seat):
            named = existing_seat(workshop, seat).id if seat else None
            return [] if workshop.decider == named else [DeciderNamed(named)]
        case RemoveSeat(seat):
            return remove_seat(workshop, seat, asker)
        case MergeSeats(seat, into):
            return merge_seats(workshop, seat, into)
        case FormGroups():
            return form_groups(workshop, command)
        case AddGroup(group, name):
            return add_group(workshop, group, name)
        case ReviseGroup():
            return revise_group(workshop, command)
        case MergeGroups(group, into):
            return merge_groups(workshop, group, into)
        case PutInGroup(seat, group):
            return put_in_group(workshop, seat, group)
        case unknown:
            assert_never(unknown)


def join(workshop: Workshop, command: Join, asker: Asker) -> list[Event]:
    """A new seat. Whoever comes after the groups were formed is placed in one at once."""
    if asker.seat != command.seat and not asker.hosts:
        raise Refused(N_("Only they or a facilitator can change this."), code="not_yours")
    if command.role != "participant" and asker.role not in ("host", "system"):
        raise Refused(N_("Only a facilitator can do this."), code="not_host")
    fresh(workshop.seats, command.seat)
    if len(workshop.people) >= limits.SEATS:
        raise Refused(N_("This workshop is full."), code="full")
    taken = SeatTaken(
        command.seat,
        command.role,
        command.place,
        tongue(command.language),
        within(command.organisation, limits.ORGANISATION, "organisation"),
        within(command.role_group, limits.NAME, "role_group"),
    )
    group = late_place(workshop, command)
    return [taken, SeatPutInGroup(command.seat, group)] if group else [taken]


def late_place(workshop: Workshop, command: Join) -> str | None:
    """The group for somebody who joins after the groups were formed."""
    if not workshop.groups or command.role != "participant":
        return None
    sitting: dict[str, list[grouping.Person]] = {group: [] for group in workshop.groups}
    for seat in workshop.seats.values():
        if seat.group in sitting and not seat.removed:
            sitting[seat.group].append(person(workshop, seat, workshop.formed))
    new = grouping.Person(command.seat, command.place, command.language, command.organisation, command.role_group)
    return grouping.late(sitting, new, workshop.formed, workshop.mixed)


def person(workshop: Workshop, seat: Seat, way: Way) -> grouping.Person:
    """A seat as the forming of groups knows it; themes only where they form the groups."""
    themes = picked(workshop, seat.id) if way == "theme" else ()
    return grouping.Person(seat.id, seat.place, seat.language, seat.organisation, seat.role_group, themes)


def revise_seat(workshop: Workshop, command: ReviseSeat, asker: Asker) -> list[Event]:
    seat = existing_seat(workshop, command.seat)
    if not asker.hosts and seat.id != asker.whose:
        raise Refused(N_("Only they or a facilitator can change this."), code="not_yours")
    organisation = command.organisation and within(command.organisation, limits.ORGANISATION, "organisation")
    role_group = command.role_group and within(command.role_group, limits.NAME, "role_group")
    language = None if command.language is None else tongue(command.language)
    return [SeatRevised(seat.id, command.place, language, organisation, role_group)]


def set_role(workshop: Workshop, seat: str, role: Role, asker: Asker) -> list[Event]:
    """Nobody gives up their own part: a workshop always keeps a host."""
    found = existing_seat(workshop, seat)
    if found.role == role:
        return []
    if found.id == asker.seat:
        raise Refused(N_("Another facilitator has to change your part."), code="own_seat")
    return [RoleSet(found.id, role)]


def remove_seat(workshop: Workshop, seat: str, asker: Asker) -> list[Event]:
    found = existing_seat(workshop, seat)
    if found.id == asker.seat:
        raise Refused(N_("You cannot remove yourself."), code="own_seat")
    return [SeatRemoved(found.id)]


def merge_seats(workshop: Workshop, seat: str, into: str) -> list[Event]:
    """Two seats of one person, before anything of the current step is shown: a mark must not be counted twice."""
    gone, stays = existing_seat(workshop, seat), existing_seat(workshop, into)
    if gone.id == stays.id:
        return []
    if gone.role != "participant" or stays.role != "participant":
        raise Refused(N_("Only two participants' seats can be merged."), code="other_role")
    if any(work.phase == "revealed" for work in workshop.work.values()):
        raise Refused(N_("Seats can be merged before a step is shown, or after it is closed."), code="revealed")
    return [SeatsMerged(gone.id, stays.id)]


def form_groups(workshop: Workshop, command: FormGroups) -> list[Event]:
    people = [person(workshop, seat, command.way) for seat in workshop.people]
    if not people:
        raise Refused(N_("Nobody has joined yet."), code="nobody")
    formed = grouping.form(people, command.way, command.size, command.seed, mix_places=command.mix_places)
    too_many(len(formed))
    known = {group.letter: group.id for group in workshop.groups.values()}
    teams = tuple(
        Team(known.get(group.letter, f"group-{group.letter.lower()}"), group.letter, group.seats, themes=group.themes)
        for group in formed
    )
    return [GroupsFormed(teams, command.way, command.mix_places)]


def too_many(groups: int) -> None:
    if groups > limits.GROUPS:
        raise Refused(N_("At most %(limit)s groups."), code="too_many_groups", limit=limits.GROUPS)


def picked(workshop: Workshop, seat: str) -> tuple[str, ...]:
    """The themes a person's picks point at, most often first."""
    theme_of = {statement.id: statement.theme for statement in workshop.statements}
    themes = [
        theme_of[statement]
        for work in workshop.work.values()
        for statement in work.picks.get(seat, ())
        if statement in theme_of
    ]
    return tuple(sorted(set(themes), key=lambda theme: (-themes.count(theme), theme)))


def add_group(workshop: Workshop, group: str, name: str) -> list[Event]:
    fresh(workshop.groups, group)
    too_many(len(workshop.groups) + 1)
    letter = letters(each.letter for each in workshop.groups.values())
    return [GroupAdded(group, letter, within(name, limits.NAME, "name"))]


def revise_group(workshop: Workshop, command: ReviseGroup) -> list[Event]:
    existing_group(workshop, command.group)
    name = command.name and within(command.name, limits.NAME, "name")
    place = command.place and within(command.place, limits.LINK, "place")
    organisation = command.organisation and within(command.organisation, limits.ORGANISATION, "organisation")
    return [GroupRevised(command.group, name, place, organisation, command.themes)]


def merge_groups(workshop: Workshop, group: str, into: str) -> list[Event]:
    existing_group(workshop, group)
    existing_group(workshop, into)
    if phase_of(workshop) not in MERGE_GROUPS.phases:
        raise Refused(N_("This cannot be changed any more in this step."), code="too_late")
    return [] if group == into else [GroupsMerged(group, into)]


def phase_of(workshop: Workshop) -> str:
    """Where the room is in its step; before the first one it waits."""
    return workshop.work[workshop.current].phase if workshop.current else WAITING


def put_in_group(workshop: Workshop, seat: str, group: str | None) -> list[Event]:
    """Moving a person keeps what they wrote where they wrote it."""
    found = existing_seat(workshop, seat)
    if group is not None:
        existing_group(workshop, group)
    return [] if found.group == group else [SeatPutInGroup(found.id, group)]
