"""Made-up participants of a made-up ministry and its agencies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from facilitation.words import said
from workshop.rehearsal.content import read

Temper = Literal["bold", "even", "sober"]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who takes part; `organisation` is worded in the rehearsal's language, `home` is its key."""

    number: int
    name: str
    organisation: str
    home: str
    role_group: str
    place: Literal["room", "remote", "phone"]
    language: str
    temper: Temper

    def joining(self) -> Mapping[str, str]:
        """What they fill in at the door."""
        return {
            "name": self.name,
            "organisation": self.organisation,
            "role_group": self.role_group,
            "language": self.language,
            "place": self.place,
        }


def people(count: int, language: str) -> tuple[Person, ...]:
    """The first `count` of the cast; beyond it, the cast again under new names."""
    return tuple(_person(number, language) for number in range(count))


def facilitator() -> str:
    """The name of whoever runs the rehearsal."""
    return read("people")["host"]["name"]


def ministry(language: str) -> str:
    """The organisation whose workshop it is."""
    return said(read("people")["organisations"]["ministry"], language)


def _person(number: int, language: str) -> Person:
    cast = read("people")
    row = cast["people"][number % len(cast["people"])]
    return Person(
        number=number,
        name=_name(cast["people"], number),
        organisation=said(cast["organisations"][row["organisation"]], language),
        home=row["organisation"],
        role_group=row["role_group"],
        place=row["place"],
        language=language,
        temper=row["temper"],
    )


def _name(cast: list[dict[str, str]], number: int) -> str:
    """Every lap of the cast takes the family name from one further on, so that no name comes twice."""
    lap, place = divmod(number, len(cast))
    first = cast[place]["name"].split()[0]
    family = cast[(place + lap) % len(cast)]["name"].split()[1]
    return f"{first} {family}"
