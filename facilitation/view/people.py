"""Who is here. Names are joined here and nowhere else; the screen never gets them."""

from collections.abc import Iterator

from facilitation.live.state import Workshop
from facilitation.view.family import Family, Panel, People, different, kinds


def seat_panel(workshop: Workshop, people: People, id: str, audience: str) -> Panel:
    seat, person = workshop.seats[id], people.get(id)
    return {
        "id": id,
        "name": person.name if person else "",
        "role": seat.role,
        "place": seat.place,
        "language": seat.language,
        "organisation": seat.organisation,
        "role_group": seat.role_group,
        "group": seat.group,
        "decider": workshop.decider == id,
    }


def me_panel(workshop: Workshop, people: People, id: str, audience: str) -> Panel:
    seat = workshop.seats[id]
    return {
        "seat": id,
        "role": seat.role,
        "group": seat.group,
        "removed": seat.removed,
        "merged_into": seat.merged_into,
        "undo": bool(workshop.undo.get(id)),
    }


def present(workshop: Workshop) -> list[str]:
    return [seat.id for seat in workshop.seats.values() if not seat.removed]


def seated(workshop: Workshop, id: str) -> tuple[str, ...]:
    seat = workshop.seats.get(id)
    return ("room",) if seat and not seat.removed else ()


def moved(before: Workshop, after: Workshop) -> Iterator[str]:
    yield from different(before.seats, after.seats)
    if before.decider != after.decider:
        yield from (seat for seat in (before.decider, after.decider) if seat)


def touched_me(before: Workshop, after: Workshop) -> Iterator[str]:
    yield from different(before.seats, after.seats)
    yield from (
        seat for seat in different(before.undo, after.undo) if bool(before.undo.get(seat)) != bool(after.undo.get(seat))
    )


FAMILIES = (
    Family("seat", present, seated, seat_panel, moved, kinds("room")),
    Family(
        "me",
        lambda w: w.seats,
        lambda w, id: (f"seat:{id}",) if id in w.seats else (),
        me_panel,
        touched_me,
        kinds("seat"),
        name=lambda _: "",
    ),
)
