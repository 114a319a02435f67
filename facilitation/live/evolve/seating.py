"""Who is in the room and in which group."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import count
from typing import TypeVar, assert_never

from facilitation.live.events import (
    DeciderNamed,
    GroupAdded,
    GroupRevised,
    GroupsFormed,
    GroupsMerged,
    Recorded,
    RoleSet,
    Seating,
    SeatPutInGroup,
    SeatRemoved,
    SeatRevised,
    SeatsMerged,
    SeatTaken,
    Team,
)
from facilitation.live.evolve.changing import put, without
from facilitation.live.grouping import letter
from facilitation.live.state import Book, Group, Seat, Work, Workshop

Given = TypeVar("Given")


def evolve(workshop: Workshop, event: Seating, recorded: Recorded) -> Workshop:
    """What seating makes of a workshop."""
    match event:
        case SeatTaken(seat, role, place, language, organisation, role_group):
            return with_seat(workshop, Seat(seat, role, place, language, organisation, role_group))
        case SeatRevised():
            return with_seat(workshop, revised(workshop.seats[event.seat], event))
        case RoleSet(seat, role):
            return with_seat(workshop, replace(workshop.seats[seat], role=role))
        case DeciderNamed(seat):
            return replace(workshop, decider=seat)
        case SeatRemoved(seat):
            decider = None if workshop.decider == seat else workshop.decider
            gone = replace(workshop.seats[seat], removed=True, group=None)
            return with_seat(replace(workshop, decider=decider), gone)
        case SeatsMerged(seat, into):
            return with_merged_seats(workshop, seat, into)
        case GroupsFormed():
            return with_groups(workshop, event)
        case GroupAdded(group, letter, name):
            return replace(workshop, groups=put(workshop.groups, group, Group(group, letter, name)))
        case GroupRevised():
            return with_group(workshop, revised_group(workshop.groups[event.group], event))
        case GroupsMerged(group, into):
            return with_merged_groups(workshop, group, into)
        case SeatPutInGroup(seat, group):
            return with_seat(workshop, replace(workshop.seats[seat], group=group))
        case unknown:
            assert_never(unknown)


def with_seat(workshop: Workshop, seat: Seat) -> Workshop:
    return replace(workshop, seats=put(workshop.seats, seat.id, seat))


def with_group(workshop: Workshop, group: Group) -> Workshop:
    return replace(workshop, groups=put(workshop.groups, group.id, group))


def revised(seat: Seat, event: SeatRevised) -> Seat:
    changes = {
        key: value
        for key in ("place", "language", "organisation", "role_group")
        if (value := getattr(event, key)) is not None
    }
    return replace(seat, **changes)


def revised_group(group: Group, event: GroupRevised) -> Group:
    changes = {
        key: value for key in ("name", "place", "organisation", "themes") if (value := getattr(event, key)) is not None
    }
    return replace(group, **changes)


def with_groups(workshop: Workshop, event: GroupsFormed) -> Workshop:
    """New groups; one that keeps its id keeps its name, place and cards, and one that has cards stays, if empty."""
    teams = {team.id: formed(workshop.groups.get(team.id), team) for team in event.teams}
    writing = {card.group for card in workshop.cards.values() if card.alive}
    groups = teams | {id: group for id, group in workshop.groups.items() if id in writing and id not in teams}
    group_of = {seat: team.id for team in event.teams for seat in team.seats}
    seats = {
        seat.id: seat if seat.group == group_of.get(seat.id) else replace(seat, group=group_of.get(seat.id))
        for seat in workshop.seats.values()
    }
    return replace(
        workshop,
        groups=groups,
        seats=seats,
        formed=event.way,
        mixed=event.mix_places,
        ahead={group: step for group, step in workshop.ahead.items() if group in groups},
        helps={group: at for group, at in workshop.helps.items() if group in groups},
    )


def formed(group: Group | None, team: Team) -> Group:
    """The group of a team: a known one goes on, with the themes of its new people if they chose any."""
    if group is None:
        return Group(team.id, team.letter, place=team.place, themes=team.themes)
    return replace(group, themes=team.themes or group.themes)


def with_merged_groups(workshop: Workshop, group: str, into: str) -> Workshop:
    """People, cards and notes of one group move to the other; nothing is lost."""
    seats = {seat.id: replace(seat, group=into) if seat.group == group else seat for seat in workshop.seats.values()}
    cards = {card.id: replace(card, group=into) if card.group == group else card for card in workshop.cards.values()}
    notes = {note.id: replace(note, group=into) if note.group == group else note for note in workshop.notes.values()}
    return replace(
        workshop,
        seats=seats,
        cards=cards,
        notes=notes,
        groups=without(workshop.groups, [group]),
        ahead=without(workshop.ahead, [group]),
        helps=without(workshop.helps, [group]),
    )


def with_merged_seats(workshop: Workshop, seat: str, into: str) -> Workshop:
    """One person, one seat: cards and answers move over; where both answered, the seat that stays wins."""
    gone = replace(workshop.seats[seat], removed=True, merged_into=into, group=None)
    cards = {
        card.id: replace(card, for_=into, by=into if card.by == seat else card.by) if card.for_ == seat else card
        for card in workshop.cards.values()
    }
    work = {step: merged_work(each, seat, into) for step, each in workshop.work.items()}
    decider = into if workshop.decider == seat else workshop.decider
    return with_seat(replace(workshop, cards=cards, work=work, decider=decider), gone)


def merged_work(work: Work, seat: str, into: str) -> Work:
    book: Book = {statement: merged(marks, seat, into) for statement, marks in work.book.items()}
    changes = {
        key: merged(getattr(work, key), seat, into) for key in ("picks", "dots", "places", "choices", "confidence")
    }
    changed = any(changes[key] is not getattr(work, key) for key in changes) or any(
        book[statement] is not work.book[statement] for statement in book
    )
    ready = frozenset(into if who == seat else who for who in work.ready)
    if not changed and ready == work.ready:
        return work
    return replace(work, book=book, ready=ready, **changes)


def merged(given: Mapping[str, Given], seat: str, into: str) -> Mapping[str, Given]:
    if seat not in given:
        return given
    return {into: given[seat], **without(given, [seat])}


def letters(used: Iterable[str]) -> str:
    """The first free letter: A to H, then A2 to H2, and so on."""
    taken = set(used)
    return next(name for index in count() if (name := letter(index)) not in taken)
