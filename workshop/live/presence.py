"""Who is here: the one lossy thing. Nothing of it is stored; where names would tell too much it is said in numbers."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from workshop.limits import NEAR_PEOPLE, POLLING_SECONDS


@dataclass(frozen=True, slots=True)
class Near:
    """Where somebody is and whether they write: what their page last said."""

    where: str = ""
    writing: bool = False


@dataclass
class Presence:
    """The seats of one workshop that are reachable now, by socket or by asking again and again."""

    sockets: dict[str, set[str]] = field(default_factory=dict)
    near: dict[str, Near] = field(default_factory=dict)
    seen: dict[str, float] = field(default_factory=dict)
    """When a seat was last heard of, by a clock that only goes forward."""

    def came(self, seat: str, socket: str, now: float) -> None:
        self.sockets.setdefault(seat, set()).add(socket)
        self.seen[seat] = now

    def went(self, seat: str, socket: str, now: float) -> None:
        left = self.sockets.get(seat, set())
        left.discard(socket)
        self.seen[seat] = now
        if not left:
            self.sockets.pop(seat, None)
            self.near.pop(seat, None)

    def asked(self, seat: str, now: float) -> None:
        """A seat without a socket was heard of."""
        self.seen[seat] = now

    def here(self, now: float) -> frozenset[str]:
        """The seats that are reachable."""
        polling = {seat for seat, at in self.seen.items() if now - at < POLLING_SECONDS}
        return frozenset(self.sockets) | polling

    def offline(self, seats: Collection[str], now: float) -> tuple[str, ...]:
        """Of these seats the ones that are not reachable."""
        here = self.here(now)
        return tuple(seat for seat in seats if seat not in here)

    def say(self, seat: str, near: Near) -> None:
        self.near[seat] = near


def told_near(near: Mapping[str, Near], seats: Collection[str], tells: Callable[[str], bool]) -> dict[str, Any]:
    """What listeners hear about these seats: who is where, or only how many when there are many or names would tell.

    `tells` says of a place ("" for none) whether it may be told by name who is there.
    """
    here = {seat: near[seat] for seat in seats if seat in near}
    writing = sum(said.writing for said in here.values())
    if not tells("") or len(seats) > NEAR_PEOPLE:
        return {"here": len(seats), "writing": writing, "people": None}
    people = {seat: said if tells(said.where) else Near() for seat, said in sorted(here.items())}
    named = {seat: {"where": said.where, "writing": said.writing} for seat, said in people.items()}
    return {"here": len(seats), "writing": writing, "people": named}
