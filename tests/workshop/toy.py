"""A tiny ledger to try the door, the streams and the wire on: people, groups, and lines that are hidden until shown.

Its wishes bear names of the real table of rights, so that the door asks that table.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from facilitation.live.events import Recorded
from facilitation.words import N_, Refused
from workshop.live.hall import View
from workshop.room import Ledger
from workshop.store.codec import Codec


@dataclass(frozen=True)
class Join:
    seat: str
    role: str = "participant"


@dataclass(frozen=True)
class AddCard:
    card: str
    text: str
    group: str | None = None


@dataclass(frozen=True)
class ReviseCard:
    card: str
    text: str


@dataclass(frozen=True)
class WithdrawCard:
    card: str


@dataclass(frozen=True)
class PutInGroup:
    seat: str
    group: str | None


@dataclass(frozen=True)
class Reveal:
    pass


@dataclass(frozen=True)
class RemoveSeat:
    seat: str


@dataclass(frozen=True)
class Freeze:
    """A bug of ours, on wish."""


@dataclass(frozen=True)
class SeatTaken:
    seat: str
    role: str


@dataclass(frozen=True)
class LineAdded:
    card: str
    text: str
    group: str | None = None


@dataclass(frozen=True)
class LineRevised:
    card: str
    text: str


@dataclass(frozen=True)
class LineWithdrawn:
    card: str


@dataclass(frozen=True)
class SeatMoved:
    seat: str
    group: str | None


@dataclass(frozen=True)
class LinesRevealed:
    pass


@dataclass(frozen=True)
class SeatRemoved:
    seat: str


@dataclass(frozen=True)
class Line:
    id: str
    by: str
    text: str
    group: str | None = None
    shown: bool = False


@dataclass(frozen=True)
class Sitting:
    id: str
    role: str
    group: str | None = None
    removed: bool = False
    language: str = "fi"


@dataclass(frozen=True)
class Toy:
    seats: Mapping[str, Sitting] = field(default_factory=dict)
    lines: Mapping[str, Line] = field(default_factory=dict)
    groups: tuple[str, ...] = ("A", "B")
    seq: int = 0

    def seat_of(self, seat: str) -> Sitting | None:
        found = self.seats.get(seat)
        return None if found is None or found.removed else found


def decide(toy: Toy, command: Any, asker: Any) -> list[Any]:
    match command:
        case Join(seat, role):
            return [] if seat in toy.seats else [SeatTaken(seat, role)]
        case AddCard(card, text, group):
            if card in toy.lines:
                raise Refused(N_("There is a card of that name."), code="taken", field="card", card=card)
            return [LineAdded(card, text, group)]
        case ReviseCard(card, text):
            return [] if toy.lines[card].text == text else [LineRevised(card, text)]
        case WithdrawCard(card):
            return [LineWithdrawn(card)] if card in toy.lines else []
        case PutInGroup(seat, group):
            return [SeatMoved(seat, group)]
        case Reveal():
            return [LinesRevealed()]
        case RemoveSeat(seat):
            return [SeatRemoved(seat)]
        case _:
            raise ZeroDivisionError


def evolve(toy: Toy, recorded: Recorded) -> Toy:
    return replace(_after(toy, recorded), seq=recorded.seq)


def _after(toy: Toy, recorded: Recorded) -> Toy:
    event: Any = recorded.event
    match event:
        case SeatTaken(seat, role):
            return replace(toy, seats={**toy.seats, seat: Sitting(seat, role)})
        case LineAdded(card, text, group):
            return replace(toy, lines={**toy.lines, card: Line(card, recorded.for_, text, group)})
        case LineRevised(card, text):
            return replace(toy, lines={**toy.lines, card: replace(toy.lines[card], text=text)})
        case LineWithdrawn(card):
            return replace(toy, lines={id: line for id, line in toy.lines.items() if id != card})
        case SeatMoved(seat, group):
            return replace(toy, seats={**toy.seats, seat: replace(toy.seats[seat], group=group)})
        case SeatRemoved(seat):
            return replace(toy, seats={**toy.seats, seat: replace(toy.seats[seat], removed=True)})
        case _:
            return replace(toy, lines={id: replace(line, shown=True) for id, line in toy.lines.items()})


EVENTS = {
    kind.__name__: kind
    for kind in (SeatTaken, LineAdded, LineRevised, LineWithdrawn, SeatMoved, LinesRevealed, SeatRemoved)
}
COMMANDS = {
    kind.__name__: kind for kind in (Join, AddCard, ReviseCard, WithdrawCard, PutInGroup, Reveal, RemoveSeat, Freeze)
}
TOYS = Ledger("workshop", Toy, decide, evolve, Codec(EVENTS, COMMANDS))


# -- What is seen ---------------------------------------------------------------------------------------------------


def audiences(toy: Toy, seat: str) -> tuple[str, ...]:
    found = toy.seat_of(seat)
    if found is None:
        return ()
    if found.role == "host":
        return ("room", "hosts", f"seat:{seat}")
    group = (f"group:{found.group}",) if found.group else ()
    return ("room", f"seat:{seat}", *group)


def seen(toy: Toy, people: Mapping[str, Any], audience: str) -> dict[str, Any]:
    """Everything an audience sees."""
    kind, _, who = audience.partition(":")
    lines = toy.lines.values()
    match kind:
        case "room":
            names = {
                f"seat:{id}": {"name": people[id].name if id in people else ""}
                for id, each in toy.seats.items()
                if not each.removed
            }
            return {**names, **_faces(line for line in lines if line.shown and line.group is None)}
        case "hosts":
            return {**_faces(lines), "count": {"lines": len(toy.lines)}}
        case "group":
            return _faces(line for line in lines if line.shown and line.group == who)
        case "seat":
            return _faces(line for line in lines if line.by == who)
        case _:
            return {"count": {"lines": sum(line.shown for line in lines)}}


def _faces(lines: Iterable[Line]) -> dict[str, Any]:
    return {f"card:{line.id}": {"text": line.text} for line in lines}


def panel(toy: Toy, people: Mapping[str, Any], audience: str, key: str) -> Any | None:
    return seen(toy, people, audience).get(key)


def touched(before: Toy, after: Toy) -> set[tuple[str, str]]:
    return {
        (audience, key)
        for audience in everybody(before) | everybody(after)
        for key in (seen(before, {}, audience) | seen(after, {}, audience))
        if seen(before, {}, audience).get(key) != seen(after, {}, audience).get(key)
    }


def everybody(toy: Toy) -> set[str]:
    return {
        "room",
        "screen",
        "hosts",
        *(f"group:{group}" for group in toy.groups),
        *(f"seat:{seat}" for seat in toy.seats),
    }


def toy_view() -> View:
    return View(
        audiences=audiences,
        keys=lambda toy, audience: list(seen(toy, {}, audience)),
        panel=panel,
        touched=touched,
        may_look=lambda toy, seat: (found := toy.seat_of(seat)) is not None and found.role == "host",
        tells=lambda toy, audience, where: True,
    )
