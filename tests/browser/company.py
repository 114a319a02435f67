"""Simulated people in the same room: results show from five answers on, and a room of three is not a room."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tests.browser.stage import House
from workshop.rehearsal.content import script
from workshop.rehearsal.people import Person, people
from workshop.rehearsal.players import PACES, Cast
from workshop.rehearsal.visitor import Visitor


@dataclass(frozen=True)
class Company:
    """Who came."""

    cast: Cast
    people: tuple[Person, ...]

    @property
    def names(self) -> list[str]:
        return [person.name for person in self.people]


@contextmanager
def company(house: House, count: int) -> Iterator[Company]:
    """So many people work along by themselves, as fast as they can, until the block ends."""
    cast, coming, lines = Cast(PACES["fast"]), people(count, "en"), script("en")
    try:
        for person in coming:
            cast.add(Visitor(house.url).join(house.set_.code, person.joining()).client().open(), person, lines)
        yield Company(cast, coming)
    finally:
        cast.stop()
    assert cast.refusals == []
